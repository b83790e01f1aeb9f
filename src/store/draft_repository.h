// Work that is not finished: one draft of each kind for each person, shared by the workers of both services. A letter in
// the making is a kind of its own ("letter:" and an id), so a person may have several; a sheet is a kind of its worker
// ("form:reply:" and the worker's id). Every save is also kept in the history (store/draft_history.h).
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "store/draft_history.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct DraftRow {
    std::string kind;          ///< "assessment", "letter:019a..."
    PersonId person;           ///< empty: about nobody who is on record
    std::string body;          ///< JSON text
    std::int64_t version = 0;  ///< 0 = never saved
    Instant savedAt;
    WorkerId worker;        ///< who saved it last
    std::string writing{};  ///< the sitting that has it open; empty once it was left in good order

    friend bool operator==(const DraftRow&, const DraftRow&) = default;
};

/// Of a joined record: the id under which the draft of that kind is, else the leading one. Of two, the leading one's own
/// comes first, and the other when that one is done.
PersonId whereDraftIs(db::Connection& connection, const std::string& kind, const PersonId& person);

class DraftRepository {
public:
    explicit DraftRepository(db::Connection& connection) : m_connection{connection} {}

    std::optional<DraftRow> find(const std::string& kind, const PersonId& person) const;

    /// Those of a person whose kind begins with `prefix`, by kind.
    std::vector<DraftRow> forPerson(const PersonId& person, const std::string& prefix) const;

    int count(const PersonId& person) const;

    /// Saves if `draft.version` is current (0: there is none yet) and returns it one up; else ErrorCode::conflict.
    Result<DraftRow> save(DraftRow draft, Step step = Step::goesOn);

    /// Its editor was left in good order: nothing was cut off. Only what that sitting has open.
    void leave(const std::string& kind, const PersonId& person, const std::string& sitting);
    /// What this worker had open in other sittings that did not end well, the newest first.
    std::vector<DraftRow> cutOff(const WorkerId& worker, const std::string& sitting) const;

    /// Removes if `version` is current; else ErrorCode::conflict. Removing what is not there is done.
    Result<Done> remove(const std::string& kind, const PersonId& person, std::int64_t version);

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
