// Joint meetings, and what was recorded of each person in them.
#pragma once

#include "domain/meeting.h"
#include "store/person_brief.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct MeetingRow {
    Meeting meeting;   ///< without place, attendees and agenda
    std::string body;  ///< of these
    CommandId command;
};

struct MeetingRecordRow {
    MeetingRecord record;  ///< without outcome and who was present
    std::string body;      ///< of these
};

/// A person as an agenda shows them.
struct AgendaPerson {
    PersonBrief person;
    PerNeed<NeedStatus> status;
    PerNeed<std::string> detail;
    PerNeed<WorkerId> holder;
};

class MeetingRepository {
public:
    explicit MeetingRepository(db::Connection& connection) : m_connection{connection} {}

    /// Saves if `row.meeting.version` is current (0: it is new) and returns the version one up; else ErrorCode::conflict.
    Result<std::int64_t> save(const MeetingRow& row);
    std::optional<MeetingRow> find(const MeetingId& id) const;
    std::optional<MeetingRow> byCommand(const CommandId& command) const;
    std::vector<MeetingRow> newest(int limit) const;

    /// Those in whose body the id stands.
    std::vector<MeetingRow> naming(const PersonId& person) const;

    void insert(const MeetingRecordRow& row);
    std::vector<MeetingRecordRow> records(const MeetingId& meeting) const;  ///< by person, oldest first
    std::optional<MeetingRecordRow> recordByCommand(const CommandId& command) const;

    std::optional<AgendaPerson> person(const PersonId& id) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
