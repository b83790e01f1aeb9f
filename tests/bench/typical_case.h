// The case that every speed figure of the engine is about: asked, assessed, referred, chased, refused, challenged,
// accepted. 12 events, repeated for longer histories.
#pragma once

#include "engine/world.h"

namespace holdfast::test {

inline Story typicalCase(int rounds = 1)
{
    Story story;
    story.then("2026-03-01T09:00:00Z", event::Attempt{Need::mentalHealth, "gp", ReasonCode{"N16"}, {}, {}, {}});
    for (int round = 0; round < rounds; ++round) {
        const std::string month = (round % 12 < 9 ? "0" : "") + std::to_string(round % 12 + 1);
        const std::string day = std::to_string(2027 + round / 12) + '-' + month + '-';
        event::AssessmentSigned body = bothNeeds();
        body.instruments = {{InstrumentId{"PHQ-9"}, {2, 2, 2, 2, 1, 2, 1, 1, 0}},
                            {InstrumentId{"AUDIT"}, {3, 2, 2, 2, 1, 1, 2, 1, 0, 2}}};
        story.then(day + "02T10:00:00Z", body);
        story.then(day + "02T11:00:00Z",
                   event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
        story.then(day + "03T09:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::acknowledged));
        story.then(day + "05T09:00:00Z", event::Contact{cmht, ContactDirection::out, ContactOutcome::leftMessage});
        story.then(day + "09T09:00:00Z", declined(Need::mentalHealth, cmht, "N02"));
        story.then(day + "10T09:00:00Z", event::ChallengeSent{Need::mentalHealth, cmht});
        auto accepted = reply(Need::substanceUse, lantern, ResponseKind::accepted);
        accepted.worker = ada;
        story.then(day + "11T09:00:00Z", accepted);
        story.then(day + "12T09:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::didNotAttend));
        story.then(day + "13T09:00:00Z", event::Contact{lantern, ContactDirection::in, ContactOutcome::spoke});
        story.then(day + "16T09:00:00Z",
                   event::ChallengeAnswered{Need::mentalHealth, cmht, ChallengeOutcome::overturned, true, ben});
        story.then(day + "17T09:00:00Z", reply(Need::substanceUse, lantern, ResponseKind::started));
    }
    return story;
}

}  // namespace holdfast::test
