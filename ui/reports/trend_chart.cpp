#include "reports/trend_chart.h"

#include "theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace holdfast::ui {

/// Where things are: the plot's rectangle and the scales.
struct TrendChart::Frame {
    QRectF plot;
    int top = 1;
    std::size_t count = 1;

    QPointF at(std::size_t index, int value) const
    {
        const qreal step = count > 1 ? plot.width() / static_cast<qreal>(count - 1) : 0;
        return {plot.left() + step * static_cast<qreal>(index), plot.bottom() - plot.height() * value / top};
    }
};

namespace {

/// The next round number above the largest value, so that the axis has whole steps.
int roundTop(int largest)
{
    for (const int top : {4, 8, 12, 20, 40, 60, 80, 100, 200, 400, 600, 800, 1000})
        if (largest <= top)
            return top;
    return (largest / 1000 + 1) * 1000;
}

}  // namespace

TrendChart::TrendChart(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setMinimumHeight(theme.px(190));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

QSize TrendChart::sizeHint() const
{
    return {m_theme.px(340), m_theme.px(230)};
}

void TrendChart::setPoints(std::vector<TrendPoint> points)
{
    m_points = std::move(points);
    QStringList said;
    for (const TrendPoint& point : m_points)
        said.append(tr("%1: %2, %3 overturned").arg(point.month).arg(point.bounces).arg(point.overturned));
    setAccessibleName(tr("Bounces each month"));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    m_current = -1;
    update();
}

TrendChart::Frame TrendChart::frame() const
{
    Frame frame;
    frame.count = m_points.size();
    int largest = 0;
    for (const TrendPoint& point : m_points)
        largest = std::max(largest, point.bounces);
    frame.top = roundTop(largest);
    frame.plot = QRectF(rect()).adjusted(m_theme.px(34), m_theme.px(38), -m_theme.px(34), -m_theme.px(28));
    return frame;
}

void TrendChart::choose(int month)
{
    m_current = std::clamp(month, 0, static_cast<int>(m_points.size()) - 1);
    const TrendPoint& point = m_points[static_cast<std::size_t>(m_current)];
    setAccessibleName(tr("Bounces each month. %1: %2").arg(point.month).arg(point.bounces));
    update();
}

void TrendChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_points.size()) - 1;
    const int now = m_current < 0 ? last : m_current;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: return choose(now - 1);
    case Qt::Key_Right: return choose(now + 1);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: emit monthActivated(now); return;
    default: QWidget::keyPressEvent(event);
    }
}

void TrendChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_points.empty())
        return QWidget::mouseReleaseEvent(event);
    const Frame frame = this->frame();
    const qreal step = frame.count > 1 ? frame.plot.width() / static_cast<qreal>(frame.count - 1) : 1;
    choose(qRound((event->position().x() - frame.plot.left()) / step));
    emit monthActivated(m_current);
}

void TrendChart::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_points.empty())
        return;
    const Frame frame = this->frame();
    paintGround(painter, frame);
    paintMonths(painter, frame);
    paintSeries(painter, frame, &TrendPoint::overturned, true);
    paintSeries(painter, frame, &TrendPoint::bounces, false);
    paintNames(painter, frame);
}

