#include "app/audit_log.h"

#include "app/record_person.h"
#include "app/use_case.h"
#include "domain/calendar.h"
#include "exchange/csv.h"
#include "store/audit_query.h"
#include "store/record_parts.h"

#include <algorithm>
#include <charconv>

namespace holdfast::app {
namespace {

using namespace std::chrono_literals;

constexpr int rowsAtOnce = 5000;
constexpr std::size_t mostInCsv = 1'000'000;  // about what a spreadsheet has rows for
constexpr std::size_t mostOnPaper = 2000;

std::vector<std::string_view> actionsOf(AuditKind kind)
{
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < actionCount; ++i)
        if (kindOf(static_cast<Action>(i)) == kind)
            names.push_back(nameOf(static_cast<Action>(i)));
    return names;
}

/// A record that was joined stands under several ids.
std::vector<PersonId> partsAskedFor(db::Connection& connection, const std::optional<PersonId>& person)
{
    return person ? store::partsOf(connection, store::recordOf(connection, *person)) : std::vector<PersonId>{};
}

store::AuditQuery queryOf(db::Connection& connection, const AuditQuestion& question)
{
    store::AuditQuery query;
    query.worker = question.worker;
    query.subjects = partsAskedFor(connection, question.person);
    if (question.kind)
        query.actions = actionsOf(*question.kind);
    query.refusedOnly = question.refusedOnly;
    if (question.from)
        query.from = londonInstant(*question.from, 0min);
    if (question.to)
        query.until = londonInstant(*question.to + std::chrono::days{1}, 0min);
    std::from_chars(question.after.data(), question.after.data() + question.after.size(), query.before);
    query.limit = question.limit;
    return query;
}

AuditLine lineOf(store::AuditLineRow row)
{
    AuditLine line;
    line.seq = row.entry.seq;
    line.at = row.entry.at;
    line.worker = row.entry.worker;
    line.workerName = std::move(row.workerName);
    line.role = row.role;
    line.serviceName = std::move(row.serviceName);
    line.action = actionNamed(row.entry.action);
    line.refused = row.entry.detail == store::auditRefused;
    line.subject = std::move(row.entry.subject);
    line.personName = std::move(row.personName);
    line.detail = std::move(row.entry.detail);
    line.reason = std::move(row.entry.reason);
    return line;
}

AuditPage pageOf(Workspace& workspace, store::AuditQuery query)
{
    const auto asked = static_cast<std::size_t>(query.limit);
    ++query.limit;  // one more tells whether another page follows
    AuditPage page;
    for (store::AuditLineRow& row : store::AuditLines{workspace.connection(), workspace.unseen()}.page(query)) {
        if (page.rows.size() == asked) {
            page.next = std::to_string(page.rows.back().seq);
            break;
        }
        page.rows.push_back(lineOf(std::move(row)));
    }
    return page;
}

/// Every line that is asked for, the newest first; false when `take` wants no more.
template <class Take>
bool forEach(Workspace& workspace, store::AuditQuery query, Take take)
{
    query.limit = rowsAtOnce;
    for (;;) {
        auto rows = store::AuditLines{workspace.connection(), workspace.unseen()}.page(query);
        for (store::AuditLineRow& row : rows)
            if (!take(std::move(row)))
                return false;
        if (rows.size() < static_cast<std::size_t>(rowsAtOnce))
            return true;
        query.before = rows.back().entry.seq;
    }
}

void addRow(exchange::CsvWriter& csv, const store::AuditLineRow& row)
{
    csv.number(row.entry.seq)
        .text(formatInstant(row.entry.at))
        .text(row.workerName)
        .text(row.entry.worker.text())
        .text(row.role ? nameOf(*row.role) : std::string_view{})
        .text(row.serviceName)
        .text(row.entry.action)
        .text(row.personName)
        .text(row.entry.subject)
        .text(row.entry.detail)
        .text(row.entry.reason)
        .endRow();
}

std::string auditedAs(const AuditQuestion& question, std::size_t rows)
{
    std::string detail = std::to_string(rows) + " rows";
    if (question.worker)
        detail += ", worker " + question.worker->str();
    return detail;
}

bool isSameDayAndWorker(const LookedLine& line, const store::AuditLineRow& row, const WorkerId& before)
{
    return line.day == londonDate(row.entry.at) && row.entry.worker == before;
}

/// Who may write asks for what is written already under the same action: to open it is no change.
bool onlyRead(const store::AuditRow& entry)
{
    return entry.detail == "read" || entry.detail == "opened";
}

void countIn(LookedLine& line, const store::AuditLineRow& row)
{
    const auto action = actionNamed(row.entry.action);
    const AuditKind kind = action ? kindOf(*action) : AuditKind::kept;
    if (row.entry.detail == store::auditRefused)
        ++line.refused;
    else if (action == Action::openRestricted)
        ++line.emergencies;
    else if (kind == AuditKind::changed && !onlyRead(row.entry))
        ++line.changed;
    else if (kind == AuditKind::takenOut)
        ++line.takenOut;
    else
        ++line.looked;
}

}  // namespace

