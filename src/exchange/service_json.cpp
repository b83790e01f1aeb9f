#include "exchange/service_json.h"

#include "domain/opening_hours.h"
#include "domain/postcode.h"
#include "exchange/event_parts.h"
#include "exchange/json_input.h"
#include "exchange/json_output.h"
#include "exchange/place_json.h"

#include <algorithm>
#include <array>

namespace holdfast::exchange {
namespace {

constexpr int oldest = 130;
constexpr int longestWait = 5000;
constexpr std::size_t mostServices = 5000;

struct YesNoName {
    std::string_view name;
    std::optional<bool> Service::*fact;
};
constexpr std::array yesNoNames{
    YesNoName{"accepts_concurrent_use", &Service::acceptsConcurrentUse},
    YesNoName{"helps_with_travel_cost", &Service::helpsWithTravelCost},
    YesNoName{"step_free_access", &Service::stepFreeAccess},
    YesNoName{"offers_group", &Service::offersGroup},
    YesNoName{"offers_one_to_one", &Service::offersOneToOne},
    YesNoName{"offers_remote", &Service::offersRemote},
    YesNoName{"offers_in_person", &Service::offersInPerson},
    YesNoName{"workers_with_lived_experience", &Service::workersWithLivedExperience},
    YesNoName{"offers_family_or_carers", &Service::offersFamilyOrCarers},
};

struct TextName {
    std::string_view name;
    std::string Service::*text;
};
constexpr std::string_view placeSource = "coordinates_source";

constexpr std::array textNames{
    TextName{"phone", &Service::phone},     TextName{"email", &Service::email}, TextName{"address", &Service::address},
    TextName{"website", &Service::website}, TextName{"notes", &Service::notes}, TextName{"ods_code", &Service::odsCode},
};

std::string areaOf(const JsonIn& in)
{
    if (!isPostcodeArea(in.text(10)))
        in.failCode(R"(a postcode area or district such as "SG" or "AL1")");
    return in.text();
}

OpeningHours hoursOf(const JsonIn& in)
{
    const auto hours = parseOpeningHours(in.text(40));
    if (!hours)
        in.fail("opening hours such as \"mon-fri 09:00-17:00\"");
    return *hours;
}

void readAges(const JsonIn& in, Service& service)
{
    service.minAge = optionally(in, "min_age", [](const JsonIn& age) { return age.integer(0, oldest); });
    service.maxAge = optionally(in, "max_age", [](const JsonIn& age) { return age.integer(1, oldest); });
    if (service.minAge && service.maxAge && *service.minAge >= *service.maxAge)
        in.at("max_age").fail("an age above \"min_age\"");
}

template <class Read>
auto listIn(const JsonIn& in, std::string_view name, Read&& read)
{
    const auto list = in.find(name);
    return list ? listOf(*list, read) : std::vector<std::invoke_result_t<Read, JsonIn>>{};
}

void writeTexts(JsonOut& out, std::string_view name, const std::vector<std::string>& texts)
{
    if (texts.empty())
        return;
    out.key(name).beginArray();
    for (const std::string& text : texts)
        out.text(text);
    out.endArray();
}

template <class Enum>
void writeNames(JsonOut& out, std::string_view name, const std::vector<Enum>& values)
{
    out.key(name).beginArray();
    for (const Enum value : values)
        out.text(nameOf(value));
    out.endArray();
}

void writeHours(JsonOut& out, const std::vector<OpeningHours>& hours)
{
    std::vector<std::string> texts;
    texts.reserve(hours.size());
    for (const OpeningHours& opening : hours)
        texts.push_back(formatOpeningHours(opening));
    writeTexts(out, "hours", texts);
}

void writeNumber(JsonOut& out, std::string_view name, const std::optional<int>& number)
{
    if (number)
        out.member(name, *number);
}

}  // namespace

bool isPostcodeArea(std::string_view text)
{
    const auto isUpperOrDigit = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= 4 && std::ranges::all_of(text, isUpperOrDigit) && text[0] >= 'A';
}

Service serviceOf(const JsonIn& in)
{
    in.allowOnly({"active"}, serviceFields);
    Service service;
    service.id = in.at("id").id<ServiceId>();
    service.name = in.at("name").someText(200);
    service.kind = in.at("kind").named<ServiceKind>();
    service.needs = needsOf(in.at("needs"));
    readAges(in, service);
    service.areas = listIn(in, "areas", areaOf);
    service.hours = listIn(in, "hours", hoursOf);
    service.waitDays = optionally(in, "wait_days", [](const JsonIn& wait) { return wait.integer(0, longestWait); });
    service.severities = listIn(in, "severities", [](const JsonIn& severity) { return severity.named<Severity>(); });
    if (const auto postcode = in.find("postcode")) {
        const auto parsed = Postcode::parse(postcode->text(20));
        if (!parsed)
            postcode->fail("a UK postcode");
        service.postcode = parsed->text();
    }
    service.place = placeIn(in, placeSource);
    service.languages = listIn(in, "languages", [](const JsonIn& language) { return language.someText(80); });
    for (const auto& [name, fact] : yesNoNames)
        service.*fact = optionally(in, name, [](const JsonIn& value) { return value.boolean(); });
    for (const auto& [name, text] : textNames)
        service.*text = optionally(in, name, [](const JsonIn& value) { return value.text(2000); }).value_or("");
    service.active = optionally(in, "active", [](const JsonIn& value) { return value.boolean(); }).value_or(true);
    return service;
}

namespace {

std::vector<Service> servicesOf(const JsonIn& in)
{
    std::vector<Service> services;
    in.mustBeArray();
    if (in.size() > mostServices)
        in.fail("at most 5000 services");
    for (std::size_t i = 0; i < in.size(); ++i)
        services.push_back(serviceOf(in[i]));
    std::vector<ServiceId> ids;
    for (std::size_t i = 0; i < in.size(); ++i)
        ids.push_back(services[i].id);
    std::ranges::sort(ids);
    for (std::size_t i = 0; i < in.size(); ++i)
        if (std::ranges::upper_bound(ids, services[i].id) - std::ranges::lower_bound(ids, services[i].id) > 1)
            in[i].at("id").failCode("an id that no other service has");
    return services;
}

}  // namespace

std::vector<OutwardPlace> outwardPlacesOf(const JsonIn& in)
{
    in.mustBeArray();
    if (in.size() > mostServices)
        in.fail("at most 5000 outward codes");
    std::vector<OutwardPlace> places;
    for (std::size_t i = 0; i < in.size(); ++i) {
        in[i].allowOnly({"outward", "latitude", "longitude", "source"});
        const auto outward = parseOutward(in[i].at("outward").text(10));
        if (!outward)
            in[i].at("outward").failCode("the first half of a postcode, as AL1");
        if (std::ranges::find(places, *outward, &OutwardPlace::outward) != places.end())
            in[i].at("outward").failCode("each outward code once");
        auto place = placeIn(in[i], "source");
        if (!place)
            in[i].fail("latitude, longitude and source");
        places.push_back({*outward, *std::move(place)});
    }
    return places;
}

Directory directoryOf(const JsonIn& in)
{
    return Directory{servicesOf(in)};
}

void writeService(JsonOut& out, const Service& service)
{
    out.beginObject().member("id", service.id.text()).member("name", service.name).member("kind", nameOf(service.kind));
    writeNames(out, "needs", service.needs);
    writeNumber(out, "min_age", service.minAge);
    writeNumber(out, "max_age", service.maxAge);
    writeTexts(out, "areas", service.areas);
    writeHours(out, service.hours);
    writeNumber(out, "wait_days", service.waitDays);
    if (!service.severities.empty())
        writeNames(out, "severities", service.severities);
    if (service.postcode)
        out.member("postcode", *service.postcode);
    if (service.place)
        writePlace(out, *service.place, placeSource);
    writeTexts(out, "languages", service.languages);
    for (const auto& [name, fact] : yesNoNames)
        if (service.*fact)
            out.member(name, *(service.*fact));
    for (const auto& [name, text] : textNames)
        if (!(service.*text).empty())
            out.member(name, service.*text);
    if (!service.active)
        out.member("active", false);
    out.endObject();
}

std::string writeService(const Service& service)
{
    JsonOut out;
    writeService(out, service);
    return std::move(out).str();
}

std::string writeDirectory(const Directory& directory)
{
    JsonOut out;
    out.beginArray();
    for (const Service& service : directory.services())
        writeService(out, service);
    out.endArray();
    return std::move(out).str();
}

Result<Service> readService(std::string_view text)
{
    return readJson(text, serviceOf);
}

Result<Directory> readDirectory(std::string_view text)
{
    return readJson(text, [](const JsonIn& in) {
        if (!in.isObject())
            return directoryOf(in);
        in.allowOnly({"directory", "outward_codes"});
        const auto outward = in.find("outward_codes");
        return Directory{servicesOf(in.at("directory")),
                         outward ? outwardPlacesOf(*outward) : std::vector<OutwardPlace>{}};
    });
}

}  // namespace holdfast::exchange
