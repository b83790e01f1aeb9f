// The words of a refusal against the key words of each reason: a proposal for a person to confirm, never a decision.
#include "engine/keywords.h"

#include "base/text.h"
#include "engine/illness.h"
#include "engine/verdict.h"

#include <algorithm>
#include <bitset>

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

/// Which pairs of letters occur in a text: most entries are ruled out without a search.
class Glance {
public:
    explicit Glance(std::string_view text)
    {
        for (std::size_t i = 1; i < text.size(); ++i)
            m_pairs.set(pair(text[i - 1], text[i]));
    }
    bool mayHold(std::string_view entry) const
    {
        return entry.size() < 2 || entry[1] == ' ' || m_pairs.test(pair(entry[0], entry[1]));
    }

private:
    static constexpr std::size_t low(char c) { return static_cast<unsigned char>(c) & 31U; }  // either case
    static constexpr std::size_t pair(char a, char b) { return low(a) * 32 + low(b); }
    std::bitset<1024> m_pairs;
};

int scoreOf(const policy::Reason& reason, Need need, std::string_view words, const Glance& glance)
{
    int score = 0;
    for (const std::string& entry : reason.keywords)
        if (glance.mayHold(entry))
            score += wordsMatched(words, entry) * 10;
    return score > 0 && isTypicalOf(reason, need) ? score + 5 : score;
}

}  // namespace

std::optional<ReasonCode> maskedCode(const Policy& policy, Need need, std::string_view words,
                                     const policy::Reason& recorded)
{
    const Glance glance{words};
    int best = scoreOf(recorded, need, words, glance);
    std::optional<ReasonCode> proposed;
    for (const policy::Reason& reason : policy.reasons) {
        if (reason.cls != BounceClass::never)
            continue;
        if (const int score = scoreOf(reason, need, words, glance); score > best) {
            best = score;
            proposed = reason.code;
        }
    }
    return proposed;
}

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
