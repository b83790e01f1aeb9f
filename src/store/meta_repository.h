// Facts about the store itself: whether it is for practice, its id, the policy in force; and settings of a worker.
#pragma once

#include "base/id.h"

#include <optional>
#include <string>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

inline constexpr std::string_view metaPractice = "practice";  ///< "yes" in a store of made-up people
inline constexpr std::string_view metaStoreId = "store_id";
inline constexpr std::string_view metaPolicy = "policy";
inline constexpr std::string_view metaAuditKey = "audit_key";  ///< of a store that is not encrypted
inline constexpr std::string_view metaBackupFolder = "backup_folder";
inline constexpr std::string_view metaBackupAt = "backup_at";  ///< minutes from midnight in London; "" for not daily
inline constexpr std::string_view metaUncleared =
    "uncleared";  ///< the last disposal whose traces may be left; "": none
inline constexpr std::string_view metaBackupLast = "backup_last";  ///< the moment of the newest that was read back

class MetaRepository {
public:
    explicit MetaRepository(db::Connection& connection) : m_connection{connection} {}

    std::optional<std::string> get(std::string_view key) const;
    void set(std::string_view key, const std::string& value);

    /// What a worker chose: text size, last filters.
    std::optional<std::string> setting(const WorkerId& worker, std::string_view key) const;
    void saveSetting(const WorkerId& worker, std::string_view key, const std::string& value);

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
