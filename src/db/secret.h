// Bytes that must not leak: kept off swap where the system lets us, between guard pages, wiped when they go, never
// copied by accident.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace holdfast::db {

class Secret {
public:
    explicit Secret(std::size_t size = 0);

    /// From the operating system's generator, always: a key that a test could choose would not be a key.
    static Secret random(std::size_t size);

    /// Takes typed text over and wipes the source.
    static Secret taking(std::string&& text);
    static Secret copyOf(std::string_view text);

    std::size_t size() const noexcept { return m_size; }
    bool empty() const noexcept { return m_size == 0; }
    std::span<unsigned char> bytes() noexcept { return {m_bytes.get(), m_size}; }
    std::span<const unsigned char> bytes() const noexcept { return {m_bytes.get(), m_size}; }
    std::string_view view() const noexcept;

    /// Compares in constant time.
    bool sameAs(const Secret& other) const noexcept;

private:
    struct WipeAndFree {
        void operator()(unsigned char* bytes) const noexcept;
    };
    std::unique_ptr<unsigned char, WipeAndFree> m_bytes;
    std::size_t m_size = 0;
};

/// Overwrites text that held a secret.
void wipe(std::string& text) noexcept;

}  // namespace holdfast::db
