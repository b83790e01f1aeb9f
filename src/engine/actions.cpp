#include "engine/actions.h"

#include "domain/calendar.h"
#include "domain/policy.h"
#include "engine/eighteen.h"
#include "engine/moves.h"
#include "engine/silence.h"
#include "engine/todo.h"

#include <algorithm>
#include <tuple>

namespace holdfast::engine {
namespace {

/// The service has the referral, and has not said yes.
bool waitsForAnswer(LegState state)
{
    return state == LegState::sent || state == LegState::acknowledged || state == LegState::informationRequested ||
           state == LegState::challenged || state == LegState::handoverPending;
}

/// Collects the actions of one case; the owner "holder" becomes a name here.
class Planner {
public:
    Planner(const Context& context, const PersonFacts& person, const State& state, std::span<const Event> events,
            Instant now, Outlook& outlook)
        : m_context{context}, m_person{person}, m_state{state}, m_events{events}, m_now{now}, m_out{outlook}
    {}

    void plan()
    {
        for (const Need which : allNeeds) {
            planNeed(which);
            planReOffer(which);
        }
        planTennis();
        planCheckIn();
        for (const TodoRecord& todo : m_state.todos)
            planTodo(todo);
        m_out.flags[static_cast<std::size_t>(Flag::history)] = !m_state.withoutGround.empty();
    }

private:
    void raise(Flag flag) { m_out.flags.set(static_cast<std::size_t>(flag)); }

    /// A clock runs by the rules of the moment it started, whatever policy came since.
    const policy::Delays& delaysAt(Instant from) const { return m_context.policyAt(from).delays; }

    Instant due(Instant from, int workingDays) const { return m_context.at(from).days.due(from, workingDays); }

    Owner holderOf(Need which) const { return engine::holderOf(m_state, which); }

    Owner holderOf(NeedScope scope) const
    {
        if (scope == NeedScope::mentalHealth)
            return holderOf(Need::mentalHealth);
        if (scope == NeedScope::substanceUse)
            return holderOf(Need::substanceUse);
        const bool first = m_state.needs.mentalHealth.holder || !m_state.needs.substanceUse.holder;
        return holderOf(first ? Need::mentalHealth : Need::substanceUse);
    }

    Owner inRole(OwnerRole role, const ServiceId& service = {}) const { return engine::inRole(m_state, role, service); }

    void add(NeedScope need, std::string_view what, const Owner& owner, Instant dueAt, Instant from, RuleCode rule,
             int level = 0)
    {
        m_out.actions.push_back(Action{need, what, presentOwner(m_state, owner), dueAt, from, rule, level, m_about});
    }

    /// What is added until this goes is about `service`; an empty id is about none.
    class About {
    public:
        About(Planner& planner, const ServiceId& service) : m_planner{planner}, m_outer{planner.m_about}
        {
            m_planner.m_about = service.empty() ? nullptr : &service;
        }
        ~About() { m_planner.m_about = m_outer; }
        About(const About&) = delete;
        About& operator=(const About&) = delete;

    private:
        Planner& m_planner;
        const ServiceId* m_outer;
    };

    void planNeed(Need which)
    {
        const NeedRecord& need = m_state.needs[which];
        if (!isOpen(need))
            return;
        const auto turnedAway = [&](const BounceRecord& bounce) { return bounce.attempt && bounce.need == which; };
        if ((!need.leg || need.leg->state == LegState::draft) && std::ranges::any_of(m_state.bounces, turnedAway))
            raise(Flag::preReferral);
        planLeg(which, need);
        planChallenges(which);
        planName(which, need);
        if (const auto limit = nearingLimit(m_context.policyAt(m_now), m_person, need, m_now)) {
            raise(Flag::eighteen);
            const Date last = birthday(*m_person.born, *limit) - std::chrono::days{1};
            add(scopeOf(which), "plan_transition", holderOf(which), londonInstant(last, std::chrono::hours{17}),
                need.openedAt, RuleCode::eighteenPlan);
        }
    }

