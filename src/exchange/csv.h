// Comma-separated values (RFC 4180). Reading keeps the line each row began on; writing makes every cell safe to open
// in a spreadsheet.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast::exchange {

inline constexpr std::size_t maxCsvBytes = 5'000'000;

struct CsvRow {
    int line = 1;  ///< 1-based, where the row begins: a quoted cell may hold line ends
    std::vector<std::string> cells;
    friend bool operator==(const CsvRow&, const CsvRow&) = default;
};

/// All rows, lines that are empty left out. UTF-8 with or without its mark, lines ending in LF or CR LF. An error's
/// `where` is "line 7".
Result<std::vector<CsvRow>> readCsv(std::string_view text);

/// Writes rows ending in CR LF. Texts are always quoted; a line of one that a spreadsheet would take for a formula is
/// given an apostrophe. Numbers stay numbers.
class CsvWriter {
public:
    CsvWriter& text(std::string_view value);
    CsvWriter& number(std::int64_t value);
    CsvWriter& decimal(double value);    ///< one place, none when it is whole: 19 or 19.5
    CsvWriter& degrees(int millionths);  ///< 51.7527
    CsvWriter& empty();
    CsvWriter& endRow();

    const std::string& str() const { return m_text; }
    /// What was written since the last time, to be kept elsewhere: a long table need not lie in memory whole.
    std::string take() { return std::exchange(m_text, {}); }

private:
    void separate();

    std::string m_text;
    bool m_rowBegun = false;
};

/// The text with an apostrophe before each of its lines that a spreadsheet would take for a formula.
std::string withoutFormulas(std::string_view text);

/// What withoutFormulas() put in, taken out again: for reading back a file of ours.
std::string withFormulas(std::string_view text);

}  // namespace holdfast::exchange
