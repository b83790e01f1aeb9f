// Three fields that stand together, latitude, longitude and source: read as one place, or each told what to put right.
#pragma once

#include "domain/place.h"

#include <optional>

namespace holdfast::ui {

class FieldBox;

/// Each field holds a QLineEdit. Nothing when all three are empty; with something to put right, nothing and errors.
std::optional<MapPlace> readPlace(FieldBox* latitude, FieldBox* longitude, FieldBox* source);

}  // namespace holdfast::ui
