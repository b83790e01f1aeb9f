#include "db/connection.h"

namespace holdfast::db {

std::optional<std::string> Row::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional{text(column)};
}

}  // namespace holdfast::db
