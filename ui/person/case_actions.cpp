#include "person/case_actions.h"

#include "async/desk.h"
#include "drafts/sheet_keeper.h"
#include "letters/letter_actions.h"
#include "notes/unread_notes.h"
#include "person/person_form.h"
#include "person/record_sheet.h"
#include "person/why_sheet.h"
#include "response/response_dialog.h"
#include "widgets/messages.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

namespace holdfast::ui {
namespace {

/// The latest answer whose words say more than its label, and which nobody has looked at again.
EventId toLookAt(const engine::Snapshot& now, std::optional<Need> need)
{
    for (auto bounce = now.bounces.rbegin(); bounce != now.bounces.rend(); ++bounce)
        if (bounce->proposed && !bounce->event.empty() && (!need || bounce->need == *need))
            return bounce->event;
    return {};
}

/// Which service the action is about, as the case is now. A page may only have known where the need is.
ServiceId aboutOf(const engine::Snapshot& now, std::string_view what, std::optional<Need> need, const ServiceId& hint)
{
    const engine::NextAction* first = nullptr;
    for (const auto& action : now.nextActions) {
        if (action.what != what || (need && !covers(action.need, *need)))
            continue;
        if (!hint.empty() && action.about == hint)
            return hint;
        if (first == nullptr)
            first = &action;
    }
    return first ? first->about : ServiceId{};
}

}  // namespace

CaseActions::CaseActions(Theme& theme, Desk& desk, ToastArea& toasts, QWidget& window)
    : m_theme{theme},
      m_desk{desk},
      m_toasts{toasts},
      m_window{window},
      m_letters{new LetterActions{theme, desk, toasts, window, this}}
{
    connect(m_letters, &LetterActions::changed, this, &CaseActions::changed);
}

void CaseActions::said(const QString& message, std::function<void()> undo)
{
    if (undo)
        m_toasts.done(message, std::move(undo));
    else
        m_toasts.done(message);
}

void CaseActions::showUnread()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.notes.unread(session); },
        [this](const Result<app::UnreadNotes>& unread) {
            if (!unread)
                return m_toasts.failed(words(unread.error()));
            auto* sheet = new UnreadSheet{m_theme, *unread, m_desk.clock().now(), m_window};
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            connect(sheet, &UnreadSheet::noteActivated, this, &CaseActions::noteRequested);
            sheet->open();
        });
}

void CaseActions::failed(const QString& message)
{
    m_toasts.failed(message);
}

bool CaseActions::may(app::Action action) const
{
    return m_desk.may(action);
}

bool CaseActions::may(RecordKind kind) const
{
    return may(permissionFor(kind));
}

void CaseActions::perform(const PersonId& person, std::string_view what, std::optional<Need> need,
                          const ServiceId& about)
{
    if (what == "challenge_letter" && m_letters->mayWrite())
        return m_letters->writeAsked(person, letters::LetterKind::challenge, need);
    // One key logs a call; the long form is for what a call log has no place for.
    if (what == "call_back" && !about.empty() && may(RecordKind::contact))
        return emit callsRequested(person, about);
    const ActionTarget target = targetOf(what);
    switch (target.place) {
    case ActionTarget::Place::person: return open(person);
    case ActionTarget::Place::reply: return logReplyOf(person, need.value_or(Need::mentalHealth), about);
    case ActionTarget::Place::assessment: return assess(person);
    case ActionTarget::Place::record:
        return may(target.record) ? begin(person, target.record, {need, {}, std::string{what}, about}) : open(person);
    }
}

void CaseActions::logReplyOf(const PersonId& person, Need need, const ServiceId& service)
{
    auto* dialog = new ResponseDialog{m_desk, m_theme, person, need, m_window, service};
    connect(dialog, &ResponseDialog::recorded, this, [this](const LoggedReply& reply) {
        announce(m_desk, m_toasts, *this, reply, [this, person = reply.person] { emit changed(person); });
        emit changed(reply.person);
    });
    new SheetKeeper{m_theme, m_desk, *dialog, "reply", person};
    dialog->open();
}

void CaseActions::record(const PersonId& person, RecordKind kind, std::optional<Need> need, const EventId& event)
{
    begin(person, kind, {need, event});
}

Result<RecordContext> CaseActions::contextFor(UseCases& use, const app::Session& session, const PersonId& person,
                                              RecordKind kind, const Start& start, Instant now)
{
    auto file = use.cases.open(session, person);
    if (!file)
        return file.error();
    auto services = use.directory.list(session, false);
    if (!services)
        return services.error();
    auto workers = use.workers.list(session);
    if (!workers)
        return workers.error();
    RecordContext context{*std::move(file), *std::move(services), *std::move(workers), session.worker, now,
                          start.need,       start.event};
    const auto& snapshot = context.file.now;
    if (kind == RecordKind::secondLook && start.event.empty())
        context.event = toLookAt(snapshot, start.need);
    context.about = aboutOf(snapshot, start.action, start.need, start.about);
    if (kind == RecordKind::protocol) {
        auto named = use.cases.protocolsNamed(session);
        if (!named)
            return named.error();
        context.protocols = *std::move(named);
        auto guides = use.localGuides.list(session);
        if (!guides)
            return guides.error();
        context.guides = *std::move(guides);
    }
    for (const auto& service : context.services)
        context.file.names.services.emplace(service.id, service.name);
    return context;
}

