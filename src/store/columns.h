// Between our values and columns: empty ids and unset optionals are NULL, instants are milliseconds, dates are days,
// enums are their names. Only for the .cpp files of this folder.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "db/connection.h"
#include "domain/names.h"

namespace holdfast::store {

template <class Tag, std::size_t n>
db::Value column(const Id<Tag, n>& id)
{
    return id.str();
}
template <class Tag, std::size_t n>
db::Value orNull(const Id<Tag, n>& id)
{
    return id.empty() ? db::Value{} : db::Value{id.str()};
}
inline db::Value column(const std::string& text)
{
    return text;
}
inline db::Value column(Instant instant)
{
    return toMillis(instant);
}
inline db::Value column(Date date)
{
    return toDays(date);
}
inline db::Value column(std::int64_t number)
{
    return number;
}
inline db::Value column(int number)
{
    return std::int64_t{number};
}
inline db::Value column(bool yes)
{
    return std::int64_t{yes ? 1 : 0};
}
template <class Enum>
requires std::is_enum_v<Enum> db::Value column(Enum value)
{
    return std::string{nameOf(value)};
}
template <class T>
db::Value column(const std::optional<T>& value)
{
    return value ? column(*value) : db::Value{};
}

/// An id of that column; empty for NULL.
template <class AnyId>
AnyId idAt(const db::Row& row, int at)
{
    return AnyId{row.view(at)};
}
inline Instant instantAt(const db::Row& row, int at)
{
    return instantFromMillis(row.integer(at));
}
inline std::optional<Instant> optionalInstantAt(const db::Row& row, int at)
{
    return row.isNull(at) ? std::nullopt : std::optional{instantAt(row, at)};
}
inline std::optional<Date> optionalDateAt(const db::Row& row, int at)
{
    return row.isNull(at) ? std::nullopt : std::optional{dateFromDays(row.integer(at))};
}
inline int numberAt(const db::Row& row, int at)
{
    return static_cast<int>(row.integer(at));
}
inline bool yesAt(const db::Row& row, int at)
{
    return row.integer(at) != 0;
}
inline std::optional<bool> optionalYesAt(const db::Row& row, int at)
{
    return row.isNull(at) ? std::nullopt : std::optional{yesAt(row, at)};
}
inline std::optional<int> optionalNumberAt(const db::Row& row, int at)
{
    return row.isNull(at) ? std::nullopt : std::optional{numberAt(row, at)};
}

/// Throws when the database holds a name that no enumerator has.
template <class Enum>
Enum enumAt(const db::Row& row, int at)
{
    if (const auto value = named<Enum>(row.view(at)))
        return *value;
    throw db::Failure{db::Failure::Kind::other, "unknown name in a column of names"};
}
template <class Enum>
std::optional<Enum> optionalEnumAt(const db::Row& row, int at)
{
    return row.isNull(at) ? std::nullopt : std::optional{enumAt<Enum>(row, at)};
}

}  // namespace holdfast::store
