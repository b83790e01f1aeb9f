// A team: who carries what, declines to confirm, and how challenges ended; handing people on, and cover. Only
// coordinators and supervisors see it.
#pragma once

#include "app/team.h"
#include "shell/page.h"

#include <QWidget>

class QAbstractItemModel;
class QStackedWidget;
class QTableView;

namespace holdfast::ui {

class Banner;
class ChallengeModel;
class DeclineModel;
class Desk;
class EmptyState;
class RunLabel;
class SegmentedControl;
class SettingsStore;
class TeamModel;
class Theme;
class ToastArea;

class TeamPage final : public QWidget, public Page {
    Q_OBJECT

public:
    TeamPage(Desk& desk, const Theme& theme, SettingsStore& settings, ToastArea& toasts, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("team"); }
    QString title() const override { return tr("Team"); }
    QString icon() const override { return QStringLiteral("work"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override { return {m_handOn, m_cover, m_look}; }
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;

    enum View { Workers, Declines, Challenges };
    void showView(View view);

signals:
    void changed();                   ///< something was saved
    void countChanged(int declines);  ///< for the rail
    void personRequested(const holdfast::PersonId& person);

private:
    void buildActions();
    QWidget* buildHead();
    QWidget* buildFilters();
    void buildTables();
    QTableView* addTable(const char* name, const QString& words, QAbstractItemModel& model, EmptyState* empty);
    void show(const app::TeamView& view);
    void showDeclines(std::vector<app::UnconfirmedDecline> declines);
    void refreshOffers();
    void openHandOn();
    void openCover();
    void openDecline();
    void openHandOnSheet(const app::TeamMember& from, std::vector<app::HeldPerson> people);
    void openDeclineSheet(app::DeclineLook look);
    void handedOn(const app::Reassigned& done, const QString& to);
    void takeBack(const app::Reassigned& done);
    void coverArranged(const Cover& cover);
    void endCover(const Cover& cover);
    void undoLook(const PersonId& person, const EventId& event);
    void saved(const QString& message);
    void explain(const Error& error);
    const app::TeamMember* selectedMember() const;
    app::Scope scope() const;

    Desk& m_desk;
    const Theme& m_theme;
    SettingsStore& m_settings;
    ToastArea& m_toasts;
    app::TeamView m_view;
    int m_asked = 0;

    QAction* m_handOn = nullptr;
    QAction* m_cover = nullptr;
    QAction* m_look = nullptr;
    RunLabel* m_summary = nullptr;
    SegmentedControl* m_views = nullptr;
    SegmentedControl* m_scope = nullptr;
    Banner* m_problem = nullptr;
    QStackedWidget* m_stack = nullptr;
    TeamModel* m_team = nullptr;
    DeclineModel* m_declines = nullptr;
    ChallengeModel* m_challenges = nullptr;
    QTableView* m_teamTable = nullptr;
    QTableView* m_declineTable = nullptr;
    QTableView* m_challengeTable = nullptr;
    EmptyState* m_noTeam = nullptr;
    EmptyState* m_noDeclines = nullptr;
    EmptyState* m_noChallenges = nullptr;
};

}  // namespace holdfast::ui
