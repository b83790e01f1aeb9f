// A picture of a report as vectors: the screen, SVG, PDF and PNG paint the same shapes, so they cannot tell different stories.
// Whoever paints gives each role its colour; nothing may be told by colour alone.
#pragma once

#include "domain/names.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace holdfast::report {

struct Document;

/// What a shape is for. Each is a colour of the theme's tokens, named beside it.
enum class Ink : std::uint8_t {
    text,          ///< ink
    muted,         ///< ink-3: what explains
    grid,          ///< line
    axis,          ///< line-strong
    mentalHealth,  ///< mh-fill; drawn solid
    substance,     ///< da-fill; drawn hatched
    joint,         ///< joint-fill
    bounce,        ///< bounce-fill
    late,          ///< late-fill
    accepted,      ///< ok
    wait,          ///< wait
    surface,       ///< surface: behind the picture
    sunken,        ///< sunken: a quiet field
    onFill,        ///< on-fill: text on a solid field
};

enum class Fill : std::uint8_t { none, solid, hatched, dotted };
enum class Dash : std::uint8_t { none, dashed, dotted };
enum class Anchor : std::uint8_t { start, middle, end };
enum class Marker : std::uint8_t { disc, ring, square, diamond, triangle, cross };

/// From the left and from the top, in the units of the drawing: a pixel of a screen, three quarters of a point of paper.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Line {
    Point from;
    Point to;
    Ink ink = Ink::axis;
    double width = 1;
    Dash dash = Dash::none;
    friend bool operator==(const Line&, const Line&) = default;
};

/// A field with upright sides. With an outline width of 0 there is no outline.
struct Box {
    Point at;  ///< the upper left corner
    double width = 0;
    double height = 0;
    Ink ink = Ink::bounce;
    Fill fill = Fill::solid;  ///< hatched and dotted are drawn in `ink` on the surface
    double outline = 0;       ///< in `ink`
    double radius = 0;
    friend bool operator==(const Box&, const Box&) = default;
};

/// From point to point in straight lines, or through the points as one smooth band: `curved` paths have 1 + 3n points, a
/// start and for each stretch two handles and an end (cubic Bézier).
struct Path {
    std::vector<Point> points;
    Ink ink = Ink::text;
    double width = 1;  ///< of the line; 0: only the field
    Dash dash = Dash::none;
    Fill fill = Fill::none;
    bool closed = false;
    bool curved = false;
    friend bool operator==(const Path&, const Path&) = default;
};

/// Of a series, so that it is told from another without colour.
struct Mark {
    Point at;  ///< its middle
    Marker marker = Marker::disc;
    double size = 7;  ///< across
    Ink ink = Ink::text;
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// Plain text on one line.
struct Label {
    std::string text;
    Point at;  ///< on the baseline, where `anchor` says
    Anchor anchor = Anchor::start;
    double size = 12;
    bool bold = false;
    Ink ink = Ink::text;
    double turned = 0;  ///< degrees clockwise about `at`
    friend bool operator==(const Label&, const Label&) = default;
};

using Shape = std::variant<Line, Box, Path, Mark, Label>;

/// In the order in which it is painted.
struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<Shape> shapes;
    friend bool operator==(const Drawing&, const Drawing&) = default;
};

/// A drawing with all that somebody needs who does not see it.
struct Picture {
    std::string id;     ///< stable, fit for the name of a file: "reasons"
    std::string title;  ///< also of the file or the figure
    std::string alt;    ///< in whole sentences, without a figure that the table hides
    std::string table;  ///< the id of the table of the document that it is drawn from
    Drawing drawing;
    friend bool operator==(const Picture&, const Picture&) = default;
};

/// Drawn from the tables of the document only, so what they hide no picture has: "reasons", "flow_matrix", "flow", "trend",
/// "waiting", "quadrants", in this order; one with nothing to draw is left out.
std::vector<Picture> picturesOf(const Document& document);

/// The picture as a file of its own: its title above, the caveats of the report and where it comes from below.
Drawing framed(const Picture& picture, const Document& document);

}  // namespace holdfast::report

template <>
struct holdfast::Names<holdfast::report::Ink> {
    static constexpr std::array<std::string_view, 14> list{"text",      "muted",   "grid",   "axis",   "mental_health",
                                                           "substance", "joint",   "bounce", "late",   "accepted",
                                                           "wait",      "surface", "sunken", "on_fill"};
};
