// What happened, in words: one line for the history, and what a new record would change.
#pragma once

#include "app/cases.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace holdfast::ui {

struct EventWords {
    QString icon;
    QString title;             ///< "Wrenfield CMHT refused"
    QString detail;            ///< "Must be abstinent first. 13 weeks asked for."
    std::optional<Need> need;  ///< the lane it belongs to, if only one
};

EventWords describe(const Event& event, const app::NameBook& names);

/// "Mental health: held by Lantern, was held by Wrenfield CMHT."
QString changeWords(const app::Change& change, const app::NameBook& names);

/// Why something was not recorded, and what to do: the sentence for a refusal of the engine, else words(error).
QString refusalWords(const Error& error);

/// The facts that bear on safety and are true now: "Thoughts of suicide", "Pregnant".
QStringList currentSafety(const SafetyFacts& facts);

}  // namespace holdfast::ui
