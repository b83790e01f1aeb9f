#include "plans/plans_tab.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "person/person_view.h"
#include "plans/plan_editor.h"
#include "plans/plan_reader.h"
#include "plans/plan_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QStackedWidget>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int choicesDrawn = 270;

}  // namespace

PlansTab::PlansTab(Theme& theme, Desk& desk, QWidget* parent) : PersonTab{parent}, m_theme{theme}, m_desk{desk}
{
    setAccessibleName(tr("Plan and safety"));
    build();
    connectParts();
}

PlansTab::~PlansTab() = default;

void PlansTab::build()
{
    auto* outer = new QVBoxLayout{this};
    const int pad = m_theme.size(Size::pagePadding);
    outer->setContentsMargins(pad, m_theme.px(16), pad, 0);
    outer->setSpacing(m_theme.px(8));
    m_trouble = retryBanner(m_theme);
    outer->addWidget(m_trouble);
    m_columns = new QBoxLayout{QBoxLayout::LeftToRight};
    m_columns->setSpacing(m_theme.px(20));
    m_side = new QWidget;
    m_side->setObjectName(QStringLiteral("planKinds"));
    m_side->setAccessibleName(tr("Plans"));
    m_choices = new ColumnsLayout{m_theme, 200, 2};
    m_side->setLayout(m_choices);
    m_group = new QButtonGroup{this};
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    m_stack = new QStackedWidget;
    m_reader = new PlanReader{m_theme};
    m_editor = new PlanEditor{m_theme, m_desk};
    m_stack->addWidget(m_reader);
    m_stack->addWidget(m_editor);
    m_columns->addWidget(m_stack, 1);
    outer->addLayout(m_columns, 1);
}

void PlansTab::connectParts()
{
    connect(m_trouble, &Banner::actionTriggered, this, &PlansTab::reload);
    // Later: the cards are made anew.
    connect(
        m_group, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<PlanKind>(id)); },
        Qt::QueuedConnection);
    connect(m_reader, &PlanReader::writeRequested, this, &PlansTab::write);
    connect(m_reader, &PlanReader::changesRequested, this, &PlansTab::showChanges);
    connect(m_reader, &PlanReader::paperRequested, this, &PlansTab::print);
    connect(m_reader, &PlanReader::markRequested, this,
            [this](const QString& line, bool done) { mark(line.toStdString(), done); });
    connect(m_reader, &PlanReader::versionChosen, this, [this](int number) {
        m_number = number;
        render();
    });
    connect(m_editor, &PlanEditor::agreed, this, [this](PlanKind kind) {
        m_number = 0;
        closeEditor();
        emit done(kind == PlanKind::aftercare
                      ? tr("Agreed. It is recorded as the plan for after, and its lines stand on Today.")
                      : tr("Agreed. Its lines stand on Today until they are done."));
        emit changed();
    });
    connect(m_editor, &PlanEditor::closed, this, &PlansTab::closeEditor);
    connect(m_editor, &PlanEditor::discarded, this, [this] {
        closeEditor();
        emit done(tr("Draft discarded."));
    });
    connect(m_editor, &PlanEditor::said, this, &PlansTab::failed);
    connect(&m_theme, &Theme::themeChanged, this, [this] {
        arrange(m_class);
        render();
    });
}

QString PlansTab::title() const
{
    return tr("Plan and safety");
}

void PlansTab::show(const app::CaseFile& file)
{
    m_file = file;
    if (isVisible() || m_writeNext)
        reload();
    else
        m_list.reset();
}

void PlansTab::showEvent(QShowEvent* event)
{
    PersonTab::showEvent(event);
    if (!m_list)
        reload();
}

void PlansTab::leave()
{
    m_editor->leave();
    ++m_generation;
    m_file.reset();
    m_list.reset();
    m_number = 0;
    m_writeNext = false;
    m_stack->setCurrentWidget(m_reader);
}

void PlansTab::pause()
{
    m_editor->pause();
}

