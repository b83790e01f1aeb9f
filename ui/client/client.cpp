#include "client/client.h"

#include "assessment/assessment_page.h"
#include "audit/audit_page.h"
#include "backups/backup_runner.h"
#include "backups/backups_page.h"
#include "directory/directory_page.h"
#include "domain/policy.h"
#include "find/find_box.h"
#include "kindwords/guidance_sheet.h"
#include "kindwords/kind_words_watch.h"
#include "letters/letter_actions.h"
#include "letters/letter_page.h"
#include "mdt/mdt_page.h"
#include "people/people_page.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "policy/policy_page.h"
#include "referrals/referrals_page.h"
#include "reports/reports_page.h"
#include "retention/retention_page.h"
#include "settings/settings_page.h"
#include "shell/commands.h"
#include "shell/main_window.h"
#include "shell/nav_rail.h"
#include "shell/status_strip.h"
#include "shell/top_bar.h"
#include "team/team_page.h"
#include "theme/mark.h"
#include "theme/theme.h"
#include "today/today_page.h"
#include "widgets/messages.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAction>
#include <QFileInfo>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto sweepEvery = 5min;

}  // namespace

Client::Client(Theme& theme, SettingsStore& settings, const Clock& clock, IdSource& ids,
               std::unique_ptr<app::Workspace> workspace, app::Session session, const QString& location)
    : m_theme{theme},
      m_settings{settings},
      m_location{location},
      m_workspace{std::move(workspace)},
      m_desk{*m_workspace, m_background, clock, ids, std::move(session)},
      m_backups{std::make_unique<BackupRunner>(m_desk)},
      m_window{std::make_unique<MainWindow>(theme, settings)}
{
    m_window->setWindowIcon(markIcon(theme));
    m_actions = std::make_unique<CaseActions>(theme, m_desk, m_window->toasts(), *m_window);
    m_kindWords = new KindWordsWatch{theme, m_desk, settings, *m_window};
    addPages();
    connectPages();
    connectDrafts();
    addCommands();
    connectBackups();
    connectReviews();
    connectFind();
    followRole();
    showStore(location);
    m_sweep.setInterval(sweepEvery);
    connect(&m_sweep, &QTimer::timeout, this, &Client::sweep);
    m_sweep.start();
    // What the first page shows is asked for before anything that stands around it.
    m_window->go(m_desk.may(app::Action::viewWorklist) ? m_today->id() : m_settingsPage->id());
    nameWorker();
    countElsewhere();
    openLocalDrafts();
    m_backups->look();
    markOpen();
    warnOfPlace();
    warnOfClock();
    finishClearing();
}

Client::~Client()
{
    m_actions.reset();
    m_window.reset();  // its pages may still ask while they go
}

void Client::addPages()
{
    const auto add = [&](auto page, MainWindow::Place place = MainWindow::Place::rail, const QString& under = {}) {
        auto* raw = page.get();
        m_window->addPage(std::move(page), place, under);
        return raw;
    };
    using enum MainWindow::Place;
    m_today = add(std::make_unique<TodayPage>(m_theme, m_desk, m_settings, *m_actions));
    m_people = add(std::make_unique<PeoplePage>(m_theme, m_desk, m_settings, *m_actions));
    m_referrals = add(std::make_unique<ReferralsPage>(m_desk, m_theme, m_settings));
    m_mdt = add(std::make_unique<MdtPage>(m_theme, m_desk));
    m_reports = add(std::make_unique<ReportsPage>(m_desk, m_theme, m_settings));
    m_directory = add(std::make_unique<DirectoryPage>(m_desk, m_theme, m_settings));
    m_team = add(std::make_unique<TeamPage>(m_desk, m_theme, m_settings, m_window->toasts()));
    m_settingsPage = add(std::make_unique<SettingsPage>(m_desk, m_theme, m_settings), railEnd);
    m_audit = add(std::make_unique<AuditPage>(m_desk, m_theme, m_settings), hidden, m_settingsPage->id());
    m_backupsPage = add(std::make_unique<BackupsPage>(m_desk, m_theme, *m_backups), hidden, m_settingsPage->id());
    m_retention = add(std::make_unique<RetentionPage>(m_desk, m_theme, m_settings), hidden, m_settingsPage->id());
    m_policy = add(std::make_unique<PolicyPage>(m_desk, m_theme), hidden, m_settingsPage->id());
    m_person = add(std::make_unique<PersonPage>(m_theme, m_desk, m_settings, *m_actions), hidden);
    m_assessment = add(std::make_unique<AssessmentPage>(m_desk, m_theme), hidden);
    m_letter = add(std::make_unique<LetterPage>(m_desk, m_theme), hidden);
}

