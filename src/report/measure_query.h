// What a report of measures is asked for, and which rows that takes in.
#pragma once

#include "report/bounce_report.h"
#include "report/fact.h"

#include <array>
#include <string_view>

namespace holdfast::report {

/// What the figures are told apart by.
enum class Dimension : std::uint8_t { service, reason, month, cls, need, door, quadrant, ageBand, area, team };

enum class AgeBand : std::uint8_t { under18, from18, from25, from35, from45, from55, from65, notRecorded };
AgeBand ageBandOf(std::optional<int> age);

}  // namespace holdfast::report
// clang-format off
template <> struct holdfast::Names<holdfast::report::Dimension> { static constexpr std::array<std::string_view, 10> list{
    "service", "reason", "month", "class", "need", "door", "quadrant", "age_band", "area", "team"}; };
template <> struct holdfast::Names<holdfast::report::AgeBand> { static constexpr std::array<std::string_view, 8> list{
    "under_18", "18_24", "25_34", "35_44", "45_54", "55_64", "65_and_over", "not_recorded"}; };
// clang-format on
namespace holdfast::report {

struct MeasureQuery {
    Date from;  ///< London days, both included
    Date to;
    Dimension by = Dimension::service;
    std::optional<ServiceId> service{};
    std::optional<Need> need{};
    std::string team{};  ///< of who wrote it down: the team's name, or the id of its service; empty: all
    std::string area{};  ///< "SG" or "SG1"; empty: all
    std::optional<AgeBand> ageBand{};
    friend bool operator==(const MeasureQuery&, const MeasureQuery&) = default;
};

/// The stretch of the same length right before: whole months before whole months, else as many days.
MeasureQuery before(const MeasureQuery& query);

struct FactRow {
    PersonId person;
    Fact fact;
};

/// The team, and the service, of who wrote something down; empty when nobody did.
struct Recorder {
    std::string team;
    std::string service;
};

/// Whether a row is of what was asked for, apart from its day.
class Choice {
public:
    explicit Choice(const MeasureQuery& query) : m_query{query} {}

    bool takes(const BounceRow& row, const Recorder& by) const;
    bool takes(const ReferralRow& row, const Recorder& by) const;
    bool takes(const FactRow& row, const Recorder& by) const;

private:
    bool fits(const Circumstances& where, const Recorder& by) const;

    const MeasureQuery& m_query;
};

/// What rows are told apart by, read without making a text for each of them: a key is good until the next one is read.
class KeyReader {
public:
    explicit KeyReader(Dimension by) : m_by{by} {}

    /// Nothing when the row has none of that kind: a referral has no reason.
    std::optional<std::string_view> of(const BounceRow& row, const Recorder& recorder);
    std::optional<std::string_view> of(const ReferralRow& row, const Recorder& recorder);
    std::optional<std::string_view> of(const FactRow& row, const Recorder& recorder);

private:
    std::optional<std::string_view> common(const std::string& service, Date on, const Circumstances& where,
                                           const Recorder& recorder);

    Dimension m_by;
    std::array<char, 7> m_month{};
};

/// The same as a text to keep.
template <class Row>
std::optional<std::string> keyOf(Dimension by, const Row& row, const Recorder& recorder)
{
    KeyReader reader{by};
    const auto key = reader.of(row, recorder);
    return key ? std::optional{std::string{*key}} : std::nullopt;
}

}  // namespace holdfast::report
