#include "engine/ladder.h"

#include "domain/policy.h"
#include "engine/actions.h"
#include "engine/history.h"
#include "engine/moves.h"

namespace holdfast::engine {
namespace {

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
        rung.owner = stepOwner(state, challenge, rungs[i], i);
        rung.due = rungDue(context, challenge, i);
        rung.level = rungs[i].level;
        rung.workingDays = rungs[i].workingDays;
        rung.sentence = std::string{then.sentence("step." + rungs[i].what)};
        rung.handedOn = !challenge.handedTo.empty() && challenge.handedRung == i;
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
