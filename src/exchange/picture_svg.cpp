#include "exchange/picture_svg.h"

#include "exchange/markup.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>

namespace holdfast::exchange {
namespace {

using report::Box;
using report::Dash;
using report::Fill;
using report::Ink;
using report::Label;
using report::Line;
using report::Mark;
using report::Marker;
using report::Path;
using report::Point;

/// "12", "12.5", "12.25"
std::string svgNumber(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", std::isfinite(value) ? value : 0.0);
    std::string shown = text.data();
    while (shown.ends_with('0'))
        shown.pop_back();
    if (shown.ends_with('.'))
        shown.pop_back();
    return shown == "-0" ? "0" : shown;
}

std::string svgPoint(const Point& at)
{
    return svgNumber(at.x) + ' ' + svgNumber(at.y);
}

std::string attribute(std::string_view name, const std::string& value)
{
    return ' ' + std::string{name} + "=\"" + value + '"';
}

std::string attribute(std::string_view name, double value)
{
    return attribute(name, svgNumber(value));
}

class SvgWriter {
public:
    explicit SvgWriter(const report::Picture& picture) : m_id{plainMarkup(picture.id)}, m_picture{picture} {}

    std::string write()
    {
        std::string body;
        for (const report::Shape& shape : m_picture.drawing.shapes)
            body += "  " + std::visit([this](const auto& each) { return element(each); }, shape) + '\n';
        const std::string width = svgNumber(m_picture.drawing.width);
        const std::string height = svgNumber(m_picture.drawing.height);
        std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" role="img")" +
                          attribute("aria-labelledby", m_id + "-title " + m_id + "-words") +
                          attribute("viewBox", "0 0 " + width + ' ' + height) + attribute("width", width) +
                          attribute("height", height) +
                          " font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\">\n";
        svg += "  <title id=\"" + m_id + "-title\">" + plainMarkup(m_picture.title) + "</title>\n";
        svg += "  <desc id=\"" + m_id + "-words\">" + plainMarkup(m_picture.alt) + "</desc>\n";
        svg += patterns();
        svg += "  <rect" + attribute("width", width) + attribute("height", height) +
               attribute("fill", std::string{lightColour(Ink::surface)}) + "/>\n";
        return svg + body + "</svg>\n";
    }

private:
    std::string colour(Ink ink) const { return std::string{lightColour(ink)}; }

    /// The value of a fill, and the pattern it needs.
    std::string fillOf(Fill fill, Ink ink)
    {
        if (fill == Fill::none)
            return "none";
        if (fill == Fill::solid)
            return colour(ink);
        m_patterns.emplace(fill, ink);
        return "url(#" + patternId(fill, ink) + ')';
    }

    std::string patternId(Fill fill, Ink ink) const
    {
        return m_id + (fill == Fill::hatched ? "-hatched-" : "-dotted-") + std::string{nameOf(ink)};
    }

