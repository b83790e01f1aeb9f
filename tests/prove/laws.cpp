// The laws about who holds a need and what happens next.
#include "prove/laws.h"

#include <algorithm>

namespace holdfast::prove {
namespace {

using namespace engine;

/// What must be among the actions of a need whose leg is in this state, by engine.md 4a; any one of them.
std::vector<std::string_view> expectedFor(const NeedRecord& need)
{
    if (!need.leg)
        return {"make_referral"};
    switch (need.leg->state) {
    case LegState::draft:
    case LegState::completed:
    case LegState::withdrawnByPerson:
    case LegState::closedJointly: return {"make_referral"};
    case LegState::sent:
    case LegState::acknowledged:
    case LegState::informationRequested: return {"check_reply", "chase"};
    case LegState::accepted:
    case LegState::waiting: return {"waiting_well_contact", "chase"};
    case LegState::started: return {"review", "chase"};
    case LegState::handoverPending: return {"complete_handover"};
    case LegState::challenged:
        return {"keyworker_query", "challenge_letter",      "supervisors_contact",
                "hold_mdt",        "strategic_lead_review", "external_route"};
    }
    return {};
}

std::string faultOfActions(const Seen& seen, Need which)
{
    const NeedRecord& need = seen.after.needs[which];
    const auto wanted = expectedFor(need);
    const auto fits = [&](std::string_view what) { return actionFor(seen, which, what) != nullptr; };
    if (std::ranges::none_of(wanted, fits))
        return "no " + std::string{wanted.front()};
    bool soon = false;
    for (const Action& action : seen.outlook.actions) {
        if (!covers(action.need, which))
            continue;
        if (textOf(action.owner).empty() || action.what.empty() || action.due == Instant{})
            return "an action without owner, name or due time";
        const auto& holder = seen.knows.need(which).holder;
        if (holder && holder->acting && action.owner.role == OwnerRole::worker && action.owner.worker == holder->worker)
            return std::string{action.what} + " is left to a worker who has gone";
        // The longest clock of the policy is eight weeks, and a re-offer may lie further off.
        soon = soon || action.due <= seen.after.at + std::chrono::weeks{9};
    }
    return soon ? "" : "nothing is due within nine weeks";
}

}  // namespace

const Action* actionFor(const Seen& seen, Need which, std::string_view what)
{
    const auto found = std::ranges::find_if(
        seen.outlook.actions, [&](const Action& action) { return action.what == what && covers(action.need, which); });
    return found != seen.outlook.actions.end() ? &*found : nullptr;
}

bool isRungOfLadder(std::string_view what)
{
    static constexpr std::array<std::string_view, 6> rungs{"keyworker_query",       "challenge_letter",
                                                           "supervisors_contact",   "hold_mdt",
                                                           "strategic_lead_review", "external_route"};
    return std::ranges::find(rungs, what) != rungs.end();
}

bool hasOpenChallenge(const State& state, Need which, const ServiceId& service)
{
    return std::ranges::any_of(state.challenges, [&](const ChallengeRecord& challenge) {
        return challenge.open && challenge.need == which && challenge.service == service;
    });
}

Finding held(const Seen& seen)
{
    Finding finding;
    for (const Need which : allNeeds) {
        const Watcher::NeedView& expected = seen.knows.need(which);
        const NeedRecord& need = seen.after.needs[which];
        finding.live = finding.live || expected.open;
        const std::string name{nameOf(which)};
        if (expected.open != isOpen(need))
            finding.broken = name + (expected.open ? " is open, and the engine dropped it" : " is not open");
        else if (expected.open != need.holder.has_value())
            finding.broken = name + (expected.open ? " has no holder" : " is held though it is not open");
        else if (expected.open &&
                 (need.holder->service != expected.holder->service || need.holder->worker != expected.holder->worker ||
                  need.holder->acting != expected.holder->acting))
            finding.broken = name + " should be held by " + expected.holder->service.str() + "/" +
                             expected.holder->worker.str() + ", the engine says " + need.holder->service.str() + "/" +
                             need.holder->worker.str();
        if (!finding.broken.empty())
            break;
    }
    return finding;
}

Finding next(const Seen& seen)
{
    Finding finding;
    for (const Need which : allNeeds) {
        // Which needs are open is HELD's business; here the engine is asked about those it calls open itself.
        if (!isOpen(seen.after.needs[which]))
            continue;
        finding.live = true;
        if (const std::string fault = faultOfActions(seen, which); !fault.empty())
            finding.broken = std::string{nameOf(which)} + ": " + fault;
        const auto& holder = seen.knows.need(which).holder;
        if (holder && holder->acting && !actionFor(seen, which, "name_worker"))
            finding.broken = std::string{nameOf(which)} + ": nobody is asked to name a worker";
    }
    return finding;
}

Finding clock(const Seen& seen)
{
    Finding finding;
    for (const Need which : allNeeds) {
        const auto& was = seen.before.needs[which].firstAskedAt;
        const auto& is = seen.after.needs[which].firstAskedAt;
        finding.live = finding.live || was.has_value();
        const std::string name{nameOf(which)};
        if (was && (!is || *is > *was))
            finding.broken = name + ": first asked has moved later";
        else if (isOpen(seen.after.needs[which]) && !is)
            finding.broken = name + " is open and its clock does not run";
        else if (is != seen.knows.need(which).firstAsked)
            finding.broken = name + ": first asked is not the earliest time of asking";
    }
    return finding;
}

Finding explain(const Seen& seen)
{
    Finding finding;
    finding.live = seen.taken;
    for (const Action& action : seen.outlook.actions)
        if (seen.world.policy.ruleSentence(nameOf(action.rule)).empty())
            finding.broken = std::string{action.what} + " names no rule that the policy can explain";
    for (const Fired& fired : seen.after.fired.list())
        if (seen.world.policy.ruleSentence(nameOf(fired.rule)).empty())
            finding.broken = std::string{nameOf(fired.rule)} + " fired and has no sentence";
    bool changed = seen.before.bounces.size() != seen.after.bounces.size();
    for (const Need which : allNeeds) {
        const NeedRecord& was = seen.before.needs[which];
        const NeedRecord& is = seen.after.needs[which];
        changed = changed || was.status != is.status || was.leg.has_value() != is.leg.has_value() ||
                  (was.leg && (was.leg->state != is.leg->state || was.leg->service != is.leg->service)) ||
                  was.holder.has_value() != is.holder.has_value() ||
                  (was.holder && was.holder->worker != is.holder->worker);
    }
    // A bounce brings one rule of its own; a leg that came into another state says from where.
    const auto fired = [&](RuleCode rule) {
        return std::ranges::find(seen.after.fired.list(), rule, &Fired::rule) != seen.after.fired.list().end();
    };
    for (const Need which : allNeeds) {
        const auto& was = seen.before.needs[which].leg;
        const auto& is = seen.after.needs[which].leg;
        if (was && is && was->service == is->service && was->state != is->state && !fired(RuleCode::responseState) &&
            !fired(RuleCode::legPointed))
            finding.broken = "a leg changed and no rule says so";
    }
    if (changed && seen.after.fired.list().empty())
        finding.broken = "the state changed and no rule says why";
    return finding;
}

Finding check(Law law, const Seen& seen)
{
    switch (law) {
    case Law::noDrop: return noDrop(seen);
    case Law::handover: return handover(seen);
    case Law::clasp: return clasp(seen);
    case Law::clock: return clock(seen);
    case Law::silence: return silence(seen);
    case Law::tennis: return tennis(seen);
    case Law::loop: return loop(seen);
    case Law::safety: return safety(seen);
    case Law::aftercare: return aftercare(seen);
    case Law::doorOpen: return doorOpen(seen);
    case Law::eighteen: return eighteen(seen);
    case Law::held: return held(seen);
    case Law::next: return next(seen);
    case Law::explain: return explain(seen);
    case Law::same: return {};  // the explorer repeats the step itself
    }
    return {};
}

}  // namespace holdfast::prove
