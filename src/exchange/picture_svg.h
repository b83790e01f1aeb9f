// A picture of a report as SVG: no script, nothing from elsewhere, the colours of the light theme.
#pragma once

#include "report/document.h"
#include "report/picture.h"

#include <string_view>

namespace holdfast::exchange {

/// The colour of an ink: "#15201E".
std::string_view lightColour(report::Ink ink);

/// An element to stand in a page, with its title and its text alternative for screen readers. Its ids begin with the id of the
/// picture, so that several can stand on one page.
std::string svgElement(const report::Picture& picture);

/// A file of its own: under a title, with the caveats of the report and where it comes from.
std::string writePictureSvg(const report::Picture& picture, const report::Document& document);

}  // namespace holdfast::exchange
