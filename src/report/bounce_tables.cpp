// The tables of a bounce report that hold no protected count.
#include "report/bounce_tables.h"

#include "report/bounce_document.h"

#include <algorithm>

namespace holdfast::report {

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
                 {"median_days", "Median days", decimal}},
                {}};
    for (const MeasureGroup& group : report.groups)
        for (std::size_t i = 0; i < measures().size(); ++i) {
            const Figure& each = group.figures[i];
            table.rows.push_back({group.key, group.label, std::string{measures()[i].id}, std::int64_t{each.part},
                                  each.whole ? Cell{std::int64_t{*each.whole}} : Cell{}, orNothing(each.share()),
                                  orNothing(each.median)});
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
