#include "directory/directory_page.h"

#include "async/desk.h"
#include "directory/csv_files.h"
#include "directory/directory_model.h"
#include "directory/import_sheet.h"
#include "directory/service_sheet.h"
#include "directory/travel_view.h"
#include "drafts/sheet_keeper.h"
#include "shell/case_filters.h"
#include "shell/scroll_memory.h"
#include "shell/settings_store.h"
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
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::ui {

DirectoryPage::DirectoryPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_settings{settings}
{
    setObjectName(QStringLiteral("directoryPage"));
    m_add = new QAction{tr("&Add a service"), this};
    m_edit = new QAction{tr("&Edit service"), this};
    m_import = new QAction{tr("&Import services from CSV"), this};
    m_export = new QAction{tr("E&xport the directory to CSV"), this};
    connect(m_add, &QAction::triggered, this, [this] { edit({}); });
    connect(m_edit, &QAction::triggered, this, [this] {
        if (const Service* service = selected())
            edit(*service);
    });
    connect(m_import, &QAction::triggered, this, &DirectoryPage::chooseImport);
    connect(m_export, &QAction::triggered, this, &DirectoryPage::chooseExport);

    auto* column = pageColumn(theme, this);
    m_travel = new TravelView{desk, theme};
    column->addWidget(buildHead());
    m_parts = new SegmentedControl{m_theme, tr("What to show"), {tr("Services"), tr("Travel distances")}};
    m_parts->setObjectName(QStringLiteral("directoryParts"));
    column->addWidget(m_parts, 0, Qt::AlignLeft);
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildServices());
    m_stack->addWidget(m_travel);
    column->addWidget(m_stack, 1);
    connect(m_parts, &SegmentedControl::chosen, this, &DirectoryPage::showPart);
    connect(m_travel, &TravelView::done, this, &DirectoryPage::done);
    connect(m_travel, &TravelView::failed, this, &DirectoryPage::failed);
    connect(m_travel, &TravelView::changed, this, &DirectoryPage::showSummary);
    refreshSelection();
}

QWidget* DirectoryPage::buildServices()
{
    auto* services = new QWidget;
    auto* column = new QVBoxLayout{services};
    column->setContentsMargins({});
    column->setSpacing(m_theme.px(12));
    column->addWidget(buildFilters());
    m_problem = retryBanner(m_theme, this, &DirectoryPage::refresh);
    column->addWidget(m_problem);
    buildTable();
    column->addWidget(new TableCard{m_theme, *m_table}, 1);
    column->addWidget(m_empty);
    column->addStretch(0);
    return services;
}

bool DirectoryPage::showsServices() const
{
    return m_stack->currentIndex() == 0;
}

void DirectoryPage::showPart(int part)
{
    m_stack->setCurrentIndex(part);
    followRole();
    m_travel->setInUse(part != 0);
    showSummary();
}

void DirectoryPage::showSummary()
{
    const int shown = m_model->rowCount();
    const QString services = shown == m_model->total() ? counted(shown, tr("%1 service"), tr("%1 services"))
                                                       : tr("%1 of %2 services").arg(shown).arg(m_model->total());
    m_summary->setText(showsServices() ? services : m_travel->summary(), Color::ink2);
}

QWidget* DirectoryPage::buildHead()
{
    auto* head = new PageHead{m_theme, tr("Directory of services")};
    m_summary = &head->summary();
    head->addButton(*m_import, tr("Import CSV"), ButtonKind::secondary, QStringLiteral("folder"));
    head->addButton(*m_export, tr("Export CSV"), ButtonKind::secondary, QStringLiteral("download"));
    head->addButton(*m_edit, tr("Edit"), ButtonKind::secondary, QStringLiteral("edit"));
    head->addButton(*m_add, tr("Add a service"), ButtonKind::primary, QStringLiteral("plus"));
    head->addButton(*m_travel->importAction(), tr("Import CSV"), ButtonKind::secondary, QStringLiteral("folder"))
        ->setObjectName(QStringLiteral("importOutwardButton"));
    head->addButton(*m_travel->exportAction(), tr("Export CSV"), ButtonKind::secondary, QStringLiteral("download"))
        ->setObjectName(QStringLiteral("exportOutwardButton"));
    head->addButton(*m_travel->removeAction(), tr("Remove"), ButtonKind::secondary, QStringLiteral("minus"))
        ->setObjectName(QStringLiteral("removeOutwardButton"));
    head->addButton(*m_travel->editAction(), tr("Edit"), ButtonKind::secondary, QStringLiteral("edit"))
        ->setObjectName(QStringLiteral("editOutwardButton"));
    head->addButton(*m_travel->addAction(), tr("Add a postcode district"), ButtonKind::primary, QStringLiteral("plus"))
        ->setObjectName(QStringLiteral("addOutwardButton"));
    return head;
}