void PlansTab::arrange(WindowClass windowClass)
{
    m_class = windowClass;
    const bool under = windowClass == WindowClass::narrow || windowClass == WindowClass::small;
    m_columns->setDirection(under ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setAlignment(m_side, under ? Qt::Alignment{} : Qt::AlignTop);
    m_side->setMinimumWidth(under ? 0 : m_theme.px(choicesDrawn));
    m_side->setMaximumWidth(under ? QWIDGETSIZE_MAX : m_theme.px(choicesDrawn));
    // While somebody writes in a small window, what they write has the room.
    m_side->setVisible(!under || !m_editor->isOpen());
}

QList<QWidget*> PlansTab::regions() const
{
    QList<QWidget*> regions;
    if (m_side->isVisibleTo(this))
        regions << m_side;
    return regions << m_stack->currentWidget();
}

void PlansTab::reload()
{
    if (!m_file || !m_desk.may(app::Action::viewPlans))
        return;
    m_desk.ask(
        this,
        [person = m_file->person.id](UseCases& use, const app::Session& session) {
            return use.plans.list(session, person);
        },
        [this, generation = ++m_generation](const Result<app::PlanList>& list) {
            if (generation != m_generation)
                return;
            m_trouble->setVisible(!list);
            if (!list)
                return m_trouble->setText(planErrorWords(list.error()));
            m_list = *list;
            render();
            if (std::exchange(m_writeNext, false))
                write();
        });
}

std::vector<Plan> PlansTab::versions() const
{
    std::vector<Plan> versions;
    for (const Plan& plan : m_list->plans)
        if (plan.content.kind == m_kind)
            versions.push_back(plan);
    return versions;
}

void PlansTab::render()
{
    if (!m_list || !m_file)
        return;
    renderChoices();
    if (m_editor->isOpen())
        return;
    PlanSight sight;
    sight.kind = m_kind;
    sight.versions = versions();
    sight.number = m_number;
    if (const auto* draft = m_list->draft(m_kind))
        sight.draft = *draft;
    sight.marks = m_list->marks;
    sight.names = m_list->names;
    sight.calledName = firstName(m_file->person);
    sight.now = m_desk.clock().now();
    sight.mayWrite = m_desk.may(app::Action::writePlan);
    sight.mayExport = m_desk.may(app::Action::exportPlan);
    m_reader->show(sight);
}

/// Four cards with how far each plan is; the way to adult services only where the age is near or a plan is there.
void PlansTab::renderChoices()
{
    const bool hadFocus = m_side->isAncestorOf(focusWidget());
    for (QAbstractButton* old : m_group->buttons())
        m_group->removeButton(old);
    clearLayout(*m_choices);
    const Instant now = m_desk.clock().now();
    for (const PlanKind kind : allPlanKinds) {
        const Plan* plan = m_list->current(kind);
        const auto* draft = m_list->draft(kind);
        if (kind == PlanKind::transition && !m_list->offersTransition && !plan && !draft)
            continue;
        QString state = tr("Not written yet");
        if (plan)
            state =
                tr("Version %1, %2").arg(plan->number).arg(shortDayWords(londonDate(plan->agreedAt), londonDate(now)));
        if (draft)
            state = plan ? tr("%1; being written").arg(state) : tr("Being written");
        auto* card = new ChoiceCard{m_theme, words(kind), iconOf(kind), state,
                                    kind == PlanKind::safety ? Role::late : Role::joint};
        card->setObjectName(QStringLiteral("plan_kind_") + text(nameOf(kind)));
        card->setCheckable(true);
        card->setAccessibleName(tr("%1. %2").arg(words(kind), state));
        m_group->addButton(card, static_cast<int>(kind));
        m_choices->addWidget(card);
        card->setChecked(kind == m_kind);
    }
    m_side->updateGeometry();
    if (hadFocus && m_group->checkedButton())
        m_group->checkedButton()->setFocus();
}

void PlansTab::choose(PlanKind kind)
{
    if (m_editor->isOpen()) {
        m_editor->leave();
        m_stack->setCurrentWidget(m_reader);
        reload();
    }
    m_kind = kind;
    m_number = 0;
    render();
}

void PlansTab::closeEditor()
{
    m_editor->leave();
    m_stack->setCurrentWidget(m_reader);
    arrange(m_class);
    reload();
    if (QAbstractButton* chosen = m_group->checkedButton())
        chosen->setFocus();
}

void PlansTab::goTo(PlanKind kind, bool write)
{
    if (m_editor->isOpen() && m_editor->kind() == kind)
        return;
    choose(kind);
    if (write && m_list)
        this->write();
    else
        m_writeNext = write;
}

}  // namespace holdfast::ui
