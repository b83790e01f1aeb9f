#include "report/bounce_report.h"

#include "report/bounce_lines.h"
#include "report/small_numbers.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace holdfast::report {
namespace {

std::optional<double> medianOf(std::vector<int>& values)
{
    if (values.empty())
        return std::nullopt;
    sortNumbers(values);
    const std::size_t half = values.size() / 2;
    if (values.size() % 2 == 1)
        return values[half];
    return (static_cast<double>(values[half - 1]) + static_cast<double>(values[half])) / 2.0;
}

/// How many different people, and how many of them more than once.
std::pair<int, int> peopleIn(std::vector<PersonNumber>& people)
{
    sortMostlySorted(people);
    int different = 0;
    int again = 0;
    for (std::size_t i = 0; i < people.size();) {
        std::size_t end = i;
        while (end < people.size() && people[end] == people[i])
            ++end;
        ++different;
        again += end - i > 1 ? 1 : 0;
        i = end;
    }
    return {different, again};
}

BounceGroup groupOf(std::string key, std::string label, LineTally& tally, const std::vector<ReasonCode>& codes)
{
    BounceGroup group;
    group.key = std::move(key);
    group.label = std::move(label);
    group.bounces = tally.bounces;
    group.never = tally.never;
    group.handover = tally.handover;
    group.soft = tally.soft;
    group.people = peopleIn(tally.people).first;
    group.daysLostMedian = medianOf(tally.daysLost);
    group.challenged = tally.challenged;
    group.overturned = tally.overturned;
    group.commonReason = tally.commonReason(codes);
    group.need = 2 * tally.aboutSubstanceUse > tally.bounces ? Need::substanceUse : Need::mentalHealth;
    return group;
}

std::vector<BounceGroup> monthsOf(Months& months, const std::vector<ReasonCode>& codes)
{
    std::vector<BounceGroup> list;
    for (LineTally& tally : months.tallies()) {
        const std::string name = months.name(list.size());
        list.push_back(groupOf(name, name, tally, codes));
    }
    return list;
}

bool asked(const BounceQuery& query, const BounceRow& row)
{
    return (!query.need || row.need == *query.need) && (!query.service || row.service == query.service->text());
}

LineTally& lineOf(Groups& groups, std::string_view key, std::string_view label)
{
    Labelled& group = valueOf(groups, key);
    if (group.tally.bounces == 0)
        group.label = label;
    return group.tally;
}

/// Most bounces first, by key among equals.
std::vector<BounceGroup> mostFirst(Groups& groups, const std::vector<ReasonCode>& codes)
{
    std::vector<BounceGroup> list;
    for (auto& [key, group] : groups)
        list.push_back(groupOf(key, group.label, group.tally, codes));
    std::ranges::sort(list, [](const BounceGroup& a, const BounceGroup& b) {
        return a.bounces != b.bounces ? a.bounces > b.bounces : a.key < b.key;
    });
    return list;
}

/// From service to service: no service id holds the character between them.
constexpr char between = '\n';

std::vector<FlowCell> flowOf(const ByText<int>& counts)
{
    std::vector<FlowCell> flow;
    for (const auto& [way, count] : counts)
        flow.push_back({way.substr(0, way.find(between)), way.substr(way.find(between) + 1), count});
    std::ranges::sort(
        flow, [](const FlowCell& a, const FlowCell& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    return flow;
}

void setTotals(BounceReport& report, LineTally& all)
{
    report.bounces = all.bounces;
    report.never = all.never;
    report.handover = all.handover;
    report.soft = all.soft;
    report.challenged = all.challenged;
    report.overturned = all.overturned;
    std::tie(report.people, report.peopleTwiceOrMore) = peopleIn(all.people);
    for (const int days : all.daysLost)
        report.daysLost += days;
    report.daysLostMedian = medianOf(all.daysLost);
}

}  // namespace

Date trendStart(const BounceQuery& query)
{
    const std::chrono::year_month_day last{query.to};
    return Date{(last.year() / last.month() - std::chrono::months{11}) / 1};
}

struct BounceCounter::Counts {
    explicit Counts(const BounceQuery& asked)
        : query{asked}, trendFrom{trendStart(asked)}, inPeriod{asked.from, asked.to}, trend{trendFrom, asked.to}
    {}

    BounceQuery query;
    Date trendFrom;
    Numbers<ReasonCode> reasonNumbers;
    LineTally all;
    Groups services;
    Groups reasons;
    Groups others;
    Months inPeriod;
    Months trend;
    ByText<int> flow;
    std::map<std::string, int, std::less<>> quadrants;
    int substanceUseCited = 0;
    int mentalHealthCited = 0;
    std::string way;

    void addToPeriod(const BounceRow& row, PersonNumber person, std::uint32_t reason)
    {
        all.add(row, person, reason);
        lineOf(services, row.service, row.serviceName).add(row, person, reason);
        lineOf(reasons, row.code.text(), row.code.text()).add(row, person, reason);
        inPeriod.at(row.on).add(row, person, reason);
        way = row.service;
        way += between;
        way += row.pointsTo;
        ++valueOf(flow, way);
        if (const auto known = quadrants.find(row.quadrant); known != quadrants.end())
            ++known->second;
        else
            quadrants.emplace(row.quadrant, 1);
        substanceUseCited += row.substanceUseCited && row.need == Need::mentalHealth ? 1 : 0;
        mentalHealthCited += row.mentalHealthCited && row.need == Need::substanceUse ? 1 : 0;
    }

    bool isInPeriod(const BounceRow& row) const
    {
        return row.on >= query.from && row.on <= query.to && asked(query, row);
    }
    bool isInTrend(const BounceRow& row) const
    {
        return row.on >= trendFrom && row.on <= query.to && asked(query, row);
    }
};

BounceCounter::BounceCounter(const BounceQuery& query) : m_counts{std::make_unique<Counts>(query)} {}
BounceCounter::~BounceCounter() = default;
BounceCounter::BounceCounter(BounceCounter&&) noexcept = default;
BounceCounter& BounceCounter::operator=(BounceCounter&&) noexcept = default;

void BounceCounter::add(const BounceRow& row, PersonNumber person, std::optional<std::string_view> otherKey)
{
    addToTrend(row, person);
    addToPeriod(row, person);
    if (otherKey && m_counts->isInPeriod(row))
        lineOf(m_counts->others, *otherKey, {}).add(row, person, m_counts->reasonNumbers.of(row.code));
}

void BounceCounter::addToPeriod(const BounceRow& row, PersonNumber person)
{
    if (m_counts->isInPeriod(row))
        m_counts->addToPeriod(row, person, m_counts->reasonNumbers.of(row.code));
}

void BounceCounter::addToTrend(const BounceRow& row, PersonNumber person)
{
    if (m_counts->isInTrend(row))
        m_counts->trend.at(row.on).add(row, person, m_counts->reasonNumbers.of(row.code));
}

BounceReport BounceCounter::finish()
{
    BounceReport report;
    report.query = m_counts->query;
    const auto codes = m_counts->reasonNumbers.all();
    setTotals(report, m_counts->all);
    report.substanceUseCited = m_counts->substanceUseCited;
    report.mentalHealthCited = m_counts->mentalHealthCited;
    report.byService = mostFirst(m_counts->services, codes);
    report.byReason = mostFirst(m_counts->reasons, codes);
    report.byMonth = monthsOf(m_counts->trend, codes);
    report.flow = flowOf(m_counts->flow);
    for (const auto& [quadrant, bounces] : m_counts->quadrants)
        report.byQuadrant.push_back({quadrant, bounces});
    switch (report.query.by) {
    case GroupBy::service: report.groups = report.byService; break;
    case GroupBy::reason: report.groups = report.byReason; break;
    case GroupBy::month: report.groups = monthsOf(m_counts->inPeriod, codes); break;
    }
    return report;
}

std::vector<BounceGroup> BounceCounter::otherGroups()
{
    return mostFirst(m_counts->others, m_counts->reasonNumbers.all());
}

BounceReport bounceReport(const BounceQuery& query, const std::vector<BounceRow>& rows,
                          const std::vector<BounceRow>& monthRows)
{
    BounceCounter counter{query};
    Numbers<PersonId> people;
    people.expect(rows.size());
    const bool sameRows = &rows == &monthRows;  // then each row's person is looked up once
    for (const BounceRow& row : rows) {
        const PersonNumber person = people.of(row.person);
        if (sameRows)
            counter.addToTrend(row, person);
        counter.addToPeriod(row, person);
    }
    for (const BounceRow& row : monthRows)
        if (!sameRows)
            counter.addToTrend(row, people.of(row.person));
    return counter.finish();
}

}  // namespace holdfast::report