QWidget* DirectoryPage::buildFilters()
{
    auto* filters = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), filters};
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("directorySearchEdit"));
    m_search->setPlaceholderText(tr("Name, kind or area"));
    m_search->setAccessibleName(tr("Find a service by name, kind or area"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(80);
    keepWidth(*m_search, m_theme, 260);
    connect(m_search, &QLineEdit::textChanged, this, &DirectoryPage::applyFilter);
    flow->addWidget(m_search);

    m_need = new NeedFilter{m_theme, tr("Any")};
    m_need->restore(m_settings.value(QStringLiteral("directory/need"), 0).toInt());
    connect(m_need, &NeedFilter::chosen, this, [this](int index) {
        m_settings.setValue(QStringLiteral("directory/need"), index);
        applyFilter();
    });
    flow->addWidget(m_need);

    m_both = new ToggleChip{m_theme, tr("Works with both needs together"), QStringLiteral("clasp")};
    m_both->setCheckable(true);
    m_both->setChecked(m_settings.value(QStringLiteral("directory/both"), false).toBool());
    connect(m_both, &ToggleChip::toggled, this, [this](bool on) {
        m_settings.setValue(QStringLiteral("directory/both"), on);
        applyFilter();
    });
    flow->addWidget(m_both);
    return filters;
}

void DirectoryPage::buildTable()
{
    m_model = new DirectoryModel{this};
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("directoryTable"));
    m_table->setAccessibleName(tr("Services"));
    m_table->setModel(m_model);
    dressTable(*m_table, m_theme);
    m_table->setItemDelegate(new TableDelegate{m_theme, m_table});
    using M = DirectoryModel;
    new TableColumns{*m_table,
                     m_theme,
                     {{M::Name, 0},
                      {M::Kind, 190, 860},
                      {M::Needs, 90},
                      {M::Ages, 110, 1000},
                      {M::Areas, 100, 700},
                      {M::Wait, 110},
                      {M::WorksWithBoth, 160, 1100},
                      {M::Reach, 140, 560}}};
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DirectoryPage::refreshSelection);
    connect(m_table, &QTableView::activated, m_edit, &QAction::trigger);

    m_scroll = new ScrollMemory{*m_table, m_settings, QStringLiteral("directory/scroll")};
    m_empty = new EmptyState{m_theme, QStringLiteral("directory"), {}, {}, tr("Add a service")};
    m_empty->hide();
    connect(m_empty, &EmptyState::actionTriggered, m_add, &QAction::trigger);
}

void DirectoryPage::refresh()
{
    m_problem->hide();
    followRole();
    m_travel->setInUse(!showsServices());
    m_scroll->hold();
    if (const Service* service = selected())
        m_wanted = service->id;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.directory.list(session, true); },
        [this](const Result<std::vector<Service>>& services) {
            if (!services) {
                m_problem->setText(words(services.error()));
                m_problem->show();
                return;
            }
            m_model->setServices(*services);
            applyFilter();
            if (const int row = m_model->rowOf(m_wanted); row >= 0)
                m_table->selectRow(row);
        });
}

void DirectoryPage::showService(const ServiceId& service)
{
    m_parts->setCurrent(0);
    showPart(0);
    m_search->clear();
    m_need->restore(0);
    m_both->setChecked(false);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_wanted = service;
    refresh();
    m_table->setFocus(Qt::OtherFocusReason);
}

/// What the worker at the screen may not do is not offered.
void DirectoryPage::followRole()
{
    const bool services = showsServices();
    const bool mayEdit = services && m_desk.may(app::Action::editDirectory);
    for (QAction* action : {m_add, m_edit}) {
        action->setVisible(mayEdit);
        action->setEnabled(mayEdit);
    }
    const bool mayImport = services && m_desk.may(app::Action::importDirectory);
    m_import->setVisible(mayImport);
    m_import->setEnabled(mayImport);
    m_export->setVisible(services);
    m_export->setEnabled(services);
    m_empty->setAction(mayEdit ? tr("Add a service") : QString{});
    refreshSelection();
}

void DirectoryPage::applyFilter()
{
    m_model->setFilter({m_search->text(), m_need->need(), m_both->isChecked()});
    const int shown = m_model->rowCount();
    showSummary();
    m_table->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    m_empty->setWords(m_model->total() == 0 ? tr("No services yet") : tr("No service matches"),
                      m_model->total() == 0 ? tr("A coordinator or a supervisor adds the services around you.")
                                            : tr("Change the filters above to see the others."));
    refreshSelection();
}

void DirectoryPage::edit(const Service& service)
{
    auto* sheet = new ServiceSheet{m_desk, m_theme, service, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ServiceSheet::saved, this, [this](const Service& saved) {
        m_wanted = saved.id;
        emit done(tr("Service saved."));
        refresh();
    });
    new SheetKeeper{m_theme, m_desk, *sheet, "service/" + service.id.str()};
    sheet->open();
}

void DirectoryPage::chooseImport()
{
    chooseCsvToImport(*this, tr("Import services"), [this](const Result<std::string>& csv) {
        if (csv)
            importText(*csv);
        else
            emit failed(words(csv.error()));
    });
}

void DirectoryPage::importText(const std::string& csv)
{
    auto* sheet = new ImportSheet{m_desk, m_theme, serviceImport(), csv, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ImportSheet::imported, this, [this](const app::ImportReport& report) {
        emit done(tr("%1 services added, %2 changed.").arg(report.added).arg(report.changed));
        refresh();
    });
    sheet->open();
}

void DirectoryPage::chooseExport()
{
    chooseCsvToExport(
        m_desk, *this, tr("Export the directory"), QStringLiteral("services.csv"),
        [](UseCases& use, const app::Session& session) { return use.directory.exportCsv(session); },
        [this](const Result<Done>& written) {
            if (written)
                emit done(tr("Directory exported."));
            else
                emit failed(words(written.error()));
        });
}

const Service* DirectoryPage::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->serviceAt(rows.first().row());
}

void DirectoryPage::refreshSelection()
{
    m_edit->setEnabled(showsServices() && selected() != nullptr && m_desk.may(app::Action::editDirectory));
}

QList<QAction*> DirectoryPage::actions()
{
    return {m_add,
            m_edit,
            m_import,
            m_export,
            m_travel->addAction(),
            m_travel->editAction(),
            m_travel->removeAction(),
            m_travel->importAction(),
            m_travel->exportAction()};
}

QList<QWidget*> DirectoryPage::regions()
{
    return {showsServices() ? m_table : m_travel->table()};
}

QWidget* DirectoryPage::firstFocus()
{
    return showsServices() ? m_search : m_travel->table();
}

}  // namespace holdfast::ui
