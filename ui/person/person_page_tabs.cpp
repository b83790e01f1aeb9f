// The tabs of the person's page, and what they ask of it.
#include "async/desk.h"
#include "circle/circle_tab.h"
#include "domain/names.h"
#include "letters/letter_actions.h"
#include "letters/letters_tab.h"
#include "notes/note_panel.h"
#include "notes/notes_tab.h"
#include "people/leg_look.h"
#include "person/case_actions.h"
#include "person/case_tabs.h"
#include "person/history_pane.h"
#include "person/overview_tab.h"
#include "person/person_header.h"
#include "person/person_page.h"
#include "plans/plans_tab.h"
#include "shell/settings_store.h"
#include "story/story_line.h"
#include "story/story_tab.h"
#include "widgets/page_scroll.h"
#include "words/codes.h"

#include <QAction>
#include <QApplication>
#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <array>

namespace holdfast::ui {
namespace {

const QString tabKey = QStringLiteral("person/tab");

/// As the settings remember them.
constexpr std::array<std::string_view, PersonPage::TabTotal> tabNames{
    "overview", "story", "notes", "assessments", "plans", "replies", "letters", "circle", "history"};

}  // namespace

void PersonPage::buildTabs()
{
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("personTabs"));
    m_tabs->setAccessibleName(tr("Parts of the record"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_stack = new PartStack;
    m_overview = new OverviewTab{m_theme, m_desk, m_settings};
    m_notes = new NotesTab{m_theme, m_desk, m_settings};
    m_forms = new AssessmentsTab{m_theme};
    m_plans = new PlansTab{m_theme, m_desk};
    m_story = new StoryTab{m_theme, m_desk};
    connect(m_plans, &PlansTab::changed, this, &PersonPage::refresh);
    m_replies = new RepliesTab{m_theme, m_actions};
    m_letters = new LettersTab{m_theme};
    m_circle = new CircleTab{m_theme, m_desk};
    m_history = new HistoryPane{m_theme, m_desk, m_settings, m_actions};
    for (QWidget* page : std::initializer_list<QWidget*>{m_overview, m_story, m_notes, m_forms, m_plans, m_replies,
                                                         m_letters, m_circle, m_history}) {
        m_tabs->addTab({});
        m_stack->addWidget(page);
        if (auto* tab = qobject_cast<PersonTab*>(page))
            follow(*tab);
    }
    renderTabTitles();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_settings.setValue(tabKey, text(tabNames.at(static_cast<std::size_t>(tab))));
    });
    connect(m_forms, &AssessmentsTab::assessRequested, m_assess, &QAction::trigger);
    connect(m_history, &HistoryPane::wanted, this, [this] {
        if (m_file)
            m_history->show(lens());
    });
    connectOverview();
    connectLetters();
    connectNotes();
    connectStory();
    connectCircle();
}

void PersonPage::restoreTab()
{
    const std::string name = m_settings.value(tabKey, QString{}).toString().toStdString();
    const auto* const found = std::ranges::find(tabNames, name);
    showTab(found == tabNames.end() ? Overview : static_cast<int>(found - tabNames.begin()));
}

void PersonPage::follow(PersonTab& tab)
{
    m_own.push_back(&tab);
    connect(&tab, &PersonTab::titleChanged, this, &PersonPage::renderTabTitles);
    connect(&tab, &PersonTab::done, &m_actions, &CaseActions::said);
    connect(&tab, &PersonTab::failed, &m_actions, &CaseActions::failed);
}

void PersonPage::connectOverview()
{
    connect(m_overview, &OverviewTab::laneActivated, this, [this] { showTab(Replies); });
    connect(m_overview, &OverviewTab::ringRequested, this, [this](int need) { ring(static_cast<Need>(need)); });
    connect(m_overview, &OverviewTab::claspActivated, this, &PersonPage::showAccountable);
    connect(m_overview, &OverviewTab::bounceActivated, this, [this](const QString& event) {
        showTab(History);
        m_history->goTo(EventId{event.toStdString()});
    });
    connect(m_overview, &OverviewTab::holdTogetherRequested, this, [this] {
        const bool asked = m_file && m_file->lastAssessedAt;
        if (asked)
            m_actions.record(m_person, RecordKind::referral, std::nullopt);
        else
            m_assess->trigger();
    });
    connect(m_overview, &OverviewTab::whyRequested, this,
            [this](const WhyQuestion& question) { m_actions.why(m_person, question); });
    connect(m_overview, &OverviewTab::actionRequested, this,
            [this](const QString& what, int scope, const QString& service) {
                m_actions.perform(m_person, what.toStdString(), needOf(static_cast<NeedScope>(scope)),
                                  ServiceId{service.toStdString()});
            });
}

void PersonPage::renderTabTitles()
{
    const auto titled = [](const QString& name, std::size_t count) {
        return count == 0 ? name : QStringLiteral("%1  %2").arg(name).arg(count);
    };
    m_tabs->setTabText(Overview, tr("Overview"));
    for (const PersonTab* tab : m_own)
        m_tabs->setTabText(m_stack->indexOf(tab), tab->title());
    m_tabs->setTabText(Assessments, titled(tr("Assessments"), m_assessments.forms.size()));
    m_tabs->setTabText(Replies, titled(tr("Referral and replies"),
                                       m_file ? static_cast<std::size_t>(RepliesTab::countOf(*m_file)) : 0));
    m_tabs->setTabText(Letters, titled(tr("Letters"), static_cast<std::size_t>(LettersTab::countOf(m_written))));
    m_tabs->setTabText(History, titled(tr("History"), m_file ? m_file->history.size() : 0));
}

