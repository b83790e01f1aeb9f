#include "widgets/entries.h"

#include "theme/theme.h"
#include "words/dates.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCalendarWidget>
#include <QMenu>
#include <QStylePainter>
#include <QTextDocument>
#include <QWheelEvent>
#include <QWidgetAction>

#include <cmath>

namespace holdfast::ui {

GrowingText::GrowingText(const Theme& theme, const QString& name, int fewestLines, int mostLines, QWidget* parent)
    : QPlainTextEdit{parent}, m_theme{theme}, m_fewest{fewestLines}, m_most{mostLines}
{
    setAccessibleName(name);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, [this] { fit(); });
    connect(&theme, &Theme::themeChanged, this, [this] { fit(); });
    fit();
}

int GrowingText::heightFor(qreal lines) const
{
    const QMargins margins = contentsMargins();
    const int around = margins.top() + margins.bottom() + m_theme.px(12);
    return static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing())) + around;
}

void GrowingText::fit()
{
    // A plain text document measures itself in lines.
    const qreal lines = qBound(qreal(m_fewest), document()->size().height(), qreal(m_most));
    const int height = heightFor(lines);
    setVerticalScrollBarPolicy(document()->size().height() > m_most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (minimumHeight() != height || maximumHeight() != height) {
        setFixedHeight(height);
        updateGeometry();
    }
}

QSize GrowingText::sizeHint() const
{
    return {m_theme.px(200), minimumHeight()};
}

QSize GrowingText::minimumSizeHint() const
{
    return {m_theme.px(80), minimumHeight()};
}

void GrowingText::setTextQuietly(const QString& text)
{
    if (toPlainText() == text)
        return;
    const QSignalBlocker quiet{this};
    setPlainText(text);
    fit();
}

void GrowingText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

Choice::Choice(const QString& name, QWidget* parent) : QComboBox{parent}
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Choice::addChoice(const QString& words, const QVariant& value)
{
    addItem(words, value);
    setItemData(count() - 1, words, Qt::ToolTipRole);
}

void Choice::setValueQuietly(const QVariant& value)
{
    const QSignalBlocker quiet{this};
    setCurrentIndex(findData(value));
}

void Choice::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void Choice::paintEvent(QPaintEvent*)
{
    QStylePainter painter{this};
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect text = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + 4;
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, text.width() - icon - 2);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

DayEdit::DayEdit(const Theme& theme, const QString& name, Date today, QWidget* parent)
    : QLineEdit{parent}, m_today{today}
{
    setAccessibleName(name);
    setPlaceholderText(tr("Day, month, year"));
    auto* open = addAction(theme.icon(QStringLiteral("calendar"), Color::ink3), QLineEdit::TrailingPosition);
    open->setToolTip(tr("Pick from a calendar (Alt+Down)"));
    open->setShortcut(QKeySequence{Qt::ALT | Qt::Key_Down});
    open->setShortcutContext(Qt::WidgetShortcut);
    connect(open, &QAction::triggered, this, [this] { pick(); });
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const auto typed = day())
            setDayQuietly(typed);
    });
}

std::optional<Date> DayEdit::day() const
{
    return readDay(text());
}

bool DayEdit::isReadable() const
{
    return text().trimmed().isEmpty() || day().has_value();
}

void DayEdit::setDayQuietly(const std::optional<Date>& day)
{
    const QSignalBlocker quiet{this};
    setText(editDay(day));
}

void DayEdit::pick()
{
    QMenu menu{this};
    QCalendarWidget calendar;
    calendar.setFirstDayOfWeek(Qt::Monday);
    calendar.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar.setSelectedDate(qtDate(day().value_or(m_today)));
    auto* entry = new QWidgetAction{&menu};
    entry->setDefaultWidget(&calendar);
    menu.addAction(entry);
    connect(&calendar, &QCalendarWidget::activated, &menu, [this, &menu](QDate picked) {
        setText(editDay(fromQt(picked)));
        menu.close();
    });
    connect(&calendar, &QCalendarWidget::clicked, &calendar, &QCalendarWidget::activated);
    menu.exec(mapToGlobal(QPoint{0, height()}));
    entry->releaseWidget(&calendar);
}

}  // namespace holdfast::ui
