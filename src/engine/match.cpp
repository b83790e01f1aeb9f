#include "engine/match.h"

#include <algorithm>
#include <array>

namespace holdfast::engine {

std::optional<bool> fitsAge(const Service& service, const PersonFacts& person, Date on)
{
    if (!service.minAge && !service.maxAge)
        return std::nullopt;
    if (!person.born)
        return std::nullopt;
    const int age = yearsBetween(*person.born, on);
    return (!service.minAge || age >= *service.minAge) && (!service.maxAge || age < *service.maxAge);
}

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The outward part of a postcode, written without spaces and in capitals; empty when it is not a whole postcode.
class Outward {
public:
    explicit Outward(std::string_view postcode)
    {
        std::size_t length = 0;
        for (const char c : postcode) {
            const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            if (!isLetter(capital) && !isDigit(capital))
                continue;
            if (length == m_text.size())
                return;
            m_text[length++] = capital;
        }
        const bool nowhere = std::string_view{m_text.data(), length}.starts_with("ZZ99");
        if (length >= shortest && !nowhere)
            m_length = length - inwardLength;
    }
    std::string_view text() const { return {m_text.data(), m_length}; }

private:
    static constexpr std::size_t inwardLength = 3, shortest = 5, longest = 7;
    static constexpr bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }

    std::array<char, longest> m_text;
    std::size_t m_length = 0;
};

}  // namespace

std::string outwardOf(std::string_view postcode)
{
    return std::string{Outward{postcode}.text()};
}

std::string_view areaOf(std::string_view outward)
{
    const auto digit = std::ranges::find_if(outward, isDigit);
    return outward.substr(0, static_cast<std::size_t>(digit - outward.begin()));
}

std::optional<bool> fitsArea(const Service& service, const PersonFacts& person)
{
    if (service.areas.empty())
        return std::nullopt;
    const Outward home{person.postcode};
    const std::string_view outward = home.text();
    if (outward.empty())
        return std::nullopt;
    const std::string_view area = areaOf(outward);
    return std::ranges::any_of(service.areas,
                               [&](const std::string& served) { return served == outward || served == area; });
}

bool takesNeed(const Service& service, Need need)
{
    return std::ranges::find(service.needs, need) != service.needs.end();
}

bool isMismatch(const Service& service, const PersonFacts& person, Need need, Date on)
{
    return !takesNeed(service, need) || !fitsAge(service, person, on).value_or(true) ||
           !fitsArea(service, person).value_or(true);
}

}  // namespace holdfast::engine
