// The words of a refusal against the key words of each reason: a proposal for a person to confirm, never a decision.
#include "base/text.h"
#include "engine/illness.h"
#include "engine/verdict.h"

#include <algorithm>

namespace holdfast::engine {
namespace {

constexpr std::size_t mostCandidates = 5;

/// How many words the entry has, when every one of them occurs; else 0.
int wordsMatched(std::string_view words, const std::string& entry)
{
    int count = 0;
    for (const std::string& word : splitWords(entry)) {
        if (!mentions(words, word))
            return 0;
        ++count;
    }
    return count;
}

bool isTypicalOf(const policy::Reason& reason, Need need)
{
    switch (reason.side) {
    case Side::mentalHealth:
    case Side::crisis: return need == Need::mentalHealth;
    case Side::substanceUse: return need == Need::substanceUse;
    case Side::both:
    case Side::referrer:
    case Side::person: return true;
    }
    return true;
}

}  // namespace

std::vector<CodeCandidate> candidateCodes(const Policy& policy, Need need, std::string_view words)
{
    std::vector<CodeCandidate> found;
    for (const policy::Reason& reason : policy.reasons) {
        CodeCandidate candidate{reason.code, reason.cls, reason.label, 0, {}};
        for (const std::string& entry : reason.keywords) {
            // A longer entry says more than several short ones.
            if (const int matched = wordsMatched(words, entry); matched > 0) {
                candidate.score += matched * 10;
                candidate.matched.push_back(entry);
            }
        }
        if (candidate.score == 0)
            continue;
        candidate.score += isTypicalOf(reason, need) ? 5 : 0;
        found.push_back(std::move(candidate));
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &CodeCandidate::score);
    found.resize(std::min(found.size(), mostCandidates));
    return found;
}

}  // namespace holdfast::engine
