#include "people/people_page.h"

#include "async/desk.h"
#include "people/people_delegate.h"
#include "people/people_model.h"
#include "person/case_actions.h"
#include "restricted/emergency_sheet.h"
#include "shell/scroll_memory.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "widgets/report_widgets.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/reasons.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int pageSize = 100;
const QString filterKey = QStringLiteral("people/filter");
const QString scopeKey = QStringLiteral("people/scope");

}  // namespace

PeoplePage::PeoplePage(Theme& theme, Desk& desk, SettingsStore& settings, CaseActions& actions, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_desk{desk}, m_settings{settings}, m_actions{actions}
{
    setObjectName(QStringLiteral("canvas"));
    m_query.filter = static_cast<app::PeopleFilter>(std::clamp(settings.value(filterKey, 0).toInt(), 0, 5));
    m_query.scope = static_cast<app::Scope>(std::clamp(settings.value(scopeKey, 2).toInt(), 0, 2));
    m_query.limit = pageSize;

    m_new = new QAction{tr("New person"), this};
    connect(m_new, &QAction::triggered, &actions, &CaseActions::newPerson);
    m_find = new QAction{tr("Find on this page"), this};
    m_find->setShortcut(QKeySequence::Find);
    connect(m_find, &QAction::triggered, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });

    m_emergency = new QAction{tr("Open a restricted record"), this};
    m_emergency->setVisible(desk.may(app::Action::openRestricted));
    connect(m_emergency, &QAction::triggered, this, &PeoplePage::openRestricted);

    auto* outer = new QVBoxLayout{this};
    outer->setSpacing(theme.px(12));
    buildHeader();
    outer->addLayout(m_top);
    buildFilters();
    outer->addWidget(m_filterRow);
    m_trouble = retryBanner(theme, this, &PeoplePage::restart);
    outer->addWidget(m_trouble);
    buildTable();
    outer->addWidget(m_stack, 1);

    connect(&theme, &Theme::themeChanged, this, &PeoplePage::arrange);
    arrange();
}

PeoplePage::~PeoplePage() = default;

void PeoplePage::openRestricted()
{
    auto* sheet = new EmergencySheet{m_theme, m_desk, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &EmergencySheet::opened, this, &PeoplePage::personRequested);
    sheet->open();
}

void PeoplePage::buildHeader()
{
    m_top = new QBoxLayout{QBoxLayout::LeftToRight};
    m_top->setSpacing(m_theme.px(12));
    m_top->addWidget(plainLabel(title(), Type::h1));
    auto* label = plainLabel(tr("&Search people"), Type::body, Color::ink, this);
    label->setFixedSize(0, 0);  // read by screen readers; the field says it in its placeholder
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("peopleSearch"));
    m_search->setProperty("look", QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Name, NHS number or date of birth"));
    m_search->setAccessibleName(tr("Search people by name, NHS number or date of birth"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(m_theme.icon(QStringLiteral("search"), Color::ink3), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    label->setBuddy(m_search);
    m_search->setMaximumWidth(m_theme.px(640));
    m_top->addSpacing(m_theme.px(12));
    m_top->addWidget(m_search, 1);
    m_top->addStretch();
    auto* emergency = new Button{m_theme, m_emergency->text(), ButtonKind::secondary, QStringLiteral("lock")};
    emergency->setObjectName(QStringLiteral("openRestricted"));
    if (!m_emergency->isVisible())
        emergency->hide();
    connect(emergency, &QPushButton::clicked, m_emergency, &QAction::trigger);
    m_top->addWidget(emergency);
    m_newButton = new Button{m_theme, tr("New person"), ButtonKind::primary, QStringLiteral("plus")};
    m_top->addWidget(m_newButton);
    connect(m_newButton, &QPushButton::clicked, m_new, &QAction::trigger);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_query.text = typed.trimmed().toStdString();
        m_scroll->release();
        restart();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_model->rowCount() > 0) {
            m_table->selectRow(0);
            openCurrent();
        }
    });
}

