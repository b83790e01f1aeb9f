#include "team/team_page.h"

#include "async/desk.h"
#include "shell/settings_store.h"
#include "team/team_models.h"
#include "team/team_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/page_head.h"
#include "widgets/page_parts.h"
#include "widgets/report_widgets.h"
#include "widgets/segmented_control.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/numbers.h"

#include <QAction>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

const QString viewKey = QStringLiteral("team/view");
const QString scopeKey = QStringLiteral("team/scope");
constexpr int declinesAtOnce = 500;

}  // namespace

TeamPage::TeamPage(Desk& desk, const Theme& theme, SettingsStore& settings, ToastArea& toasts, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_settings{settings}, m_toasts{toasts}
{
    setObjectName(QStringLiteral("teamPage"));
    buildActions();
    auto* column = pageColumn(theme, this);
    column->addWidget(buildHead());
    column->addWidget(buildFilters());
    m_problem = retryBanner(theme, this, &TeamPage::refresh);
    column->addWidget(m_problem);
    buildTables();
    column->addWidget(m_stack, 1);
    m_scope->setCurrent(std::clamp(settings.value(scopeKey, 0).toInt(), 0, 1));
    showView(static_cast<View>(std::clamp(settings.value(viewKey, 0).toInt(), 0, 2)));
}

void TeamPage::buildActions()
{
    const auto add = [this](const QString& words, const char* keys, auto act) {
        auto* action = new QAction{words, this};
        action->setShortcut(QKeySequence{QLatin1String{keys}});
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_handOn = add(tr("&Hand people on"), "Ctrl+Shift+H", [this] { openHandOn(); });
    m_cover = add(tr("Arrange &cover"), "Ctrl+Shift+C", [this] { openCover(); });
    m_look = add(tr("&Second look"), "Ctrl+Shift+L", [this] { openDecline(); });
}

QWidget* TeamPage::buildHead()
{
    auto* head = new PageHead{m_theme, tr("Team")};
    m_summary = &head->summary();
    m_summary->setObjectName(QStringLiteral("teamSummary"));
    head->addButton(*m_cover, tr("Arrange cover"), ButtonKind::secondary, QStringLiteral("calendar"))
        ->setObjectName(QStringLiteral("coverButton"));
    head->addButton(*m_handOn, tr("Hand people on"), ButtonKind::primary, QStringLiteral("arrow-r"))
        ->setObjectName(QStringLiteral("handPeopleOnButton"));
    head->addButton(*m_look, tr("Second look"), ButtonKind::primary, QStringLiteral("eye"))
        ->setObjectName(QStringLiteral("secondLookButton"));
    return head;
}

QWidget* TeamPage::buildFilters()
{
    auto* filters = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), filters};
    m_views =
        new SegmentedControl{m_theme, tr("What to show"), {tr("Workers"), tr("Declines to confirm"), tr("Challenges")}};
    m_views->setObjectName(QStringLiteral("teamViews"));
    connect(m_views, &SegmentedControl::chosen, this, [this](int index) {
        m_settings.setValue(viewKey, index);
        showView(static_cast<View>(index));
    });
    flow->addWidget(m_views);
    m_scope = new SegmentedControl{m_theme, tr("Whose team"), {tr("My service"), tr("Everyone")}};
    connect(m_scope, &SegmentedControl::chosen, this, [this](int index) {
        m_settings.setValue(scopeKey, index);
        refresh();
    });
    flow->addWidget(m_scope);
    return filters;
}

QTableView* TeamPage::addTable(const char* name, const QString& words, QAbstractItemModel& model, EmptyState* empty)
{
    auto* table = new QTableView;
    table->setObjectName(QLatin1String{name});
    table->setAccessibleName(words);
    table->setModel(&model);
    dressTable(*table, m_theme);
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->addWidget(new TableCard{m_theme, *table}, 1);
    empty->hide();
    column->addWidget(empty);
    column->addStretch(0);
    m_stack->addWidget(box);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TeamPage::refreshOffers);
    return table;
}

void TeamPage::buildTables()
{
    m_stack = new QStackedWidget;
    m_team = new TeamModel{this};
    m_declines = new DeclineModel{this};
    m_challenges = new ChallengeModel{this};
    m_noTeam = new EmptyState{m_theme, QStringLiteral("work"), tr("Nobody works here yet"),
                              tr("Add workers in Settings. Then you see here what each of them carries.")};
    m_noDeclines = new EmptyState{m_theme, QStringLiteral("ok"), tr("No decline waits to be confirmed"),
                                  tr("When a keyworker writes down that a service said no, it comes here.")};
    m_noChallenges =
        new EmptyState{m_theme, QStringLiteral("letter"), tr("No refusal was challenged in the last twelve months"),
                       tr("What came of each challenge is counted here by service.")};
    m_teamTable = addTable("teamLoads", tr("Workers and what they carry"), *m_team, m_noTeam);
    m_declineTable = addTable("declineTable", tr("Declines to confirm"), *m_declines, m_noDeclines);
    m_challengeTable = addTable("challengeTable", tr("What came of challenges"), *m_challenges, m_noChallenges);
    using T = TeamModel;
    new TableColumns{*m_teamTable,
                     m_theme,
                     {{T::Name, 170},
                      {T::RoleColumn, 120, 1000},
                      {T::People, 84},
                      {T::Needs, 80, 900},
                      {T::Overdue, 92},
                      {T::Alerts, 112},
                      {T::ToConfirm, 104},
                      {T::Omissions, 142, 820},
                      {T::Away, 0, 620}}};
    using D = DeclineModel;
    new TableColumns{*m_declineTable,
                     m_theme,
                     {{D::Person, 160},
                      {D::Service, 210, 760},
                      {D::Said, 0},
                      {D::Recorded, 260, 560},
                      {D::Author, 140, 1000},
                      {D::When, 160, 900}}};
    using C = ChallengeModel;
    new TableColumns{*m_challengeTable,
                     m_theme,
                     {{C::Service, 0}, {C::Sent, 120}, {C::Overturned, 120}, {C::Upheld, 110}, {C::Unanswered, 120}}};
    connect(m_teamTable, &QTableView::activated, this, &TeamPage::openHandOn);
    connect(m_declineTable, &QTableView::activated, this, &TeamPage::openDecline);
}

