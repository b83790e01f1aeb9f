// Which ids make up one record. Two records of one person that were joined keep their rows under their own ids; whoever
// reads a person's rows asks here for the ids, and whoever writes one writes under the leading id.
#pragma once

#include "base/id.h"
#include "db/connection.h"

#include <string_view>
#include <vector>

namespace holdfast::store {

/// The leading id first, then those merged into it, by id. Any of them may be asked for; of a person who was never merged it
/// is their own alone.
std::vector<PersonId> partsOf(db::Connection& connection, const PersonId& person);

/// The id that leads the record which this one belongs to now; itself unless it was merged.
PersonId recordOf(db::Connection& connection, const PersonId& person);

/// Whose of its ids the rows of something stand under that a record has once: the leading id when it has them, else the
/// first that has; the leading id as well when none does. `owners` asks for those among the parts "(@)", `values` before them.
PersonId whoseOf(db::Connection& connection, const PersonId& person, std::string_view owners, db::Params values);

/// Whether both ids lead to the same record.
bool isSameRecord(db::Connection& connection, const PersonId& one, const PersonId& other);

}  // namespace holdfast::store
