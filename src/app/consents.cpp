#include "app/consents.h"

#include "app/note_case.h"
#include "app/recorder.h"
#include "app/sharing.h"
#include "app/use_case.h"
#include "base/text.h"
#include "domain/calendar.h"
#include "store/carer_repository.h"
#include "store/command_log.h"
#include "store/consent_repository.h"
#include "store/record_parts.h"

#include <algorithm>

namespace holdfast::app {
namespace {

Error invalid(const char* where, const char* detail)
{
    return {ErrorCode::invalid, where, detail};
}

bool isSentence(const std::string& reason)
{
    return !isBlank(reason) && reason.size() <= longestShareReason && isValidUtf8(reason);
}

/// Whether the command is new; ErrorCode::conflict when it did something else before.
Result<bool> isFresh(Workspace& workspace, const Session& session, Action action, const PersonId& person,
                     const CommandId& command, bool known)
{
    if (known)
        return false;
    if (!store::CommandLog{workspace.connection()}.remember(
            {command, std::string{nameOf(action)}, person.str(), session.worker.id, workspace.clock().now()}))
        return commandUsed();
    return true;
}

Result<Done> checkCarerOf(Workspace& workspace, const PersonId& person, const CarerId& carer)
{
    if (!carer.empty() && !store::CarerRepository{workspace.connection()}.link(carer, person))
        return invalid("carer", "expected a carer of this person");
    return Done{};
}

ConsentLine lineOf(const std::vector<ConsentRecord>& records, const std::vector<ShareException>& exceptions,
                   ShareKind with, const CarerId& carer, Date today)
{
    ConsentLine line;
    line.with = with;
    line.carer = carer;
    const Consent* now = standingConsent(records, with, carer);
    line.standing = standingOf(now, today);
    ShareQuestion question{with, carer, {}, today};
    if (now != nullptr) {
        line.now = *now;
        line.due = dueOf(*now, today);
        for (const auto& [topic, answer] : now->topics)
            if (with == ShareKind::carer && answer == TopicAnswer::yes)
                question.topics.push_back(topic);
    }
    line.verdict = mayShare(records, exceptions, question);
    for (const ConsentRecord& record : records)
        if (record.consent.with == with && record.consent.carer == carer &&
            (now == nullptr || record.consent.id != now->id))
            line.earlier.push_back(record);
    return line;
}

}  // namespace

Result<ConsentList> Consents::list(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::viewConsent, person.str(), [&](AuditNote&) -> Result<ConsentList> {
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        const store::ConsentRepository consents{m_workspace.connection()};
        const auto records = consents.records(person);
        ConsentList list;
        list.exceptions = consents.exceptions(person);
        list.today = londonDate(m_workspace.clock().now());
        for (const ShareKind with : allShareKinds)
            if (with != ShareKind::carer)
                list.lines.push_back(lineOf(records, list.exceptions, with, {}, list.today));
        for (const store::CarerRow& row : store::CarerRepository{m_workspace.connection()}.of(person))
            list.lines.push_back(lineOf(records, list.exceptions, ShareKind::carer, row.carer.id, list.today));
        for (const ConsentRecord& record : records) {
            addName(m_workspace, list.names, record.consent.worker);
            if (record.inError)
                addName(m_workspace, list.names, record.inError->worker);
        }
        for (const ShareException& exception : list.exceptions)
            addName(m_workspace, list.names, exception.worker);
        return list;
    });
}

Result<std::vector<RecipientLine>> Consents::recipients(const Session& session, const PersonId& person,
                                                        const std::vector<CarerTopic>& topics)
{
    using Lines = std::vector<RecipientLine>;
    return audited(m_workspace, session, Action::viewConsent, person.str(), [&](AuditNote& note) -> Result<Lines> {
        note.detail = "recipients";
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        const store::ConsentRepository consents{m_workspace.connection()};
        const auto records = consents.records(person);
        const auto exceptions = consents.exceptions(person);
        const Date today = londonDate(m_workspace.clock().now());
        Lines lines{RecipientLine{}};
        const auto add = [&](ShareKind with, const CarerId& carer, std::string name) {
            lines.push_back(
                {{with, carer}, std::move(name), mayShare(records, exceptions, {with, carer, topics, today})});
        };
        for (const ShareKind with : allShareKinds)
            if (with != ShareKind::carer)
                add(with, {}, {});
        for (const store::CarerRow& row : store::CarerRepository{m_workspace.connection()}.of(person))
            if (!row.link.endedOn)
                add(ShareKind::carer, row.carer.id, shortName(row.carer) + ", " + row.link.relationship);
        return lines;
    });
}

