#include "reports/export_sheet.h"

#include "async/desk.h"
#include "letters/letter_output.h"
#include "report/bounce_document.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileDialog>
#include <QProgressBar>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 620;
constexpr int tickMilliseconds = 80;
constexpr int exactNumbers = 0;

bool isOfPictures(FileKind kind)
{
    return kind == FileKind::svg || kind == FileKind::png;
}

report::DisclosureRule ruleOf(int threshold)
{
    if (threshold == exactNumbers)
        return report::exactFigures;
    report::DisclosureRule rule;
    rule.threshold = threshold;
    return rule;
}

}  // namespace

ExportSheet::ExportSheet(const Theme& theme, Desk& desk, SettingsStore& settings, About about, QWidget& window)
    : DialogSheet{theme, about.print ? tr("Print the report") : tr("Export the report"), sheetWidth, window},
      m_desk{desk},
      m_settings{settings},
      m_about{std::move(about)},
      m_shell{&window}
{
    setObjectName(QStringLiteral("exportSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSubtitle(periodWords({{}, m_about.query.from, m_about.query.to}),
                m_about.narrowed.isEmpty() ? tr(", of everything") : tr(", of %1").arg(m_about.narrowed));
    build();
    m_tick.setInterval(tickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &ExportSheet::showStep);
    showChoice();
}

QString ExportSheet::exactWords()
{
    return tr("Exact figures, only for use inside the services");
}

/// What still runs writes nothing more: nobody would hear what came of it.
ExportSheet::~ExportSheet()
{
    if (m_progress)
        m_progress->stop = true;
}

void ExportSheet::build()
{
    auto* column = addColumn(12);
    m_fields = new QWidget;
    auto* fields = new QVBoxLayout{m_fields};
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(theme().px(12));
    m_kind = new Choice{tr("Kind of file")};
    m_kind->setObjectName(QStringLiteral("exportKind"));
    for (const FileKind kind : allFileKinds)
        m_kind->addChoice(words(kind), static_cast<int>(kind));
    const int kept = m_settings.value(QStringLiteral("reports/exportKind"), 0).toInt();
    m_kind->setValueQuietly(m_about.picture.empty() ? kept : static_cast<int>(FileKind::png));
    if (m_kind->currentIndex() < 0)
        m_kind->setCurrentIndex(0);
    m_kindField = new FieldBox{theme(), tr("Kind of file"), m_kind, QStringLiteral(" ")};
    fields->addWidget(m_kindField);

    m_picture = new Choice{tr("Which pictures")};
    m_picture->setObjectName(QStringLiteral("exportPicture"));
    m_picture->addChoice(tr("Every picture"), QString{});
    for (const auto& [id, title] : m_about.pictures)
        m_picture->addChoice(title, text(id));
    m_picture->setValueQuietly(text(m_about.picture));
    m_pictureField = new FieldBox{theme(), tr("Which pictures"), m_picture};
    fields->addWidget(m_pictureField);
    m_forExcel = new QCheckBox{tr("For Excel: begin with the mark that it reads UTF-8 by")};
    m_forExcel->setObjectName(QStringLiteral("exportForExcel"));
    m_forExcel->setChecked(true);
    fields->addWidget(m_forExcel);
    buildSmallNumbers(*fields);
    column->addWidget(m_fields);

    m_problem = new Banner{theme(), Banner::Kind::stop};
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    m_problem->hide();
    column->addWidget(m_problem);
    buildProgress();
    column->addWidget(m_running);

    footer()->addStretch(1);
    m_close = addCancel(tr("Cancel"));
    m_go = addPrimary(m_about.print ? tr("Choose a printer") : tr("Choose where to save"),
                      m_about.print ? QStringLiteral("letter") : QStringLiteral("download"));
    m_go->setObjectName(QStringLiteral("exportGoButton"));
    connect(m_go, &Button::clicked, this, &ExportSheet::go);
    for (Choice* each : {m_kind, m_picture, m_small})
        connect(each, &QComboBox::currentIndexChanged, this, &ExportSheet::showChoice);
    connect(m_confirm, &QCheckBox::toggled, this, &ExportSheet::showChoice);
}

void ExportSheet::buildSmallNumbers(QVBoxLayout& column)
{
    m_small = new Choice{tr("Small numbers")};
    m_small->setObjectName(QStringLiteral("exportSmallNumbers"));
    m_small->addChoice(tr("Hidden below 5, the others rounded to 5"), 5);
    m_small->addChoice(tr("Hidden below 7, the others rounded to 5"), 7);
    m_small->addChoice(exactWords(), exactNumbers);
    m_small->setCurrentIndex(0);
    column.addWidget(new FieldBox{theme(), tr("Small numbers"), m_small,
                                  tr("A count of very few could point at a person. Shares are hidden with them.")});
    m_period = new RunLabel{theme(), Type::body};
    m_period->setObjectName(QStringLiteral("exportPeriod"));
    column.addWidget(m_period);

    m_exact = new QWidget;
    auto* exact = new QVBoxLayout{m_exact};
    exact->setContentsMargins(0, 0, 0, 0);
    exact->setSpacing(theme().px(8));
    auto* caution = new Banner{theme(), Banner::Kind::caution};
    caution->setText(tr("Exact figures may point at a person."),
                     tr("Every page says that they stay inside the services, and that you took them is recorded."));
    exact->addWidget(caution);
    m_confirm = new QCheckBox{tr("I give it only to people inside the services")};
    m_confirm->setObjectName(QStringLiteral("exportConfirm"));
    exact->addWidget(m_confirm);
    column.addWidget(m_exact);
}

void ExportSheet::buildProgress()
{
    m_running = new QWidget;
    auto* column = new QVBoxLayout{m_running};
    column->setContentsMargins(0, 0, 0, 0);
    m_step = new RunLabel{theme(), Type::body};
    column->addWidget(m_step);
    auto* row = new QHBoxLayout;
    m_bar = new QProgressBar;
    m_bar->setObjectName(QStringLiteral("exportProgress"));
    m_bar->setAccessibleName(tr("How far the export is"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, fileSteps);
    row->addWidget(m_bar, 1);
    m_stop = new Button{theme(), tr("Stop"), ButtonKind::secondary, QStringLiteral("x")};
    m_stop->setObjectName(QStringLiteral("exportStopButton"));
    connect(m_stop, &Button::clicked, this, [this] {
        m_progress->stop = true;
        m_stop->setEnabled(false);
    });
    row->addWidget(m_stop);
    column->addLayout(row);
    m_running->hide();
}

bool ExportSheet::isExact() const
{
    return m_small->value().toInt() == exactNumbers;
}

FileChoice ExportSheet::choice() const
{
    FileChoice choice;
    choice.kind = m_about.print ? FileKind::pdf : static_cast<FileKind>(m_kind->value().toInt());
    choice.forExcel = m_forExcel->isChecked();
    if (isOfPictures(choice.kind))
        choice.picture = m_picture->value().toString().toStdString();
    app::ReportRequest& request = choice.request;
    request.query = m_about.query;
    request.comparePrevious = m_about.comparePrevious;
    request.rule = ruleOf(m_small->value().toInt());
    if (request.rule.hides() && !report::isWholeMonths(request.query.from, request.query.to)) {
        const Period whole = wholeMonths({{}, request.query.from, request.query.to}, londonDate(m_desk.clock().now()));
        request.query.from = whole.from;
        request.query.to = whole.to;
    }
    return choice;
}

void ExportSheet::showChoice()
{
    const FileChoice chosen = choice();
    const bool files = !m_about.print;
    m_kindField->setVisible(files);
    m_kindField->setHint(purposeWords(chosen.kind));
    m_pictureField->setVisible(files && isOfPictures(chosen.kind));
    m_forExcel->setVisible(files && chosen.kind == FileKind::csv);
    m_exact->setVisible(isExact());
    const report::MeasureQuery& query = chosen.request.query;
    const QString days = periodWords({{}, query.from, query.to});
    const bool moved = query.from != m_about.query.from || query.to != m_about.query.to;
    m_period->setRuns({{moved ? tr("It will be of %1").arg(days) : tr("It is of %1").arg(days), Color::ink, 600},
                       {moved ? tr(": hidden numbers need whole months, and these are the nearest to what the page "
                                   "shows.")
                              : tr("."),
                        Color::ink2}});
    m_go->setEnabled(!isExact() || m_confirm->isChecked());
    m_problem->hide();
}

void ExportSheet::go()
{
    m_problem->hide();
    m_settings.setValue(QStringLiteral("reports/exportKind"), m_kind->value());
    m_about.print ? print() : chooseFile();
}

void ExportSheet::chooseFile()
{
    const FileChoice chosen = choice();
    const QString kind = suffix(chosen.kind);
    auto* dialog = new QFileDialog{window(), tr("Save the report"), {}, tr("%1 (*.%2)").arg(words(chosen.kind), kind)};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kind);
    dialog->selectFile(suggestedName(chosen));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportSheet::saveTo);
    dialog->open();
}

