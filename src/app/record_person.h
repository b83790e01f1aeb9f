// A person's details as they are read: of a joined record those of the kept person, with what they leave empty filled from
// the other until somebody has saved them.
#pragma once

#include "base/error.h"
#include "domain/person.h"

#include <optional>

namespace holdfast::db {
class Connection;
}

namespace holdfast::app {

/// Of the record that this id leads to now; so its id may be another one.
std::optional<Person> personOfRecord(db::Connection& connection, const PersonId& id);

/// For an id that leads nowhere. Of a record that was disposed of, with `where` "disposed" and the day as `detail`.
Error noSuchPerson(db::Connection& connection, const PersonId& id);

}  // namespace holdfast::app
