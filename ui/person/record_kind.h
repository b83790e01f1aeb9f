// What can be recorded about a case from a menu or a row, and which of them answers an action of the engine.
#pragma once

#include "app/access.h"
#include "domain/need.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace holdfast::ui {

enum class RecordKind : std::uint8_t {
    contact,
    attempt,
    referral,
    challengeSent,
    challengeAnswered,
    challengeWithdrawn,
    stepHandedOn,
    handover,
    worker,
    personDeclined,
    aftercare,
    mdt,
    closure,
    reopen,
    secondLook,
    enteredInError,
    died,
    reasonInWriting,
    protocol,
    secondOpinion,
    feedback,
    checkIn,
    goodExperience,
    cost,
};

QString recordTitle(RecordKind kind);    ///< in the menu and as the sheet's title: "A contact or a call"
QString recordPrimary(RecordKind kind);  ///< the verb on the button: "Record contact"
QString recordIcon(RecordKind kind);
app::Action permissionFor(RecordKind kind);

/// Those of the Record menu, in its order. A second look and an entry in error start from the history, a step
/// that is handed on from its ladder.
const std::vector<RecordKind>& recordMenu();

/// Where a row's button leads.
struct ActionTarget {
    enum class Place : std::uint8_t { person, reply, assessment, record };
    Place place = Place::person;
    RecordKind record = RecordKind::contact;
    friend bool operator==(const ActionTarget&, const ActionTarget&) = default;
};
ActionTarget targetOf(std::string_view what);

}  // namespace holdfast::ui
