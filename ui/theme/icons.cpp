#include "theme/icons.h"

#include <QDir>
#include <QFile>
#include <QtMath>
#include <QXmlStreamReader>

namespace holdfast::ui {
namespace {

/// Numbers and command letters of path data, one after the other.
class PathScanner {
public:
    explicit PathScanner(QStringView data) : m_data{data} {}

    bool atEnd()
    {
        skipSpace();
        return m_at >= m_data.size();
    }
    std::optional<QChar> letter()
    {
        skipSpace();
        if (m_at < m_data.size() && m_data[m_at].isLetter())
            return m_data[m_at++];
        return std::nullopt;
    }
    std::optional<qreal> number()
    {
        skipSpace();
        const qsizetype from = m_at;
        if (m_at < m_data.size() && (m_data[m_at] == u'-' || m_data[m_at] == u'+'))
            ++m_at;
        bool point = false;
        for (; m_at < m_data.size() && (m_data[m_at].isDigit() || (m_data[m_at] == u'.' && !point)); ++m_at)
            point = point || m_data[m_at] == u'.';
        // The loop above leaves the second point of "5.1.3" for the next number, as SVG has it.
        bool ok = false;
        const qreal value = m_data.mid(from, m_at - from).toDouble(&ok);
        if (!ok)
            return std::nullopt;
        return value;
    }
    /// The two flags of an arc may stand together: "0 01".
    std::optional<qreal> flag()
    {
        skipSpace();
        if (m_at < m_data.size() && (m_data[m_at] == u'0' || m_data[m_at] == u'1'))
            return m_data[m_at++] == u'1' ? 1.0 : 0.0;
        return std::nullopt;
    }

private:
    void skipSpace()
    {
        while (m_at < m_data.size() && (m_data[m_at].isSpace() || m_data[m_at] == u','))
            ++m_at;
    }

    QStringView m_data;
    qsizetype m_at = 0;
};

struct Arc {
    qreal rx;
    qreal ry;
    bool large;
    bool sweep;
    QPointF to;
};

/// From endpoints to centre as in SVG 1.1, appendix F.6.5; the icons have no rotated ellipses.
void arcTo(QPainterPath& path, const Arc& arc)
{
    const QPointF from = path.currentPosition();
    const QPointF half = (from - arc.to) / 2;
    qreal rx = qAbs(arc.rx);
    qreal ry = qAbs(arc.ry);
    if (rx == 0 || ry == 0 || half.isNull()) {
        path.lineTo(arc.to);
        return;
    }
    const qreal tooSmall = half.x() * half.x() / (rx * rx) + half.y() * half.y() / (ry * ry);
    if (tooSmall > 1) {
        rx *= qSqrt(tooSmall);
        ry *= qSqrt(tooSmall);
    }
    const qreal below = rx * rx * half.y() * half.y() + ry * ry * half.x() * half.x();
    const qreal sign = arc.large == arc.sweep ? -1 : 1;
    const qreal scale = sign * qSqrt(qMax(0.0, rx * rx * ry * ry - below) / below);
    const QPointF turned{scale * rx * half.y() / ry, -scale * ry * half.x() / rx};
    const QPointF centre = turned + (from + arc.to) / 2;

    const auto angle = [&](const QPointF& point) {
        return qRadiansToDegrees(qAtan2(-(point.y() - centre.y()) / ry, (point.x() - centre.x()) / rx));
    };
    const qreal start = angle(from);
    qreal span = angle(arc.to) - start;
    if (arc.sweep && span > 0)
        span -= 360;
    else if (!arc.sweep && span < 0)
        span += 360;
    path.arcTo(QRectF{centre.x() - rx, centre.y() - ry, 2 * rx, 2 * ry}, start, span);
}

/// One reading of path data: the path so far and what relative commands refer to.
class PathReader {
public:
    explicit PathReader(QStringView data) : m_scan{data} {}

    std::optional<QPainterPath> read()
    {
        while (!m_scan.atEnd()) {
            if (const auto letter = m_scan.letter())
                m_command = *letter;
            else if (m_command == u'z' || m_command == u'Z' || m_command.isNull())
                return std::nullopt;
            if (!step())
                return std::nullopt;
        }
        return m_path;
    }

private:
    bool step()
    {
        const bool relative = m_command.isLower();
        const QPointF base = relative ? m_path.currentPosition() : QPointF{};
        switch (m_command.toLower().unicode()) {
        case u'm': return move(base);
        case u'l': return one(base, [&](QPointF to) { m_path.lineTo(to); });
        case u'h': return side([&](qreal x) { m_path.lineTo(base.x() + x, m_path.currentPosition().y()); });
        case u'v': return side([&](qreal y) { m_path.lineTo(m_path.currentPosition().x(), base.y() + y); });
        case u'c': return cubic(base);
        case u's': return smooth(base);
        case u'a': return arc(base);
        case u'z': m_path.closeSubpath(); return true;
        default: return false;
        }
    }

