#include "store/merge_repository.h"

#include "store/columns.h"
#include "store/person_repository.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO person_merge (
        id, kept, merged, reason, despite, uneven, set_aside, reopened, kept_version, merged_events, worker, role,
        service, at, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))";

constexpr std::string_view insertUndone = R"(
    INSERT INTO person_unmerge (merge, reason, uneven, worker, at, command)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view columns = R"(
    SELECT m.id, m.kept, m.merged, m.reason, m.despite, m.uneven, m.set_aside, m.reopened, m.kept_version,
           m.merged_events, m.worker, m.role, m.service, m.at, m.command, u.merge, u.reason, u.uneven, u.worker, u.at,
           u.command
    FROM person_merge m
    LEFT JOIN person_unmerge u ON u.merge = m.id)";
constexpr std::string_view withId = " WHERE m.id = ?";
constexpr std::string_view ofCommand = " WHERE m.command = ?";
constexpr std::string_view undoneByCommand = " WHERE m.id = (SELECT o.merge FROM person_unmerge o WHERE o.command = ?)";
constexpr std::string_view intoThese = " WHERE m.kept IN (@) ORDER BY m.at, m.id";
constexpr std::string_view ofThese = " WHERE m.kept IN (@) OR m.merged IN (@) ORDER BY m.at, m.id";

constexpr std::string_view forget = "DELETE FROM merged_record WHERE person = $1";
constexpr std::string_view remember = "INSERT INTO merged_record (person, record, merge) VALUES ($1, $2, $3)";

constexpr std::string_view reopenLines = R"(
    UPDATE agreed_line
    SET open = 1 - COALESCE(
        (SELECT m.done
         FROM plan_mark m
         WHERE m.person = agreed_line.person AND m.line = agreed_line.line
         ORDER BY m.number DESC
         LIMIT 1), 0)
    WHERE person = $1)";

constexpr std::string_view shareCarers = R"(
    INSERT INTO carer_link (carer, person, relationship, emergency, knows, ended_on, version)
    SELECT l.carer, $1, l.relationship, l.emergency, l.knows, l.ended_on, 1
    FROM carer_link l
    WHERE l.person = $2
      AND (EXISTS (SELECT 1 FROM consent c WHERE c.person = $1 AND c.carer = l.carer)
           OR EXISTS (SELECT 1 FROM carer_call k WHERE k.person = $1 AND k.carer = l.carer))
    ON CONFLICT DO NOTHING)";

}  // namespace sql

std::string linesOf(const std::vector<EventId>& events)
{
    std::string lines;
    for (const EventId& event : events)
        lines += event.str() + '\n';
    return lines;
}

std::string linesOf(const std::vector<Reopening>& reopened)
{
    std::string lines;
    for (const Reopening& each : reopened)
        lines += std::string{nameOf(each.need)} + '\t' + each.service.str() + '\t' + each.worker.str() + '\n';
    return lines;
}

std::vector<std::string_view> splitAt(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(mark), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Joining joiningAt(const db::Row& row, int at)
{
    Joining joining;
    joining.uneven = yesAt(row, at);
    const std::string setAside = row.text(at + 1);
    for (const std::string_view line : splitAt(setAside, '\n'))
        joining.setAside.emplace_back(line);
    const std::string reopened = row.text(at + 2);
    for (const std::string_view line : splitAt(reopened, '\n')) {
        const auto fields = splitAt(line, '\t');
        const auto need = fields.size() == 3 ? named<Need>(fields[0]) : std::nullopt;
        if (!need)
            throw db::Failure{db::Failure::Kind::other, "a merge is not as it was written"};
        joining.reopened.push_back({*need, ServiceId{fields[1]}, WorkerId{fields[2]}});
    }
    return joining;
}

MergeRecord mergeAt(const db::Row& row)
{
    MergeRecord record;
    PersonMerge& merge = record.merge;
    merge.id = idAt<MergeId>(row, 0);
    merge.kept = idAt<PersonId>(row, 1);
    merge.merged = idAt<PersonId>(row, 2);
    merge.reason = row.text(3);
    merge.despite = row.text(4);
    merge.joining = joiningAt(row, 5);
    merge.keptVersion = row.integer(8);
    merge.mergedEvents = row.integer(9);
    merge.worker = idAt<WorkerId>(row, 10);
    merge.role = enumAt<Role>(row, 11);
    merge.service = idAt<ServiceId>(row, 12);
    merge.at = instantAt(row, 13);
    merge.command = idAt<CommandId>(row, 14);
    if (!row.isNull(15))
        record.undone = PersonUnmerge{merge.id,           row.text(16),
                                      yesAt(row, 17),     idAt<WorkerId>(row, 18),
                                      instantAt(row, 19), idAt<CommandId>(row, 20)};
    return record;
}

std::optional<MergeRecord> one(db::Connection& connection, std::string_view which, db::Value value)
{
    const SqlText text = SqlText{}.add(sql::columns).add(which, {std::move(value)});
    return connection.first(text.text(), text.values(), mergeAt);
}

}  // namespace