void ExportSheet::saveTo(const QString& path)
{
    run(true);
    m_desk.ask(
        this,
        [path = path.toStdString(), chosen = choice(), progress = m_progress](UseCases& use,
                                                                              const app::Session& session) {
            return writeReport(use.reports, session, chosen, path, *progress);
        },
        [this](const Result<int>& files) {
            run(false);
            if (!files)
                return explain(files.error());
            emit exported(*files == 1 ? tr("Report saved. Keep it as safely as the store.")
                                      : tr("%1 pictures saved. Keep them as safely as the store.").arg(*files));
            accept();
        });
}

void ExportSheet::print()
{
    run(true);
    m_desk.ask(
        this,
        [chosen = choice(), progress = m_progress](UseCases& use, const app::Session& session) {
            return reportPages(use.reports, session, chosen, *progress);
        },
        [this](const Result<QByteArray>& pages) {
            run(false);
            if (!pages)
                return explain(pages.error());
            printPdf(*m_shell, *pages, [this](int count) {
                if (count == 0) {
                    m_problem->setText(tr("The printer could not begin. Export a PDF and print that."));
                    return m_problem->show();
                }
                emit exported(printedWords(count));
                accept();
            });
        });
}

void ExportSheet::run(bool running)
{
    if (running) {
        m_progress = std::make_shared<FileProgress>();
        m_tick.start();
        showStep();
    } else {
        m_tick.stop();
    }
    m_running->setVisible(running);
    m_fields->setEnabled(!running);
    m_go->setVisible(!running);
    m_stop->setEnabled(running);
    if (running)
        m_stop->setFocus();
    else
        m_go->setFocus();
}

void ExportSheet::showStep()
{
    const int step = m_progress->step;
    m_bar->setValue(step);
    const QStringList said{tr("Reading what was recorded"), tr("Hiding what is small"), tr("Making the file"),
                           tr("Writing the file"), tr("Done")};
    m_step->setText(m_progress->stop ? tr("Stopping. Nothing is written.") : said.value(step), Color::ink2);
}

void ExportSheet::explain(const Error& error)
{
    m_problem->setText(fileErrorWords(error));
    m_problem->show();
}

}  // namespace holdfast::ui
