// What a person asks the reason of, and the rules that answer: each with its sentence, the facts it read, and whose
// policy it is from. No widgets.
#pragma once

#include "app/why_case.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace holdfast::ui {

struct WhyQuestion {
    enum class About : std::uint8_t { everything, need, action, flag, event };

    About about = About::everything;
    QString title;             ///< of the sheet: "Send the challenge letter to Wrenfield CMHT"
    std::optional<Need> need;  ///< nothing: both
    std::string what;          ///< of an action, or the flag
    RuleId rule;               ///< of an action
    EventId event;
};

struct WhyPart {
    QString when;  ///< "Mon 9 Mar, 09:00: Wrenfield CMHT refused"; empty for what holds now
    QString sentence;
    QList<std::pair<QString, QString>> facts;  ///< "Due", "Tue 10 Mar, 17:00"
    QString rule;                              ///< "challenge.ladder"
    QString policy;                            ///< "england 2026.1"
    friend bool operator==(const WhyPart&, const WhyPart&) = default;
};

/// Why this need stands as it does.
WhyQuestion whyOfNeed(Need need);
/// Why this is to be done; `service` may be empty.
WhyQuestion whyOfAction(const engine::NextAction& action, const QString& service);

/// What holds now first, then what led to it, newest first. Never empty when anything has happened.
std::vector<WhyPart> answersTo(const app::CaseWhy& why, const WhyQuestion& question);

/// One rule as it is shown.
WhyPart partOf(const engine::Why& why, const app::NameBook& names, Instant now);
/// Why this guidance is quoted: what asked for it, what its scope was held against, and who vouches for it.
WhyPart partOf(const engine::VerdictCitation& citation, const app::NameBook& names, Instant now);

}  // namespace holdfast::ui
