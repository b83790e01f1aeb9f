// Words that hurt, and what to write instead: a list that is data, and where its words stand in a text. Advice, never a
// block. What stands in quotation marks is somebody's own words and is left alone.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace holdfast {

using KindWordId = Id<struct KindWordTag>;

/// Some ways to write one thing, small letters, and what to write instead of each of them, the best first.
struct KindForms {
    std::vector<std::string> forms;
    std::vector<std::string> instead;
    friend bool operator==(const KindForms&, const KindForms&) = default;
};

/// One entry of the list. `lines` is how a team reads and edits it, a line for each KindForms:
/// "cold case, old case = person we lost touch with / person we have not seen".
struct KindWord {
    KindWordId id;
    std::string lines;
    std::string why;
    friend bool operator==(const KindWord&, const KindWord&) = default;
};

inline constexpr std::size_t longestKindLines = 2'000;  ///< bytes
inline constexpr std::size_t longestKindWhy = 400;
inline constexpr std::size_t mostKindForms = 60;        ///< of one entry
inline constexpr std::size_t mostOwnKindWords = 500;    ///< of one team
inline constexpr std::size_t longestScanned = 400'000;  ///< bytes of a text; what is after is not looked at
inline constexpr std::size_t mostKindHits = 2'000;

/// ErrorCode::invalid with `where` "lines" and `detail` which line: "2". Forms are made small; each has one to six words.
Result<std::vector<KindForms>> readKindLines(std::string_view lines);

/// ErrorCode::invalid with `where` "lines" or "why".
Result<Done> checkKindWord(const KindWord& word);

struct TextRange {
    std::size_t from = 0;  ///< bytes
    std::size_t length = 0;
    friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// What stands in quotation marks, with them. Each paragraph begins anew; a double mark that is not closed reaches to the
/// end of its paragraph, for it is still being typed; a single one that is not closed is an apostrophe.
std::vector<TextRange> quotationsIn(std::string_view text);

struct KindHit {
    TextRange range;
    std::size_t word = 0;   ///< position in words()
    std::size_t forms = 0;  ///< which line of it
    friend bool operator==(const KindHit&, const KindHit&) = default;
};

/// The words in use, made ready for looking through texts.
class KindWordMatcher {
public:
    KindWordMatcher() = default;
    explicit KindWordMatcher(std::vector<KindWord> words);

    /// In reading order, none over another; of two that begin together the longer. Any bytes are safe.
    std::vector<KindHit> find(std::string_view text) const;

    const KindWord& word(const KindHit& hit) const { return m_words[hit.word]; }
    const std::vector<std::string>& instead(const KindHit& hit) const { return m_forms[hit.word][hit.forms].instead; }
    bool empty() const { return m_byFirst.empty(); }

private:
    struct Form {
        std::vector<std::string> rest;  ///< its words after the first
        std::size_t word = 0;
        std::size_t forms = 0;
    };

    std::vector<KindWord> m_words;
    std::vector<std::vector<KindForms>> m_forms;
    std::unordered_map<std::string, std::vector<Form>> m_byFirst;  ///< longest first
};

/// What takes the place of what: with a capital where there was one, and "a" or "an" before it put right.
struct KindChange {
    TextRange range;
    std::string text;
    friend bool operator==(const KindChange&, const KindChange&) = default;
};
KindChange changeFor(std::string_view text, const TextRange& hit, std::string_view instead);

/// What a team made of an entry. Rows are never changed: the highest version counts.
struct KindWordRow {
    KindWord word;
    bool on = true;
    std::int64_t version = 0;  ///< 1 for the first
    WorkerId by;
    Instant at;
    friend bool operator==(const KindWordRow&, const KindWordRow&) = default;
};

/// An entry as the list shows it.
struct ListedKindWord {
    KindWord word;
    bool on = true;
    bool own = false;          ///< the team's, not of the list that came with the program
    bool changed = false;      ///< came with the program, and the team has made it its own words
    std::int64_t version = 0;  ///< 0: as it came
    std::optional<WorkerId> by;
    std::optional<Instant> at;
    friend bool operator==(const ListedKindWord&, const ListedKindWord&) = default;
};

/// What came, with what the team made of it; the team's own entries after it. `rows` are the newest of each.
std::vector<ListedKindWord> kindWordList(const std::vector<KindWord>& came, const std::vector<KindWordRow>& rows);
std::vector<KindWord> kindWordsInUse(const std::vector<ListedKindWord>& list);

}  // namespace holdfast
