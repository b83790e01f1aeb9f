#include "reports/reports_page.h"

#include "async/desk.h"
#include "base/platform.h"
#include "domain/calendar.h"
#include "reports/bounce_view.h"
#include "reports/days_sheet.h"
#include "shell/case_filters.h"
#include "shell/scroll_memory.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/page_head.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QAction>
#include <QFileDialog>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int usualPeriod = 4;  ///< twelve months up to today: what was just recorded is in it

}  // namespace

ReportsPage::ReportsPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_settings{settings}
{
    setObjectName(QStringLiteral("reportsPage"));
    m_export = new QAction{tr("&Export to CSV"), this};
    m_export->setShortcut(QKeySequence{QStringLiteral("Ctrl+E")});
    connect(m_export, &QAction::triggered, this, &ReportsPage::chooseExport);

    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("reportsScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);

    auto* content = new QWidget;
    scroll->setWidget(content);
    auto* column = new QVBoxLayout{content};
    const int pad = theme.size(Size::pagePadding);
    column->setContentsMargins(pad, theme.px(16), pad, theme.px(16));
    column->setSpacing(theme.px(12));
    column->addWidget(buildHead());
    column->addWidget(buildFilters());
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->setAction(tr("Try again"));
    m_problem->hide();
    connect(m_problem, &Banner::actionTriggered, this, &ReportsPage::refresh);
    column->addWidget(m_problem);

    m_view = new BounceView{theme};
    column->addWidget(m_view);
    column->addStretch(1);
    new ScrollMemory{*scroll, settings, QStringLiteral("reports/scroll")};
    restoreFilters();
}

QWidget* ReportsPage::buildHead()
{
    auto* head = new PageHead{m_theme, tr("Referral bounces")};
    head->summary().hide();
    m_exportWords = new RunLabel{m_theme, Type::dense};
    m_exportWords->setWordWrap(false);
    m_exportWords->setText(tr("Export what you see"), Color::ink2);
    head->addWidget(m_exportWords);
    auto* csv = head->addButton(*m_export, tr("CSV"), ButtonKind::primary, QStringLiteral("download"));
    csv->setObjectName(QStringLiteral("exportCsvButton"));
    csv->setAccessibleName(tr("Export to CSV"));
    return head;
}

QWidget* ReportsPage::buildFilters()
{
    auto* filters = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), filters};

    m_periodButton = new FilterButton{m_theme, tr("Period")};
    m_periodButton->setIconName(QStringLiteral("calendar"));
    QStringList names;
    for (const Period& period : usualPeriods(today()))
        names.append(period.name);
    names.append(tr("Choose days"));
    m_periodButton->setChoices(names);
    connect(m_periodButton, &FilterButton::chosen, this, &ReportsPage::choosePeriod);
    flow->addWidget(m_periodButton);

    m_service = new ServiceFilter{m_theme};
    connect(m_service, &ServiceFilter::serviceChosen, this, [this] {
        m_query.service = m_service->service();
        m_settings.setValue(QStringLiteral("reports/service"),
                            m_query.service ? text(m_query.service->text()) : QString{});
        refresh();
    });
    flow->addWidget(m_service);

    m_need = new NeedFilter{m_theme, tr("Any")};
    connect(m_need, &NeedFilter::chosen, this, [this](int index) {
        m_query.need = m_need->need();
        m_settings.setValue(QStringLiteral("reports/need"), index);
        refresh();
    });
    flow->addWidget(m_need);

    m_by = new SegmentedControl{m_theme, tr("Table by"), {tr("By service"), tr("By reason"), tr("By month")}};
    connect(m_by, &SegmentedControl::chosen, this, [this](int index) {
        m_query.by = static_cast<report::GroupBy>(index);
        m_settings.setValue(QStringLiteral("reports/by"), index);
        refresh();
    });
    flow->addWidget(m_by);
    return filters;
}

void ReportsPage::restoreFilters()
{
    const auto periods = usualPeriods(today());
    const int last = static_cast<int>(periods.size()) - 1;
    const int period = std::clamp(m_settings.value(QStringLiteral("reports/period"), usualPeriod).toInt(), 0, last);
    m_period = periods.at(static_cast<std::size_t>(period));
    m_periodButton->setCurrent(period);
    m_periodButton->setValue(periodWords(m_period));
    m_need->restore(m_settings.value(QStringLiteral("reports/need"), 0).toInt());
    m_query.need = m_need->need();
    const int by = std::clamp(m_settings.value(QStringLiteral("reports/by"), 0).toInt(), 0, 2);
    m_query.by = static_cast<report::GroupBy>(by);
    m_by->setCurrent(by);
    const auto service = m_settings.value(QStringLiteral("reports/service"), QString{}).toString().toStdString();
    m_query.service = service.empty() || !ServiceId::fits(service) ? std::nullopt : std::optional{ServiceId{service}};
    m_service->choose(m_query.service);
}

Date ReportsPage::today() const
{
    return londonDate(m_desk.clock().now());
}

void ReportsPage::choosePeriod(int index)
{
    const auto periods = usualPeriods(today());
    if (index >= static_cast<int>(periods.size()))
        return chooseDays();
    m_period = periods.at(static_cast<std::size_t>(index));
    m_periodButton->setValue(periodWords(m_period));
    m_settings.setValue(QStringLiteral("reports/period"), index);
    refresh();
}

void ReportsPage::chooseDays()
{
    auto* sheet = new DaysSheet{m_theme, m_period, today(), *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &DaysSheet::chosen, this, [this](const Period& period) {
        m_period = period;
        refresh();
    });
    connect(sheet, &QDialog::finished, this, [this] { m_periodButton->setValue(periodWords(m_period)); });
    sheet->open();
}

void ReportsPage::refresh()
{
    m_problem->hide();
    m_query.from = m_period.from;
    m_query.to = m_period.to;
    m_service->load(m_desk, true);
    const bool mayExport = m_desk.may(app::Action::exportReports);
    m_export->setVisible(mayExport);
    m_export->setEnabled(mayExport);
    m_exportWords->setVisible(mayExport);
    m_desk.ask(
        this,
        [query = m_query](UseCases& use, const app::Session& session) { return use.reports.bounces(session, query); },
        [this, asked = ++m_asked](const Result<report::BounceReport>& report) {
            if (asked != m_asked)
                return;
            report ? m_view->show(*report, m_desk.clock().now()) : explain(report.error());
        });
}

void ReportsPage::explain(const Error& error)
{
    m_problem->setText(words(error));
    m_problem->show();
}

void ReportsPage::chooseExport()
{
    auto* dialog = new QFileDialog{window(), tr("Export bounces"), {}, tr("CSV files (*.csv)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(
        QStringLiteral("bounces-%1-to-%2.csv").arg(text(formatDate(m_query.from)), text(formatDate(m_query.to))));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsPage::exportTo);
    dialog->open();
}

void ReportsPage::exportTo(const QString& path)
{
    m_desk.ask(
        this,
        [path = path.toStdString(), query = m_query](UseCases& use, const app::Session& session) {
            return use.reports.bouncesCsv(session, query).and_then([&](const std::string& csv) {
                return platform::writeFileAtomically(path, csv);
            });
        },
        [this](const Result<Done>& written) {
            if (written)
                emit done(tr("Report exported. Keep it as safely as the store."));
            else
                emit failed(words(written.error()));
        });
}

QList<QWidget*> ReportsPage::regions()
{
    return {m_periodButton, m_view};
}

QWidget* ReportsPage::firstFocus()
{
    return m_periodButton;
}

}  // namespace holdfast::ui