template <class AnyPage>
void Client::connectMessages(AnyPage& page)
{
    connect(&page, &AnyPage::done, this, [this](const QString& message) {
        m_window->toasts().done(message);
        saved();
    });
    connect(&page, &AnyPage::failed, this, [this](const QString& message) { m_window->toasts().failed(message); });
}

void Client::connectPages()
{
    connect(m_today, &TodayPage::personRequested, this, &Client::openPerson);
    connect(m_today, &TodayPage::handoverRequested, this, [this](const PersonId& person, const HandoverPackId& pack) {
        openPerson(person);
        m_person->showHandover(pack);
    });
    connect(m_today, &TodayPage::heldRequested, this, [this] {
        m_people->showHeldByMe();
        m_window->go(m_people->id());
    });
    connect(m_today, &TodayPage::countChanged, this,
            [this](int total) { m_window->rail().setCount(m_today->id(), total); });
    connect(m_people, &PeoplePage::personRequested, this, &Client::openPerson);
    connect(m_referrals, &ReferralsPage::personRequested, this, &Client::openPerson);
    connect(m_referrals, &ReferralsPage::replyRequested, m_actions.get(), &CaseActions::logReply);
    connect(m_referrals, &ReferralsPage::countChanged, this,
            [this](int silent) { m_window->rail().setCount(m_referrals->id(), silent); });
    connectLetters();
    connectMessages(*m_mdt);
    connect(m_mdt, &MdtPage::personRequested, this, &Client::openPerson);
    connect(m_mdt, &MdtPage::letterRequested, this, [this](const PersonId& person, const EventId& meeting) {
        letters::Request request;
        request.kind = letters::LetterKind::toPerson;
        request.event = meeting;
        m_actions->letters().write(person, request);
    });
    connect(m_mdt, &MdtPage::changed, this, &Client::saved);
    connect(m_mdt, &MdtPage::countChanged, this,
            [this](int people) { m_window->rail().setCount(m_mdt->id(), people); });
    connect(m_mdt, &MdtPage::undoable, this, [this](const QString& said, const std::function<void()>& undo) {
        m_window->toasts().done(said, undo);
        saved();
    });
    connect(m_team, &TeamPage::personRequested, this, &Client::openPerson);
    connect(m_team, &TeamPage::changed, this, &Client::saved);
    connect(m_team, &TeamPage::countChanged, this,
            [this](int declines) { m_window->rail().setCount(m_team->id(), declines); });
    connectMessages(*m_directory);
    connectReports();
    connectMessages(*m_settingsPage);
    connect(m_settingsPage, &SettingsPage::workerChanged, this, &Client::showWorker);
    connect(m_settingsPage, &SettingsPage::lockRequested, this, &Client::lockRequested);
    connect(m_settingsPage, &SettingsPage::kindWordsChanged, m_kindWords, &KindWordsWatch::reload);
    connect(m_settingsPage, &SettingsPage::policyRequested, this, [this] { m_window->go(m_policy->id()); });
    connect(m_settingsPage, &SettingsPage::auditRequested, this, [this] { m_window->go(m_audit->id()); });
    connectMessages(*m_policy);
    connectMessages(*m_audit);
    connectMessages(*m_retention);
    connect(m_policy, &PolicyPage::policyChanged, this, &Client::showPolicy);

    connect(m_assessment, &AssessmentPage::personRequested, this, &Client::openPerson);
    connect(m_assessment, &AssessmentPage::draftSaved, this, &Client::saved);
    connect(m_assessment, &AssessmentPage::signedOff, this, [this](const SignedAssessment& result) {
        m_window->toasts().done(result.said);
        saved();
        openPerson(result.person);
    });
    connect(m_actions.get(), &CaseActions::personRequested, this, &Client::openPerson);
    connect(m_actions.get(), &CaseActions::assessmentRequested, this, &Client::openAssessment);
    connect(m_actions.get(), &CaseActions::noteRequested, this, [this](const PersonId& person, const NoteId& note) {
        openPerson(person);
        m_person->showNote(note);
    });
    connect(m_actions.get(), &CaseActions::callsRequested, this,
            [this](const PersonId& person, const ServiceId& service) {
                openPerson(person);
                m_person->logCallTo(service);
            });
    connect(m_actions.get(), &CaseActions::circleRequested, this, [this](const PersonId& person, const QString& sheet) {
        openPerson(person);
        m_person->showCircle(sheet.toStdString());
    });
    connect(m_actions.get(), &CaseActions::changed, this, [this] {
        saved();
        refresh();
    });
}

