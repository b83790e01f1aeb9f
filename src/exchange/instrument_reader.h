// Reads scored instruments (resources/instruments/*.json): one file each.
#pragma once

#include "base/result.h"
#include "domain/instrument.h"

#include <span>
#include <string_view>

namespace holdfast::exchange {

Result<Instrument> readInstrument(std::string_view text);

/// The set in the order of `texts`. An error's `where` begins with the position of the file, from 0: "2:/items/3/label".
Result<InstrumentSet> readInstruments(std::span<const std::string_view> texts);

}  // namespace holdfast::exchange
