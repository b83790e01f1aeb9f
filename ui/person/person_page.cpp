#include "person/person_page.h"

#include "async/desk.h"
#include "people/leg_look.h"
#include "person/case_actions.h"
#include "person/case_tabs.h"
#include "person/next_card.h"
#include "person/overview_tab.h"
#include "person/person_header.h"
#include "person/timeline_card.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace holdfast::ui {
namespace {

const QString tabKey = QStringLiteral("person/tab");

std::optional<Need> needOf(NeedScope scope)
{
    if (scope == NeedScope::both)
        return std::nullopt;
    return scope == NeedScope::mentalHealth ? Need::mentalHealth : Need::substanceUse;
}

struct Loaded {
    app::CaseFile file;
    AssessmentsTab::Data assessments;
};

Result<Loaded> load(UseCases& use, const app::Session& session, const PersonId& person)
{
    auto file = use.cases.open(session, person);
    if (!file)
        return file.error();
    auto forms = use.assessments.signedForms(session, person);
    if (!forms)
        return forms.error();
    auto draft = use.assessments.draft(session, person);
    if (!draft)
        return draft.error();
    return Loaded{*std::move(file), {*std::move(forms), draft->savedAt}};
}

}  // namespace

PersonPage::PersonPage(Theme& theme, Desk& desk, SettingsStore& settings, CaseActions& actions, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_desk{desk}, m_settings{settings}, m_actions{actions}
{
    setObjectName(QStringLiteral("canvas"));
    buildActions();
    buildTabs();
    m_buttons = buildButtons();
    m_header = new PersonHeader{theme, m_buttons, m_tabs};
    m_header->setVisible(false);
    m_trouble = new Banner{theme, Banner::Kind::stop};
    m_trouble->hide();
    connect(m_trouble, &Banner::actionTriggered, this, &PersonPage::refresh);
    m_trouble->setAction(tr("Try again"));

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_trouble);
    column->addWidget(m_stack, 1);

    connect(&theme, &Theme::themeChanged, this, &PersonPage::arrange);
    showTab(std::clamp(settings.value(tabKey, 0).toInt(), 0, TabTotal - 1));
}

PersonPage::~PersonPage() = default;

void PersonPage::buildActions()
{
    m_reply = new QAction{tr("Log a reply"), this};
    m_reply->setShortcut(Qt::CTRL | Qt::Key_R);
    connect(m_reply, &QAction::triggered, this, [this] {
        if (m_file)
            m_actions.logReply(m_person, needToReplyTo());
    });
    m_assess = new QAction{tr("Joint assessment"), this};
    connect(m_assess, &QAction::triggered, this, [this] { m_actions.assess(m_person); });
    m_edit = new QAction{tr("Edit details"), this};
    connect(m_edit, &QAction::triggered, this, [this] {
        if (m_file)
            m_actions.editPerson(m_file->person);
    });
    m_record = new QMenu{tr("Record"), this};
    m_record->setObjectName(QStringLiteral("recordMenu"));
    followRole();
}

/// What a role does not include is absent. The worker at the screen may have changed since.
void PersonPage::followRole()
{
    m_record->clear();
    for (const RecordKind kind : recordMenu()) {
        if (!m_actions.may(kind))
            continue;
        auto* entry = m_record->addAction(m_theme.icon(recordIcon(kind)), recordTitle(kind));
        connect(entry, &QAction::triggered, this, [this, kind] { m_actions.record(m_person, kind, std::nullopt); });
    }
    m_reply->setEnabled(m_actions.may(app::Action::recordResponse));
    m_assess->setEnabled(m_actions.may(app::Action::draftAssessment));
    m_edit->setEnabled(m_actions.may(app::Action::editPerson));
}

