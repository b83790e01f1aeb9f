// The recovery key on paper: eight groups, each four bytes and a check byte in Crockford's base 32 (no I, L, O, U).
#include "db/envelope.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace holdfast::db {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t groups = 8;
constexpr std::size_t groupBytes = 4;
constexpr std::size_t groupLetters = 8;  // 40 bits: 32 of the key and 8 of the check

/// Depends on the place, so that two groups typed in the wrong order are noticed.
unsigned char checkOf(const unsigned char* group, std::size_t place)
{
    std::array<unsigned char, groupBytes + 1> covered{};
    std::copy_n(group, groupBytes, covered.begin());
    covered[groupBytes] = static_cast<unsigned char>(place);
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), covered.data(), covered.size(), nullptr, 0);
    sodium_memzero(covered.data(), covered.size());
    return hash[0];
}

/// The letter's value, or nothing for a letter that is not in the alphabet.
std::optional<unsigned> valueOf(char letter)
{
    if (letter >= 'a' && letter <= 'z')
        letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == 'O')
        letter = '0';
    if (letter == 'I' || letter == 'L')
        letter = '1';
    const auto at = alphabet.find(letter);
    return at == std::string_view::npos ? std::nullopt : std::optional{static_cast<unsigned>(at)};
}

Error wrongGroup(std::size_t place)
{
    return {ErrorCode::invalid, "recovery/" + std::to_string(place + 1),
            "group " + std::to_string(place + 1) + " of 8 is not as it was printed"};
}

}  // namespace

Secret RecoveryKey::printed() const
{
    Secret text{groups * groupLetters + groups - 1};
    std::size_t at = 0;
    for (std::size_t place = 0; place < groups; ++place) {
        const unsigned char* group = bits.bytes().data() + place * groupBytes;
        std::uint64_t word = checkOf(group, place);
        for (std::size_t i = 0; i < groupBytes; ++i)
            word |= std::uint64_t{group[i]} << (8 * (groupBytes - i));
        if (place > 0)
            text.bytes()[at++] = '-';
        for (std::size_t letter = 0; letter < groupLetters; ++letter)
            text.bytes()[at++] = static_cast<unsigned char>(alphabet[(word >> (35 - 5 * letter)) & 31U]);
    }
    return text;
}

Result<RecoveryKey> parseRecoveryKey(std::string_view typed)
{
    RecoveryKey key{Secret{groups * groupBytes}};
    std::uint64_t word = 0;
    std::size_t letters = 0;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || (c >= '\t' && c <= '\r'))
            continue;
        const std::size_t place = letters / groupLetters;
        const auto value = valueOf(c);
        if (place >= groups)
            return Error{ErrorCode::invalid, "recovery", "expected 8 groups of 8 characters, found more"};
        if (!value)
            return wrongGroup(place);
        word = (word << 5U) | *value;
        if (++letters % groupLetters != 0)
            continue;
        unsigned char* group = key.bits.bytes().data() + place * groupBytes;
        for (std::size_t i = 0; i < groupBytes; ++i)
            group[i] = static_cast<unsigned char>(word >> (8 * (groupBytes - i)));
        if (checkOf(group, place) != (word & 0xffU))
            return wrongGroup(place);
        word = 0;
    }
    if (letters != groups * groupLetters)
        return Error{ErrorCode::invalid, "recovery", "expected 8 groups of 8 characters, found fewer"};
    return key;
}

}  // namespace holdfast::db
