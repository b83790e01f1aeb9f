// Why a case stands as it does: the rules that fired at each thing that happened, under the policy of that day, and
// those behind what is to do now.
#pragma once

#include "app/cases.h"

namespace holdfast::app {

/// One thing that happened, and the rules that fired at it.
struct PastWhy {
    Event event;
    std::vector<engine::Why> why;
    std::vector<engine::VerdictCitation> citations;  ///< of an answer that turned the person away: what fits to quote
};

struct CaseWhy {
    std::string name;           ///< of the person
    engine::Snapshot now;       ///< with sentences
    std::vector<PastWhy> past;  ///< newest first
    NameBook names;
};

class WhyCase {
public:
    explicit WhyCase(Workspace& workspace) : m_workspace{workspace} {}

    Result<CaseWhy> explain(const Session& session, const PersonId& person);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
