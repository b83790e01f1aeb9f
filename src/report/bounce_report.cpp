#include "report/bounce_report.h"

#include "report/small_numbers.h"

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
    std::vector<PersonNumber> people;
    std::vector<int> reasons;  ///< by number

    void add(const BounceRow& row, PersonNumber person, std::uint32_t reason)
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
        people.push_back(person);
        if (reasons.size() <= reason)
            reasons.resize(reason + 1);
        ++reasons[reason];
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

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

template <class Value>
Value& at(ByText<Value>& values, std::string_view key)
{
    const auto known = values.find(key);
    return known != values.end() ? known->second : values.emplace(std::string{key}, Value{}).first->second;
}

struct Labelled {
    std::string label;
    LineTally tally;
};
using Groups = ByText<Labelled>;

LineTally& lineOf(Groups& groups, std::string_view key, std::string_view label)
{
    Labelled& group = at(groups, key);
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
    return Date{(monthOf(query.to) - months{11}) / 1};
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
        ++at(flow, way);
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
    report.byMonth = m_counts->trend.groups(codes);
    report.flow = flowOf(m_counts->flow);
    for (const auto& [quadrant, bounces] : m_counts->quadrants)
        report.byQuadrant.push_back({quadrant, bounces});
    switch (report.query.by) {
    case GroupBy::service: report.groups = report.byService; break;
    case GroupBy::reason: report.groups = report.byReason; break;
    case GroupBy::month: report.groups = m_counts->inPeriod.groups(codes); break;
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
