// Coordinates with their source out of a row. Only for the .cpp files of this folder.
#pragma once

#include "domain/place.h"
#include "store/columns.h"

namespace holdfast::store {

/// From the columns latitude, longitude and source, beginning at `at`. Throws when the database holds what cannot be.
inline MapPlace placeAt(const db::Row& row, int at)
{
    if (auto place = MapPlace::make(numberAt(row, at), numberAt(row, at + 1), row.view(at + 2)))
        return *std::move(place);
    throw db::Failure{db::Failure::Kind::other, "impossible coordinates in the database"};
}

}  // namespace holdfast::store
