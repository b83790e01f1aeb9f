// Coordinates with their source, as members of a larger object. Only for this folder.
#pragma once

#include "domain/place.h"

#include <optional>
#include <string_view>

namespace holdfast::exchange {

class JsonIn;
class JsonOut;

/// From "latitude", "longitude" and the member named `source`: nothing when none of the three is there; complains when
/// one is missing, for no coordinate stands without its source.
std::optional<MapPlace> placeIn(const JsonIn& object, std::string_view source);

void writePlace(JsonOut& out, const MapPlace& place, std::string_view source);

}  // namespace holdfast::exchange
