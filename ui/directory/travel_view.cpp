#include "directory/travel_view.h"

#include "async/desk.h"
#include "directory/csv_files.h"
#include "directory/import_sheet.h"
#include "directory/place_sheet.h"
#include "drafts/sheet_keeper.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/dialog_sheet.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/numbers.h"

#include <QAction>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr std::size_t mostChips = 24;

}  // namespace

TravelView::TravelView(Desk& desk, const Theme& theme, QWidget* parent) : QWidget{parent}, m_desk{desk}, m_theme{theme}
{
    buildActions();
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins({});
    column->setSpacing(theme.px(12));
    column->addWidget(new RunLabel{
        theme,
        Type::dense,
        {{tr("Distances are measured in a straight line, from the middle of the person's postcode district to the "
             "service. "
             "Enter here where each district lies and where you looked it up: Holdfast looks nothing up by itself. "
             "Where a service lies is entered at the service."),
          Color::ink2}}});
    m_problem = retryBanner(theme, this, &TravelView::refresh);
    column->addWidget(m_problem);
    m_missing = new Card{theme};
    auto* missing = new QVBoxLayout{m_missing};
    missing->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    missing->setSpacing(theme.px(6));
    m_missingText = new RunLabel{theme, Type::dense};
    missing->addWidget(m_missingText);
    auto* chips = new QWidget;
    m_chips = new FlowLayout{theme.px(8), theme.px(8), chips};
    missing->addWidget(chips);
    m_missing->hide();
    column->addWidget(m_missing);
    buildTable();
    column->addWidget(new TableCard{theme, *m_table}, 1);
    m_empty = new EmptyState{theme, QStringLiteral("pin"), {}, {}};
    m_empty->hide();
    connect(m_empty, &EmptyState::actionTriggered, m_add, &QAction::trigger);
    column->addWidget(m_empty);
    column->addStretch(0);
    followRole();
}

void TravelView::buildActions()
{
    const auto action = [this](const QString& words, auto act) {
        auto* made = new QAction{words, this};
        connect(made, &QAction::triggered, this, act);
        return made;
    };
    m_add = action(tr("Add a &postcode district"), [this] { edit({}, true); });
    m_edit = action(tr("E&dit the postcode district"), [this] {
        if (const OutwardPlace* place = selected())
            edit(text(place->outward), false);
    });
    m_remove = action(tr("&Remove the postcode district"), [this] { askToRemove(); });
    m_import = action(tr("Import postcode districts from CS&V"), [this] { chooseImport(); });
    m_export = action(tr("Export postcode districts to CSV"), [this] { chooseExport(); });
}

void TravelView::buildTable()
{
    m_table = new QTableWidget{0, 4};
    m_table->setObjectName(QStringLiteral("outwardTable"));
    m_table->setAccessibleName(tr("Postcode districts"));
    m_table->setHorizontalHeaderLabels({tr("District"), tr("Latitude"), tr("Longitude"), tr("Source")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    dressTable(*m_table, m_theme);
    m_table->setItemDelegate(new TableDelegate{m_theme, m_table});
    new TableColumns{*m_table, m_theme, {{0, 110}, {1, 120, 420}, {2, 120, 420}, {3, 0}}};
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &TravelView::followRole);
    connect(m_table, &QTableWidget::activated, m_edit, &QAction::trigger);
}

void TravelView::setInUse(bool inUse)
{
    m_inUse = inUse;
    followRole();
    if (inUse)
        refresh();
}

/// What the worker at the screen may not do is not offered.
void TravelView::followRole()
{
    const bool may = m_inUse && m_desk.may(app::Action::editPlaces);
    for (QAction* action : {m_add, m_edit, m_remove, m_import}) {
        action->setVisible(may);
        action->setEnabled(may);
    }
    m_edit->setEnabled(may && selected() != nullptr);
    m_remove->setEnabled(may && selected() != nullptr);
    m_export->setVisible(m_inUse);
    m_export->setEnabled(m_inUse && !m_list.places.empty());
}

void TravelView::refresh()
{
    m_problem->hide();
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.travel.outwardCodes(session); },
        [this](const Result<app::OutwardList>& list) {
            if (list)
                return show(*list);
            m_problem->setText(words(list.error()));
            m_problem->show();
        });
}

void TravelView::show(const app::OutwardList& list)
{
    if (const OutwardPlace* place = selected(); place != nullptr && m_wanted.isEmpty())
        m_wanted = text(place->outward);
    m_read = true;
    m_list = list;
    m_table->setRowCount(static_cast<int>(list.places.size()));
    int row = 0;
    for (const OutwardPlace& each : list.places) {
        m_table->setItem(row, 0, new QTableWidgetItem{text(each.outward)});
        m_table->setItem(row, 1, new QTableWidgetItem{text(formatDegrees(each.place.latitude()))});
        m_table->setItem(row, 2, new QTableWidgetItem{text(formatDegrees(each.place.longitude()))});
        auto* source = new QTableWidgetItem{text(each.place.source())};
        source->setToolTip(plainToolTip(text(each.place.source())));
        m_table->setItem(row, 3, source);
        if (text(each.outward) == m_wanted)
            m_table->selectRow(row);
        ++row;
    }
    m_wanted.clear();
    const bool empty = list.places.empty();
    const bool may = m_desk.may(app::Action::editPlaces);
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setWords(tr("No postcode district yet"),
                      may ? tr("Without them a distance is only known where a worker types it. Add one, or import a "
                               "CSV file with the columns outward, latitude, longitude and source.")
                          : tr("Without them a distance is only known where a worker types it. A supervisor or an "
                               "administrator adds them."));
    m_empty->setAction(may ? tr("Add a postcode district") : QString{});
    showMissing();
    followRole();
    emit changed();
}

