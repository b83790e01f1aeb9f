// The rows that the bounce report counts. Reads the caches made for it, never an event's JSON.
#pragma once

#include "store/case_cache.h"

#include <functional>

namespace holdfast::store {

struct BounceFilter {
    Date from;  ///< London days, both included
    Date to;
    std::optional<ServiceId> service;
    std::optional<Need> need;
};

/// Has the fields of report::BounceRow under the same names.
struct BounceFigure {
    std::string service;
    std::string serviceName;  ///< of the directory, or the source again
    Need need = Need::mentalHealth;
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    Date on;
    PersonId person;
    std::string pointsTo;
    int daysLost = 0;  ///< at `now`
    bool challenged = false;
    bool overturned = false;
    bool substanceUseCited = false;
    bool mentalHealthCited = false;

    friend bool operator==(const BounceFigure&, const BounceFigure&) = default;
};

struct ServiceCount {
    std::string service;
    int count = 0;
    friend bool operator==(const ServiceCount&, const ServiceCount&) = default;
};

struct HeldNow {
    int held = 0;  ///< people with an open need
    int joined = 0;
    int openWithoutHolder = 0;  ///< needs; always 0
    friend bool operator==(const HeldNow&, const HeldNow&) = default;
};

class ReportQuery {
public:
    explicit ReportQuery(db::Connection& connection) : m_connection{connection} {}

    /// Visits by day, then person. The figure is reused between calls: copy what you keep.
    void bounces(const BounceFilter& filter, Instant now, const std::function<void(const BounceFigure&)>& visit) const;

    /// Legs sent in the period, by service id.
    std::vector<ServiceCount> legsSent(const BounceFilter& filter) const;

    HeldNow heldNow() const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
