#include "report/picture.h"

#include "report/bounce_document.h"
#include "report/measure_rows.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace holdfast;
using namespace holdfast::test;
using report::Cell;
using report::Document;
using report::Hidden;
using report::Label;
using report::Picture;
using report::Table;

namespace {

Table tableOf(std::string id, const std::vector<std::string>& keys, std::vector<std::vector<Cell>> rows)
{
    Table table{std::move(id), "", "", {}, std::move(rows)};
    for (const std::string& key : keys)
        table.columns.push_back({key, key});
    return table;
}

Cell words(const char* text)
{
    return std::string{text};
}
Cell figure(int count)
{
    return std::int64_t{count};
}

/// Of two needs, three services, twelve months with a shift, with hidden cells among them.
Document shown()
{
    Document document;
    document.title = "Referral bounces";
    document.subtitle = "2026-01-01 to 2026-03-31";
    document.caveats = {"Keep in mind <this>."};
    document.parameters = {{"from", "2026-01-01"},  {"to", "2026-03-31"},
                           {"by", "service"},       {"team", ""},
                           {"suppress", "5"},       {"store", "s1"},
                           {"events", "77"},        {"data_as_of", "2026-04-01T00:00:00Z"},
                           {"policy", "england 1"}, {"program", "Holdfast 0.1"}};
    document.tables = {
        tableOf("by_reason", {"key", "label", "bounces"},
                {{words("N02"), words("Must be abstinent first"), figure(40)},
                 {words("N05"), words("MH seen as the main need"), figure(20)},
                 {words("S02"), words("No answer at all"), Cell{Hidden{}}}}),
        tableOf("national", {"code", "side"},
                {{words("N02"), words("mental_health")}, {words("N05"), words("substance_use")}}),
        tableOf("flow", {"from", "from_name", "to", "to_name", "count"},
                {{words("cmht"), words("The CMHT"), words("lantern"), words("Lantern"), figure(30)},
                 {words("cmht"), words("The CMHT"), Cell{}, words("Nobody named"), Cell{Hidden{}}},
                 {words("lantern"), words("Lantern"), words("cmht"), words("The CMHT"), figure(20)}}),
        tableOf("waiting", {"need", "days", "left"},
                {{words("mental_health"), figure(0), 1.0},
                 {words("mental_health"), figure(7), 0.75},
                 {words("mental_health"), figure(14), 0.5},
                 {words("substance_use"), figure(0), 1.0},
                 {words("substance_use"), figure(7), 0.2}}),
        tableOf("quadrants", {"quadrant", "bounces"},
                {{words("held_together"), figure(40)},
                 {words("mental_health_leads"), Cell{Hidden{}}},
                 {words("primary_care"), figure(0)},
                 {words("not_recorded"), figure(10)}}),
    };
    Table trend = tableOf("trend", {"month", "bounces", "mean", "lower_limit", "upper_limit", "signals"}, {});
    for (int i = 0; i < 12; ++i)
        trend.rows.push_back({std::string{i < 9 ? "2026-0" : "2026-"} + std::to_string(i + 1), figure(10 + i % 3), 11.0,
                              5.0, 17.5,
                              words(i == 4  ? "outside_limits"
                                    : i > 6 ? "shift"
                                            : "")});
    document.tables.push_back(trend);
    return document;
}

const Picture& pictureOf(const std::vector<Picture>& pictures, std::string_view id)
{
    return *std::ranges::find(pictures, id, &Picture::id);
}

template <class Shape>
std::vector<Shape> shapesOf(const Picture& picture)
{
    std::vector<Shape> found;
    for (const auto& shape : picture.drawing.shapes)
        if (const auto* each = std::get_if<Shape>(&shape))
            found.push_back(*each);
    return found;
}

bool says(const Picture& picture, std::string_view text)
{
    return std::ranges::any_of(shapesOf<Label>(picture), [&](const Label& label) { return label.text == text; });
}

}  // namespace

