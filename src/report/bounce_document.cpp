#include "report/bounce_document.h"

#include "report/bounce_counts.h"
#include "report/bounce_tables.h"

#include <algorithm>
#include <cmath>

namespace holdfast::report {
namespace {

constexpr int fewest = 10;  ///< below so many nothing is said of how long something took

using Counted = Disclosure::Cell;
using Row = std::vector<Cell>;

class Writer {
public:
    Writer(const FullReport& report, const DisclosureRule& rule)
        : m_report{report}, m_rule{rule}, m_counts{report, rule}
    {}

    Document write()
    {
        head();
        m_out.tables = {
            measuresTable(), totals(),  groups(m_report.bounces.groups, m_counts.groups, "groups", groupTitle()),
            services(),      reasons(), months(),
            flow(),          trend(),   waitingTable(m_report.measures, m_rule.hides()),
            quadrants()};
        if (!m_rule.hides()) {
            m_out.tables.push_back(groupMeasuresTable(m_report.measures));
            m_out.tables.push_back(trainingTable(m_report.measures));
        }
        m_out.tables.push_back(national());
        m_out.tables.push_back(definitionsTable());
        return std::move(m_out);
    }

private:
    const BounceReport& bounces() const { return m_report.bounces; }
    const MeasureQuery& query() const { return m_report.measures.query; }

    Cell count(Counted cell) const
    {
        const auto shown = m_counts.shown(cell);
        return shown ? Cell{std::int64_t{*shown}} : Cell{Hidden{}};
    }

    /// What is finer than the counts that were protected is exact or not there.
    Cell exact(int value) const { return m_rule.hides() ? Cell{Hidden{}} : Cell{std::int64_t{value}}; }
    Cell exact(const std::optional<double>& value) const { return m_rule.hides() ? Cell{Hidden{}} : orNothing(value); }

    void head()
    {
        m_out.title = "Referral bounces";
        m_out.subtitle = formatDate(query().from) + " to " + formatDate(query().to);
        const auto add = [&](std::string key, std::string value) {
            m_out.parameters.emplace_back(std::move(key), std::move(value));
        };
        add("from", formatDate(query().from));
        add("to", formatDate(query().to));
        add("by", std::string{nameOf(query().by)});
        add("service", query().service ? query().service->str() : "");
        add("need", query().need ? std::string{nameOf(*query().need)} : "");
        add("team", query().team);
        add("area", query().area);
        add("age_band", query().ageBand ? std::string{nameOf(*query().ageBand)} : "");
        add("compare", m_report.before ? "previous" : "");
        add("suppress", m_rule.hides() ? std::to_string(m_rule.threshold) : "none");
        add("round", m_rule.rounding > 1 ? std::to_string(m_rule.rounding) : "none");
        add("store", m_report.from.store);
        add("events", std::to_string(m_report.from.events));
        add("data_as_of", formatInstant(m_report.from.at));
        add("policy", m_report.from.policy);
        add("program", "Holdfast " + m_report.from.program);
        caveats();
    }

    void caveats()
    {
        if (m_report.from.practice)
            m_out.caveats.emplace_back("Practice: every person in this report is made up.");
        if (m_rule.hides())
            m_out.caveats.push_back("Counts from 1 to " + std::to_string(m_rule.threshold - 1) +
                                    " are shown as *, and so are others that would give them away; the others are "
                                    "rounded to the nearest " +
                                    std::to_string(m_rule.rounding) +
                                    ". Shares are of the rounded counts, so totals may not add up.");
        else
            m_out.caveats.emplace_back("For use inside the services: the figures are exact and may point at a person. "
                                       "Do not pass this report on.");
        m_out.caveats.emplace_back("It counts what somebody wrote down. Where nobody asked or wrote, nothing is "
                                   "counted, and a service that is recorded well may look worse than one that is not.");
        m_out.caveats.emplace_back("What is still open is counted up to the day of the data, so a later report of the "
                                   "same period may say more.");
    }

