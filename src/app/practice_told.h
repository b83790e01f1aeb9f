// The stories that the people of the practice caseload have told, from resources/demo.
#pragma once

#include "app/practice_pen.h"
#include "domain/story.h"

namespace holdfast::app {

struct ToldStory {
    struct Moment {
        StoryMoment at;
        WorkerId by;
        std::string to;  ///< of a telling: to whom
    };
    struct Days {
        std::optional<int> made, due;
    };
    StoryMoment at;
    WorkerId by;
    Story story;
    std::vector<Days> promiseDays;  ///< of each promise, counted from the as-of date
    std::vector<Moment> read, again;
};

using PracticeTold = std::map<std::string, std::vector<ToldStory>>;

Result<PracticeTold> readPracticeTold(std::string_view text);

/// Writes them with ids of its own, so that everything else in a caseload is the same with or without stories.
class PracticeToldWriter {
public:
    PracticeToldWriter(Workspace& workspace, PracticeTold told, std::uint64_t seed, Date asOf, Instant now,
                       const std::vector<Worker>& workers);

    /// Needs an open transaction.
    Result<Done> write(const PersonId& person, const std::string& story);

private:
    Result<Done> writeOne(const PersonId& person, int number, const ToldStory& told, const CommandId& command);

    PracticeTold m_told;
    PracticePen m_pen;
};

}  // namespace holdfast::app
