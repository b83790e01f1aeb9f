// Whose answers about sharing, and whose carers, may have to be asked again. What is due is decided in the domain: here
// is only who is looked at.
#pragma once

#include "domain/consent.h"
#include "store/person_brief.h"
#include "store/unseen.h"

#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

/// Somebody who is held, with an answer or a carer whose day has come, and who holds them.
struct ReviewRow {
    PersonBrief person;
    WorkerId worker;
    std::string workerName;
    PerNeed<NeedStatus> status{};
    PerNeed<std::string> detail{};
    friend bool operator==(const ReviewRow&, const ReviewRow&) = default;
};

class ReviewQuery {
public:
    ReviewQuery(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    /// Held by one of `workers` (at most 8), or else by somebody of `team`: with a yes to be looked at by `by`, or a carer
    /// known since `knownBy` who was offered nothing. Each person once, by id.
    std::vector<ReviewRow> people(const std::vector<WorkerId>& workers, const ServiceId& team, Date by, Date knownBy,
                                  int limit) const;

private:
    db::Connection& m_connection;
    Unseen m_unseen;
};

}  // namespace holdfast::store
