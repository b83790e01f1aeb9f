#include "app/full_report.h"

#include "app/missed_wishes.h"
#include "app/report_names.h"
#include "app/report_standing.h"
#include "domain/policy_book.h"
#include "store/disposal_repository.h"
#include "store/meta_repository.h"
#include "store/report_pages.h"
#include "store/report_rows.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace holdfast::app {
namespace {

using report::MeasureCounter;
using report::MeasureQuery;

/// What is counted for one of the periods.
struct Counted {
    MeasureCounter measures;
    std::unordered_set<PersonId> carersSpokenTo;
};

class Gatherer {
public:
    Gatherer(Workspace& workspace, const MeasureQuery& query, const ReportSource& source)
        : m_workspace{workspace},
          m_query{query},
          m_source{source},
          m_now{source.now},
          m_today{londonDate(m_now)},
          m_recorders{workspace}
    {}

    report::FullReport gather(bool comparePrevious)
    {
        m_counted.push_back(counted(m_query));
        if (comparePrevious)
            m_counted.push_back(counted(before(m_query)));
        const report::BounceQuery bounces = bounceQuery();
        report::BounceCounter counter{bounces};
        const Date first = comparePrevious ? before(m_query).from : m_query.from;
        m_source.rows({std::min(first, trendStart(bounces)), first, m_query.to}, m_now,
                      [&](report::PersonRows& rows) { count(rows, counter); });
        report::FullReport full;
        full.bounces = bounceReport(counter);
        full.measures = m_counted.front().measures.finish();
        nameGroups(full.measures.groups);
        if (comparePrevious)
            full.before = m_counted.back().measures.finish();
        std::vector<double> months;
        for (const report::BounceGroup& month : full.bounces.byMonth)
            months.push_back(month.bounces);
        full.chart = report::controlChart(months);
        full.national = national(full.bounces.byReason);
        for (const report::FlowCell& way : full.bounces.flow)
            if (!way.to.empty())
                full.sentTo.emplace(way.to, nameOfService(m_workspace, way.to));
        full.from = provenance();
        return full;
    }

private:
    Counted counted(const MeasureQuery& query) const
    {
        Counted made{{query, m_today, [this](const WorkerId& worker) { return m_recorders.of(worker); }}, {}};
        const Instant from = londonInstant(query.from, {});
        const Instant until = londonInstant(query.to + std::chrono::days{1}, {});
        for (const PersonId& person : m_source.carersSpokenTo(from, until))
            made.carersSpokenTo.insert(person);
        made.measures.addRetold(m_source.retold(from, until));
        return made;
    }

    report::BounceQuery bounceQuery() const
    {
        report::BounceQuery query{m_query.from, m_query.to, report::GroupBy::service, m_query.service, m_query.need};
        if (m_query.by == report::Dimension::reason)
            query.by = report::GroupBy::reason;
        if (m_query.by == report::Dimension::month)
            query.by = report::GroupBy::month;
        return query;
    }

    /// The table is none of those that every report has.
    bool isByOther() const
    {
        return m_query.by != report::Dimension::service && m_query.by != report::Dimension::reason &&
               m_query.by != report::Dimension::month;
    }

    /// Nobody where no team was asked about: there are millions of rows.
    const report::Recorder& recorderIfAsked(const WorkerId& worker) const
    {
        return m_query.team.empty() && m_query.by != report::Dimension::team ? m_recorders.nobody()
                                                                             : m_recorders.of(worker);
    }

    void count(report::PersonRows& rows, report::BounceCounter& bounces)
    {
        const report::PersonNumber person = m_people++;
        for (Counted& each : m_counted)
            if (each.carersSpokenTo.contains(rows.person))
                each.measures.addCarerSpokenTo(person);
        for (const report::BounceRow& row : rows.bounces.rows())
            count(row, person, bounces);
        for (report::ReferralRow& row : rows.referrals.rows())
            count(row, person);
        for (const report::FactRow& row : rows.facts.rows())
            count(row, person);
    }

    void count(const report::BounceRow& row, report::PersonNumber person, report::BounceCounter& bounces)
    {
        for (Counted& each : m_counted)
            each.measures.add(row, person);
        const report::Recorder& recorder = recorderIfAsked(row.where.author);
        if (!m_choice.takes(row, recorder))
            return;
        std::optional<std::string_view> key;
        if (isByOther())
            key = m_keys.of(row, recorder).value_or("not_recorded");
        bounces.add(row, person, key);
    }

    void count(report::ReferralRow& row, report::PersonNumber person)
    {
        if (row.marks.wishes != 0)
            row.missed = missed(row);
        for (Counted& each : m_counted)
            each.measures.add(row, person);
        if (row.on >= m_query.from && row.on <= m_query.to && m_choice.takes(row, recorderIfAsked(row.where.author)))
            ++m_sent[row.service];
    }

