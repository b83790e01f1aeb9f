// Ids of services that people can read: "wrenfield-cmht".
#pragma once

#include "base/id.h"
#include "store/service_repository.h"

namespace holdfast::app {

/// Made of the name; with a number when it is taken.
ServiceId serviceIdFor(const std::string& name, const store::ServiceRepository& services);

}  // namespace holdfast::app