app::Scope TeamPage::scope() const
{
    return m_scope->current() == 1 ? app::Scope::everyone : app::Scope::team;
}

void TeamPage::showView(View view)
{
    m_views->setCurrent(view);
    m_stack->setCurrentIndex(view);
    refreshOffers();
}

void TeamPage::refresh()
{
    m_problem->hide();
    const int asked = ++m_asked;
    struct Loaded {
        app::TeamView view;
        std::vector<app::UnconfirmedDecline> declines;
    };
    m_desk.ask(
        this,
        [scope = scope()](UseCases& use, const app::Session& session) -> Result<Loaded> {
            if (auto swept = use.worklist.sweep(session); !swept)
                return swept.error();
            auto view = use.team.overview(session, scope);
            if (!view)
                return view.error();
            auto declines = use.team.declines(session, scope, declinesAtOnce);
            if (!declines)
                return declines.error();
            return Loaded{*std::move(view), *std::move(declines)};
        },
        [this, asked](const Result<Loaded>& loaded) {
            if (asked != m_asked)
                return;
            if (!loaded)
                return explain(loaded.error());
            show(loaded->view);
            showDeclines(loaded->declines);
        });
}

void TeamPage::show(const app::TeamView& view)
{
    const app::TeamMember* before = selectedMember();
    const WorkerId chosen = before ? before->worker.id : WorkerId{};
    m_view = view;
    m_team->setView(view);
    m_challenges->setTallies(view.challenges);
    const auto show = [](QTableView* table, EmptyState* empty) {
        const bool any = table->model()->rowCount() > 0;
        table->setVisible(any);
        empty->setVisible(!any);
    };
    show(m_teamTable, m_noTeam);
    show(m_challengeTable, m_noChallenges);
    m_summary->setText(teamSummary(view), Color::ink2);
    for (int row = 0; row < m_team->rowCount(); ++row)
        if (m_team->at(row)->worker.id == chosen)
            m_teamTable->selectRow(row);
    refreshOffers();
}

void TeamPage::showDeclines(std::vector<app::UnconfirmedDecline> declines)
{
    const int count = static_cast<int>(declines.size());
    const bool any = count > 0;
    m_declines->setDeclines(std::move(declines), m_view.now);
    m_declineTable->setVisible(any);
    m_noDeclines->setVisible(!any);
    QList<TextRun> runs{{teamSummary(m_view), Color::ink2, 400}};
    if (any)
        runs << TextRun{QLatin1Char(' ') + counted(count, tr("1 decline waits to be confirmed."),
                                                   tr("%1 declines wait to be confirmed.")),
                        Color::bounce, 600};
    m_summary->setRuns(runs);
    emit countChanged(count);
    refreshOffers();
}

/// Only what can be done with what is chosen is offered; what a role does not include is absent.
void TeamPage::refreshOffers()
{
    const int view = m_stack->currentIndex();
    const app::TeamMember* member = selectedMember();
    m_handOn->setVisible(view == Workers && m_desk.may(app::Action::reassignPeople));
    m_handOn->setEnabled(m_handOn->isVisible() && member != nullptr && member->people > 0);
    m_cover->setVisible(view == Workers && m_desk.may(app::Action::arrangeCover));
    m_cover->setEnabled(m_cover->isVisible() && !m_view.members.empty());
    m_look->setVisible(view == Declines && m_desk.may(app::Action::secondLook));
    m_look->setEnabled(m_look->isVisible() && m_declineTable->selectionModel()->hasSelection());
}

const app::TeamMember* TeamPage::selectedMember() const
{
    const QModelIndexList rows = m_teamTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_team->at(rows.front().row());
}

void TeamPage::explain(const Error& error)
{
    m_problem->setText(words(error));
    m_problem->show();
}

void TeamPage::saved(const QString& message)
{
    m_toasts.done(message);
    emit changed();
    refresh();
}

QList<QWidget*> TeamPage::regions()
{
    return {m_views, m_stack->currentWidget()};
}

QWidget* TeamPage::firstFocus()
{
    return m_views;
}

}  // namespace holdfast::ui
