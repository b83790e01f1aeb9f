// Carers, for whom they care, and their calls. A call keeps its facts; only the call-back and its undoing are written on.
#pragma once

#include "domain/carer.h"
#include "store/unseen.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

/// A carer of a person, and how many others they care for.
struct CarerRow {
    Carer carer;
    CarerLink link;
    int others = 0;
};

/// A call-back somebody owes, with whom it is about.
struct OwedRow {
    CarerCall call;
    Carer carer;
    std::string givenName;
    std::string preferredName;
    std::string familyName;
};

class CarerRepository {
public:
    explicit CarerRepository(db::Connection& connection) : m_connection{connection} {}

    std::optional<Carer> find(const CarerId& id) const;
    /// Saves if `carer.version` is current (0: new) and returns it one up; else ErrorCode::conflict, `where` "version".
    Result<Carer> save(Carer carer);
    /// By the beginning of a name, in order.
    std::vector<Carer> search(const std::string& text, const Unseen& unseen, int limit) const;

    std::optional<CarerLink> link(const CarerId& carer, const PersonId& person) const;
    Result<CarerLink> save(CarerLink link);
    std::vector<CarerRow> of(const PersonId& person) const;  ///< those who care now first, then by name

    void insertCall(const CarerCall& call);
    std::optional<CarerCall> call(const CarerCallId& id) const;
    std::optional<CarerCall> callByCommand(const CommandId& command) const;
    std::vector<CarerCall> calls(const PersonId& person) const;  ///< newest first
    /// False when there is nothing owed any more. Nothing of `at`: it is owed again.
    bool setCalledBack(const CarerCallId& id, std::optional<Instant> at, const WorkerId& by);
    bool undoCall(const CarerCallId& id, Instant at, const WorkerId& by);
    /// What this worker owes, the soonest first.
    std::vector<OwedRow> owed(const WorkerId& worker, const Unseen& unseen, int limit) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
