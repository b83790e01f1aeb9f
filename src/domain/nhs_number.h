// The NHS number: ten digits, Modulus 11 (domain.md 6.1).
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace holdfast {

class NhsNumber {
public:
    /// Accepts ten digits with any spaces or hyphens. Refuses a wrong check digit and, although it would pass
    /// Modulus 11, any number of ten equal digits.
    static Result<NhsNumber> parse(std::string_view text);

    const std::string& digits() const { return m_digits; }

    friend bool operator==(const NhsNumber&, const NhsNumber&) = default;

private:
    explicit NhsNumber(std::string digits) : m_digits{std::move(digits)} {}
    std::string m_digits;
};

}  // namespace holdfast
