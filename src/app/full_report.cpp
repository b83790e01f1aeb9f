#include "app/full_report.h"

#include "app/report_standing.h"
#include "domain/opening_hours.h"
#include "domain/policy_book.h"
#include "domain/service.h"
#include "engine/hours.h"
#include "engine/match.h"
#include "store/event_repository.h"
#include "store/meta_repository.h"
#include "store/report_query.h"
#include "store/report_rows.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

using report::MeasureCounter;
using report::MeasureQuery;

class Gatherer {
public:
    Gatherer(Workspace& workspace, const MeasureQuery& query)
        : m_workspace{workspace}, m_query{query}, m_now{workspace.clock().now()}, m_today{londonDate(m_now)}
    {
        for (const Worker& worker : store::WorkerRepository{workspace.connection()}.all())
            m_recorders[worker.id] = {worker.team, worker.service.str()};
    }

    report::FullReport gather(bool comparePrevious)
    {
        MeasureCounter counter = counterOf(m_query);
        std::optional<MeasureCounter> earlier;
        if (comparePrevious)
            earlier.emplace(counterOf(before(m_query)));
        m_counters = {&counter};
        if (earlier)
            m_counters.push_back(&*earlier);
        readBounces();
        readReferrals();
        readFacts();
        report::FullReport full;
        full.bounces = bounceReport();
        full.measures = counter.finish();
        nameGroups(full.measures.groups);
        if (earlier)
            full.before = earlier->finish();
        std::vector<double> months;
        for (const report::BounceGroup& month : full.bounces.byMonth)
            months.push_back(month.bounces);
        full.chart = report::controlChart(months);
        full.national = national(full.bounces.byReason);
        full.from = provenance();
        return full;
    }

private:
    MeasureCounter counterOf(const MeasureQuery& query) const
    {
        return {query, m_today, [this](const WorkerId& worker) { return recorderOf(worker); }};
    }

    report::Recorder recorderOf(const WorkerId& worker) const
    {
        const auto known = m_recorders.find(worker);
        return known == m_recorders.end() ? report::Recorder{} : known->second;
    }

    Date first() const
    {
        Date day = m_query.from;
        if (m_counters.size() > 1)
            day = before(m_query).from;
        return day;
    }

    void readBounces()
    {
        report::BounceQuery all;
        all.to = m_query.to;
        const Date from = std::min(first(), trendStart(all));
        const report::Choice choice{m_query};
        store::ReportQuery{m_workspace.connection()}.bounces({from, m_query.to, m_query.service, m_query.need}, m_now,
                                                             [&](const report::BounceRow& row) {
                                                                 for (MeasureCounter* counter : m_counters)
                                                                     counter->add(row);
                                                                 if (choice.takes(row, recorderOf(row.where.author)))
                                                                     m_bounces.push_back(row);
                                                             });
    }

    void readReferrals()
    {
        const store::ReportRows rows{m_workspace.connection()};
        const auto hours = rows.workHours(first(), m_query.to);
        const report::Choice choice{m_query};
        rows.referrals(first(), m_query.to, [&](report::ReferralRow& row) {
            if (row.marks.wishes != 0)
                row.missed = missedWishes(row, hours);
            for (MeasureCounter* counter : m_counters)
                counter->add(row);
            if (row.on >= m_query.from && choice.takes(row, recorderOf(row.where.author)))
                ++m_sent[row.service];
        });
    }

    void readFacts()
    {
        const store::ReportRows rows{m_workspace.connection()};
        const report::Choice choice{m_query};
        rows.facts(first(), m_query.to, [&](const report::FactRow& row) {
            for (MeasureCounter* counter : m_counters)
                counter->add(row);
            if (row.fact.kind != report::FactKind::good || row.fact.on < m_query.from ||
                !choice.takes(row, recorderOf(row.fact.where.author)))
                return;
            report::WentWell& good = m_good[row.fact.service];
            ++good.count;
            good.heldBoth += row.fact.yes ? 1 : 0;
        });
        readWithoutRows(*m_counters.front(), m_query);
        if (m_counters.size() > 1)
            readWithoutRows(*m_counters.back(), before(m_query));
    }

    void readWithoutRows(MeasureCounter& counter, const MeasureQuery& query)
    {
        const store::ReportRows rows{m_workspace.connection()};
        const Instant from = londonInstant(query.from, {});
        const Instant until = londonInstant(query.to + std::chrono::days{1}, {});
        for (const PersonId& person : rows.carersSpokenTo(from, until))
            counter.addCarerSpokenTo(person);
        counter.addRetold(rows.retold(from, until));
    }

