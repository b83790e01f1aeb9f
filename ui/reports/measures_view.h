// The part of the reports page with every measure: a line each; Enter or a click says what it is and leads to its cases.
#pragma once

#include "report/full_report.h"

#include <QWidget>

class QTableView;

namespace holdfast::report {
struct Document;
}

namespace holdfast::ui {

class DocumentTableModel;
class MeasureModel;
class RunLabel;
class TableColumns;
class Theme;

class MeasuresView final : public QWidget {
    Q_OBJECT

public:
    explicit MeasuresView(const Theme& theme, QWidget* parent = nullptr);

    /// `document` is the same report with its exact figures.
    void show(const report::FullReport& report, const report::Document& document);
    using QWidget::show;
    QTableView& table() const { return *m_table; }

signals:
    void measureActivated(const QString& measure);  ///< its id
    void skillActivated(const QString& skill, const QString& title);

private:
    QWidget* buildTraining();

    const Theme& m_theme;
    MeasureModel* m_rows;
    QTableView* m_table;
    TableColumns* m_columns;
    DocumentTableModel* m_training;
    RunLabel* m_trainingNote = nullptr;
};

}  // namespace holdfast::ui
