// Stories with who read them, when they had to be told again, and which sections were printed last. Bodies are text here;
// exchange/story_json reads them.
#pragma once

#include "domain/passport.h"
#include "domain/story.h"

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct StoryRow {
    StoryVersion version;  ///< its story is empty: it is in the body
    std::string body;
};

struct PassportRow {
    std::string sections;
    PassportReader reader = PassportReader::person;
    bool largePrint = false;
    WorkerId worker;
    Instant at;
};

class StoryRepository {
public:
    explicit StoryRepository(db::Connection& connection) : m_connection{connection} {}

    /// The version after `row.version.number`; ErrorCode::conflict when there is one already.
    Result<StoryRow> add(StoryRow row);
    std::vector<StoryRow> of(const PersonId& person) const;  ///< newest first
    std::optional<StoryRow> byCommand(const CommandId& command) const;

    /// False when that worker had confirmed it before.
    bool addReading(const StoryReading& reading);
    std::vector<StoryReading> readings(const PersonId& person) const;  ///< oldest first

    void addRetelling(const Retelling& retelling);
    /// False when there is none, or it was taken back before.
    bool takeBackRetelling(const RetellingId& id, const PersonId& person);
    std::vector<Retelling> retellings(const PersonId& person) const;  ///< oldest first, those taken back too

    void rememberPassport(const PersonId& person, const PassportRow& row);
    std::optional<PassportRow> passport(const PersonId& person) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
