// The invariants of engine.md section 4, each as a law over one step: when it applies, and whether it held.
#pragma once

#include "engine/actions.h"
#include "engine/world.h"
#include "prove/watcher.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::prove {

enum class Law : std::uint8_t {
    noDrop,
    handover,
    clasp,
    clock,
    silence,
    tennis,
    loop,
    safety,
    aftercare,
    doorOpen,
    eighteen,
    held,
    next,
    explain,
    same
};
inline constexpr std::array<std::string_view, 15> lawNames{"NO-DROP",  "HANDOVER", "CLASP",  "CLOCK",     "SILENCE",
                                                           "TENNIS",   "LOOP",     "SAFETY", "AFTERCARE", "DOOR-OPEN",
                                                           "EIGHTEEN", "HELD",     "NEXT",   "EXPLAIN",   "SAME"};
inline constexpr std::size_t lawCount = lawNames.size();

/// One step, as both pairs of eyes saw it.
struct Seen {
    const test::World& world;
    const PersonFacts& person;
    const engine::State& before;
    const Watcher& knew;  ///< the watcher before the event
    const Event& event;
    bool taken;  ///< false: the engine refused the event, and `after` is `before`
    const engine::State& after;
    const Watcher& knows;
    const engine::Outlook& outlook;
};

struct Finding {
    bool live = false;   ///< the law had something to say about this step
    std::string broken;  ///< what is wrong; empty when nothing is
};

Finding check(Law law, const Seen& seen);

// One for each law, or a few that share their tools (laws_*.cpp).
Finding noDrop(const Seen& seen);
Finding handover(const Seen& seen);
Finding clasp(const Seen& seen);
Finding clock(const Seen& seen);
Finding silence(const Seen& seen);
Finding tennis(const Seen& seen);
Finding loop(const Seen& seen);
Finding safety(const Seen& seen);
Finding aftercare(const Seen& seen);
Finding doorOpen(const Seen& seen);
Finding eighteen(const Seen& seen);
Finding held(const Seen& seen);
Finding next(const Seen& seen);
Finding explain(const Seen& seen);

/// The action of this kind that covers the need, or nothing.
const engine::Action* actionFor(const Seen& seen, Need which, std::string_view what);
bool isRungOfLadder(std::string_view what);
bool hasOpenChallenge(const engine::State& state, Need which, const ServiceId& service);

}  // namespace holdfast::prove
