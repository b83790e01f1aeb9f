#include "store/plan_repository.h"

#include "store/columns.h"
#include "store/person_brief_row.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO plan (id, person, kind, number, body, author, role, service, agreed_at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view byCommand = "SELECT id FROM plan WHERE command = $1";

constexpr std::string_view forPerson = R"(
    SELECT id, person, kind, number, body, author, role, service, agreed_at, command
    FROM plan
    WHERE person IN (@)
    ORDER BY kind, )";
constexpr std::string_view byNumber = "number DESC";
constexpr std::string_view byTime = "agreed_at DESC, person, number DESC";

constexpr std::string_view numberOf = "SELECT COALESCE(MAX(number), 0) FROM plan WHERE person = $1 AND kind = $2";
constexpr std::string_view countOf = "SELECT COUNT(*) FROM plan WHERE kind = ? AND person IN (@)";

constexpr std::string_view mark =
    "INSERT INTO plan_mark (person, line, number, done, worker, at) VALUES ($1, $2, $3, $4, $5, $6)";

constexpr std::string_view marks =
    "SELECT person, line, number, done, worker, at FROM plan_mark WHERE person IN (@) ORDER BY line, number";

// What an older plan of a joined record asked for is over; it comes back when the records are taken apart.
constexpr std::string_view closeLines = "UPDATE agreed_line SET open = 0 WHERE source = ? AND person IN (@)";
constexpr std::string_view lineOwner = "SELECT person FROM agreed_line WHERE line = ? AND person IN (@)";
constexpr std::string_view removeLines = "DELETE FROM agreed_line WHERE person = $1 AND source = $2";

constexpr std::string_view put = R"(
    INSERT INTO agreed_line (person, line, source, need, what, worker, who, due, open)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (person, line) DO UPDATE
    SET source = excluded.source, need = excluded.need, what = excluded.what, worker = excluded.worker,
        who = excluded.who, due = excluded.due, open = excluded.open)";

constexpr std::string_view setOpen = "UPDATE agreed_line SET open = $1 WHERE line = $2 AND person = $3";

constexpr std::string_view lineColumns =
    "SELECT l.person, l.line, l.source, l.need, l.what, l.worker, l.who, l.due, l.open";

constexpr std::string_view ofPerson = " FROM agreed_line l WHERE l.person IN (@) ORDER BY l.due, l.line, l.open DESC";

constexpr std::string_view withWhom = R"(,
        p.id, p.given_name, p.family_name, p.preferred_name, p.pronouns, p.born, p.nhs_number,
        m.status, m.detail, s.status, s.detail, w.name)";

constexpr std::string_view joined = R"(
    FROM agreed_line l
    LEFT JOIN merged_record r ON r.person = l.person
    JOIN person p ON p.id = COALESCE(r.record, l.person)
    JOIN worker w ON w.id = l.worker
    LEFT JOIN need_state m ON m.person = p.id AND m.need = 'mental_health'
    LEFT JOIN need_state s ON s.person = p.id AND s.need = 'substance_use')";

constexpr std::string_view counted = "SELECT COUNT(*) FROM agreed_line l JOIN worker w ON w.id = l.worker";
constexpr std::string_view countedStandIns = R"(
    SELECT COUNT(*)
    FROM agreed_line l
    JOIN worker w ON w.id = l.worker
    LEFT JOIN merged_record r ON r.person = l.person
    JOIN next_action a ON a.person = COALESCE(r.record, l.person) AND a.what = l.what AND a.owner_worker = l.worker)";
constexpr std::string_view ofMeetings = "\n    WHERE l.source = 'meeting'";
constexpr std::string_view standsFor = R"(
    SELECT COUNT(*) FROM agreed_line WHERE source = 'meeting' AND what = ? AND person IN (@))";
constexpr std::string_view isDue = "\n    WHERE l.open = 1 AND l.due <= ?";
constexpr std::string_view ofWorkers = " AND l.worker IN (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view ofTeam = " AND w.service = ?";
constexpr std::string_view seen = " AND l.person NOT IN (@)";
constexpr std::string_view inOrder = "\n    ORDER BY l.due, l.person, l.line LIMIT ?";

}  // namespace sql

