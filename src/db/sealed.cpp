#include "db/sealed.h"

#include <sodium.h>

#include <array>

namespace holdfast::db {
namespace {

constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t sealBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sealingKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

unsigned char* raw(char* bytes)
{
    return reinterpret_cast<unsigned char*>(bytes);
}
const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

std::string seal(const Secret& key, std::string_view plain, std::string_view place)
{
    if (key.size() != sealingKeyBytes)
        return {};
    std::string sealedBytes(nonceBytes + plain.size() + sealBytes, '\0');
    randombytes_buf(sealedBytes.data(), nonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealedBytes.data() + nonceBytes), nullptr, raw(plain), plain.size(),
                                               raw(place), place.size(), nullptr, raw(sealedBytes.data()),
                                               key.bytes().data());
    return sealedBytes;
}

std::optional<std::string> unseal(const Secret& key, std::string_view sealedBytes, std::string_view place)
{
    if (key.size() != sealingKeyBytes || sealedBytes.size() < nonceBytes + sealBytes)
        return std::nullopt;
    const std::string_view nonce = sealedBytes.substr(0, nonceBytes);
    const std::string_view inside = sealedBytes.substr(nonceBytes);
    std::string plain(inside.size() - sealBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain.data()), nullptr, nullptr, raw(inside), inside.size(),
                                                   raw(place), place.size(), raw(nonce), key.bytes().data()) != 0)
        return std::nullopt;
    return plain;
}

std::string macOf(const Secret& key, std::initializer_list<std::string_view> parts)
{
    constexpr std::size_t size = crypto_generichash_BYTES;
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.bytes().data(), key.size(), size);
    for (const std::string_view part : parts) {
        const std::string length = std::to_string(part.size()) + ':';
        crypto_generichash_update(&state, raw(length), length.size());
        crypto_generichash_update(&state, raw(part), part.size());
    }
    std::array<unsigned char, size> mac{};
    crypto_generichash_final(&state, mac.data(), mac.size());
    std::string digits(2 * size + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), mac.data(), mac.size());
    digits.pop_back();
    return digits;
}

}  // namespace holdfast::db
