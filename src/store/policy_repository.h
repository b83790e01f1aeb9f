// Policies as loaded, when each was put in force, and the sign-offs of citations. Nothing here is ever changed.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct PolicyRow {
    std::int64_t number = 0;  ///< in the order of loading
    std::string id;
    std::string version;
    std::string title;
    std::string over;    ///< the national policy a local one changes; else empty
    std::string source;  ///< the local file; empty for the shipped policy
    std::string whole;   ///< the whole policy as JSON
    Instant loadedAt;
    WorkerId loadedBy;  ///< empty: it came with the program
    friend bool operator==(const PolicyRow&, const PolicyRow&) = default;
};

struct InForceRow {
    std::int64_t number = 0;
    std::int64_t policy = 0;
    Instant from;
    Instant putAt;
    WorkerId putBy;  ///< empty: the store began with it
    friend bool operator==(const InForceRow&, const InForceRow&) = default;
};

struct SignOffRow {
    std::string citation;
    std::string words;
    WorkerId worker;
    std::string name;  ///< the worker's, as it was then
    Instant at;
    friend bool operator==(const SignOffRow&, const SignOffRow&) = default;
};

class PolicyRepository {
public:
    explicit PolicyRepository(db::Connection& connection) : m_connection{connection} {}

    /// In the order of loading.
    std::vector<PolicyRow> all() const;
    std::optional<PolicyRow> find(std::int64_t number) const;
    std::optional<PolicyRow> find(const std::string& id, const std::string& version) const;
    /// Gives it the next number.
    std::int64_t insert(const PolicyRow& row);

    /// By `from`; of those that begin together the later one last.
    std::vector<InForceRow> inForce() const;
    void putInForce(const InForceRow& row);

    std::vector<SignOffRow> signOffs() const;
    void signOff(const SignOffRow& row);

    /// Another number than before when anybody put a policy in force or signed a citation off.
    std::int64_t stamp() const;

    /// People whose cached state was reckoned at or after that instant, in order.
    std::vector<PersonId> reckonedFrom(Instant instant) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