Result<ConsentId> Consents::record(const Session& session, const ConsentInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    const PersonId& person = input.consent.person;
    const auto action = Action::recordConsent;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<ConsentId> {
        store::ConsentRepository consents{m_workspace.connection()};
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        const Instant now = m_workspace.clock().now();
        if (auto fine = checkConsent(input.consent, londonDate(now)); !fine)
            return std::move(fine).error();
        if (auto fine = checkCarerOf(m_workspace, person, input.consent.carer); !fine)
            return std::move(fine).error();
        const auto first = consents.byCommand(input.command);
        auto fresh = isFresh(m_workspace, session, action, person, input.command, first.has_value());
        if (!fresh)
            return std::move(fresh).error();
        if (!*fresh) {
            note.detail = "repeated";
            return first->id;
        }
        const auto records = consents.records(person);
        const Consent* standing = standingConsent(records, input.consent.with, input.consent.carer);
        if ((standing != nullptr ? standing->id : ConsentId{}) != input.seen)
            return Error{ErrorCode::conflict, "seen", "another answer was recorded meanwhile"};
        if (input.consent.decision == ConsentDecision::withdrawn &&
            (standing == nullptr || standing->decision != ConsentDecision::given))
            return invalid("decision", "expected something that was given");
        Consent made = input.consent;
        const Worker worker = workerNow(m_workspace, session);
        made.id = m_workspace.ids().make<ConsentId>();
        made.worker = worker.id;
        made.role = worker.role;
        made.service = worker.service;
        made.recordedAt = now;
        made.command = input.command;
        consents.insert(made);
        note.detail = std::string{holdfast::nameOf(made.decision)} + ' ' + std::string{holdfast::nameOf(made.with)};
        return made.id;
    });
}

Result<Done> Consents::enterInError(const Session& session, const ConsentErrorInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    const auto action = Action::recordConsent;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<Done> {
        store::ConsentRepository consents{m_workspace.connection()};
        const auto consent = consents.find(input.consent);
        if (!consent || !store::isSameRecord(m_workspace.connection(), consent->person, input.person))
            return Error{ErrorCode::notFound, "consent", {}};
        if (!isSentence(input.reason))
            return invalid("reason", "expected why, in at most 1000 bytes");
        const auto records = consents.records(input.person);
        const bool known = std::ranges::any_of(
            records, [&](const auto& each) { return each.inError && each.inError->command == input.command; });
        auto fresh = isFresh(m_workspace, session, action, input.person, input.command, known);
        if (!fresh)
            return std::move(fresh).error();
        note.detail = *fresh ? "in error " + input.consent.str() : "repeated";
        if (*fresh && !consents.insertInError({input.consent, input.person, input.reason, session.worker.id,
                                               m_workspace.clock().now(), input.command}))
            return Error{ErrorCode::conflict, "consent", "it was entered in error already"};
        return Done{};
    });
}

Result<ShareExceptionId> Consents::shareOutside(const Session& session, const ExceptionInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    const bool asked = input.grounds == ExceptionGrounds::asked;
    const auto action = asked ? Action::recordConsent : Action::overrideConsent;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<ShareExceptionId> {
        store::ConsentRepository consents{m_workspace.connection()};
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        if ((input.with == ShareKind::carer) == input.carer.empty())
            return invalid("carer", "expected a carer exactly when it is about one");
        if (auto fine = checkCarerOf(m_workspace, input.person, input.carer); !fine)
            return std::move(fine).error();
        if (!isSentence(input.reason))
            return invalid("reason", "expected why, in at most 1000 bytes");
        const auto first = consents.exceptionByCommand(input.command);
        auto fresh = isFresh(m_workspace, session, action, input.person, input.command, first.has_value());
        if (!fresh)
            return std::move(fresh).error();
        if (!*fresh) {
            note.detail = "repeated";
            return first->id;
        }
        const auto verdict = sharingNow(m_workspace, input.person, input.with, input.carer, input.topics);
        if (asked && verdict.answer == ShareAnswer::blocked)
            return requireSharing(verdict).error();
        const Worker worker = workerNow(m_workspace, session);
        ShareException made{m_workspace.ids().make<ShareExceptionId>(),
                            input.person,
                            input.with,
                            input.carer,
                            input.topics,
                            input.grounds,
                            input.reason,
                            londonDate(m_workspace.clock().now()),
                            worker.id,
                            worker.role,
                            worker.service,
                            m_workspace.clock().now(),
                            input.command};
        consents.insertException(made);
        note.detail = std::string{holdfast::nameOf(input.grounds)} + ' ' + made.id.str();
        return made.id;
    });
}

}  // namespace holdfast::app
