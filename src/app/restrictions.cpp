#include "app/restrictions.h"

#include "app/note_case.h"
#include "app/people_alike.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "base/log.h"
#include "base/text.h"
#include "store/case_cache.h"
#include "store/command_log.h"
#include "store/plan_repository.h"
#include "store/record_parts.h"
#include "store/restriction_repository.h"
#include "store/worker_repository.h"

#include <algorithm>
#include <set>

namespace holdfast::app {
namespace {

constexpr int mostEmergencies = 500;

bool canBeNamed(const Worker& worker)
{
    return worker.active && authorise(worker, Action::viewPerson);
}

/// Who works with the person now: without them the clocks of the record would run where nobody looks.
std::vector<WorkerId> holdersOf(db::Connection& connection, const PersonId& person)
{
    std::set<WorkerId> holders;
    if (const auto rows = store::CaseCache{connection}.find(person)) {
        for (const Need need : allNeeds)
            if (isOpen(rows->needs[need].status))
                holders.insert(rows->needs[need].holderWorker);
        for (const store::ActionCache& action : rows->actions)
            holders.insert(action.ownerWorker);
    }
    for (const store::AgreedLine& agreed : store::PlanRepository{connection}.lines(person))
        if (agreed.open)
            holders.insert(agreed.line.worker);
    std::vector<WorkerId> here;
    for (const WorkerId& holder : holders)
        if (const auto worker = store::WorkerRepository{connection}.find(holder); worker && canBeNamed(*worker))
            here.push_back(holder);
    return here;
}

Result<Done> checkNamed(db::Connection& connection, const RestrictInput& input)
{
    if (!input.restricted)
        return input.named.empty() ? Result<Done>{Done{}}
                                   : Error{ErrorCode::invalid, "named", "expected nobody when it is lifted"};
    const std::set<WorkerId> named{input.named.begin(), input.named.end()};
    bool supervised = false;
    for (const WorkerId& each : named) {
        const auto worker = store::WorkerRepository{connection}.find(each);
        if (!worker || !canBeNamed(*worker))
            return Error{ErrorCode::invalid, "named", "expected workers who are here and see people"};
        supervised = supervised || authorise(*worker, Action::restrictPeople);
    }
    if (named.size() != input.named.size())
        return Error{ErrorCode::invalid, "named", "expected each once"};
    if (named.size() < fewestNamed)
        return Error{ErrorCode::refused, "restricted.few", {}};
    if (!supervised)
        return Error{ErrorCode::refused, "restricted.supervisor", {}};
    for (const WorkerId& holder : holdersOf(connection, input.person))
        if (!named.contains(holder))
            return Error{ErrorCode::refused, "restricted.holders", {}};
    return Done{};
}

bool isOfName(const Person& person, const std::string& typed)
{
    const std::string name = folded(tidied(typed));
    const auto is = [&](const std::string& first) {
        return !name.empty() && name == folded(tidied(first + ' ' + person.familyName));
    };
    return is(person.givenName) || (!person.preferredName.empty() && is(person.preferredName));
}

bool fits(const Person& person, const EmergencyInput& asked)
{
    const std::string number = digitsOf(asked.nhsNumber);
    if (!number.empty())
        return number == person.nhsNumber;
    return asked.born && asked.born == person.born && isOfName(person, asked.name);
}

/// The restricted record that fits, when it is the only one that the worker does not see.
std::optional<PersonId> restrictedOne(Workspace& workspace, const EmergencyInput& asked)
{
    std::set<PersonId> found;
    for (const PersonId& each : workspace.unseen().people()) {
        const PersonId record = store::recordOf(workspace.connection(), each);
        const auto person = Recorder{workspace}.person(record);
        if (person && fits(*person, asked))
            found.insert(record);
    }
    return found.size() == 1 ? std::optional{*found.begin()} : std::nullopt;
}

std::optional<Emergency> openOn(Workspace& workspace, const Session& session, const PersonId& person)
{
    db::Connection& connection = workspace.connection();
    for (Emergency& each : store::RestrictionRepository{connection}.openFor(session.worker.id, workspace.clock().now()))
        if (store::isSameRecord(connection, each.person, person))
            return std::move(each);
    return std::nullopt;
}

}  // namespace

Result<Done> mayBeJoined(Workspace& workspace, const PersonId& one, const PersonId& other)
{
    const store::RestrictionRepository restrictions{workspace.connection()};
    for (const PersonId& person : {one, other}) {
        if (auto seen = visible(workspace, person.str()); !seen)
            return seen;
        if (const auto now = restrictions.current(person); now && now->restricted)
            return Error{ErrorCode::refused, "restricted.join", {}};
    }
    return Done{};
}

Result<RestrictionBrief> Restrictions::brief(const Session& session, const PersonId& person)
{
    return unsaved(m_workspace, session, Action::viewPerson, person.str(), [&]() -> Result<RestrictionBrief> {
        db::Connection& connection = m_workspace.connection();
        RestrictionBrief brief;
        const PersonId record = store::recordOf(connection, person);
        const auto now = store::RestrictionRepository{connection}.current(record);
        if (!now || !now->restricted)
            return brief;
        brief.restricted = true;
        brief.named = static_cast<int>(now->named.size());
        brief.emergency = openOn(m_workspace, session, record);
        if (const auto known = Recorder{m_workspace}.person(record))
            brief.maybeTwice = !alikeTo(m_workspace, *known).empty();
        return brief;
    });
}

Result<RestrictionState> Restrictions::state(const Session& session, const PersonId& person)
{
    return unsaved(m_workspace, session, Action::viewPerson, person.str(), [&]() -> Result<RestrictionState> {
        db::Connection& connection = m_workspace.connection();
        const PersonId record = store::recordOf(connection, person);
        RestrictionState state;
        state.decisions = store::RestrictionRepository{connection}.of(record);
        std::ranges::reverse(state.decisions);
        state.emergency = openOn(m_workspace, session, record);
        state.holders = holdersOf(connection, record);
        for (Worker& worker : store::WorkerRepository{connection}.all())
            if (canBeNamed(worker))
                state.workers.push_back(std::move(worker));
        const auto later = [&](const Worker& worker) {  // who must be named comes first
            return std::pair{std::ranges::find(state.holders, worker.id) == state.holders.end(), worker.name};
        };
        std::ranges::stable_sort(state.workers, {}, later);
        for (const Restriction& each : state.decisions) {
            addName(m_workspace, state.names, each.worker);
            for (const WorkerId& worker : each.named)
                addName(m_workspace, state.names, worker);
        }
        return state;
    });
}

Result<Restriction> Restrictions::decide(const Session& session, const RestrictInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    if (auto fine = checkReason(input.reason); !fine)
        return std::move(fine).error();
    const auto action = Action::restrictPeople;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<Restriction> {
        db::Connection& connection = m_workspace.connection();
        store::RestrictionRepository restrictions{connection};
        if (auto before = restrictions.byCommand(input.command)) {
            note.detail = "repeated";
            return *std::move(before);
        }
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        RestrictInput asked = input;
        asked.person = store::recordOf(connection, input.person);
        if (auto fine = checkNamed(connection, asked); !fine)
            return std::move(fine).error();
        const auto before = restrictions.current(asked.person);
        if (!asked.restricted && (!before || !before->restricted))
            return Error{ErrorCode::conflict, "restricted", "it is not restricted"};
        Restriction made{
            asked.person,      before ? before->number + 1 : 1, asked.restricted, asked.named, asked.reason,
            session.worker.id, m_workspace.clock().now(),       asked.command};
        std::ranges::sort(made.named);
        if (!store::CommandLog{connection}.remember(
                {input.command, std::string{nameOf(action)}, made.person.str(), session.worker.id, made.at}))
            return commandUsed();
        if (!restrictions.insert(made))
            return Error{ErrorCode::conflict, "restricted", "somebody else decided just now"};
        note.detail = made.restricted ? "restricted, " + std::to_string(made.named.size()) + " named" : "lifted";
        note.reason = made.reason;
        log::info("person.restriction", made.person);
        return made;
    });
}

