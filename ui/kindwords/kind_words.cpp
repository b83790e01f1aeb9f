#include "kindwords/kind_words.h"

#include "kindwords/kind_word_card.h"
#include "kindwords/own_words.h"
#include "kindwords/text_places.h"
#include "print/letter_layout.h"
#include "theme/theme.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto lookAfter = 150ms;  ///< typing goes first

}  // namespace

KindWords::KindWords(const Theme& theme, QPlainTextEdit& editor) : QObject{&editor}, m_theme{theme}, m_editor{&editor}
{
    connect(&editor, &QPlainTextEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    begin();
}

KindWords::KindWords(const Theme& theme, QTextEdit& editor) : QObject{&editor}, m_theme{theme}, m_editor{&editor}
{
    connect(&editor, &QTextEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    begin();
}

KindWords::~KindWords()
{
    if (m_card)
        m_card->deleteLater();
}

void KindWords::begin()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(lookAfter);
    connect(&m_timer, &QTimer::timeout, this, &KindWords::look);
    connect(&m_theme, &Theme::themeChanged, this, &KindWords::draw);
    area().installEventFilter(this);
    area().viewport()->installEventFilter(this);
}

QAbstractScrollArea& KindWords::area() const
{
    return std::visit([](auto* editor) -> QAbstractScrollArea& { return *editor; }, m_editor);
}

QTextDocument* KindWords::document() const
{
    return std::visit([](auto* editor) { return editor->document(); }, m_editor);
}

QTextCursor KindWords::cursor() const
{
    return std::visit([](auto* editor) { return editor->textCursor(); }, m_editor);
}

void KindWords::setCursor(const QTextCursor& cursor)
{
    std::visit([&](auto* editor) { editor->setTextCursor(cursor); }, m_editor);
}

void KindWords::setMatcher(Matcher matcher)
{
    m_matcher = std::move(matcher);
    look();
}

/// A letter's quotations have a style of their own besides their marks.
bool KindWords::isQuotation(int position) const
{
    return std::holds_alternative<QTextEdit*>(m_editor) &&
           styleOf(document()->findBlock(position)) == letters::BlockStyle::quotation;
}

void KindWords::look()
{
    closeCard();  // what it stood for may be gone
    m_marks.clear();
    if (m_matcher && !area().property(ownWordsProperty).toBool()) {
        m_text = document()->toPlainText().toUtf8();
        TextPlaces positions{m_text};
        for (const KindHit& hit : m_matcher->find(bytesOf(m_text))) {
            const int from = positions.of(hit.range.from);
            const int to = positions.of(hit.range.from + hit.range.length);
            if (!isQuotation(from))
                m_marks.push_back({from, to - from, hit});
        }
    }
    draw();
    describe();
}

void KindWords::draw()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const Mark& mark : m_marks) {
        QTextEdit::ExtraSelection underline;
        underline.cursor = QTextCursor{document()};
        underline.cursor.setPosition(mark.from);
        underline.cursor.setPosition(mark.from + mark.length, QTextCursor::KeepAnchor);
        underline.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        underline.format.setUnderlineColor(m_theme.color(Color::wait));
        selections.append(underline);
    }
    std::visit([&](auto* editor) { editor->setExtraSelections(selections); }, m_editor);
}

/// Said with the editor's own description when a screen reader comes to it.
void KindWords::describe()
{
    QString own = area().accessibleDescription();
    if (!m_described.isEmpty() && own.endsWith(m_described))
        own.chop(m_described.size());
    m_described = m_marks.empty() ? QString{} : tr(" Underlined words: %1. F7 goes to them.").arg(count());
    area().setAccessibleDescription(own + m_described);
}

KindWordCard* KindWords::card() const
{
    return m_card;
}

QStringList KindWords::underlined() const
{
    QStringList words;
    const QString all = document()->toPlainText();
    for (const Mark& mark : m_marks)
        words.append(all.mid(mark.from, mark.length));
    return words;
}

const KindWords::Mark* KindWords::markAt(const QPoint& point) const
{
    const int position =
        std::visit([&](auto* editor) { return editor->cursorForPosition(point).position(); }, m_editor);
    const auto found = std::ranges::find_if(
        m_marks, [&](const Mark& mark) { return position >= mark.from && position <= mark.from + mark.length; });
    return found == m_marks.end() ? nullptr : &*found;
}

bool KindWords::goToNext()
{
    if (m_timer.isActive()) {
        m_timer.stop();
        look();
    }
    if (m_marks.empty())
        return false;
    const int after = cursor().selectionEnd();
    const bool inside = m_card == nullptr;
    auto next = std::ranges::find_if(
        m_marks, [&](const Mark& mark) { return inside ? mark.from + mark.length >= after : mark.from >= after; });
    if (next == m_marks.end())
        next = m_marks.begin();
    openCard(static_cast<std::size_t>(next - m_marks.begin()));
    return true;
}

void KindWords::openCard(std::size_t at)
{
    closeCard();
    const Mark& mark = m_marks[at];
    QTextCursor chosen{document()};
    chosen.setPosition(mark.from);
    chosen.setPosition(mark.from + mark.length, QTextCursor::KeepAnchor);
    setCursor(chosen);
    QStringList instead;
    for (const std::string& each : m_matcher->instead(mark.hit))
        instead.append(text(each));
    QWidget& ground = groundOf(area());
    m_card = new KindWordCard{m_theme, chosen.selectedText(), instead, text(m_matcher->word(mark.hit).why), ground};
    connect(m_card, &KindWordCard::chosen, this,
            [this, at](int which) { write(at, m_matcher->instead(m_marks[at].hit)[static_cast<std::size_t>(which)]); });
    connect(m_card, &KindWordCard::nextRequested, this, [this] { goToNext(); });
    connect(m_card, &KindWordCard::closed, this, &KindWords::closeCard);
    const QRect line = std::visit([&](auto* editor) { return editor->cursorRect(); }, m_editor);
    m_card->placeAt(QRect{area().viewport()->mapTo(&ground, line.topLeft()), line.size()});
}

void KindWords::closeCard()
{
    if (!m_card)
        return;
    const bool hadFocus = m_card->isAncestorOf(QApplication::focusWidget());
    KindWordCard* const card = m_card;
    m_card = nullptr;
    card->hide();
    card->deleteLater();
    if (hadFocus)
        area().setFocus(Qt::OtherFocusReason);
}

void KindWords::write(std::size_t at, const std::string& instead)
{
    const KindChange change = changeFor(bytesOf(m_text), m_marks[at].hit.range, instead);
    TextPlaces positions{m_text};
    const int from = positions.of(change.range.from);
    const int to = positions.of(change.range.from + change.range.length);
    closeCard();
    QTextCursor place{document()};
    place.beginEditBlock();
    place.setPosition(from);
    place.setPosition(to, QTextCursor::KeepAnchor);
    place.insertText(text(change.text));
    place.endEditBlock();
    setCursor(place);
    m_timer.stop();
    look();
}

bool KindWords::eventFilter(QObject* watched, QEvent* event)
{
    const bool typed = event->type() == QEvent::KeyPress && watched == &area();
    if (typed && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F7) {
        if (!goToNext())
            QToolTip::showText(area().viewport()->mapToGlobal(QPoint{}), tr("No word is underlined here."), &area());
        return true;
    }
    if (event->type() == QEvent::ToolTip && watched == area().viewport() && m_matcher) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const Mark* mark = markAt(help->pos())) {
            QToolTip::showText(help->globalPos(), plainToolTip(adviceOn(*m_matcher, mark->hit)), &area());
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace holdfast::ui