void PeoplePage::buildFilters()
{
    m_filterRow = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), m_filterRow};
    m_filters = new QButtonGroup{this};
    m_filters->setExclusive(true);
    const QStringList names{tr("All"), tr("Held"), tr("Held together"), tr("Bounced"), tr("Overdue"), tr("Hold ended")};
    for (int i = 0; i < names.size(); ++i) {
        auto* chip = new ToggleChip{m_theme, names[i]};
        chip->setCheckable(true);
        chip->setAccessibleName(tr("Show: %1").arg(names[i]));
        m_filters->addButton(chip, i);
        flow->addWidget(chip);
    }
    m_filters->button(static_cast<int>(m_query.filter))->setChecked(true);
    m_scope = new SegmentedControl{m_theme, tr("Whose people"), {tr("Mine"), tr("My team"), tr("Everyone")}};
    m_scope->setCurrent(static_cast<int>(m_query.scope));
    flow->addWidget(m_scope);
    connect(m_filters, &QButtonGroup::idClicked, this, &PeoplePage::chooseFilter);
    connect(m_scope, &SegmentedControl::chosen, this, [this](int scope) {
        m_query.scope = static_cast<app::Scope>(scope);
        m_settings.setValue(scopeKey, scope);
        m_scroll->release();
        restart();
    });
}

void PeoplePage::buildTable()
{
    m_model = new PeopleModel{
        [this](const std::string& after, const PeopleModel::Receive& receive) { ask(after, receive); }, this};
    m_delegate = new PeopleDelegate{m_theme, *m_model, this};
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("peopleTable"));
    m_table->setAccessibleName(tr("People"));
    m_table->setModel(m_model);
    dressTable(*m_table, m_theme);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* card = new Card{m_theme};
    auto* inside = new QVBoxLayout{card};
    inside->setContentsMargins(1, m_theme.px(4), 1, m_theme.px(4));
    inside->addWidget(m_table);

    m_nobody =
        new EmptyState{m_theme, QStringLiteral("search"), tr("Nobody found"), {}, tr("Clear search and filters")};
    m_first = new EmptyState{m_theme, QStringLiteral("people"), tr("Nobody is here yet"),
                             tr("Add the first person to hold their two needs together."),
                             m_actions.may(app::Action::registerPerson) ? tr("New person") : QString{}};
    m_stack = new QStackedWidget;
    m_stack->addWidget(card);
    for (auto* empty : {m_nobody, m_first}) {
        auto* page = new QWidget;
        auto* column = new QVBoxLayout{page};
        column->addSpacing(m_theme.px(32));
        column->addWidget(empty, 0, Qt::AlignHCenter);
        column->addStretch();
        m_stack->addWidget(page);
    }
    connect(m_nobody, &EmptyState::actionTriggered, this, &PeoplePage::clearAll);
    connect(m_first, &EmptyState::actionTriggered, m_new, &QAction::trigger);
    m_scroll = new ScrollMemory{*m_table, m_settings, QStringLiteral("people/scroll")};
    connect(m_table, &QTableView::activated, this, &PeoplePage::openCurrent);
    connect(m_table, &QTableView::clicked, this, &PeoplePage::openCurrent);
    connect(m_model, &PeopleModel::answered, this, &PeoplePage::showAnswer);
    connect(m_model, &PeopleModel::failed, this, [this](const Error& error) {
        m_trouble->setText(words(error));
        m_trouble->show();
    });
}

void PeoplePage::ask(const std::string& after, const std::function<void(const Result<app::PeoplePage>&)>& receive)
{
    app::PeopleQuery query = m_query;
    query.after = after;
    m_desk.ask(
        this, [query](UseCases& use, const app::Session& session) { return use.people.search(session, query); },
        receive);
}

void PeoplePage::refresh()
{
    const bool mayAdd = m_actions.may(app::Action::registerPerson);
    m_newButton->setVisible(mayAdd);
    m_new->setEnabled(mayAdd);
    m_scroll->hold();
    restart();
}

