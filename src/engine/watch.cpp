#include "engine/watch.h"

#include "base/text.h"
#include "domain/calendar.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/keywords.h"
#include "engine/moves.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

bool isCrisisDoor(const Step& step, const ServiceId& service)
{
    const Service* known = findService(step, service);
    return known && (known->kind == ServiceKind::crisis || known->kind == ServiceKind::liaison);
}

Instant workingDue(const Step& step, Watch what)
{
    return step.context.days.due(step.at(), step.context.policy.watch(what).workingDays);
}

/// Turned away in a crisis: a time to be seen again, and what nobody asked about is asked.
void crisisBounced(const Step& step, Need which, const ServiceId& service, const ReasonCode& code)
{
    State& state = step.state;
    const auto hours = [&](Watch what) { return std::chrono::hours{step.context.policy.watch(what).hours}; };
    const Instant due = step.at() + hours(Watch::crisisBounce);
    const auto same = [&](const TodoRecord& todo) {
        return todo.kind == TodoKind::crisisReassess && todo.need == scopeOf(which);
    };
    if (std::ranges::none_of(state.todos, same)) {
        addTodo(step, TodoKind::crisisReassess, scopeOf(which), due, OwnerRule::supervisor);
        state.todos.back().service = service;
        state.fired.add(RuleCode::crisisBounced, Stated{"need", nameOf(which)}, Stated{"reason", code},
                        Stated{"due", due});
    }
    if (!state.safety.suicidalThoughts && !state.suicidalThoughtsScored)
        oweOnce(step, TodoKind::askSafety, NeedScope::both, {}, step.at() + hours(Watch::askSafety), OwnerRule::holder,
                RuleCode::crisisAskSafety);
}

/// Visits within the window before the latest one count; a visit told of once for each need counts once.
void attended(const Step& step, Instant when)
{
    State& state = step.state;
    const policy::Detection& watch = step.context.policy.watch(Watch::repeatAttendance);
    auto& visits = state.attendances;
    if (std::ranges::find(visits, when) != visits.end())
        return;
    visits.insert(std::ranges::upper_bound(visits, when), when);
    const Instant from = visits.back() - std::chrono::hours{24} * watch.windowDays;
    visits.erase(visits.begin(), std::ranges::lower_bound(visits, from));
    const bool known =
        std::ranges::find(state.todos, TodoKind::repeatAttendance, &TodoRecord::kind) != state.todos.end();
    if (known || visits.size() < static_cast<std::size_t>(watch.count))
        return;
    const Instant due = workingDue(step, Watch::repeatAttendance);
    addTodo(step, TodoKind::repeatAttendance, NeedScope::both, due, OwnerRule::coordinator);
    state.fired.add(RuleCode::repeatAttendance, Stated{"count", static_cast<std::int64_t>(visits.size())},
                    Stated{"days", std::int64_t{watch.windowDays}}, Stated{"due", due});
}

constexpr char plain(char c)
{
    return c == ' ' ? '_' : smallLetter(c);
}

/// What a refusal by this service left to do.
bool isOfRefusal(const TodoRecord& todo, const ServiceId& service)
{
    const bool kind = todo.kind == TodoKind::reasonInWriting || todo.kind == TodoKind::namedContact ||
                      todo.kind == TodoKind::protocolCheck || todo.kind == TodoKind::protocolReview ||
                      todo.kind == TodoKind::secondOpinion || todo.kind == TodoKind::maskedLook;
    return kind && todo.service == service;
}

}  // namespace

std::optional<std::size_t> sourceAt(const std::vector<std::string>& sources, std::string_view source)
{
    const auto same = [&](const std::string& known) {
        return std::ranges::equal(known, source, [](char a, char b) { return a == plain(b); });
    };
    const auto found = std::ranges::find_if(sources, same);
    if (found == sources.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - sources.begin());
}

