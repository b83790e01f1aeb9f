// The parts that several kinds of event, and other documents, share.
#pragma once

#include "exchange/event_json.h"
#include "exchange/json_input.h"
#include "exchange/json_output.h"

#include <vector>

namespace holdfast::exchange {

ServiceId knownService(const JsonIn& in, const Known& known);
ReasonCode knownReason(const JsonIn& in, const Known& known);

/// One or both needs, none twice.
std::vector<Need> needsOf(const JsonIn& in);

SafetyFacts safetyOf(const JsonIn& in);
void writeSafety(JsonOut& out, const SafetyFacts& safety);  ///< the object; nothing recorded gives {}

/// {"PHQ-9": [0, 1, null, ...]}
std::vector<InstrumentAnswers> answersOf(const JsonIn& in, const Known& known);
void writeAnswers(JsonOut& out, const std::vector<InstrumentAnswers>& answers);

/// A position (1-based, kept as "#n") or an id.
EventId eventReference(const JsonIn& in);
void writeEventReference(JsonOut& out, const EventId& id);

/// The instant with its milliseconds when it has any, so that it comes back the same.
std::string exactInstant(Instant instant);

}  // namespace holdfast::exchange
