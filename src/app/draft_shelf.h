// Keeping a draft, whatever its editor: what every use case that saves one does inside its transaction, and what becomes
// of a text that a colleague's save overtook.
#pragma once

#include "app/local_drafts.h"
#include "app/use_case.h"
#include "store/draft_repository.h"

namespace holdfast::app {

/// A text that lost to a colleague's save waits under a name of its own worker until it is settled.
std::string asideKind(const WorkerId& worker, const std::string& kind);
/// The kind it is about, when this names a text set aside.
std::optional<std::string> kindSetAside(const WorkerId& worker, const std::string& kind);

/// In the caller's transaction: saved under the sitting of this program, kept in the history, and what this sitting had
/// set aside of the same draft is let go. ErrorCode::conflict when `version` is not current.
Result<store::DraftRow> shelve(Workspace& workspace, const Session& session, const DraftText& text,
                               store::Step step = store::Step::goesOn);

/// After a conflict, in a transaction of its own: the text is kept beside the draft and in its history.
void setAside(Workspace& workspace, const Session& session, Action action, const DraftText& text);

/// In the caller's transaction.
void putAside(Workspace& workspace, const DraftText& text, const WorkerId& worker, const std::string& sitting,
              Instant at);

}  // namespace holdfast::app
