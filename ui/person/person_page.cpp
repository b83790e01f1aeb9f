#include "person/person_page.h"

#include "async/desk.h"
#include "letters/letter_actions.h"
#include "letters/letters_tab.h"
#include "merge/joined_line.h"
#include "notes/note_panel.h"
#include "notes/notes_tab.h"
#include "people/leg_look.h"
#include "person/call_panel.h"
#include "person/case_actions.h"
#include "person/case_tabs.h"
#include "person/history_pane.h"
#include "person/next_card.h"
#include "person/overview_tab.h"
#include "person/person_header.h"
#include "person/timeline_card.h"
#include "person/wait_view.h"
#include "restricted/restricted_line.h"
#include "shell/settings_store.h"
#include "story/story_line.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/dialog_sheet.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/page_scroll.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int narrowTabs = 300;
constexpr int leastTabs = 150;

struct Loaded {
    app::CaseFile file;
    AssessmentsTab::Data assessments;
    app::LetterList letters;
    std::vector<report::ExpectedWait> waits;
};

/// Of the services that the person waits for; none is asked about where nobody waits.
Result<std::vector<report::ExpectedWait>> waitsOf(UseCases& use, const app::Session& session, const app::CaseFile& file)
{
    std::vector<ServiceId> services;
    for (const Need need : allNeeds)
        if (const auto& now = file.now.needs[need]; isAwaited(now))
            services.push_back(now.leg->service);
    if (services.empty())
        return std::vector<report::ExpectedWait>{};
    return use.waits.expected(session, std::move(services));
}

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
    auto letters = use.letters.list(session, person);
    if (!letters)
        return letters.error();
    auto waits = waitsOf(use, session, *file);
    if (!waits)
        return waits.error();
    return Loaded{*std::move(file), {*std::move(forms), draft->savedAt}, *std::move(letters), *std::move(waits)};
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

    auto* whole = new SqueezedPage;
    auto* column = new QVBoxLayout{whole};
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_trouble);
    column->addWidget(m_joined);
    column->addWidget(m_calls);
    column->addWidget(m_stack, 1);
    m_scroll = bareScrollArea();
    m_scroll->setObjectName(QStringLiteral("personScroll"));
    m_scroll->setWidget(whole);
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_restricted);  // stays in sight when the page scrolls
    outer->addWidget(m_scroll, 1);

    connect(&theme, &Theme::themeChanged, this, &PersonPage::arrange);
    restoreTab();
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
    m_why = new QAction{tr("Why is it so?"), this};
    m_why->setShortcut(Qt::ALT | Qt::Key_W);
    connect(m_why, &QAction::triggered, this, [this] { m_actions.why(m_person, {}); });
    m_note = new QAction{tr("New note"), this};
    m_note->setShortcut(QKeySequence{QStringLiteral("Ctrl+Shift+N")});
    connect(m_note, &QAction::triggered, this, [this] {
        if (!m_file)
            return;
        showTab(Notes);
        m_notes->writeNew();
    });
    m_safety = new QAction{tr("Safety plan"), this};
    m_safety->setShortcut(Qt::ALT | Qt::Key_S);
    connect(m_safety, &QAction::triggered, this, [this] {
        if (m_file)
            showPlan(PlanKind::safety, false);
    });
    buildCalls();
    buildJoining();
    buildRestricted();
    m_record = new QMenu{tr("Record"), this};
    m_record->setObjectName(QStringLiteral("recordMenu"));
    followRole();
}

/// What a role does not include is absent. The worker at the screen may have changed since.
void PersonPage::followRole()
{
    m_record->clear();
    m_record->addAction(m_call);
    m_record->addAction(m_carerCall);
    m_carerCall->setEnabled(m_actions.may(app::Action::recordCarerCall));
    m_call->setEnabled(m_actions.may(RecordKind::contact));
    m_undo->setEnabled(m_actions.may(app::Action::enterInError));
    for (const RecordKind kind : recordMenu()) {
        if (!m_actions.may(kind))
            continue;
        auto* entry = m_record->addAction(m_theme.icon(recordIcon(kind)), recordTitle(kind));
        connect(entry, &QAction::triggered, this, [this, kind] { m_actions.record(m_person, kind, std::nullopt); });
    }
    m_record->addSeparator();
    m_record->addAction(m_join);
    const bool mayJoin = m_actions.may(app::Action::mergePeople);
    m_join->setVisible(mayJoin);
    m_join->setEnabled(mayJoin);
    m_record->addAction(m_whoLooked);
    const bool mayList = m_actions.may(app::Action::printWhoLooked);
    m_whoLooked->setVisible(mayList);
    m_whoLooked->setEnabled(mayList);
    m_record->addAction(m_whoMaySee);
    m_reply->setEnabled(m_actions.may(app::Action::recordResponse));
    m_assess->setEnabled(m_actions.may(app::Action::draftAssessment));
    m_edit->setEnabled(m_actions.may(app::Action::editPerson));
    m_note->setEnabled(m_actions.may(app::Action::writeNote));
    m_safety->setEnabled(m_actions.may(app::Action::viewPlans));
}

