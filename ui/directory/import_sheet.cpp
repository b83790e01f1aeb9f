#include "directory/import_sheet.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/report_widgets.h"
#include "words/codes.h"
#include "words/numbers.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdfast::ui {

ImportJob serviceImport()
{
    return {ImportSheet::tr("Import services"),
            ImportSheet::tr("%1 service read."),
            ImportSheet::tr("%1 services read."),
            ImportSheet::tr("This file cannot be read as a list of services."),
            [](UseCases& use, const app::Session& session, const std::string& csv) {
                return use.directory.previewImport(session, csv);
            },
            [](UseCases& use, const app::Session& session, const std::string& csv, const CommandId& command) {
                return use.directory.import(session, csv, command);
            }};
}

ImportJob outwardImport()
{
    return {ImportSheet::tr("Import postcode districts"),
            ImportSheet::tr("%1 postcode district read."),
            ImportSheet::tr("%1 postcode districts read."),
            ImportSheet::tr("This file cannot be read as a list of postcode districts."),
            [](UseCases& use, const app::Session& session, const std::string& csv) {
                return use.travel.previewImport(session, csv);
            },
            [](UseCases& use, const app::Session& session, const std::string& csv, const CommandId& command) {
                return use.travel.import(session, csv, command);
            }};
}

ImportSheet::ImportSheet(Desk& desk, const Theme& theme, ImportJob job, std::string csv, QWidget& window)
    : DialogSheet{theme, job.title, 760, window}, m_desk{desk}, m_job{std::move(job)}, m_csv{std::move(csv)}
{
    setObjectName(QStringLiteral("importSheet"));
    auto* column = new QVBoxLayout{body()};
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    column->setSpacing(theme.px(12));
    m_verdict = new Banner{theme, Banner::Kind::good};
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_rows = new QTableWidget{0, 3};
    m_rows->setObjectName(QStringLiteral("importProblemTable"));
    m_rows->setAccessibleName(tr("Rows to put right"));
    m_rows->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("What to put right")});
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    dressTable(*m_rows, theme);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    for (QWidget* each :
         {static_cast<QWidget*>(m_verdict), static_cast<QWidget*>(m_problem), static_cast<QWidget*>(m_rows)}) {
        each->hide();
        column->addWidget(each);
    }
    column->addStretch(1);

    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &ImportSheet::reject);
    m_import = addPrimary(tr("Import"));
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setEnabled(false);
    connect(m_import, &Button::clicked, this, &ImportSheet::import);

    m_desk.ask(
        this,
        [csv = m_csv, preview = m_job.preview](UseCases& use, const app::Session& session) {
            return preview(use, session, csv);
        },
        [this](const Result<app::ImportReport>& report) { report ? show(*report) : explain(report.error()); });
}

void ImportSheet::show(const app::ImportReport& report)
{
    const bool good = report.problems.empty();
    m_import->setEnabled(good && report.added + report.changed > 0);
    if (good) {
        m_verdict->setText(
            counted(report.rows, m_job.one, m_job.many),
            tr(" %1 new, %2 changed, %3 the same as now.").arg(report.added).arg(report.changed).arg(report.same));
        m_verdict->show();
        return;
    }
    m_problem->setText(counted(static_cast<int>(report.problems.size()), tr("%1 row has to be put right first."),
                               tr("%1 rows have to be put right first.")),
                       tr(" Nothing was imported."));
    m_problem->show();
    m_rows->setRowCount(static_cast<int>(report.problems.size()));
    int row = 0;
    for (const app::ImportProblem& problem : report.problems) {
        m_rows->setItem(row, 0, new QTableWidgetItem{QString::number(problem.line)});
        m_rows->setItem(row, 1, new QTableWidgetItem{text(problem.column)});
        m_rows->setItem(row, 2, new QTableWidgetItem{text(problem.detail)});
        ++row;
    }
    m_rows->show();
}

void ImportSheet::explain(const Error& error)
{
    m_import->setBusy(false);
    m_problem->setText(error.code == ErrorCode::invalid ? m_job.unreadable : words(error),
                       error.code == ErrorCode::invalid ? QStringLiteral(" ") + text(error.detail) : QString{});
    m_problem->show();
}

void ImportSheet::import()
{
    m_import->setBusy(true);
    m_desk.ask(
        this,
        [csv = m_csv, import = m_job.import, command = m_desk.newCommand()](
            UseCases& use, const app::Session& session) { return import(use, session, csv, command); },
        [this](const Result<app::ImportReport>& report) {
            if (!report)
                return explain(report.error());
            if (!report->problems.empty()) {
                m_import->setBusy(false);
                return show(*report);
            }
            emit imported(*report);
            accept();
        });
}

}  // namespace holdfast::ui
