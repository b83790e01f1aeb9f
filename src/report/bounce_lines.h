// What the counter of bounces keeps while it counts. Only for bounce_report.cpp.
#pragma once

#include "report/bounce_report.h"

#include <functional>
#include <unordered_map>

namespace holdfast::report {

/// Ids as small numbers, so that counting them in each group needs no look-up by text.
template <class AnyId>
class Numbers {
public:
    void expect(std::size_t count) { m_numbers.reserve(count); }
    std::uint32_t of(const AnyId& id)
    {
        return m_numbers.try_emplace(id, static_cast<std::uint32_t>(m_numbers.size())).first->second;
    }
    /// The ids by their numbers.
    std::vector<AnyId> all() const
    {
        std::vector<AnyId> ids(m_numbers.size());
        for (const auto& [id, number] : m_numbers)
            ids[number] = id;
        return ids;
    }

private:
    std::unordered_map<AnyId, std::uint32_t> m_numbers;
};

/// Gathers the rows of one line of a table, or of the whole report.
struct LineTally {
    int bounces = 0;
    int never = 0;
    int handover = 0;
    int soft = 0;
    int challenged = 0;
    int overturned = 0;
    int aboutSubstanceUse = 0;
    std::vector<int> daysLost;
    std::vector<PersonNumber> people;
    std::vector<int> reasons;  ///< by number

    void add(const BounceRow& row, PersonNumber person, std::uint32_t reason)
    {
        ++bounces;
        switch (row.cls) {
        case BounceClass::never: ++never; break;
        case BounceClass::handover: ++handover; break;
        case BounceClass::soft: ++soft; break;
        }
        challenged += row.challenged ? 1 : 0;
        overturned += row.overturned ? 1 : 0;
        aboutSubstanceUse += row.need == Need::substanceUse ? 1 : 0;
        daysLost.push_back(row.daysLost);
        people.push_back(person);
        if (reasons.size() <= reason)
            reasons.resize(reason + 1);
        ++reasons[reason];
    }

    /// The reason given most often, the first by code among equals; empty when there is none.
    std::string commonReason(const std::vector<ReasonCode>& codes) const
    {
        int most = 0;
        ReasonCode common;
        for (std::size_t i = 0; i < reasons.size(); ++i) {
            if (reasons[i] > most || (reasons[i] == most && most > 0 && codes[i] < common)) {
                most = reasons[i];
                common = codes[i];
            }
        }
        return common.str();
    }
};

/// Lines of a table by month, as far from the first as months have passed: a look-up without a text.
class Months {
public:
    /// Every month of the period is there, empty or not, so that a chart has no holes.
    Months(Date from, Date to) : m_first{monthOf(from)}, m_tallies(between(m_first, monthOf(to))) {}
    LineTally& at(Date day) { return m_tallies.at(static_cast<std::size_t>((monthOf(day) - m_first).count())); }

    /// In their order.
    std::vector<LineTally>& tallies() { return m_tallies; }
    /// "2026-03"
    std::string name(std::size_t place) const
    {
        return formatDate(Date{(m_first + std::chrono::months{static_cast<int>(place)}) / 1}).substr(0, 7);
    }

private:
    using year_month = std::chrono::year_month;

    static year_month monthOf(Date day)
    {
        const std::chrono::year_month_day date{day};
        return date.year() / date.month();
    }
    static std::size_t between(year_month first, year_month last)
    {
        return last < first ? 0 : static_cast<std::size_t>((last - first).count() + 1);
    }

    year_month m_first;
    std::vector<LineTally> m_tallies;
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

template <class Value>
Value& valueOf(ByText<Value>& values, std::string_view key)
{
    const auto known = values.find(key);
    return known != values.end() ? known->second : values.emplace(std::string{key}, Value{}).first->second;
}

struct Labelled {
    std::string label;
    LineTally tally;
};
using Groups = ByText<Labelled>;

}  // namespace holdfast::report
