#include "base/id_source.h"

#include <array>
#include <cinttypes>
#include <cstdio>

namespace holdfast {

std::string IdSource::uuid()
{
    constexpr std::uint64_t low48 = 0xffff'ffff'ffff;
    const std::uint64_t millis = static_cast<std::uint64_t>(toMillis(m_clock.now())) & low48;
    const std::uint64_t version7 = 0x7000 | (m_random.next() & 0x0fff);
    const std::uint64_t variant = (std::uint64_t{2} << 62) | (m_random.next() >> 2);
    const std::uint64_t milliLow = millis & 0xffff;
    const std::uint64_t node = variant & low48;

    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%08" PRIx64 "-%04" PRIx64 "-%04" PRIx64 "-%04" PRIx64 "-%012" PRIx64,
                  millis >> 16, milliLow, version7, variant >> 48, node);
    return text.data();
}

}  // namespace holdfast
