// A handover pack: made ready from the record, and on paper once it is written.
#pragma once

#include "domain/handover_pack.h"
#include "domain/story.h"
#include "letters/compose.h"

namespace holdfast::letters {

/// What the record knows, for the giver to go over: nothing about third parties, and the story in at most ten lines.
HandoverText handoverDraft(const Facts& facts, const Story& story);

/// Both names and times; says so when it is not agreed yet.
Document handoverPaper(const Facts& facts, const HandoverRecord& record);

}  // namespace holdfast::letters