constexpr std::size_t mostWorkers = 8;
constexpr int lineWidth = 9;

void addScope(SqlText& sql, const LineScope& scope)
{
    assert(scope.workers.size() <= mostWorkers);
    if (!scope.workers.empty()) {
        const auto worker = [&](std::size_t i) { return column(scope.workers[std::min(i, scope.workers.size() - 1)]); };
        sql.add(sql::ofWorkers,
                {worker(0), worker(1), worker(2), worker(3), worker(4), worker(5), worker(6), worker(7)});
    } else if (!scope.team.empty()) {
        sql.add(sql::ofTeam, {column(scope.team)});
    }
    sql.without(scope.unseen, sql::seen);
}

int countAt(const db::Row& row)
{
    return numberAt(row, 0);
}

AgreedLine lineAt(const db::Row& row)
{
    AgreedLine agreed;
    agreed.person = idAt<PersonId>(row, 0);
    agreed.line.id = row.text(1);
    agreed.source = row.text(2);
    agreed.line.need = enumAt<NeedScope>(row, 3);
    agreed.line.what = row.text(4);
    agreed.line.worker = idAt<WorkerId>(row, 5);
    agreed.line.who = row.text(6);
    agreed.line.due = optionalDateAt(row, 7);
    agreed.open = yesAt(row, 8);
    return agreed;
}

}  // namespace

bool PlanRepository::insert(const Plan& plan, const std::string& body)
{
    const std::vector<PersonId> parts = partsOf(m_connection, plan.person);
    int number = plan.number;
    if (parts.size() > 1) {
        const SqlText count = SqlText{}.addOf(sql::countOf, parts, {column(plan.content.kind)});
        if (m_connection.first(count.text(), count.values(), countAt).value_or(0) + 1 != plan.number)
            return false;
        number =
            1 +
            m_connection.first(sql::numberOf, {column(parts.front()), column(plan.content.kind)}, countAt).value_or(0);
    }
    return m_connection.execute(sql::insert, {column(plan.id), column(parts.front()), column(plan.content.kind),
                                              column(number), body, column(plan.author), column(plan.role),
                                              column(plan.service), column(plan.agreedAt), column(plan.command)}) == 1;
}

std::optional<PlanId> PlanRepository::byCommand(const CommandId& command) const
{
    return m_connection.first(sql::byCommand, {column(command)},
                              [](const db::Row& row) { return idAt<PlanId>(row, 0); });
}

std::vector<PlanRepository::Row> PlanRepository::forPerson(const PersonId& person) const
{
    const std::vector<PersonId> parts = partsOf(m_connection, person);
    const SqlText text = SqlText{}.addOf(sql::forPerson, parts).add(parts.size() == 1 ? sql::byNumber : sql::byTime);
    auto plans = m_connection.list(text.text(), text.values(), [](const db::Row& row) {
        Row found;
        found.plan.id = idAt<PlanId>(row, 0);
        found.plan.person = idAt<PersonId>(row, 1);
        found.plan.content.kind = enumAt<PlanKind>(row, 2);
        found.plan.number = numberAt(row, 3);
        found.body = row.text(4);
        found.plan.author = idAt<WorkerId>(row, 5);
        found.plan.role = enumAt<Role>(row, 6);
        found.plan.service = idAt<ServiceId>(row, 7);
        found.plan.agreedAt = instantAt(row, 8);
        found.plan.command = idAt<CommandId>(row, 9);
        return found;
    });
    if (parts.size() > 1)  // numbered anew, as one row of versions
        for (std::size_t i = plans.size(); i-- > 0;) {
            const bool first = i + 1 == plans.size() || plans[i + 1].plan.content.kind != plans[i].plan.content.kind;
            plans[i].plan.number = first ? 1 : plans[i + 1].plan.number + 1;
        }
    return plans;
}

void PlanRepository::mark(const PlanMark& mark)
{
    m_connection.execute(sql::mark, {column(ownerOf(mark.person, mark.line)), mark.line, column(mark.number),
                                     column(mark.done), column(mark.worker), column(mark.at)});
}

