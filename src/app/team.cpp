#include "app/team.h"

#include "app/recorder.h"
#include "app/use_case.h"
#include "domain/calendar.h"
#include "domain/policy_book.h"
#include "domain/service.h"
#include "store/cover_repository.h"
#include "store/team_query.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr int mostHeldRows = 2 * static_cast<int>(mostReassigned);
constexpr int mostDeclines = 1000;
constexpr int monthsOfChallenges = 12;

ServiceId serviceOf(const Session& session, Scope scope)
{
    return scope == Scope::everyone ? ServiceId{} : session.worker.service;
}

std::optional<engine::CodeCandidate> maskedBy(const Policy& policy, const UnconfirmedDecline& decline)
{
    if (decline.cls == BounceClass::never)
        return std::nullopt;
    const auto candidates = engine::candidateCodes(policy, decline.need, decline.words);
    const auto never = std::ranges::find(candidates, BounceClass::never, &engine::CodeCandidate::cls);
    return never == candidates.end() ? std::nullopt : std::optional{*never};
}

UnconfirmedDecline shown(const store::DeclineRow& row, const PolicyBook& book)
{
    UnconfirmedDecline decline;
    decline.person = row.person.id;
    decline.name = row.person.name;
    decline.event = row.event;
    decline.need = row.need;
    decline.serviceName = row.serviceName.empty() ? row.service : row.serviceName;
    decline.code = row.code;
    decline.cls = row.cls;
    decline.at = row.at;
    decline.authorName = row.authorName;
    decline.words = row.words;
    decline.masked = maskedBy(book.at(row.at).policy, decline);
    return decline;
}

/// Puts the rows of one person, which come one for each need, together.
std::vector<HeldPerson> joined(const std::vector<store::HeldNeedRow>& rows, Date today)
{
    std::vector<HeldPerson> people;
    for (const store::HeldNeedRow& row : rows) {
        if (people.empty() || people.back().person != row.person.id) {
            HeldPerson& fresh = people.emplace_back();
            fresh.person = row.person.id;
            fresh.name = row.person.name;
            fresh.pronouns = row.person.pronouns;
            if (row.person.born)
                fresh.age = yearsBetween(*row.person.born, today);
        }
        HeldPerson& person = people.back();
        person.held[row.need] = true;
        person.leg[row.need] = row.leg;
        person.acting = person.acting || row.acting;
        if (row.nextDue && (!person.nextDue || *row.nextDue < *person.nextDue)) {
            person.nextDue = row.nextDue;
            person.nextWhat = row.nextWhat;
        }
    }
    return people;
}

/// The cover that matters most for the one who is away: today's, else the next.
void addCover(TeamMember& member, const std::vector<Cover>& covers, const std::vector<Worker>& workers, Date today)
{
    const auto worker = [&](const WorkerId& id) { return std::ranges::find(workers, id, &Worker::id); };
    for (const Cover& cover : covers) {
        if (cover.worker == member.worker.id && !member.away) {
            member.away = cover;
            member.awayNow = cover.includes(today);
            if (const auto by = worker(cover.by); by != workers.end() && by->active)
                member.coveredBy = by->name;
        }
        if (cover.by == member.worker.id && cover.includes(today))
            if (const auto away = worker(cover.worker); away != workers.end())
                member.covers.push_back(away->name);
    }
}

TeamMember memberOf(const Worker& worker, const store::Caseload& load)
{
    TeamMember member;
    member.worker = worker;
    member.people = load.people;
    member.needs = load.needs;
    member.acting = load.acting;
    member.overdue = load.overdue;
    member.alerts = load.alerts;
    member.omissions = load.omissions;
    member.toConfirm = load.toConfirm;
    return member;
}

std::vector<ChallengeTally> tallies(db::Connection& connection, Date today)
{
    std::vector<ChallengeTally> tallies;
    for (const auto& counts :
         store::TeamQuery{connection, store::everyoneSeen()}.challenges(addMonths(today, -monthsOfChallenges), today))
        tallies.push_back({counts.serviceName.empty() ? counts.service : counts.serviceName, counts.sent,
                           counts.overturned, counts.upheld, counts.unanswered});
    return tallies;
}

}  // namespace

