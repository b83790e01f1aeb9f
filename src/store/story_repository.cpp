#include "store/story_repository.h"

#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

#include <algorithm>
#include <utility>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view columns =
    "SELECT person, number, body, author, role, service, written_at, command FROM story";
constexpr std::string_view ofPerson = " WHERE person IN (@) ORDER BY ";
constexpr std::string_view byNumber = "number DESC";
constexpr std::string_view byTime = "written_at DESC, person, number DESC";
constexpr std::string_view ofCommand = " WHERE command = ?";

constexpr std::string_view inOrder =
    "SELECT person, number FROM story WHERE person IN (@) ORDER BY written_at, person DESC, number";
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
    "SELECT person, number, worker, at FROM story_reading WHERE person IN (@) ORDER BY at, number, worker";

constexpr std::string_view insertRetelling =
    "INSERT INTO retelling (id, person, to_whom, worker, at, taken_back) VALUES ($1, $2, $3, $4, $5, $6)";
constexpr std::string_view takeBack =
    "UPDATE retelling SET taken_back = 1 WHERE id = ? AND person IN (@) AND taken_back = 0";
constexpr std::string_view retellings =
    "SELECT id, person, to_whom, worker, at, taken_back FROM retelling WHERE person IN (@) ORDER BY at, id";

constexpr std::string_view rememberPassport = R"(
    INSERT INTO passport_choice (person, sections, reader, large_print, worker, at)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (person) DO UPDATE
    SET sections = excluded.sections, reader = excluded.reader, large_print = excluded.large_print,
        worker = excluded.worker, at = excluded.at)";
constexpr std::string_view passport = "SELECT sections, reader, large_print, worker, at FROM passport_choice WHERE "
                                      "person IN (@) ORDER BY at DESC, person";

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

/// The versions of a record as they are numbered for whoever reads it: two stories that were joined count on as one. Under
/// its own id each keeps the number it was written with.
class Order {
public:
    Order(db::Connection& connection, const PersonId& person) : m_parts{partsOf(connection, person)}
    {
        if (m_parts.size() == 1)
            return;
        const SqlText text = SqlText{}.addOf(sql::inOrder, m_parts);
        m_kept = connection.list(text.text(), text.values(), [](const db::Row& row) {
            return std::pair{idAt<PersonId>(row, 0), numberAt(row, 1)};
        });
    }

    const std::vector<PersonId>& parts() const { return m_parts; }
    const PersonId& lead() const { return m_parts.front(); }
    bool joined() const { return m_parts.size() > 1; }
    int last() const { return static_cast<int>(m_kept.size()); }
    int ownLast() const
    {
        return static_cast<int>(std::ranges::count(m_kept, lead(), &std::pair<PersonId, int>::first));
    }

    int shown(const PersonId& person, int number) const
    {
        const auto found = std::ranges::find(m_kept, std::pair{person, number});
        return found == m_kept.end() ? number : static_cast<int>(found - m_kept.begin()) + 1;
    }
    std::pair<PersonId, int> kept(int number) const
    {
        const bool known = joined() && number >= 1 && number <= last();
        return known ? m_kept[static_cast<std::size_t>(number) - 1] : std::pair{lead(), number};
    }

private:
    std::vector<PersonId> m_parts;
    std::vector<std::pair<PersonId, int>> m_kept;
};

}  // namespace

Result<StoryRow> StoryRepository::add(StoryRow row)
{
    StoryVersion& version = row.version;
    const Order order{m_connection, version.person};
    if (order.joined() && version.number != order.last())
        return Error{ErrorCode::conflict, "version", "it was written since it was read"};
    const int before = order.joined() ? order.ownLast() : version.number;
    const auto added = m_connection.execute(
        sql::insert, {column(order.lead()), column(before), row.body, column(version.author), column(version.role),
                      column(version.service), column(version.writtenAt), column(version.command)});
    if (added == 0)
        return Error{ErrorCode::conflict, "version", "it was written since it was read"};
    ++version.number;
    return row;
}

std::vector<StoryRow> StoryRepository::of(const PersonId& person) const
{
    const Order order{m_connection, person};
    const SqlText text = SqlText{}
                             .add(sql::columns)
                             .addOf(sql::ofPerson, order.parts())
                             .add(order.joined() ? sql::byTime : sql::byNumber);
    auto rows = m_connection.list(text.text(), text.values(), storyAt);
    for (StoryRow& row : rows)
        row.version.number = order.shown(row.version.person, row.version.number);
    return rows;
}

std::optional<StoryRow> StoryRepository::byCommand(const CommandId& command) const
{
    const SqlText text = SqlText{}.add(sql::columns).add(sql::ofCommand, {column(command)});
    return m_connection.first(text.text(), text.values(), storyAt);
}

bool StoryRepository::addReading(const StoryReading& reading)
{
    const auto [person, number] = Order{m_connection, reading.person}.kept(reading.number);
    return m_connection.execute(sql::insertReading,
                                {column(person), column(number), column(reading.worker), column(reading.at)}) > 0;
}

std::vector<StoryReading> StoryRepository::readings(const PersonId& person) const
{
    const Order order{m_connection, person};
    const SqlText text = SqlText{}.addOf(sql::readings, order.parts());
    auto readings = m_connection.list(text.text(), text.values(), readingAt);
    for (StoryReading& reading : readings)
        reading.number = order.shown(reading.person, reading.number);
    return readings;
}

void StoryRepository::addRetelling(const Retelling& retelling)
{
    m_connection.execute(sql::insertRetelling,
                         {column(retelling.id), column(recordOf(m_connection, retelling.person)), retelling.toWhom,
                          column(retelling.worker), column(retelling.at), column(retelling.takenBack)});
}

bool StoryRepository::takeBackRetelling(const RetellingId& id, const PersonId& person)
{
    const SqlText text = SqlText{}.addOf(sql::takeBack, partsOf(m_connection, person), {column(id)});
    return m_connection.execute(text.text(), text.values()) > 0;
}

std::vector<Retelling> StoryRepository::retellings(const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::retellings, partsOf(m_connection, person));
    return m_connection.list(text.text(), text.values(), retellingAt);
}

void StoryRepository::rememberPassport(const PersonId& person, const PassportRow& row)
{
    m_connection.execute(sql::rememberPassport,
                         {column(recordOf(m_connection, person)), row.sections, column(row.reader),
                          column(row.largePrint), column(row.worker), column(row.at)});
}

std::optional<PassportRow> StoryRepository::passport(const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::passport, partsOf(m_connection, person));
    return m_connection.first(text.text(), text.values(), passportAt);
}

}  // namespace holdfast::store
