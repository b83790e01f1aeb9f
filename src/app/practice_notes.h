// The notes of the people who are always in the practice caseload, and their teams' texts, from resources/demo.
#pragma once

#include "app/practice_pen.h"
#include "domain/note.h"

#include <map>
#include <string>
#include <vector>

namespace holdfast::exchange {
class JsonIn;
}

namespace holdfast::app {

struct StoryNote {
    struct Aside {
        StoryMoment at;
        WorkerId by;
        std::string reason, text;
    };
    StoryMoment at;
    WorkerId by;
    NoteContent content;
    WorkerId pinnedBy;  ///< empty when it is not
    std::vector<WorkerId> readBy;
    std::optional<Aside> amended, inError;
};

struct PracticeNotes {
    std::map<std::string, std::vector<StoryNote>> byStory;
    std::vector<NoteTemplate> templates;
};

Result<PracticeNotes> readPracticeNotes(std::string_view text);

/// Writes them with ids of its own, so that everything else in a caseload is the same with or without notes.
class PracticeNoteWriter {
public:
    PracticeNoteWriter(Workspace& workspace, PracticeNotes notes, std::uint64_t seed, Date asOf, Instant now,
                       const std::vector<Worker>& workers);

    /// Need an open transaction.
    Result<Done> writeTemplates();
    Result<Done> write(const PersonId& person, const std::string& story);

private:
    Result<Done> writeOne(const PersonId& person, const StoryNote& told, const CommandId& command);

    PracticeNotes m_notes;
    PracticePen m_pen;
};

}  // namespace holdfast::app