void Client::connectReports()
{
    connectMessages(*m_reports);
    connect(m_reports, &ReportsPage::placeRequested, this,
            [this](const QString& place) { m_window->go(m_reports->id(), place); });
    connect(m_reports, &ReportsPage::backRequested, m_window.get(), &MainWindow::back);
    connect(m_reports, &ReportsPage::personRequested, this, &Client::openPerson);
    connect(m_reports, &ReportsPage::peopleRequested, this, [this] { m_window->go(m_people->id()); });
}

void Client::connectLetters()
{
    connectMessages(*m_letter);
    connect(m_letter, &LetterPage::personRequested, this, &Client::openPerson);
    connect(m_letter, &LetterPage::draftSaved, this, &Client::saved);
    connect(m_letter, &LetterPage::letterheadRequested, this, [this] { m_window->go(m_settingsPage->id()); });
    connect(&m_actions->letters(), &LetterActions::pageRequested, this,
            [this](const QString& place) { m_window->go(m_letter->id(), place); });
    connect(&m_actions->letters(), &LetterActions::listRequested, this, [this](const PersonId& person) {
        openPerson(person);
        m_person->showTab(PersonPage::Letters);
    });
}

void Client::addCommands()
{
    QAction* lock =
        m_window->commands().add(QStringLiteral("file"), tr("&Lock now"), {QKeySequence{QStringLiteral("Ctrl+L")}});
    connect(lock, &QAction::triggered, this, &Client::lockRequested);
    connect(m_window.get(), &MainWindow::lockRequested, this, &Client::lockRequested);
    QAction* policy = m_window->commands().add(QStringLiteral("go"), tr("The &policy"), {});
    connect(policy, &QAction::triggered, this, [this] { m_window->go(m_policy->id()); });
    m_openAudit =
        m_window->commands().add(QStringLiteral("go"), tr("The a&udit"), {QKeySequence{QStringLiteral("Ctrl+9")}});
    connect(m_openAudit, &QAction::triggered, this, [this] { m_window->go(m_audit->id()); });
    m_unread = m_window->commands().add(QStringLiteral("go"), tr("&Notes you have not read"), {});
    connect(m_unread, &QAction::triggered, m_actions.get(), &CaseActions::showUnread);
    QAction* nextWord =
        m_window->commands().add(QStringLiteral("go"), tr("Next &underlined word"), {QKeySequence{Qt::Key_F7}});
    connect(nextWord, &QAction::triggered, m_kindWords, &KindWordsWatch::next);
    QAction* guidance = m_window->commands().add(QStringLiteral("help"), tr("&Guidance cards"), {});
    connect(guidance, &QAction::triggered, this,
            [this] { openGuidance(m_theme, GuidancePlace::person, NeedScope::both, *m_window); });
    m_newPerson = new QAction{tr("&Person"), this};
    connect(m_newPerson, &QAction::triggered, m_actions.get(), &CaseActions::newPerson);
    m_window->addNewCommand(m_newPerson);
    m_newAssessment = new QAction{tr("&Joint assessment of the person on screen"), this};
    m_newAssessment->setShortcut(QKeySequence{QStringLiteral("Ctrl+J")});
    m_newAssessment->setEnabled(false);
    connect(m_newAssessment, &QAction::triggered, this, [this] { openAssessment(m_person->person()); });
    m_window->addNewCommand(m_newAssessment);
    connect(m_window.get(), &MainWindow::pageShown, this, [this](const QString& id) {
        m_newAssessment->setEnabled(id == m_person->id() && m_desk.may(app::Action::draftAssessment));
    });
}

void Client::useSession(const app::Session& session)
{
    m_desk.setSession(session);
    showWorker();
}

