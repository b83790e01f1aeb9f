#include "domain/nhs_number.h"

#include <algorithm>

namespace holdfast {
namespace {

Error notANumber(std::string why)
{
    return {ErrorCode::invalid, "nhs_number", std::move(why)};
}

/// The tenth digit that Modulus 11 asks for after these nine; 10 when no number begins with them.
int checkDigit(std::string_view nine)
{
    int sum = 0;
    int weight = 10;
    for (const char digit : nine)
        sum += (digit - '0') * weight--;
    return (11 - sum % 11) % 11;
}

}  // namespace

Result<NhsNumber> NhsNumber::parse(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c == ' ' || c == '-')
            continue;
        if (c < '0' || c > '9' || digits.size() == 10)
            return notANumber("expected ten digits");
        digits += c;
    }
    if (digits.size() != 10)
        return notANumber("expected ten digits");
    if (std::ranges::count(digits, digits.front()) == 10)
        return notANumber("ten equal digits are not an NHS number");
    if (checkDigit(std::string_view{digits}.substr(0, 9)) != digits.back() - '0')
        return notANumber("the check digit is wrong; a digit may be mistyped or two swapped");
    return NhsNumber{std::move(digits)};
}

}  // namespace holdfast
