#include "backups/backups_page.h"

#include "async/desk.h"
#include "backups/backup_plan_card.h"
#include "backups/backup_runner.h"
#include "backups/backup_words.h"
#include "backups/restore_sheet.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/page_head.h"
#include "widgets/page_parts.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAction>
#include <QFileInfo>
#include <QHeaderView>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <filesystem>

namespace holdfast::ui {
namespace {

enum Column : int { madeColumn, keptColumn, sizeColumn, fileColumn };

constexpr int progressSteps = 1000;

}  // namespace

BackupsPage::BackupsPage(Desk& desk, const Theme& theme, BackupRunner& runner, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_runner{runner}
{
    setObjectName(QStringLiteral("backupsPage"));
    buildActions();
    auto* column = scrollingColumn(theme, this);
    auto* head = new PageHead{m_theme, tr("Backups")};
    head->summary().setText(tr("Copies of the whole store, made while people work, and read back before they count."),
                            Color::ink2);
    head->addButton(*m_putBack, tr("Put a backup back"), ButtonKind::secondary, QStringLiteral("undo"))
        ->setObjectName(QStringLiteral("putBackButton"));
    head->addButton(*m_now, tr("Back up now"), ButtonKind::primary, QStringLiteral("disk"))
        ->setObjectName(QStringLiteral("backUpNow"));
    column->addWidget(head);
    m_storeWarning = new Banner{theme, Banner::Kind::caution};
    m_storeWarning->setObjectName(QStringLiteral("storePlaceWarning"));
    m_folderWarning = new Banner{theme, Banner::Kind::caution};
    m_folderWarning->setObjectName(QStringLiteral("backupPlaceWarning"));
    for (Banner* each : {m_storeWarning, m_folderWarning}) {
        each->hide();
        column->addWidget(each);
    }
    column->addWidget(buildState());
    m_planCard = new BackupPlanCard{theme};
    connect(m_planCard, &BackupPlanCard::changed, this, &BackupsPage::keep);
    column->addWidget(m_planCard);
    buildTable();
    column->addWidget(m_tableCard, 1);
    column->addWidget(m_empty, 1);
    m_setAside = new RunLabel{theme, Type::small};
    m_setAside->setObjectName(QStringLiteral("setAsideFiles"));
    m_setAside->hide();
    column->addWidget(m_setAside);
    m_server = new EmptyState{theme, QStringLiteral("disk"), tr("This store is on a server"),
                              tr("Whoever keeps the server backs it up, with pg_dump or a base backup, and not "
                                 "Holdfast. Ask them when the last "
                                 "one was made, where it lies, and when they last put one back to try it.")};
    m_server->setObjectName(QStringLiteral("serverBackups"));
    column->addWidget(m_server, 1);
    const bool server = desk.store().server;
    for (QWidget* each : {static_cast<QWidget*>(m_stateCard), static_cast<QWidget*>(m_planCard),
                          static_cast<QWidget*>(m_tableCard), static_cast<QWidget*>(m_empty)})
        each->setHidden(server);
    m_server->setVisible(server);
    m_now->setVisible(!server);
    m_putBack->setVisible(!server);
    connect(&runner, &BackupRunner::standingChanged, this, &BackupsPage::showStanding);
    connect(&runner, &BackupRunner::started, this, &BackupsPage::showBegun);
    connect(&runner, &BackupRunner::progressed, this, [this](qint64 done, qint64 of) {
        m_progress->setRange(0, progressSteps);
        m_progress->setValue(static_cast<int>(of > 0 ? done * progressSteps / of : 0));
        m_state->setText(done < of ? tr("Copying the store. You can go on working.")
                                   : tr("Reading the copy back. You can go on working."));
    });
    connect(&runner, &BackupRunner::finished, this, [this](const app::BackupMade&) {
        showRunning();
        askShelf();
    });
    connect(&runner, &BackupRunner::failed, this, [this](const Error& error) {
        showRunning();
        if (isVisible())
            emit failed(backupProblem(error));
    });
    showRunning();
}

void BackupsPage::buildActions()
{
    m_now = new QAction{tr("&Back up now"), this};
    connect(m_now, &QAction::triggered, this, &BackupsPage::backUpNow);
    m_putBack = new QAction{tr("&Put a backup back"), this};
    connect(m_putBack, &QAction::triggered, this, &BackupsPage::chooseBackup);
}

QWidget* BackupsPage::buildState()
{
    m_stateCard = new Card{m_theme};
    auto* across = new QHBoxLayout{m_stateCard};
    across->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(12));
    across->setSpacing(m_theme.px(16));
    auto* column = new QVBoxLayout;
    column->setSpacing(m_theme.px(8));
    m_state = new RunLabel{m_theme, Type::body};
    m_state->setObjectName(QStringLiteral("backupState"));
    column->addWidget(m_state);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("backupProgress"));
    m_progress->setAccessibleName(tr("How much of the store is copied"));
    m_progress->setTextVisible(false);
    column->addWidget(m_progress);
    across->addLayout(column, 1);
    m_cancel = new Button{m_theme, tr("Cancel"), ButtonKind::secondary, QStringLiteral("x")};
    m_cancel->setObjectName(QStringLiteral("cancelBackup"));
    connect(m_cancel, &Button::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_runner.cancel();
    });
    across->addWidget(m_cancel, 0, Qt::AlignTop);
    return m_stateCard;
}