void PeoplePage::restart()
{
    if (const auto index = m_table->currentIndex(); index.isValid())
        m_selected = m_model->rowAt(index.row()).id;
    m_trouble->hide();
    const Instant now = m_desk.clock().now();
    m_model->setNow(now);
    m_delegate->setNow(now);
    m_model->reload();
}

void PeoplePage::showAnswer()
{
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentIndex(0);
        for (int row = 0; row < m_model->rowCount() && !m_table->currentIndex().isValid(); ++row)
            if (m_model->rowAt(row).id == m_selected)
                m_table->selectRow(row);
        return;
    }
    const bool narrowed =
        !m_query.text.empty() || m_query.filter != app::PeopleFilter::all || m_query.scope != app::Scope::everyone;
    m_nobody->setWords(m_query.text.empty() ? tr("Nobody matches these filters")
                                            : tr("Nobody found for %1").arg(quoted(text(m_query.text))),
                       tr("Try another spelling, the date of birth, or fewer filters."));
    m_stack->setCurrentIndex(narrowed ? 1 : 2);
}

void PeoplePage::chooseFilter(int filter)
{
    m_query.filter = static_cast<app::PeopleFilter>(filter);
    m_settings.setValue(filterKey, filter);
    m_scroll->release();
    restart();
}

void PeoplePage::clearAll()
{
    m_search->blockSignals(true);
    m_search->clear();
    m_search->blockSignals(false);
    m_query.text.clear();
    m_filters->button(0)->setChecked(true);
    m_query.filter = app::PeopleFilter::all;
    m_settings.setValue(filterKey, 0);
    m_query.scope = app::Scope::everyone;
    m_scope->setCurrent(static_cast<int>(app::Scope::everyone));
    restart();
    m_search->setFocus();
}

void PeoplePage::search(const QString& text)
{
    m_search->setText(text);
    m_search->setFocus();
}

void PeoplePage::showHeldByMe()
{
    m_filters->button(0)->setChecked(true);
    m_query.filter = app::PeopleFilter::all;
    m_settings.setValue(filterKey, 0);
    m_scope->setCurrent(static_cast<int>(app::Scope::mine));
}

void PeoplePage::openCurrent()
{
    if (const auto index = m_table->currentIndex(); index.isValid())
        emit personRequested(m_model->rowAt(index.row()).id);
}

bool PeoplePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down && m_model->rowCount() > 0) {
            m_table->setFocus();
            m_table->selectRow(0);
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PeoplePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PeoplePage::arrange()
{
    m_class = windowClassFor(window()->width(), m_theme.u());
    const bool narrow = m_class == WindowClass::narrow;
    const int padding = narrow ? m_theme.px(16) : m_theme.size(Size::pagePadding);
    layout()->setContentsMargins(padding, m_theme.px(narrow ? 12 : 20), padding, m_theme.px(16));
    m_delegate->setShowDetail(!narrow);
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.size(Size::rowTable));
    auto* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(PeopleModel::Name, QHeaderView::Stretch);
    const auto set = [&](int column, bool shown, int drawnWidth) {
        m_table->setColumnHidden(column, !shown);
        m_table->setColumnWidth(column, m_theme.px(drawnWidth));
    };
    const bool roomy = m_class == WindowClass::normal || m_class == WindowClass::wide;
    set(PeopleModel::Born, !narrow, 148);
    set(PeopleModel::NhsNumber, roomy, 130);
    set(PeopleModel::MentalHealth, true, narrow ? 140 : 220);
    set(PeopleModel::SubstanceUse, true, narrow ? 140 : 220);
    set(PeopleModel::NextDate, true, narrow ? 106 : 120);
    set(PeopleModel::Holder, !narrow, 170);
}

QList<QWidget*> PeoplePage::regions()
{
    return {m_search, m_table};
}

QWidget* PeoplePage::firstFocus()
{
    return m_search;
}

}  // namespace holdfast::ui
