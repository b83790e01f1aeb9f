#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace holdfast {
namespace {

struct Decoded {
    std::uint32_t codePoint = 0;
    std::size_t length = 0;  ///< 0 when the bytes are not UTF-8
};

Decoded decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto lead = byte(0);
    const std::size_t length = lead < 0x80         ? 1
                               : lead >> 5 == 0x6  ? 2
                               : lead >> 4 == 0xe  ? 3
                               : lead >> 3 == 0x1e ? 4
                                                   : 0;
    if (length == 0 || length > text.size())
        return {};
    std::uint32_t point = length == 1 ? lead : lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (byte(i) >> 6 != 0x2)
            return {};
        point = point << 6 | (byte(i) & 0x3fU);
    }
    constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = point >= 0xd800 && point <= 0xdfff;
    return point < smallest[length] || surrogate || point > 0x10ffff ? Decoded{} : Decoded{point, length};
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Latin-1 Supplement and Latin Extended-A without their accents, from U+00C0 to U+017F; '.' marks a letter that
/// becomes two and '-' one that is no letter.
constexpr std::string_view unaccented = "aaaaaa.ceeeeiiiidnooooo-ouuuuy..aaaaaa.ceeeeiiiidnooooo-ouuuuy.y"
                                        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
                                        "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

std::string_view twoLetters(std::uint32_t point)
{
    switch (point) {
    case 0xc6:
    case 0xe6: return "ae";
    case 0xde:
    case 0xfe: return "th";
    case 0xdf: return "ss";
    case 0x132:
    case 0x133: return "ij";
    case 0x152:
    case 0x153: return "oe";
    default: return "";
    }
}

bool isApostrophe(std::uint32_t point)
{
    return point == '\'' || point == '`' || point == 0x2018 || point == 0x2019 || point == 0x02bc;
}

bool isCombiningMark(std::uint32_t point)
{
    return point >= 0x300 && point <= 0x36f;
}

void appendFolded(std::string& out, std::string_view bytes, std::uint32_t point)
{
    if (isApostrophe(point) || isCombiningMark(point))
        return;
    if (point >= 'A' && point <= 'Z') {
        out += static_cast<char>(point - 'A' + 'a');
        return;
    }
    if (point >= 0xc0 && point <= 0x17f) {
        const char plain = unaccented[point - 0xc0];
        if (plain >= 'a')
            out += plain;
        else
            out += twoLetters(point);
        return;
    }
    out += bytes;
}

}  // namespace

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (next.length == 0 || next.codePoint == 0)
            return false;
        text.remove_prefix(next.length);
    }
    return true;
}

bool isBlank(std::string_view text)
{
    return std::ranges::all_of(text, isSpace);
}

std::string tidied(std::string_view text)
{
    std::string out;
    bool gap = false;
    for (const char c : text) {
        if (isSpace(c)) {
            gap = !out.empty();
            continue;
        }
        if (gap)
            out += ' ';
        gap = false;
        out += c;
    }
    return out;
}

std::string folded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Decoded next = decode(text);
        const std::size_t length = next.length == 0 ? 1 : next.length;
        if (next.length != 0)
            appendFolded(out, text.substr(0, length), next.codePoint);
        text.remove_prefix(length);
    }
    return tidied(out);
}

std::vector<std::string> splitWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (!isSpace(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

std::string digitsOf(std::string_view text)
{
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9')
            digits += c;
    return digits;
}

}  // namespace holdfast
