// One person: who they are, who holds each need, what happens next, and all that happened.
#pragma once

#include "app/assessments.h"
#include "app/letters.h"
#include "domain/handover_pack.h"
#include "domain/note.h"
#include "domain/plan.h"
#include "person/assessments_tab.h"
#include "person/person_view.h"
#include "shell/page.h"
#include "shell/window_class.h"

#include <QWidget>

class QMenu;
class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace holdfast::ui {

class Banner;
class Button;
class CallPanel;
class CaseActions;
class CircleTab;
class Desk;
class HistoryPane;
class JoinedLine;
class LettersTab;
class NotesTab;
class OverviewTab;
class PersonHeader;
class PlansTab;
class PersonTab;
class RepliesTab;
class RestrictedLine;
class SettingsStore;
class StoryTab;
class Theme;

class PersonPage final : public QWidget, public Page {
    Q_OBJECT

public:
    PersonPage(Theme& theme, Desk& desk, SettingsStore& settings, CaseActions& actions, QWidget* parent = nullptr);
    ~PersonPage() override;

    QString id() const override { return QStringLiteral("person"); }
    QString title() const override { return tr("Person"); }
    QString icon() const override { return QStringLiteral("user"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override;
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;
    bool mayLeave() override;
    QString place() const override;
    void goTo(const QString& place) override;

    const PersonId& person() const { return m_person; }
    /// Draws the case; loads nothing.
    void show(const app::CaseFile& file, const AssessmentsTab::Data& assessments, const app::LetterList& letters = {},
              const std::vector<report::ExpectedWait>& waits = {});
    using QWidget::show;

    /// In the order of the tabs.
    enum Tab { Overview, Story, Notes, Assessments, Plans, Replies, Letters, Circle, History, TabTotal };
    void showTab(int tab);
    /// The Notes tab, with that note open once it is there.
    void showNote(const NoteId& note);
    /// The call log, at that service, as soon as the person is there.
    void logCallTo(const ServiceId& service);
    /// The History tab, at that entry once it is there.
    void showEntry(const EventId& event);
    void showNoteDraft(const std::string& draft);
    NotesTab& notes() const { return *m_notes; }
    PlansTab& plans() const { return *m_plans; }
    StoryTab& story() const { return *m_story; }
    /// The pack to read, on the Story tab.
    void showHandover(const HandoverPackId& pack);
    void writeStory();
    /// The plan to read; `write` opens its draft.
    void showPlan(PlanKind kind, bool write);
    CircleTab& circle() const { return *m_circle; }
    /// The tab of consent and carers, with that sheet open once it is there.
    void showCircle(const std::string& sheet);
    HistoryPane& history() const { return *m_history; }
    QTabBar& tabs() const { return *m_tabs; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildActions();
    void followRole();
    void buildTabs();
    void restoreTab();
    void follow(PersonTab& tab);
    void connectOverview();
    void connectLetters();
    void connectNotes();
    void connectStory();
    void askStory();
    void connectCircle();
    void renderHeader();
    void buildCalls();
    void buildJoining();
    void buildRestricted();
    void closeRecord();
    void showJoined(const PersonId& asked);
    void openCalls(const ServiceId& first);
    void showCalls();
    void keepFocus(QWidget* before);
    QWidget* buildButtons();
    void render();
    void renderTabTitles();
    void arrange();
    void explain(const Error& error);
    CaseLens lens() const;
    void showAccountable();
    void ring(Need need);
    void showServicePhone(Need need, const Service* service);
    Need needToReplyTo() const;

    Theme& m_theme;
    Desk& m_desk;
    SettingsStore& m_settings;
    CaseActions& m_actions;
    PersonId m_person;
    std::optional<app::CaseFile> m_file;
    AssessmentsTab::Data m_assessments;
    app::LetterList m_written;
    std::vector<report::ExpectedWait> m_waits;
    ServiceId m_wantedCall;
    int m_generation = 0;
    WindowClass m_class = WindowClass::normal;

    QAction* m_reply;
    QAction* m_assess;
    QAction* m_edit;
    QAction* m_why;
    QAction* m_note;
    QAction* m_safety;
    QAction* m_call;
    QAction* m_undo;
    QAction* m_carerCall;
    QAction* m_join;
    QAction* m_whoLooked;
    QAction* m_whoMaySee;
    QMenu* m_record;
    PersonHeader* m_header;
    Banner* m_trouble;
    CallPanel* m_calls;
    JoinedLine* m_joined;
    RestrictedLine* m_restricted;
    QScrollArea* m_scroll;  ///< moves only where large text leaves no room
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    OverviewTab* m_overview;
    AssessmentsTab* m_forms;
    PlansTab* m_plans;
    StoryTab* m_story;
    RepliesTab* m_replies;
    NotesTab* m_notes;
    LettersTab* m_letters;
    CircleTab* m_circle;
    HistoryPane* m_history;
    std::vector<PersonTab*> m_own;  ///< those that read for themselves
    QWidget* m_buttons;
};

}  // namespace holdfast::ui