TEST_CASE("each picture has words for who does not see it, and the table that it is drawn from")
{
    const Document document = shown();
    const auto pictures = picturesOf(document);
    std::vector<std::string> ids;
    for (const Picture& picture : pictures) {
        ids.push_back(picture.id);
        INFO(picture.id);
        CHECK(document.table(picture.table) != nullptr);
        CHECK(picture.alt.find("table of") != std::string::npos);
        CHECK_FALSE(picture.title.empty());
        CHECK(picture.drawing.width > 0);
        CHECK(picture.drawing.height > 80);
    }
    CHECK(ids == std::vector<std::string>{"reasons", "flow_matrix", "flow", "trend", "waiting", "quadrants"});
    CHECK(picturesOf(Document{}).empty());
}

TEST_CASE("bars are as long as what is shown, told apart by pattern, and a hidden one is a star of no length")
{
    const auto pictures = picturesOf(shown());
    const Picture& reasons = pictureOf(pictures, "reasons");
    std::map<report::Ink, std::vector<report::Box>> bars;
    for (const auto& box : shapesOf<report::Box>(reasons))
        if (box.width > 22)
            bars[box.ink].push_back(box);
    REQUIRE(bars[report::Ink::mentalHealth].size() == 1);
    REQUIRE(bars[report::Ink::substance].size() == 1);
    CHECK(bars.size() == 2);
    CHECK(bars[report::Ink::mentalHealth][0].width == 2 * bars[report::Ink::substance][0].width);
    CHECK(bars[report::Ink::mentalHealth][0].fill == report::Fill::solid);
    CHECK(bars[report::Ink::substance][0].fill == report::Fill::hatched);
    CHECK(says(reasons, "*"));
    CHECK(reasons.alt.find("Must be abstinent first, 40.") != std::string::npos);
    CHECK(reasons.alt.find("1 more count is hidden") != std::string::npos);
}

TEST_CASE("ways are as wide as what is shown, and a hidden one is a thin dashed line with a star")
{
    const auto pictures = picturesOf(shown());
    const Picture& flow = pictureOf(pictures, "flow");
    std::vector<double> widths;
    int dashed = 0;
    for (const auto& path : shapesOf<report::Path>(flow)) {
        CHECK(path.curved);
        CHECK(path.points.size() % 3 == 1);
        if (path.ink == report::Ink::bounce)
            widths.push_back(path.width);
        dashed += path.dash == report::Dash::dashed ? 1 : 0;
    }
    REQUIRE(widths.size() == 2);
    CHECK(std::ranges::max(widths) == 1.5 * std::ranges::min(widths));
    CHECK(dashed == 1);
    CHECK(says(flow, "*"));
    CHECK(flow.alt.find("The CMHT sent people to Lantern, 30.") != std::string::npos);
    const Picture& matrix = pictureOf(pictures, "flow_matrix");
    CHECK(says(matrix, "30"));
    CHECK(says(matrix, "*"));
    CHECK(says(matrix, "Nobody named"));
}

TEST_CASE("special cause stands out by its shape, and a hidden month is a gap without limits")
{
    Document document = shown();
    const auto marksOf = [](const Document& of) {
        const auto pictures = picturesOf(of);
        std::multiset<report::Marker> markers;
        for (const auto& mark : shapesOf<report::Mark>(pictureOf(pictures, "trend")))
            if (mark.at.x > 51 || mark.size < 11)
                markers.insert(mark.marker);
        return markers;
    };
    const auto marks = marksOf(document);
    CHECK(marks.count(report::Marker::diamond) == 1);
    CHECK(marks.count(report::Marker::square) == 5);
    CHECK(marks.count(report::Marker::disc) == 6);
    auto pictures = picturesOf(document);
    CHECK(pictureOf(pictures, "trend").alt.find("The mean is 11, the limits 5 and 17.5.") != std::string::npos);
    CHECK(pictureOf(pictures, "trend").alt.find("May 2026, beyond a limit.") != std::string::npos);

    for (auto& row : document.tables.back().rows)
        row[2] = row[3] = row[4] = Cell{};
    document.tables.back().rows[5][1] = Hidden{};
    pictures = picturesOf(document);
    const Picture& trend = pictureOf(pictures, "trend");
    CHECK(says(trend, "*"));
    CHECK(shapesOf<report::Path>(trend).size() == 2);
    CHECK(trend.alt.find("no limits can be drawn") != std::string::npos);
    CHECK(trend.alt.find("Jun 2026") == std::string::npos);
}

