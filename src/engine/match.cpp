#include "engine/match.h"

#include <algorithm>
#include <cctype>

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

std::string outwardOf(std::string_view postcode)
{
    std::string letters;
    for (const char c : postcode)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (letters.size() < 5 || letters.starts_with("ZZ99"))
        return {};
    letters.resize(letters.size() - 3);
    return letters;
}

std::string_view areaOf(std::string_view outward)
{
    const auto digit = std::ranges::find_if(outward, [](unsigned char c) { return std::isdigit(c) != 0; });
    return outward.substr(0, static_cast<std::size_t>(digit - outward.begin()));
}

std::optional<bool> fitsArea(const Service& service, const PersonFacts& person)
{
    if (service.areas.empty())
        return std::nullopt;
    const std::string outward = outwardOf(person.postcode);
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
