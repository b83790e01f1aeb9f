// The names of every colour, size and type style. Their values are in resources/theme/tokens.json and nowhere else.
#pragma once

#include <cstdint>

namespace holdfast::ui {

enum class Scheme : std::uint8_t { light, dark };

/// What a worker chose: as the computer has it, or always one of the two.
enum class Appearance : std::uint8_t { system, light, dark };

enum class Color : std::uint8_t {
    canvas,
    surface,
    sunken,
    hover,
    line,
    lineStrong,
    ink,
    ink2,
    ink3,
    rail,
    railInk,
    railInkOn,
    railOn,
    railMark,
    mh,
    mhFill,
    mhTint,
    mhLine,
    da,
    daFill,
    daTint,
    daLine,
    joint,
    jointFill,
    jointTint,
    jointLine,
    ok,
    okTint,
    okLine,
    wait,
    waitTint,
    waitLine,
    bounce,
    bounceFill,
    bounceTint,
    bounceLine,
    late,
    lateFill,
    lateTint,
    lateLine,
    focus,
    onFill,
    scrim,
    markMh,
    markDa,
    markJoint,
    railHover,
    onMark,
};
inline constexpr int colorCount = static_cast<int>(Color::onMark) + 1;

/// What a colour stands for. Blue is MH, ochre is D&A, pine is joint; colour is never alone.
enum class Role : std::uint8_t { neutral, mh, da, joint, ok, wait, bounce, late };

enum class Type : std::uint8_t { display, kpi, h1, h1s, h2, h3, body, dense, small, badge };
inline constexpr int typeCount = static_cast<int>(Type::badge) + 1;

enum class Size : std::uint8_t {
    pagePadding,
    cardPadding,
    gap,
    groupGap,
    rowToday,
    rowTable,
    rowItem,
    button,
    buttonSmall,
    buttonDialog,
    input,
    target,
    rail,
    railNarrow,
    railItem,
    topBar,
    statusBar,
    radiusTag,
    radiusControl,
    radiusGroup,
    radiusCard,
    radiusDialog,
    laneHead,
    laneOverlap,
    claspGap,
    tag,
    tagSmall,
    chip,
    minWindowWidth,
    minWindowHeight,
};
inline constexpr int sizeCount = static_cast<int>(Size::minWindowHeight) + 1;

/// Which of the two needs. Mental health comes first only because something must.
enum class Lane : std::uint8_t { mentalHealth, substanceUse };

constexpr Role roleOf(Lane lane)
{
    return lane == Lane::mentalHealth ? Role::mh : Role::da;
}

}  // namespace holdfast::ui
