#include "domain/place.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <optional>

namespace holdfast {
namespace {

constexpr double earthRadius = 3958.76;  ///< miles, the mean radius

constexpr int south = 49 * degree;
constexpr int north = 61 * degree;
constexpr int west = -9 * degree;
constexpr int east = 2 * degree;

Error invalid(const char* where, std::string expected, const std::string& found)
{
    return {ErrorCode::invalid, where, "expected " + std::move(expected) + ", found " + found};
}

/// "12.34" in units of 10^-places, rounded; nothing when it is anything but digits with at most one point.
std::optional<std::int64_t> decimal(std::string_view text, int places)
{
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const auto areDigits = [](std::string_view all) {
        return std::ranges::all_of(all, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || whole.size() > 4 || part.size() > 9 || !areDigits(whole) || !areDigits(part) ||
        (point != std::string_view::npos && part.empty()))
        return std::nullopt;
    std::int64_t value = 0;
    for (const char digit : whole)
        value = value * 10 + (digit - '0');
    for (int i = 0; i < places; ++i)
        value = value * 10 + (static_cast<std::size_t>(i) < part.size() ? part[static_cast<std::size_t>(i)] - '0' : 0);
    if (static_cast<std::size_t>(places) < part.size() && part[static_cast<std::size_t>(places)] >= '5')
        ++value;
    return value;
}

double radians(int millionths)
{
    return millionths * (std::numbers::pi / 180.0 / degree);
}

}  // namespace

MapPlace::MapPlace(int latitude, int longitude, std::string source)
    : m_latitude{latitude}, m_longitude{longitude}, m_source{std::move(source)}
{}

Result<MapPlace> MapPlace::make(int latitude, int longitude, std::string_view source)
{
    if (latitude < south || latitude > north)
        return invalid("latitude", "a latitude from 49 to 61, as 51.7527", formatDegrees(latitude));
    if (longitude < west || longitude > east)
        return invalid("longitude", "a longitude from -9 to 2, as -0.3394", formatDegrees(longitude));
    std::string tidy = tidied(source);
    if (tidy.empty())
        return invalid("source", "where the coordinates were looked up", "nothing");
    if (tidy.size() > longestSource || !isValidUtf8(tidy))
        return invalid("source", "a source of at most 200 bytes",
                       "a text of " + std::to_string(tidy.size()) + " bytes");
    return MapPlace{latitude, longitude, std::move(tidy)};
}

Result<int> parseDegrees(std::string_view text)
{
    const bool negative = text.starts_with('-');
    const auto value = decimal(text.substr(negative || text.starts_with('+') ? 1 : 0), 6);
    if (!value || *value > 180LL * degree)
        return invalid("degrees", "degrees with a point, as 51.7527 or -0.3394",
                       "a text of " + std::to_string(text.size()) + " bytes");
    return static_cast<int>(negative ? -*value : *value);
}

std::string formatDegrees(int millionths)
{
    const std::int64_t size = std::llabs(std::int64_t{millionths});
    std::string part = std::to_string(degree + size % degree).substr(1);
    part.erase(std::max<std::size_t>(part.find_last_not_of('0') + 1, 1));
    return (millionths < 0 ? "-" : "") + std::to_string(size / degree) + '.' + part;
}

int straightLine(const MapPlace& from, const MapPlace& to)
{
    const double up = std::sin((radians(to.latitude()) - radians(from.latitude())) / 2);
    const double across = std::sin((radians(to.longitude()) - radians(from.longitude())) / 2);
    const double half =
        up * up + std::cos(radians(from.latitude())) * std::cos(radians(to.latitude())) * across * across;
    return static_cast<int>(std::lround(2 * earthRadius * std::asin(std::min(1.0, std::sqrt(half))) * mile));
}

Result<int> parseMiles(std::string_view text)
{
    const std::string tidy = tidied(text);
    std::string_view number = tidy;
    for (const std::string_view unit : {"miles", "mile", "mi"})
        if (number.ends_with(unit)) {
            number.remove_suffix(unit.size());
            break;
        }
    while (number.ends_with(' '))
        number.remove_suffix(1);
    const auto tenths = decimal(number, 1);
    if (!tenths || *tenths > longestDistance)
        return invalid("miles", "miles from 0 to 700, as 4.5", "a text of " + std::to_string(text.size()) + " bytes");
    return static_cast<int>(*tenths);
}

std::string formatMiles(int tenths)
{
    return std::to_string(tenths / mile) + '.' + std::to_string(tenths % mile) + " miles";
}

}  // namespace holdfast
