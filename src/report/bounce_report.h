// The bounce report as figures: rows in, figures out; no drawing, no store.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/need.h"
#include "report/fact.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::report {

enum class GroupBy : std::uint8_t { service, reason, month };

// clang-format off
}  // namespace holdfast::report
namespace holdfast {
template <> struct Names<report::GroupBy> { static constexpr std::array<std::string_view, 3> list{"service", "reason", "month"}; };
}  // namespace holdfast
namespace holdfast::report {
// clang-format on

struct BounceQuery {
    Date from;  ///< London days, both included
    Date to;
    GroupBy by = GroupBy::service;
    std::optional<ServiceId> service;
    std::optional<Need> need;
    friend bool operator==(const BounceQuery&, const BounceQuery&) = default;
};

/// One bounce as the store's report table holds it.
struct BounceRow {
    std::string service;  ///< directory id, or the source of an attempt
    std::string serviceName;
    Need need = Need::mentalHealth;
    ReasonCode code;
    BounceClass cls = BounceClass::soft;
    Date on;  ///< London day
    PersonId person;
    std::string pointsTo;  ///< directory id or empty
    int daysLost = 0;
    bool challenged = false;
    bool overturned = false;
    bool substanceUseCited = false;  ///< the policy marks the reason so
    bool mentalHealthCited = false;
    bool upheld = false;
    Circumstances where{};
    std::string quadrant{};
    bool attempt = false;
    bool tennis = false;
    friend bool operator==(const BounceRow&, const BounceRow&) = default;
};

/// One line of the grouped table.
struct BounceGroup {
    std::string key;    ///< service id, reason code, or "2026-03"
    std::string label;  ///< service name; for a reason its code, until somebody who knows the policy names it
    int bounces = 0;
    int never = 0;
    int handover = 0;
    int soft = 0;
    int people = 0;
    std::optional<double> daysLostMedian;
    int challenged = 0;
    int overturned = 0;
    int legs = 0;                    ///< referrals sent to that service in the period (service groups only)
    int wentWell = 0;                ///< what it did well in the period (service groups only)
    int heldBoth = 0;                ///< of those, with both needs held together
    std::string commonReason;        ///< code; empty when there is none
    Need need = Need::mentalHealth;  ///< what most of its bounces are about; mental health when equal
    friend bool operator==(const BounceGroup&, const BounceGroup&) = default;
};

struct FlowCell {
    std::string from;  ///< service id
    std::string to;    ///< service id or empty: nobody named
    int count = 0;
    friend bool operator==(const FlowCell&, const FlowCell&) = default;
};

/// By how severe both needs were, in the policy's words; empty where nobody had assessed the person yet.
struct QuadrantCount {
    std::string quadrant;
    int bounces = 0;
    friend bool operator==(const QuadrantCount&, const QuadrantCount&) = default;
};

struct BounceReport {
    BounceQuery query;
    Instant dataAsOf;
    std::string policyId;
    std::string policyVersion;
    int bounces = 0;
    int never = 0;
    int handover = 0;
    int soft = 0;
    int people = 0;
    int peopleTwiceOrMore = 0;
    std::optional<double> daysLostMedian;
    int daysLost = 0;
    int challenged = 0;
    int overturned = 0;
    int heldNow = 0;  ///< people with an open need now
    int joinedNow = 0;
    int openWithoutHolder = 0;  ///< always 0: HELD
    int legsSent = 0;           ///< referrals sent in the period
    int wentWell = 0;           ///< good experiences recorded in the period
    int heldBoth = 0;           ///< of those, with both needs held together
    int substanceUseCited = 0;  ///< QS188 statement 2, mental health side: refusals of that need for substance use
    int mentalHealthCited = 0;  ///< QS188 statement 2, substance use side: refusals of that need for mental health
    std::vector<BounceGroup> groups;     ///< by the query's `by`
    std::vector<BounceGroup> byService;  ///< always there, for the screen
    std::vector<BounceGroup> byReason;
    std::vector<BounceGroup> byMonth;  ///< the twelve months up to `to`
    std::vector<FlowCell> flow;
    std::vector<QuadrantCount> byQuadrant;  ///< by their names
};

/// First of the twelve months that the trend shows: the store is asked for rows from there on.
Date trendStart(const BounceQuery& query);

/// People as small numbers, so that counting them needs no look-up by text.
using PersonNumber = std::uint32_t;

/// Reads each row once and keeps none. Only rows of the query's service and need count, in its period, and in the twelve
/// months up to `to` for the trend. Groups by service and reason are ordered by bounces, most first; months by date, with
/// the empty ones.
class BounceCounter {
public:
    explicit BounceCounter(const BounceQuery& query);
    ~BounceCounter();
    BounceCounter(BounceCounter&&) noexcept;
    BounceCounter& operator=(BounceCounter&&) noexcept;
    BounceCounter(const BounceCounter&) = delete;
    BounceCounter& operator=(const BounceCounter&) = delete;

    /// For the period and the trend; the number tells people apart. A key puts the row into another table as well.
    void add(const BounceRow& row, PersonNumber person, std::optional<std::string_view> otherKey = {});
    /// For the period, or for the trend, alone.
    void addToPeriod(const BounceRow& row, PersonNumber person);
    void addToTrend(const BounceRow& row, PersonNumber person);

    BounceReport finish();
    /// The table by the keys that were given, as the others are ordered; empty labels.
    std::vector<BounceGroup> otherGroups();

private:
    struct Counts;
    std::unique_ptr<Counts> m_counts;
};

/// The same from rows that are there already. `rows` and `monthRows` may hold more than is asked for (the same rows may be
/// both).
BounceReport bounceReport(const BounceQuery& query, const std::vector<BounceRow>& rows,
                          const std::vector<BounceRow>& monthRows);

/// Legs sent to one service in the period.
struct LegsSent {
    std::string service;
    std::string serviceName;
    int count = 0;
    friend bool operator==(const LegsSent&, const LegsSent&) = default;
};

/// Adds what was sent to the groups by service: services that bounced nobody get a line too.
void addLegsSent(BounceReport& report, const std::vector<LegsSent>& sent);

/// What one service did well in the period.
struct WentWell {
    std::string service;
    std::string serviceName;
    int count = 0;
    int heldBoth = 0;
    friend bool operator==(const WentWell&, const WentWell&) = default;
};

/// The same for what went well.
void addWentWell(BounceReport& report, const std::vector<WentWell>& good);

}  // namespace holdfast::report
