// Small numbers kept from being worked out: which counts of a report may be shown, and how.
//
// A count below the threshold could point at a person, so it is hidden; what is shown is rounded. That is not enough:
// twelve and twelve and a hidden count that add up to about thirty leave only one value for the hidden one. So counts
// that add up are told to this class, it reckons what a reader could work out, and hides more until every small count
// could be at least `feasible` different numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast::report {

struct DisclosureRule {
    int threshold = 5;  ///< counts from 1 up to here, without it, are hidden; 0 hides nothing
    int rounding = 5;   ///< to the nearest multiple; 1 rounds nothing
    bool secondary = true;
    bool hides() const { return threshold > 1; }
    bool changes() const { return hides() || rounding > 1; }
    friend bool operator==(const DisclosureRule&, const DisclosureRule&) = default;
};

/// Every figure exactly as it is: for use inside the services, and said so on every page.
inline constexpr DisclosureRule exactFigures{0, 1, false};

/// So many values a small count must be able to have, by everything that is shown.
inline constexpr int feasible = 3;

/// What a reader can know of one count; nothing above when it has no bound.
struct Range {
    std::int64_t low = 0;
    std::optional<std::int64_t> high;
    friend bool operator==(const Range&, const Range&) = default;
};

/// Counts and what adds up to what. Every count belongs to at most one total, and totals may have totals: then what a
/// reader can work out is exactly what follows bound by bound, and nothing can hide between the tables.
class Disclosure {
public:
    using Cell = std::size_t;
    enum class May : std::uint8_t {
        beHidden,      ///< to protect another count
        onlyIfSmall,   ///< its own number alone decides: other reports show it too
        neverBeShown,  ///< what is left of a total beside a part of it
    };

    explicit Disclosure(DisclosureRule rule) : m_rule{rule} {}

    Cell add(int count, May may = May::beHidden);
    /// The parts add up to the total. A total may be told in several ways: by service, by month.
    void sum(Cell total, std::vector<Cell> parts);

    /// Decides; to be called once, when everything was told.
    void protect();

    /// Rounded, or nothing when it is hidden. What is 0 is shown as 0.
    std::optional<int> shown(Cell cell) const;
    bool hidden(Cell cell) const { return m_cells[cell].hidden; }
    bool small(Cell cell) const { return m_cells[cell].may != May::neverBeShown && isSmall(m_cells[cell].count); }
    std::size_t size() const { return m_cells.size(); }
    int count(Cell cell) const { return m_cells[cell].count; }

    struct Sum {
        Cell total = 0;
        std::vector<Cell> parts;
    };
    std::span<const Sum> sums() const { return m_sums; }

    /// What can be known of a count from what is shown of it alone, without any other. The reader is given more than
    /// any has: to know which counts are hidden for being small, and which for the sake of others.
    Range alone(Cell cell) const;
    /// What that reader can know of each from everything that is shown.
    std::vector<Range> known() const;

private:
    struct Held {
        int count = 0;
        May may = May::beHidden;
        bool hidden = false;
        bool blurred = false;  ///< noughts beside it are hidden too, so it may be one
    };

    bool isSmall(int count) const { return count > 0 && count < m_rule.threshold; }
    bool narrow(std::vector<Range>& ranges, const Sum& sum) const;
    std::optional<Cell> exposed(const std::vector<Range>& ranges) const;
    bool holds(const Sum& sum, Cell cell) const;
    std::optional<Cell> smallestShown(const std::vector<bool>& among, bool anyOfThem) const;
    bool shield(Cell exposed);
    bool hideNoughtsBeside(Cell exposed);
    bool hideFurtherOff(Cell exposed);
    void hidePartsOfSmallTotals();

    DisclosureRule m_rule;
    std::vector<Held> m_cells;
    std::vector<Sum> m_sums;
};

/// A share of two counts as it may be shown, in whole hundredths: from what is shown of both, and hidden with either.
std::optional<int> shownPercent(std::optional<int> part, std::optional<int> whole);

}  // namespace holdfast::report
