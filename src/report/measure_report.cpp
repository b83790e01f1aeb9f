#include "report/measure_report.h"

#include <algorithm>

namespace holdfast::report {
namespace {

constexpr int curveStep = 7;
constexpr int leastFollowed = 10;

MeasureGroup groupOf(const std::string& key, const Tally& tally)
{
    MeasureGroup group{key, key, figuresOf(tally), tally.training};
    group.training.resize(trainingNeeds().size());
    return group;
}

}  // namespace

std::vector<CurvePoint> weeklyCurve(const std::vector<Followed>& followed)
{
    const Survival curve{followed};
    std::vector<int> inWeek(static_cast<std::size_t>(curve.longest() / curveStep) + 1);  // for how many whole weeks
    for (const Followed& each : followed)
        inWeek[static_cast<std::size_t>(std::max(each.time, 0) / curveStep)] += each.ended + each.censored;
    std::vector<CurvePoint> points;
    int still = curve.followed();
    for (std::size_t week = 0; still >= leastFollowed; ++week) {
        const int days = static_cast<int>(week) * curveStep;
        points.push_back({days, still, curve.leftAfter(days)});
        still -= week < inWeek.size() ? inWeek[week] : still;
    }
    return points;
}

MeasureCounter::MeasureCounter(MeasureQuery query, Date asAt, Recorders recorders)
    : m_query{std::move(query)}, m_asAt{asAt}, m_ask{std::move(recorders)}, m_keys{m_query.by}, m_all{asAt}
{}

template <class Row>
bool MeasureCounter::count(const Row& row, Date on, const Circumstances& where, std::optional<PersonNumber> known)
{
    if (on < m_query.from || on > m_query.to)
        return false;
    const Recorder& recorder = recorderOf(where.author);
    if (!Choice{m_query}.takes(row, recorder))
        return false;
    const PersonNumber person = known ? *known : numberOf(row.person);
    m_all.add(row, person);
    if (const auto key = m_keys.of(row, recorder)) {
        auto group = m_groups.find(*key);
        if (group == m_groups.end())
            group = m_groups.emplace(*key, Tally{m_asAt}).first;
        group->second.add(row, person);
    }
    return true;
}

template bool MeasureCounter::count(const BounceRow&, Date, const Circumstances&, std::optional<PersonNumber>);
template bool MeasureCounter::count(const ReferralRow&, Date, const Circumstances&, std::optional<PersonNumber>);
template bool MeasureCounter::count(const FactRow&, Date, const Circumstances&, std::optional<PersonNumber>);

const Recorder& MeasureCounter::recorderOf(const WorkerId& worker)
{
    const auto known = m_recorders.find(worker);
    if (known != m_recorders.end())
        return known->second;
    return m_recorders.emplace(worker, worker.empty() ? Recorder{} : m_ask(worker)).first->second;
}

PersonNumber MeasureCounter::numberOf(const PersonId& person)
{
    return m_numbers.try_emplace(person, static_cast<PersonNumber>(m_numbers.size())).first->second;
}

bool MeasureCounter::narrowed() const
{
    return m_query.service || m_query.need || m_query.ageBand || !m_query.team.empty() || !m_query.area.empty();
}

/// Of people who are in the report anyway: it narrows by itself.
void MeasureCounter::addCarerSpokenTo(const PersonId& person)
{
    if (const auto known = m_numbers.find(person); known != m_numbers.end())
        m_all.addCarerSpokenTo(known->second);
}

void MeasureCounter::addRetold(int times)
{
    if (!narrowed())
        m_all.retold += times;
}

MeasureReport MeasureCounter::finish() const
{
    MeasureReport report;
    report.query = m_query;
    report.asAt = m_asAt;
    report.all = groupOf("total", m_all);
    for (const auto& [key, tally] : m_groups)
        report.groups.push_back(groupOf(key, tally));
    std::ranges::sort(report.groups, {}, &MeasureGroup::key);
    for (const Need need : allNeeds)
        report.curves[need] = weeklyCurve(m_all.firstHelp[need]);
    return report;
}

}  // namespace holdfast::report
