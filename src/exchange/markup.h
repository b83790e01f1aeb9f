// Text as it may stand in HTML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace holdfast::exchange {

/// Plain text wherever it stands: in an element and in a quoted attribute.
std::string plainMarkup(std::string_view text);

}  // namespace holdfast::exchange