void oweOnce(const Step& step, TodoKind kind, NeedScope scope, const ServiceId& service, Instant due, OwnerRule owner,
             RuleCode rule)
{
    const auto same = [&](const TodoRecord& todo) {
        return todo.kind == kind && todo.need == scope && todo.service == service;
    };
    if (std::ranges::any_of(step.state.todos, same))
        return;
    addTodo(step, kind, scope, due, owner);
    step.state.todos.back().service = service;
    step.state.fired.add(rule, Stated{"need", nameOf(scope)}, Stated{"service", service}, Stated{"due", due});
}

void watchRefusal(const Step& step, const event::Response& body, const policy::Reason& reason, BounceClass cls)
{
    if (!isOpen(step.need(body.need)))
        return;
    if (reason.side == Side::crisis || isCrisisDoor(step, body.service))
        crisisBounced(step, body.need, body.service, reason.code);
    // Where the clock stops, the person decided, or somebody else leads already.
    const auto& leg = step.need(body.need).leg;
    const bool takenElsewhere = leg && isJoined(leg->state) && leg->service != body.service;
    if (cls == BounceClass::soft || reason.clock == ReasonClock::stops || takenElsewhere)
        return;
    const NeedScope scope = scopeOf(body.need);
    oweOnce(step, TodoKind::reasonInWriting, scope, body.service, workingDue(step, Watch::reasonInWriting),
            OwnerRule::serviceCoordinator, RuleCode::refuserReason);
    if (cls != BounceClass::never)
        return;
    if (!body.worker)
        oweOnce(step, TodoKind::namedContact, scope, body.service, workingDue(step, Watch::namedContact),
                OwnerRule::serviceCoordinator, RuleCode::refuserContact);
    oweOnce(step, TodoKind::protocolCheck, scope, body.service, workingDue(step, Watch::protocol), OwnerRule::holder,
            RuleCode::protocolAsked);
}

void watchAttempt(const Step& step, const event::Attempt& body, const policy::Reason* reason, Instant happened)
{
    const Policy& policy = step.context.policy;
    if (const auto at = sourceAt(policy.watch(Watch::feedback).sources, body.source))
        step.state.referrers[body.need] |= std::uint64_t{1} << *at;
    if (sourceAt(policy.watch(Watch::repeatAttendance).sources, body.source))
        attended(step, happened);
    if (!reason)
        return;
    step.state.fired.add(RuleCode::attemptBounced, Stated{"need", nameOf(body.need)}, Stated{"reason", reason->code});
    if (!isOpen(step.need(body.need)))
        return;
    if (reason->side == Side::person)
        return oweOnce(step, TodoKind::outreach, scopeOf(body.need), {}, workingDue(step, Watch::outreach),
                       OwnerRule::holder, RuleCode::outreachTrust);
    if (reason->side == Side::crisis || sourceAt(policy.watch(Watch::crisisBounce).sources, body.source))
        crisisBounced(step, body.need, {}, reason->code);
    watchWords(step, body.need, {}, *reason, reason->cls);
}

void watchWords(const Step& step, Need which, const ServiceId& service, const policy::Reason& recorded, BounceClass cls)
{
    // Somebody has looked a second time already, or the class says it all.
    if (step.cls || cls == BounceClass::never || step.event.words.empty() || !isOpen(step.need(which)))
        return;
    const auto proposed = maskedCode(step.context.policy, which, step.event.words, recorded);
    if (!proposed)
        return;
    const Instant due = workingDue(step, Watch::masked);
    addTodo(step, TodoKind::maskedLook, scopeOf(which), due, OwnerRule::supervisor);
    step.state.todos.back().service = service;
    step.state.fired.add(RuleCode::maskedProposed, Stated{"need", nameOf(which)}, Stated{"reason", recorded.code},
                         Stated{"proposed", *proposed}, Stated{"due", due});
}

void watchQuestions(const Step& step, Need which, const ServiceId& service)
{
    oweOnce(step, TodoKind::phoneCall, scopeOf(which), service, workingDue(step, Watch::informationLoop),
            OwnerRule::holder, RuleCode::informationLoop);
}

