// The only door to chance. SystemRandom for keys and ids, SeededRandom where the same seed must give the same result.
#pragma once

#include <cstdint>

namespace holdfast {

class Random {
public:
    virtual ~Random() = default;
    virtual std::uint64_t next() = 0;

    /// An even choice from [0, bound); `bound` is above 0.
    std::uint64_t below(std::uint64_t bound);
};

/// The operating system's generator.
class SystemRandom final : public Random {
public:
    std::uint64_t next() override;
};

/// SplitMix64: the same numbers for the same seed on every machine. Never for keys.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state{seed} {}
    std::uint64_t next() override;

private:
    std::uint64_t m_state;
};

}  // namespace holdfast
