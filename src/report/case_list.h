// The cases behind a figure of a report. The measure itself is asked of each row, so a list can never say something else
// than the figure it was opened from.
#pragma once

#include "report/measure.h"

#include <functional>
#include <map>

namespace holdfast::report {

/// Not a measure: every referral of the period, as the tables count what was sent to a service.
inline constexpr std::string_view everyReferral = "referrals.sent";

/// Which cases: those that a measure counts, of one line of a table maybe.
struct CaseAsked {
    MeasureQuery query;
    std::string measure;  ///< of measures(), or everyReferral
    bool whole = false;   ///< all that it is a share of, instead of those that are counted
    std::optional<std::pair<Dimension, std::string>> only{};  ///< with this key of that dimension
    std::string skill{};                  ///< of trainingNeeds(): bounces for a reason that points to it; empty: all
    std::optional<std::string> sentTo{};  ///< refusals that named this service; empty: that named none
    friend bool operator==(const CaseAsked&, const CaseAsked&) = default;
};

/// What one row of the store says; who it is of and when come first.
struct ReportCase {
    PersonId person;
    Date on;
    NeedScope need = NeedScope::both;
    std::string service;              ///< directory id, the door of an attempt, or empty
    ReasonCode reason{};              ///< of a bounce
    std::optional<FactKind> fact{};   ///< with neither it is a referral
    Outcome outcome = Outcome::none;  ///< of a fact
    bool yes = false;                 ///< of a fact
    std::optional<Date> until{};
    int daysLost = 0;  ///< of a bounce
    int pence = 0;     ///< of a cost
    bool challenged = false;
    bool overturned = false;
    friend bool operator==(const ReportCase&, const ReportCase&) = default;
};

struct CaseList {
    std::vector<ReportCase> cases;  ///< newest first
    int people = 0;
    int counted = 0;  ///< what the figure says: people of a measure that counts people, else cases
};

/// True when no row of the store says of whom it is: then there is a figure and no list.
bool isOfNobodyKnown(const Measure& measure);

/// Rows in, those of the figure out. Keeps what it finds, so it is for what somebody wants to read.
class CaseFinder {
public:
    using Recorders = std::function<Recorder(const WorkerId&)>;

    /// The measure is one that there is.
    CaseFinder(CaseAsked asked, Date asAt, Recorders recorders);

    void add(const BounceRow& row);
    void add(const ReferralRow& row);
    void add(const FactRow& row);
    void addCarerSpokenTo(const PersonId& person);

    CaseList finish();

private:
    template <class Row>
    void find(const Row& row, const PersonId& person, Date on, const Circumstances& where, ReportCase found);
    bool counts(const Figure& figure) const;
    Tally& tallyOf(const PersonId& person);

    CaseAsked m_asked;
    Date m_asAt;
    Recorders m_ask;
    const Measure* m_measure;  ///< nothing: every referral
    bool m_ofPeople;
    std::vector<ReportCase> m_found;
    std::map<PersonId, Tally> m_people;  ///< only when the measure counts people
};

}  // namespace holdfast::report
