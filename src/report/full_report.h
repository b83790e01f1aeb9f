// Everything that one bounce report says, before it becomes tables on a page or in a file.
#pragma once

#include "report/control_chart.h"
#include "report/disclosure.h"
#include "report/measure_report.h"

#include <map>
#include <string>

namespace holdfast::report {

/// Where the figures come from: enough to make the same ones again.
struct Provenance {
    std::string store;        ///< its id
    std::int64_t events = 0;  ///< recorded when the report was made: all of these are in it, and nothing after
    std::string policy;       ///< "england 2026.1"
    std::string program;      ///< version
    bool practice = false;    ///< made-up people only
    Instant at;
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// How the national data would have a reason.
struct NationalCode {
    ReasonCode code;
    std::string label;
    std::string rejection;   ///< MHSDS referral rejection: "02"; empty: no such code
    std::string closure;     ///< MHSDS referral closure: "05"; empty: none
    Side side = Side::both;  ///< whose reason it is, by the policy
};

struct FullReport {
    BounceReport bounces;  ///< `groups` by the dimension of `measures`
    MeasureReport measures;
    std::optional<MeasureReport> before;        ///< the period before, when it was asked for
    ControlChart chart;                         ///< of bounces.byMonth
    std::vector<NationalCode> national;         ///< of the reasons that were given
    std::map<std::string, std::string> sentTo;  ///< names of the services that people were sent to
    Provenance from;
};

}  // namespace holdfast::report
