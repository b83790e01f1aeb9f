// The data files that are built into the program.
#pragma once

#include <span>
#include <string_view>

namespace holdfast::exchange {

std::string_view shippedCalendar();                      ///< resources/calendar/england.json
std::string_view shippedPolicy();                        ///< resources/policy/england.json
std::span<const std::string_view> shippedInstruments();  ///< resources/instruments/*.json, in display order

}  // namespace holdfast::exchange