void Client::openPerson(const PersonId& person)
{
    m_window->go(m_person->id(), text(person.text()));
}

void Client::openAssessment(const PersonId& person)
{
    m_window->go(m_assessment->id(), text(person.text()));
}

void Client::showWorker()
{
    m_window->toasts().close();
    m_find->forget();
    followRole();
    nameWorker();
    openLocalDrafts();
    m_backups->look();
    m_kindWords->reload();
    refresh();
}

void Client::nameWorker()
{
    const Worker& worker = m_desk.session().worker;
    const auto show = [this, worker](const QString& service, Role side) {
        const QString role = service.isEmpty() ? words(worker.role) : tr("%1, %2").arg(words(worker.role), service);
        m_window->topBar().setWorker(text(worker.name), role, side);
    };
    show({}, Role::joint);
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.directory.list(session, true); },
        [show, id = worker.service](const Result<std::vector<Service>>& services) {
            if (!services)
                return;
            const auto service = std::ranges::find(*services, id, &Service::id);
            if (service == services->end())
                return;
            const bool both = service->needs.size() > 1;
            const Role side = both ? Role::joint : service->needs.front() == Need::mentalHealth ? Role::mh : Role::da;
            show(text(service->name), side);
        });
}

/// Pages and commands that the role does not carry are not offered.
void Client::followRole()
{
    const auto seen = [this](const Page& page, app::Action action) {
        m_window->setAllowed(page.id(), m_desk.may(action));
    };
    seen(*m_today, app::Action::viewWorklist);
    seen(*m_people, app::Action::searchPeople);
    seen(*m_referrals, app::Action::viewReferrals);
    seen(*m_mdt, app::Action::viewMeetings);
    seen(*m_reports, app::Action::viewReports);
    seen(*m_directory, app::Action::viewDirectory);
    seen(*m_team, app::Action::viewTeam);
    m_newPerson->setEnabled(m_desk.may(app::Action::registerPerson));
    m_unread->setVisible(m_desk.may(app::Action::viewNotes));
    m_openAudit->setVisible(m_desk.may(app::Action::viewAudit));
    m_openAudit->setEnabled(m_desk.may(app::Action::viewAudit));
    m_openBackups->setVisible(m_desk.may(app::Action::backUpStore));
    m_openBackups->setEnabled(m_desk.may(app::Action::backUpStore));
    m_openRetention->setVisible(m_desk.may(app::Action::confirmDisposal));
    m_openRetention->setEnabled(m_desk.may(app::Action::confirmDisposal));
    m_window->topBar().setOffered(m_desk.may(app::Action::searchPeople), m_desk.may(app::Action::registerPerson));
}

void Client::refresh()
{
    m_window->current().refresh();
    countElsewhere();
}

/// The counts on the rail are always of now, whatever page is shown.
void Client::countElsewhere()
{
    const auto elsewhere = [this](const Page& page, app::Action action) {
        return &m_window->current() != &page && m_desk.may(action);
    };
    if (elsewhere(*m_today, app::Action::viewWorklist))
        m_today->refresh();
    if (elsewhere(*m_referrals, app::Action::viewReferrals))
        m_referrals->count();
    if (elsewhere(*m_team, app::Action::viewTeam))
        m_team->refresh();
    if (elsewhere(*m_mdt, app::Action::viewMeetings))
        m_mdt->refresh();
    tellReviews();
}

void Client::showStore(const QString& location)
{
    const app::StoreFacts& store = m_desk.store();
    if (store.practice)
        m_window->status().setPracticeStore();
    else
        m_window->status().setStore(store.server ? tr("Team server") : QFileInfo{location}.fileName(), store.encrypted);
    showPolicy();
}

void Client::showPolicy()
{
    const Policy& policy = m_desk.policy();
    m_window->status().setPolicy(tr("%1, %2").arg(text(policy.title), text(policy.version)));
}

void Client::saved()
{
    m_window->status().setSaved(timeWords(m_desk.clock().now()));
}

void Client::sweep()
{
    if (!m_desk.may(app::Action::viewWorklist))
        return;  // somebody who sees no person brings nobody's case up to date
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.worklist.sweep(session); },
        [this](const Result<int>& changed) {
            if (changed && *changed > 0)
                refresh();
        });
}

}  // namespace holdfast::ui