    void planLeg(Need which, const NeedRecord& need)
    {
        const NeedScope scope = scopeOf(which);
        if (!need.leg || isTerminal(need.leg->state) || need.leg->state == LegState::draft) {
            const bool draft = need.leg && need.leg->state == LegState::draft;
            const Instant from = draft ? need.leg->since : need.openedAt;
            add(scope, "make_referral", holderOf(which), due(from, delaysAt(from).makeReferral), from,
                RuleCode::nextMakeReferral);
            if (!draft)
                return;
        }
        const LegRecord& leg = *need.leg;
        const About about{*this, leg.service};
        if (leg.loop && !isJoined(leg.state))
            raise(Flag::loop);
        if (leg.mismatch)
            raise(Flag::mismatch);
        if (leg.silent)
            raise(Flag::silence);
        if (leg.silent && (leg.state == LegState::accepted || leg.state == LegState::waiting))
            raise(Flag::waitingSilence);
        if (leg.state == LegState::handoverPending)
            add(scope, "complete_handover", inRole(OwnerRole::coordinator, leg.service),
                due(leg.since, delaysAt(leg.since).completeHandover), leg.since, RuleCode::handoverOwed);
        if (const auto from = chaseFrom(leg))
            planChase(which, leg, *from);
        else
            planWatch(which, leg);
        planWaitingWell(which, leg);
        planAftercare(which, leg);
    }

    /// When the service was heard or the person was spoken with, whichever is later.
    Instant inTouch(const LegRecord& leg) const
    {
        return std::max(leg.heardAt, m_state.checkedInAt.value_or(leg.heardAt));
    }

    /// While the leg's clock runs: when somebody looks whether anything came.
    void planWatch(Need which, const LegRecord& leg)
    {
        const NeedScope scope = scopeOf(which);
        switch (leg.state) {
        case LegState::sent:
        case LegState::acknowledged:
        case LegState::informationRequested:
            return add(scope, "check_reply", holderOf(which), leg.silentFrom.value_or(due(leg.heardAt, 1)), leg.heardAt,
                       RuleCode::nextCheckReply);
        case LegState::started:
            return add(scope, "review", holderOf(which), leg.silentFrom.value_or(due(leg.heardAt, 1)), leg.heardAt,
                       RuleCode::nextReview);
        case LegState::accepted:  // planWaitingWell
        case LegState::waiting:
        case LegState::draft:
        case LegState::challenged:
        case LegState::handoverPending:
        case LegState::completed:
        case LegState::withdrawnByPerson:
        case LegState::closedJointly: return;
        }
    }

    /// Whoever waits for a start hears from the holder, also where the service has gone silent and is chased.
    void planWaitingWell(Need which, const LegRecord& leg)
    {
        if (leg.state != LegState::accepted && leg.state != LegState::waiting)
            return;
        const Instant from = inTouch(leg);
        add(scopeOf(which), "waiting_well_contact", holderOf(which),
            from + std::chrono::weeks{delaysAt(from).waitingWellWeeks}, from, RuleCode::nextWaitingWell);
    }

    /// Each step opens because time passed, whether or not the one before it was done.
    void planChase(Need which, const LegRecord& leg, Instant from)
    {
        const policy::SilenceLadder& ladder = m_context.policyAt(from).silenceLadder;
        const NeedScope scope = scopeOf(which);
        const Instant first = due(from, ladder.firstChase);
        const Instant chaseDue = m_now < first ? first : due(from, ladder.secondChase);
        add(scope, "chase", holderOf(which), chaseDue, from, leg.silent ? RuleCode::silenceChase : RuleCode::softChase);
        if (ladder.levels.empty() || m_now < due(from, ladder.escalateAt))
            return;
        std::size_t step = 0;
        const auto opens = [&](std::size_t at) {
            return due(from, ladder.escalateAt + static_cast<int>(at) * ladder.escalateEvery);
        };
        while (step + 1 < ladder.levels.size() && opens(step + 1) <= m_now)
            ++step;
        const policy::Rung& level = ladder.levels[step];
        add(scope, level.what, stepOwner(m_state, level, which), opens(step), from, RuleCode::silenceEscalate,
            level.level);
    }

