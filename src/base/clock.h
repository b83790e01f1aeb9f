// The only door to the wall clock. Use cases are given one; domain functions are given a plain Instant.
#pragma once

#include "base/time.h"

namespace holdfast {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

}  // namespace holdfast
