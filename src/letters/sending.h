// Whether a letter may leave in a certain way: the person's safe-contact wishes decide for letters to the person.
#pragma once

#include "domain/event.h"
#include "domain/person.h"
#include "letters/letter_kind.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::letters {

enum class SendRisk : std::uint8_t { safe, warn, refuse };

struct SendAdvice {
    SendRisk risk = SendRisk::safe;
    std::vector<std::string> reasons;  ///< codes, worst first: "no_letters", "no_address", "discreet", "alerts", "died"
    friend bool operator==(const SendAdvice&, const SendAdvice&) = default;
};

SendAdvice adviseSending(const Person& person, bool died, LetterKind kind, LetterMethod method);

/// What `event::LetterSent::to` says: a service's id, or "person", "carer", "partner".
std::string recipientOf(LetterKind kind, const ServiceId& service);

}  // namespace holdfast::letters
