#include "print/picture_painter.h"

#include "theme/theme.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace holdfast::ui {
namespace {

constexpr qreal hatchStep = 6;
constexpr qreal hatchWidth = 1.6;
constexpr qreal dotStep = 5;
constexpr qreal dotSize = 1.6;
constexpr int pngScale = 3;  ///< fine enough for paper
constexpr int mostPixels = 12000;

QPointF pointOf(const report::Point& point)
{
    return {point.x, point.y};
}

Qt::PenStyle styleOf(report::Dash dash)
{
    switch (dash) {
    case report::Dash::none: return Qt::SolidLine;
    case report::Dash::dashed: return Qt::DashLine;
    case report::Dash::dotted: return Qt::DotLine;
    }
    return Qt::SolidLine;
}

/// One drawing on one painter whose units are already those of the drawing.
class Brushwork {
public:
    Brushwork(QPainter& painter, const Theme& theme) : m_painter{painter}, m_theme{theme} {}

    void operator()(const report::Line& line)
    {
        m_painter.setPen(penOf(line.ink, line.width, line.dash));
        m_painter.drawLine(pointOf(line.from), pointOf(line.to));
    }

    void operator()(const report::Box& box)
    {
        QPainterPath path;
        path.addRoundedRect(QRectF{box.at.x, box.at.y, box.width, box.height}, box.radius, box.radius);
        fill(path, box.ink, box.fill);
        // A hatched field without an edge would have no shape.
        const bool patterned = box.fill == report::Fill::hatched || box.fill == report::Fill::dotted;
        stroke(path, penOf(box.ink, box.outline > 0 || !patterned ? box.outline : 1, report::Dash::none));
    }

    void operator()(const report::Path& drawn)
    {
        if (drawn.points.empty())
            return;
        const QPainterPath path = pathOf(drawn);
        fill(path, drawn.ink, drawn.fill);
        stroke(path, penOf(drawn.ink, drawn.width, drawn.dash));
    }

    void operator()(const report::Mark& mark)
    {
        const QColor color = colorOf(mark.ink, m_theme);
        const bool open = mark.marker == report::Marker::ring || mark.marker == report::Marker::cross;
        m_painter.setPen(QPen{color, 1.6});
        m_painter.setBrush(open ? QBrush{Qt::NoBrush} : QBrush{color});  // as the SVG has it: what is under it shows
        const qreal half = mark.size / 2;
        const QPointF at = pointOf(mark.at);
        const QRectF box{at.x() - half, at.y() - half, mark.size, mark.size};
        switch (mark.marker) {
        case report::Marker::disc:
        case report::Marker::ring: m_painter.drawEllipse(box); break;
        case report::Marker::square: m_painter.drawRect(box); break;
        case report::Marker::diamond:
            m_painter.drawPolygon(
                QPolygonF{{{at.x(), box.top()}, {box.right(), at.y()}, {at.x(), box.bottom()}, {box.left(), at.y()}}});
            break;
        case report::Marker::triangle:
            m_painter.drawPolygon(QPolygonF{{{at.x(), box.top()}, box.bottomRight(), box.bottomLeft()}});
            break;
        case report::Marker::cross:
            m_painter.drawLine(box.topLeft(), box.bottomRight());
            m_painter.drawLine(box.topRight(), box.bottomLeft());
            break;
        }
    }

    void operator()(const report::Label& label)
    {
        QFont font = m_theme.font(Type::body, label.bold ? QFont::DemiBold : QFont::Normal);
        font.setPixelSize(std::max(1, qRound(label.size)));
        font.setStyleStrategy(QFont::PreferNoShaping);  // as in letters: a PDF can be copied from
        const qreal width = QFontMetricsF{font}.horizontalAdvance(QString::fromStdString(label.text));
        const qreal back = label.anchor == report::Anchor::start ? 0
                           : label.anchor == report::Anchor::end ? width
                                                                 : width / 2;
        m_painter.save();
        m_painter.translate(pointOf(label.at));
        m_painter.rotate(label.turned);
        m_painter.setFont(font);
        m_painter.setPen(colorOf(label.ink, m_theme));
        m_painter.drawText(QPointF{-back, 0}, QString::fromStdString(label.text));
        m_painter.restore();
    }

private:
    QPen penOf(report::Ink ink, qreal width, report::Dash dash) const
    {
        if (width <= 0)
            return Qt::NoPen;
        QPen pen{colorOf(ink, m_theme), width, styleOf(dash)};
        pen.setCapStyle(Qt::FlatCap);
        pen.setJoinStyle(Qt::RoundJoin);
        return pen;
    }

