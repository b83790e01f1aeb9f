#include "report/measure_query.h"

#include <algorithm>

namespace holdfast::report {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

bool isLastOfMonth(Date day)
{
    const year_month_day date{day};
    return day == Date{year_month_day_last{date.year(), std::chrono::month_day_last{date.month()}}};
}

std::string monthOf(Date day)
{
    return formatDate(day).substr(0, 7);
}

std::string orNotRecorded(const std::string& text)
{
    return text.empty() ? "not_recorded" : text;
}

std::string teamOf(const Recorder& recorder)
{
    return orNotRecorded(recorder.team.empty() ? recorder.service : recorder.team);
}

/// What every row can be told apart by.
std::optional<std::string> commonKey(Dimension by, const std::string& service, Date on, const Circumstances& where,
                                     const Recorder& recorder)
{
    switch (by) {
    case Dimension::service: return service.empty() ? std::nullopt : std::optional{service};
    case Dimension::month: return monthOf(on);
    case Dimension::ageBand: return std::string{nameOf(ageBandOf(where.age))};
    case Dimension::area: return orNotRecorded(where.area);
    case Dimension::team: return teamOf(recorder);
    case Dimension::reason:
    case Dimension::cls:
    case Dimension::need:
    case Dimension::door:
    case Dimension::quadrant: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

AgeBand ageBandOf(std::optional<int> age)
{
    if (!age)
        return AgeBand::notRecorded;
    if (*age < 18)
        return AgeBand::under18;
    if (*age < 25)
        return AgeBand::from18;
    return static_cast<AgeBand>(static_cast<int>(AgeBand::from25) + std::min((*age - 25) / 10, 4));
}

MeasureQuery before(const MeasureQuery& query)
{
    MeasureQuery earlier = query;
    earlier.to = query.from - days{1};
    const year_month_day first{query.from};
    if (first.day() == std::chrono::day{1} && isLastOfMonth(query.to)) {
        const year_month_day last{query.to};
        const months length = (last.year() / last.month()) - (first.year() / first.month()) + months{1};
        earlier.from = Date{(first.year() / first.month() - length) / 1};
    } else {
        earlier.from = query.from - (query.to - query.from + days{1});
    }
    return earlier;
}

bool Choice::fits(const Circumstances& where, const Recorder& by) const
{
    if (m_query.ageBand && ageBandOf(where.age) != *m_query.ageBand)
        return false;
    if (!m_query.team.empty() && by.team != m_query.team && by.service != m_query.team)
        return false;
    if (m_query.area.empty() || where.area == m_query.area)
        return true;
    // "SG" takes in SG1 and SG14, "S" does not.
    return where.area.size() > m_query.area.size() && where.area.starts_with(m_query.area) &&
           std::ranges::none_of(m_query.area, [](char c) { return c >= '0' && c <= '9'; }) &&
           where.area[m_query.area.size()] <= '9';
}

bool Choice::takes(const BounceRow& row, const Recorder& by) const
{
    return (!m_query.need || row.need == *m_query.need) &&
           (!m_query.service || row.service == m_query.service->text()) && fits(row.where, by);
}

bool Choice::takes(const ReferralRow& row, const Recorder& by) const
{
    return (!m_query.need || row.need == *m_query.need) &&
           (!m_query.service || row.service == m_query.service->text()) && fits(row.where, by);
}

/// What is of no service is the person's own, and stays out when one service is asked about.
bool Choice::takes(const FactRow& row, const Recorder& by) const
{
    return (!m_query.need || covers(row.fact.need, *m_query.need)) &&
           (!m_query.service || row.fact.service == m_query.service->text()) && fits(row.fact.where, by);
}

std::optional<std::string> keyOf(Dimension by, const BounceRow& row, const Recorder& recorder)
{
    switch (by) {
    case Dimension::reason: return row.code.str();
    case Dimension::cls: return std::string{nameOf(row.cls)};
    case Dimension::need: return std::string{nameOf(row.need)};
    case Dimension::door: return row.attempt ? row.service : "referral";
    case Dimension::quadrant: return orNotRecorded(row.quadrant);
    case Dimension::service:
    case Dimension::month:
    case Dimension::ageBand:
    case Dimension::area:
    case Dimension::team: return commonKey(by, row.service, row.on, row.where, recorder);
    }
    return std::nullopt;
}

std::optional<std::string> keyOf(Dimension by, const ReferralRow& row, const Recorder& recorder)
{
    if (by == Dimension::need)
        return std::string{nameOf(row.need)};
    return commonKey(by, row.service, row.on, row.where, recorder);
}

std::optional<std::string> keyOf(Dimension by, const FactRow& row, const Recorder& recorder)
{
    if (by == Dimension::need)
        return row.fact.need == NeedScope::both ? std::nullopt : std::optional{std::string{nameOf(row.fact.need)}};
    return commonKey(by, row.fact.service, row.fact.on, row.fact.where, recorder);
}

}  // namespace holdfast::report
