#include "unlock/holdfast_art.h"

#include "theme/mark.h"
#include "theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace holdfast::ui {
namespace {

// Everything is drawn on a board this large and scaled to fill the panel, as in the drawing.
constexpr qreal boardWidth = 560;
constexpr qreal boardHeight = 900;
constexpr qreal middle = 280;
constexpr qreal strandGap = 339;  ///< clear board between the strands where the words stand
constexpr qreal braidTop = 420;
constexpr qreal braidStep = 46;
constexpr int braidSteps = 5;

QPen strand(const QColor& color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

QPainterPath curve(const QPointF& from, const QPointF& a, const QPointF& b, const QPointF& to)
{
    QPainterPath path{from};
    path.cubicTo(a, b, to);
    return path;
}

}  // namespace

HoldfastArt::HoldfastArt(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setAccessibleName(tr("Holdfast. Two needs, one hold."));
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

void HoldfastArt::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal scale = std::max(width() / boardWidth, height() / boardHeight);
    painter.save();
    painter.translate((width() - boardWidth * scale) / 2, (height() - boardHeight * scale) / 2);
    painter.scale(scale, scale);
    paintGround(painter);
    paintStrands(painter);
    paintRoots(painter);
    painter.restore();
    paintWords(painter, scale);
}

void HoldfastArt::paintGround(QPainter& painter) const
{
    const QColor rail = m_theme.color(Color::rail);
    QRadialGradient glow{QPointF{middle, boardHeight * 0.62}, boardHeight * 0.6};
    glow.setColorAt(0, rail.lighter(168));
    glow.setColorAt(1, rail.darker(116));
    painter.fillRect(QRectF{-boardWidth, -boardHeight, 3 * boardWidth, 3 * boardHeight}, glow);

    painter.setBrush(Qt::NoBrush);
    constexpr std::array opacities{0.17, 0.14, 0.11, 0.08, 0.05};
    for (std::size_t i = 0; i < opacities.size(); ++i) {
        const qreal x = 78 - 26.0 * static_cast<qreal>(i);
        painter.setOpacity(opacities[i]);
        painter.setPen(strand(m_theme.color(Color::markMh), 1.2));
        painter.drawPath(curve({x, -20}, {x + 4, 240}, {x + 14, 420}, {x - 18, 920}));
        painter.setPen(strand(m_theme.color(Color::markDa), 1.2));
        painter.drawPath(curve({boardWidth - x, -20}, {boardWidth - x - 4, 240}, {boardWidth - x - 14, 420},
                               {boardWidth - x + 18, 920}));
    }
    painter.setOpacity(1);

    QPainterPath shore{QPointF{-20, 846}};
    shore.cubicTo(120, 816, 220, 830, 300, 826);
    shore.cubicTo(380, 822, 470, 808, 590, 836);
    shore.lineTo(590, 1800);
    shore.lineTo(-20, 1800);
    painter.fillPath(shore, rail.darker(168));
}

void HoldfastArt::paintStrands(QPainter& painter) const
{
    const QColor mh = m_theme.color(Color::markMh);
    const QColor da = m_theme.color(Color::markDa);
    for (const bool left : {true, false}) {
        const auto x = [&](qreal value) { return left ? value : boardWidth - value; };
        QPainterPath path{QPointF{x(104), -400}};
        path.lineTo(x(104), -20);
        path.cubicTo(x(104), 190, x(108), 300, x(160), 352);
        path.cubicTo(x(200), 392, x(254), 384, middle, braidTop);
        painter.setPen(strand(left ? mh : da, 13));
        painter.drawPath(path);
    }
    for (int i = 0; i < braidSteps; ++i) {
        const qreal y = braidTop + braidStep * i;
        const qreal side = i % 2 == 0 ? 35.1 : -35.1;
        const auto half = [&](qreal out) {
            return curve({middle, y}, {middle + out, y + 15.64}, {middle + out, y + 30.36}, {middle, y + braidStep});
        };
        painter.setPen(strand(mh, 13));
        painter.drawPath(half(side));
        painter.setPen(strand(da, 13));
        painter.drawPath(half(-side));
    }
}

void HoldfastArt::paintRoots(QPainter& painter) const
{
    struct Root {
        qreal x, reach, y, width;
        Color color;
    };
    constexpr std::array roots{
        Root{271, 130, 768, 4.6, Color::markMh}, Root{274, 184, 800, 6.2, Color::markDa},
        Root{277, 236, 822, 7.7, Color::markMh}, Root{280, 280, 832, 9.0, Color::markJoint},
        Root{283, 324, 822, 7.7, Color::markDa}, Root{286, 376, 800, 6.2, Color::markMh},
        Root{289, 430, 768, 4.6, Color::markDa},
    };
    for (const Root& root : roots) {
        painter.setPen(strand(m_theme.color(root.color), root.width));
        const qreal bend = middle + (root.reach - middle) * 0.62;
        painter.drawPath(
            curve({root.x, 656}, {root.x + (root.x - middle) * 0.7, 704}, {bend, root.y - 59}, {root.reach, root.y}));
    }
    painter.setPen(QPen{m_theme.color(Color::rail).lighter(118), 4});
    painter.setBrush(m_theme.color(Color::markJoint));
    for (int i = 0; i <= braidSteps; ++i) {
        const bool end = i == 0 || i == braidSteps;
        const qreal wide = end ? 52 : 40;
        painter.drawRoundedRect(QRectF{middle - wide / 2, braidTop - 9 + braidStep * i, wide, 18}, 9, 9);
    }
}

void HoldfastArt::paintWords(QPainter& painter, qreal scale) const
{
    const qreal y = (height() - boardHeight * scale) / 2;
    const auto at = [&](qreal boardY) { return std::max(y + boardY * scale, boardY * 0.5); };
    painter.setPen(m_theme.color(Color::railInkOn));

    painter.setFont(m_theme.font(Type::h1s));
    const QString name = tr("Holdfast");
    const qreal mark = m_theme.px(40);
    const qreal gap = m_theme.px(10);
    const qreal text = QFontMetricsF{painter.font()}.horizontalAdvance(name);
    const qreal left = (width() - mark - gap - text) / 2;
    paintMark(painter, m_theme, QRectF{left, at(64), mark, mark});
    painter.setPen(m_theme.color(Color::railInkOn));
    painter.drawText(QRectF{left + mark + gap, at(64), text + 4, mark}, Qt::AlignLeft | Qt::AlignVCenter, name);

    const qreal line = m_theme.px(36);
    painter.setFont(m_theme.font(Type::kpi));
    painter.drawText(QRectF{0, at(176), width() * 1.0, line}, Qt::AlignCenter, tr("Two needs."));
    painter.drawText(QRectF{0, at(176) + line, width() * 1.0, line}, Qt::AlignCenter, tr("One hold."));
    painter.setFont(m_theme.font(Type::body));
    painter.setPen(m_theme.color(Color::railInk));
    // Between the two strands, however narrow the panel is.
    const qreal wide = std::min<qreal>(m_theme.px(290), strandGap * scale - m_theme.px(40));
    painter.drawText(QRectF{(width() - wide) / 2, at(176) + 2 * line + m_theme.px(10), wide, m_theme.px(84) * 1.0},
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("Mental health and drugs and alcohol, kept together until both services say yes."));
}

}  // namespace holdfast::ui
