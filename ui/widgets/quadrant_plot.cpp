#include "theme/theme.h"
#include "widgets/assessment_widgets.h"

#include <QPainter>

namespace holdfast::ui {
namespace {

enum Quadrant : std::size_t { topLeft, topRight, bottomLeft, bottomRight };

Role roleOf(std::size_t quadrant)
{
    switch (quadrant) {
    case topLeft: return Role::mh;
    case topRight: return Role::joint;
    case bottomRight: return Role::da;
    default: return Role::neutral;
    }
}

}  // namespace

QuadrantPlot::QuadrantPlot(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
    refreshName();
}

void QuadrantPlot::setPoint(std::optional<Point> point, const QString& name)
{
    m_point = point;
    m_name = name;
    refreshName();
    update();
}

void QuadrantPlot::setWords(const std::array<QString, 4>& titles, const std::array<QString, 4>& details)
{
    m_titles = titles;
    m_details = details;
    refreshName();
    update();
}

void QuadrantPlot::setUnknownText(const QString& text)
{
    m_unknown = text;
    refreshName();
    update();
}

int QuadrantPlot::chosen() const
{
    if (!m_point)
        return -1;
    return (m_point->mentalHealth >= 0.5 ? 0 : 2) + (m_point->substanceUse >= 0.5 ? 1 : 0);
}

void QuadrantPlot::refreshName()
{
    if (!m_point) {
        setAccessibleName(m_unknown);
        return;
    }
    const auto word = [](qreal severity) { return severity >= 0.5 ? tr("High") : tr("Lower"); };
    setAccessibleName(tr("%1 mental health severity, %2 substance-use severity. Suggests: %3, %4")
                          .arg(word(m_point->mentalHealth), word(m_point->substanceUse).toLower(),
                               m_titles[static_cast<std::size_t>(chosen())].toLower(),
                               m_details[static_cast<std::size_t>(chosen())]));
}

QSize QuadrantPlot::sizeHint() const
{
    return {m_theme.px(300), m_theme.px(232)};
}

void QuadrantPlot::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal left = m_theme.px(26);
    const qreal gap = m_theme.px(4);
    const QRectF plot{left, 2, width() - left - 4, height() - m_theme.px(30) - 2.0};
    const QSizeF cell{(plot.width() - gap) / 2, (plot.height() - gap) / 2};
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF at{plot.left() + (i % 2 ? cell.width() + gap : 0),
                         plot.top() + (i > 1 ? cell.height() + gap : 0)};
        paintCell(painter, i, QRectF{at, cell});
    }
    paintAxes(painter, plot);
    paintPoint(painter, plot);
}

void QuadrantPlot::paintCell(QPainter& painter, std::size_t cell, const QRectF& box) const
{
    const bool on = chosen() == static_cast<int>(cell);
    painter.setPen(on ? QPen{m_theme.fill(roleOf(cell)), 2} : QPen{Qt::NoPen});
    painter.setBrush(m_theme.tint(roleOf(cell)));
    painter.drawRoundedRect(on ? box.adjusted(1, 1, -1, -1) : box, m_theme.px(4), m_theme.px(4));
    const qreal line = m_theme.lineHeight(Type::small);
    const qreal x = box.left() + m_theme.px(10);
    const qreal y = cell < 2 ? box.top() + m_theme.px(8) : box.bottom() - m_theme.px(8) - 2 * line;
    const qreal room = box.width() - m_theme.px(14);
    const auto draw = [&](const QString& text, int weight, const QColor& ink, qreal top) {
        const QFont font = m_theme.font(Type::small, weight);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRectF{x, top, room, line}, Qt::AlignVCenter,
                         QFontMetricsF{font}.elidedText(text, Qt::ElideRight, room));
    };
    const QColor title = roleOf(cell) == Role::neutral ? m_theme.color(Color::ink) : m_theme.text(roleOf(cell));
    draw(m_titles[cell], 600, title, y);
    draw(m_details[cell], 400, m_theme.color(Color::ink2), y + line);
}

void QuadrantPlot::paintAxes(QPainter& painter, const QRectF& plot) const
{
    const qreal x = qRound(plot.left() - m_theme.px(6)) + 0.5;
    const qreal y = qRound(plot.bottom() + m_theme.px(6)) + 0.5;
    const qreal tip = m_theme.px(4);
    painter.setPen(QPen{m_theme.color(Color::lineStrong), 1.2});
    painter.drawLine(QPointF{x, plot.bottom()}, QPointF{x, plot.top()});
    painter.drawLine(QPointF{x - tip, plot.top() + tip}, QPointF{x, plot.top()});
    painter.drawLine(QPointF{x + tip, plot.top() + tip}, QPointF{x, plot.top()});
    painter.drawLine(QPointF{plot.left(), y}, QPointF{plot.right(), y});
    painter.drawLine(QPointF{plot.right() - tip, y - tip}, QPointF{plot.right(), y});
    painter.drawLine(QPointF{plot.right() - tip, y + tip}, QPointF{plot.right(), y});
    painter.setFont(m_theme.font(Type::small, 600));
    painter.setPen(m_theme.text(Role::da));
    painter.drawText(QRectF{plot.left(), y + 2, plot.width(), height() - y - 2}, Qt::AlignVCenter,
                     tr("Substance-use severity"));
    painter.save();
    painter.translate(0, plot.bottom());
    painter.rotate(-90);
    painter.setPen(m_theme.text(Role::mh));
    painter.drawText(QRectF{0, 0, plot.height(), plot.left() - m_theme.px(9)}, Qt::AlignVCenter,
                     tr("Mental health severity"));
    painter.restore();
}

void QuadrantPlot::paintPoint(QPainter& painter, const QRectF& plot) const
{
    if (!m_point) {
        painter.setFont(m_theme.font(Type::dense, 600));
        painter.setPen(m_theme.color(Color::ink2));
        painter.drawText(plot.adjusted(m_theme.px(12), 0, -m_theme.px(12), 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_unknown);
        return;
    }
    const QPointF at{plot.left() + plot.width() * qBound(0.03, m_point->substanceUse, 0.97),
                     plot.bottom() - plot.height() * qBound(0.03, m_point->mentalHealth, 0.97)};
    QPen dots{m_theme.color(Color::ink2), 1.5, Qt::CustomDashLine, Qt::RoundCap};
    dots.setDashPattern({0.01, 3});
    painter.setPen(dots);
    painter.drawLine(QPointF{plot.left(), at.y()}, at);
    painter.drawLine(QPointF{at.x(), plot.bottom()}, at);
    QColor halo = m_theme.color(Color::jointFill);
    halo.setAlphaF(0.2F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    const qreal radius = qMax(m_point->uncertainty, 0.04);
    painter.drawEllipse(at, radius * plot.width(), radius * plot.height());
    painter.setPen(QPen{m_theme.color(Color::surface), 2});
    painter.setBrush(m_theme.color(Color::jointFill));
    painter.drawEllipse(at, m_theme.px(8), m_theme.px(8));
    const QFont font = m_theme.font(Type::small, 600);
    const qreal words = QFontMetricsF{font}.horizontalAdvance(m_name);
    const qreal x = qMin(at.x() + m_theme.px(12), plot.right() - words - m_theme.px(6));
    painter.setFont(font);
    painter.setPen(m_theme.color(Color::ink));
    painter.drawText(QPointF{x, at.y() + m_theme.px(18)}, m_name);
}

}  // namespace holdfast::ui
