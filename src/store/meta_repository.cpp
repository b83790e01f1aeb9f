#include "store/meta_repository.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view get = "SELECT value FROM store_meta WHERE key = $1";

constexpr std::string_view set = R"(
    INSERT INTO store_meta (key, value)
    VALUES ($1, $2)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value)";

constexpr std::string_view setting = "SELECT value FROM setting WHERE worker = $1 AND key = $2";

constexpr std::string_view saveSetting = R"(
    INSERT INTO setting (worker, key, value)
    VALUES ($1, $2, $3)
    ON CONFLICT (worker, key) DO UPDATE SET value = excluded.value)";

}  // namespace sql

std::string onlyText(const db::Row& row)
{
    return row.text(0);
}

}  // namespace

std::optional<std::string> MetaRepository::get(std::string_view key) const
{
    return m_connection.first(sql::get, {std::string{key}}, onlyText);
}

void MetaRepository::set(std::string_view key, const std::string& value)
{
    m_connection.execute(sql::set, {std::string{key}, value});
}

std::optional<std::string> MetaRepository::setting(const WorkerId& worker, std::string_view key) const
{
    return m_connection.first(sql::setting, {column(worker), std::string{key}}, onlyText);
}

void MetaRepository::saveSetting(const WorkerId& worker, std::string_view key, const std::string& value)
{
    m_connection.execute(sql::saveSetting, {column(worker), std::string{key}, value});
}

}  // namespace holdfast::store
