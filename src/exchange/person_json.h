// The facts of a person that the engine may read, as in scenario and assessment files.
#pragma once

#include "domain/person.h"

namespace holdfast::exchange {

class JsonIn;

/// Throws a Complaint (json_input.h).
PersonFacts personFactsOf(const JsonIn& in);

}  // namespace holdfast::exchange