void CaseActions::begin(const PersonId& person, RecordKind kind, const Start& start)
{
    m_desk.ask(
        this,
        [person, kind, start, now = m_desk.clock().now()](UseCases& use, const app::Session& session) {
            return contextFor(use, session, person, kind, start, now);
        },
        [this, person, kind](const Result<RecordContext>& context) {
            if (!context)
                return m_toasts.failed(words(context.error()));
            if (kind == RecordKind::secondLook && context->event.empty())
                return open(person);  // somebody has looked already
            auto* sheet = new RecordSheet{m_theme, m_desk, kind, *context, m_window};
            connect(sheet, &RecordSheet::recorded, this,
                    [this, person, kind, sheet](const app::RecordOutcome& outcome) {
                        saved(person, kind, outcome);
                        if (sheet->form().wantsPaper())
                            m_letters->papers().choose(person, outcome.event);
                    });
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            new SheetKeeper{m_theme, m_desk, *sheet, "record/" + std::to_string(static_cast<int>(kind)), person};
            sheet->open();
        });
}

QString CaseActions::savedWords(const QString& what, const app::RecordOutcome& outcome) const
{
    QString said = tr("%1: recorded.").arg(what);
    if (outcome.late)
        said += QLatin1Char(' ') + tr("Entered late, so everything since was worked out again.");
    else if (!outcome.after.nextActions.empty())
        said += QLatin1Char(' ') + tr("Next: %1, %2.")
                                       .arg(actionWords(outcome.after.nextActions.front().what),
                                            dueWords(outcome.after.nextActions.front().due, m_desk.clock().now()));
    return said;
}

void CaseActions::saved(const PersonId& person, RecordKind kind, const app::RecordOutcome& outcome)
{
    const QString said = savedWords(recordTitle(kind), outcome);
    // What takes back an entry is itself not taken back by one press.
    if (kind == RecordKind::enteredInError)
        m_toasts.done(said);
    else
        offerUndo(said, person, outcome.event);
    emit changed(person);
}

void CaseActions::offerUndo(const QString& said, const PersonId& person, const EventId& event)
{
    m_toasts.done(said, [this, person, event] { undo(person, event); });
    m_undoable = m_toasts.current();
}

void CaseActions::undo(const PersonId& person, const EventId& event)
{
    m_desk.ask(
        this,
        [person, event, command = m_desk.newCommand()](UseCases& use, const app::Session& session) {
            return use.cases.undo(session, person, event, command);
        },
        [this, person](const Result<app::RecordOutcome>& outcome) {
            if (!outcome)
                return m_toasts.failed(words(outcome.error()));
            m_toasts.done(tr("Taken back. The entry stays in the history, marked as entered in error."));
            emit changed(person);
        });
}

void CaseActions::why(const PersonId& person, const WhyQuestion& question)
{
    m_desk.ask(
        this, [person](UseCases& use, const app::Session& session) { return use.whyCase.explain(session, person); },
        [this, question](const Result<app::CaseWhy>& why) {
            if (!why)
                return m_toasts.failed(words(why.error()));
            const QString name = text(why->name);
            const QString title = question.title.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, question.title);
            const QString policy = QStringLiteral("%1 %2").arg(text(why->now.policyId), text(why->now.policyVersion));
            auto* sheet = new WhySheet{m_theme, title, answersTo(*why, question), policy, m_window};
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            sheet->open();
        });
}

void CaseActions::newPerson()
{
    editPerson(Person{});
}

void CaseActions::editPerson(const Person& person)
{
    auto* form = new PersonForm{m_theme, m_desk, person, m_window};
    const bool isNew = person.version == 0;
    connect(form, &PersonForm::saved, this, [this, isNew](const Person& saved) {
        m_toasts.done(isNew ? tr("Person added. Start the joint assessment when you are with them.")
                            : tr("Details saved."));
        emit changed(saved.id);
        if (isNew)
            emit personRequested(saved.id);
    });
    connect(form, &PersonForm::otherRequested, this, &CaseActions::personRequested);
    form->setAttribute(Qt::WA_DeleteOnClose);
    new SheetKeeper{m_theme, m_desk, *form, "person", person.id};
    form->open();
}

}  // namespace holdfast::ui
