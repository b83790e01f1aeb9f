#include "base/random.h"

#include <random>

namespace holdfast {

std::uint64_t Random::below(std::uint64_t bound)
{
    const std::uint64_t uneven = (0 - bound) % bound;  // 2^64 mod bound: values under it would favour small results
    std::uint64_t drawn = next();
    while (drawn < uneven)
        drawn = next();
    return drawn % bound;
}

std::uint64_t SystemRandom::next()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

std::uint64_t SeededRandom::next()
{
    std::uint64_t mixed = (m_state += 0x9e3779b97f4a7c15ULL);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

}  // namespace holdfast
