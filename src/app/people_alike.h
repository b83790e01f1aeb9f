// Who is registered already and may be the same person as another.
#pragma once

#include "app/people.h"

namespace holdfast::app {

/// Those whom the worker of the present use case may see, the likeliest first; at most eight.
std::vector<AlikePerson> alikeTo(Workspace& workspace, const Person& about);

}  // namespace holdfast::app