QWidget* PersonPage::buildButtons()
{
    auto* box = new QWidget{this};
    auto* row = new FlowLayout{m_theme.px(8), m_theme.px(8), box};
    const auto add = [&](QAction* action, ButtonKind kind, const QString& icon) {
        auto* button = new Button{m_theme, action->text(), kind, icon};
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isEnabled()); });
        row->addWidget(button);
        button->setVisible(action->isEnabled());
    };
    add(m_safety, ButtonKind::secondary, QStringLiteral("crisis"));
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
    return {m_reply, m_call,      m_carerCall, m_note, m_safety, m_assess, m_edit, m_record->menuAction(),
            m_join,  m_whoLooked, m_whoMaySee, m_why,  m_undo};
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
    closeRecord();
    m_person = person;
}

/// Nothing of anybody stays on the page.
void PersonPage::closeRecord()
{
    for (PersonTab* tab : m_own)
        tab->leave();
    m_overview->story().show({});
    m_overview->notes().leave();
    m_overview->notes().show(app::NoteList{});
    m_calls->hide();
    m_joined->hide();
    m_restricted->forget();
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
        [this, generation, asked = m_person](const Result<Loaded>& loaded) {
            if (generation != m_generation)
                return;
            if (!loaded)
                return explain(loaded.error());
            m_trouble->hide();
            show(loaded->file, loaded->assessments, loaded->letters, loaded->waits);
            showJoined(asked);
            m_restricted->ask(m_person);
            for (PersonTab* tab : m_own)
                tab->show(loaded->file);
            askStory();
        });
}

void PersonPage::explain(const Error& error)
{
    if (error.code == ErrorCode::notFound)
        closeRecord();  // restricted since, or the time of an emergency is over
    m_trouble->setText(words(error));
    m_trouble->show();
}

void PersonPage::show(const app::CaseFile& file, const AssessmentsTab::Data& assessments,
                      const app::LetterList& letters, const std::vector<report::ExpectedWait>& waits)
{
    m_person = file.person.id;
    m_file = file;
    m_assessments = assessments;
    m_written = letters;
    m_waits = waits;
    render();
}

CaseLens PersonPage::lens() const
{
    return {*m_file,
            m_file->now.at,
            m_desk.days(),
            m_desk.instruments(),
            m_desk.session().worker.id,
            &m_written.attachments,
            &m_waits};
}

void PersonPage::render()
{
    const CaseLens now = lens();
    const bool mayAssess = m_assess->isEnabled();
    m_reply->setVisible(!m_file->now.died);
    const QPointer<QWidget> focus = QApplication::focusWidget();
    renderHeader();
    m_header->setVisible(true);
    m_stack->setVisible(true);
    m_overview->show(now, mayAssess);
    m_forms->show(now, m_assessments, mayAssess && !m_file->now.died);
    m_replies->show(now);
    m_letters->show(m_written, now.now, m_actions.letters().mayWrite());
    m_history->show(now);
    showCalls();
    renderTabTitles();
    keepFocus(focus);
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
    // With large text the head alone fills a window: then the page scrolls, and the tabs keep room to work in.
    m_stack->setMinimumHeight(m_theme.px(m_class == WindowClass::narrow ? narrowTabs : leastTabs));
    m_overview->arrange(m_class);
    for (PersonTab* tab : m_own)
        tab->arrange(m_class);
    m_calls->arrange(m_class);
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

QList<QWidget*> PersonPage::regions()
{
    QList<QWidget*> regions{m_tabs};
    if (m_tabs->currentIndex() == Overview)
        return regions + m_overview->regions();
    if (m_tabs->currentIndex() == History)
        return regions + m_history->regions();
    if (const auto* tab = dynamic_cast<PersonTab*>(m_stack->currentWidget()))
        return regions + tab->regions();
    return regions << m_stack->currentWidget();
}

QWidget* PersonPage::firstFocus()
{
    return m_tabs;
}

}  // namespace holdfast::ui
