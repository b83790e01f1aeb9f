#include "db/sealed.h"

#include <sodium.h>

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

}  // namespace holdfast::db
