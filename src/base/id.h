// Identifiers that cannot be mixed up: a PersonId does not fit where a ServiceId is asked for. The text is kept
// inline, so copying an id never allocates; the engine copies thousands of them a millisecond.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace holdfast {

/// An id of at most `maxLength` bytes. Readers of foreign input ask fits() first; too long a text is a mistake of ours.
template <class Tag, std::size_t maxLength = 47>
class Id {
public:
    static constexpr std::size_t capacity = maxLength;

    constexpr Id() = default;
    constexpr explicit Id(std::string_view text) : m_length{static_cast<unsigned char>(text.size())}
    {
        if (!fits(text))
            throw std::length_error{"id is too long"};
        std::copy(text.begin(), text.end(), m_text.begin());
    }

    static constexpr bool fits(std::string_view text) noexcept { return text.size() <= maxLength; }

    constexpr std::string_view text() const noexcept { return {m_text.data(), m_length}; }
    std::string str() const { return std::string{text()}; }
    constexpr bool empty() const noexcept { return m_length == 0; }

    /// All bytes at once, the unused ones being zero: a few whole words instead of a call for a length known at run time.
    friend constexpr bool operator==(const Id& a, const Id& b) noexcept
    {
        static_assert(std::has_unique_object_representations_v<Id>);
        return std::is_constant_evaluated() ? a.words() == b.words() : std::memcmp(&a, &b, sizeof(Id)) == 0;
    }
    /// As their texts are ordered.
    friend constexpr std::strong_ordering operator<=>(const Id& a, const Id& b) noexcept
    {
        const auto left = a.words();
        const auto right = b.words();
        for (std::size_t i = 0; i < left.size(); ++i)
            if (left[i] != right[i])
                return firstByteFirst(left[i]) <=> firstByteFirst(right[i]);
        return std::strong_ordering::equal;
    }

    /// Of all words: ids of one directory may differ in any of them.
    std::size_t hash() const noexcept
    {
        return [this]<std::size_t... i>(std::index_sequence<i...>)
        {
            const std::uint64_t mixed = ((word(i) * (0x9e3779b97f4a7c15 + 2 * i)) + ...);
            return static_cast<std::size_t>(mixed ^ mixed >> 32);
        }
        (std::make_index_sequence<sizeof(Id) / sizeof(std::uint64_t)>{});
    }

private:
    static_assert(maxLength < 256);
    static_assert((maxLength + 1) % sizeof(std::uint64_t) == 0, "with its length an id fills whole words");

    static constexpr std::uint64_t firstByteFirst(std::uint64_t word) noexcept
    {
        if constexpr (std::endian::native == std::endian::big)
            return word;
        word = word >> 32 | word << 32;
        word = (word & 0xffff0000ffff0000) >> 16 | (word & 0x0000ffff0000ffff) << 16;
        return (word & 0xff00ff00ff00ff00) >> 8 | (word & 0x00ff00ff00ff00ff) << 8;
    }

    std::uint64_t word(std::size_t position) const noexcept
    {
        std::uint64_t word = 0;
        std::memcpy(&word, reinterpret_cast<const char*>(this) + position * sizeof word, sizeof word);
        return word;
    }

    constexpr auto words() const noexcept
    {
        return std::bit_cast<std::array<std::uint64_t, (maxLength + 1) / sizeof(std::uint64_t)>>(*this);
    }

    std::array<char, maxLength> m_text{};
    unsigned char m_length = 0;
};

using PersonId = Id<struct PersonTag>;
using ServiceId = Id<struct ServiceTag>;
using WorkerId = Id<struct WorkerTag>;
using TeamId = Id<struct TeamTag>;
using EventId = Id<struct EventTag>;
using ReferralId = Id<struct ReferralTag>;
using DraftId = Id<struct DraftTag>;
using CommandId = Id<struct CommandTag>;     ///< made by the client once per command, so a repeated send is harmless
using RuleId = Id<struct RuleTag>;           ///< e.g. "tennis.mdt"; stable for ever
using ReasonCode = Id<struct ReasonTag, 7>;  ///< "N02", "H06", "S10"
using InstrumentId = Id<struct InstrumentTag, 23>;  ///< "PHQ-9"

}  // namespace holdfast

template <class Tag, std::size_t n>
struct std::hash<holdfast::Id<Tag, n>> {
    std::size_t operator()(const holdfast::Id<Tag, n>& id) const noexcept { return id.hash(); }
};