    void count(const report::FactRow& row, report::PersonNumber person)
    {
        for (Counted& each : m_counted)
            each.measures.add(row, person);
        if (row.fact.kind != report::FactKind::good || row.fact.on < m_query.from || row.fact.on > m_query.to ||
            !m_choice.takes(row, recorderIfAsked(row.fact.where.author)))
            return;
        report::WentWell& good = m_good[row.fact.service];
        ++good.count;
        good.heldBoth += row.fact.yes ? 1 : 0;
    }

    /// Of the same service, district and hours it is the same; opening hours are long to compare.
    int missed(const report::ReferralRow& row)
    {
        std::map<PersonId, std::string> hours;
        m_wish = row.service + '\n' + row.where.area + '\n' + std::to_string(row.marks.wishes);
        if (has(row.marks.wishes, report::Wish::outsideWorkHours)) {
            if (!m_hours)
                m_hours = store::ReportRows{m_workspace.connection()}.workHours();
            if (const auto works = m_hours->find(row.person); works != m_hours->end()) {
                hours.insert(*works);
                m_wish += '\n' + works->second;
            }
        }
        const auto known = m_missed.find(m_wish);
        return known != m_missed.end() ? known->second
                                       : m_missed.emplace(m_wish, missedWishes(m_workspace, row, hours)).first->second;
    }

    std::string labelOf(const std::string& key)
    {
        if (m_query.by == report::Dimension::service || m_query.by == report::Dimension::team)
            return nameOfService(m_workspace, key);
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

    report::BounceReport bounceReport(report::BounceCounter& counter)
    {
        report::BounceReport made = counter.finish();
        for (auto* groups : {&made.byService, &made.groups})
            for (report::BounceGroup& group : *groups)
                if (groups == &made.byService || made.query.by == report::GroupBy::service)
                    group.label = nameOfService(m_workspace, group.key);
        std::vector<report::LegsSent> sent;
        for (const auto& [service, count] : m_sent)
            sent.push_back({service, nameOfService(m_workspace, service), count});
        std::ranges::sort(sent, {}, &report::LegsSent::service);
        addLegsSent(made, sent);
        std::vector<report::WentWell> good;
        for (const auto& [service, line] : m_good)
            good.push_back({service, nameOfService(m_workspace, service), line.count, line.heldBoth});
        addWentWell(made, good);
        nameReasons(made.byReason, m_workspace.policyBook(), m_now);
        if (made.query.by == report::GroupBy::reason)
            made.groups = made.byReason;
        if (isByOther()) {
            made.groups = counter.otherGroups();
            nameGroups(made.groups);
        }
        addStanding(m_workspace, made, m_now);
        return made;
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
        report::Provenance from;
        from.store = storeId();
        from.events = m_source.events;
        from.policy = m_workspace.policy().id + ' ' + m_workspace.policy().version;
        from.program = HOLDFAST_VERSION;
        from.practice = m_workspace.facts().practice;
        from.at = m_now;
        return from;
    }

    Workspace& m_workspace;
    const MeasureQuery& m_query;
    const ReportSource& m_source;
    Instant m_now;
    Date m_today;
    report::Choice m_choice{m_query};
    report::KeyReader m_keys{m_query.by};
    Recorders m_recorders;
    std::vector<Counted> m_counted;  ///< of the period, then of the one before
    report::PersonNumber m_people = 0;
    std::unordered_map<std::string, int> m_sent;
    std::map<std::string, report::WentWell> m_good;
    std::optional<std::unordered_map<PersonId, std::string>> m_hours;
    std::unordered_map<std::string, int> m_missed;
    std::string m_wish;
};

}  // namespace

ReportSource cachedRows(Workspace& workspace)
{
    db::Connection& connection = workspace.connection();
    ReportSource source;
    source.now = workspace.clock().now();
    source.events = store::ReportPages{connection}.counts().events + store::DisposalRepository{connection}.eventsGone();
    source.rows = [&connection](const report::Stretch& stretch, Instant now, const report::VisitPerson& visit) {
        store::ReportPages{connection}.read(stretch, now, visit);
    };
    source.carersSpokenTo = [&connection](Instant from, Instant until) {
        return store::ReportRows{connection}.carersSpokenTo(from, until);
    };
    source.retold = [&connection](Instant from, Instant until) {
        return store::ReportRows{connection}.retold(from, until);
    };
    return source;
}

report::FullReport fullReport(Workspace& workspace, const report::MeasureQuery& query, bool comparePrevious)
{
    return fullReport(workspace, query, comparePrevious, cachedRows(workspace));
}

report::FullReport fullReport(Workspace& workspace, const report::MeasureQuery& query, bool comparePrevious,
                              const ReportSource& source)
{
    return Gatherer{workspace, query, source}.gather(comparePrevious);
}

}  // namespace holdfast::app
