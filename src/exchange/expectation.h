// What a scenario expects after an event, and whether it came true: a subset match against the snapshot's JSON.
#pragma once

#include "engine/snapshot.h"
#include "exchange/event_json.h"
#include "exchange/json_value.h"

#include <string>
#include <vector>

namespace holdfast::exchange {

struct Expectation {
    std::size_t after = 1;  ///< the 1-based position of the event
    std::string pointer;    ///< its own place in the file: "/expect/0"
    JsonValue expected;     ///< an object with some of the keys of a snapshot
};

struct Mismatch {
    std::string pointer;  ///< "/expect/0/legs/mental_health"
    std::string expected;
    std::string found;
    friend bool operator==(const Mismatch&, const Mismatch&) = default;
};

/// Throws a Complaint (json_input.h) about unknown keys and codes.
Expectation expectationOf(const JsonIn& in, std::size_t events, const Known& known);

/// Everything in the expectation that does not hold. A bare text for a leg means its state, for a holder its service;
/// each listed bounce, action, letter and flag must match some; a citation may be named by how it begins.
std::vector<Mismatch> mismatches(const Expectation& expectation, const engine::Snapshot& snapshot);

}  // namespace holdfast::exchange
