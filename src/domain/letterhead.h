// What a team puts at the head and foot of its letters, and the margins of the sheet.
#pragma once

#include "base/id.h"
#include "base/result.h"

#include <cstdint>
#include <string>

namespace holdfast {

struct Margins {
    int top = 20;  ///< millimetres
    int bottom = 20;
    int left = 22;
    int right = 22;
    friend bool operator==(const Margins&, const Margins&) = default;
};

struct Letterhead {
    ServiceId service;  ///< whose it is
    std::string organisation;
    std::string address;  ///< lines
    std::string phone;
    std::string email;
    std::string footer;  ///< one line on every page
    Margins margins;
    std::int64_t version = 0;  ///< up by one with every save; 0 = never saved
    friend bool operator==(const Letterhead&, const Letterhead&) = default;
};

inline constexpr int leastMargin = 10;
inline constexpr int mostMargin = 50;
inline constexpr std::size_t longestLetterheadLine = 200;

/// ErrorCode::invalid with `where` the field: "organisation", "address", "margins.left".
Result<Done> checkLetterhead(const Letterhead& letterhead);

}  // namespace holdfast