void PersonPage::buildTabs()
{
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("personTabs"));
    m_tabs->setAccessibleName(tr("Parts of the record"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_stack = new QStackedWidget;
    m_overview = new OverviewTab{m_theme, m_settings};
    m_forms = new AssessmentsTab{m_theme};
    m_replies = new RepliesTab{m_theme, m_actions};
    m_history = new HistoryTab{m_theme, m_actions};
    for (QWidget* page : {static_cast<QWidget*>(m_overview), static_cast<QWidget*>(m_forms),
                          static_cast<QWidget*>(m_replies), static_cast<QWidget*>(m_history)}) {
        m_tabs->addTab({});
        m_stack->addWidget(page);
    }
    renderTabTitles();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_settings.setValue(tabKey, tab);
    });
    connect(m_forms, &AssessmentsTab::assessRequested, m_assess, &QAction::trigger);
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
    connect(m_overview, &OverviewTab::actionRequested, this, [this](const QString& what, int scope) {
        m_actions.perform(m_person, what.toStdString(), needOf(static_cast<NeedScope>(scope)));
    });
}

QWidget* PersonPage::buildButtons()
{
    auto* box = new QWidget{this};
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins({});
    row->setSpacing(m_theme.px(8));
    const auto add = [&](QAction* action, ButtonKind kind, const QString& icon) {
        auto* button = new Button{m_theme, action->text(), kind, icon};
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isEnabled()); });
        button->setVisible(action->isEnabled());
        row->addWidget(button);
    };
    add(m_edit, ButtonKind::secondary, QStringLiteral("user"));
    auto* record = new Button{m_theme, tr("Record"), ButtonKind::secondary, QStringLiteral("plus")};
    record->setObjectName(QStringLiteral("recordButton"));
    record->setPopup(m_record);
    row->addWidget(record);
    add(m_assess, ButtonKind::secondary, QStringLiteral("check"));
    add(m_reply, ButtonKind::primary, QStringLiteral("edit"));
    return box;
}

QList<QAction*> PersonPage::actions()
{
    return {m_reply, m_assess, m_edit, m_record->menuAction()};
}

QString PersonPage::place() const
{
    return text(m_person.text());
}

void PersonPage::goTo(const QString& place)
{
    const PersonId person{place.toStdString()};
    if (person == m_person)
        return;
    m_person = person;
    m_file.reset();
    m_header->setVisible(false);
    m_stack->setVisible(false);
}

void PersonPage::refresh()
{
    if (m_person.empty())
        return;
    followRole();
    const int generation = ++m_generation;
    m_desk.ask(
        this, [person = m_person](UseCases& use, const app::Session& session) { return load(use, session, person); },
        [this, generation](const Result<Loaded>& loaded) {
            if (generation != m_generation)
                return;
            if (!loaded)
                return explain(loaded.error());
            m_trouble->hide();
            show(loaded->file, loaded->assessments);
        });
}

void PersonPage::explain(const Error& error)
{
    m_trouble->setText(words(error));
    m_trouble->show();
}

void PersonPage::show(const app::CaseFile& file, const AssessmentsTab::Data& assessments)
{
    m_person = file.person.id;
    m_file = file;
    m_assessments = assessments;
    render();
}

CaseLens PersonPage::lens() const
{
    return {*m_file, m_file->now.at, m_desk.days(), m_desk.instruments(), m_desk.session().worker.id};
}

void PersonPage::render()
{
    const CaseLens now = lens();
    const bool mayAssess = m_assess->isEnabled();
    m_reply->setVisible(!m_file->now.died);
    m_header->show(headerOf(now), alertsOf(now), m_class);
    m_header->setVisible(true);
    m_stack->setVisible(true);
    m_overview->show(now, mayAssess);
    m_forms->show(now, m_assessments, mayAssess && !m_file->now.died);
    m_replies->show(now);
    m_history->show(now);
    renderTabTitles();
}