Result<TeamView> Team::overview(const Session& session, Scope scope)
{
    return audited(m_workspace, session, Action::viewTeam, {}, [&](AuditNote& note) -> Result<TeamView> {
        db::Connection& connection = m_workspace.connection();
        const ServiceId service = serviceOf(session, scope);
        TeamView view;
        view.now = m_workspace.clock().now();
        const Date today = londonDate(view.now);
        const auto workers = store::WorkerRepository{connection}.all();
        const auto covers = store::CoverRepository{connection}.from(today);
        auto loads = store::TeamQuery{connection, m_workspace.unseen()}.caseloads(service, view.now);
        for (const Worker& worker : workers) {
            const store::Caseload& load = loads[worker.id];
            const bool duty = worker.id == m_workspace.policy().dutyHolder.worker;
            const bool sees = worker.role != Role::administrator;
            if ((!service.empty() && worker.service != service) ||
                (load.people == 0 && (!worker.active || duty || !sees)))
                continue;
            TeamMember member = memberOf(worker, load);
            if (const Service* known = m_workspace.directory().find(worker.service))
                member.serviceName = known->name;
            addCover(member, covers, workers, today);
            view.members.push_back(std::move(member));
        }
        view.challenges = tallies(connection, today);
        note.detail = std::to_string(view.members.size()) + " rows";
        return view;
    });
}

Result<std::vector<HeldPerson>> Team::heldBy(const Session& session, const WorkerId& worker)
{
    return audited(
        m_workspace, session, Action::viewTeam, worker.str(), [&](AuditNote& note) -> Result<std::vector<HeldPerson>> {
            auto people =
                joined(store::TeamQuery{m_workspace.connection(), m_workspace.unseen()}.heldBy(worker, mostHeldRows),
                       londonDate(m_workspace.clock().now()));
            note.detail = std::to_string(people.size()) + " people";
            return people;
        });
}

Result<std::vector<UnconfirmedDecline>> Team::declines(const Session& session, Scope scope, int limit)
{
    return audited(
        m_workspace, session, Action::viewTeam, {}, [&](AuditNote& note) -> Result<std::vector<UnconfirmedDecline>> {
            std::vector<UnconfirmedDecline> list;
            const store::TeamQuery team{m_workspace.connection(), m_workspace.unseen()};
            for (const auto& row : team.toConfirm(serviceOf(session, scope), std::clamp(limit, 1, mostDeclines)))
                list.push_back(shown(row, m_workspace.policyBook()));
            // What may be hiding a reason that is never one comes first; then the longest waiting.
            std::ranges::stable_partition(list, [](const auto& each) { return each.masked.has_value(); });
            note.detail = std::to_string(list.size()) + " declines";
            return list;
        });
}

Result<DeclineLook> Team::look(const Session& session, const PersonId& person, const EventId& event)
{
    return audited(m_workspace, session, Action::secondLook, person.str(), [&](AuditNote& note) -> Result<DeclineLook> {
        note.detail = "opened";
        auto found = Recorder{m_workspace}.person(person);
        if (!found)
            return std::move(found).error();
        auto history = History::load(m_workspace.connection(), person);
        if (!history)
            return std::move(history).error();
        const Entry* entry = history->find(event);
        const auto* response = entry == nullptr ? nullptr : std::get_if<event::Response>(&entry->event.body);
        if (response == nullptr || history->isVoided(event))
            return Error{ErrorCode::notFound, "event", {}};
        auto now = engine::evaluate(contextOf(m_workspace), factsOf(*found), history->events(),
                                    asOf(*history, m_workspace.clock().now()), engine::Explain::no);
        if (!now)
            return std::move(now).error();
        const auto bounce = std::ranges::find(now->bounces, event, &engine::Bounce::event);
        if (bounce == now->bounces.end())
            return Error{ErrorCode::notFound, "event", {}};
        const Policy& then = m_workspace.policyBook().at(entry->event.at).policy;
        DeclineLook look;
        look.decline.person = person;
        look.decline.name = displayName(*found);
        look.decline.event = event;
        look.decline.need = response->need;
        const Service* service = m_workspace.directory().find(response->service);
        look.decline.serviceName = service == nullptr ? response->service.str() : service->name;
        look.decline.code = bounce->code;
        look.decline.cls = bounce->cls;
        look.decline.at = entry->event.at;
        if (const auto author = store::WorkerRepository{m_workspace.connection()}.find(entry->author))
            look.decline.authorName = author->name;
        look.decline.words = entry->event.words;
        look.decline.masked = maskedBy(then, look.decline);
        if (const policy::Reason* reason = then.reason(bounce->code)) {
            look.label = reason->label;
            look.protocol = reason->protocol;
            look.requiredStep = reason->step;
        }
        look.candidates = engine::candidateCodes(then, response->need, entry->event.words);
        look.policy = then.id + ' ' + then.version;
        look.version = history->version();
        return look;
    });
}

}  // namespace holdfast::app
