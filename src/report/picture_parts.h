// What drawing a table needs: reading its cells as they are shown, text that fits, round axes. Only for pictures*.cpp.
#pragma once

#include "report/document.h"
#include "report/picture.h"

#include <map>
#include <optional>
#include <span>
#include <string_view>

namespace holdfast::report {

inline constexpr double pictureWidth = 640;  ///< of every picture: the text of a page of paper
inline constexpr double labelSize = 12;
inline constexpr double smallSize = 11;

/// A table of the document by its column keys; empty when the document has none of that id.
class ShownTable {
public:
    ShownTable(const Document& document, std::string_view id);

    std::size_t size() const { return m_table == nullptr ? 0 : m_table->rows.size(); }
    const Cell& cell(std::size_t row, std::string_view column) const;
    std::string words(std::size_t row, std::string_view column) const;
    /// Nothing when it is hidden or not there.
    std::optional<double> figure(std::size_t row, std::string_view column) const;
    bool hidden(std::size_t row, std::string_view column) const;
    /// "35", "12.5", or "*"; empty when there is nothing.
    std::string shown(std::size_t row, std::string_view column) const;

private:
    const Table* m_table;
};

/// What hidden figures are called in a text alternative.
inline constexpr std::string_view hiddenWords = "hidden because small numbers could point at a person";

/// "2 more counts are hidden because small numbers could point at a person. "
std::string moreHidden(std::size_t count, bool all);

std::string plainNumber(double value);   ///< "35", "12.5"
std::string percentWords(double share);  ///< "45 per cent"

/// How wide the text is about, in any common typeface; never narrower than it will be.
double textWidth(std::string_view text, double size);
/// With "…" at its end when it would be wider.
std::string fitted(std::string_view text, double size, double width);
std::vector<std::string> wrapped(std::string_view text, double size, double width);

/// A round number at or above the value that four even steps lead to.
double axisTop(double largest);

/// "Jan 2026" of "2026-01".
std::string monthWords(std::string_view month);

void addLabel(Drawing& drawing, std::string text, Point at, Anchor anchor = Anchor::start, Ink ink = Ink::text,
              bool bold = false, double size = labelSize);

std::optional<Picture> reasonsPicture(const Document& document);
std::optional<Picture> quadrantsPicture(const Document& document);
std::optional<Picture> flowMatrixPicture(const Document& document);
std::optional<Picture> flowPicture(const Document& document);
std::optional<Picture> trendPicture(const Document& document);
std::optional<Picture> waitingPicture(const Document& document);

}  // namespace holdfast::report
