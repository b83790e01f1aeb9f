#include "report/measure_report.h"

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
    std::vector<CurvePoint> points;
    for (int days = 0;; days += curveStep) {
        int still = 0;
        for (const Followed& each : followed)
            still += each.time >= days ? each.ended + each.censored : 0;
        if (still < leastFollowed)
            return points;
        points.push_back({days, still, curve.leftAfter(days)});
    }
}

MeasureCounter::MeasureCounter(MeasureQuery query, Date asAt, Recorders recorders)
    : m_query{std::move(query)}, m_asAt{asAt}, m_ask{std::move(recorders)}, m_all{asAt}
{}

template <class Row>
bool MeasureCounter::count(const Row& row, Date on, const Circumstances& where)
{
    const Recorder& recorder = recorderOf(where.author);
    if (on < m_query.from || on > m_query.to || !Choice{m_query}.takes(row, recorder))
        return false;
    const PersonNumber person = numberOf(row.person);
    m_all.add(row, person);
    if (const auto key = keyOf(m_query.by, row, recorder)) {
        auto group = m_groups.find(*key);
        if (group == m_groups.end())
            group = m_groups.emplace(*key, Tally{m_asAt}).first;
        group->second.add(row, person);
    }
    return true;
}

template bool MeasureCounter::count(const BounceRow&, Date, const Circumstances&);
template bool MeasureCounter::count(const ReferralRow&, Date, const Circumstances&);
template bool MeasureCounter::count(const FactRow&, Date, const Circumstances&);

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
    for (const Need need : allNeeds)
        report.curves[need] = weeklyCurve(m_all.firstHelp[need]);
    return report;
}

}  // namespace holdfast::report