    void planAftercare(Need which, const LegRecord& leg)
    {
        if (leg.noAftercare) {
            raise(Flag::aftercare);
            const Instant from = *leg.noAftercare;
            add(scopeOf(which), "step_down_plan", holderOf(which), due(from, delaysAt(from).stepDownPlan), from,
                RuleCode::aftercareMissing);
        }
        if (leg.closeTried && isOpen(m_state.needs[other(which)])) {
            raise(Flag::clasp);
            const Instant from = *leg.closeTried;
            add(NeedScope::both, "joint_closure", inRole(OwnerRole::coordinator),
                due(from, delaysAt(from).stepDownPlan), from, RuleCode::claspClosureNeeded);
        }
        if (leg.stayedAtBirthday)
            raise(Flag::eighteen);
    }

    void planChallenges(Need which)
    {
        for (const ChallengeRecord& challenge : m_state.challenges) {
            if (!challenge.open || challenge.need != which)
                continue;
            const About about{*this, challenge.service};
            const std::size_t at = rungAt(m_context, challenge, m_now);
            const policy::Rung& rung = ladderOf(m_context, challenge)[at];
            const Owner owner = stepOwner(m_state, challenge, rung, at);
            const Instant rungEnds = rungDue(m_context, challenge, at);
            add(scopeOf(which), rung.what, owner, rungEnds, challenge.declinedAt, RuleCode::challengeLadder,
                rung.level);
            if (rung.what == "hold_mdt")
                planSeats(rungEnds, challenge.declinedAt);
        }
    }

    void planName(Need which, const NeedRecord& need)
    {
        if (!need.nameAwaited)
            return;
        const About about{*this, *need.nameAwaited};
        const Instant from = need.nameAwaitedFrom;
        add(scopeOf(which), "name_worker", holderOf(which), due(from, delaysAt(from).nameWorker), from,
            RuleCode::heldNameWorker);
        if (!need.holder || !need.holder->acting)
            return;
        raise(Flag::workerLeft);
        const int days = delaysAt(from).nameWorker + m_context.policyAt(from).watch(Watch::unallocated).workingDays;
        if (const Instant late = due(from, days); late <= m_now)
            add(scopeOf(which), "strategic_lead_review", inRole(OwnerRole::strategicLead), late, from,
                RuleCode::heldUnallocated, 4);
    }

    void planReOffer(Need which)
    {
        const NeedRecord& need = m_state.needs[which];
        if (!need.reOfferOn || need.status != NeedStatus::declinedByPerson)
            return;
        add(scopeOf(which), "reoffer", holderOf(which), londonInstant(*need.reOfferOn, std::chrono::hours{17}),
            Instant{*need.reOfferOn}, RuleCode::declinedReoffer);
    }

    void planTennis()
    {
        if (!m_state.tennisSince)
            return;
        raise(Flag::tennis);
        const Instant from = *m_state.tennisSince;
        add(NeedScope::both, "hold_mdt", inRole(OwnerRole::coordinator),
            due(from, m_context.policyAt(from).tennis.mdtWorkingDays), from, RuleCode::tennisMdt, 3);
        planSeats(due(from, m_context.policyAt(from).tennis.mdtWorkingDays), from);
    }

    void planTodo(const TodoRecord& todo)
    {
        const TodoPlan plan = planOf(todo.kind);
        const About about{*this, todo.service};
        if (plan.flag)
            raise(*plan.flag);
        if (todo.kind == TodoKind::mdtAction) {
            const auto& agreed = std::get<event::Mdt>(m_events[todo.event].body).actions[todo.part];
            return add(todo.need, agreed.what, ownerNamed(agreed.owner), todo.due, todo.from, plan.rule);
        }
        add(todo.need, plan.what, ownerOf(todo), todo.due, todo.from, plan.rule, plan.level);
        if (todo.kind == TodoKind::callBack && todo.part == callNotReturned)
            planUnreturnedCall(todo);
    }

