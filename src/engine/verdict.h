// What to make of one answer of a service: its class, what the protocol says, what fits this person to cite, who holds
// the need meanwhile, and what to do and say next (engine.md section 6).
#pragma once

#include "base/result.h"
#include "domain/event.h"
#include "domain/person.h"
#include "domain/policy.h"
#include "engine/context.h"
#include "engine/snapshot.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace holdfast::engine {

struct VerdictCitation {
    std::string key;
    std::string text;
    Certainty certainty = Certainty::unverified;
    bool printable = false;  ///< false: needs an administrator's sign-off before a letter may carry it
    Why why{};               ///< what asked for it, the facts its scope was held against, and who signed it off
    friend bool operator==(const VerdictCitation&, const VerdictCitation&) = default;
};

/// A code that fits the words a service used; never set without a person confirming it.
struct CodeCandidate {
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    std::string label;
    int score = 0;
    std::vector<std::string> matched;  ///< the words that matched
    friend bool operator==(const CodeCandidate&, const CodeCandidate&) = default;
};

/// One step of the clock line: now, then each rung with its due time.
struct VerdictStep {
    std::string what;  ///< stable action code
    Owner owner;
    Instant due;
    int level = 0;
    std::string sentence;
    friend bool operator==(const VerdictStep&, const VerdictStep&) = default;
};

struct Verdict {
    std::optional<BounceClass> cls;  ///< nothing: the answer turns nobody away
    std::optional<ReasonCode> code;
    std::string label;     ///< the one label of the code
    std::string title;     ///< "This refusal is not allowed by the protocol"
    std::string protocol;  ///< what the protocol says
    std::string requiredStep;
    Situation situation = Situation::general;
    std::vector<VerdictCitation> citations;  ///< those whose scope fits this person, best first
    std::vector<LetterDraft> letters;
    std::vector<VerdictStep> steps;  ///< the whole ladder, and safety first when it applies
    std::optional<Holder> holder;    ///< who holds the need after this answer
    std::string holderSentence;
    std::string tellPerson;
    std::string tellCarer;  ///< as far as consent allows; the caller checks consent
    std::vector<CodeCandidate> candidates;
    std::vector<std::string> flags;  ///< flags that this answer raises
    std::vector<Why> why;
    Snapshot after;  ///< the case as it stands right after this answer
    std::string policyId;
    std::string policyVersion;
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// Judges `response` (an Event holding an event::Response) on top of `history`, without keeping it. Refused when the
/// event is not a response or when the history itself does not fold.
Result<Verdict> judge(const Context& context, const PersonFacts& person, std::span<const Event> history,
                      const Event& response);

/// The ranked codes that `words` may mean, by the policy's key words. Empty when nothing matches.
std::vector<CodeCandidate> candidateCodes(const Policy& policy, Need need, std::string_view words);

}  // namespace holdfast::engine
