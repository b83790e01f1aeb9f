// A draft's body as passages of text.
#pragma once

#include "app/drafts.h"

namespace holdfast::app {

/// In the order of the body; what is empty is left out. A letter is one passage, as it reads aloud.
std::vector<Passage> passagesOf(const std::string& kind, const std::string& body);

}  // namespace holdfast::app
