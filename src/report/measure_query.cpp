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

std::string_view orNotRecorded(std::string_view text)
{
    return text.empty() ? "not_recorded" : text;
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

std::optional<std::string_view> KeyReader::common(const std::string& service, Date on, const Circumstances& where,
                                                  const Recorder& recorder)
{
    switch (m_by) {
    case Dimension::service: return service.empty() ? std::nullopt : std::optional<std::string_view>{service};
    case Dimension::month: {
        const year_month_day date{on};
        const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
        const auto month = static_cast<unsigned>(date.month());
        const auto digit = [](unsigned number) { return static_cast<char>('0' + number % 10); };
        m_month = {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-',
                   digit(month / 10),  digit(month)};
        return std::string_view{m_month.data(), m_month.size()};
    }
    case Dimension::ageBand: return nameOf(ageBandOf(where.age));
    case Dimension::area: return orNotRecorded(where.area);
    case Dimension::team: return orNotRecorded(recorder.team.empty() ? recorder.service : recorder.team);
    case Dimension::reason:
    case Dimension::cls:
    case Dimension::need:
    case Dimension::door:
    case Dimension::quadrant: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string_view> KeyReader::of(const BounceRow& row, const Recorder& recorder)
{
    switch (m_by) {
    case Dimension::reason: return row.code.text();
    case Dimension::cls: return nameOf(row.cls);
    case Dimension::need: return nameOf(row.need);
    case Dimension::door: return row.attempt ? std::string_view{row.service} : "referral";
    case Dimension::quadrant: return orNotRecorded(row.quadrant);
    case Dimension::service:
    case Dimension::month:
    case Dimension::ageBand:
    case Dimension::area:
    case Dimension::team: return common(row.service, row.on, row.where, recorder);
    }
    return std::nullopt;
}

std::optional<std::string_view> KeyReader::of(const ReferralRow& row, const Recorder& recorder)
{
    if (m_by == Dimension::need)
        return nameOf(row.need);
    return common(row.service, row.on, row.where, recorder);
}

std::optional<std::string_view> KeyReader::of(const FactRow& row, const Recorder& recorder)
{
    if (m_by == Dimension::need)
        return row.fact.need == NeedScope::both ? std::nullopt : std::optional{nameOf(row.fact.need)};
    return common(row.fact.service, row.fact.on, row.fact.where, recorder);
}

}  // namespace holdfast::report
