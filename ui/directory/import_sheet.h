// Shows what an import from CSV would do before it is done: how many services come or change, and every bad row.
#pragma once

#include "app/directory.h"
#include "widgets/dialog_sheet.h"

class QTableWidget;

namespace holdfast::ui {

class Banner;
class Desk;

class ImportSheet final : public DialogSheet {
    Q_OBJECT

public:
    ImportSheet(Desk& desk, const Theme& theme, std::string csv, QWidget& window);

signals:
    void imported(const holdfast::app::ImportReport& report);

private:
    void show(const app::ImportReport& report);
    void explain(const Error& error);
    void import();

    Desk& m_desk;
    std::string m_csv;
    Banner* m_verdict;
    Banner* m_problem;
    QTableWidget* m_rows;
    Button* m_import;
};

}  // namespace holdfast::ui