Result<std::optional<Emergency>> Restrictions::open(const Session& session, const EmergencyInput& input)
{
    using Opened = std::optional<Emergency>;
    if (input.command.empty())
        return commandNeeded();
    if (auto fine = checkReason(input.reason); !fine)
        return std::move(fine).error();
    if (digitsOf(input.nhsNumber).empty() && (isBlank(input.name) || !input.born))
        return Error{ErrorCode::invalid, "who", "expected an NHS number, or a name and a date of birth"};
    const auto action = Action::openRestricted;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<Opened> {
        db::Connection& connection = m_workspace.connection();
        store::RestrictionRepository restrictions{connection};
        note.reason = input.reason;
        if (auto before = restrictions.emergencyByCommand(input.command)) {
            if (before->emergency.worker != session.worker.id)
                return commandUsed();
            note = {before->emergency.person.str(), "repeated"};
            return Opened{std::move(before->emergency)};
        }
        const auto person = restrictedOne(m_workspace, input);
        if (!person) {
            note.detail = "nothing fits";
            return Opened{};
        }
        const Instant now = m_workspace.clock().now();
        Emergency opened{m_workspace.ids().make<EmergencyId>(),
                         *person,
                         session.worker.id,
                         input.reason,
                         now,
                         now + emergencyLasts,
                         input.command,
                         {}};
        if (!store::CommandLog{connection}.remember(
                {input.command, std::string{nameOf(action)}, person->str(), session.worker.id, now}))
            return commandUsed();
        restrictions.insert(opened);
        note.subject = person->str();
        note.detail = "opened " + opened.id.str();
        log::info("person.emergency", *person, session.worker.id);
        return Opened{std::move(opened)};
    });
}

