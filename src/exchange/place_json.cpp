#include "exchange/place_json.h"

#include "exchange/json_input.h"
#include "exchange/json_output.h"

#include <algorithm>
#include <cmath>

namespace holdfast::exchange {
namespace {

int degreesOf(const JsonIn& in)
{
    constexpr double tooMany = 1000;  // of any place on the Earth; what is left fits into millionths
    if (in.isInteger())
        return static_cast<int>(std::clamp<std::int64_t>(in.value().integer, -1000, 1000)) * degree;
    if (in.value().kind != JsonValue::Kind::real)
        in.fail("degrees with a point, as 51.7527");
    return static_cast<int>(std::llround(std::clamp(in.value().real, -tooMany, tooMany) * degree));
}

[[noreturn]] void complain(const JsonIn& object, std::string_view member, std::string detail)
{
    throw Complaint{{ErrorCode::invalid, object.pointer() + pointerStep(member), std::move(detail)}};
}

}  // namespace

std::optional<MapPlace> placeIn(const JsonIn& object, std::string_view source)
{
    const auto latitude = object.find("latitude");
    const auto longitude = object.find("longitude");
    const auto said = object.find(source);
    if (!latitude && !longitude && !said)
        return std::nullopt;
    if (!latitude)
        complain(object, "latitude", "expected the latitude too, found nothing");
    if (!longitude)
        complain(object, "longitude", "expected the longitude too, found nothing");
    const int north = degreesOf(*latitude);
    const int east = degreesOf(*longitude);
    auto place = MapPlace::make(north, east, said ? said->text(2000) : std::string{});
    if (!place)
        complain(object, place.error().where == "source" ? source : place.error().where, place.error().detail);
    return *std::move(place);
}

void writePlace(JsonOut& out, const MapPlace& place, std::string_view source)
{
    out.key("latitude").decimal(place.latitude(), 6).key("longitude").decimal(place.longitude(), 6);
    out.member(source, place.source());
}

}  // namespace holdfast::exchange