    std::string patterns() const
    {
        if (m_patterns.empty())
            return {};
        std::string defs = "  <defs>\n";
        for (const auto& [fill, ink] : m_patterns) {
            const bool hatched = fill == Fill::hatched;
            defs += "    <pattern id=\"" + patternId(fill, ink) +
                    R"(" width="6" height="6" patternUnits="userSpaceOnUse")" +
                    (hatched ? " patternTransform=\"rotate(45)\"" : "") + R"(><rect width="6" height="6" fill=")" +
                    colour(Ink::surface) + R"("/>)" +
                    (hatched ? R"(<rect width="3" height="6" fill=")" : R"(<circle cx="3" cy="3" r="1.5" fill=")") +
                    colour(ink) + "\"/></pattern>\n";
        }
        return defs + "  </defs>\n";
    }

    std::string stroke(Ink ink, double width, Dash dash) const
    {
        std::string text = attribute("stroke", colour(ink)) + attribute("stroke-width", width);
        if (dash == Dash::dashed)
            text += attribute("stroke-dasharray",
                              svgNumber(3 * std::max(width, 1.5)) + ' ' + svgNumber(2 * std::max(width, 1.5)));
        if (dash == Dash::dotted)
            text += attribute("stroke-dasharray", svgNumber(width) + ' ' + svgNumber(2 * width));
        return text;
    }

    std::string element(const Line& line)
    {
        return "<line" + attribute("x1", line.from.x) + attribute("y1", line.from.y) + attribute("x2", line.to.x) +
               attribute("y2", line.to.y) + stroke(line.ink, line.width, line.dash) + "/>";
    }

    std::string element(const Box& box)
    {
        std::string text = "<rect" + attribute("x", box.at.x) + attribute("y", box.at.y) +
                           attribute("width", box.width) + attribute("height", box.height);
        if (box.radius > 0)
            text += attribute("rx", box.radius);
        text += attribute("fill", fillOf(box.fill, box.ink));
        if (box.outline > 0)
            text += stroke(box.ink, box.outline, Dash::none);
        return text + "/>";
    }

    std::string element(const Path& path)
    {
        std::string course;
        for (std::size_t i = 0; i < path.points.size(); ++i) {
            const bool begins = path.curved && i % 3 == 1;
            course += (i == 0 ? "M" : begins ? " C" : path.curved ? " " : " L") + svgPoint(path.points[i]);
        }
        if (path.closed)
            course += " Z";
        std::string text = "<path" + attribute("d", course) + attribute("fill", fillOf(path.fill, path.ink));
        if (path.width > 0)
            text += stroke(path.ink, path.width, path.dash) + attribute("stroke-linejoin", std::string{"round"});
        return text + "/>";
    }

    std::string element(const Mark& mark)
    {
        const double half = mark.size / 2;
        const auto& [x, y] = mark.at;
        const auto shape = [&](const std::vector<Point>& points) {
            return element(Path{points, mark.ink, 0, Dash::none, Fill::solid, true, false});
        };
        switch (mark.marker) {
        case Marker::disc:
            return "<circle" + attribute("cx", x) + attribute("cy", y) + attribute("r", half) +
                   attribute("fill", colour(mark.ink)) + "/>";
        case Marker::ring:
            return "<circle" + attribute("cx", x) + attribute("cy", y) + attribute("r", half) + " fill=\"none\"" +
                   stroke(mark.ink, 1.5, Dash::none) + "/>";
        case Marker::square:
            return shape({{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}});
        case Marker::diamond: return shape({{x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}});
        case Marker::triangle: return shape({{x, y - half}, {x + half, y + half}, {x - half, y + half}});
        case Marker::cross:
            return "<path" +
                   attribute("d", "M" + svgPoint({x - half, y - half}) + " L" + svgPoint({x + half, y + half}) + " M" +
                                      svgPoint({x + half, y - half}) + " L" + svgPoint({x - half, y + half})) +
                   stroke(mark.ink, 2, Dash::none) + "/>";
        }
        return {};
    }

    std::string element(const Label& label)
    {
        constexpr std::array<std::string_view, 3> anchors{"start", "middle", "end"};
        std::string text = "<text" + attribute("x", label.at.x) + attribute("y", label.at.y) +
                           attribute("font-size", label.size) + attribute("fill", colour(label.ink));
        if (label.anchor != report::Anchor::start)
            text += attribute("text-anchor", std::string{anchors.at(static_cast<std::size_t>(label.anchor))});
        if (label.bold)
            text += attribute("font-weight", std::string{"600"});
        if (label.turned != 0)
            text += attribute("transform", "rotate(" + svgNumber(label.turned) + ' ' + svgPoint(label.at) + ')');
        return text + '>' + plainMarkup(label.text) + "</text>";
    }

    std::string m_id;
    const report::Picture& m_picture;
    std::set<std::pair<Fill, Ink>> m_patterns;
};

}  // namespace

std::string_view lightColour(Ink ink)
{
    switch (ink) {
    case Ink::text: return "#15201E";
    case Ink::muted: return "#5A6663";
    case Ink::grid: return "#DCDFD9";
    case Ink::axis: return "#7F8986";
    case Ink::mentalHealth: return "#3A62BD";
    case Ink::substance: return "#C26A00";
    case Ink::joint: return "#0C655F";
    case Ink::bounce: return "#C22F78";
    case Ink::late: return "#B42620";
    case Ink::accepted: return "#2B6420";
    case Ink::wait: return "#475063";
    case Ink::surface: return "#FFFFFF";
    case Ink::sunken: return "#F8F8F5";
    case Ink::onFill: return "#FFFFFF";
    }
    return "#15201E";
}

std::string svgElement(const report::Picture& picture)
{
    return SvgWriter{picture}.write();
}

std::string writePictureSvg(const report::Picture& picture, const report::Document& document)
{
    report::Picture whole = picture;
    whole.drawing = framed(picture, document);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svgElement(whole);
}

}  // namespace holdfast::exchange
