// Why people were turned away, as bars, and how severe their needs were, as a map of four fields.
#include "report/picture_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace holdfast::report {
namespace {

constexpr std::size_t mostBars = 15;

/// Whose reason it is, by colour and by pattern.
struct BarStyle {
    Ink ink = Ink::wait;
    Fill fill = Fill::dotted;
};

BarStyle styleOf(std::string_view side)
{
    if (side == "mental_health")
        return {Ink::mentalHealth, Fill::solid};
    if (side == "substance_use")
        return {Ink::substance, Fill::hatched};
    return {};
}

std::map<std::string, std::string> sidesOf(const Document& document)
{
    const ShownTable national{document, "national"};
    std::map<std::string, std::string> sides;
    for (std::size_t i = 0; i < national.size(); ++i)
        sides[national.words(i, "code")] = national.words(i, "side");
    return sides;
}

void addLegend(Drawing& drawing, double y)
{
    constexpr std::array<std::pair<const char*, const char*>, 3> entries{
        {{"mental_health", "A mental health service's"},
         {"substance_use", "A drug and alcohol service's"},
         {"both", "Either service's, or another door's"}}};
    double x = 0;
    for (const auto& [side, words] : entries) {
        const BarStyle style = styleOf(side);
        drawing.shapes.emplace_back(Box{{x, y - 10}, 22, 11, style.ink, style.fill, 1, 2});
        addLabel(drawing, words, {x + 28, y}, Anchor::start, Ink::muted, false, smallSize);
        x += 28 + textWidth(words, smallSize) + 18;
    }
}

std::string reasonsAlt(const ShownTable& reasons, std::size_t drawn)
{
    std::string alt = "Bars, longest first: how often each reason was given for turning somebody away. ";
    std::size_t unseen = 0;
    for (std::size_t i = 0; i < drawn; ++i) {
        if (const auto count = reasons.figure(i, "bounces"))
            alt += reasons.words(i, "label") + ", " + plainNumber(*count) + ". ";
        else
            ++unseen;
    }
    if (unseen > 0)
        alt += moreHidden(unseen, unseen == drawn);
    if (drawn < reasons.size())
        alt += std::to_string(reasons.size() - drawn) + " more reasons are in the table only. ";
    return alt + "The table of reasons has the same figures.";
}

/// One of the four fields, from the left and from the top.
struct Field {
    const char* quadrant;
    const char* words;
    int column;
    int row;
};
constexpr std::array<Field, 4> fields{{{"mental_health_leads", "Mental health leads", 0, 0},
                                       {"held_together", "Held together", 1, 0},
                                       {"primary_care", "GP and brief support", 0, 1},
                                       {"substance_use_leads", "Drugs and alcohol leads", 1, 1}}};

std::string lineWords(const std::string& quadrant)
{
    const auto field = std::ranges::find(fields, quadrant, &Field::quadrant);
    if (field != fields.end())
        return field->words;
    if (quadrant == "not_known_yet")
        return "Assessed, not known yet";
    return quadrant == "not_recorded" ? "Not assessed before" : quadrant;
}

constexpr double fieldWidth = 230;
constexpr double fieldHeight = 120;
constexpr double widest = 84;  ///< of the discs
constexpr Point mapAt{70, 10};

void addQuadrant(Drawing& drawing, const Field& field, const std::string& shown, std::optional<double> count,
                 double most)
{
    const Point at{mapAt.x + field.column * (fieldWidth + 4), mapAt.y + field.row * (fieldHeight + 4)};
    drawing.shapes.emplace_back(Box{at, fieldWidth, fieldHeight, Ink::sunken, Fill::solid, 0, 4});
    const Point middle{at.x + fieldWidth - 52, at.y + fieldHeight / 2 + 12};
    if (count && *count > 0)
        drawing.shapes.emplace_back(Mark{middle, Marker::disc, widest * std::sqrt(*count / most), Ink::bounce});
    drawing.shapes.emplace_back(Mark{middle, Marker::ring, widest, Ink::grid});
    addLabel(drawing, field.words, {at.x + 12, at.y + 26}, Anchor::start, Ink::text, true);
    addLabel(drawing, shown.empty() ? "0" : shown, {at.x + 12, at.y + 68}, Anchor::start, Ink::text, true, 30);
    addLabel(drawing, "bounces", {at.x + 12, at.y + 88}, Anchor::start, Ink::muted, false, smallSize);
}

void addAxes(Drawing& drawing)
{
    const double bottom = mapAt.y + 2 * fieldHeight + 4;
    const double right = mapAt.x + 2 * fieldWidth + 4;
    drawing.shapes.emplace_back(Line{{mapAt.x - 8, bottom}, {mapAt.x - 8, mapAt.y}, Ink::axis, 1.5});
    drawing.shapes.emplace_back(Line{{mapAt.x, bottom + 8}, {right, bottom + 8}, Ink::axis, 1.5});
    drawing.shapes.emplace_back(
        Path{{{mapAt.x - 12, mapAt.y + 8}, {mapAt.x - 8, mapAt.y}, {mapAt.x - 4, mapAt.y + 8}}, Ink::axis, 1.5});
    drawing.shapes.emplace_back(
        Path{{{right - 8, bottom + 4}, {right, bottom + 8}, {right - 8, bottom + 12}}, Ink::axis, 1.5});
    addLabel(drawing, "Drugs and alcohol: more severe", {right, bottom + 26}, Anchor::end, Ink::muted, false,
             smallSize);
    drawing.shapes.emplace_back(
        Label{"Mental health: more severe", {mapAt.x - 18, mapAt.y}, Anchor::end, smallSize, false, Ink::muted, -90});
}

}  // namespace

