// Who has seen and done what, for supervisors: filtered, the newest first, with the state of the chain at the top.
#pragma once

#include "app/audit_log.h"
#include "shell/page.h"

#include <QWidget>

class QTableView;

namespace holdfast::ui {

class AuditModel;
class Banner;
class ChainCard;
class DayEdit;
class Desk;
class EmptyState;
class FilterButton;
class ReviewCard;
class RunLabel;
class SettingsStore;
class Theme;
class ToggleChip;

class AuditPage final : public QWidget, public Page {
    Q_OBJECT

public:
    AuditPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("audit"); }
    QString title() const override { return tr("Audit"); }
    QString icon() const override { return QStringLiteral("eye"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override { return {m_onlyPerson, m_onlyWorker, m_csv, m_print, m_anchor}; }
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;

    /// Only what is about them, from when the record began.
    void showPerson(const PersonId& person, const QString& name);

signals:
    void done(const QString& message);
    void failed(const QString& message);

private:
    void buildActions();
    QWidget* buildHead();
    QWidget* buildFilters();
    QWidget* buildDays();
    void buildTable();
    void restoreFilters();
    void filtersChanged();
    void chooseDays();
    void takeWorkers(const std::vector<Worker>& workers);
    void showChoice();
    void showRows();
    void refreshSelection();
    const app::AuditLine* selected() const;
    void saveCsv();
    void print();
    void saveAnchor();
    void save(const QString& name, const QByteArray& bytes);

    Desk& m_desk;
    const Theme& m_theme;
    SettingsStore& m_settings;
    app::AuditQuestion m_question;
    std::vector<WorkerId> m_workers;

    QAction* m_onlyPerson = nullptr;
    QAction* m_onlyWorker = nullptr;
    QAction* m_csv = nullptr;
    QAction* m_print = nullptr;
    QAction* m_anchor = nullptr;
    RunLabel* m_summary = nullptr;
    ChainCard* m_chain = nullptr;
    ReviewCard* m_reviews = nullptr;
    FilterButton* m_kind = nullptr;
    FilterButton* m_worker = nullptr;
    ToggleChip* m_person = nullptr;
    DayEdit* m_from = nullptr;
    DayEdit* m_to = nullptr;
    Banner* m_problem = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    AuditModel* m_model = nullptr;
};

}  // namespace holdfast::ui
