// The columns of a PersonBrief, wherever a list selects them. Only for the .cpp files of this folder.
#pragma once

#include "domain/person.h"
#include "store/columns.h"
#include "store/person_brief.h"

namespace holdfast::store {

/// Reads, from column `at` on: id, given_name, family_name, preferred_name, pronouns, born, nhs_number.
inline PersonBrief briefAt(const db::Row& row, int at)
{
    PersonBrief brief;
    brief.id = idAt<PersonId>(row, at);
    const std::string given = row.text(at + 1);
    const std::string family = row.text(at + 2);
    const std::string_view preferred = row.view(at + 3);
    const auto joined = [&](std::string_view first) {
        return std::string{first} + (first.empty() || family.empty() ? "" : " ") + family;
    };
    brief.name = joined(preferred.empty() ? std::string_view{given} : preferred);
    brief.fullName = joined(given);
    brief.pronouns = row.text(at + 4);
    brief.born = optionalDateAt(row, at + 5);
    brief.nhsNumber = row.text(at + 6);
    return brief;
}

}  // namespace holdfast::store