    std::optional<QPointF> point(QPointF base)
    {
        const auto x = m_scan.number();
        const auto y = m_scan.number();
        if (!x || !y)
            return std::nullopt;
        return base + QPointF{*x, *y};
    }
    template <class Draw>
    bool one(QPointF base, Draw draw)
    {
        const auto to = point(base);
        if (to)
            draw(*to);
        return to.has_value();
    }
    template <class Draw>
    bool side(Draw draw)
    {
        const auto value = m_scan.number();
        if (value)
            draw(*value);
        return value.has_value();
    }
    bool move(QPointF base)
    {
        const bool relative = m_command.isLower();
        m_command = relative ? u'l' : u'L';  // further pairs are lines
        return one(base, [&](QPointF to) { m_path.moveTo(to); });
    }
    bool cubic(QPointF base)
    {
        const auto first = point(base);
        const auto second = point(base);
        const auto to = point(base);
        if (!first || !second || !to)
            return false;
        m_path.cubicTo(*first, *second, *to);
        m_control = *second;
        m_controlEnd = *to;
        return true;
    }
    bool smooth(QPointF base)
    {
        const auto second = point(base);
        const auto to = point(base);
        if (!second || !to)
            return false;
        const QPointF from = m_path.currentPosition();
        const QPointF first = m_controlEnd == from ? 2 * from - m_control : from;
        m_path.cubicTo(first, *second, *to);
        m_control = *second;
        m_controlEnd = *to;
        return true;
    }
    bool arc(QPointF base)
    {
        const auto rx = m_scan.number();
        const auto ry = m_scan.number();
        const auto turn = m_scan.number();
        const auto large = m_scan.flag();
        const auto sweep = m_scan.flag();
        const auto to = point(base);
        if (!rx || !ry || !turn || !large || !sweep || !to)
            return false;
        arcTo(m_path, {*rx, *ry, *large > 0, *sweep > 0, *to});
        return true;
    }

    PathScanner m_scan;
    QPainterPath m_path;
    QChar m_command;
    QPointF m_control;
    QPointF m_controlEnd{-1e9, -1e9};
};

qreal number(const QXmlStreamAttributes& attributes, const char* name)
{
    return attributes.value(QLatin1String{name}).toDouble();
}

std::optional<QPainterPath> readElement(QStringView element, const QXmlStreamAttributes& a)
{
    QPainterPath path;
    if (element == u"path")
        return readPathData(a.value(QLatin1String{"d"}));
    if (element == u"circle") {
        const qreal r = number(a, "r");
        path.addEllipse(QPointF{number(a, "cx"), number(a, "cy")}, r, r);
    } else if (element == u"rect") {
        const qreal round = number(a, "rx");
        path.addRoundedRect(QRectF{number(a, "x"), number(a, "y"), number(a, "width"), number(a, "height")}, round,
                            round);
    } else if (element == u"line") {
        path.moveTo(number(a, "x1"), number(a, "y1"));
        path.lineTo(number(a, "x2"), number(a, "y2"));
    } else {
        return std::nullopt;
    }
    return path;
}

}  // namespace

std::optional<QPainterPath> readPathData(QStringView data)
{
    return PathReader{data}.read();
}

std::optional<IconShape> readIcon(const QByteArray& svg)
{
    IconShape shape;
    QXmlStreamReader xml{svg};
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() == u"svg")
            continue;
        const auto path = readElement(xml.name(), xml.attributes());
        if (!path)
            return std::nullopt;
        const auto width = xml.attributes().value(QLatin1String{"stroke-width"});
        shape.append({*path, width.isEmpty() ? std::nullopt : std::optional{width.toDouble()}});
    }
    if (xml.hasError() || shape.isEmpty())
        return std::nullopt;
    return shape;
}

Icons::Icons()
{
    const QDir folder{QStringLiteral(":/icons")};
    for (const QString& name : folder.entryList({QStringLiteral("*.svg")})) {
        QFile file{folder.filePath(name)};
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto shape = readIcon(file.readAll()))
            m_shapes.insert(name.chopped(4), *shape);
    }
}

const IconShape& Icons::shape(QStringView name) const
{
    static const IconShape nothing;
    const auto found = m_shapes.constFind(name.toString());
    Q_ASSERT_X(found != m_shapes.constEnd(), "Icons::shape", "no icon of that name");
    return found == m_shapes.constEnd() ? nothing : *found;
}

}  // namespace holdfast::ui
