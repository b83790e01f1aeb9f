#include "db/connection.h"

namespace holdfast::db {

std::optional<std::int64_t> Row::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional{integer(column)};
}

std::optional<double> Row::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional{real(column)};
}

std::optional<std::string> Row::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional{text(column)};
}

}  // namespace holdfast::db
