// UK postcodes, with the NHS pseudo-postcodes for no fixed address and not known (domain.md 6.2).
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

class Postcode {
public:
    /// Normalises case and spacing first: "al13jq" is "AL1 3JQ".
    static Result<Postcode> parse(std::string_view text);

    const std::string& text() const { return m_text; }
    std::string outward() const;  ///< "AL1"
    std::string area() const;     ///< "AL"
    bool isPseudo() const;        ///< ZZ99 3VZ (no fixed address) or ZZ99 3WZ (not known)

    friend bool operator==(const Postcode&, const Postcode&) = default;

private:
    explicit Postcode(std::string text) : m_text{std::move(text)} {}
    std::string m_text;
};

/// "AL1" of " al1 "; nothing when it is not the first half of a postcode.
std::optional<std::string> parseOutward(std::string_view text);

}  // namespace holdfast
