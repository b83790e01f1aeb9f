// The words that notes, letters and events are found by. Whoever writes one of those adds its words here in the same
// transaction; the whole can be made again from them.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/names.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

enum class FoundKind : std::uint8_t { note, amendment, letter, event };

struct FoundEntry {
    FoundKind kind = FoundKind::note;
    std::string source;  ///< the id of the note, the letter or the event
    int part = 0;        ///< of an amendment its number
    Instant writtenAt;
};

class FoundIndex {
public:
    /// Of a letter's source, as it was kept, the words.
    using LetterText = std::function<std::string(const std::string& source)>;

    explicit FoundIndex(db::Connection& connection) : m_connection{connection} {}

    void add(const FoundEntry& entry, const WorkerId& author, std::string_view text);

    /// Lets go of the words of everything that was written under these ids, while it is still there. No other entry's words
    /// go with them.
    void remove(const std::vector<PersonId>& people, const LetterText& letterText);

    /// Whether everything that was there before the index has its words in it.
    bool isBuilt() const;

    /// Drops it and makes it again, oldest first. Returns how many entries it has.
    std::int64_t rebuild(const LetterText& letterText);

    /// Ids of what has no words, words of something else, or words that nothing has; at most `most`. Reads everything.
    std::vector<std::string> faults(const LetterText& letterText, std::size_t most) const;

private:
    void insertWords(std::int64_t entry, const std::vector<std::string>& tokens);
    void rememberWords(const std::vector<std::string>& tokens);
    void removeWords(std::int64_t entry, const std::vector<std::string>& tokens);
    void forgetWords(const std::set<std::string>& words);

    db::Connection& m_connection;
};

/// As the index has them: what it is, who wrote it, then the words.
std::vector<std::string> foundTokens(FoundKind kind, const WorkerId& author, std::string_view text);
/// The words that mark what is a note or an amendment of one, a letter, an event; and what somebody wrote.
std::string kindToken(FoundKind kind);
std::string authorToken(const WorkerId& author);

}  // namespace holdfast::store

namespace holdfast {
// clang-format off
template <> struct Names<store::FoundKind> { static constexpr std::array<std::string_view, 4> list{
    "note", "amendment", "letter", "event"}; };
// clang-format on
}  // namespace holdfast