TEST_CASE("the two curves differ in dash and in marker, and the words say when half had been helped")
{
    const auto pictures = picturesOf(shown());
    const Picture& waiting = pictureOf(pictures, "waiting");
    std::set<report::Dash> dashes;
    for (const auto& path : shapesOf<report::Path>(waiting))
        dashes.insert(path.dash);
    std::set<report::Marker> markers;
    for (const auto& mark : shapesOf<report::Mark>(waiting))
        markers.insert(mark.marker);
    CHECK(dashes.size() == 2);
    CHECK(markers.size() == 2);
    CHECK(waiting.alt.find("Mental health: half had been helped by day 14.") != std::string::npos);
    CHECK(waiting.alt.find("Drugs and alcohol: half had been helped by day 7.") != std::string::npos);
}

TEST_CASE("the map has a field for each quadrant and says what stands beside it")
{
    const auto pictures = picturesOf(shown());
    const Picture& map = pictureOf(pictures, "quadrants");
    CHECK(says(map, "40"));
    CHECK(says(map, "*"));
    CHECK(says(map, "Not assessed before: 10"));
    CHECK(map.alt.find("Mental health leads, hidden because") != std::string::npos);
}

TEST_CASE("a hidden figure has no trace in any picture: another one in its place draws the very same")
{
    report::MeasureQuery query;
    query.from = on("2026-01-01");
    query.to = on("2026-03-31");
    const auto drawn = [&](int small) {
        report::FullReport full;
        full.measures =
            report::MeasureCounter{query, query.to, [](const WorkerId&) { return report::Recorder{}; }}.finish();
        std::vector<report::BounceRow> rows;
        for (int i = 0; i < 60 + small; ++i) {
            auto row = bounced("p" + std::to_string(i), i < 60 ? "cmht" : "gp", Need::mentalHealth,
                               i < 60 ? "N02" : "N01", i % 2 == 0 ? "2026-01-10" : "2026-02-10", 3);
            row.quadrant = i < 60 ? "held_together" : "primary_care";
            row.pointsTo = i < 60 ? "lantern" : "";
            rows.push_back(std::move(row));
        }
        full.bounces = report::bounceReport({query.from, query.to, report::GroupBy::service, {}, {}}, rows, rows);
        return picturesOf(bounceDocument(full, report::DisclosureRule{}));
    };
    const auto one = drawn(1);
    const auto two = drawn(2);
    REQUIRE(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        INFO(one[i].id);
        CHECK(one[i].drawing == two[i].drawing);
        CHECK(one[i].alt == two[i].alt);
    }
}

TEST_CASE("a picture of its own carries its title, every caveat and where it comes from")
{
    const Document document = shown();
    const auto pictures = picturesOf(document);
    for (const Picture& picture : pictures) {
        Picture whole = picture;
        whole.drawing = framed(picture, document);
        INFO(picture.id);
        CHECK(whole.drawing.height > picture.drawing.height);
        CHECK(whole.drawing.shapes.size() >= picture.drawing.shapes.size() + 3);
        CHECK(says(whole, "Keep in mind <this>."));
        std::string all;
        for (const Label& label : shapesOf<Label>(whole))
            all += label.text + ' ';
        CHECK(all.find("Asked for: by service; suppress 5. Data as at event 77 of store s1") != std::string::npos);
        CHECK(all.find("policy england 1; Holdfast 0.1.") != std::string::npos);
    }
}
