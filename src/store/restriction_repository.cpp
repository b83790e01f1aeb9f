#include "store/restriction_repository.h"

#include "store/columns.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insertRestriction = R"(
    INSERT INTO restriction (person, number, restricted, reason, worker, at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT DO NOTHING)";
constexpr std::string_view insertName = "INSERT INTO restriction_name (person, number, worker) VALUES ($1, $2, $3)";

constexpr std::string_view restrictions = R"(
    SELECT r.person, r.number, r.restricted, r.reason, r.worker, r.at, r.command, n.worker
    FROM restriction r
    LEFT JOIN restriction_name n ON n.person = r.person AND n.number = r.number)";
constexpr std::string_view ofPerson = "\n    WHERE r.person = ?";
constexpr std::string_view ofCommand = "\n    WHERE r.command = ?";
constexpr std::string_view inOrder = "\n    ORDER BY r.number, n.worker";

constexpr std::string_view unseen = R"(
    WITH hidden AS (
        SELECT r.person
        FROM restriction r
        WHERE r.restricted = 1
          AND NOT EXISTS (SELECT 1 FROM restriction o WHERE o.person = r.person AND o.number > r.number)
          AND NOT EXISTS (
            SELECT 1 FROM restriction_name n
            WHERE n.person = r.person AND n.number = r.number AND n.worker = $1)
          AND NOT EXISTS (
            SELECT 1 FROM emergency e
            WHERE e.person = r.person AND e.worker = $1 AND e.opened_at <= $2 AND e.until > $2
              AND NOT EXISTS (SELECT 1 FROM emergency_end d WHERE d.emergency = e.id))),
    record AS (
        SELECT COALESCE(m.record, h.person) AS id
        FROM hidden h
        LEFT JOIN merged_record m ON m.person = h.person)
    SELECT id FROM record
    UNION
    SELECT m.person FROM record JOIN merged_record m ON m.record = record.id)";

constexpr std::string_view insertEmergency = R"(
    INSERT INTO emergency (id, person, worker, reason, opened_at, until, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7))";
constexpr std::string_view insertEnd =
    "INSERT INTO emergency_end (emergency, at) VALUES ($1, $2) ON CONFLICT DO NOTHING";
constexpr std::string_view insertReview = R"(
    INSERT INTO emergency_review (emergency, worker, note, at, command)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view emergencies = R"(
    SELECT e.id, e.person, e.worker, e.reason, e.opened_at, e.until, e.command, d.at, v.worker, v.note, v.at, v.command
    FROM emergency e
    LEFT JOIN emergency_end d ON d.emergency = e.id
    LEFT JOIN emergency_review v ON v.emergency = e.id)";
constexpr std::string_view withId = "\n    WHERE e.id = ?";
constexpr std::string_view emergencyOfCommand = "\n    WHERE e.command = ?";
constexpr std::string_view stillOpen = R"(
    WHERE e.worker = ? AND e.until > ? AND e.opened_at <= ? AND d.at IS NULL
    ORDER BY e.until, e.id)";
constexpr std::string_view notReviewed = "\n    WHERE v.at IS NULL";
constexpr std::string_view newestFirst = "\n    ORDER BY e.opened_at DESC, e.id DESC LIMIT ?";

}  // namespace sql

std::vector<Restriction> restrictionsOf(db::Connection& connection, std::string_view which, db::Value value)
{
    const SqlText text = SqlText{}.add(sql::restrictions).add(which, {std::move(value)}).add(sql::inOrder);
    std::vector<Restriction> found;
    connection.query(text.text(), text.values(), [&](const db::Row& row) {
        if (found.empty() || found.back().number != row.integer(1))
            found.push_back({idAt<PersonId>(row, 0),
                             row.integer(1),
                             yesAt(row, 2),
                             {},
                             row.text(3),
                             idAt<WorkerId>(row, 4),
                             instantAt(row, 5),
                             idAt<CommandId>(row, 6)});
        if (!row.isNull(7))
            found.back().named.push_back(idAt<WorkerId>(row, 7));
    });
    return found;
}

