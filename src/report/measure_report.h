// All the measures of one period, and the same told apart by one thing. Rows in, figures out.
#pragma once

#include "report/measure.h"

#include <functional>
#include <string_view>
#include <unordered_map>

namespace holdfast::report {

struct MeasureGroup {
    std::string key;                ///< "cmht", "N02", "2026-03", "not_recorded"
    std::string label{};            ///< the key, until somebody who knows names it
    std::vector<Figure> figures{};  ///< in the order of measures()
    std::vector<int> training{};    ///< in the order of trainingNeeds()
    friend bool operator==(const MeasureGroup&, const MeasureGroup&) = default;
};

/// A wait as it may be drawn: the share still without help after so many days.
struct CurvePoint {
    int days = 0;
    int followed = 0;  ///< so many were followed at least that long
    double left = 1.0;
    friend bool operator==(const CurvePoint&, const CurvePoint&) = default;
};
/// At steps of seven days, as long as at least ten are followed.
std::vector<CurvePoint> weeklyCurve(const std::vector<Followed>& followed);

struct MeasureReport {
    MeasureQuery query;
    Date asAt;  ///< what was open then counts up to that London day
    MeasureGroup all{"total", "All"};
    std::vector<MeasureGroup> groups;  ///< by key; a group has the rows that can be told apart so
    PerNeed<std::vector<CurvePoint>> curves;
};

/// Reads each row once and keeps none. Who counts very many rows brings them person by person and says which person it
/// is, by a number of their own; nobody has to be looked up then. Only the one way or the other in one counter.
class MeasureCounter {
public:
    using Recorders = std::function<Recorder(const WorkerId&)>;

    MeasureCounter(MeasureQuery query, Date asAt, Recorders recorders);

    /// False when the row is of another period, or not of what was asked for.
    bool add(const BounceRow& row) { return count(row, row.on, row.where, {}); }
    bool add(const ReferralRow& row) { return count(row, row.on, row.where, {}); }
    bool add(const FactRow& row) { return count(row, row.fact.on, row.fact.where, {}); }
    bool add(const BounceRow& row, PersonNumber person) { return count(row, row.on, row.where, person); }
    bool add(const ReferralRow& row, PersonNumber person) { return count(row, row.on, row.where, person); }
    bool add(const FactRow& row, PersonNumber person) { return count(row, row.fact.on, row.fact.where, person); }

    /// A carer of this person was spoken with in the period; by id, to be told after the rows. And this often a story was
    /// told again: of whom is not known here, so it stays out when the report is narrowed.
    void addCarerSpokenTo(const PersonId& person);
    void addCarerSpokenTo(PersonNumber person) { m_all.addCarerSpokenTo(person); }
    void addRetold(int times);

    MeasureReport finish() const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    template <class Row>
    bool count(const Row& row, Date on, const Circumstances& where, std::optional<PersonNumber> person);
    const Recorder& recorderOf(const WorkerId& worker);
    PersonNumber numberOf(const PersonId& person);
    bool narrowed() const;

    MeasureQuery m_query;
    Date m_asAt;
    Recorders m_ask;
    KeyReader m_keys;
    std::unordered_map<WorkerId, Recorder> m_recorders;
    std::unordered_map<PersonId, PersonNumber> m_numbers;
    Tally m_all;
    std::unordered_map<std::string, Tally, TextHash, std::equal_to<>> m_groups;
};

}  // namespace holdfast::report
