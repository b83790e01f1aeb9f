// What a person's record must look like before it is kept.
#pragma once

#include "base/result.h"
#include "domain/person.h"

namespace holdfast::app {

/// The record tidied and normalised, or ErrorCode::invalid with `where` the field ("born", "nhsNumber", "postcode").
Result<Person> checkedPerson(Person person, Date today);

}  // namespace holdfast::app
