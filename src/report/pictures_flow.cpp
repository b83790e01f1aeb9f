// Who refused whom, and where the person was sent: as a table of shaded fields, and as ways from left to right.
#include "report/picture_parts.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace holdfast::report {
namespace {

constexpr std::size_t mostRows = 12;
constexpr std::size_t mostColumns = 8;

/// A service at one end of the ways, with what is shown of it.
struct End {
    std::string id;
    std::string name;
    double sum = 0;
};

struct Way {
    std::size_t from = 0;
    std::size_t to = 0;
    std::optional<double> count;  ///< nothing: hidden
};

/// The flow table as ends and ways; what nobody named stands last on its side.
struct Ways {
    std::vector<End> from;
    std::vector<End> to;
    std::vector<Way> all;
    std::size_t leftOut = 0;
    double most = 1;
};

std::size_t endOf(std::vector<End>& ends, const std::string& id, const std::string& name, double count)
{
    auto at = std::ranges::find(ends, id, &End::id);
    if (at == ends.end())
        at = ends.insert(ends.end(), {id, name, 0});
    at->sum += count;
    return static_cast<std::size_t>(at - ends.begin());
}

void order(std::vector<End>& ends)
{
    std::ranges::sort(ends, [](const End& one, const End& other) {
        return std::tuple{one.id.empty(), -one.sum, one.name, one.id} <
               std::tuple{other.id.empty(), -other.sum, other.name, other.id};
    });
}

/// The first of them; what nobody named is never left out.
void keepFirst(std::vector<End>& ends, std::size_t most)
{
    if (ends.size() <= most)
        return;
    const End last = ends.back();
    ends.resize(most);
    if (last.id.empty())
        ends.back() = last;
}

Ways waysOf(const Document& document)
{
    const ShownTable table{document, "flow"};
    Ways ways;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double count = table.figure(i, "count").value_or(0);
        endOf(ways.from, table.words(i, "from"), table.words(i, "from_name"), count);
        endOf(ways.to, table.words(i, "to"), table.words(i, "to_name"), count);
        ways.most = std::max(ways.most, count);
    }
    order(ways.from);
    order(ways.to);
    keepFirst(ways.from, mostRows);
    keepFirst(ways.to, mostColumns);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto from = std::ranges::find(ways.from, table.words(i, "from"), &End::id);
        const auto to = std::ranges::find(ways.to, table.words(i, "to"), &End::id);
        if (from == ways.from.end() || to == ways.to.end()) {
            ++ways.leftOut;
            continue;
        }
        ways.all.push_back({static_cast<std::size_t>(from - ways.from.begin()),
                            static_cast<std::size_t>(to - ways.to.begin()), table.figure(i, "count")});
    }
    return ways;
}

std::string waysAlt(const Ways& ways)
{
    std::string alt;
    std::vector<Way> sorted = ways.all;
    std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const Way& way) { return way.count.value_or(-1); });
    std::size_t unseen = 0;
    for (const Way& way : sorted) {
        if (!way.count) {
            ++unseen;
            continue;
        }
        const End& to = ways.to[way.to];
        alt += ways.from[way.from].name + (to.id.empty() ? " refused and named nobody, " : " sent people to ") +
               (to.id.empty() ? "" : to.name + ", ") + plainNumber(*way.count) + ". ";
    }
    if (unseen > 0)
        alt += moreHidden(unseen, unseen == sorted.size());
    if (ways.leftOut > 0)
        alt += std::to_string(ways.leftOut) + " more ways are in the table only. ";
    return alt + "The table of ways has the same figures.";
}

void addField(Drawing& drawing, Point at, double width, double height, const std::optional<double>& count, double most)
{
    if (!count) {
        drawing.shapes.emplace_back(Box{at, width, height, Ink::grid, Fill::hatched, 1, 3});
        addLabel(drawing, "*", {at.x + width / 2, at.y + height / 2 + 5}, Anchor::middle, Ink::text, true);
        return;
    }
    drawing.shapes.emplace_back(Box{at, width, height, Ink::sunken, Fill::solid, 0, 3});
    const double bar = (width - 8) * *count / most;
    if (bar > 0)
        drawing.shapes.emplace_back(Box{{at.x + 4, at.y + height - 7}, bar, 4, Ink::bounce, Fill::solid, 0, 1});
    addLabel(drawing, plainNumber(*count), {at.x + width / 2, at.y + height / 2 + 3}, Anchor::middle,
             *count > 0 ? Ink::text : Ink::muted, *count > 0);
}

