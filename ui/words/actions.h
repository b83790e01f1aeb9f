// What happens next, in words: the codes of engine.md section 4a, who owns the action, and what its button says.
#pragma once

#include "app/cases.h"
#include "engine/snapshot.h"

#include <QString>

#include <string_view>

namespace holdfast::ui {

/// "Send the challenge letter to Wrenfield CMHT". `service` may be empty. An MDT action's own words stay as they are.
QString actionWords(std::string_view what, const QString& service = {});

/// The verb on the button that does it: "Log reply", "Challenge".
QString actionVerb(std::string_view what);

/// True for one of our codes, false for an MDT's own words.
bool isKnownAction(std::string_view what);

/// "Priya Raman", "Supervisor, Lantern Drug and Alcohol"; "You" when it is `me`.
QString ownerWords(const engine::Owner& owner, const app::NameBook& names, const WorkerId& me = {});

/// A flag of the engine: "tennis" is "Passed back and forth".
QString flagWords(std::string_view flag);

/// "Level 2 of 5: both supervisors"; empty at level 0.
QString levelWords(int escalationLevel);

QString serviceName(const ServiceId& id, const app::NameBook& names);
QString workerName(const WorkerId& id, const app::NameBook& names);
/// A sentence of the engine, which knows workers by their ids, with the names of the book in their place.
QString withNames(std::string_view sentence, const app::NameBook& names);

}  // namespace holdfast::ui
