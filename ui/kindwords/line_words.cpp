#include "kindwords/line_words.h"

#include "kindwords/kind_word_card.h"
#include "kindwords/own_words.h"
#include "kindwords/text_places.h"
#include "theme/theme.h"
#include "widgets/entries.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto lookAfter = 150ms;  ///< typing goes first

}  // namespace

/// Over the field, seen through by the mouse: a field of one line has no underline of its own.
class LineWords::Waves final : public QWidget {
public:
    explicit Waves(LineWords& words) : QWidget{&words.m_field}, m_words{words}
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(words.m_field.rect());
        show();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{m_words.m_theme.color(Color::wait), 1.2});
        const QRect inside = rect().adjusted(m_words.m_theme.px(6), 0, -m_words.m_theme.px(6), 0);
        painter.setClipRect(inside);
        const QRect cursor = m_words.m_field.inputMethodQuery(Qt::ImCursorRectangle).toRect();
        const qreal y = cursor.bottom() - 0.5;
        for (const Mark& mark : m_words.m_marks) {
            const int from = m_words.xOf(mark.from);
            const int to = m_words.xOf(mark.from + mark.length);
            QPainterPath wave{QPointF(from, y)};
            for (int x = from + 2, up = 1; x <= to; x += 2, up = 1 - up)
                wave.lineTo(x, y - (up == 1 ? 2 : 0));
            painter.drawPath(wave);
        }
    }

private:
    LineWords& m_words;
};

LineWords::LineWords(const Theme& theme, QLineEdit& field)
    : QObject{&field}, m_theme{theme}, m_field{field}, m_waves{new Waves{*this}}
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(lookAfter);
    connect(&m_timer, &QTimer::timeout, this, &LineWords::look);
    connect(&field, &QLineEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(&field, &QLineEdit::textChanged, m_waves, qOverload<>(&QWidget::update));
    connect(&field, &QLineEdit::cursorPositionChanged, m_waves, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::themeChanged, m_waves, qOverload<>(&QWidget::update));
    field.installEventFilter(this);
}

LineWords::~LineWords()
{
    if (m_card)
        m_card->deleteLater();
}

LineWords* LineWords::of(const QWidget& field)
{
    return field.findChild<LineWords*>(QString{}, Qt::FindDirectChildrenOnly);
}

bool LineWords::isFor(const QLineEdit& field)
{
    const QWidget* parent = field.parentWidget();
    return !field.isReadOnly() && field.echoMode() == QLineEdit::Normal && field.inputMask().isEmpty() &&
           field.property("look").toString() != QLatin1String{"search"} &&
           qobject_cast<const DayEdit*>(&field) == nullptr && qobject_cast<const QComboBox*>(parent) == nullptr &&
           qobject_cast<const QAbstractSpinBox*>(parent) == nullptr;
}

void LineWords::setMatcher(Matcher matcher)
{
    m_matcher = std::move(matcher);
    look();
}

void LineWords::look()
{
    closeCard();
    m_marks.clear();
    if (m_matcher && !m_field.property(ownWordsProperty).toBool()) {
        m_text = m_field.text().toUtf8();
        TextPlaces places{m_text};
        for (const KindHit& hit : m_matcher->find(bytesOf(m_text))) {
            const int from = places.of(hit.range.from);
            m_marks.push_back({from, places.of(hit.range.from + hit.range.length) - from, hit});
        }
    }
    m_waves->update();
}

QStringList LineWords::underlined() const
{
    QStringList words;
    for (const Mark& mark : m_marks)
        words.append(m_field.text().mid(mark.from, mark.length));
    return words;
}

/// From where the cursor stands, which the field knows however far it has scrolled.
int LineWords::xOf(int position) const
{
    const QRect cursor = m_field.inputMethodQuery(Qt::ImCursorRectangle).toRect();
    const int at = m_field.cursorPosition();
    const QFontMetrics metrics = m_field.fontMetrics();
    const QString words = m_field.text();
    return position < at ? cursor.center().x() - metrics.horizontalAdvance(words.mid(position, at - position))
                         : cursor.center().x() + metrics.horizontalAdvance(words.mid(at, position - at));
}

bool LineWords::goToNext()
{
    if (m_timer.isActive()) {
        m_timer.stop();
        look();
    }
    if (m_marks.empty())
        return false;
    const int after = m_field.hasSelectedText() ? m_field.selectionEnd() : m_field.cursorPosition();
    const bool inside = m_card == nullptr;
    auto next = std::ranges::find_if(
        m_marks, [&](const Mark& mark) { return inside ? mark.from + mark.length >= after : mark.from >= after; });
    if (next == m_marks.end())
        next = m_marks.begin();
    openCard(static_cast<std::size_t>(next - m_marks.begin()));
    return true;
}

void LineWords::openCard(std::size_t at)
{
    closeCard();
    const Mark& mark = m_marks[at];
    m_field.setSelection(mark.from, mark.length);
    QStringList instead;
    for (const std::string& each : m_matcher->instead(mark.hit))
        instead.append(text(each));
    QWidget& ground = groundOf(m_field);
    m_card = new KindWordCard{m_theme, m_field.selectedText(), instead, text(m_matcher->word(mark.hit).why), ground};
    connect(m_card, &KindWordCard::chosen, this,
            [this, at](int which) { write(at, m_matcher->instead(m_marks[at].hit)[static_cast<std::size_t>(which)]); });
    connect(m_card, &KindWordCard::nextRequested, this, [this] { goToNext(); });
    connect(m_card, &KindWordCard::closed, this, &LineWords::closeCard);
    const QRect line{xOf(mark.from), 0, m_theme.px(40), m_field.height()};
    m_card->placeAt(QRect{m_field.mapTo(&ground, line.topLeft()), line.size()});
}

void LineWords::closeCard()
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

/// Typed over the word, so that Ctrl+Z takes it back.
void LineWords::write(std::size_t at, const std::string& instead)
{
    const KindChange change = changeFor(bytesOf(m_text), m_marks[at].hit.range, instead);
    TextPlaces places{m_text};
    const int from = places.of(change.range.from);
    const int to = places.of(change.range.from + change.range.length);
    closeCard();
    m_field.setSelection(from, to - from);
    m_field.insert(text(change.text));
    m_timer.stop();
    look();
}

bool LineWords::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        m_waves->setGeometry(m_field.rect());
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F7) {
        if (!goToNext())
            QToolTip::showText(m_field.mapToGlobal(QPoint{}), tr("No word is underlined here."), &m_field);
        return true;
    }
    if (event->type() == QEvent::ToolTip && m_matcher) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (const Mark& mark : m_marks)
            if (help->pos().x() >= xOf(mark.from) && help->pos().x() <= xOf(mark.from + mark.length)) {
                QToolTip::showText(help->globalPos(), plainToolTip(adviceOn(*m_matcher, mark.hit)), &m_field);
                return true;
            }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace holdfast::ui