std::optional<Picture> reasonsPicture(const Document& document)
{
    const ShownTable reasons{document, "by_reason"};
    if (reasons.size() == 0)
        return std::nullopt;
    constexpr double row = 24;
    constexpr double left = 250;
    constexpr double room = pictureWidth - left - 60;
    const std::size_t drawn = std::min(reasons.size(), mostBars);
    const auto sides = sidesOf(document);
    double most = 1;
    for (std::size_t i = 0; i < drawn; ++i)
        most = std::max(most, reasons.figure(i, "bounces").value_or(0));
    Picture picture{"reasons", "Reasons given", reasonsAlt(reasons, drawn), "by_reason", {pictureWidth, 0, {}}};
    Drawing& drawing = picture.drawing;
    for (std::size_t i = 0; i < drawn; ++i) {
        const double y = row * static_cast<double>(i);
        const auto side = sides.find(reasons.words(i, "key"));
        const BarStyle style = styleOf(side == sides.end() ? "" : side->second);
        addLabel(drawing, fitted(reasons.words(i, "label"), labelSize, left - 12), {left - 10, y + 16}, Anchor::end);
        const double length = room * reasons.figure(i, "bounces").value_or(0) / most;
        if (length > 0)
            drawing.shapes.emplace_back(Box{{left, y + 4}, length, row - 9, style.ink, style.fill, 1, 2});
        addLabel(drawing, reasons.shown(i, "bounces"), {left + length + 8, y + 16}, Anchor::start, Ink::text, true);
    }
    double y = row * static_cast<double>(drawn);
    drawing.shapes.emplace_back(Line{{left, 0}, {left, y}, Ink::axis, 1});
    if (drawn < reasons.size()) {
        addLabel(drawing, std::to_string(reasons.size() - drawn) + " more in the table", {left, y + 16}, Anchor::start,
                 Ink::muted, false, smallSize);
        y += row;
    }
    addLegend(drawing, y + 22);
    drawing.height = y + 34;
    return picture;
}

std::optional<Picture> quadrantsPicture(const Document& document)
{
    const ShownTable table{document, "quadrants"};
    double most = 0;
    bool any = false;
    for (std::size_t i = 0; i < table.size(); ++i) {
        most = std::max(most, table.figure(i, "bounces").value_or(0));
        any = any || table.hidden(i, "bounces");
    }
    if (most == 0 && !any)
        return std::nullopt;
    Picture picture{"quadrants",
                    "Bounces by how severe both needs were",
                    "A map of four fields: drugs and alcohol grow more severe to the right, mental health upwards. ",
                    "quadrants",
                    {pictureWidth, mapAt.y + 2 * fieldHeight + 44, {}}};
    addAxes(picture.drawing);
    std::string beside;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::string quadrant = table.words(i, "quadrant");
        const auto field = std::ranges::find(fields, quadrant, &Field::quadrant);
        const auto count = table.figure(i, "bounces");
        if (field != fields.end())
            addQuadrant(picture.drawing, *field, table.shown(i, "bounces"), count, std::max(most, 1.0));
        else if (!count || *count > 0)
            beside += (beside.empty() ? "" : "; ") + lineWords(quadrant) + ": " + table.shown(i, "bounces");
        picture.alt += lineWords(quadrant) + ", " + (count ? plainNumber(*count) : std::string{hiddenWords}) + ". ";
    }
    picture.alt += "The table of quadrants has the same figures.";
    for (const std::string& line : wrapped(beside, labelSize, pictureWidth - mapAt.x)) {
        addLabel(picture.drawing, line, {mapAt.x, picture.drawing.height + 8}, Anchor::start);
        picture.drawing.height += 18;
    }
    return picture;
}

}  // namespace holdfast::report