Result<Done> MergeRepository::join(const PersonMerge& merge)
{
    if (recordOf(m_connection, merge.kept) != merge.kept)
        return Error{ErrorCode::conflict, "kept", "this record was joined to another"};
    if (recordOf(m_connection, merge.merged) != merge.merged)
        return Error{ErrorCode::conflict, "merged", "this record was joined to another"};
    std::vector<PersonId> people = partsOf(m_connection, merge.kept);
    std::ranges::copy(partsOf(m_connection, merge.merged), std::back_inserter(people));
    m_connection.execute(sql::insert,
                         {column(merge.id), column(merge.kept), column(merge.merged), merge.reason, merge.despite,
                          column(merge.joining.uneven), linesOf(merge.joining.setAside),
                          linesOf(merge.joining.reopened), merge.keptVersion, merge.mergedEvents, column(merge.worker),
                          column(merge.role), column(merge.service), column(merge.at), column(merge.command)});
    regroup(people);
    putWords(merge.kept);
    return Done{};
}

Result<Done> MergeRepository::takeApart(const PersonUnmerge& unmerge)
{
    const auto known = find(unmerge.merge);
    if (!known)
        return Error{ErrorCode::notFound, "merge", {}};
    const PersonId record = recordOf(m_connection, known->merge.merged);
    if (m_connection.execute(sql::insertUndone,
                             {column(unmerge.merge), unmerge.reason, column(unmerge.uneven), column(unmerge.worker),
                              column(unmerge.at), column(unmerge.command)}) == 0)
        return Error{ErrorCode::conflict, "merge", "the records were taken apart already"};
    regroup(partsOf(m_connection, record));
    putWords(record);
    putWords(known->merge.merged);
    restore(known->merge.kept, known->merge.merged);
    return Done{};
}

/// Who leads whom among these, made again from the merges that stand. A record has a handful of ids.
void MergeRepository::regroup(const std::vector<PersonId>& people)
{
    std::map<PersonId, PersonMerge> mergedInto;
    for (MergeRecord& each : of(people))
        if (!each.undone)
            mergedInto.emplace(each.merge.merged, std::move(each.merge));
    for (const PersonId& person : people)
        m_connection.execute(sql::forget, {column(person)});
    for (const auto& [person, merge] : mergedInto) {
        PersonId lead = merge.kept;
        for (auto next = mergedInto.find(lead); next != mergedInto.end(); next = mergedInto.find(lead))
            lead = next->second.kept;
        m_connection.execute(sql::remember, {column(person), column(lead), column(merge.id)});
    }
}

std::optional<MergeRecord> MergeRepository::find(const MergeId& id) const
{
    return one(m_connection, sql::withId, column(id));
}

std::optional<MergeRecord> MergeRepository::byCommand(const CommandId& command) const
{
    return one(m_connection, sql::ofCommand, column(command));
}

std::optional<MergeRecord> MergeRepository::undoneByCommand(const CommandId& command) const
{
    return one(m_connection, sql::undoneByCommand, column(command));
}

std::vector<MergeRecord> MergeRepository::of(const std::vector<PersonId>& people) const
{
    const SqlText text = SqlText{}.add(sql::columns).addOf(sql::ofThese, people);
    return m_connection.list(text.text(), text.values(), mergeAt);
}

std::vector<MergeRecord> MergeRepository::into(const std::vector<PersonId>& kept) const
{
    const SqlText text = SqlText{}.add(sql::columns).addOf(sql::intoThese, kept);
    return m_connection.list(text.text(), text.values(), mergeAt);
}

void MergeRepository::putWords(const PersonId& record)
{
    PersonRepository{m_connection}.putWords(record);
}

void MergeRepository::restore(const PersonId& kept, const PersonId& merged)
{
    for (const PersonId& person : {kept, merged})
        m_connection.execute(sql::reopenLines, {column(person)});
    m_connection.execute(sql::shareCarers, {column(kept), column(merged)});
}

}  // namespace holdfast::store
