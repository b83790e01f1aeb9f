#include "timeline/case_chart.h"

#include "theme/style.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace holdfast::ui {
namespace {

constexpr auto nearest = std::chrono::days{14};
constexpr double step = 0.6;
constexpr int mostLines = 8;

}  // namespace

CaseChart::CaseChart(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("caseChart"));
    setFocusPolicy(Qt::StrongFocus);
    setProperty(ownFocusProperty, true);
    setMouseTracking(true);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        show(m_layout.window);
    });
}

TimeWindow CaseChart::whole() const
{
    const auto length = std::max<Instant::duration>(m_picture.to - m_picture.from, std::chrono::days{28});
    const auto air = length / 40;
    return {m_picture.to - length - air, m_picture.to + air};
}

void CaseChart::setPicture(CasePicture picture, bool sameCase)
{
    const bool stays = sameCase && !m_picture.isEmpty() && !isWhole();
    const TimeWindow before = m_layout.window;
    m_picture = std::move(picture);
    m_current = -1;
    show(stays ? before : whole());
    setAccessibleName(m_picture.summary());
    emit currentChanged();
}

void CaseChart::show(TimeWindow window)
{
    m_layout = layOutChart(m_picture, window, m_theme, size());
    m_current = std::min(m_current, static_cast<int>(m_layout.groups.size()) - 1);
    update();
    emit windowChanged();
}

void CaseChart::zoom(double factor, Instant around)
{
    const TimeWindow all = whole();
    const TimeWindow now = window();
    const auto scaled = [factor](Instant::duration span) {
        return Instant::duration{static_cast<Instant::rep>(std::llround(static_cast<double>(span.count()) * factor))};
    };
    if (scaled(now.length()) >= all.length())
        return showWhole();
    if (scaled(now.length()) < nearest)
        return;
    TimeWindow next{around - scaled(around - now.from), around + scaled(now.to - around)};
    if (next.from < all.from)
        next = {all.from, all.from + next.length()};
    if (next.to > all.to)
        next = {all.to - next.length(), all.to};
    m_current = -1;
    show(next);
    emit currentChanged();
}

void CaseChart::zoomIn()
{
    const bool marked = m_current >= 0;
    const QPointF at = marked ? m_layout.groups[static_cast<std::size_t>(m_current)].at : m_layout.area.center();
    zoom(step, m_layout.instantAt(at.x()));
}

void CaseChart::zoomOut()
{
    zoom(1 / step, m_layout.instantAt(m_layout.area.center().x()));
}

void CaseChart::showWhole()
{
    m_current = -1;
    show(whole());
    emit currentChanged();
}

/// Along by a part of what is shown, and not beyond the ends.
void CaseChart::shift(double part)
{
    const TimeWindow all = whole();
    const TimeWindow now = window();
    auto by =
        Instant::duration{static_cast<Instant::rep>(std::llround(static_cast<double>(now.length().count()) * part))};
    by = std::clamp(by, std::min(all.from - now.from, Instant::duration{}),
                    std::max(all.to - now.to, Instant::duration{}));
    show({now.from + by, now.to + by});
}

void CaseChart::setCurrent(int group)
{
    if (group == m_current || group < -1 || group >= static_cast<int>(m_layout.groups.size()))
        return;
    m_current = group;
    update();
    setAccessibleDescription(currentWords().join(QLatin1Char{' '}));
    QAccessibleEvent said{this, QAccessible::DescriptionChanged};
    QAccessible::updateAccessibility(&said);
    emit currentChanged();
}

QStringList CaseChart::currentWords() const
{
    return wordsOf(m_current);
}

QStringList CaseChart::wordsOf(int group) const
{
    QStringList lines;
    if (group < 0)
        return lines;
    const auto& marks = m_layout.groups[static_cast<std::size_t>(group)].marks;
    for (const std::size_t mark : marks) {
        if (lines.size() == mostLines) {
            lines << tr("and %1 more: go nearer to see them").arg(static_cast<int>(marks.size()) - mostLines);
            break;
        }
        lines << m_picture.marks[mark].words;
    }
    return lines;
}

/// One thing opens; several come apart.
void CaseChart::activate()
{
    if (m_current < 0)
        return;
    const MarkGroup& group = m_layout.groups[static_cast<std::size_t>(m_current)];
    const CaseMark& mark = m_picture.marks[group.marks.front()];
    if (group.marks.size() > 1 && window().length() * step >= nearest)
        return zoom(step, mark.at);
    if (!mark.event.empty())
        emit eventActivated(mark.event);
}

int CaseChart::groupAt(const QPointF& point) const
{
    const qreal reach = m_theme.px(14);
    for (int i = static_cast<int>(m_layout.groups.size()) - 1; i >= 0; --i) {
        const QPointF away = m_layout.groups[static_cast<std::size_t>(i)].at - point;
        if (std::hypot(away.x(), away.y()) <= reach)
            return i;
    }
    return -1;
}

QSize CaseChart::sizeHint() const
{
    return {m_theme.px(900), m_theme.px(460)};
}

QSize CaseChart::minimumSizeHint() const
{
    return {m_theme.px(360), m_theme.px(300)};
}

void CaseChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    paintChart(painter, m_theme, m_picture, m_layout, hasFocus() ? m_current : -1);
}

void CaseChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    show(m_layout.window);
}

void CaseChart::keyPressEvent(QKeyEvent* event)
{
    const bool along = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Right: return along ? shift(0.25) : setCurrent(m_current + 1);
    case Qt::Key_Left: return along ? shift(-0.25) : setCurrent(std::max(m_current - 1, 0));
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomIn();
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_0:
    case Qt::Key_Home: return showWhole();
    case Qt::Key_Return:
    case Qt::Key_Enter: return activate();
    default: return QWidget::keyPressEvent(event);
    }
}

void CaseChart::wheelEvent(QWheelEvent* event)
{
    const int turned = event->angleDelta().y();
    if (event->modifiers().testFlag(Qt::ControlModifier) && turned != 0) {
        zoom(turned > 0 ? step : 1 / step, m_layout.instantAt(event->position().x()));
        return event->accept();
    }
    const int sideways = event->angleDelta().x() != 0                     ? event->angleDelta().x()
                         : event->modifiers().testFlag(Qt::ShiftModifier) ? turned
                                                                          : 0;
    if (sideways == 0)
        return event->ignore();
    shift(sideways > 0 ? -0.1 : 0.1);
    event->accept();
}

void CaseChart::mousePressEvent(QMouseEvent* event)
{
    setCurrent(groupAt(event->position()));
    m_draggedFrom = event->position().x();
}

void CaseChart::mouseMoveEvent(QMouseEvent* event)
{
    const bool dragging = event->buttons().testFlag(Qt::LeftButton) && m_draggedFrom && m_layout.area.width() > 0;
    if (!dragging) {
        setCursor(groupAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const qreal moved = *m_draggedFrom - event->position().x();
    m_draggedFrom = event->position().x();
    shift(moved / m_layout.area.width());
}

void CaseChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    setCurrent(groupAt(event->position()));
    activate();
}

bool CaseChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QStringList words = wordsOf(groupAt(help->pos()));
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(
            help->globalPos(),
            words.join(QLatin1Char{'\n'}).toHtmlEscaped().replace(QLatin1Char{'\n'}, QStringLiteral("<br>")), this);
    return true;
}

}  // namespace holdfast::ui
