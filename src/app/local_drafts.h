// Drafts that the store could not take, sealed on this computer until it can be reached again. The key lies in the store
// itself, so only who can open the store can read them. docs/decisions/0006-drafts-on-this-computer.md says why so.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace holdfast::db {
class Secret;
}

namespace holdfast::app {

/// One field of a draft as text, for reading and comparing. `field` is a name in the draft ("what_matters",
/// "safety/notes/overdose"), or the label of a sheet's field.
struct Passage {
    std::string field;
    std::string text;
    friend bool operator==(const Passage&, const Passage&) = default;
};

/// A draft as it is kept, whatever its editor.
struct DraftText {
    std::string kind;
    PersonId person;
    std::string body;
    std::int64_t version = 0;  ///< of the draft it was typed on
    friend bool operator==(const DraftText&, const DraftText&) = default;
};

struct LocalDraft {
    DraftText text;
    WorkerId worker;
    Instant savedAt;
    std::string sitting;
    friend bool operator==(const LocalDraft&, const LocalDraft&) = default;
};

/// One file for each sitting in `folder`, its name made of the two ids. May be used on several threads.
class LocalDrafts {
public:
    /// `store` tells one store's files from another's. Nothing is written before something is kept.
    LocalDrafts(std::string folder, std::string store, std::string sitting, db::Secret key);
    ~LocalDrafts();
    LocalDrafts(const LocalDrafts&) = delete;
    LocalDrafts& operator=(const LocalDrafts&) = delete;

    /// On the disk on return; takes the place of what was kept of the same draft.
    Result<Done> keep(const DraftText& text, const WorkerId& worker, Instant now);
    /// The store has it.
    Result<Done> forget(const std::string& kind, const PersonId& person);

    /// What sittings that have ended left, the oldest first. What another program of this account has open is not read.
    std::vector<LocalDraft> leftBehind() const;
    /// It is in the store now.
    Result<Done> broughtHome(const LocalDraft& draft);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace holdfast::app
