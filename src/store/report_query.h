// The rows that the reports count: bounces, and waits. Reads the caches made for it, never an event's JSON.
#pragma once

#include "report/bounce_report.h"
#include "report/survival.h"

#include <functional>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct BounceFilter {
    Date from;  ///< London days, both included
    Date to;
    std::optional<ServiceId> service;
    std::optional<Need> need;
};

/// One bounce with its days lost at `now`; serviceName is of the directory, or the source of an attempt again.
using BounceFigure = report::BounceRow;

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

    /// How long people waited, or have waited by `today`, for one service: of the waits that began on `since` or later.
    /// By length, shortest first.
    std::vector<report::Followed> waits(const ServiceId& service, Date since, Date today) const;

    HeldNow heldNow() const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
