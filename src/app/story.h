// A person's story as they told it, kept in versions; who has read it, how often it had to be told again, and the two
// pages that tell it elsewhere.
#pragma once

#include "app/cases.h"
#include "app/session.h"
#include "app/workspace.h"
#include "domain/story.h"
#include "letters/passport.h"

#include <string>
#include <vector>

namespace holdfast::app {

struct StoryFile {
    Person person;
    StoryVersion current;               ///< number 0: nothing was told yet
    std::vector<StoryVersion> earlier;  ///< newest first
    std::vector<StoryReading> readings;
    std::vector<Retelling> retellings;   ///< those that were not taken back
    std::vector<WorkerId> workersSoFar;  ///< who held a need or wrote the story, in that order
    bool owed = false;                   ///< the worker who asks has not confirmed it as it stands
    PassportChoice passport;             ///< as it was chosen last
    NameBook names;
};

/// The sentence or two at the top of the overview.
struct StoryBrief {
    int number = 0;
    std::string words;  ///< the first of them; empty when nothing was told
    Instant writtenAt;
    int workersSoFar = 0;
    int readBy = 0;  ///< workers who confirmed it as it stands
    int toldAgain = 0;
    bool owed = false;
};

struct WriteStoryInput {
    PersonId person;
    Story story;
    int seenNumber = 0;  ///< the version it was written over
    CommandId command;
};

class Stories {
public:
    explicit Stories(Workspace& workspace) : m_workspace{workspace} {}

    Result<StoryFile> open(const Session& session, const PersonId& person);
    Result<StoryBrief> brief(const Session& session, const PersonId& person);

    /// A new version; its author has read it. ErrorCode::conflict with `where` "version" when somebody wrote one since;
    /// ErrorCode::invalid with `where` a part, "promises" or "story"; the same as before is invalid too ("story").
    Result<StoryVersion> write(const Session& session, const WriteStoryInput& input);

    /// ErrorCode::conflict with `where` "version" when there is a newer one than `number`.
    Result<Done> confirmRead(const Session& session, const PersonId& person, int number);

    Result<Retelling> toldAgain(const Session& session, const PersonId& person, const std::string& toWhom);
    Result<Done> takeBack(const Session& session, const PersonId& person, const RetellingId& retelling);

    /// As it would be; remembers nothing.
    Result<letters::PassportPaper> previewPassport(const Session& session, const PersonId& person,
                                                   const PassportChoice& choice);
    /// To be printed or saved; the choice is remembered for the next time.
    Result<letters::PassportPaper> passport(const Session& session, const PersonId& person,
                                            const PassportChoice& choice);

private:
    Workspace& m_workspace;
};

/// The version in force as the store has it; number 0 when there is none. For what belongs to a story.
Result<StoryVersion> storyNow(Workspace& workspace, const PersonId& person);

}  // namespace holdfast::app