    int missedWishes(const report::ReferralRow& row, const std::map<PersonId, std::string>& hours)
    {
        using report::Wish;
        const Service* service =
            ServiceId::fits(row.service) ? m_workspace.directory().find(ServiceId{row.service}) : nullptr;
        if (service == nullptr)
            return 0;
        int missed = 0;
        if (has(row.marks.wishes, Wish::notNearHome) && service->postcode && !row.where.area.empty() &&
            engine::outwardOf(*service->postcode) == row.where.area)
            missed |= static_cast<int>(Wish::notNearHome);
        if (has(row.marks.wishes, Wish::travelHelp) && !service->helpsWithTravelCost.value_or(false))
            missed |= static_cast<int>(Wish::travelHelp);
        if (const auto works = hours.find(row.person);
            has(row.marks.wishes, Wish::outsideWorkHours) && works != hours.end() && !service->hours.empty()) {
            const auto read = parseWorkHours(works->second);
            if (read && !engine::opensOutside(service->hours, *read))
                missed |= static_cast<int>(Wish::outsideWorkHours);
        }
        return missed;
    }

    std::string nameOfService(const std::string& id)
    {
        const Service* service = ServiceId::fits(id) ? m_workspace.directory().find(ServiceId{id}) : nullptr;
        return service == nullptr ? id : service->name;
    }

    std::string labelOf(const std::string& key)
    {
        if (m_query.by == report::Dimension::service || m_query.by == report::Dimension::team)
            return nameOfService(key);
        if (m_query.by == report::Dimension::reason)
            if (const policy::Reason* reason = m_workspace.policyBook().reason(ReasonCode{key}, m_now))
                return reason->label;
        return key;
    }

    template <class Groups>
    void nameGroups(Groups& groups)
    {
        for (auto& group : groups)
            group.label = labelOf(group.key);
    }

    report::BounceReport bounceReport()
    {
        report::BounceQuery query{m_query.from, m_query.to, report::GroupBy::service, m_query.service, m_query.need};
        if (m_query.by == report::Dimension::reason)
            query.by = report::GroupBy::reason;
        if (m_query.by == report::Dimension::month)
            query.by = report::GroupBy::month;
        report::BounceReport made = report::bounceReport(query, m_bounces, m_bounces);
        std::vector<report::LegsSent> sent;
        for (const auto& [service, count] : m_sent)
            sent.push_back({service, nameOfService(service), count});
        addLegsSent(made, sent);
        std::vector<report::WentWell> good;
        for (const auto& [service, line] : m_good)
            good.push_back({service, nameOfService(service), line.count, line.heldBoth});
        addWentWell(made, good);
        nameReasons(made.byReason, m_workspace.policyBook(), m_now);
        if (query.by == report::GroupBy::reason)
            made.groups = made.byReason;
        else if (m_query.by != report::Dimension::service && m_query.by != report::Dimension::month)
            made.groups = otherGroups(query);
        addStanding(m_workspace, made, m_now);
        return made;
    }

    /// The table by service, of rows that name what they are told apart by where the service stands.
    std::vector<report::BounceGroup> otherGroups(const report::BounceQuery& query)
    {
        std::vector<report::BounceRow> rows;
        for (report::BounceRow row : m_bounces) {
            if (row.on < query.from)
                continue;
            row.service = keyOf(m_query.by, row, recorderOf(row.where.author)).value_or("not_recorded");
            row.serviceName = labelOf(row.service);
            rows.push_back(std::move(row));
        }
        return report::bounceReport({query.from, query.to, report::GroupBy::service, {}, {}}, rows, {}).groups;
    }

    std::vector<report::NationalCode> national(const std::vector<report::BounceGroup>& reasons)
    {
        std::vector<report::NationalCode> codes;
        for (const report::BounceGroup& group : reasons)
            if (const policy::Reason* reason = m_workspace.policyBook().reason(ReasonCode{group.key}, m_now))
                codes.push_back({reason->code, reason->label, reason->rejection, reason->closure, reason->side});
        return codes;
    }

    /// Made when the first report leaves a store, and the same ever after.
    std::string storeId()
    {
        store::MetaRepository meta{m_workspace.connection()};
        if (auto known = meta.get(store::metaStoreId))
            return *std::move(known);
        const std::string made = m_workspace.ids().make<CommandId>().str();
        meta.set(store::metaStoreId, made);
        return made;
    }

    report::Provenance provenance()
    {
        db::Connection& connection = m_workspace.connection();
        report::Provenance from;
        from.store = storeId();
        from.events = store::EventRepository{connection}.countAll();
        from.policy = m_workspace.policy().id + ' ' + m_workspace.policy().version;
        from.program = HOLDFAST_VERSION;
        from.practice = m_workspace.facts().practice;
        from.at = m_now;
        return from;
    }

    Workspace& m_workspace;
    const MeasureQuery& m_query;
    Instant m_now;
    Date m_today;
    std::map<WorkerId, report::Recorder> m_recorders;
    std::vector<MeasureCounter*> m_counters;
    std::vector<report::BounceRow> m_bounces;
    std::map<std::string, int> m_sent;
    std::map<std::string, report::WentWell> m_good;
};

}  // namespace

report::FullReport fullReport(Workspace& workspace, const report::MeasureQuery& query, bool comparePrevious)
{
    return Gatherer{workspace, query}.gather(comparePrevious);
}

}  // namespace holdfast::app