void PersonPage::renderTabTitles()
{
    const auto titled = [](const QString& name, std::size_t count) {
        return count == 0 ? name : QStringLiteral("%1  %2").arg(name).arg(count);
    };
    m_tabs->setTabText(Overview, tr("Overview"));
    m_tabs->setTabText(Assessments, titled(tr("Assessments"), m_assessments.forms.size()));
    m_tabs->setTabText(Replies, titled(tr("Referral and replies"),
                                       m_file ? static_cast<std::size_t>(RepliesTab::countOf(*m_file)) : 0));
    m_tabs->setTabText(History, titled(tr("History"), m_file ? m_file->history.size() : 0));
}

void PersonPage::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
    m_stack->setCurrentIndex(tab);
}

void PersonPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (windowClassFor(window()->width(), m_theme.u()) != m_class)
        arrange();
}

void PersonPage::arrange()
{
    m_class = windowClassFor(window()->width(), m_theme.u());
    m_overview->arrange(m_class);
    if (m_file)
        render();
}

/// The need whose answer is waited for most: challenged first, then the earliest due.
Need PersonPage::needToReplyTo() const
{
    for (const auto& action : m_file->now.nextActions)
        if (const auto need = needOf(action.need); need && m_file->now.needs[*need].leg)
            return *need;
    return m_file->now.needs.mentalHealth.leg ? Need::mentalHealth : Need::substanceUse;
}

void PersonPage::showAccountable()
{
    auto* sheet = new DialogSheet{m_theme, tr("Who is accountable"), 520, *window()};
    sheet->setSubtitle(text(displayName(m_file->person)));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout{sheet->body()};
    column->setContentsMargins(m_theme.px(24), m_theme.px(14), m_theme.px(24), m_theme.px(16));
    for (const Need need : allNeeds) {
        const auto& now = m_file->now.needs[need];
        column->addWidget(strongLabel(words(need), Type::dense, need == Need::mentalHealth ? Color::mh : Color::da));
        QString line = words(now.status);
        if (now.holder)
            line =
                tr("%1, %2, since %3")
                    .arg(workerName(now.holder->worker, m_file->names), serviceName(now.holder->service, m_file->names),
                         momentWords(now.holder->since, m_file->now.at));
        column->addWidget(new RunLabel{m_theme, Type::body, {{line, Color::ink, 500}}});
        if (now.holder && now.holder->acting)
            column->addWidget(
                new RunLabel{m_theme,
                             Type::small,
                             {{tr("This worker has left. They stay named until a new one is."), Color::late, 600}}});
    }
    column->addWidget(new RunLabel{m_theme,
                                   Type::small,
                                   {{tr("A refusal does not move the hold. It moves only when another service has "
                                        "accepted and named a worker."),
                                     Color::ink3, 400}}});
    column->addStretch();
    connect(sheet->addPrimary(tr("Close")), &QPushButton::clicked, sheet, &QDialog::accept);
    sheet->open();
}

void PersonPage::ring(Need need)
{
    const auto& holder = m_file->now.needs[need].holder;
    if (!holder)
        return;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.directory.list(session, true); },
        [this, need, id = holder->service](const Result<std::vector<Service>>& services) {
            if (!services)
                return explain(services.error());
            const auto found =
                std::find_if(services->begin(), services->end(), [&](const Service& each) { return each.id == id; });
            showServicePhone(need, found == services->end() ? nullptr : &*found);
        });
}

void PersonPage::showServicePhone(Need need, const Service* service)
{
    if (!service)
        return;
    const QString phone =
        service->phone.empty() ? tr("No phone number is recorded. Add it in the directory.") : text(service->phone);
    confirmSheet(m_theme, *window(), tr("Ring %1").arg(text(service->name)), phone, tr("Log the call"), tr("Close"),
                 [this, need] { m_actions.record(m_person, RecordKind::contact, need); });
}

QList<QWidget*> PersonPage::regions()
{
    QList<QWidget*> regions{m_tabs};
    if (m_tabs->currentIndex() == Overview)
        return regions + m_overview->regions();
    return regions << m_stack->currentWidget();
}

QWidget* PersonPage::firstFocus()
{
    return m_tabs;
}

}  // namespace holdfast::ui