Result<Done> Restrictions::giveBack(const Session& session, const EmergencyId& emergency)
{
    return audited(m_workspace, session, Action::openRestricted, {}, [&](AuditNote& note) -> Result<Done> {
        store::RestrictionRepository restrictions{m_workspace.connection()};
        const auto row = restrictions.find(emergency);
        if (!row || row->emergency.worker != session.worker.id)
            return Error{ErrorCode::notFound, "emergency", {}};
        note = {row->emergency.person.str(), "ended " + emergency.str()};
        const Instant now = m_workspace.clock().now();
        if (row->emergency.isOpenAt(now))
            restrictions.end(emergency, now);
        return Done{};
    });
}

Result<std::vector<EmergencyLine>> Restrictions::emergencies(const Session& session, bool waiting)
{
    using Lines = std::vector<EmergencyLine>;
    return audited(m_workspace, session, Action::reviewEmergencies, {}, [&](AuditNote& note) -> Result<Lines> {
        Lines lines;
        NameBook names;
        const Instant now = m_workspace.clock().now();
        for (auto& row : store::RestrictionRepository{m_workspace.connection()}.emergencies(waiting, mostEmergencies)) {
            addName(m_workspace, names, row.emergency.worker);
            if (row.review)
                addName(m_workspace, names, row.review->worker);
            EmergencyLine line;
            line.workerName = names.workers[row.emergency.worker];
            line.reviewerName = row.review ? names.workers[row.review->worker] : std::string{};
            line.open = row.emergency.isOpenAt(now);
            line.mine = row.emergency.worker == session.worker.id;
            if (!m_workspace.unseen().contains(row.emergency.person))
                if (const auto person = Recorder{m_workspace}.person(row.emergency.person))
                    line.personName = displayName(*person);
            line.emergency = std::move(row.emergency);
            line.review = std::move(row.review);
            lines.push_back(std::move(line));
        }
        note.detail = std::to_string(lines.size()) + " rows";
        return lines;
    });
}

Result<int> Restrictions::toReview(const Session& session)
{
    return unsaved(m_workspace, session, Action::reviewEmergencies, {}, [&]() -> Result<int> {
        const auto waiting = store::RestrictionRepository{m_workspace.connection()}.emergencies(true, mostEmergencies);
        return static_cast<int>(
            std::ranges::count_if(waiting, [&](const auto& row) { return row.emergency.worker != session.worker.id; }));
    });
}

Result<Done> Restrictions::review(const Session& session, const EmergencyId& emergency, const std::string& text,
                                  const CommandId& command)
{
    if (command.empty())
        return commandNeeded();
    if (auto fine = checkReason(text); !fine)
        return Error{ErrorCode::invalid, "note", "expected what you found, in at most 1000 bytes"};
    const auto action = Action::reviewEmergencies;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<Done> {
        store::RestrictionRepository restrictions{m_workspace.connection()};
        const auto row = restrictions.find(emergency);
        if (!row)
            return Error{ErrorCode::notFound, "emergency", {}};
        note = {row->emergency.person.str(), "reviewed " + emergency.str()};
        if (row->review)
            return row->review->command == command ? Result<Done>{Done{}}
                                                   : Error{ErrorCode::conflict, "emergency", "reviewed already"};
        if (row->emergency.worker == session.worker.id)
            return Error{ErrorCode::refused, "emergency.own", {}};
        const Instant now = m_workspace.clock().now();
        if (!store::CommandLog{m_workspace.connection()}.remember(
                {command, std::string{nameOf(action)}, row->emergency.person.str(), session.worker.id, now}))
            return commandUsed();
        if (!restrictions.review({emergency, session.worker.id, text, now, command}))
            return Error{ErrorCode::conflict, "emergency", "reviewed already"};
        return Done{};
    });
}

}  // namespace holdfast::app
