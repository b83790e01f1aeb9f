// A service as a JSON object: scenario files, directory files and the store share this one spelling.
#pragma once

#include "base/result.h"
#include "domain/service.h"

#include <array>
#include <string>
#include <string_view>

namespace holdfast::exchange {

/// What is said of a service, by the names that JSON and the columns of a spreadsheet share; beside these the JSON
/// says whether the service is active.
inline constexpr std::array<std::string_view, 30> serviceFields{"id",
                                                                "name",
                                                                "kind",
                                                                "needs",
                                                                "min_age",
                                                                "max_age",
                                                                "areas",
                                                                "hours",
                                                                "wait_days",
                                                                "accepts_concurrent_use",
                                                                "severities",
                                                                "postcode",
                                                                "latitude",
                                                                "longitude",
                                                                "coordinates_source",
                                                                "languages",
                                                                "helps_with_travel_cost",
                                                                "step_free_access",
                                                                "offers_group",
                                                                "offers_one_to_one",
                                                                "offers_remote",
                                                                "offers_in_person",
                                                                "workers_with_lived_experience",
                                                                "offers_family_or_carers",
                                                                "phone",
                                                                "email",
                                                                "address",
                                                                "website",
                                                                "notes",
                                                                "ods_code"};

class JsonIn;
class JsonOut;

/// Compact and canonical; what is not recorded is left out. Not the version: that is the store's.
std::string writeService(const Service& service);
void writeService(JsonOut& out, const Service& service);
std::string writeDirectory(const Directory& directory);  ///< the array

Result<Service> readService(std::string_view text);

/// An array of services, or an object whose `directory` is one; beside it `outward_codes` may say where postcode
/// districts lie: an array of objects with outward, latitude, longitude and source.
Result<Directory> readDirectory(std::string_view text);

/// For readers of larger documents: these throw a Complaint (json_input.h).
Service serviceOf(const JsonIn& in);
Directory directoryOf(const JsonIn& in);
std::vector<OutwardPlace> outwardPlacesOf(const JsonIn& in);

/// "SG" or "AL1": nothing wrong, or what was expected.
bool isPostcodeArea(std::string_view text);

}  // namespace holdfast::exchange