void addHeads(Drawing& drawing, const Ways& ways, double left, double columnWidth, double& y)
{
    std::vector<std::vector<std::string>> heads;
    std::size_t most = 1;
    for (const End& to : ways.to) {
        auto lines = wrapped(to.name, smallSize, columnWidth - 6);
        if (lines.size() > 3)
            lines = {lines[0], lines[1], fitted(lines[2] + ' ' + lines[3], smallSize, columnWidth - 6)};
        most = std::max(most, lines.size());
        heads.push_back(std::move(lines));
    }
    addLabel(drawing, "Refused by", {0, 14.0 * static_cast<double>(most)}, Anchor::start, Ink::muted, false, smallSize);
    for (std::size_t i = 0; i < heads.size(); ++i)
        for (std::size_t line = 0; line < heads[i].size(); ++line)
            addLabel(drawing, fitted(heads[i][line], smallSize, columnWidth - 4),
                     {left + columnWidth * (static_cast<double>(i) + 0.5),
                      14.0 * static_cast<double>(most - heads[i].size() + line + 1)},
                     Anchor::middle, Ink::muted, false, smallSize);
    y = 14.0 * static_cast<double>(most) + 8;
}

void addLeftOut(Drawing& drawing, const Ways& ways)
{
    if (ways.leftOut == 0)
        return;
    addLabel(drawing, std::to_string(ways.leftOut) + " more ways in the table", {0, drawing.height + 14}, Anchor::start,
             Ink::muted, false, smallSize);
    drawing.height += 20;
}

/// Where the ends of one side stand, and how far each is used up by ways that were drawn.
struct FlowSide {
    std::vector<double> top;
    std::vector<double> used;
    double bottom = 0;
};

constexpr double least = 13;       ///< room for the words at the end of a way
constexpr double widestOfOne = 5;  ///< for each of a few

double widthOf(const Way& way, double unit)
{
    return std::max(way.count.value_or(0) * unit, 1.0);
}

/// What it takes at either end.
double roomOf(const Way& way, double unit)
{
    return std::max(widthOf(way, unit), least);
}

FlowSide sideOf(const Ways& ways, bool from, double unit)
{
    constexpr double gap = 16;
    const std::size_t count = from ? ways.from.size() : ways.to.size();
    std::vector<double> heights(count, 0);
    for (const Way& way : ways.all)
        heights[from ? way.from : way.to] += roomOf(way, unit);
    FlowSide side;
    double y = 26;
    for (const double height : heights) {
        side.top.push_back(y);
        side.used.push_back(0);
        y += height + gap;
    }
    side.bottom = y - gap;
    return side;
}

constexpr double flowLeft = 190;
constexpr double flowRight = pictureWidth - 190;

void addBand(Drawing& drawing, const Way& way, double fromY, double toY, double width)
{
    const double middle = (flowLeft + flowRight) / 2;
    const std::vector<Point> course{{flowLeft + 8, fromY}, {middle, fromY}, {middle, toY}, {flowRight - 8, toY}};
    if (way.count) {
        drawing.shapes.emplace_back(Path{course, Ink::surface, width + 2, Dash::none, Fill::none, false, true});
        drawing.shapes.emplace_back(Path{course, Ink::bounce, width, Dash::none, Fill::none, false, true});
    } else {
        drawing.shapes.emplace_back(Path{course, Ink::muted, 1.5, Dash::dashed, Fill::none, false, true});
    }
}

void addEnd(Drawing& drawing, const End& end, double top, double height, bool from)
{
    const double x = from ? flowLeft : flowRight - 8;
    drawing.shapes.emplace_back(Box{{x, top}, 8, height, Ink::text, Fill::solid, 0, 1});
    addLabel(drawing, fitted(end.name, labelSize, 178), {from ? flowLeft - 8 : flowRight + 8, top + height / 2 + 4},
             from ? Anchor::end : Anchor::start);
}

