// What is done in a meeting: starting and finishing it, who is there, who is talked about, and its minutes.
#include "async/desk.h"
#include "domain/calendar.h"
#include "letters/letter_output.h"
#include "mdt/agenda_panel.h"
#include "mdt/mdt_page.h"
#include "mdt/mdt_sheets.h"
#include "mdt/meeting_paper.h"
#include "mdt/meeting_words.h"
#include "mdt/outcome_form.h"
#include "person/person_view.h"
#include "print/letter_paper.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QStackedWidget>

#include <algorithm>

namespace holdfast::ui {

void MdtPage::openForm(const PersonId& person)
{
    struct Loaded {
        app::CaseFile file;
        app::MeetingDraft draft;
    };
    const app::AgendaLine* line = lineOf(person);
    if (!line)
        return;
    const QString name = text(line->name).section(u' ', 0, 0);
    const auto first =
        OutcomeForm::firstOutcome(line->item, name, londonDate(m_desk.clock().now()), m_desk.session().worker.id);
    m_desk.ask(
        this,
        [person, meeting = m_board->meeting.id, first](UseCases& use, const app::Session& session) -> Result<Loaded> {
            auto file = use.cases.open(session, person);
            if (!file)
                return file.error();
            auto draft = use.meetings.begin(session, meeting, person, first);
            if (!draft)
                return draft.error();
            return Loaded{*std::move(file), *std::move(draft)};
        },
        [this, person, opening = ++m_opening](const Result<Loaded>& loaded) {
            if (opening != m_opening || person != m_person)
                return;
            if (!loaded)
                return emit failed(meetingErrorWords(loaded.error()));
            const app::AgendaLine* now = lineOf(person);
            OutcomeWriting writing;
            writing.file = loaded->file;
            writing.draft = loaded->draft;
            writing.workers = m_board->workers;
            writing.bothPresent = bothPresent(m_board->meeting);
            writing.reasons = now ? reasonsWords(now->item) : QString{};
            writing.isLast = m_board->toDecide() <= 1;
            m_stack->setCurrentWidget(m_form);
            m_form->open(writing);
        });
}

void MdtPage::start()
{
    if (!m_board || m_board->isOn() || !mayRun())
        return;
    m_desk.ask(
        this,
        [meeting = m_board->meeting, command = m_desk.newCommand()](UseCases& use, const app::Session& session) {
            return use.meetings.start(session, meeting, command);
        },
        [this](const Result<Meeting>& begun) {
            if (!begun)
                return emit failed(meetingErrorWords(begun.error()));
            m_person = {};
            refresh();
            emit done(tr("The meeting is on. Say who is here on the right."));
        });
}

/// On the meeting as it is in the store by then: two quick changes, or two people, do not stand in each other's way.
void MdtPage::change(const std::function<void(Meeting&)>& edit, const QString& said)
{
    m_desk.ask(
        this,
        [edit, id = m_board->meeting.id](UseCases& use, const app::Session& session) -> Result<Meeting> {
            auto board = use.meetings.board(session);
            if (!board)
                return std::move(board).error();
            if (board->meeting.id != id)
                return Error{ErrorCode::conflict, "finished", {}};
            Meeting meeting = board->meeting;
            edit(meeting);
            return use.meetings.save(session, meeting);
        },
        [this, said](const Result<Meeting>& saved) {
            refresh();
            if (!saved)
                return emit failed(meetingErrorWords(saved.error()));
            if (!said.isEmpty())
                emit done(said);
        });
}

void MdtPage::finish(bool finished)
{
    if (!m_board || !m_board->isOn())
        return;
    m_form->leave();
    const Meeting meeting = m_board->meeting;
    const int open = m_board->toDecide();
    m_desk.ask(
        this,
        [meeting, finished](UseCases& use, const app::Session& session) {
            return use.meetings.finish(session, meeting.id, meeting.version, finished);
        },
        [this, open](const Result<Meeting>& saved) {
            refresh();
            if (!saved)
                return emit failed(meetingErrorWords(saved.error()));
            const QString said = open == 0 ? tr("The meeting is finished.")
                                           : tr("The meeting is finished. %1 not talked about stay due.").arg(open);
            emit undoable(said, [this, id = saved->id, version = saved->version] {
                m_desk.ask(
                    this,
                    [id, version](UseCases& use, const app::Session& session) {
                        return use.meetings.finish(session, id, version, false);
                    },
                    [this](const Result<Meeting>& again) {
                        refresh();
                        if (!again)
                            emit failed(meetingErrorWords(again.error()));
                    });
            });
        });
}

void MdtPage::afterRecorded(const PersonId& person, bool stands)
{
    const app::AgendaLine* line = lineOf(person);
    const QString name = line ? text(line->name) : QString{};
    // The next one in the order of the agenda, then those before.
    PersonId next;
    bool passed = false;
    for (int round = 0; round < 2 && next.empty(); ++round)
        for (const app::AgendaLine& each : m_board->lines) {
            passed = passed || each.item.person == person;
            if (next.empty() && each.item.person != person && !each.record && !isOff(each.item) &&
                (passed || round > 0))
                next = each.item.person;
        }
    m_person = next.empty() ? person : next;
    m_stack->setCurrentIndex(0);
    refresh();
    emit changed();
    emit undoable(stands ? tr("Recorded for %1. It stands in the record, and its actions on Today.").arg(name)
                         : tr("Kept for %1 as not decided. The clocks run on.").arg(name),
                  [this, person] { takeBack(person); });
}

void MdtPage::takeBack(const PersonId& person)
{
    if (!m_board)
        return;
    m_desk.ask(
        this,
        [meeting = m_board->meeting.id, person, command = m_desk.newCommand()](UseCases& use,
                                                                               const app::Session& session) {
            return use.meetings.takeBack(session, meeting, person, command);
        },
        [this, person](const Result<Done>& taken) {
            if (!taken)
                return emit failed(meetingErrorWords(taken.error()));
            m_form->leave();
            m_person = person;
            refresh();
            emit changed();
            emit done(tr("Taken back. What was typed is here again."));
        });
}

/// Those there would be reason for come first, then everybody held.
void MdtPage::addPerson()
{
    std::vector<AgendaCandidate> known;
    for (const app::AgendaLine& line : m_board->further)
        known.push_back({line.item.person, text(line.name), line.item});
    m_desk.ask(
        this,
        [](UseCases& use, const app::Session& session) {
            app::PeopleQuery query;
            query.limit = 200;
            return use.people.search(session, query);
        },
        [this, known](const Result<app::PeoplePage>& people) mutable {
            if (people)
                for (const auto& row : people->rows) {
                    const auto same = [&](const AgendaCandidate& each) { return each.person == row.id; };
                    if (!lineOf(row.id) && std::ranges::none_of(known, same))
                        known.push_back({row.id, text(row.name), {}});
                }
            askWhoToAdd(m_theme, *window(), known, [this](const AgendaItem& item) {
                change(
                    [item](Meeting& meeting) {
                        if (std::ranges::find(meeting.items, item.person, &AgendaItem::person) == meeting.items.end())
                            meeting.items.push_back(item);
                    },
                    tr("Added to the agenda."));
            });
        });
}

void MdtPage::takeOff(const PersonId& person)
{
    const app::AgendaLine* line = lineOf(person);
    if (!line)
        return;
    askWhyOff(m_theme, *window(), text(line->name), [this, person](const QString& why) {
        m_form->leave();
        m_person = {};
        change([person, why](Meeting& meeting) {
            for (AgendaItem& item : meeting.items)
                if (item.person == person)
                    item.whyOff = why.toStdString();
        });
        emit undoable(tr("Taken off the agenda."), [this, person] { putBack(person); });
    });
}

void MdtPage::putBack(const PersonId& person)
{
    m_person = person;
    change(
        [person](Meeting& meeting) {
            for (AgendaItem& item : meeting.items)
                if (item.person == person)
                    item.whyOff.clear();
        },
        tr("Back on the agenda."));
}

void MdtPage::addAttendee()
{
    std::vector<Worker> rest;
    for (const Worker& worker : m_board->workers)
        if (std::ranges::find(m_board->meeting.attendees, worker.id, &Attendee::worker) ==
            m_board->meeting.attendees.end())
            rest.push_back(worker);
    askAttendee(m_theme, *window(), rest, [this](const Attendee& attendee) {
        change([attendee](Meeting& meeting) { meeting.attendees.push_back(attendee); });
    });
}

void MdtPage::setPresence(int attendee, int presence)
{
    const Attendee who = m_board->meeting.attendees.at(static_cast<std::size_t>(attendee));
    change([who, presence](Meeting& meeting) {
        for (Attendee& each : meeting.attendees)
            if (each.worker == who.worker && each.name == who.name)
                each.presence = static_cast<Presence>(presence);
    });
}

void MdtPage::editDetails()
{
    if (!m_board || !m_board->isOn())
        return;
    askMeetingDetails(m_theme, *window(), m_board->meeting, londonDate(m_desk.clock().now()),
                      [this](const Meeting& changed) {
                          change([changed](Meeting& meeting) {
                              meeting.startsAt = changed.startsAt;
                              meeting.place = changed.place;
                          });
                      });
}

void MdtPage::print(const MeetingId& meeting, bool toFile, bool large)
{
    struct Ready {
        app::MeetingMinutes minutes;
        Letterhead head;
    };
    m_desk.ask(
        this,
        [meeting](UseCases& use, const app::Session& session) -> Result<Ready> {
            auto minutes = use.meetings.minutes(session, meeting);
            if (!minutes)
                return minutes.error();
            auto head = use.letters.letterhead(session);
            if (!head)
                return head.error();
            return Ready{*std::move(minutes), *std::move(head)};
        },
        [this, toFile, large](const Result<Ready>& ready) {
            if (!ready)
                return emit failed(meetingErrorWords(ready.error()));
            const QByteArray pdf = pdfOf(minutesDocument(ready->minutes, large), ready->head);
            if (!toFile)
                return printPdf(*window(), pdf, [this](int pages) {
                    if (pages > 0)
                        emit done(printedWords(pages));
                    else
                        emit failed(tr("The printer could not begin. Save a PDF and print that."));
                });
            saveFile(*window(), m_desk, QStringLiteral("minutes.pdf"), pdf, [this](const QString& wrong) {
                if (wrong.isEmpty())
                    emit done(tr("Saved. Keep the file as safely as the store."));
                else
                    emit failed(wrong);
            });
        });
}

}  // namespace holdfast::ui
