// Signed assessment forms, whole, beside the event that signing made. Never changed; made wrong, they are voided by an
// event and stay.
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

struct AssessmentRow {
    EventId event;
    PersonId person;
    Instant at;
    WorkerId worker;
    std::string form;  ///< JSON text (exchange/assessment_form_json.h)

    friend bool operator==(const AssessmentRow&, const AssessmentRow&) = default;
};

class AssessmentRepository {
public:
    explicit AssessmentRepository(db::Connection& connection) : m_connection{connection} {}

    void insert(const AssessmentRow& row);
    std::vector<AssessmentRow> forPerson(const PersonId& person) const;  ///< newest first

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
