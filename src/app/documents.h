// Papers kept with a person: attaching what a service wrote, opening it, taking a copy out. Every opening is audited;
// the bytes are checked against their hash each time.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/consent.h"
#include "domain/document.h"
#include "domain/note.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::app {

struct AttachInput {
    PersonId person;
    EventId event;  ///< the reply or challenge it belongs to, or else ...
    CommandId command;
    std::string name;   ///< the file's name; only its last part is kept
    std::string bytes;  ///< PDF, PNG, JPEG or plain text, at most largestDocument
    NoteId note{};      ///< ... the signed note
};

struct Paper {
    KeptDocument about;
    std::string bytes;
};

enum class Purpose : std::uint8_t { open, takeOut };

class Documents {
public:
    explicit Documents(Workspace& workspace) : m_workspace{workspace} {}

    /// ErrorCode::invalid with `where` "bytes", "event" or "note"; "bytes" has the detail "empty", "too_large" or "type".
    /// A repeat of the command answers with the first paper; the same bytes on the same event are ErrorCode::conflict.
    Result<KeptDocument> attach(const Session& session, const AttachInput& input);

    /// ErrorCode::damaged when the bytes are no longer those that were kept.
    /// A letter is taken out for whom it is written to; anything else for `to`: ErrorCode::refused with `where` "share"
    /// when the person's word stands against it.
    Result<Paper> read(const Session& session, const PersonId& person, const DocumentId& id, Purpose purpose,
                       const Recipient& to = {});

    /// Something drawn from the record leaves it on paper or as a file and is not kept: `what` says it in the audit.
    Result<Done> takenOut(const Session& session, const PersonId& person, std::string_view what);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
