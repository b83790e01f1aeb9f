// The challenge of a refusal that is never legitimate: sent, answered, or withdrawn with a reason. Nothing else ends it
// but the service accepting the person after all.
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/moves.h"
#include "engine/watch.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

bool isOwnLeg(const Step& step, Need which, const ServiceId& service)
{
    const auto& leg = step.need(which).leg;
    return leg && leg->service == service;
}

/// A challenge can be spoken of where this service has the leg, or has refused this need before.
Result<Done> check(const Step& step, Need which, const ServiceId& service)
{
    if (!findService(step, service))
        return unknownService("/service");
    if (isOwnLeg(step, which, service)) {
        if (isTerminal(step.need(which).leg->state))
            return refused(RuleCode::challengeAnswered, "/need", "expected a leg that has not ended");
        return Done{};
    }
    const bool known = std::ranges::any_of(step.state.bounces, [&](const BounceRecord& record) {
        return record.need == which && record.service == service && record.refusal;
    });
    if (!known)
        return refused(RuleCode::challengeSent, "/service", "expected a service that refused this need");
    return Done{};
}

void settleLetters(State& state, Need which, const ServiceId& service)
{
    std::erase_if(state.letters,
                  [&](const LetterRecord& letter) { return letter.need == which && letter.service == service; });
}

void overturned(const Step& step, const event::ChallengeAnswered& body)
{
    overturn(step.state, body.need, body.service);
    settleLetters(step.state, body.need, body.service);
    if (!isOwnLeg(step, body.need, body.service))
        return;
    if (body.accepted) {
        enter(step, body.need, LegState::accepted);
        acceptBy(step, body.need, body.service, body.worker);
        return;
    }
    if (isJoined(step.need(body.need).leg->state))
        heard(step, *step.need(body.need).leg);
    else
        enter(step, body.need, LegState::sent);
}

void upheld(const Step& step, const event::ChallengeAnswered& body)
{
    if (isOwnLeg(step, body.need, body.service))
        heard(step, *step.need(body.need).leg);
    ChallengeRecord* challenge = openChallenge(step.state, body.need, body.service);
    if (!challenge)
        return;
    const auto& ladder = ladderOf(step.context, *challenge);
    const std::size_t last = ladder.size() - 1;
    const std::size_t next = std::min(rungAt(step.context, *challenge, step.at()) + 1, last);
    challenge->minimumRung = static_cast<std::uint8_t>(next);
    challenge->openedAt = step.at();
    step.state.fired.add(RuleCode::challengeLadder, Stated{"need", nameOf(body.need)}, Stated{"service", body.service},
                         Stated{"level", std::int64_t{ladder[next].level}},
                         Stated{"due", rungDue(step.context, *challenge, next)});
}

}  // namespace

Result<Done> fold(const Step& step, const event::ChallengeSent& body)
{
    if (auto checked = check(step, body.need, body.service); !checked)
        return checked;
    for (LetterRecord& letter : step.state.letters)
        if (letter.need == body.need && letter.service == body.service && !letter.sentAt)
            letter.sentAt = step.at();
    if (ChallengeRecord* challenge = openChallenge(step.state, body.need, body.service)) {
        if (!challenge->sentAt)
            challenge->sentAt = step.at();
        completeRung(step, *challenge, "challenge_letter");
    }
    step.state.fired.add(RuleCode::challengeSent, Stated{"need", nameOf(body.need)}, Stated{"service", body.service});
    return Done{};
}

Result<Done> fold(const Step& step, const event::ChallengeAnswered& body)
{
    if (auto checked = check(step, body.need, body.service); !checked)
        return checked;
    if (body.worker && !body.accepted)
        return invalid("/worker", "expected no worker unless the service accepted");
    if (body.reason && !step.context.reason(*body.reason, step.at()))
        return invalid("/reason", "expected a reason code of the policy");
    if (body.reason && body.outcome != ChallengeOutcome::upheld)
        return invalid("/reason", "expected no reason unless the refusal is upheld");
    step.state.fired.add(RuleCode::challengeAnswered, Stated{"need", nameOf(body.need)},
                         Stated{"service", body.service}, Stated{"outcome", nameOf(body.outcome)});
    settle(step.state, TodoKind::reasonInWriting, body.need, body.service);
    settle(step.state, TodoKind::secondOpinion, body.need, body.service);
    if (body.worker)
        settle(step.state, TodoKind::namedContact, body.need, body.service);
    if (body.outcome == ChallengeOutcome::overturned)
        overturned(step, body);
    else
        upheld(step, body);
    return Done{};
}

Result<Done> fold(const Step& step, const event::ChallengeWithdrawn& body)
{
    if (auto checked = check(step, body.need, body.service); !checked)
        return checked;
    if (body.reason.empty())
        return invalid("/reason", "expected why the challenge is withdrawn, found nothing");
    ChallengeRecord* challenge = openChallenge(step.state, body.need, body.service);
    if (!challenge)
        return refused(RuleCode::challengeWithdrawn, "/service", "expected a service with an open challenge");
    challenge->open = false;
    settleLetters(step.state, body.need, body.service);
    step.state.fired.add(RuleCode::challengeWithdrawn, Stated{"need", nameOf(body.need)},
                         Stated{"service", body.service});
    // The refusal stands on the record; the leg waits for a decision, and somebody has to make it.
    if (isOwnLeg(step, body.need, body.service) && step.need(body.need).leg->state == LegState::challenged)
        enter(step, body.need, LegState::draft);
    return Done{};
}

Result<Done> fold(const Step& step, const event::StepHandedOn& body)
{
    if (auto checked = check(step, body.need, body.service); !checked)
        return checked;
    if (body.worker.empty())
        return invalid("/worker", "expected the worker who does the step");
    if (body.reason.empty())
        return invalid("/reason", "expected why the step is handed on, found nothing");
    ChallengeRecord* challenge = openChallenge(step.state, body.need, body.service);
    if (!challenge)
        return refused(RuleCode::challengeHandedOn, "/service", "expected a service with an open challenge");
    const std::size_t rung = rungAt(step.context, *challenge, step.at());
    challenge->handedTo = body.worker;
    challenge->handedRung = static_cast<std::uint8_t>(rung);
    step.state.fired.add(RuleCode::challengeHandedOn, Stated{"need", nameOf(body.need)},
                         Stated{"service", body.service}, Stated{"worker", body.worker},
                         Stated{"level", std::int64_t{ladderOf(step.context, *challenge)[rung].level}},
                         Stated{"due", rungDue(step.context, *challenge, rung)});
    return Done{};
}

}  // namespace holdfast::engine