std::vector<PlanMark> PlanRepository::marks(const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::marks, partsOf(m_connection, person));
    return m_connection.list(text.text(), text.values(), [](const db::Row& row) {
        return PlanMark{idAt<PersonId>(row, 0), row.text(1),      numberAt(row, 2), yesAt(row, 3),
                        idAt<WorkerId>(row, 4), instantAt(row, 5)};
    });
}

void PlanRepository::standInstead(const PersonId& person, const std::string& source,
                                  const std::vector<AgreedLine>& lines)
{
    const std::vector<PersonId> parts = partsOf(m_connection, person);
    if (parts.size() > 1) {
        const SqlText text = SqlText{}.addOf(sql::closeLines, parts, {source});
        m_connection.execute(text.text(), text.values());
    }
    m_connection.execute(sql::removeLines, {column(parts.front()), source});
    for (const AgreedLine& line : lines)
        put(line);
}

void PlanRepository::put(const AgreedLine& agreed)
{
    const PlanLine& line = agreed.line;
    m_connection.execute(sql::put,
                         {column(recordOf(m_connection, agreed.person)), line.id, agreed.source, column(line.need),
                          line.what, column(line.worker), line.who, column(line.due), column(agreed.open)});
}

/// What is marked on a line stays with it.
PersonId PlanRepository::ownerOf(const PersonId& person, const std::string& line) const
{
    return whoseOf(m_connection, person, sql::lineOwner, {line});
}

void PlanRepository::setOpen(const PersonId& person, const std::string& line, bool open)
{
    m_connection.execute(sql::setOpen, {column(open), line, column(ownerOf(person, line))});
}

std::vector<AgreedLine> PlanRepository::lines(const PersonId& person) const
{
    SqlText sql;
    sql.add(sql::lineColumns).addOf(sql::ofPerson, partsOf(m_connection, person));
    std::vector<AgreedLine> lines;
    std::set<std::string> known;  // one that was taken over into a new plan of the joined record stands under two ids
    m_connection.query(sql.text(), sql.values(), [&](const db::Row& row) {
        AgreedLine line = lineAt(row);
        if (known.insert(line.line.id).second)
            lines.push_back(std::move(line));
    });
    return lines;
}

std::vector<LineRow> PlanRepository::due(const LineScope& scope, Date by, int limit) const
{
    SqlText sql;
    sql.add(sql::lineColumns).add(sql::withWhom).add(sql::joined);
    sql.add(sql::isDue, {column(by)});
    addScope(sql, scope);
    sql.add(sql::inOrder, {column(limit)});
    return m_connection.list(sql.text(), sql.values(), [](const db::Row& row) {
        LineRow found{lineAt(row), briefAt(row, lineWidth), {}, {}, row.text(lineWidth + 11)};
        for (const Need need : allNeeds) {
            const int at = lineWidth + (need == Need::mentalHealth ? 7 : 9);
            found.status[need] = optionalEnumAt<NeedStatus>(row, at).value_or(NeedStatus::notAsked);
            found.detail[need] = row.text(at + 1);
        }
        return found;
    });
}

int PlanRepository::countDue(const LineScope& scope, Date by) const
{
    SqlText sql;
    sql.add(sql::counted).add(sql::isDue, {column(by)});
    addScope(sql, scope);
    return m_connection.first(sql.text(), sql.values(), countAt).value_or(0);
}

int PlanRepository::countStandIns(const LineScope& scope) const
{
    SqlText sql;
    sql.add(sql::countedStandIns).add(sql::ofMeetings);
    addScope(sql, scope);
    return m_connection.first(sql.text(), sql.values(), countAt).value_or(0);
}

bool PlanRepository::standsFor(const PersonId& person, const std::string& what) const
{
    const SqlText text = SqlText{}.addOf(sql::standsFor, partsOf(m_connection, person), {what});
    return m_connection.first(text.text(), text.values(), countAt).value_or(0) > 0;
}

}  // namespace holdfast::store
