// Makes a letter ready from the facts: the engine's state of the case, the directory, and what the policy says of one
// reply. Pure: the same facts give the same text.
#pragma once

#include "base/result.h"
#include "domain/calendar.h"
#include "domain/person.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "domain/worker.h"
#include "engine/snapshot.h"
#include "engine/verdict.h"
#include "letters/document.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::letters {

/// Everything a letter may say. Built by the caller for one person and one moment.
struct Facts {
    const Person& person;
    const engine::Snapshot& now;
    std::vector<Event> events;  ///< those that stand, oldest first
    const Policy& policy;
    const Directory& directory;
    const WorkingDays& days;
    std::map<WorkerId, std::string> workers;
    Worker author;
    Instant at;                              ///< the date of the letter
    std::optional<engine::Verdict> verdict;  ///< of the reply that the letter answers
    std::vector<std::string> interim;        ///< what the policy says to do while waiting, for this person
    bool enclosed = false;                   ///< the service's own letter is kept with that reply
};

/// Whom the person has agreed may be told what.
struct CarerAgreement {
    std::string name;
    std::vector<CarerTopic> topics;  ///< filled in from what is on record, see app/sharing.h
    CarerId id = {};
    friend bool operator==(const CarerAgreement&, const CarerAgreement&) = default;

    bool covers(CarerTopic topic) const;
};

struct Request {
    LetterKind kind = LetterKind::challenge;
    Variant variant = Variant::standard;
    ServiceId service;         ///< whom it goes to; empty for the person, a carer or a partner agency
    std::optional<Need> need;  ///< which need it is about, where it is about one
    EventId event;             ///< the reply it answers; may be empty
    CarerAgreement carer;
    friend bool operator==(const Request&, const Request&) = default;
};

/// ErrorCode::refused when there is nothing to write about or it may not be written ("died", "no_referral", ...);
/// ErrorCode::invalid with `where` the part of the request that does not fit.
Result<Document> compose(const Facts& facts, const Request& request);

/// One or two sentences for the person: who holds what, what was said, what happens next.
std::string statusLine(const Facts& facts);

}  // namespace holdfast::letters
