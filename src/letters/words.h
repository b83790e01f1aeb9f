// The words of letters: dates, needs, replies and actions as a letter says them, in plain English.
#pragma once

#include "letters/compose.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::letters {

std::string dayWords(Date day);    ///< "Thursday 5 March 2026"
std::string shortDay(Date day);    ///< "5 March 2026"
std::string dayWords(Instant at);  ///< the day in London
std::string shortDay(Instant at);
std::string dueWords(Instant due);  ///< "17:00 on Thursday 5 March 2026"
std::string daysWords(int days);    ///< "1 day", "140 days"
std::string capital(std::string text);
std::string listed(const std::vector<std::string>& items);  ///< "a, b and c"
std::string spacedNumber(const std::string& nhsNumber);     ///< "999 526 0182"

std::string needWords(Need need);  ///< "mental health", "drugs and alcohol"
std::string severityWords(Severity severity);
std::string statusWords(NeedStatus status);
std::string legWords(LegState state);  ///< "sent, no answer yet"
std::string roleWords(Role role);
std::string replyWords(ResponseKind kind);  ///< "declined the referral"
std::string classWords(BounceClass cls);
std::string reasonLabel(const Policy& policy, const ReasonCode& code);
/// "emergency_department" is "emergency department": a source that somebody typed.
std::string plainWords(std::string_view text);

std::string serviceName(const Facts& facts, const ServiceId& id);
std::string serviceName(const Facts& facts, std::string_view id);  ///< of the directory, or a source in plain words
std::string workerName(const Facts& facts, const WorkerId& id);
std::string firstName(const Person& person);
std::string fullName(const Person& person);
/// "Maya Lind at Lantern Drug and Alcohol"; empty when nobody needs to hold it.
std::string holderWords(const Facts& facts, Need need);

/// What a step of the ladder is, for other services: the policy's sentence, or the meeting's own words.
std::string stepWords(const Policy& policy, std::string_view what);
/// The same for the person: "We ask the service again for its answer"; empty for what services settle among themselves.
std::string stepForPerson(std::string_view what);

struct PlannedStep {
    std::string words;
    Instant due;
};
/// What happens next, as the person is told: each thing once, with its first day.
std::vector<PlannedStep> stepsForPerson(const Facts& facts);

/// The reply, attempt or silence that the request is about.
const Event* eventOf(const Facts& facts, const EventId& id);
/// The needs that somebody must hold.
std::vector<Need> openNeeds(const Facts& facts);

}  // namespace holdfast::letters
