// New ids: UUIDv7 (RFC 9562), so they sort by the time they were made and merge across stores.
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/random.h"

namespace holdfast {

class IdSource {
public:
    IdSource(const Clock& clock, Random& random) : m_clock{clock}, m_random{random} {}

    template <class AnyId>
    AnyId make()
    {
        return AnyId{uuid()};
    }

private:
    std::string uuid();

    const Clock& m_clock;
    Random& m_random;
};

}  // namespace holdfast