    void planUnreturnedCall(const TodoRecord& todo)
    {
        raise(Flag::noCallBack);
        const Instant late = due(todo.due, m_context.policyAt(todo.due).watch(Watch::noCallBack).workingDays);
        if (late <= m_now)
            add(todo.need, "supervisor_review", inRole(OwnerRole::supervisor), late, todo.due,
                RuleCode::callBackEscalate, 2);
    }

    /// While any leg waits for an answer, a named worker is in touch with the person.
    void planCheckIn()
    {
        std::optional<Instant> since;
        std::optional<NeedScope> scope;
        for (const Need which : allNeeds) {
            const NeedRecord& need = m_state.needs[which];
            if (!isOpen(need) || !need.leg || !waitsForAnswer(need.leg->state))
                continue;
            since = std::min(need.openedAt, since.value_or(need.openedAt));
            scope = scope ? NeedScope::both : scopeOf(which);
        }
        if (!scope)
            return;
        const Instant from = std::max(*since, m_state.checkedInAt.value_or(*since));
        add(*scope, "check_in", holderOf(*scope), from + std::chrono::weeks{delaysAt(from).waitingWellWeeks}, from,
            RuleCode::supportCheckIn);
    }

    /// Whoever refused has a seat at the joint meeting.
    void planSeats(Instant meeting, Instant from)
    {
        for (auto i = static_cast<std::size_t>(m_state.refusalsSinceMdt); i < m_state.bounces.size(); ++i) {
            const BounceRecord& bounce = m_state.bounces[i];
            const auto same = [&](const Action& action) {
                return action.rule == RuleCode::refuserSeat && action.owner.service == bounce.service;
            };
            const About about{*this, bounce.service};
            if (bounce.refusal && !bounce.attempt && !bounce.overturned && std::ranges::none_of(m_out.actions, same))
                add(scopeOf(bounce.need), "mdt_seat", inRole(OwnerRole::coordinator, bounce.service), meeting, from,
                    RuleCode::refuserSeat, 3);
        }
    }

    Owner ownerOf(const TodoRecord& todo) const
    {
        switch (todo.owner) {
        case OwnerRule::holder: return holderOf(todo.need);
        case OwnerRule::coordinator: return inRole(OwnerRole::coordinator);
        case OwnerRule::supervisor: return inRole(OwnerRole::supervisor);
        case OwnerRule::serviceCoordinator: return inRole(OwnerRole::coordinator, todo.service);
        case OwnerRule::worker: {
            Owner owner;
            owner.worker = todo.worker;
            return owner;
        }
        }
        return {};
    }

    const Context& m_context;
    const PersonFacts& m_person;
    const State& m_state;
    std::span<const Event> m_events;
    Instant m_now;
    Outlook& m_out;
    const ServiceId* m_about = nullptr;
};

/// As their names are ordered: both, mental_health, substance_use.
constexpr int alphabetical(NeedScope scope)
{
    return scope == NeedScope::both ? 0 : 1 + static_cast<int>(scope);
}

}  // namespace

void lookAhead(const Context& context, const PersonFacts& person, const State& state, std::span<const Event> events,
               Instant now, Outlook& outlook)
{
    outlook.actions.clear();
    outlook.flags.reset();
    Planner{context, person, state, events, now, outlook}.plan();
    std::ranges::sort(outlook.actions, [](const Action& a, const Action& b) {
        if (a.due != b.due)
            return a.due < b.due;
        return std::tuple{alphabetical(a.need), a.rule, a.what, a.owner.worker.text(), a.owner.service.text()} <
               std::tuple{alphabetical(b.need), b.rule, b.what, b.owner.worker.text(), b.owner.service.text()};
    });
}

}  // namespace holdfast::engine
