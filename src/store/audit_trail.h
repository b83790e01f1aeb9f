// Who did or saw what, append-only, numbered without a gap, each entry chained to the one before by a keyed hash. Ids and
// codes only, and the reason where somebody had to give one.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/audit.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::db {
class Connection;
class Secret;
}  // namespace holdfast::db

namespace holdfast::store {

struct AuditRow {
    std::int64_t seq = 0;  ///< given by append()
    Instant at;
    WorkerId worker;
    std::string action;    ///< nameOf(app::Action), or beginAuditChain
    std::string subject;   ///< id of a person, service, worker; empty when it is about none
    std::string detail;    ///< a code: event kind, report name, "12 rows"
    std::string reason{};  ///< in the worker's words, where one was asked for
    std::string seal{};    ///< of an entry whose reason went with a record that was disposed of

    friend bool operator==(const AuditRow&, const AuditRow&) = default;
};

/// The entry that says: those before me were written without a chain and were linked in when I was written.
inline constexpr std::string_view beginAuditChain = "begin_audit_chain";

class AuditTrail {
public:
    explicit AuditTrail(db::Connection& connection) : m_connection{connection} {}

    /// Appends under the next number, which it returns. Writers of other connections wait until this one commits.
    std::int64_t append(const AuditRow& row);

    std::vector<AuditRow> page(std::int64_t after, int limit) const;           ///< in order
    std::vector<AuditRow> about(const std::string& subject, int limit) const;  ///< newest first

    std::int64_t countSince(Instant then) const;
    std::int64_t countSince(Instant then, std::string_view action) const;  ///< of that kind, done and not refused

    /// Visits entries in order with their links.
    using VisitLinked = std::function<void(const AuditRow& row, const std::string& mac)>;
    void linked(std::int64_t after, int limit, const VisitLinked& visit) const;

    std::optional<AuditAnchor> newest() const;
    /// Empty when there is no such entry.
    std::string linkAt(std::int64_t seq) const;
    std::int64_t lastNumber() const;  ///< the last that was given, whether or not its entry is still there

    /// The first other entry with this link, for an entry that is a copy.
    std::optional<std::int64_t> otherWith(const std::string& mac, std::int64_t seq) const;

    /// Links the entries of a store from before the chain and says so in an entry of its own. Returns how many.
    std::int64_t linkOldEntries(Instant now);

    /// Takes the reasons out of the entries about people whose record is going, and seals what stays of those.
    void sealReasonsAbout(const std::vector<PersonId>& people);

    /// Whether `row` with this link is as it was written after the entry with the link `previous`; of one whose reason
    /// went with its record, whether what stays is.
    bool follows(const AuditRow& row, const std::string& previous, const std::string& mac) const;

    /// What links `row` to the entry whose link is `previous`; that of the first follows on nothing.
    std::string linkOf(const AuditRow& row, const std::string& previous) const;
    /// Seals a text with the key of the trail, apart from all links.
    std::string sealOf(std::string_view text) const;

private:
    std::string sealBeside(const AuditRow& row, const std::string& previous, const std::string& mac) const;
    const db::Secret& key() const;

    db::Connection& m_connection;
};

}  // namespace holdfast::store
