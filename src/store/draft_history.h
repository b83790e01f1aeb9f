// What drafts were: a version for each half minute of writing, for 30 days.
//
// While one worker goes on writing, the newest version is brought up to date in place for half a minute; then the next
// one begins. A version is never overwritten by a text that has lost words, by another worker's, or by another sitting's.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct DraftRow;

inline constexpr std::chrono::seconds versionLasts{30};
inline constexpr std::chrono::hours versionsKept{24 * 30};
/// So many bytes fewer count as words lost, not as a letter mended.
inline constexpr std::size_t wordsLost = 16;

struct DraftVersionRow {
    std::int64_t seq = 0;
    std::string body;
    Instant beganAt;
    Instant savedAt;
    WorkerId worker;
    std::string writing;  ///< the sitting it was written in
    friend bool operator==(const DraftVersionRow&, const DraftVersionRow&) = default;
};

enum class Step : std::uint8_t { goesOn, stands };  ///< `stands` always makes a version of its own

class DraftHistory {
public:
    explicit DraftHistory(db::Connection& connection) : m_connection{connection} {}

    /// Keeps what the draft is now, and lets go of what is older than 30 days, of every draft.
    void keep(const DraftRow& draft, Step step = Step::goesOn);

    /// The draft was signed, made final or given up: what follows under its name is another one.
    void end(const std::string& kind, const PersonId& person);

    /// The newest first; none older than 30 days before `now`.
    std::vector<DraftVersionRow> versions(const std::string& kind, const PersonId& person, Instant now) const;
    std::optional<DraftVersionRow> version(const std::string& kind, const PersonId& person, std::int64_t seq) const;
    /// The newest that was not written in that sitting; its body is empty when a draft ended there.
    std::optional<DraftVersionRow> before(const std::string& kind, const PersonId& person,
                                          const std::string& sitting) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
