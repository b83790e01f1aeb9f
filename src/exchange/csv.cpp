#include "exchange/csv.h"

#include "base/text.h"
#include "domain/place.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace holdfast::exchange {
namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

/// True when a spreadsheet would read a formula here. It skips spaces first, no-break ones too, and takes full-width
/// signs for plain ones.
bool startsFormula(std::string_view text)
{
    constexpr std::array<std::string_view, 3> skipped{" ", "\xc2\xa0", "\xe3\x80\x80"};
    constexpr std::array<std::string_view, 10> signs{
        "=", "+", "-", "@", "\t", "\r", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
    const auto startsWith = [&](std::string_view part) { return text.starts_with(part); };
    for (auto space = std::ranges::find_if(skipped, startsWith); space != skipped.end();
         space = std::ranges::find_if(skipped, startsWith))
        text.remove_prefix(space->size());
    return std::ranges::any_of(signs, startsWith);
}

/// Calls `each` with every line of `text`, its line end included.
template <class Each>
void eachLine(std::string_view text, Each&& each)
{
    while (!text.empty()) {
        std::size_t end = text.find_first_of("\r\n");
        end = end == std::string_view::npos ? text.size() : end + 1;
        each(text.substr(0, end));
        text.remove_prefix(end);
    }
}

/// A reader of one document; errors name the line.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text{text} {}

    Result<std::vector<CsvRow>> read()
    {
        std::vector<CsvRow> rows;
        while (m_at < m_text.size()) {
            CsvRow row{m_line, {}};
            if (!readRow(row))
                return Error{ErrorCode::invalid, "line " + std::to_string(m_errorLine), m_error};
            if (row.cells.size() > 1 || !row.cells.front().empty())
                rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool fail(int line, std::string detail)
    {
        m_errorLine = line;
        m_error = std::move(detail);
        return false;
    }

    bool readRow(CsvRow& row)
    {
        for (;;) {
            std::string& cell = row.cells.emplace_back();
            if (!(m_at < m_text.size() && m_text[m_at] == '"' ? readQuoted(cell) : readPlain(cell)))
                return false;
            if (m_at == m_text.size() || m_text[m_at] != ',')
                return readLineEnd();
            ++m_at;
        }
    }

    bool readPlain(std::string& cell)
    {
        const std::size_t end = std::min(m_text.find_first_of(",\r\n\"", m_at), m_text.size());
        cell = m_text.substr(m_at, end - m_at);
        m_at = end;
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return fail(m_line, "expected quotes around the whole cell, found one inside it");
        return true;
    }

    bool readQuoted(std::string& cell)
    {
        const int opened = m_line;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (m_at + 1 == m_text.size() || m_text[m_at + 1] != '"') {
                    ++m_at;
                    return true;
                }
                ++m_at;
            }
            m_line += c == '\n' ? 1 : 0;
            cell += c;
        }
        return fail(opened, "expected a closing quote, found the end of the file");
    }

    bool readLineEnd()
    {
        if (m_text.substr(m_at).starts_with("\r\n"))
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] != '\n')
            return fail(m_line, "expected a comma or the end of the line after a cell, found another character");
        ++m_at;
        ++m_line;
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    int m_errorLine = 0;
    std::string m_error;
};

}  // namespace

Result<std::vector<CsvRow>> readCsv(std::string_view text)
{
    if (text.size() > maxCsvBytes)
        return Error{ErrorCode::invalid, "", "expected at most 5 MB, found " + std::to_string(text.size()) + " bytes"};
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    int line = 1;
    for (std::size_t from = 0; from < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', from), text.size() - 1) + 1;
        if (!isValidUtf8(text.substr(from, end - from)))
            return Error{ErrorCode::invalid, "line " + std::to_string(line),
                         "expected valid UTF-8 without NUL, found other bytes"};
        from = end;
    }
    return Reader{text}.read();
}

void CsvWriter::separate()
{
    if (m_rowBegun)
        m_text += ',';
    m_rowBegun = true;
}

CsvWriter& CsvWriter::text(std::string_view value)
{
    separate();
    m_text += '"';
    for (const char c : withoutFormulas(value)) {
        if (c == '"')
            m_text += '"';
        m_text += c;
    }
    m_text += '"';
    return *this;
}

CsvWriter& CsvWriter::number(std::int64_t value)
{
    separate();
    m_text += std::to_string(value);
    return *this;
}

CsvWriter& CsvWriter::decimal(double value)
{
    std::array<char, 32> text{};
    const bool whole = value == static_cast<double>(static_cast<long long>(value));
    std::snprintf(text.data(), text.size(), whole ? "%.0f" : "%.1f", value);
    separate();
    m_text += text.data();
    return *this;
}

CsvWriter& CsvWriter::degrees(int millionths)
{
    separate();
    m_text += formatDegrees(millionths);
    return *this;
}

CsvWriter& CsvWriter::empty()
{
    separate();
    return *this;
}

CsvWriter& CsvWriter::endRow()
{
    m_text += "\r\n";
    m_rowBegun = false;
    return *this;
}

std::string withoutFormulas(std::string_view text)
{
    std::string safe;
    eachLine(text, [&](std::string_view line) {
        if (startsFormula(line))
            safe += '\'';
        safe += line;
    });
    return safe;
}

std::string withFormulas(std::string_view text)
{
    std::string original;
    eachLine(text, [&](std::string_view line) {
        original += line.starts_with('\'') && startsFormula(line.substr(1)) ? line.substr(1) : line;
    });
    return original;
}

}  // namespace holdfast::exchange
