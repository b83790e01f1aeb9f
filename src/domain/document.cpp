#include "domain/document.h"

#include "base/text.h"

#include <algorithm>

namespace holdfast {
namespace {

using namespace std::string_view_literals;

constexpr auto pngHead = "\x89PNG\r\n\x1a\n"sv;
constexpr auto jpegHead = "\xff\xd8\xff"sv;
constexpr auto pdfHead = "%PDF-"sv;

/// How many bytes the character at the front takes; 0 when it is no valid UTF-8 or a control character.
std::size_t characterLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80)
        return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' || first == '\f' ? 1 : 0;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!isInsideCharacter(text[i]))
            return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second >= 0xA0;
    const bool tooHigh = first == 0xF4 && second >= 0x90;
    return overlong || surrogate || tooHigh ? 0 : length;
}

bool isText(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

/// How many bytes a mark at the front takes that turns the direction of reading: "gnp.exe" could read as "exe.png".
std::size_t lengthOfTurn(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    const auto isBetween = [](unsigned value, unsigned least, unsigned most) {
        return value >= least && value <= most;
    };
    if (byte(0) == 0xD8 && byte(1) == 0x9C)  // U+061C
        return 2;
    if (byte(0) != 0xE2)
        return 0;
    const bool marks = byte(1) == 0x80 && (isBetween(byte(2), 0x8E, 0x8F) || isBetween(byte(2), 0xAA, 0xAE));
    const bool isolates = byte(1) == 0x81 && isBetween(byte(2), 0xA6, 0xA9);
    return marks || isolates ? 3 : 0;  // U+200E, U+200F, U+202A to U+202E; U+2066 to U+2069
}

}  // namespace

std::optional<MediaType> mediaTypeOf(std::string_view bytes)
{
    if (bytes.empty())
        return std::nullopt;
    if (bytes.starts_with(pdfHead))
        return MediaType::pdf;
    if (bytes.starts_with(pngHead))
        return MediaType::png;
    if (bytes.starts_with(jpegHead))
        return MediaType::jpeg;
    return isText(bytes) ? std::optional{MediaType::text} : std::nullopt;
}

std::string tidyFileName(std::string_view name, MediaType media)
{
    if (const auto slash = name.find_last_of("/\\"); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    std::string tidy;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (const std::size_t turns = lengthOfTurn(name.substr(at)); turns != 0)
            at += turns - 1;
        else if (static_cast<unsigned char>(name[at]) >= 0x20 && name[at] != 0x7F)
            tidy += name[at];
    }
    while (tidy.size() > longestFileName)
        tidy.pop_back();
    while (!tidy.empty() && !isText(tidy))
        tidy.pop_back();  // not in the middle of a character
    return tidy.find_first_not_of(". ") == std::string::npos ? "attachment" + std::string{extensionOf(media)} : tidy;
}

std::string_view extensionOf(MediaType media)
{
    switch (media) {
    case MediaType::pdf: return ".pdf";
    case MediaType::png: return ".png";
    case MediaType::jpeg: return ".jpg";
    case MediaType::text: return ".txt";
    }
    return {};
}

}  // namespace holdfast
