// The measures of the bounce report: what each one counts, of what, where it comes from and how sure that is. One table;
// screens, exports and the command line read it.
#pragma once

#include "domain/policy.h"
#include "report/measure_tally.h"

#include <span>
#include <string_view>

namespace holdfast::report {

enum class Unit : std::uint8_t { count, share, days, pounds };

/// One measure's figure. A count has only `part`; a share has a whole, which may be 0: then there is no share; days and
/// pounds have the median with its quartiles over `part` of them.
struct Figure {
    int part = 0;
    std::optional<int> whole{};
    std::optional<double> median{};
    std::optional<double> lower{};
    std::optional<double> upper{};

    std::optional<double> share() const
    {
        return whole && *whole > 0 ? std::optional{static_cast<double>(part) / *whole} : std::nullopt;
    }
    friend bool operator==(const Figure&, const Figure&) = default;
};

enum class Chapter : std::uint8_t { headline, bounces, waits, challenges, silence, fit, effort, training, wentWell };

struct Measure {
    std::string_view id;
    Chapter chapter;
    Unit unit;
    std::string_view title;
    std::string_view definition;
    std::string_view part;   ///< the numerator, or what is counted, or whose days
    std::string_view whole;  ///< the denominator; empty unless it is a share
    std::string_view source;
    Certainty certainty;  ///< of the source, as domain.md has it; ours is inference
    Figure (*read)(const Tally&);
};

std::span<const Measure> measures();
/// Nothing when there is none of that id.
const Measure* measure(std::string_view id);

/// Every measure's figure, in the order of measures().
std::vector<Figure> figuresOf(const Tally& tally);

/// The median of whole numbers and its quartiles: of an even number of them the middle between two. Quartiles are the
/// medians of the lower and the upper half, without the middle one of an odd number.
Figure daysFigure(std::vector<int> values);

/// The same of amounts in pence, told in pounds.
Figure poundsFigure(std::vector<int> pence);

}  // namespace holdfast::report

// clang-format off
template <> struct holdfast::Names<holdfast::report::Unit> { static constexpr std::array<std::string_view, 4> list{"count", "share", "days", "pounds"}; };
template <> struct holdfast::Names<holdfast::report::Chapter> { static constexpr std::array<std::string_view, 9> list{
    "headline", "bounces", "waits", "challenges", "silence", "fit", "effort", "training", "went_well"}; };
// clang-format on
