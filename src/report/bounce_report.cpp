#include "report/bounce_report.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace holdfast::report {
namespace {

using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

year_month monthOf(Date day)
{
    const year_month_day date{day};
    return date.year() / date.month();
}

std::string nameOfMonth(year_month month)
{
    return formatDate(Date{month / 1}).substr(0, 7);
}

/// Ids as small numbers, so that counting them in each group needs no look-up by text.
template <class AnyId>
class Numbers {
public:
    void expect(std::size_t count) { m_numbers.reserve(count); }
    std::uint32_t of(const AnyId& id)
    {
        return m_numbers.try_emplace(id, static_cast<std::uint32_t>(m_numbers.size())).first->second;
    }
    /// The ids by their numbers.
    std::vector<AnyId> all() const
    {
        std::vector<AnyId> ids(m_numbers.size());
        for (const auto& [id, number] : m_numbers)
            ids[number] = id;
        return ids;
    }

private:
    std::unordered_map<AnyId, std::uint32_t> m_numbers;
};

/// The people and reasons of one report.
struct Known {
    Numbers<PersonId> people;
    Numbers<ReasonCode> reasons;
};

/// The numbers of one row.
struct Numbered {
    std::uint32_t person = 0;
    std::uint32_t reason = 0;
};

std::optional<double> medianOf(std::vector<int>& values)
{
    if (values.empty())
        return std::nullopt;
    const auto half = static_cast<std::ptrdiff_t>(values.size() / 2);
    const auto middle = values.begin() + half;
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    const int below = *std::max_element(values.begin(), middle);
    return (static_cast<double>(below) + static_cast<double>(*middle)) / 2.0;
}

/// How many different people, and how many of them more than once.
std::pair<int, int> peopleIn(std::vector<std::uint32_t>& people)
{
    std::ranges::sort(people);
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

/// Gathers the rows of one line of a table, or of the whole report.
struct LineTally {
    int bounces = 0;
    int never = 0;
    int handover = 0;
    int soft = 0;
    int challenged = 0;
    int overturned = 0;
    int aboutSubstanceUse = 0;
    std::vector<int> daysLost;
    std::vector<std::uint32_t> people;
    std::vector<int> reasons;  ///< by number

    void add(const BounceRow& row, Numbered numbers)
    {
        ++bounces;
        switch (row.cls) {
        case BounceClass::never: ++never; break;
        case BounceClass::handover: ++handover; break;
        case BounceClass::soft: ++soft; break;
        }
        challenged += row.challenged ? 1 : 0;
        overturned += row.overturned ? 1 : 0;
        aboutSubstanceUse += row.need == Need::substanceUse ? 1 : 0;
        daysLost.push_back(row.daysLost);
        people.push_back(numbers.person);
        if (reasons.size() <= numbers.reason)
            reasons.resize(numbers.reason + 1);
        ++reasons[numbers.reason];
    }

    /// The reason given most often, the first by code among equals; empty when there is none.
    std::string commonReason(const std::vector<ReasonCode>& codes) const
    {
        int most = 0;
        ReasonCode common;
        for (std::size_t i = 0; i < reasons.size(); ++i) {
            if (reasons[i] > most || (reasons[i] == most && most > 0 && codes[i] < common)) {
                most = reasons[i];
                common = codes[i];
            }
        }
        return common.str();
    }
};

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

/// Lines of a table by month, as far from the first as months have passed: a look-up without a text.
class Months {
public:
    /// Every month of the period is there, empty or not, so that a chart has no holes.
    Months(Date from, Date to) : m_first{monthOf(from)}, m_tallies(between(m_first, monthOf(to))) {}
    LineTally& at(Date day) { return m_tallies.at(static_cast<std::size_t>((monthOf(day) - m_first).count())); }

    std::vector<BounceGroup> groups(const std::vector<ReasonCode>& codes)
    {
        std::vector<BounceGroup> list;
        for (LineTally& tally : m_tallies) {
            const std::string name = nameOfMonth(m_first + months{static_cast<int>(list.size())});
            list.push_back(groupOf(name, name, tally, codes));
        }
        return list;
    }

private:
    static std::size_t between(year_month first, year_month last)
    {
        return last < first ? 0 : static_cast<std::size_t>((last - first).count() + 1);
    }

    year_month m_first;
    std::vector<LineTally> m_tallies;
};

bool asked(const BounceQuery& query, const BounceRow& row)
{
    return (!query.need || row.need == *query.need) && (!query.service || row.service == query.service->text());
}

struct Labelled {
    std::string label;
    LineTally tally;
};
using Groups = std::map<std::string, Labelled, std::less<>>;

void addTo(Groups& groups, std::string_view key, std::string_view label, const BounceRow& row, Numbered numbers)
{
    auto at = groups.find(key);
    if (at == groups.end())
        at = groups.emplace(std::string{key}, Labelled{std::string{label}, {}}).first;
    at->second.tally.add(row, numbers);
}

std::vector<BounceGroup> inOrderOfKey(Groups& groups, const std::vector<ReasonCode>& codes)
{
    std::vector<BounceGroup> list;
    for (auto& [key, group] : groups)
        list.push_back(groupOf(key, group.label, group.tally, codes));
    return list;
}

void mostFirst(std::vector<BounceGroup>& groups)
{
    std::ranges::stable_sort(groups, std::ranges::greater{}, &BounceGroup::bounces);
}

/// From service to service; the keys point into the rows.
using Flow = std::map<std::pair<std::string_view, std::string_view>, int>;

std::vector<FlowCell> flowOf(const Flow& counts)
{
    std::vector<FlowCell> flow;
    for (const auto& [way, count] : counts)
        flow.push_back({std::string{way.first}, std::string{way.second}, count});
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
    return Date{(monthOf(query.to) - months{11}) / 1};
}

BounceReport bounceReport(const BounceQuery& query, const std::vector<BounceRow>& rows,
                          const std::vector<BounceRow>& monthRows)
{
    BounceReport report;
    report.query = query;
    Known known;
    known.people.expect(rows.size());
    LineTally all;
    Groups services;
    Groups reasons;
    Months inPeriod{query.from, query.to};
    Months trend{trendStart(query), query.to};
    Flow flow;
    std::map<std::string_view, int> quadrants;
    const auto addToTrend = [&](const BounceRow& row, Numbered numbers) {
        if (row.on >= trendStart(query) && row.on <= query.to)
            trend.at(row.on).add(row, numbers);
    };
    const bool sameRows = &rows == &monthRows;  // then each row's numbers are looked up once
    for (const BounceRow& row : rows) {
        if (!asked(query, row))
            continue;
        const Numbered numbers{known.people.of(row.person), known.reasons.of(row.code)};
        if (sameRows)
            addToTrend(row, numbers);
        if (row.on < query.from || row.on > query.to)
            continue;
        all.add(row, numbers);
        addTo(services, row.service, row.serviceName, row, numbers);
        addTo(reasons, row.code.text(), row.code.text(), row, numbers);
        inPeriod.at(row.on).add(row, numbers);
        ++flow[{row.service, row.pointsTo}];
        ++quadrants[row.quadrant];
        report.substanceUseCited += row.substanceUseCited && row.need == Need::mentalHealth ? 1 : 0;
        report.mentalHealthCited += row.mentalHealthCited && row.need == Need::substanceUse ? 1 : 0;
    }
    for (const BounceRow& row : monthRows)
        if (!sameRows && asked(query, row))
            addToTrend(row, {known.people.of(row.person), known.reasons.of(row.code)});
    const auto codes = known.reasons.all();
    setTotals(report, all);
    report.byService = inOrderOfKey(services, codes);
    mostFirst(report.byService);
    report.byReason = inOrderOfKey(reasons, codes);
    mostFirst(report.byReason);
    report.byMonth = trend.groups(codes);
    report.flow = flowOf(flow);
    for (const auto& [quadrant, bounces] : quadrants)
        report.byQuadrant.push_back({std::string{quadrant}, bounces});
    switch (query.by) {
    case GroupBy::service: report.groups = report.byService; break;
    case GroupBy::reason: report.groups = report.byReason; break;
    case GroupBy::month: report.groups = inPeriod.groups(codes); break;
    }
    return report;
}

namespace {

/// Its line; a service that bounced nobody gets one.
BounceGroup& lineOf(std::vector<BounceGroup>& groups, const std::string& service, const std::string& name)
{
    const auto group = std::ranges::find(groups, service, &BounceGroup::key);
    if (group != groups.end())
        return *group;
    BounceGroup& added = groups.emplace_back();
    added.key = service;
    added.label = name;
    return added;
}

/// The lists that have a line for each service.
template <class Add>
void addToServices(BounceReport& report, Add add)
{
    add(report.byService);
    if (report.query.by == GroupBy::service)
        add(report.groups);
}

}  // namespace

void addLegsSent(BounceReport& report, const std::vector<LegsSent>& sent)
{
    for (const LegsSent& line : sent) {
        report.legsSent += line.count;
        addToServices(report, [&](auto& groups) { lineOf(groups, line.service, line.serviceName).legs += line.count; });
    }
}

void addWentWell(BounceReport& report, const std::vector<WentWell>& good)
{
    for (const WentWell& line : good) {
        report.wentWell += line.count;
        report.heldBoth += line.heldBoth;
        addToServices(report, [&](auto& groups) {
            BounceGroup& group = lineOf(groups, line.service, line.serviceName);
            group.wentWell += line.count;
            group.heldBoth += line.heldBoth;
        });
    }
}

}  // namespace holdfast::report