void BackupsPage::buildTable()
{
    m_table = new QTableWidget{0, 4};
    m_table->setObjectName(QStringLiteral("backupsTable"));
    m_table->setAccessibleName(tr("Backups kept, newest first"));
    m_table->setHorizontalHeaderLabels({tr("Made"), tr("Kept"), tr("Size"), tr("File")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressTable(*m_table, m_theme);
    m_table->setItemDelegate(new TableDelegate{m_theme, m_table});
    new TableColumns{
        *m_table, m_theme, {{madeColumn, 190}, {keptColumn, 190}, {sizeColumn, 110, 620}, {fileColumn, 0}}};
    m_table->setMinimumHeight(m_theme.px(200));
    connect(m_table, &QTableWidget::activated, this, &BackupsPage::chooseBackup);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &BackupsPage::showRunning);
    m_tableCard = new TableCard{m_theme, *m_table};
    m_empty = new EmptyState{m_theme, QStringLiteral("disk"), tr("No backup in this folder yet"),
                             tr("Choose a folder, then make the first one. It takes a moment and disturbs nobody.")};
    m_empty->setObjectName(QStringLiteral("noBackups"));
    m_tableCard->hide();
}

void BackupsPage::refresh()
{
    m_runner.look();
    showStanding();
}

QList<QAction*> BackupsPage::actions()
{
    return {m_now, m_putBack};
}

QWidget* BackupsPage::firstFocus()
{
    return m_files.empty() ? m_planCard->firstFocus() : static_cast<QWidget*>(m_table);
}

void BackupsPage::showStanding()
{
    if (m_desk.store().server || !m_runner.standing())
        return;
    m_plan = m_runner.standing()->plan;
    m_planCard->show(m_plan);
    showRunning();
    askShelf();
}

void BackupsPage::showBegun()
{
    m_progress->setRange(0, 0);
    m_cancel->setEnabled(true);
    m_state->setText(tr("Beginning a backup."));
    showRunning();
}

/// The line over the bar, and what can be pressed.
void BackupsPage::showRunning()
{
    const bool running = m_runner.isRunning();
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    m_now->setEnabled(!running && !m_plan.folder.empty());
    m_putBack->setEnabled(!running && !m_table->selectedItems().isEmpty());
    if (running)
        return;
    if (!m_runner.standing())
        return;
    const app::BackupStanding& standing = *m_runner.standing();
    const Instant now = m_desk.clock().now();
    if (const auto notice = backupNotice(standing, m_runner.dueFailed(), now))
        return m_state->setRuns(
            {{notice->strong, m_desk.store().practice ? Color::ink : Color::late, 600}, {notice->rest, Color::ink}});
    m_state->setRuns({{tr("Last backup: %1. ").arg(momentWords(*standing.last, now)), Color::ok, 600},
                      {tr("It was read back from the disk and is whole."), Color::ink}});
}

void BackupsPage::askShelf()
{
    m_latest.ask(
        this,
        [folder = m_plan.folder, store = m_desk.store().file] {
            return Shelf{folder.empty() ? std::vector<app::BackupFile>{} : app::backupsIn(folder, store),
                         app::keptBeforeRestore(store), placeOf(store),
                         folder.empty() ? StoragePlace{} : placeOf(folder)};
        },
        [this](const Shelf& shelf) { showShelf(shelf); });
}

void BackupsPage::showShelf(const Shelf& shelf)
{
    const auto warn = [](Banner& banner, const std::optional<BackupNotice>& notice) {
        if (notice)
            banner.setText(notice->strong, notice->rest);
        banner.setVisible(notice.has_value());
    };
    warn(*m_storeWarning, storePlaceNotice(shelf.storePlace));
    warn(*m_folderWarning, backupPlaceNotice(shelf.backupPlace));
    if (m_files != shelf.files) {
        m_files = shelf.files;
        m_table->clearSelection();
        m_table->setRowCount(static_cast<int>(m_files.size()));
        int row = 0;
        for (const app::BackupFile& each : m_files) {
            const QStringList cells{momentWords(each.madeAt, m_desk.clock().now()), words(each.as),
                                    sizeWords(each.bytes), QFileInfo{text(each.path)}.fileName()};
            for (int column = 0; column < cells.size(); ++column)
                m_table->setItem(row, column, new QTableWidgetItem{cells.at(column)});
            ++row;
        }
        if (!m_files.empty())
            m_table->selectRow(0);
    }
    m_tableCard->setVisible(!m_files.empty());
    m_empty->setVisible(m_files.empty());
    QStringList aside;
    for (const std::string& each : shelf.setAside)
        aside.append(text(each));
    m_setAside->setText(tr("Set aside by a restore, beside the store: %1. Take it away when you are sure.")
                            .arg(aside.join(QStringLiteral(", "))),
                        Color::ink2);
    m_setAside->setVisible(!aside.isEmpty());
    showRunning();
}

void BackupsPage::backUpNow()
{
    m_now->setEnabled(false);
    m_runner.start(m_plan.folder);
}

void BackupsPage::keep(const app::BackupPlan& plan)
{
    m_desk.ask(
        this, [plan](UseCases& use, const app::Session& session) { return use.backups.keepPlan(session, plan); },
        [this](const Result<Done>& kept) {
            if (!kept)
                emit failed(kept.error().code == ErrorCode::notFound ? backupProblem(kept.error())
                                                                     : words(kept.error()));
            else
                emit done(tr("Kept."));
            m_runner.look();
        });
}

void BackupsPage::chooseBackup()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_files.size()) || m_runner.isRunning())
        return;
    openRestore(m_files.at(static_cast<std::size_t>(row)));
}

void BackupsPage::openRestore(const app::BackupFile& backup)
{
    const auto open = [this, backup](const std::string& user) {
        auto* sheet = new RestoreSheet{m_desk, m_theme, backup, user, *window()};
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(sheet, &RestoreSheet::agreed, this, &BackupsPage::restoreRequested);
        sheet->open();
    };
    if (!m_desk.store().encrypted)
        return open({});
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.accounts.list(session); },
        [this, open](const Result<std::vector<app::AccountRow>>& accounts) {
            if (!accounts) {
                emit failed(words(accounts.error()));
                return;
            }
            // Who came in with the recovery key has no account, and types the key again.
            const auto own = std::ranges::find(*accounts, m_desk.session().worker.id, &app::AccountRow::worker);
            open(own == accounts->end() ? std::string{} : own->user);
        });
}

}  // namespace holdfast::ui