void TravelView::showMissing()
{
    clearLayout(*m_chips);
    const auto total = m_list.missing.size();
    m_missing->setVisible(total > 0);
    const bool may = m_desk.may(app::Action::editPlaces);
    QStringList codes;
    for (std::size_t i = 0; i < std::min(total, mostChips); ++i)
        codes.append(text(m_list.missing[i]));
    QList<TextRun> runs{{tr("In use, and not in the list: "), Color::ink, 600}};
    if (!may)
        runs.append({codes.join(QStringLiteral(", ")) + QStringLiteral(". "), Color::ink});
    runs.append({may ? tr("distances from here are not known. Choose one to enter where it lies.")
                     : tr("Distances from there are not known."),
                 Color::ink2});
    if (total > mostChips)
        runs.append({tr(" %1 more are not shown.").arg(total - mostChips), Color::ink2});
    m_missingText->setRuns(runs);
    for (const QString& outward : may ? codes : QStringList{}) {
        auto* chip = new Button{m_theme, outward, ButtonKind::secondary, QStringLiteral("pin"), ButtonSize::small};
        chip->setObjectName(QStringLiteral("missingOutwardButton"));
        chip->setAccessibleName(tr("%1, enter where it lies").arg(outward));
        connect(chip, &Button::clicked, this, [this, outward] { edit(outward, true); });
        m_chips->addWidget(chip);
    }
}

QString TravelView::summary() const
{
    if (!m_read)
        return {};
    return counted(static_cast<int>(m_list.places.size()), tr("%1 postcode district"), tr("%1 postcode districts"));
}

QWidget* TravelView::table() const
{
    return m_table;
}

const OutwardPlace* TravelView::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const auto row = rows.isEmpty() ? m_list.places.size() : static_cast<std::size_t>(rows.first().row());
    return row < m_list.places.size() ? &m_list.places[row] : nullptr;
}

void TravelView::edit(const QString& outward, bool isNew)
{
    if (!m_desk.may(app::Action::editPlaces))
        return;
    const OutwardPlace* place = isNew ? nullptr : selected();
    auto* sheet = new PlaceSheet{m_desk, m_theme, outward, place ? std::optional{*place} : std::nullopt, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &PlaceSheet::saved, this, [this](const QString& saved) {
        m_wanted = saved;
        emit done(tr("%1 saved.").arg(saved));
        refresh();
    });
    new SheetKeeper{m_theme, m_desk, *sheet, "place/" + outward.toStdString()};
    sheet->open();
}

void TravelView::askToRemove()
{
    const OutwardPlace* place = selected();
    if (place == nullptr)
        return;
    confirmSheet(
        m_theme, *window(), tr("Remove %1?").arg(text(place->outward)),
        tr("Distances from %1 will not be known any more. Distances that workers typed stay.")
            .arg(text(place->outward)),
        tr("Remove it"), tr("Keep it"), [this, place = *place] {
            m_desk.ask(
                this, [place](UseCases& use, const app::Session& session) { return use.travel.remove(session, place); },
                [this, place](const Result<Done>& removed) {
                    if (removed)
                        emit done(tr("%1 removed.").arg(text(place.outward)));
                    else
                        emit failed(words(removed.error()));
                    refresh();
                });
        });
}

void TravelView::chooseImport()
{
    chooseCsvToImport(*this, tr("Import postcode districts"), [this](const Result<std::string>& csv) {
        if (csv)
            importText(*csv);
        else
            emit failed(words(csv.error()));
    });
}

void TravelView::importText(const std::string& csv)
{
    auto* sheet = new ImportSheet{m_desk, m_theme, outwardImport(), csv, *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ImportSheet::imported, this, [this](const app::ImportReport& report) {
        emit done(tr("%1 postcode districts added, %2 changed.").arg(report.added).arg(report.changed));
        refresh();
    });
    sheet->open();
}

void TravelView::chooseExport()
{
    chooseCsvToExport(
        m_desk, *this, tr("Export postcode districts"), QStringLiteral("outward-codes.csv"),
        [](UseCases& use, const app::Session& session) { return use.travel.exportCsv(session); },
        [this](const Result<Done>& written) {
            if (written)
                emit done(tr("Postcode districts exported."));
            else
                emit failed(words(written.error()));
        });
}

}  // namespace holdfast::ui
