// Where postcode districts lie, so that distances are known: see, add, edit, remove, import and export.
#pragma once

#include "app/travel.h"

#include <QWidget>

class QAction;
class QTableWidget;

namespace holdfast::ui {

class Banner;
class Card;
class Desk;
class EmptyState;
class FlowLayout;
class RunLabel;
class Theme;

class TravelView final : public QWidget {
    Q_OBJECT

public:
    TravelView(Desk& desk, const Theme& theme, QWidget* parent = nullptr);

    void refresh();
    /// Only while it is the part of the page that is seen.
    void setInUse(bool inUse);
    QAction* addAction() const { return m_add; }
    QAction* editAction() const { return m_edit; }
    QAction* removeAction() const { return m_remove; }
    QAction* importAction() const { return m_import; }
    QAction* exportAction() const { return m_export; }
    QString summary() const;
    QWidget* table() const;

    /// For tests: what choosing a file does.
    void importText(const std::string& csv);

signals:
    void done(const QString& message);
    void failed(const QString& message);
    void changed();

private:
    void buildActions();
    void buildTable();
    void show(const app::OutwardList& list);
    void showMissing();
    void followRole();
    void edit(const QString& outward, bool isNew);
    void askToRemove();
    void chooseImport();
    void chooseExport();
    const OutwardPlace* selected() const;

    Desk& m_desk;
    const Theme& m_theme;
    app::OutwardList m_list;
    QString m_wanted;
    bool m_inUse = false;
    bool m_read = false;
    Banner* m_problem;
    Card* m_missing;
    FlowLayout* m_chips = nullptr;
    RunLabel* m_missingText = nullptr;
    QTableWidget* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    QAction* m_add = nullptr;
    QAction* m_edit = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_import = nullptr;
    QAction* m_export = nullptr;
};

}  // namespace holdfast::ui
