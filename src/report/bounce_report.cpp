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

/// People as small numbers, so that counting them apart in each group is a sort of integers.
class PeopleNumbers {
public:
    std::uint32_t of(const PersonId& person)
    {
        return m_numbers.try_emplace(person, static_cast<std::uint32_t>(m_numbers.size())).first->second;
    }

private:
    std::unordered_map<PersonId, std::uint32_t> m_numbers;
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
std::pair<int, int> countPeople(std::vector<std::uint32_t>& people)
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
struct Tally {
    int bounces = 0;
    int never = 0;
    int handover = 0;
    int soft = 0;
    int challenged = 0;
    int overturned = 0;
    std::vector<int> daysLost;
    std::vector<std::uint32_t> people;
    std::map<ReasonCode, int> reasons;

    void add(const BounceRow& row, std::uint32_t person)
    {
        ++bounces;
        switch (row.cls) {
        case BounceClass::never: ++never; break;
        case BounceClass::handover: ++handover; break;
        case BounceClass::soft: ++soft; break;
        }
        challenged += row.challenged ? 1 : 0;
        overturned += row.overturned ? 1 : 0;
        daysLost.push_back(row.daysLost);
        people.push_back(person);
        ++reasons[row.code];
    }

    /// The reason given most often, the first by code among equals.
    std::string commonReason() const
    {
        const auto most = std::ranges::max_element(reasons, {}, [](const auto& reason) { return reason.second; });
        return most == reasons.end() ? std::string{} : most->first.str();
    }
};

BounceGroup groupOf(std::string key, std::string label, Tally& tally)
{
    BounceGroup group;
    group.key = std::move(key);
    group.label = std::move(label);
    group.bounces = tally.bounces;
    group.never = tally.never;
    group.handover = tally.handover;
    group.soft = tally.soft;
    group.people = countPeople(tally.people).first;
    group.daysLostMedian = medianOf(tally.daysLost);
    group.challenged = tally.challenged;
    group.overturned = tally.overturned;
    group.commonReason = tally.commonReason();
    return group;
}

bool asked(const BounceQuery& query, const BounceRow& row)
{
    return (!query.need || row.need == *query.need) && (!query.service || row.service == query.service->text());
}

struct Labelled {
    std::string label;
    Tally tally;
};
using Groups = std::map<std::string, Labelled, std::less<>>;

void addTo(Groups& groups, std::string_view key, std::string_view label, const BounceRow& row, std::uint32_t person)
{
    auto at = groups.find(key);
    if (at == groups.end())
        at = groups.emplace(std::string{key}, Labelled{std::string{label}, {}}).first;
    at->second.tally.add(row, person);
}

/// Every month of the period, empty or not, so that a chart has no holes.
Groups monthsBetween(Date from, Date to)
{
    Groups groups;
    for (year_month month = monthOf(from); month <= monthOf(to); month += months{1})
        groups[nameOfMonth(month)].label = nameOfMonth(month);
    return groups;
}

std::vector<BounceGroup> inOrderOfKey(Groups& groups)
{
    std::vector<BounceGroup> list;
    for (auto& [key, group] : groups)
        list.push_back(groupOf(key, group.label, group.tally));
    return list;
}

void mostFirst(std::vector<BounceGroup>& groups)
{
    std::ranges::stable_sort(groups, std::ranges::greater{}, &BounceGroup::bounces);
}

std::vector<BounceGroup> trend(const BounceQuery& query, const std::vector<BounceRow>& rows, PeopleNumbers& people)
{
    Groups groups = monthsBetween(trendStart(query), query.to);
    for (const BounceRow& row : rows)
        if (asked(query, row) && row.on >= trendStart(query) && row.on <= query.to)
            groups[nameOfMonth(monthOf(row.on))].tally.add(row, people.of(row.person));
    return inOrderOfKey(groups);
}

std::vector<FlowCell> flowOf(const std::map<std::pair<std::string, std::string>, int>& counts)
{
    std::vector<FlowCell> flow;
    for (const auto& [way, count] : counts)
        flow.push_back({way.first, way.second, count});
    return flow;
}

void setTotals(BounceReport& report, Tally& all)
{
    report.bounces = all.bounces;
    report.never = all.never;
    report.handover = all.handover;
    report.soft = all.soft;
    report.challenged = all.challenged;
    report.overturned = all.overturned;
    std::tie(report.people, report.peopleTwiceOrMore) = countPeople(all.people);
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
    PeopleNumbers people;
    Tally all;
    Groups services;
    Groups reasons;
    Groups inPeriod = monthsBetween(query.from, query.to);
    std::map<std::pair<std::string, std::string>, int> flow;
    for (const BounceRow& row : rows) {
        if (!asked(query, row) || row.on < query.from || row.on > query.to)
            continue;
        const std::uint32_t person = people.of(row.person);
        all.add(row, person);
        addTo(services, row.service, row.serviceName, row, person);
        addTo(reasons, row.code.text(), row.code.text(), row, person);
        inPeriod[nameOfMonth(monthOf(row.on))].tally.add(row, person);
        ++flow[{row.service, row.pointsTo}];
        report.substanceUseCited += row.substanceUseCited && row.need == Need::mentalHealth ? 1 : 0;
        report.mentalHealthCited += row.mentalHealthCited && row.need == Need::substanceUse ? 1 : 0;
    }
    setTotals(report, all);
    report.byService = inOrderOfKey(services);
    mostFirst(report.byService);
    report.byReason = inOrderOfKey(reasons);
    mostFirst(report.byReason);
    report.byMonth = trend(query, monthRows, people);
    report.flow = flowOf(flow);
    switch (query.by) {
    case GroupBy::service: report.groups = report.byService; break;
    case GroupBy::reason: report.groups = report.byReason; break;
    case GroupBy::month: report.groups = inOrderOfKey(inPeriod); break;
    }
    return report;
}

void addLegsSent(BounceReport& report, const std::vector<LegsSent>& sent)
{
    const auto addTo = [](std::vector<BounceGroup>& groups, const LegsSent& line) {
        auto group = std::ranges::find(groups, line.service, &BounceGroup::key);
        if (group == groups.end()) {
            groups.emplace_back().key = line.service;
            group = std::prev(groups.end());
            group->label = line.serviceName;
        }
        group->legs += line.count;
    };
    for (const LegsSent& line : sent) {
        report.legsSent += line.count;
        addTo(report.byService, line);
        if (report.query.by == GroupBy::service)
            addTo(report.groups, line);
    }
}

}  // namespace holdfast::report
