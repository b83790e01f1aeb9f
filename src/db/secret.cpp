#include "db/secret.h"

#include <sodium.h>

#include <algorithm>
#include <new>

namespace holdfast::db {
namespace {

unsigned char* guarded(std::size_t size)
{
    if (sodium_init() < 0)
        throw std::bad_alloc{};  // no generator, no memory: nothing secret can be made here
    if (size == 0)
        return nullptr;
    void* bytes = sodium_malloc(size);
    if (!bytes)
        throw std::bad_alloc{};
    sodium_memzero(bytes, size);
    return static_cast<unsigned char*>(bytes);
}

}  // namespace

void Secret::WipeAndFree::operator()(unsigned char* bytes) const noexcept
{
    sodium_free(bytes);
}

Secret::Secret(std::size_t size) : m_bytes{guarded(size)}, m_size{size} {}

Secret Secret::random(std::size_t size)
{
    Secret secret{size};
    randombytes_buf(secret.m_bytes.get(), size);
    return secret;
}

Secret Secret::taking(std::string&& text)
{
    Secret secret = copyOf(text);
    wipe(text);
    return secret;
}

Secret Secret::copyOf(std::string_view text)
{
    Secret secret{text.size()};
    std::copy(text.begin(), text.end(), secret.m_bytes.get());
    return secret;
}

std::string_view Secret::view() const noexcept
{
    return {reinterpret_cast<const char*>(m_bytes.get()), m_size};
}

bool Secret::sameAs(const Secret& other) const noexcept
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_bytes.get(), other.m_bytes.get(), m_size) == 0);
}

void wipe(std::string& text) noexcept
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

}  // namespace holdfast::db
