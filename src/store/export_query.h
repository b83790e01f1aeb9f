// What an export of raw events reads, a stretch of people at a time: in the order of their ids, so that nothing has to be
// sorted and no more than the stretch lies in memory.
#pragma once

#include "store/event_repository.h"
#include "store/unseen.h"

#include <string>
#include <vector>

namespace holdfast::store {

struct CarerContactRow {
    PersonId person;
    Instant at;
    std::string direction;
    std::string outcome;
    bool undone = false;
    friend bool operator==(const CarerContactRow&, const CarerContactRow&) = default;
};

struct RetellingRow {
    PersonId person;
    Instant at;
    bool takenBack = false;
    friend bool operator==(const RetellingRow&, const RetellingRow&) = default;
};

/// People by their ids: those after the one, up to and with the other; what happened from the one instant until before
/// the other.
struct ExportStretch {
    PersonId after;
    PersonId last;
    Instant from;
    Instant until;
};

class ExportQuery {
public:
    ExportQuery(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    /// By person, then in the order recorded.
    std::vector<EventRow> events(const ExportStretch& stretch) const;
    std::vector<CarerContactRow> carerContacts(const ExportStretch& stretch) const;
    std::vector<RetellingRow> retellings(const ExportStretch& stretch) const;
    /// Ids that were ever merged into another.
    std::vector<PersonId> everMerged(const ExportStretch& stretch) const;

private:
    db::Connection& m_connection;
    Unseen m_unseen;
};

}  // namespace holdfast::store
