// A challenge as the person's page shows it: each rung with its owner, its day and what follows when nobody answers;
// and what came of it. No widgets.
#pragma once

#include "person/person_view.h"

namespace holdfast::ui {

struct LadderRungView {
    enum class State : std::uint8_t { behind, now, next, later };

    State state = State::later;
    QString title;   ///< "1. The coordinator's letter with the guidance goes out"
    QString detail;  ///< "Coordinator, by Thu 12 Mar, 17:00 (working day 3). In 2 days."
    QString after;   ///< what happens when nobody answers by then
    QString mark;    ///< "Done", "Now", "Next"; empty for what is later
    bool late = false;
};

struct LadderView {
    enum class Outcome : std::uint8_t { notSent, noAnswer, upheld, overturned, withdrawn, ended };

    Need need = Need::mentalHealth;
    QString title;    ///< "Challenge to Wrenfield CMHT"
    QString refused;  ///< "Refused Mon 9 Mar, 09:00. Challenge sent Tue 10 Mar, 11:00."
    Outcome outcome = Outcome::notSent;
    QString outcomeWords;  ///< "No answer yet"
    QString reason;        ///< what they said when they upheld it, or why it was withdrawn
    bool open = true;
    std::vector<LadderRungView> rungs;
    std::string current;  ///< action code of the rung that is open
    QString policy;       ///< "england 2026.1"
};

LadderView viewOf(const CaseLens& lens, const engine::Ladder& ladder);

/// "2 challenges: 1 overturned, 1 without an answer."; empty when there is none.
QString challengeSummary(const CaseLens& lens);

}  // namespace holdfast::ui
