#include "app/sha256.h"

#include <sodium.h>

#include <array>

namespace holdfast::app {

struct Sha256::State {
    crypto_hash_sha256_state inner;
};

Sha256::Sha256() : m_state{std::make_unique<State>()}
{
    crypto_hash_sha256_init(&m_state->inner);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view text)
{
    crypto_hash_sha256_update(&m_state->inner, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

std::string Sha256::hex()
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&m_state->inner, digest.data());
    return hexOf({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string hexOf(std::string_view bytes)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

std::string sha256Of(std::string_view text)
{
    Sha256 hash;
    hash.add(text);
    return hash.hex();
}

}  // namespace holdfast::app