void PersonPage::connectLetters()
{
    LetterActions& letters = m_actions.letters();
    connect(m_letters, &LettersTab::offerChosen, this,
            [this, &letters](const letters::Request& request) { letters.write(m_person, request); });
    connect(m_letters, &LettersTab::newLetterRequested, this, [this, &letters] { letters.writeAnother(m_person); });
    connect(m_letters, &LettersTab::draftActivated, this,
            [this, &letters](const QString& draft) { letters.openDraft(m_person, draft.toStdString()); });
    connect(m_letters, &LettersTab::documentActivated, this,
            [this, &letters](const QString& id) { letters.openLetter(m_person, DocumentId{id.toStdString()}); });
    connect(m_letters, &LettersTab::paperActivated, this,
            [this, &letters](const QString& id) { letters.papers().open(m_person, DocumentId{id.toStdString()}); });
    connect(m_letters, &LettersTab::statusCopied, this, [this, &letters](const QString& line) {
        m_desk.ask(
            this,
            [person = m_person](UseCases& use, const app::Session& session) {
                return use.documents.takenOut(session, person, "status copied");
            },
            [this, &letters, line](const Result<Done>& noted) {
                if (noted)
                    letters.copyStatus(line);
                else
                    m_actions.failed(words(noted.error()));
            });
    });
}

void PersonPage::connectNotes()
{
    connect(m_notes, &NotesTab::eventActivated, this, [this](const EventId& event) {
        showTab(History);
        m_history->goTo(event);
    });
    connect(m_notes, &NotesTab::nextActivated, this, [this] { showTab(Overview); });
    NotePanel& panel = m_overview->notes();
    connect(m_notes, &NotesTab::titleChanged, &panel, [this, &panel] { panel.show(m_notes->list()); });
    connect(&panel, &NotePanel::noteActivated, this, &PersonPage::showNote);
    connect(&panel, &NotePanel::draftActivated, this, &PersonPage::showNoteDraft);
    connect(&panel, &NotePanel::changed, m_notes, &NotesTab::refresh);
    connect(&panel, &NotePanel::failed, &m_actions, &CaseActions::failed);
    connect(&panel, &NotePanel::signedOff, this, [this] {
        m_notes->refresh();
        m_actions.said(tr("Signed. Both services can read it."));
    });
}

void PersonPage::connectCircle()
{
    connect(m_circle, &CircleTab::loaded, this, [this] {
        if (m_file)
            renderHeader();
    });
    connect(m_circle, &CircleTab::letterRequested, this,
            [this](const letters::Request& request) { m_actions.letters().write(m_person, request); });
    connect(m_circle, &CircleTab::noteActivated, this, &PersonPage::showNote);
}

void PersonPage::showCircle(const std::string& sheet)
{
    showTab(Circle);
    m_circle->openKept(sheet);
}

/// Safety first, then what may be shared and who cares for them.
void PersonPage::renderHeader()
{
    const CaseLens now = lens();
    std::vector<AlertView> alerts = alertsOf(now);
    if (m_circle->isLoaded()) {
        const auto circle = circleAlerts(m_circle->circle());
        // A carer on record says it better than the line that was typed about whoever comes along.
        if (!m_circle->circle().carers.carers.empty())
            std::erase_if(alerts, [](const AlertView& each) { return each.icon == QStringLiteral("carer"); });
        alerts.insert(std::ranges::find(alerts, false, &AlertView::safety), circle.begin(), circle.end());
        std::ranges::stable_partition(alerts, &AlertView::safety);
    }
    const QPointer<QWidget> focus = QApplication::focusWidget();
    m_header->show(headerOf(now), alerts, m_class);
    keepFocus(focus);
}

void PersonPage::connectStory()
{
    connect(&m_overview->story(), &StoryLine::openRequested, this, [this] {
        showTab(Story);
        if (m_story->file() && m_story->file()->current.number == 0)
            m_story->write();
    });
    connect(m_story, &StoryTab::changed, this, [this](bool held) {
        if (held)
            refresh();
        else
            askStory();
    });
}

/// After the case, which is what somebody waits for.
void PersonPage::askStory()
{
    if (!m_desk.may(app::Action::viewStory))
        return m_overview->story().show({});
    m_desk.ask(
        this,
        [person = m_person](UseCases& use, const app::Session& session) { return use.stories.brief(session, person); },
        [this, generation = m_generation](const Result<app::StoryBrief>& brief) {
            if (generation == m_generation && brief)
                m_overview->story().show(*brief);
        });
}

void PersonPage::showHandover(const HandoverPackId& pack)
{
    showTab(Story);
    m_story->openHandover(pack);
}

void PersonPage::writeStory()
{
    showTab(Story);
    m_story->write();
}

bool PersonPage::mayLeave()
{
    for (PersonTab* tab : m_own)
        tab->pause();
    m_overview->notes().leave();
    return true;
}

void PersonPage::showEntry(const EventId& event)
{
    showTab(History);
    m_history->goTo(event);
}

void PersonPage::showNoteDraft(const std::string& draft)
{
    showTab(Notes);
    m_notes->goToDraft(draft);
}

void PersonPage::showNote(const NoteId& note)
{
    showTab(Notes);
    m_notes->goTo(note);
}

void PersonPage::showPlan(PlanKind kind, bool write)
{
    showTab(Plans);
    m_plans->goTo(kind, write);
}

}  // namespace holdfast::ui
