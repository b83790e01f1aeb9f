// A letter as a small tree: blocks of a few styles, each a run of plain text. Knows nothing of pages.
#pragma once

#include "letters/letter_kind.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdfast::letters {

/// Text in one weight. Never markup: "<" is a less-than sign.
struct Run {
    std::string text;
    bool strong = false;
    friend bool operator==(const Run&, const Run&) = default;
};

enum class BlockStyle : std::uint8_t { title, heading, paragraph, address, bullet, numbered, quotation, note, table };

struct Block {
    BlockStyle style = BlockStyle::paragraph;
    std::vector<Run> runs;                       ///< empty for a table
    std::vector<std::vector<std::string>> rows;  ///< of a table; the first is its header
    friend bool operator==(const Block&, const Block&) = default;
};

struct Document {
    std::string title;  ///< names the kind, never a person: it goes into the file's properties
    Variant variant = Variant::standard;
    bool letterhead = true;  ///< false where somebody else might see whom it is from
    std::vector<Block> blocks;
    friend bool operator==(const Document&, const Document&) = default;

    Document& add(BlockStyle style, std::string text);
    Document& add(BlockStyle style, std::vector<Run> runs);
    Document& heading(std::string text) { return add(BlockStyle::heading, std::move(text)); }
    Document& paragraph(std::string text) { return add(BlockStyle::paragraph, std::move(text)); }
    Document& bullet(std::string text) { return add(BlockStyle::bullet, std::move(text)); }
    Document& numbered(std::string text) { return add(BlockStyle::numbered, std::move(text)); }
    Document& table(std::vector<std::vector<std::string>> rows);
};

/// Limits of what may be kept as a draft or laid out.
inline constexpr std::size_t mostBlocks = 2'000;
inline constexpr std::size_t longestDocument = 400'000;  ///< bytes of text

std::size_t textBytes(const Document& document);

/// As it reads aloud: a line for each block, cells of a row apart by a tab. For copying and for tests.
std::string plainText(const Document& document);

}  // namespace holdfast::letters

namespace holdfast {
// clang-format off
template <> struct Names<letters::BlockStyle> { static constexpr std::array<std::string_view, 9> list{
    "title", "heading", "paragraph", "address", "bullet", "numbered", "quotation", "note", "table"}; };
// clang-format on
}  // namespace holdfast
