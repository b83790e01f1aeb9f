// The tables of a bounce report that hold no protected count.
#include "report/bounce_tables.h"

#include "report/bounce_document.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace holdfast::report {
namespace {

constexpr std::array<std::string_view, 5> knownQuadrants{"held_together", "mental_health_leads", "substance_use_leads",
                                                         "primary_care", "not_known_yet"};
constexpr std::string_view notRecorded = "not_recorded";

}  // namespace

std::vector<QuadrantCount> quadrantLines(const BounceReport& report)
{
    std::vector<QuadrantCount> lines;
    lines.reserve(knownQuadrants.size() + report.byQuadrant.size() + 1);
    for (const std::string_view known : knownQuadrants)
        lines.push_back({std::string{known}, 0});
    int without = 0;
    for (const QuadrantCount& each : report.byQuadrant) {
        const auto at = std::ranges::find(lines, each.quadrant, &QuadrantCount::quadrant);
        if (each.quadrant.empty() || each.quadrant == notRecorded)
            without += each.bounces;
        else if (at != lines.end())
            at->bounces += each.bounces;
        else
            lines.push_back(each);
    }
    lines.push_back({std::string{notRecorded}, without});
    return lines;
}

Table waitingTable(const MeasureReport& report, bool hides)
{
    using enum ColumnKind;
    Table table{"waiting",
                "Still without help after so many days",
                "Kaplan-Meier, at steps of seven days as long as at least ten people are followed.",
                {{"need", "Need"}, {"days", "Days", ColumnKind::count}, {"left", "Still waiting", percent}},
                {}};
    for (const Need need : allNeeds)
        for (const CurvePoint& point : report.curves[need])
            table.rows.push_back({std::string{nameOf(need)}, std::int64_t{point.days},
                                  hides ? std::round(point.left * 100) / 100 : point.left});
    return table;
}

void orderAsShown(Table& table, std::string_view column)
{
    const auto at =
        static_cast<std::size_t>(std::ranges::find(table.columns, column, &Column::key) - table.columns.begin());
    std::ranges::sort(table.rows, [at](const std::vector<Cell>& one, const std::vector<Cell>& other) {
        const auto rank = [at](const std::vector<Cell>& row) {
            const auto* count = std::get_if<std::int64_t>(&row[at]);
            return count == nullptr ? std::int64_t{1} : -*count;
        };
        return std::tuple{rank(one), std::get<std::string>(one.front())} <
               std::tuple{rank(other), std::get<std::string>(other.front())};
    });
}

Table groupMeasuresTable(const MeasureReport& report)
{
    using enum ColumnKind;
    Table table{"group_measures",
                "Every measure by " + std::string{nameOf(report.query.by)},
                "A measure that cannot be told apart so is nought in each line.",
                {{"key", "Key"},
                 {"label", "Name"},
                 {"id", "Measure"},
                 {"numerator", "Count", ColumnKind::count},
                 {"denominator", "Of", ColumnKind::count},
                 {"share", "Share", percent},
                 {"median_days", "Median days", decimal},
                 {"median_pounds", "Median pounds", decimal}},
                {}};
    for (const MeasureGroup& group : report.groups)
        for (std::size_t i = 0; i < measures().size(); ++i) {
            const Figure& each = group.figures[i];
            const bool inPounds = measures()[i].unit == Unit::pounds;
            table.rows.push_back({group.key, group.label, std::string{measures()[i].id}, std::int64_t{each.part},
                                  each.whole ? Cell{std::int64_t{*each.whole}} : Cell{}, orNothing(each.share()),
                                  inPounds ? Cell{} : orNothing(each.median),
                                  inPounds ? orNothing(each.median) : Cell{}});
        }
    return table;
}

Table trainingTable(const MeasureReport& report)
{
    Table table{"training",
                "What staff could learn, read from the reasons given",
                "Which reason points to which skill is ours (certainty I).",
                {{"id", "Id"}, {"title", "Skill"}, {"bounces", "Bounces", ColumnKind::count}, {"basis", "Basis"}},
                {}};
    for (std::size_t i = 0; i < trainingNeeds().size(); ++i)
        table.rows.push_back({std::string{trainingNeeds()[i].id}, std::string{trainingNeeds()[i].title},
                              std::int64_t{report.all.training[i]}, std::string{trainingNeeds()[i].basis}});
    return table;
}

const Table* Document::table(std::string_view id) const
{
    const auto at = std::ranges::find(tables, id, &Table::id);
    return at == tables.end() ? nullptr : &*at;
}

Table definitionsTable()
{
    Table table{"definitions",
                "Definitions",
                "Certainty: V verified, V3 second hand, S seed, I ours, U unverified.",
                {{"id", "Id"},
                 {"title", "Measure"},
                 {"unit", "Unit"},
                 {"definition", "Definition"},
                 {"numerator", "What is counted"},
                 {"denominator", "Of what"},
                 {"source", "Source"},
                 {"certainty", "Certainty"}},
                {}};
    for (const Measure& each : measures())
        table.rows.push_back({std::string{each.id}, std::string{each.title}, std::string{nameOf(each.unit)},
                              std::string{each.definition}, std::string{each.part}, std::string{each.whole},
                              std::string{each.source}, std::string{nameOf(each.certainty)}});
    return table;
}

bool isWholeMonths(Date from, Date to)
{
    using std::chrono::year_month_day;
    return year_month_day{from}.day() == std::chrono::day{1} &&
           year_month_day{to + std::chrono::days{1}}.day() == std::chrono::day{1};
}

}  // namespace holdfast::report
