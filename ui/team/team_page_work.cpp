// What the Team page does: the sheets it opens, and undoing what they did.
#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/sheet_keeper.h"
#include "team/cover_sheet.h"
#include "team/decline_sheet.h"
#include "team/hand_on_sheet.h"
#include "team/team_models.h"
#include "team/team_page.h"
#include "team/team_words.h"
#include "widgets/messages.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"
#include "words/numbers.h"

#include <QTableView>

#include <algorithm>

namespace holdfast::ui {

void TeamPage::openHandOn()
{
    const app::TeamMember* member = selectedMember();
    if (member == nullptr || member->people == 0 || !m_handOn->isEnabled())
        return;
    m_desk.ask(
        this,
        [worker = member->worker.id](UseCases& use, const app::Session& session) {
            return use.team.heldBy(session, worker);
        },
        [this, from = *member](const Result<std::vector<app::HeldPerson>>& people) {
            if (!people)
                return explain(people.error());
            openHandOnSheet(from, *people);
        });
}

void TeamPage::openHandOnSheet(const app::TeamMember& from, std::vector<app::HeldPerson> people)
{
    std::vector<app::TeamMember> others;
    for (const app::TeamMember& member : m_view.members)
        if (member.worker.active && member.worker.id != from.worker.id && member.worker.service == from.worker.service)
            others.push_back(member);
    auto* sheet = new HandOnSheet{m_desk, m_theme, from, others, std::move(people), m_view.now, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &HandOnSheet::handedOn, this, &TeamPage::handedOn);
    new SheetKeeper{m_theme, m_desk, *sheet, "hand_on/" + from.worker.id.str()};
    sheet->open();
}

void TeamPage::handedOn(const app::Reassigned& done, const QString& to)
{
    const int people = static_cast<int>(done.moved.size());
    QString said =
        people == 1 ? tr("1 person is now with %1.").arg(to) : tr("%1 people are now with %2.").arg(people).arg(to);
    if (done.notHeld > 0)
        said += QLatin1Char(' ') +
                counted(done.notHeld, tr("1 had been handed on already."), tr("%1 had been handed on already."));
    if (people == 0)
        m_toasts.done(said);
    else
        m_toasts.done(said, [this, done] { takeBack(done); });
    emit changed();
    refresh();
}

void TeamPage::takeBack(const app::Reassigned& done)
{
    m_desk.ask(
        this,
        [done, command = m_desk.newCommand()](UseCases& use, const app::Session& session) {
            return use.team.takeBack(session, done, command);
        },
        [this](const Result<int>& people) {
            if (!people)
                return m_toasts.failed(refusalWords(people.error()));
            saved(tr("Taken back. The entries stay in the histories, marked as entered in error."));
        });
}

void TeamPage::openCover()
{
    if (!m_cover->isEnabled())
        return;
    const app::TeamMember* member = selectedMember();
    auto* sheet = new CoverSheet{
        m_desk,   m_theme, m_view.members, member ? member->worker.id : WorkerId{}, londonDate(m_desk.clock().now()),
        *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &CoverSheet::arranged, this, &TeamPage::coverArranged);
    connect(sheet, &CoverSheet::ended, this, [this] { saved(tr("The cover has ended.")); });
    new SheetKeeper{m_theme, m_desk, *sheet, "cover"};
    sheet->open();
}

void TeamPage::coverArranged(const Cover& cover)
{
    const Date today = londonDate(m_desk.clock().now());
    m_toasts.done(tr("Cover arranged from %1 to %2.").arg(dayWords(cover.from, today), dayWords(cover.to, today)),
                  [this, cover] { endCover(cover); });
    emit changed();
    refresh();
}

void TeamPage::endCover(const Cover& cover)
{
    m_desk.ask(
        this,
        [id = cover.id, version = cover.version](UseCases& use, const app::Session& session) {
            return use.team.endCover(session, id, version);
        },
        [this](const Result<Cover>& ended) {
            if (!ended)
                return m_toasts.failed(teamRefusal(ended.error()));
            saved(tr("Taken back. Nobody covers."));
        });
}

void TeamPage::openDecline()
{
    const QModelIndexList rows = m_declineTable->selectionModel()->selectedRows();
    const app::UnconfirmedDecline* decline = rows.isEmpty() ? nullptr : m_declines->at(rows.front().row());
    if (decline == nullptr || !m_look->isEnabled())
        return;
    m_desk.ask(
        this,
        [person = decline->person, event = decline->event](UseCases& use, const app::Session& session) {
            return use.team.look(session, person, event);
        },
        [this](const Result<app::DeclineLook>& look) {
            if (!look)
                return explain(look.error());
            openDeclineSheet(*look);
        });
}

void TeamPage::openDeclineSheet(app::DeclineLook look)
{
    const PersonId about = look.decline.person;
    auto* sheet = new DeclineSheet{m_desk, m_theme, std::move(look), m_view.now, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &DeclineSheet::personRequested, this, &TeamPage::personRequested);
    connect(sheet, &DeclineSheet::looked, this,
            [this](const PersonId& person, const app::RecordOutcome& outcome, bool reclassified) {
                m_toasts.done(reclassified ? tr("Reclassified. Both readings are in the history.") : tr("Confirmed."),
                              [this, person, event = outcome.event] { undoLook(person, event); });
                emit changed();
                refresh();
            });
    new SheetKeeper{m_theme, m_desk, *sheet, "decline", about};
    sheet->open();
}

void TeamPage::undoLook(const PersonId& person, const EventId& event)
{
    m_desk.ask(
        this,
        [person, event, command = m_desk.newCommand()](UseCases& use, const app::Session& session) {
            return use.cases.undo(session, person, event, command);
        },
        [this](const Result<app::RecordOutcome>& outcome) {
            if (!outcome)
                return m_toasts.failed(refusalWords(outcome.error()));
            saved(tr("Taken back. The decline waits to be confirmed again."));
        });
}

}  // namespace holdfast::ui
