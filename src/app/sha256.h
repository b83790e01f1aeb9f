// The SHA-256 of lines of text, for comparing stores.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace holdfast::app {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view text);
    std::string hex();  ///< ends it; lower case

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Two lower-case digits for each byte.
std::string hexOf(std::string_view bytes);

/// Of one text, 64 hexadecimal digits.
std::string sha256Of(std::string_view text);

}  // namespace holdfast::app
