// One box over everything: people, notes, letters, referrals and what was said about them, services. Asked as somebody
// types. What was typed is in no log and no audit entry.
#pragma once

#include "app/people.h"
#include "domain/document.h"
#include "domain/note.h"
#include "domain/search_text.h"
#include "domain/service.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

struct FindQuery {
    std::string text;
    std::optional<WorkerId> author;  ///< with one, or with days, only what somebody wrote
    std::optional<Date> from;        ///< written on this day or later
    std::optional<Date> until;       ///< written on this day or earlier
    friend bool operator==(const FindQuery&, const FindQuery&) = default;
};

/// Something that was written and holds the words, by what it is.
enum class WrittenKind : std::uint8_t { note, letter, event };

struct FoundWriting {
    WrittenKind kind = WrittenKind::note;
    std::string id;  ///< of the note, the letter, the event
    bool amendment = false;
    std::string label;  ///< code of its kind: of a note, a letter or an event
    PersonId person;
    std::string personName;
    std::string authorName;
    std::string where;  ///< of a note the author's service; of a letter whom it went to
    Instant writtenAt;
    bool inError = false;
    Snippet snippet;
};

struct FoundWritings {
    std::vector<FoundWriting> rows;  ///< newest first
    std::int64_t next = 0;           ///< for more(); 0: that is all
};

/// A referral that was sent, of somebody or to a service with that name.
struct FoundReferral {
    PersonId person;
    std::string personName;
    Need need = Need::mentalHealth;
    std::string serviceName;
    LegState state = LegState::draft;
    Instant since;
};

struct FindAnswer {
    std::vector<PersonRow> people;
    bool morePeople = false;
    FoundWritings notes;
    FoundWritings letters;
    FoundWritings events;
    std::vector<FoundReferral> referrals;
    std::vector<Service> services;
};

class Find {
public:
    explicit Find(Workspace& workspace) : m_workspace{workspace} {}

    /// The first few of everything, and the newest fifty notes.
    Result<FindAnswer> ask(const Session& session, const FindQuery& query);

    /// The next fifty of one kind.
    Result<FoundWritings> more(const Session& session, const FindQuery& query, WrittenKind kind, std::int64_t after);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app

namespace holdfast {
// clang-format off
template <> struct Names<app::WrittenKind> { static constexpr std::array<std::string_view, 3> list{"note", "letter", "event"}; };
// clang-format on
}  // namespace holdfast
