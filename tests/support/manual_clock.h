// Time that moves only when the test says so.
#pragma once

#include "base/clock.h"

namespace holdfast::test {

class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : m_now{start} {}

    Instant now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

inline constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

}  // namespace holdfast::test
