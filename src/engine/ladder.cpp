#include "engine/ladder.h"

#include "domain/policy.h"
#include "engine/actions.h"
#include "engine/history.h"
#include "engine/moves.h"

namespace holdfast::engine {
namespace {

Owner ownerOf(const State& state, const ChallengeRecord& challenge, const policy::Rung& rung)
{
    if (rung.owner == "holder") {
        const NeedRecord& need = state.needs[challenge.need];
        return heldBy(need.holder ? need.holder : need.lastHolder);
    }
    Owner owner = ownerNamed(rung.owner);
    if (owner.role == OwnerRole::coordinator && owner.service.empty() && state.coordinator) {
        owner.role = OwnerRole::worker;
        owner.worker = *state.coordinator;
    }
    return owner;
}

Ladder ladderFor(const Context& context, const State& state, const ChallengeRecord& challenge, Instant now)
{
    const Policy& then = context.policyAt(challenge.declinedAt);
    Ladder ladder;
    ladder.need = challenge.need;
    ladder.service = challenge.service;
    ladder.since = challenge.declinedAt;
    ladder.sentAt = challenge.sentAt;
    ladder.open = challenge.open;
    ladder.current = rungAt(context, challenge, now);
    ladder.policy = then.id + ' ' + then.version;
    const auto& rungs = ladderOf(context, challenge);
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        LadderRung& rung = ladder.rungs.emplace_back();
        rung.what = rungs[i].what;
        rung.owner = ownerOf(state, challenge, rungs[i]);
        rung.due = rungDue(context, challenge, i);
        rung.level = rungs[i].level;
        rung.workingDays = rungs[i].workingDays;
        rung.sentence = std::string{then.sentence("step." + rungs[i].what)};
        if (!challenge.handedTo.empty() && challenge.handedRung == i) {
            rung.owner = {};
            rung.owner.worker = challenge.handedTo;
            rung.handedOn = true;
        }
    }
    return ladder;
}

}  // namespace

Result<std::vector<Ladder>> laddersOf(const Context& context, const PersonFacts& person, std::span<const Event> events,
                                      Instant now)
{
    const auto history = History::read(events);
    if (!history)
        return history.error();
    State state;
    if (auto folded = foldAll(context, person, events, *history, state); !folded)
        return std::move(folded).error();
    if (!events.empty() && now < events.back().at)
        return Error{ErrorCode::invalid, "/now", "expected an instant that is not before the last event"};
    advance(context, state, now, true);
    std::vector<Ladder> ladders;
    for (const ChallengeRecord& challenge : state.challenges)
        ladders.push_back(ladderFor(context, state, challenge, now));
    return ladders;
}

}  // namespace holdfast::engine