void TrendChart::paintGround(QPainter& painter, const Frame& frame) const
{
    const qreal half = frame.count > 1 ? frame.plot.width() / static_cast<qreal>(frame.count - 1) / 2 : 0;
    const bool all = std::ranges::all_of(m_points, &TrendPoint::chosen);
    for (std::size_t i = 0; i < m_points.size(); ++i)
        if (m_points[i].chosen && !all) {
            const qreal x = frame.at(i, 0).x();
            painter.fillRect(
                QRectF{x - half, frame.plot.top() - m_theme.px(10), 2 * half, frame.plot.height() + m_theme.px(10)},
                m_theme.color(Color::jointTint));
        }
    if (m_current >= 0 && hasFocus()) {
        const qreal x = frame.at(static_cast<std::size_t>(m_current), 0).x();
        painter.setPen(QPen{m_theme.color(Color::focus), m_theme.u(), Qt::DotLine});
        painter.drawLine(QPointF{x, frame.plot.top()}, QPointF{x, frame.plot.bottom()});
    }
    painter.setFont(m_theme.font(Type::small));
    constexpr int steps = 4;
    for (int i = 0; i <= steps; ++i) {
        const int value = frame.top * i / steps;
        const qreal y = frame.at(0, value).y();
        painter.setPen(QPen{m_theme.color(i == 0 ? Color::lineStrong : Color::line), 1});
        painter.drawLine(QPointF{frame.plot.left(), y}, QPointF{frame.plot.right(), y});
        painter.setPen(m_theme.color(Color::ink3));
        painter.drawText(QRectF{0, y - m_theme.px(10), frame.plot.left() - m_theme.px(8), m_theme.px(20) * 1.0},
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
    }
}

void TrendChart::paintMonths(QPainter& painter, const Frame& frame) const
{
    const qreal room = frame.plot.width() / static_cast<qreal>(std::max<std::size_t>(1, frame.count - 1));
    const std::size_t every = room < m_theme.px(34) ? 2 : 1;
    for (std::size_t i = (frame.count - 1) % every; i < m_points.size(); i += every) {
        painter.setFont(m_theme.font(Type::small, m_points[i].chosen ? 600 : 400));
        painter.setPen(m_theme.color(m_points[i].chosen ? Color::joint : Color::ink3));
        const qreal x = frame.at(i, 0).x();
        painter.drawText(
            QRectF{x - m_theme.px(30), frame.plot.bottom() + m_theme.px(8), m_theme.px(60) * 1.0, m_theme.px(18) * 1.0},
            Qt::AlignCenter, m_points[i].month);
    }
}

void TrendChart::paintSeries(QPainter& painter, const Frame& frame, int TrendPoint::*value, bool overturned) const
{
    const QColor color = m_theme.color(overturned ? Color::jointFill : Color::bounceFill);
    QPolygonF line;
    for (std::size_t i = 0; i < m_points.size(); ++i)
        line.append(frame.at(i, m_points[i].*value));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{color, 2.0 * m_theme.u(), overturned ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap});
    painter.drawPolyline(line);

    painter.setPen(QPen{color, 1.8 * m_theme.u()});
    painter.setBrush(m_theme.color(Color::surface));
    const qreal r = 3.4 * m_theme.u();
    for (const QPointF& point : line) {
        if (overturned)
            painter.drawRect(QRectF{point.x() - r, point.y() - r, 2 * r, 2 * r});
        else
            painter.drawEllipse(point, r, r);
    }

    painter.setFont(m_theme.font(Type::small, 600));
    painter.setPen(m_theme.color(overturned ? Color::joint : Color::bounce));
    const int last = m_points.back().*value;
    const QRectF number{-m_theme.px(22) * 1.0, -m_theme.px(9) * 1.0, m_theme.px(44) * 1.0, m_theme.px(18) * 1.0};
    const qreal away = m_theme.px(16);
    // Below the point it would stand on the months: then it stands beside it.
    const bool beside = overturned && line.last().y() + away + number.bottom() > frame.plot.bottom() + m_theme.px(4);
    const QPointF to = beside       ? QPointF{number.width() / 2 + m_theme.px(9), 0}
                       : overturned ? QPointF{0, away}
                                    : QPointF{0, -away};
    const Qt::Alignment aligned = beside ? Qt::AlignVCenter | Qt::AlignLeft : Qt::Alignment{Qt::AlignCenter};
    painter.drawText(number.translated(line.last() + to), static_cast<int>(aligned), QString::number(last));
}

void TrendChart::paintNames(QPainter& painter, const Frame& frame) const
{
    // Above the plot, with the line's own marker: no line runs through the words.
    const QFont font = m_theme.font(Type::small, 600);
    painter.setFont(font);
    const qreal row = m_theme.px(18);
    const qreal side = m_theme.px(7);
    qreal x = frame.plot.left();
    for (const bool overturned : {false, true}) {
        const QString name = overturned ? tr("Overturned") : tr("All bounces");
        const QRectF marker{x, (row - side) / 2, side, side};
        painter.setPen(QPen{m_theme.color(overturned ? Color::jointFill : Color::bounceFill), 1.8 * m_theme.u()});
        painter.setBrush(m_theme.color(Color::surface));
        overturned ? painter.drawRect(marker) : painter.drawEllipse(marker);
        painter.setPen(m_theme.color(overturned ? Color::joint : Color::bounce));
        const qreal width = QFontMetricsF{font}.horizontalAdvance(name) + 1;
        painter.drawText(QRectF{marker.right() + m_theme.px(6), 0, width, row}, Qt::AlignLeft | Qt::AlignVCenter, name);
        x = marker.right() + m_theme.px(6) + width + m_theme.px(14);
    }
}

}  // namespace holdfast::ui