    static QPainterPath pathOf(const report::Path& drawn)
    {
        QPainterPath path{pointOf(drawn.points.front())};
        if (drawn.curved)
            for (std::size_t i = 1; i + 2 < drawn.points.size(); i += 3)
                path.cubicTo(pointOf(drawn.points[i]), pointOf(drawn.points[i + 1]), pointOf(drawn.points[i + 2]));
        else
            for (std::size_t i = 1; i < drawn.points.size(); ++i)
                path.lineTo(pointOf(drawn.points[i]));
        if (drawn.closed)
            path.closeSubpath();
        return path;
    }

    void stroke(const QPainterPath& path, const QPen& pen)
    {
        if (pen.style() != Qt::NoPen)
            m_painter.strokePath(path, pen);
    }

    /// Patterns are drawn line by line: a pattern brush has the dots of the device, which are a hair on paper.
    void fill(const QPainterPath& path, report::Ink ink, report::Fill how)
    {
        const QColor color = colorOf(ink, m_theme);
        switch (how) {
        case report::Fill::none: return;
        case report::Fill::solid: m_painter.fillPath(path, color); return;
        case report::Fill::hatched:
        case report::Fill::dotted: break;
        }
        m_painter.fillPath(path, colorOf(report::Ink::surface, m_theme));
        m_painter.save();
        m_painter.setClipPath(path, Qt::IntersectClip);
        if (how == report::Fill::hatched)
            hatch(path.boundingRect(), color);
        else
            dot(path.boundingRect(), color);
        m_painter.restore();
    }

    void hatch(const QRectF& box, const QColor& color)
    {
        m_painter.setPen(QPen{color, hatchWidth});
        for (qreal x = std::floor((box.left() - box.height()) / hatchStep) * hatchStep; x < box.right(); x += hatchStep)
            m_painter.drawLine(QPointF{x, box.bottom()}, QPointF{x + box.height(), box.top()});
    }

    void dot(const QRectF& box, const QColor& color)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        for (qreal y = box.top() + dotStep / 2; y < box.bottom(); y += dotStep)
            for (qreal x = box.left() + dotStep / 2; x < box.right(); x += dotStep)
                m_painter.drawEllipse(QPointF{x, y}, dotSize / 2, dotSize / 2);
    }

    QPainter& m_painter;
    const Theme& m_theme;
};

}  // namespace

QColor colorOf(report::Ink ink, const Theme& theme)
{
    switch (ink) {
    case report::Ink::text: return theme.color(Color::ink);
    case report::Ink::muted: return theme.color(Color::ink3);
    case report::Ink::grid: return theme.color(Color::line);
    case report::Ink::axis: return theme.color(Color::lineStrong);
    case report::Ink::mentalHealth: return theme.color(Color::mhFill);
    case report::Ink::substance: return theme.color(Color::daFill);
    case report::Ink::joint: return theme.color(Color::jointFill);
    case report::Ink::bounce: return theme.color(Color::bounceFill);
    case report::Ink::late: return theme.color(Color::lateFill);
    case report::Ink::accepted: return theme.color(Color::ok);
    case report::Ink::wait: return theme.color(Color::wait);
    case report::Ink::surface: return theme.color(Color::surface);
    case report::Ink::sunken: return theme.color(Color::sunken);
    case report::Ink::onFill: return theme.color(Color::onFill);
    }
    return {};
}

void paintDrawing(QPainter& painter, const report::Drawing& drawing, const QRectF& place, const Theme& theme)
{
    if (drawing.width <= 0 || drawing.height <= 0 || place.isEmpty())
        return;
    const qreal scale = std::min(place.width() / drawing.width, place.height() / drawing.height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(place.center() - QPointF{drawing.width, drawing.height} * scale / 2);
    painter.scale(scale, scale);
    Brushwork brushwork{painter, theme};
    for (const report::Shape& shape : drawing.shapes)
        std::visit(brushwork, shape);
    painter.restore();
}

QByteArray pngOf(const report::Drawing& drawing)
{
    const QSize size{static_cast<int>(std::ceil(drawing.width * pngScale)),
                     static_cast<int>(std::ceil(drawing.height * pngScale))};
    if (size.isEmpty() || size.width() > mostPixels || size.height() > mostPixels)
        return {};
    const Theme paper;
    QImage image{size, QImage::Format_RGB32};
    if (image.isNull())
        return {};
    image.fill(paper.color(Color::surface));
    QPainter painter{&image};
    paintDrawing(painter, drawing, QRectF{QPointF{}, QSizeF{size}}, paper);
    painter.end();
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray{};
}

}  // namespace holdfast::ui
