#include "kindwords/line_words.h"

#include "theme/theme.h"
#include "widgets/entries.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>

namespace holdfast::ui {
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
        painter.setPen(QPen{m_words.theme().color(Color::wait), 1.2});
        const QRect inside = rect().adjusted(m_words.theme().px(6), 0, -m_words.theme().px(6), 0);
        painter.setClipRect(inside);
        const QRect cursor = m_words.m_field.inputMethodQuery(Qt::ImCursorRectangle).toRect();
        const qreal y = cursor.bottom() - 0.5;
        for (const Mark& mark : m_words.marks()) {
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
    : MarkedWords{theme, field}, m_field{field}, m_waves{new Waves{*this}}
{
    connect(&field, &QLineEdit::textChanged, &timer(), qOverload<>(&QTimer::start));
    connect(&field, &QLineEdit::textChanged, m_waves, qOverload<>(&QWidget::update));
    connect(&field, &QLineEdit::cursorPositionChanged, m_waves, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::themeChanged, m_waves, qOverload<>(&QWidget::update));
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

QString LineWords::plainText() const
{
    return m_field.text();
}

int LineWords::selectionEnd() const
{
    return m_field.hasSelectedText() ? m_field.selectionEnd() : m_field.cursorPosition();
}

QString LineWords::select(int from, int length)
{
    m_field.setSelection(from, length);
    return m_field.selectedText();
}

/// Typed over the word: setText() would forget what Ctrl+Z takes back.
void LineWords::replace(int from, int to, const QString& words)
{
    m_field.setSelection(from, to - from);
    m_field.insert(words);
}

QRect LineWords::placeIn(const QWidget& ground, const Mark& mark) const
{
    const QRect line{xOf(mark.from), 0, theme().px(40), m_field.height()};
    return QRect{m_field.mapTo(&ground, line.topLeft()), line.size()};
}

void LineWords::marksChanged()
{
    m_waves->update();
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

bool LineWords::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        m_waves->setGeometry(m_field.rect());
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F7) {
        goToNextOrSay(m_field);
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (const Mark& mark : marks())
            if (help->pos().x() >= xOf(mark.from) && help->pos().x() <= xOf(mark.from + mark.length)) {
                showAdvice(mark, help->globalPos());
                return true;
            }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace holdfast::ui
