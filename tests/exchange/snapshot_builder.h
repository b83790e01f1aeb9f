// A snapshot with something in every corner.
#pragma once

#include "engine/snapshot.h"

namespace holdfast::exchange::samples {

inline engine::Snapshot aSnapshot()
{
    using namespace engine;
    const auto at = [](const char* text) { return parseInstant(text).value(); };
    Snapshot snapshot;
    snapshot.at = at("2026-03-09T09:00:00Z");
    NeedSnapshot& need = snapshot.needs.mentalHealth;
    need.status = NeedStatus::present;
    need.firstAskedAt = at("2026-03-02T10:00:00Z");
    need.daysSinceAsked = 6;
    need.holder = Holder{ServiceId{"lantern"}, WorkerId{"keyworker-1"}, at("2026-03-02T10:00:00Z"), false};
    need.leg = Leg{LegState::challenged, ServiceId{"cmht"}, snapshot.at, {}, {}};
    snapshot.clasp = ClaspState::held;
    Bounce refusal;
    refusal.code = ReasonCode{"N02"};
    refusal.cls = BounceClass::never;
    refusal.service = "cmht";
    refusal.pointsTo = ServiceId{"lantern"};
    refusal.at = snapshot.at;
    Bounce leaflet;
    leaflet.code = ReasonCode{"S01"};
    leaflet.service = "gp";
    leaflet.at = at("2026-03-02T10:00:00Z");
    leaflet.daysLost = 2;
    snapshot.bounces = {refusal, leaflet};
    snapshot.flags = {"safety", "tennis"};
    snapshot.nextActions = {{NeedScope::mentalHealth,
                             "keyworker_query",
                             {OwnerRole::worker, WorkerId{"keyworker-1"}, {}},
                             at("2026-03-10T17:00:00Z"),
                             RuleId{"challenge.rung0"},
                             0},
                            {NeedScope::both,
                             "hold_mdt",
                             {OwnerRole::supervisor, {}, ServiceId{"lantern"}},
                             at("2026-03-23T17:00:00Z"),
                             RuleId{"tennis.mdt"},
                             3}};
    LetterDraft letter;
    letter.kind = "challenge";
    letter.to = "cmht";
    letter.citations = {"QS188 st.2 equal access"};
    snapshot.letters = {letter};
    Score phq;
    phq.instrument = InstrumentId{"PHQ-9"};
    phq.total = 13;
    phq.reading.band = "moderate";
    Score dudit;
    dudit.instrument = InstrumentId{"DUDIT"};
    dudit.total = 4;
    dudit.female = Score::Reading{"probable drug problem", true};
    dudit.male = Score::Reading{"", false};
    Score gad;
    gad.instrument = InstrumentId{"GAD-7"};
    gad.missing = 2;
    snapshot.scores = {phq, dudit, gad};
    snapshot.why = {{RuleId{"challenge.open"},
                     {{"reason", "N02"}, {"service", "cmht"}, {"service", "lantern"}},
                     "A \"never\" reason.",
                     {}}};
    return snapshot;
}

}  // namespace holdfast::exchange::samples