/// The count where the way ends, on a patch of its own so that it can be read across any way.
void addCount(Drawing& drawing, const Way& way, double y)
{
    const std::string words = way.count ? plainNumber(*way.count) : "*";
    const double width = textWidth(words, smallSize) + 6;
    const double x = flowRight - 16 - width;
    drawing.shapes.emplace_back(Box{{x, y - 7}, width, 14, Ink::surface, Fill::solid, 0, 3});
    addLabel(drawing, words, {x + width / 2, y + 4}, Anchor::middle, Ink::text, true, smallSize);
}

double sumOf(const Ways& ways, bool from, std::size_t end, double unit)
{
    double sum = 0;
    for (const Way& way : ways.all)
        sum += (from ? way.from : way.to) == end ? roomOf(way, unit) : 0;
    return sum;
}

}  // namespace

std::optional<Picture> flowMatrixPicture(const Document& document)
{
    const Ways ways = waysOf(document);
    if (ways.all.empty())
        return std::nullopt;
    constexpr double left = 176;
    constexpr double height = 34;
    const double columnWidth = std::min((pictureWidth - left) / static_cast<double>(ways.to.size()), 110.0);
    Picture picture{"flow_matrix",
                    "Who refused, and where the person was sent",
                    "A field for each service that refused and each it named instead. " + waysAlt(ways),
                    "flow",
                    {pictureWidth, 0, {}}};
    double y = 0;
    addHeads(picture.drawing, ways, left, columnWidth, y);
    for (std::size_t from = 0; from < ways.from.size(); ++from) {
        addLabel(picture.drawing, fitted(ways.from[from].name, labelSize, left - 12), {0, y + height / 2 + 4});
        for (std::size_t to = 0; to < ways.to.size(); ++to) {
            const auto way =
                std::ranges::find_if(ways.all, [&](const Way& each) { return each.from == from && each.to == to; });
            addField(picture.drawing, {left + columnWidth * static_cast<double>(to) + 2, y + 2}, columnWidth - 4,
                     height - 4, way == ways.all.end() ? std::optional{0.0} : way->count, ways.most);
        }
        y += height;
    }
    picture.drawing.height = y + 4;
    addLeftOut(picture.drawing, ways);
    return picture;
}

std::optional<Picture> flowPicture(const Document& document)
{
    Ways ways = waysOf(document);
    if (ways.all.empty())
        return std::nullopt;
    double all = 0;
    for (const Way& way : ways.all)
        all += way.count.value_or(0);
    const double unit = std::min(220 / std::max(all, 1.0), widestOfOne);
    FlowSide from = sideOf(ways, true, unit);
    FlowSide to = sideOf(ways, false, unit);
    Picture picture{
        "flow",
        "Who points at whom",
        "Ways from the service that refused, on the left, to the one it named, on the right; the wider, the "
        "more often. " +
            waysAlt(ways),
        "flow",
        {pictureWidth, std::max(from.bottom, to.bottom) + 8, {}}};
    Drawing& drawing = picture.drawing;
    addLabel(drawing, "Refused by", {flowLeft + 8, 12}, Anchor::end, Ink::muted, false, smallSize);
    addLabel(drawing, "Sent to", {flowRight - 8, 12}, Anchor::start, Ink::muted, false, smallSize);
    std::ranges::sort(ways.all, {}, [](const Way& way) { return std::pair{way.from, way.to}; });
    std::vector<double> begins;
    std::vector<double> ends;
    for (const Way& way : ways.all) {
        const double room = roomOf(way, unit);
        begins.push_back(from.top[way.from] + from.used[way.from] + room / 2);
        ends.push_back(to.top[way.to] + to.used[way.to] + room / 2);
        from.used[way.from] += room;
        to.used[way.to] += room;
    }
    for (const bool hidden : {false, true})  // the thin ones on top
        for (std::size_t i = 0; i < ways.all.size(); ++i)
            if (ways.all[i].count.has_value() != hidden)
                addBand(drawing, ways.all[i], begins[i], ends[i], widthOf(ways.all[i], unit));
    for (std::size_t i = 0; i < ways.all.size(); ++i)
        addCount(drawing, ways.all[i], ends[i]);
    for (std::size_t i = 0; i < ways.from.size(); ++i)
        addEnd(drawing, ways.from[i], from.top[i], sumOf(ways, true, i, unit), true);
    for (std::size_t i = 0; i < ways.to.size(); ++i)
        addEnd(drawing, ways.to[i], to.top[i], sumOf(ways, false, i, unit), false);
    addLeftOut(drawing, ways);
    return picture;
}

}  // namespace holdfast::report
