#include "reports/cases_view.h"

#include "async/desk.h"
#include "reports/measure_sheet.h"
#include "reports/period.h"
#include "reports/report_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QBoxLayout>
#include <QFont>
#include <QLocale>
#include <QShortcut>
#include <QTableView>

namespace holdfast::ui {
namespace {

QString exactDay(Date day)
{
    return QLocale{QLocale::English, QLocale::UnitedKingdom}.toString(qtDate(day), QStringLiteral("d MMM yyyy"));
}

}  // namespace

CaseModel::CaseModel(Fetch fetch, std::function<Date()> today, QObject* parent)
    : PagedModel{std::move(fetch), parent}, m_today{std::move(today)}
{}

int CaseModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QString CaseModel::cell(const app::ReportCaseRow& row, int column) const
{
    switch (column) {
    case Person: return text(row.name);
    case Day: return exactDay(row.what.on);
    case Service: return capitalised(text(row.serviceName));
    case Need: return words(row.what.need);
    case What: return caseWords(row.what, m_today());
    default: return {};
    }
}

QVariant CaseModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ReportCaseRow& row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return cell(row, index.column());
    case Qt::ToolTipRole: return plainToolTip(cell(row, index.column()));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), cell(row, index.column()));
    case Qt::FontRole:
        if (index.column() == Person) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case cellIconRole:
        if (index.column() != Need)
            return {};
        switch (row.what.need) {
        case NeedScope::mentalHealth: return QStringLiteral("mh");
        case NeedScope::substanceUse: return QStringLiteral("da");
        case NeedScope::both: return QStringLiteral("clasp");
        }
        return {};
    default: return {};
    }
}

QVariant CaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Person: return tr("Person");
    case Day: return tr("Day");
    case Service: return tr("Service");
    case Need: return tr("Need");
    case What: return tr("What it was");
    default: return {};
    }
}

CasesView::CasesView(Desk& desk, const Theme& theme, QWidget* parent)
    : QWidget{parent},
      m_desk{desk},
      m_theme{theme},
      m_title{new RunLabel{theme, Type::h1}},
      m_summary{new RunLabel{theme, Type::body}},
      m_back{new Button{theme, tr("Back to the report"), ButtonKind::secondary, QStringLiteral("chev-l")}},
      m_open{new Button{theme, tr("Open person"), ButtonKind::primary, QStringLiteral("user")}},
      m_problem{retryBanner(theme)},
      m_empty{new EmptyState{theme, QStringLiteral("lock"), casesRefusedTitle(), casesRefusedWords()}}
{
    setObjectName(QStringLiteral("casesView"));
    auto* column = pageColumn(theme, this);
    auto* above = new QHBoxLayout;
    m_back->setObjectName(QStringLiteral("casesBackButton"));
    m_back->setToolTip(tr("Back to the report (Esc)"));
    above->addWidget(m_back);
    above->addStretch(1);
    above->addWidget(m_open);
    column->addLayout(above);
    m_title->setObjectName(QStringLiteral("casesTitle"));
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_problem);
    buildTable();
    column->addWidget(new TableCard{theme, *m_table}, 1);
    m_empty->hide();
    column->addWidget(m_empty);
    column->addStretch(0);

    auto* leave = new QShortcut{QKeySequence{Qt::Key_Escape}, this};
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &CasesView::backRequested);
    connect(m_back, &Button::clicked, this, &CasesView::backRequested);
    connect(m_open, &Button::clicked, this, &CasesView::openCurrent);
    connect(m_problem, &Banner::actionTriggered, this, [this] {
        m_problem->hide();
        m_rows->reload();
    });
}

void CasesView::buildTable()
{
    const auto fetch = [this](const std::string& after, const CaseModel::Receive& receive) {
        m_desk.ask(
            this,
            [asked = m_asked, after](UseCases& use, const app::Session& session) {
                return use.reportViews.cases(session, asked, after);
            },
            receive);
    };
    m_rows = new CaseModel{fetch, [this] { return londonDate(m_desk.clock().now()); }, this};
    connect(m_rows, &CaseModel::arrived, this, &CasesView::take);
    connect(m_rows, &CaseModel::failed, this, &CasesView::explain);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("casesTable"));
    m_table->setAccessibleName(tr("Cases"));
    m_table->setModel(m_rows);
    dressTable(*m_table, m_theme);
    using M = CaseModel;
    new TableColumns{*m_table,
                     m_theme,
                     {{M::Person, 190}, {M::Day, 116}, {M::Service, 250, 760}, {M::Need, 182, 900}, {M::What, 0, 480}}};
    connect(m_table, &QTableView::activated, this, &CasesView::openCurrent);
}

void CasesView::show(const report::CaseAsked& asked, const QString& of)
{
    const bool may = m_desk.may(app::Action::viewReportCases);
    const bool same = may && asked == m_asked && m_listedFor == m_desk.session().worker.id;
    m_asked = asked;
    m_of = of;
    const report::Measure* measure = report::measure(asked.measure);
    const QString what = measure == nullptr                       ? tr("Referrals sent")
                         : asked.whole && !measure->whole.empty() ? text(measure->whole)
                                                                  : text(measure->title);
    m_title->setText(of.isEmpty() ? what : tr("%1: %2").arg(what, of), Color::ink, 650);
    m_empty->setVisible(!may);
    m_table->setVisible(may);
    m_open->setVisible(may);
    if (same)
        return;
    forget();
    if (!may)
        return;
    m_listedFor = m_desk.session().worker.id;
    m_rows->reload();
}

void CasesView::forget()
{
    m_listedFor = {};
    m_problem->hide();
    m_summary->setText({});
    m_rows->clear();
    m_open->setEnabled(false);
}

void CasesView::take(const app::ReportCasePage& page)
{
    const QString days = periodWords({{}, m_asked.query.from, m_asked.query.to});
    m_summary->setRuns({{counted(page.cases, tr("%1 case"), tr("%1 cases")), Color::ink, 600},
                        {counted(page.people, tr(" of %1 person, "), tr(" of %1 people, ")), Color::ink2},
                        {days, Color::ink2},
                        {tr(". Exact, for use inside the services; that you looked is recorded."), Color::ink2}});
    const bool any = m_rows->rowCount() > 0;
    m_open->setEnabled(any);
    if (any && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
}

void CasesView::openCurrent()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty())
        emit personRequested(m_rows->rowAt(rows.first().row()).what.person);
}

void CasesView::explain(const Error& error)
{
    m_listedFor = {};
    m_problem->setText(words(error));
    m_problem->show();
}

QWidget* CasesView::firstFocus() const
{
    return m_desk.may(app::Action::viewReportCases) ? static_cast<QWidget*>(m_table) : m_back;
}

}  // namespace holdfast::ui
