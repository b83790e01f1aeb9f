#include "kindwords/marked_words.h"

#include "kindwords/kind_word_card.h"
#include "kindwords/own_words.h"
#include "kindwords/text_places.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QApplication>
#include <QToolTip>
#include <QVariant>

#include <algorithm>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto lookAfter = 150ms;  ///< typing goes first

}  // namespace

MarkedWords::MarkedWords(const Theme& theme, QWidget& field) : QObject{&field}, m_theme{theme}, m_field{field}
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(lookAfter);
    connect(&m_timer, &QTimer::timeout, this, &MarkedWords::look);
    field.installEventFilter(this);
}

MarkedWords::~MarkedWords()
{
    if (m_card)
        m_card->deleteLater();
}

void MarkedWords::setMatcher(Matcher matcher)
{
    m_matcher = std::move(matcher);
    look();
}

KindWordCard* MarkedWords::card() const
{
    return m_card;
}

void MarkedWords::look()
{
    closeCard();  // what it stood for may be gone
    m_marks.clear();
    if (m_matcher && !m_field.property(ownWordsProperty).toBool()) {
        m_text = plainText().toUtf8();
        TextPlaces positions{m_text};
        for (const KindHit& hit : m_matcher->find(bytesOf(m_text))) {
            const int from = positions.of(hit.range.from);
            const int to = positions.of(hit.range.from + hit.range.length);
            if (!isQuotation(from))
                m_marks.push_back({from, to - from, hit});
        }
    }
    marksChanged();
}

QStringList MarkedWords::underlined() const
{
    QStringList words;
    const QString all = plainText();
    for (const Mark& mark : m_marks)
        words.append(all.mid(mark.from, mark.length));
    return words;
}

bool MarkedWords::goToNext()
{
    if (m_timer.isActive()) {
        m_timer.stop();
        look();
    }
    if (m_marks.empty())
        return false;
    const int after = selectionEnd();
    const bool inside = m_card == nullptr;
    auto next = std::ranges::find_if(
        m_marks, [&](const Mark& mark) { return inside ? mark.from + mark.length >= after : mark.from >= after; });
    if (next == m_marks.end())
        next = m_marks.begin();
    openCard(static_cast<std::size_t>(next - m_marks.begin()));
    return true;
}

void MarkedWords::goToNextOrSay(QWidget& shown)
{
    if (!goToNext())
        QToolTip::showText(shown.mapToGlobal(QPoint{}), tr("No word is underlined here."), &m_field);
}

void MarkedWords::showAdvice(const Mark& mark, const QPoint& at) const
{
    QToolTip::showText(at, plainToolTip(adviceOn(*m_matcher, mark.hit)), &m_field);
}

void MarkedWords::openCard(std::size_t at)
{
    closeCard();
    const Mark& mark = m_marks[at];
    const QString selected = select(mark.from, mark.length);
    QStringList instead;
    for (const std::string& each : m_matcher->instead(mark.hit))
        instead.append(text(each));
    QWidget& ground = groundOf(m_field);
    m_card = new KindWordCard{m_theme, selected, instead, text(m_matcher->word(mark.hit).why), ground};
    connect(m_card, &KindWordCard::chosen, this,
            [this, at](int which) { write(at, m_matcher->instead(m_marks[at].hit)[static_cast<std::size_t>(which)]); });
    connect(m_card, &KindWordCard::nextRequested, this, [this] { goToNext(); });
    connect(m_card, &KindWordCard::closed, this, &MarkedWords::closeCard);
    m_card->placeAt(placeIn(ground, mark));
}

void MarkedWords::closeCard()
{
    if (!m_card)
        return;
    const bool hadFocus = m_card->isAncestorOf(QApplication::focusWidget());
    KindWordCard* const card = m_card;
    m_card = nullptr;
    card->hide();
    card->deleteLater();
    if (hadFocus)
        m_field.setFocus(Qt::OtherFocusReason);
}

void MarkedWords::write(std::size_t at, const std::string& instead)
{
    const KindChange change = changeFor(bytesOf(m_text), m_marks[at].hit.range, instead);
    TextPlaces positions{m_text};
    const int from = positions.of(change.range.from);
    const int to = positions.of(change.range.from + change.range.length);
    closeCard();
    replace(from, to, text(change.text));
    m_timer.stop();
    look();
}

}  // namespace holdfast::ui
