// A language for very many notes and names, the same on every machine: fifty common words, then words made of syllables,
// each used as often as its place in the list says, as in real texts.
#pragma once

#include "base/random.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

namespace holdfast::test {

inline const std::vector<std::string>& commonWords()
{
    static const std::vector<std::string> words{
        "the",   "to",      "and",     "her",     "was",     "with",   "for",    "has",     "not",    "that",
        "said",  "rang",    "visit",   "seen",    "home",    "today",  "call",   "will",    "week",   "support",
        "team",  "mother",  "alcohol", "anxious", "sleep",   "plan",   "group",  "letter",  "agreed", "answer",
        "using", "feeling", "needs",   "offered", "session", "clinic", "worker", "partner", "family", "housing",
        "money", "safe",    "mood",    "drink",   "missed",  "next",   "asked",  "review",  "health", "better"};
    return words;
}

class MadeUpWords {
public:
    /// `many` words; those of the list above come first when `withCommon`.
    MadeUpWords(std::uint64_t seed, std::size_t many, bool withCommon)
    {
        SeededRandom random{seed};
        if (withCommon)
            m_words = commonWords();
        std::unordered_set<std::string> known{m_words.begin(), m_words.end()};
        while (m_words.size() < many)
            if (std::string word = made(random); known.insert(word).second)
                m_words.push_back(std::move(word));
        double sum = 0;
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_share.push_back(sum += 1.0 / (static_cast<double>(i) + 3));
    }

    const std::string& any(Random& random) const
    {
        constexpr std::uint64_t fine = 1ULL << 40;
        const double at = m_share.back() * static_cast<double>(random.below(fine)) / static_cast<double>(fine);
        const auto place = std::ranges::upper_bound(m_share, at) - m_share.begin();
        return m_words[std::min(static_cast<std::size_t>(place), m_words.size() - 1)];
    }
    const std::string& at(std::size_t place) const { return m_words[place]; }
    std::size_t size() const { return m_words.size(); }

private:
    static std::string made(Random& random)
    {
        static const std::vector<std::string> begins{"b",  "br", "c", "ch", "d", "f", "g",  "gr", "h",
                                                     "j",  "k",  "l", "m",  "n", "p", "pr", "r",  "s",
                                                     "sh", "st", "t", "tr", "v", "w", "y",  ""};
        static const std::vector<std::string> middles{"a", "e", "i", "o", "u", "ai", "ea", "ou", "oa"};
        static const std::vector<std::string> ends{"", "n", "r", "l", "s", "m", "t", "nd", "ck", "th"};
        std::string word;
        const auto syllables = 2 + random.below(3);
        for (std::uint64_t i = 0; i < syllables; ++i)
            word += begins[random.below(begins.size())] + middles[random.below(middles.size())] +
                    ends[random.below(ends.size())];
        return word;
    }

    std::vector<std::string> m_words;
    std::vector<double> m_share;  ///< of each and all before it
};

}  // namespace holdfast::test
