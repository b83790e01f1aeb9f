// A story in words: its parts, with whom they are shared, and what went wrong with one.
#pragma once

#include "app/drafts.h"
#include "app/handovers.h"
#include "app/story.h"

#include <QString>

namespace holdfast::ui {

QString words(StoryPart part);  ///< "What helps"
QString hint(StoryPart part);   ///< what belongs there
QString words(StorySharing sharing);
QString words(PromiseState state);
QString words(PassportReader reader);

/// "Ring on Monday, by Priya, said 3 May 2026, for 6 May 2026"
QString promiseWords(const StoryPromise& promise);

/// What went wrong and what to do now.
QString storyErrorWords(const Error& error);
QString handoverErrorWords(const Error& error);

/// For a difference between two versions, part by part.
std::vector<app::Passage> storyPassages(const Story& story);

QString workerNamed(const WorkerId& worker, const app::NameBook& names);

/// "You gave it to Jo Mercer. They have not agreed yet."
QString handoverWords(const HandoverRecord& record, const app::NameBook& names, const WorkerId& me, Instant now);

}  // namespace holdfast::ui
