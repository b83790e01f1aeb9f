// The backups of this store: how they stand, one made now, when and where they are made, those that are kept, and the way
// back to one.
#pragma once

#include "app/backups.h"
#include "async/background.h"
#include "base/storage_place.h"
#include "shell/page.h"

#include <QWidget>

#include <vector>

class QAction;
class QProgressBar;
class QTableWidget;

namespace holdfast::ui {

class BackupPlanCard;
class BackupRunner;
class Banner;
class Button;
class Card;
class Desk;
class EmptyState;
class RunLabel;
class TableCard;
class Theme;

class BackupsPage final : public QWidget, public Page {
    Q_OBJECT

public:
    BackupsPage(Desk& desk, const Theme& theme, BackupRunner& runner, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("backups"); }
    QString title() const override { return tr("Backups"); }
    QString icon() const override { return QStringLiteral("disk"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override;
    QWidget* firstFocus() override;

signals:
    void restoreRequested(const holdfast::app::RestoreRequest& request);
    void done(const QString& message);
    void failed(const QString& message);

private:
    /// What lies in the folder, and what kind of place it and the store's are.
    struct Shelf {
        std::vector<app::BackupFile> files;
        std::vector<std::string> setAside;
        StoragePlace storePlace;
        StoragePlace backupPlace;
    };

    void buildActions();
    QWidget* buildState();
    void buildTable();
    void showStanding();
    void showShelf(const Shelf& shelf);
    void showBegun();
    void showRunning();
    void askShelf();
    void backUpNow();
    void keep(const app::BackupPlan& plan);
    void chooseBackup();
    void openRestore(const app::BackupFile& backup);

    Desk& m_desk;
    const Theme& m_theme;
    BackupRunner& m_runner;
    Background m_looking;  ///< a share that does not answer must not hold the store up
    Latest m_latest{m_looking};
    app::BackupPlan m_plan;
    std::vector<app::BackupFile> m_files;
    QAction* m_now = nullptr;
    QAction* m_putBack = nullptr;
    Banner* m_storeWarning = nullptr;
    Banner* m_folderWarning = nullptr;
    Card* m_stateCard = nullptr;
    RunLabel* m_state = nullptr;
    QProgressBar* m_progress = nullptr;
    Button* m_cancel = nullptr;
    BackupPlanCard* m_planCard = nullptr;
    QTableWidget* m_table = nullptr;
    TableCard* m_tableCard = nullptr;
    RunLabel* m_setAside = nullptr;
    EmptyState* m_empty = nullptr;
    EmptyState* m_server = nullptr;
};

}  // namespace holdfast::ui
