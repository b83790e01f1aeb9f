// Shows what an import from CSV would do before it is done: how many rows come or change, and every bad row.
#pragma once

#include "app/directory.h"
#include "widgets/dialog_sheet.h"

#include <functional>

class QTableWidget;

namespace holdfast::ui {

class Banner;
class Desk;

struct UseCases;

/// What is imported: its words and its use case.
struct ImportJob {
    QString title;
    QString one, many;  ///< "%1 service read."
    QString unreadable;
    std::function<Result<app::ImportReport>(UseCases&, const app::Session&, const std::string& csv)> preview;
    std::function<Result<app::ImportReport>(UseCases&, const app::Session&, const std::string& csv, const CommandId&)>
        import;
};

ImportJob serviceImport();
ImportJob outwardImport();

class ImportSheet final : public DialogSheet {
    Q_OBJECT

public:
    ImportSheet(Desk& desk, const Theme& theme, ImportJob job, std::string csv, QWidget& window);

signals:
    void imported(const holdfast::app::ImportReport& report);

private:
    void show(const app::ImportReport& report);
    void explain(const Error& error);
    void import();

    Desk& m_desk;
    ImportJob m_job;
    std::string m_csv;
    Banner* m_verdict;
    Banner* m_problem;
    QTableWidget* m_rows;
    Button* m_import;
};

}  // namespace holdfast::ui