EmergencyRow emergencyAt(const db::Row& row)
{
    EmergencyRow found;
    found.emergency = {
        idAt<EmergencyId>(row, 0), idAt<PersonId>(row, 1), idAt<WorkerId>(row, 2),  row.text(3),
        instantAt(row, 4),         instantAt(row, 5),      idAt<CommandId>(row, 6), optionalInstantAt(row, 7)};
    if (!row.isNull(10))
        found.review = EmergencyReview{found.emergency.id, idAt<WorkerId>(row, 8), row.text(9), instantAt(row, 10),
                                       idAt<CommandId>(row, 11)};
    return found;
}

std::optional<EmergencyRow> oneEmergency(db::Connection& connection, std::string_view which, db::Value value)
{
    const SqlText text = SqlText{}.add(sql::emergencies).add(which, {std::move(value)});
    return connection.first(text.text(), text.values(), emergencyAt);
}

}  // namespace

bool RestrictionRepository::insert(const Restriction& restriction)
{
    if (m_connection.execute(sql::insertRestriction,
                             {column(restriction.person), restriction.number, column(restriction.restricted),
                              restriction.reason, column(restriction.worker), column(restriction.at),
                              column(restriction.command)}) == 0)
        return false;
    for (const WorkerId& worker : restriction.named)
        m_connection.execute(sql::insertName, {column(restriction.person), restriction.number, column(worker)});
    return true;
}

std::vector<Restriction> RestrictionRepository::of(const PersonId& person) const
{
    return restrictionsOf(m_connection, sql::ofPerson, column(person));
}

std::optional<Restriction> RestrictionRepository::current(const PersonId& person) const
{
    auto all = of(person);
    return all.empty() ? std::nullopt : std::optional{std::move(all.back())};
}

std::optional<Restriction> RestrictionRepository::byCommand(const CommandId& command) const
{
    auto all = restrictionsOf(m_connection, sql::ofCommand, column(command));
    return all.empty() ? std::nullopt : std::optional{std::move(all.back())};
}

Unseen RestrictionRepository::unseenBy(const WorkerId& worker, Instant now) const
{
    return Unseen{m_connection.list(sql::unseen, {column(worker), column(now)},
                                    [](const db::Row& row) { return idAt<PersonId>(row, 0); })};
}

void RestrictionRepository::insert(const Emergency& emergency)
{
    m_connection.execute(sql::insertEmergency,
                         {column(emergency.id), column(emergency.person), column(emergency.worker), emergency.reason,
                          column(emergency.openedAt), column(emergency.until), column(emergency.command)});
}

bool RestrictionRepository::end(const EmergencyId& emergency, Instant at)
{
    return m_connection.execute(sql::insertEnd, {column(emergency), column(at)}) > 0;
}

std::optional<EmergencyRow> RestrictionRepository::find(const EmergencyId& emergency) const
{
    return oneEmergency(m_connection, sql::withId, column(emergency));
}

std::optional<EmergencyRow> RestrictionRepository::emergencyByCommand(const CommandId& command) const
{
    return oneEmergency(m_connection, sql::emergencyOfCommand, column(command));
}

std::vector<Emergency> RestrictionRepository::openFor(const WorkerId& worker, Instant now) const
{
    const SqlText text =
        SqlText{}.add(sql::emergencies).add(sql::stillOpen, {column(worker), column(now), column(now)});
    return m_connection.list(text.text(), text.values(), [](const db::Row& row) { return emergencyAt(row).emergency; });
}

std::vector<EmergencyRow> RestrictionRepository::emergencies(bool waiting, int limit) const
{
    SqlText text;
    text.add(sql::emergencies);
    if (waiting)
        text.add(sql::notReviewed);
    text.add(sql::newestFirst, {column(limit)});
    return m_connection.list(text.text(), text.values(), emergencyAt);
}

bool RestrictionRepository::review(const EmergencyReview& review)
{
    return m_connection.execute(sql::insertReview, {column(review.emergency), column(review.worker), review.note,
                                                    column(review.at), column(review.command)}) > 0;
}

}  // namespace holdfast::store
