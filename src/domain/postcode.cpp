#include "domain/postcode.h"

#include "base/text.h"

namespace holdfast {
namespace {

constexpr std::string_view noFixedAddress = "ZZ99 3VZ";
constexpr std::string_view notKnown = "ZZ99 3WZ";
constexpr std::string_view girobank = "GIR 0AA";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLetterBut(char c, std::string_view excluded)
{
    return isLetter(c) && excluded.find(c) == std::string_view::npos;
}

/// Upper case, without spaces; nothing when there is anything but letters, digits and spaces, or when a space stands
/// elsewhere than before the last three: "SG1 11AA" must not become SG11 1AA.
std::string compacted(std::string_view given)
{
    const std::string text = tidied(given);
    if (const auto space = text.rfind(' '); space != std::string::npos && text.size() - space != 4)
        return {};
    std::string out;
    for (const char c : text) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper == ' ')
            continue;
        if (!isLetter(upper) && !isDigit(upper))
            return {};
        out += upper;
    }
    return out;
}

/// A9, A99, A9A, AA9, AA99 or AA9A, with the letters that Royal Mail uses in each place.
bool isOutward(std::string_view text)
{
    if (text.size() < 2 || text.size() > 4 || !isLetterBut(text[0], "QVX"))
        return false;
    const bool twoLetters = isLetter(text[1]);
    if (twoLetters && !isLetterBut(text[1], "IJZ"))
        return false;
    const std::string_view district = text.substr(twoLetters ? 2 : 1);
    if (district.empty() || district.size() > 2 || !isDigit(district[0]))
        return false;
    if (district.size() == 1 || isDigit(district[1]))
        return true;
    return twoLetters ? std::string_view{"ABEHMNPRVWXY"}.find(district[1]) != std::string_view::npos
                      : isLetterBut(district[1], "ILMNOQRVXYZ");
}

bool isInward(std::string_view text)
{
    constexpr std::string_view unused = "CIKMOV";
    return text.size() == 3 && isDigit(text[0]) && isLetterBut(text[1], unused) && isLetterBut(text[2], unused);
}

}  // namespace

Result<Postcode> Postcode::parse(std::string_view text)
{
    const std::string compact = compacted(text);
    const Error wrong{ErrorCode::invalid, "postcode", "expected a UK postcode such as \"AL1 3JQ\""};
    if (compact.size() < 5 || compact.size() > 7)
        return wrong;
    const std::size_t split = compact.size() - 3;
    std::string spaced = compact.substr(0, split) + ' ' + compact.substr(split);
    if (spaced == noFixedAddress || spaced == notKnown || spaced == girobank)
        return Postcode{std::move(spaced)};
    if (!isOutward(std::string_view{compact}.substr(0, split)) || !isInward(std::string_view{compact}.substr(split)))
        return wrong;
    return Postcode{std::move(spaced)};
}

std::optional<std::string> parseOutward(std::string_view text)
{
    std::string outward = tidied(text);
    for (char& c : outward)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!isOutward(outward))
        return std::nullopt;
    return outward;
}

std::string Postcode::outward() const
{
    return m_text.substr(0, m_text.find(' '));
}

std::string Postcode::area() const
{
    std::size_t letters = 0;
    while (isLetter(m_text[letters]))
        ++letters;
    return m_text.substr(0, letters);
}

bool Postcode::isPseudo() const
{
    return m_text == noFixedAddress || m_text == notKnown;
}

}  // namespace holdfast