    std::vector<Cell> figure(const Measure& measure, const Figure& exactFigure, const BounceCounts::Shown& cells) const
    {
        if (measure.unit == Unit::days || measure.unit == Unit::pounds) {
            const bool few = m_rule.hides() && exactFigure.part < fewest;
            const auto among = [&](const std::optional<double>& value) {
                return few ? Cell{Hidden{}} : orNothing(value);
            };
            const Row found{among(exactFigure.median), among(exactFigure.lower), among(exactFigure.upper)};
            Row row{exact(exactFigure.part), Cell{}, Cell{}};
            row.resize(measure.unit == Unit::days ? 3 : 6);
            row.insert(row.end(), found.begin(), found.end());
            row.resize(9);
            return row;
        }
        Row row{count(cells.part), cells.whole ? count(*cells.whole) : Cell{}};
        row.resize(9);
        if (!cells.whole)
            return row;
        if (!m_rule.changes())
            row[2] = orNothing(exactFigure.share());
        else if (const auto part = m_counts.shown(cells.part), whole = m_counts.shown(*cells.whole); part && whole)
            row[2] = *whole == 0 ? Cell{} : Cell{shownPercent(part, whole).value_or(0) / 100.0};
        else
            row[2] = Hidden{};
        return row;
    }

    Table measuresTable() const
    {
        Table table{"measures", "Measures", "What each one counts is in the definitions at the end.", {}, {}};
        table.columns = {{"id", "Id"}, {"title", "Measure"}, {"chapter", "Chapter"}};
        const auto add = [&](const std::string& prefix, const std::string& words) {
            using enum ColumnKind;
            table.columns.push_back({prefix + "numerator", words + "Count", ColumnKind::count});
            table.columns.push_back({prefix + "denominator", words + "Of", ColumnKind::count});
            table.columns.push_back({prefix + "share", words + "Share", percent});
            table.columns.push_back({prefix + "median_days", words + "Median days", decimal});
            table.columns.push_back({prefix + "lower_quartile_days", words + "Lower quartile", decimal});
            table.columns.push_back({prefix + "upper_quartile_days", words + "Upper quartile", decimal});
            table.columns.push_back({prefix + "median_pounds", words + "Median pounds", decimal});
            table.columns.push_back({prefix + "lower_quartile_pounds", words + "Lower quartile, pounds", decimal});
            table.columns.push_back({prefix + "upper_quartile_pounds", words + "Upper quartile, pounds", decimal});
        };
        add("", "");
        if (m_report.before)
            add("before_", "Before: ");
        for (std::size_t i = 0; i < measures().size(); ++i) {
            const Measure& each = measures()[i];
            Row row{std::string{each.id}, std::string{each.title}, std::string{nameOf(each.chapter)}};
            const auto append = [&](const Row& cells) { row.insert(row.end(), cells.begin(), cells.end()); };
            append(figure(each, m_report.measures.all.figures[i], m_counts.measures[i]));
            if (m_report.before)
                append(figure(each, m_report.before->all.figures[i], m_counts.before[i]));
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    Table totals() const
    {
        const BounceReport& report = bounces();
        const auto cells = [&](std::string_view id) {
            return m_counts.measures[static_cast<std::size_t>(measure(id) - measures().data())];
        };
        const bool few = m_rule.hides() && report.bounces < fewest;
        Table table{"totals", "Totals", "", {{"key", "Key"}, {"value", "Value", ColumnKind::decimal}}, {}};
        const auto add = [&](std::string key, Cell value) { table.rows.push_back({std::move(key), std::move(value)}); };
        add("bounces", count(m_counts.bounces));
        add("never", count(cells("bounces.never").part));
        add("handover", count(cells("bounces.handover").part));
        add("soft", count(cells("bounces.soft").part));
        add("people", count(*cells("people.twice").whole));
        add("people_twice_or_more", count(cells("people.twice").part));
        add("days_lost", few || m_rule.hides() ? exact(report.daysLost) : Cell{std::int64_t{report.daysLost}});
        add("days_lost_median", few ? Cell{Hidden{}} : orNothing(report.daysLostMedian));
        add("challenged", count(m_counts.challenged));
        add("overturned", count(m_counts.overturned));
        add("legs_sent", count(m_counts.legs));
        add("went_well", count(m_counts.good));
        add("held_both", count(m_counts.heldBoth));
        add("held_now", count(m_counts.held));
        add("joined_now", count(m_counts.joined));
        add("open_without_holder", Cell{std::int64_t{report.openWithoutHolder}});
        add("substance_use_cited", count(cells("cited.substance_use").part));
        add("mental_health_cited", count(cells("cited.mental_health").part));
        return table;
    }

    std::string groupTitle() const { return "By " + std::string{nameOf(query().by)}; }

    static std::vector<Column> groupColumns()
    {
        using enum ColumnKind;
        return {{"key", "Key"},
                {"label", "Name"},
                {"legs_sent", "Referrals sent", ColumnKind::count},
                {"bounces", "Bounces", ColumnKind::count},
                {"never", "Never legitimate", ColumnKind::count},
                {"handover", "Duty to hand over", ColumnKind::count},
                {"soft", "Soft", ColumnKind::count},
                {"people", "People", ColumnKind::count},
                {"days_lost_median", "Median days lost", decimal},
                {"challenged", "Challenged", ColumnKind::count},
                {"overturned", "Overturned", ColumnKind::count},
                {"went_well", "Went well", ColumnKind::count},
                {"held_both", "Both held together", ColumnKind::count},
                {"common_reason", "Commonest reason", text}};
    }

    Table groups(const std::vector<BounceGroup>& list, const std::vector<Counted>& cells, std::string id,
                 std::string title) const
    {
        Table table{std::move(id), std::move(title), "", groupColumns(), {}};
        if (m_rule.hides())
            table.note = "With small numbers hidden, only the bounces of each line are given.";
        for (std::size_t i = 0; i < list.size(); ++i) {
            const BounceGroup& group = list[i];
            const auto service = std::ranges::find(bounces().byService, group.key, &BounceGroup::key);
            const bool isService = &list == &bounces().byService || query().by == Dimension::service;
            const auto at = static_cast<std::size_t>(service - bounces().byService.begin());
            const bool known = isService && service != bounces().byService.end();
            table.rows.push_back({group.key, group.label, known ? count(m_counts.legsOf[at]) : exact(group.legs),
                                  count(cells[i]), exact(group.never), exact(group.handover), exact(group.soft),
                                  exact(group.people), exact(group.daysLostMedian), exact(group.challenged),
                                  exact(group.overturned), known ? count(m_counts.goodOf[at]) : exact(group.wentWell),
                                  exact(group.heldBoth),
                                  m_rule.hides()               ? Cell{Hidden{}}
                                  : group.commonReason.empty() ? Cell{}
                                                               : Cell{group.commonReason}});
        }
        const bool byMonth =
            &list == &bounces().byMonth || (&list == &bounces().groups && query().by == Dimension::month);
        if (m_rule.changes() && !byMonth)
            orderAsShown(table, "bounces");
        return table;
    }

    Table services() const { return groups(bounces().byService, m_counts.byService, "by_service", "By service"); }
    Table reasons() const { return groups(bounces().byReason, m_counts.byReason, "by_reason", "By reason"); }
    Table months() const
    {
        return groups(bounces().byMonth, m_counts.months, "by_month", "The twelve months up to the end");
    }

    std::string serviceName(const std::string& id) const
    {
        if (const auto known = m_report.sentTo.find(id); known != m_report.sentTo.end())
            return known->second;
        const auto at = std::ranges::find(bounces().byService, id, &BounceGroup::key);
        return at == bounces().byService.end() ? id : at->label;
    }

    Table flow() const
    {
        Table table{"flow", "Who refused, and where the person was sent", "", {}, {}};
        table.columns = {{"from", "From"},
                         {"from_name", "Refused by"},
                         {"to", "To"},
                         {"to_name", "Sent to"},
                         {"count", "Times", ColumnKind::count}};
        for (std::size_t i = 0; i < bounces().flow.size(); ++i) {
            const FlowCell& way = bounces().flow[i];
            table.rows.push_back({way.from, serviceName(way.from), way.to.empty() ? Cell{} : Cell{way.to},
                                  way.to.empty() ? std::string{"Nobody named"} : serviceName(way.to),
                                  count(m_counts.flow[i])});
        }
        return table;
    }

    Table trend() const
    {
        Table table{"trend",
                    "Bounces by month with limits",
                    "An XmR chart: limits are 2.66 average moving ranges from the mean; rules as the NHS-R community's "
                    "plot-the-dots package has them (certainty V3).",
                    {{"month", "Month"},
                     {"bounces", "Bounces", ColumnKind::count},
                     {"mean", "Mean", ColumnKind::decimal},
                     {"lower_limit", "Lower limit", ColumnKind::decimal},
                     {"upper_limit", "Upper limit", ColumnKind::decimal},
                     {"signals", "Special cause"}},
                    {}};
        const ControlChart chart = shownChart();
        for (std::size_t i = 0; i < bounces().byMonth.size(); ++i) {
            std::string signals;
            if (i < chart.points.size())
                for (const Signal signal : chart.points[i].causes)
                    signals += (signals.empty() ? "" : ", ") + std::string{nameOf(signal)};
            Row row{bounces().byMonth[i].key, count(m_counts.months[i]), Cell{}, Cell{}, Cell{}, signals};
            if (chart.limits) {
                row[2] = chart.limits->mean;
                row[3] = std::max(chart.limits->lower, 0.0);
                row[4] = chart.limits->upper;
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    /// Of the months as they are shown; with one hidden there are no limits.
    ControlChart shownChart() const
    {
        if (!m_rule.changes())
            return m_report.chart;
        std::vector<double> values;
        for (const Counted cell : m_counts.months) {
            const auto shown = m_counts.shown(cell);
            if (!shown)
                return {};
            values.push_back(*shown);
        }
        return controlChart(values);
    }

    Table quadrants() const
    {
        Table table{"quadrants",
                    "Bounces by how severe both needs were",
                    "As last assessed before the bounce, in the quadrants of the policy.",
                    {{"quadrant", "Quadrant"}, {"bounces", "Bounces", ColumnKind::count}},
                    {}};
        const auto lines = quadrantLines(bounces());
        for (std::size_t i = 0; i < lines.size(); ++i)
            table.rows.push_back({lines[i].quadrant, count(m_counts.quadrants[i])});
        return table;
    }

    Table national() const
    {
        Table table{
            "national",
            "What the national data would hold",
            "MHSDS has three rejection codes: 01 duplicate, 02 inappropriate, 03 incomplete (V). The mapping of "
            "our reasons to them is ours (I).",
            {{"code", "Reason"},
             {"label", "In words"},
             {"bounces", "Bounces", ColumnKind::count},
             {"mhsds_rejection", "MHSDS rejection"},
             {"mhsds_closure", "MHSDS closure"},
             {"side", "Whose reason"}},
            {}};
        for (const NationalCode& each : m_report.national) {
            const auto at = std::ranges::find(bounces().byReason, each.code.text(), &BounceGroup::key);
            if (at == bounces().byReason.end())
                continue;
            table.rows.push_back({each.code.str(), each.label,
                                  count(m_counts.byReason[static_cast<std::size_t>(at - bounces().byReason.begin())]),
                                  each.rejection, each.closure, std::string{nameOf(each.side)}});
        }
        if (m_rule.changes())
            orderAsShown(table, "bounces");
        return table;
    }

    const FullReport& m_report;
    const DisclosureRule& m_rule;
    BounceCounts m_counts;
    Document m_out;
};

}  // namespace

Document bounceDocument(const FullReport& report, const DisclosureRule& rule)
{
    return Writer{report, rule}.write();
}

Disclosure protectedCounts(const FullReport& report, const DisclosureRule& rule)
{
    return BounceCounts{report, rule}.tables();
}

}  // namespace holdfast::report
