// Opens what can be done about a person's case from any page: a reply, a record, the assessment. One place, so that
// every page does the same and every save gets its toast with Undo.
#pragma once

#include "app/cases.h"
#include "domain/note.h"
#include "person/record_kind.h"
#include "person/why_view.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QWidget;

namespace holdfast::ui {

class Desk;
class LetterActions;
struct RecordContext;
class Theme;
class Toast;
class ToastArea;
struct UseCases;

class CaseActions final : public QObject {
    Q_OBJECT

public:
    CaseActions(Theme& theme, Desk& desk, ToastArea& toasts, QWidget& window);

    /// Does what the engine asks for next, by its code. `about` is the service it is about; may be empty.
    void perform(const PersonId& person, std::string_view what, std::optional<Need> need, const ServiceId& about = {});
    void logReply(const PersonId& person, Need need) { logReplyOf(person, need, {}); }
    /// `event` is the entry that a second look or an entry in error is about.
    void record(const PersonId& person, RecordKind kind, std::optional<Need> need, const EventId& event = {});
    void assess(const PersonId& person) { emit assessmentRequested(person); }
    void open(const PersonId& person) { emit personRequested(person); }
    /// Shows the rules behind it, with their facts and policy.
    void why(const PersonId& person, const WhyQuestion& question);
    /// A call to or from a service, as of now, whatever else was recorded since the page was drawn.
    void logCall(const PersonId& person, const event::Contact& call, const QString& said);
    /// Takes back what was recorded last from here, while its toast still offers that.
    void undoLast();
    void openNote(const PersonId& person, const NoteId& note) { emit noteRequested(person, note); }
    /// The tab of consent and carers, with that sheet open: "consent/gp", "carer/" and an id.
    void openCircle(const PersonId& person, const std::string& sheet)
    {
        emit circleRequested(person, QString::fromStdString(sheet));
    }
    /// What was agreed in a plan or a meeting is done, or is not after all; undo is offered.
    void markLine(const PersonId& person, const std::string& line, bool done);
    /// Every note that the worker has not read about the people they hold.
    void showUnread();
    void newPerson();
    void editPerson(const Person& person);

    /// In a toast at the foot of the window.
    void said(const QString& message, std::function<void()> undo = {});
    void failed(const QString& message);

    /// Writing, opening and attaching.
    LetterActions& letters() const { return *m_letters; }

    bool may(RecordKind kind) const;
    bool may(app::Action action) const;

signals:
    void changed(const holdfast::PersonId& person);  ///< something was saved: ask again
    void personRequested(const holdfast::PersonId& person);
    void assessmentRequested(const holdfast::PersonId& person);
    void circleRequested(const holdfast::PersonId& person, const QString& sheet);
    /// The call log of the person, at that service.
    void callsRequested(const holdfast::PersonId& person, const holdfast::ServiceId& service);
    void noteRequested(const holdfast::PersonId& person, const holdfast::NoteId& note);

private:
    /// What a form is opened for.
    struct Start {
        std::optional<Need> need;
        EventId event{};
        std::string action{};  ///< the code of what was to be done; empty when it came from a menu
        ServiceId about{};     ///< as far as the page knew
    };
    static Result<RecordContext> contextFor(UseCases& use, const app::Session& session, const PersonId& person,
                                            RecordKind kind, const Start& start, Instant now);
    void begin(const PersonId& person, RecordKind kind, const Start& start);
    void logReplyOf(const PersonId& person, Need need, const ServiceId& service);
    void saved(const PersonId& person, RecordKind kind, const app::RecordOutcome& outcome);
    QString savedWords(const QString& what, const app::RecordOutcome& outcome) const;
    void offerUndo(const QString& said, const PersonId& person, const EventId& event);
    struct Call {
        event::Contact contact;
        QString said;
        CommandId command;
        Instant at;
    };
    void saveCall(const PersonId& person, const Call& call);
    void undo(const PersonId& person, const EventId& event);

    Theme& m_theme;
    Desk& m_desk;
    ToastArea& m_toasts;
    QWidget& m_window;
    LetterActions* m_letters;
    QPointer<Toast> m_undoable;
};

}  // namespace holdfast::ui
