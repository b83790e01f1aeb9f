#include "report/disclosure.h"

#include <algorithm>
#include <cmath>

namespace holdfast::report {
namespace {

std::int64_t rounded(std::int64_t count, std::int64_t to)
{
    return to <= 1 ? count : (count + to / 2) / to * to;
}

bool raise(std::int64_t& low, std::int64_t to)
{
    if (to <= low)
        return false;
    low = to;
    return true;
}

bool lower(std::optional<std::int64_t>& high, std::optional<std::int64_t> to)
{
    if (!to || (high && *high <= *to))
        return false;
    high = to;
    return true;
}

}  // namespace

Disclosure::Cell Disclosure::add(int count, May may)
{
    m_cells.push_back({count, may, false});
    return m_cells.size() - 1;
}

void Disclosure::sum(Cell total, std::vector<Cell> parts)
{
    m_sums.push_back({total, std::move(parts)});
}

void Disclosure::protect()
{
    for (Held& cell : m_cells)
        cell.hidden = cell.may == May::neverBeShown || isSmall(cell.count);
    if (!m_rule.hides())
        return;
    while (m_rule.secondary) {
        hidePartsOfSmallTotals();
        const auto open = exposed(known());
        if (!open || !shield(*open))
            return;
    }
}

/// What a small total is made of is smaller still: all of it is hidden, noughts too, or their pattern would tell.
void Disclosure::hidePartsOfSmallTotals()
{
    for (bool moved = true; moved;) {
        moved = false;
        for (const Sum& sum : m_sums) {
            const Held& total = m_cells[sum.total];
            if (!isSmall(total.count) && !total.blurred)
                continue;
            for (const Cell part : sum.parts) {
                moved = moved || !m_cells[part].blurred;
                m_cells[part].hidden = m_cells[part].blurred = true;
            }
        }
    }
}

std::optional<int> Disclosure::shown(Cell cell) const
{
    const Held& held = m_cells[cell];
    if (held.hidden)
        return std::nullopt;
    return static_cast<int>(rounded(held.count, m_rule.rounding));
}

Range Disclosure::alone(Cell cell) const
{
    const Held& held = m_cells[cell];
    if (held.may == May::neverBeShown)
        return {0, std::nullopt};
    if (held.hidden)
        return held.blurred          ? Range{0, m_rule.threshold - 1}
               : isSmall(held.count) ? Range{1, m_rule.threshold - 1}
                                     : Range{m_rule.threshold, std::nullopt};
    if (held.count == 0)
        return {0, 0};
    const std::int64_t value = rounded(held.count, m_rule.rounding);
    const std::int64_t below = m_rule.rounding / 2;
    const std::int64_t above = m_rule.rounding > 1 ? (m_rule.rounding - 1) / 2 : 0;
    return {std::max<std::int64_t>(value - below, m_rule.hides() ? m_rule.threshold : 1), value + above};
}

/// One step for one sum; true when a bound moved.
bool Disclosure::narrow(std::vector<Range>& ranges, const Sum& sum) const
{
    std::int64_t low = 0;
    std::int64_t high = 0;
    int unbounded = 0;
    for (const Cell part : sum.parts) {
        low += ranges[part].low;
        high += ranges[part].high.value_or(0);
        unbounded += ranges[part].high ? 0 : 1;
    }
    Range& total = ranges[sum.total];
    bool moved = raise(total.low, low);
    if (unbounded == 0)
        moved = lower(total.high, high) || moved;
    for (const Cell part : sum.parts) {
        Range& range = ranges[part];
        const std::int64_t othersLow = low - range.low;
        const std::int64_t othersHigh = high - range.high.value_or(0);
        if (unbounded - (range.high ? 0 : 1) == 0)
            moved = raise(range.low, total.low - othersHigh) || moved;
        if (total.high)
            moved = lower(range.high, *total.high - othersLow) || moved;
        // The sums stand for the bounds as they were: the next round takes the new ones.
        if (moved)
            return true;
    }
    return moved;
}

std::vector<Range> Disclosure::known() const
{
    std::vector<Range> ranges;
    ranges.reserve(m_cells.size());
    for (Cell cell = 0; cell < m_cells.size(); ++cell)
        ranges.push_back(alone(cell));
    for (bool moved = true; moved;) {
        moved = false;
        for (const Sum& sum : m_sums)
            while (narrow(ranges, sum))
                moved = true;
    }
    return ranges;
}

std::optional<Disclosure::Cell> Disclosure::exposed(const std::vector<Range>& ranges) const
{
    for (Cell cell = 0; cell < m_cells.size(); ++cell) {
        const Range& range = ranges[cell];
        if (!small(cell) || !range.high)
            continue;
        // With a low threshold a small count never had so many values: nothing that is hidden could give it more.
        const Range own = alone(cell);
        if (*range.high - range.low + 1 < std::min<std::int64_t>(feasible, *own.high - own.low + 1))
            return cell;
    }
    return std::nullopt;
}

bool Disclosure::holds(const Sum& sum, Cell cell) const
{
    return sum.total == cell || std::ranges::find(sum.parts, cell) != sum.parts.end();
}

std::optional<Disclosure::Cell> Disclosure::smallestShown(const std::vector<bool>& among, bool anyOfThem) const
{
    std::optional<Cell> best;
    for (Cell cell = 0; cell < m_cells.size(); ++cell) {
        const Held& held = m_cells[cell];
        if (among[cell] && !held.hidden && held.count > 0 && (anyOfThem || held.may == May::beHidden) &&
            (!best || held.count < m_cells[*best].count))
            best = cell;
    }
    return best;
}

/// Hides something for its sake: the smallest that adds up with it, else the noughts beside it, else what is further off.
/// False when everything that says anything about it is hidden already.
bool Disclosure::shield(Cell exposed)
{
    std::vector<bool> direct(m_cells.size());
    for (const Sum& sum : m_sums) {
        if (!holds(sum, exposed))
            continue;
        direct[sum.total] = true;
        for (const Cell part : sum.parts)
            direct[part] = true;
    }
    if (const auto other = smallestShown(direct, false)) {
        m_cells[*other].hidden = true;
        return true;
    }
    return hideNoughtsBeside(exposed) || hideFurtherOff(exposed);
}

bool Disclosure::hideNoughtsBeside(Cell exposed)
{
    bool any = false;
    for (const Sum& sum : m_sums) {
        const auto isOpenNought = [&](Cell part) { return m_cells[part].count == 0 && !m_cells[part].hidden; };
        if (std::ranges::find(sum.parts, exposed) == sum.parts.end() || std::ranges::none_of(sum.parts, isOpenNought))
            continue;
        any = true;
        for (const Cell part : sum.parts)
            if (m_cells[part].count < m_rule.threshold)
                m_cells[part].hidden = m_cells[part].blurred = true;
    }
    return any;
}

bool Disclosure::hideFurtherOff(Cell exposed)
{
    std::vector<bool> near(m_cells.size());
    near[exposed] = true;
    for (bool anyOfThem = false;; anyOfThem = true) {
        for (std::size_t reach = 0; reach <= m_sums.size(); ++reach) {
            const std::vector<bool> before = near;
            for (const Sum& sum : m_sums) {
                if (!before[sum.total] && std::ranges::none_of(sum.parts, [&](Cell part) { return before[part]; }))
                    continue;
                near[sum.total] = true;
                for (const Cell part : sum.parts)
                    near[part] = true;
            }
            if (const auto other = smallestShown(near, anyOfThem)) {
                m_cells[*other].hidden = true;
                return true;
            }
            if (near == before)
                break;
        }
        if (anyOfThem)
            return false;
    }
}

std::optional<int> shownPercent(std::optional<int> part, std::optional<int> whole)
{
    if (!part || !whole || *whole <= 0)
        return std::nullopt;
    return static_cast<int>(std::lround(100.0 * *part / *whole));
}

}  // namespace holdfast::report
