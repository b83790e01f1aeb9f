// What every list shows of a person.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <optional>
#include <string>

namespace holdfast::store {

struct PersonBrief {
    PersonId id;
    std::string name;      ///< preferred or given name, then family name
    std::string fullName;  ///< given and family name
    std::string pronouns;
    std::optional<Date> born;
    std::string nhsNumber;

    friend bool operator==(const PersonBrief&, const PersonBrief&) = default;
};

}  // namespace holdfast::store
