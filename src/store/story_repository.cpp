#include "store/story_repository.h"

#include "store/columns.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view columns =
    "SELECT person, number, body, author, role, service, written_at, command FROM story";
constexpr std::string_view ofPerson = " WHERE person = ? ORDER BY number DESC";
constexpr std::string_view ofCommand = " WHERE command = ?";

constexpr std::string_view insert = R"(
    INSERT INTO story (person, number, body, author, role, service, written_at, command)
    SELECT $1, $2 + 1, $3, $4, $5, $6, $7, $8
    WHERE $2 = (SELECT COALESCE(MAX(o.number), 0) FROM story o WHERE o.person = $1)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view insertReading = R"(
    INSERT INTO story_reading (person, number, worker, at)
    VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING)";
constexpr std::string_view readings =
    "SELECT person, number, worker, at FROM story_reading WHERE person = $1 ORDER BY at, number, worker";

constexpr std::string_view insertRetelling =
    "INSERT INTO retelling (id, person, to_whom, worker, at, taken_back) VALUES ($1, $2, $3, $4, $5, $6)";
constexpr std::string_view takeBack =
    "UPDATE retelling SET taken_back = 1 WHERE id = $1 AND person = $2 AND taken_back = 0";
constexpr std::string_view retellings =
    "SELECT id, person, to_whom, worker, at, taken_back FROM retelling WHERE person = $1 ORDER BY at, id";

constexpr std::string_view rememberPassport = R"(
    INSERT INTO passport_choice (person, sections, reader, large_print, worker, at)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (person) DO UPDATE
    SET sections = excluded.sections, reader = excluded.reader, large_print = excluded.large_print,
        worker = excluded.worker, at = excluded.at)";
constexpr std::string_view passport =
    "SELECT sections, reader, large_print, worker, at FROM passport_choice WHERE person = $1";

}  // namespace sql

StoryRow storyAt(const db::Row& row)
{
    StoryRow story;
    story.version.person = idAt<PersonId>(row, 0);
    story.version.number = numberAt(row, 1);
    story.body = row.text(2);
    story.version.author = idAt<WorkerId>(row, 3);
    story.version.role = enumAt<Role>(row, 4);
    story.version.service = idAt<ServiceId>(row, 5);
    story.version.writtenAt = instantAt(row, 6);
    story.version.command = idAt<CommandId>(row, 7);
    return story;
}

StoryReading readingAt(const db::Row& row)
{
    return {idAt<PersonId>(row, 0), numberAt(row, 1), idAt<WorkerId>(row, 2), instantAt(row, 3)};
}

Retelling retellingAt(const db::Row& row)
{
    return {idAt<RetellingId>(row, 0), idAt<PersonId>(row, 1), row.text(2),
            idAt<WorkerId>(row, 3),    instantAt(row, 4),      yesAt(row, 5)};
}

PassportRow passportAt(const db::Row& row)
{
    return {row.text(0), enumAt<PassportReader>(row, 1), yesAt(row, 2), idAt<WorkerId>(row, 3), instantAt(row, 4)};
}

}  // namespace

Result<StoryRow> StoryRepository::add(StoryRow row)
{
    StoryVersion& version = row.version;
    const auto added =
        m_connection.execute(sql::insert, {column(version.person), column(version.number), row.body,
                                           column(version.author), column(version.role), column(version.service),
                                           column(version.writtenAt), column(version.command)});
    if (added == 0)
        return Error{ErrorCode::conflict, "version", "it was written since it was read"};
    ++version.number;
    return row;
}

std::vector<StoryRow> StoryRepository::of(const PersonId& person) const
{
    const SqlText text = SqlText{}.add(sql::columns).add(sql::ofPerson, {column(person)});
    return m_connection.list(text.text(), text.values(), storyAt);
}

std::optional<StoryRow> StoryRepository::byCommand(const CommandId& command) const
{
    const SqlText text = SqlText{}.add(sql::columns).add(sql::ofCommand, {column(command)});
    return m_connection.first(text.text(), text.values(), storyAt);
}

bool StoryRepository::addReading(const StoryReading& reading)
{
    return m_connection.execute(sql::insertReading, {column(reading.person), column(reading.number),
                                                     column(reading.worker), column(reading.at)}) > 0;
}

std::vector<StoryReading> StoryRepository::readings(const PersonId& person) const
{
    return m_connection.list(sql::readings, {column(person)}, readingAt);
}

void StoryRepository::addRetelling(const Retelling& retelling)
{
    m_connection.execute(sql::insertRetelling,
                         {column(retelling.id), column(retelling.person), retelling.toWhom, column(retelling.worker),
                          column(retelling.at), column(retelling.takenBack)});
}

bool StoryRepository::takeBackRetelling(const RetellingId& id, const PersonId& person)
{
    return m_connection.execute(sql::takeBack, {column(id), column(person)}) > 0;
}

std::vector<Retelling> StoryRepository::retellings(const PersonId& person) const
{
    return m_connection.list(sql::retellings, {column(person)}, retellingAt);
}

void StoryRepository::rememberPassport(const PersonId& person, const PassportRow& row)
{
    m_connection.execute(sql::rememberPassport, {column(person), row.sections, column(row.reader),
                                                 column(row.largePrint), column(row.worker), column(row.at)});
}

std::optional<PassportRow> StoryRepository::passport(const PersonId& person) const
{
    return m_connection.first(sql::passport, {column(person)}, passportAt);
}

}  // namespace holdfast::store
