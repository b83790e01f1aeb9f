// A person in a list, as the store found them.
#pragma once

#include "app/people.h"
#include "store/person_search.h"

namespace holdfast::app {

PersonRow personRowOf(const store::PersonSearchRow& from, Date today);

}  // namespace holdfast::app
