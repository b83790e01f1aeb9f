#include "app/pseudonyms.h"

#include "app/sha256.h"

#include <sodium.h>

namespace holdfast::app {

// Chance reaches a use case as new ids: each holds 74 bits of it, and the key is made of six.
Pseudonyms::Pseudonyms(IdSource& chance)
{
    static_assert(crypto_generichash_KEYBYTES == 32);
    std::string material;
    for (int i = 0; i < 6; ++i)
        material += chance.make<CommandId>().str();
    crypto_generichash(m_key.data(), m_key.size(), reinterpret_cast<const unsigned char*>(material.data()),
                       material.size(), nullptr, 0);
    sodium_memzero(material.data(), material.size());
}

Pseudonyms::~Pseudonyms()
{
    sodium_memzero(m_key.data(), m_key.size());
}

std::string Pseudonyms::of(std::string_view id) const
{
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(id.data()), id.size(),
                       m_key.data(), m_key.size());
    return hexOf({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace holdfast::app