void outcomeKnown(const Step& step, Need which)
{
    State& state = step.state;
    const policy::Detection& watch = step.context.policy.watch(Watch::feedback);
    const std::uint64_t asked = state.referrers[which];
    state.referrers[which] = 0;
    for (std::size_t i = 0; asked >> i != 0 && i < watch.sources.size(); ++i) {
        const auto same = [&](const TodoRecord& todo) { return todo.kind == TodoKind::feedback && todo.part == i; };
        if ((asked >> i & 1U) == 0 || std::ranges::any_of(state.todos, same))
            continue;
        const Instant due = workingDue(step, Watch::feedback);
        addTodo(step, TodoKind::feedback, scopeOf(which), due);
        state.todos.back().part = static_cast<std::uint16_t>(i);
        state.fired.add(RuleCode::feedbackOwed, Stated{"need", nameOf(which)},
                        Stated{"source", std::string_view{watch.sources[i]}}, Stated{"due", due});
    }
}

void touched(State& state, Instant at)
{
    state.checkedInAt = std::max(at, state.checkedInAt.value_or(at));
}

void settle(State& state, TodoKind kind, Need which, const ServiceId& service)
{
    std::erase_if(state.todos, [&](const TodoRecord& todo) {
        return todo.kind == kind && todo.need == scopeOf(which) && todo.service == service;
    });
}

void settleRefuser(State& state, Need which, const ServiceId& service)
{
    std::erase_if(state.todos, [&, scope = scopeOf(which)](const TodoRecord& todo) {
        return todo.need == scope && isOfRefusal(todo, service);
    });
}

void taken(const Step& step, Need which, const ServiceId& service)
{
    const NeedScope scope = scopeOf(which);
    std::erase_if(step.state.todos, [&](const TodoRecord& todo) {
        const bool owedByRefuser = todo.kind == TodoKind::reasonInWriting || todo.kind == TodoKind::namedContact ||
                                   todo.kind == TodoKind::protocolCheck || todo.kind == TodoKind::crisisReassess;
        return todo.need == scope && (owedByRefuser || isOfRefusal(todo, service));
    });
    outcomeKnown(step, which);
}

void settleByAnswer(const Step& step, const event::Response& body, bool own)
{
    const NeedScope scope = scopeOf(body.need);
    const auto settled = [&](const TodoRecord& todo) {
        if (todo.need != scope)
            return false;
        if (todo.kind == TodoKind::crisisReassess)
            return body.kind == ResponseKind::appointmentOffered;
        if (todo.service != body.service)
            return false;
        return (todo.kind == TodoKind::secondOpinion && body.kind != ResponseKind::acknowledged) ||
               (todo.kind == TodoKind::namedContact && body.worker) ||
               (todo.kind == TodoKind::phoneCall && own && body.kind != ResponseKind::informationRequested);
    };
    std::erase_if(step.state.todos, settled);
}

void recordUnreturnedCall(const Context& now, State& state, std::size_t position)
{
    state.todos[position].part = callNotReturned;
    const TodoRecord call = state.todos[position];
    const Context then = now.at(call.due);
    const policy::Reason* reason = then.reason(then.policy.defaults.noCallBack, call.due);
    const auto holdsLeg = [&](Need which) {
        const NeedRecord& need = state.needs[which];
        return isOpen(need) && need.leg && need.leg->service == call.service;
    };
    const auto isOpenHere = [&](Need which) { return isOpen(state.needs[which]); };
    auto about = std::ranges::find_if(allNeeds, holdsLeg);
    if (about == allNeeds.end())
        about = std::ranges::find_if(allNeeds, isOpenHere);
    if (about == allNeeds.end() || !reason)
        return;
    state.fired.add(RuleCode::callBackNone, Stated{"service", call.service}, Stated{"reason", reason->code},
                    Stated{"due", call.due});
    BounceRecord record;
    record.code = reason->code;
    record.cls = record.recordedClass = reason->cls;
    record.need = *about;
    record.service = call.service;
    record.at = call.due;
    record.askedAt = call.from;
    bounceOfTime(then, state, std::move(record));
}

}  // namespace holdfast::engine
