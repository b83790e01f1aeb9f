// What is said of policies, their terms and the scenarios they were tried on.
#pragma once

#include "app/policies.h"
#include "policy/scenario_run.h"

#include <QString>

namespace holdfast::ui {

QString policyName(const app::KeptPolicy& policy);  ///< "Wrenfield local protocol, wrenfield 2026.2"
QString policyName(const Policy& policy);
QString termWords(const app::PolicyTerm& term, Instant now);  ///< "Since the store began", "From Thu 3 Dec, 00:00"

/// "23 scenarios: 22 hold, 1 fails. 4 come out differently."
QString summaryWords(const std::vector<ScenarioResult>& results);
/// What is wrong with it, one line for each expectation that fails.
QStringList faultWords(const ScenarioResult& result);
/// What comes out differently, one line for each thing.
QStringList changeWords(const app::ScenarioOutcome& outcome, Instant now);

/// Where in the file, what was expected and found; the policy in force stays.
QString fileFaultWords(const Error& error, const QString& file);

}  // namespace holdfast::ui