Result<AuditPage> AuditLog::page(const Session& session, const AuditQuestion& question)
{
    const auto read = [&]() -> Result<AuditPage> {
        return pageOf(m_workspace, queryOf(m_workspace.connection(), question));
    };
    const std::string about = question.person ? question.person->str() : std::string{};
    if (!question.after.empty())
        return unsaved(m_workspace, session, Action::viewAudit, about, read);  // who goes on reading is one look
    return audited(m_workspace, session, Action::viewAudit, about, [&](AuditNote& note) -> Result<AuditPage> {
        auto found = read();
        if (found)
            note.detail = auditedAs(question, found->rows.size());
        return found;
    });
}

Result<std::string> AuditLog::csv(const Session& session, const AuditQuestion& question)
{
    const std::string about = question.person ? question.person->str() : std::string{};
    return audited(m_workspace, session, Action::exportAudit, about, [&](AuditNote& note) -> Result<std::string> {
        exchange::CsvWriter csv;
        for (const char* title : {"number", "at", "worker", "worker_id", "role", "service", "action", "person",
                                  "subject_id", "detail", "reason"})
            csv.text(title);
        csv.endRow();
        std::size_t rows = 0;
        const bool all = forEach(m_workspace, queryOf(m_workspace.connection(), question), [&](const auto& row) {
            addRow(csv, row);
            return ++rows < mostInCsv;
        });
        if (!all)
            return Error{ErrorCode::invalid, "period", "expected fewer than 1,000,000 entries; choose a shorter time"};
        note.detail = auditedAs(question, rows);
        return csv.take();
    });
}

Result<AuditPage> AuditLog::forPaper(const Session& session, const AuditQuestion& question)
{
    const std::string about = question.person ? question.person->str() : std::string{};
    return audited(m_workspace, session, Action::exportAudit, about, [&](AuditNote& note) -> Result<AuditPage> {
        AuditPage page;
        const bool all = forEach(m_workspace, queryOf(m_workspace.connection(), question), [&](auto&& row) {
            page.rows.push_back(lineOf(std::move(row)));
            return page.rows.size() <= mostOnPaper;
        });
        if (!all)
            return Error{ErrorCode::invalid, "period", "expected at most 2,000 entries; choose a shorter time"};
        note.detail = auditedAs(question, page.rows.size()) + " on paper";
        return page;
    });
}

Result<WhoLooked> AuditLog::whoLooked(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::printWhoLooked, person.str(),
                   [&](AuditNote& note) -> Result<WhoLooked> {
                       db::Connection& connection = m_workspace.connection();
                       auto about = personOfRecord(connection, store::recordOf(connection, person));
                       if (!about)
                           return Error{ErrorCode::notFound, "person", {}};
                       WhoLooked answer;
                       answer.person = *std::move(about);
                       AuditQuestion question;
                       question.person = person;
                       std::vector<WorkerId> workers;  // of answer.lines
                       forEach(m_workspace, queryOf(connection, question), [&](const store::AuditLineRow& row) {
                           const Date day = londonDate(row.entry.at);
                           answer.since = day;
                           std::size_t at = answer.lines.size();
                           while (at > 0 && answer.lines[at - 1].day == day &&
                                  !isSameDayAndWorker(answer.lines[at - 1], row, workers[at - 1]))
                               --at;
                           if (at == 0 || answer.lines[at - 1].day != day) {
                               answer.lines.push_back({day, row.workerName, row.role, row.serviceName});
                               workers.push_back(row.entry.worker);
                               at = answer.lines.size();
                           }
                           countIn(answer.lines[at - 1], row);
                           return true;
                       });
                       note.detail = std::to_string(answer.lines.size()) + " lines";
                       return answer;
                   });
}

}  // namespace holdfast::app
