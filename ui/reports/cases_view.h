// The cases behind a figure of the report: who, when, which service, and what it was. Enter opens the person.
#pragma once

#include "app/report_views.h"
#include "widgets/paged_model.h"

#include <QWidget>

class QTableView;

namespace holdfast::ui {

class Banner;
class Button;
class Desk;
class EmptyState;
class RunLabel;
class Theme;

class CaseModel final : public PagedModel<app::ReportCaseRow, app::ReportCasePage> {
    Q_OBJECT

public:
    enum Column { Person, Day, Service, Need, What, ColumnTotal };

    CaseModel(Fetch fetch, std::function<Date()> today, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void arrived(const holdfast::app::ReportCasePage& page);

private:
    void added(const app::ReportCasePage& page) override { emit arrived(page); }
    QString cell(const app::ReportCaseRow& row, int column) const;

    std::function<Date()> m_today;
};

class CasesView final : public QWidget {
    Q_OBJECT

public:
    CasesView(Desk& desk, const Theme& theme, QWidget* parent = nullptr);

    /// `of` says which line it is of: "Must be abstinent first"; empty for the whole report. The same list again keeps
    /// its rows and where somebody was in it.
    void show(const report::CaseAsked& asked, const QString& of);
    using QWidget::show;
    /// Whoever is at the screen now may not see it.
    void forget();
    QTableView& table() const { return *m_table; }
    QWidget* firstFocus() const;

signals:
    void backRequested();
    void personRequested(const holdfast::PersonId& person);

private:
    void buildTable();
    void take(const app::ReportCasePage& page);
    void openCurrent();
    void explain(const Error& error);

    Desk& m_desk;
    const Theme& m_theme;
    report::CaseAsked m_asked;
    QString m_of;
    WorkerId m_listedFor;  ///< whoever opened the list; nobody when there is none

    RunLabel* m_title;
    RunLabel* m_summary;
    Button* m_back;
    Button* m_open;
    Banner* m_problem;
    QTableView* m_table = nullptr;
    CaseModel* m_rows = nullptr;
    EmptyState* m_empty;
};

}  // namespace holdfast::ui
