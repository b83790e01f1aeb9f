// What was typed and is not finished, across the pages: where drafts go while the store does not take them, and the ways
// back to what was cut off.
#include "assessment/assessment_page.h"
#include "backups/backup_runner.h"
#include "base/log.h"
#include "base/platform.h"
#include "client/client.h"
#include "letters/letter_actions.h"
#include "letters/letter_page.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "shell/main_window.h"
#include "today/today_page.h"
#include "widgets/messages.h"
#include "words/codes.h"

namespace holdfast::ui {

void Client::connectDrafts()
{
    connect(m_today, &TodayPage::draftRequested, this, &Client::openDraft);
    const auto undoable = [this](const QString& said, const std::function<void()>& undo) {
        m_window->toasts().done(said, undo);
    };
    connect(m_assessment, &AssessmentPage::undoable, this, undoable);
    connect(m_letter, &LetterPage::undoable, this, undoable);
    connect(m_assessment, &AssessmentPage::draftSettled, this, &Client::countElsewhere);
    connect(m_letter, &LetterPage::draftSettled, this, &Client::countElsewhere);
}

/// The key lies in the store; what an earlier sitting of this worker kept here comes home and is then offered on Today.
void Client::openLocalDrafts()
{
    const auto folder = platform::dataFolder();
    if (!folder)
        return;
    struct Opened {
        std::shared_ptr<app::LocalDrafts> local;
        int broughtHome = 0;
    };
    m_desk.ask(
        this,
        [folder = *folder, there = m_desk.localDrafts()](UseCases& use, const app::Session& session) -> Result<Opened> {
            Opened opened{there, 0};
            if (!there) {
                auto local = use.drafts.openLocal(session, folder);
                if (!local)
                    return std::move(local).error();
                opened.local = *std::move(local);
            }
            const auto home = use.drafts.bringHome(session, *opened.local);
            if (!home)
                log::warn("drafts.not_brought_home", home.error().code);
            opened.broughtHome = home ? *home : 0;
            return opened;
        },
        [this](const Result<Opened>& opened) {
            if (!opened)
                return log::warn("drafts.no_local_key", opened.error().code);
            m_desk.setLocalDrafts(opened->local);
            if (opened->broughtHome == 0)
                return;
            m_window->toasts().done(tr("What you typed while the store could not be reached is back. See Today."));
            m_today->refresh();
        });
}

void Client::closeStore(std::function<void()> then)
{
    m_sweep.stop();
    m_desk.setLocalDrafts(nullptr);
    m_mark.reset();
    m_background.run(
        this,
        [workspace = m_workspace.get()] {
            workspace->close();
            return true;
        },
        [then = std::move(then)](bool) { then(); });
}

void Client::goOn(std::unique_ptr<app::Workspace> opened, const app::Session& session)
{
    m_background.run(
        this,
        [workspace = m_workspace.get(), fresh = std::shared_ptr<app::Workspace>{std::move(opened)}] {
            workspace->reopen(*fresh);
            return true;
        },
        [this](bool) {
            m_sweep.start();
            openLocalDrafts();
            markOpen();
            m_backups->look();
            refresh();
        });
    m_desk.setSession(session);
    m_window->toasts().close();
    followRole();
    nameWorker();
}

void Client::openDraft(const app::CutOff& what)
{
    const QString kind = text(what.kind);
    if (what.kind == "assessment")
        return openAssessment(what.person);
    if (kind.startsWith(QStringLiteral("letter:")))
        return m_window->go(m_letter->id(), LetterPage::placeOf(what.person, what.kind.substr(7)));
    const QString sheet = kind.section(QLatin1Char(':'), 1, 1);
    if (kind.startsWith(QStringLiteral("note:"))) {
        openPerson(what.person);
        return m_person->showNoteDraft(sheet.toStdString());
    }
    if (kind.startsWith(QStringLiteral("plan:"))) {
        openPerson(what.person);
        return m_person->showPlan(named<PlanKind>(sheet.toStdString()).value_or(PlanKind::care), true);
    }
    if (kind.startsWith(QStringLiteral("meeting:")))
        return m_window->go(QStringLiteral("mdt"), text(what.person.text()));
    if (!what.person.empty())
        openPerson(what.person);
    if (!kind.startsWith(QStringLiteral("form:")))
        return;
    if (sheet == QStringLiteral("story"))
        m_person->writeStory();
    else if (sheet == QStringLiteral("handover") || sheet == QStringLiteral("promise") ||
             sheet == QStringLiteral("retelling"))
        m_person->showTab(PersonPage::Story);
    else if (sheet == QStringLiteral("words"))
        m_window->go(QStringLiteral("settings"));
    else if (sheet.startsWith(QStringLiteral("carer")) || sheet.startsWith(QStringLiteral("consent/")))
        m_person->showCircle(sheet.toStdString());
    else if (sheet == QStringLiteral("reply"))
        m_actions->logReply(what.person, Need::mentalHealth);
    else if (sheet.startsWith(QStringLiteral("record/")))
        m_actions->record(what.person, static_cast<RecordKind>(sheet.mid(7).toInt()), std::nullopt);
    else if (sheet == QStringLiteral("person") && what.person.empty())
        m_actions->newPerson();
    else if (sheet == QStringLiteral("new_letter"))
        m_actions->letters().writeAnother(what.person);
    else if (sheet.startsWith(QStringLiteral("service/")) || sheet.startsWith(QStringLiteral("place/")))
        m_window->go(QStringLiteral("directory"));
    else if (sheet.startsWith(QStringLiteral("worker/")))
        m_window->go(QStringLiteral("settings"));
    else if (sheet.startsWith(QStringLiteral("hand_on")) || sheet == QStringLiteral("cover"))
        m_window->go(QStringLiteral("team"));
}

}  // namespace holdfast::ui
