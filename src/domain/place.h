// Where something lies on the map, and who says so: WGS84 coordinates never stand without their source.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace holdfast {

/// Degrees are held in millionths, a tenth of a metre: they come back as they were written, on every database.
inline constexpr int degree = 1'000'000;

/// Latitude and longitude within the United Kingdom (49 to 61 north, 9 west to 2 east), so that the two numbers
/// swapped, or a lost minus, are noticed; and where they were looked up.
class MapPlace {
public:
    static constexpr std::size_t longestSource = 200;

    /// The error names "latitude", "longitude" or "source".
    static Result<MapPlace> make(int latitude, int longitude, std::string_view source);

    int latitude() const { return m_latitude; }    ///< millionths of a degree, north
    int longitude() const { return m_longitude; }  ///< millionths of a degree, east
    const std::string& source() const { return m_source; }

    friend bool operator==(const MapPlace&, const MapPlace&) = default;

private:
    MapPlace(int latitude, int longitude, std::string source);
    int m_latitude;
    int m_longitude;
    std::string m_source;
};

/// Where the middle of a postcode district lies.
struct OutwardPlace {
    std::string outward;  ///< "AL1"
    MapPlace place;
    std::int64_t version = 0;  ///< up by one with every save
    friend bool operator==(const OutwardPlace&, const OutwardPlace&) = default;
};

/// "51.7527" or "-0.34"; at most nine decimals, of which six are kept.
Result<int> parseDegrees(std::string_view text);
std::string formatDegrees(int millionths);  ///< "51.7527"

/// Distances are tenths of a mile.
inline constexpr int mile = 10;
inline constexpr int longestDistance = 700 * mile;

/// In a straight line (haversine) over a sphere with the mean radius of the Earth, 3958.76 miles. Roads are longer.
int straightLine(const MapPlace& from, const MapPlace& to);

/// "4.2" or "4.2 miles": a number from 0 to 700, of which one decimal is kept.
Result<int> parseMiles(std::string_view text);
std::string formatMiles(int tenths);  ///< "4.2 miles"

}  // namespace holdfast
