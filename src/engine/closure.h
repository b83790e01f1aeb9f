// CLASP, AFTERCARE and EIGHTEEN: when a service says it is done, may the leg end?
#pragma once

#include "engine/fold.h"

namespace holdfast::engine {

/// A service reports `discharged` or `completed` on its own leg. The leg ends only when nobody is left without support;
/// else it stays as it is, and the answer is a bounce of its own.
void tryToClose(const Step& step, const event::Response& body);

}  // namespace holdfast::engine
