#include "retention/retention_page.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "retention/awaiting_card.h"
#include "retention/disposal_sheet.h"
#include "retention/retention_paper.h"
#include "retention/retention_words.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/page_head.h"
#include "widgets/page_parts.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QAction>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

enum Column : int { whoColumn, numberColumn, contactColumn, whyColumn, stateColumn };

constexpr int filters = 3;  // due, soon, kept: the order of RetentionFilter
const auto filterKey = QStringLiteral("retention/filter");

}  // namespace

RetentionPage::RetentionPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_settings{settings}
{
    setObjectName(QStringLiteral("retentionPage"));
    buildActions();
    auto* column = scrollingColumn(theme, this);
    column->addWidget(buildHead());
    m_suspended = new Banner{theme, Banner::Kind::caution};
    m_suspended->setObjectName(QStringLiteral("retentionSuspended"));
    m_suspended->hide();
    column->addWidget(m_suspended);
    m_problem = retryBanner(theme, this, &RetentionPage::refresh);
    column->addWidget(m_problem);
    m_awaiting = new AwaitingCard{theme, desk};
    connect(m_awaiting, &AwaitingCard::lookRequested, this, [this](const DisposalId& disposal) {
        openDisposal(new DisposalSheet{m_theme, m_desk, disposal, *window()});
    });
    column->addWidget(m_awaiting);
    m_filters = buildFilters();
    column->addWidget(m_filters);
    buildTable();
    column->addWidget(m_tableCard, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(buildWhy());
    const int choice = std::clamp(settings.value(filterKey, 0).toInt(), 0, filters - 1);
    m_question.filter = static_cast<app::RetentionFilter>(choice);
    m_filter->setCurrent(choice);
    showSelected();
}

void RetentionPage::buildActions()
{
    const auto add = [this](const QString& words, auto act) {
        auto* action = new QAction{words, this};
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_open = add(tr("&Open the record"), [this] {
        if (const auto* line = selected())
            emit personRequested(line->person);
    });
    m_keep = add(tr("&Keep longer"), [this] { keepLonger(); });
    m_lift = add(tr("&Keep no longer"), [this] { liftSelected(); });
    m_suspend = add(tr("&Suspend all disposal"), [this] { suspendOrLift(); });
    m_propose = add(tr("&Propose disposal"), [this] { proposeDisposal(); });
    m_csv = add(tr("Save as &CSV"), [this] { saveCsv(); });
    m_print = add(tr("P&rint"), [this] { print(); });
    m_print->setShortcut(QKeySequence::Print);
    m_more = add(tr("&Look for more"), [this] { ask(true); });
}

QWidget* RetentionPage::buildHead()
{
    auto* head = new PageHead{m_theme, tr("How long records are kept")};
    head->summary().setText(tr("Closed records whose time is over, for you to look at. None goes by itself, and none "
                               "while a need is open."),
                            Color::ink2);
    head->addButton(*m_csv, tr("Save as CSV"), ButtonKind::secondary, QStringLiteral("table"));
    head->addButton(*m_print, tr("Print"), ButtonKind::secondary, QStringLiteral("letter"));
    head->addButton(*m_suspend, tr("Suspend all disposal"), ButtonKind::secondary, QStringLiteral("lock"))
        ->setObjectName(QStringLiteral("suspendDisposal"));
    head->addButton(*m_lift, tr("Keep no longer"), ButtonKind::secondary, QStringLiteral("undo"))
        ->setObjectName(QStringLiteral("liftKeep"));
    head->addButton(*m_keep, tr("Keep longer"), ButtonKind::secondary, QStringLiteral("clock"))
        ->setObjectName(QStringLiteral("keepLonger"));
    head->addButton(*m_propose, tr("Propose disposal"), ButtonKind::primary, QStringLiteral("out"))
        ->setObjectName(QStringLiteral("proposeDisposal"));
    return head;
}

QWidget* RetentionPage::buildFilters()
{
    auto* row = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), row};
    m_filter = new FilterButton{m_theme, tr("Show")};
    m_filter->setObjectName(QStringLiteral("retentionFilter"));
    m_filter->setChoices({tr("Due now"), tr("Due within a year"), tr("Kept longer")});
    connect(m_filter, &FilterButton::chosen, this, [this](int index) {
        m_question.filter = static_cast<app::RetentionFilter>(index);
        m_settings.setValue(filterKey, index);
        ask(false);
    });
    flow->addWidget(m_filter);
    m_count = new RunLabel{m_theme, Type::dense};
    m_count->setObjectName(QStringLiteral("retentionCount"));
    m_count->setWordWrap(false);
    flow->addWidget(m_count);
    return row;
}

void RetentionPage::buildTable()
{
    m_table = new QTableWidget{0, 5};
    m_table->setObjectName(QStringLiteral("retentionTable"));
    m_table->setAccessibleName(tr("Records, the longest quiet first"));
    m_table->setHorizontalHeaderLabels(retentionHeads());
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressTable(*m_table, m_theme);
    m_table->setItemDelegate(new TableDelegate{m_theme, m_table});
    new TableColumns{*m_table,
                     m_theme,
                     {{whoColumn, 180},
                      {numberColumn, 130, 900},
                      {contactColumn, 150, 640},
                      {whyColumn, 0},
                      {stateColumn, 210, 520}}};
    m_table->setMinimumHeight(m_theme.px(200));
    connect(m_table, &QTableWidget::activated, m_open, &QAction::trigger);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &RetentionPage::showSelected);
    m_tableCard = new TableCard{m_theme, *m_table};
    m_tableCard->hide();
    m_empty = new EmptyState{m_theme, QStringLiteral("clock"), {}, {}};
    m_empty->setObjectName(QStringLiteral("noRetention"));
    m_empty->hide();
}

/// Why the chosen record was kept: every rule, with its source.
QWidget* RetentionPage::buildWhy()
{
    m_whyCard = new Card{m_theme};
    m_whyCard->setObjectName(QStringLiteral("retentionWhy"));
    auto* column = new QVBoxLayout{m_whyCard};
    column->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(12));
    m_why = new RunLabel{m_theme, Type::dense};
    column->addWidget(m_why);
    return m_whyCard;
}

void RetentionPage::refresh()
{
    m_awaiting->refresh();
    const bool reviews = m_desk.may(app::Action::reviewRetention);
    for (QAction* each : {m_open, m_keep, m_suspend, m_propose, m_csv, m_print})
        each->setVisible(reviews);
    m_filters->setVisible(reviews);
    if (reviews)
        return ask(false);
    m_lift->setVisible(false);
    m_more->setVisible(false);
    for (QWidget* each : {static_cast<QWidget*>(m_tableCard), static_cast<QWidget*>(m_whyCard)})
        each->hide();
    m_empty->setWords(
        tr("The list is for supervisors"),
        tr("You see no people. What a supervisor proposes to dispose of waits above for you to confirm."));
    m_empty->show();
}

QList<QAction*> RetentionPage::actions()
{
    return {m_open, m_keep, m_lift, m_suspend, m_propose, m_csv, m_print, m_more};
}

QWidget* RetentionPage::firstFocus()
{
    return m_lines.empty() ? m_filter : static_cast<QWidget*>(m_table);
}

void RetentionPage::ask(bool more)
{
    app::RetentionQuestion question = m_question;
    if (more)
        question.after = m_next;
    m_problem->hide();
    m_desk.ask(
        this, [question](UseCases& use, const app::Session& session) { return use.retention.list(session, question); },
        [this, more, number = ++m_asked](const Result<app::RetentionList>& list) {
            if (number != m_asked)
                return;
            if (list)
                return showList(*list, more);
            m_problem->setText(words(list.error()));
            m_problem->show();
        });
}

void RetentionPage::showList(const app::RetentionList& list, bool more)
{
    const QString before = selected() == nullptr ? QString{} : text(selected()->person.text());
    if (!more) {
        m_lines.clear();
        m_table->clearSelection();
        m_table->setRowCount(0);
    }
    m_next = list.next;
    showEverything(list);  // before the rows, which speak of it
    for (const app::RetentionLine& line : list.lines) {
        m_lines.push_back(line);
        addRow(line);
    }
    const auto again = std::ranges::find(m_lines, before, [](const auto& line) { return text(line.person.text()); });
    if (!m_lines.empty())
        m_table->selectRow(again == m_lines.end() ? 0 : static_cast<int>(again - m_lines.begin()));
    showEmpty();
    showSelected();
}

void RetentionPage::addRow(const app::RetentionLine& line)
{
    const QStringList cells = retentionCells(line, m_everything.has_value(), londonDate(m_desk.clock().now()));
    const int row = m_table->rowCount();
    m_table->setRowCount(row + 1);
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem{cells.at(column)};
        item->setToolTip(plainToolTip(cells.at(column)));
        m_table->setItem(row, column, item);
    }
}

void RetentionPage::showEverything(const app::RetentionList& list)
{
    m_everything = list.everything;
    m_suspended->setVisible(m_everything.has_value());
    m_suspend->setText(m_everything ? tr("&Allow disposal again") : tr("&Suspend all disposal"));
    if (m_everything)
        m_suspended->setText(tr("No record may go now. "), keepWords(*m_everything, text(list.suspendedBy)));
}

void RetentionPage::showEmpty()
{
    switch (m_question.filter) {
    case app::RetentionFilter::due:
        m_empty->setWords(
            tr("No record is due"),
            tr("A record comes here when it is closed and its time is over: 20 years after the last contact, "
               "8 for drugs or alcohol alone or after a death, later for somebody last seen as a child."));
        break;
    case app::RetentionFilter::soon:
        m_empty->setWords(tr("No record becomes due within a year"), tr("Choose Due now to see those that are."));
        break;
    case app::RetentionFilter::kept:
    case app::RetentionFilter::all:
        m_empty->setWords(
            tr("No record is kept longer than its rules ask"),
            tr("For an inquiry, a complaint or a claim, choose a record that is due and keep it longer."));
        break;
    }
    m_tableCard->setVisible(!m_lines.empty());
    m_empty->setVisible(m_lines.empty());
    m_more->setVisible(m_next.has_value());
    m_count->setText(counted(static_cast<int>(m_lines.size()), tr("1 record"), tr("%1 records")) +
                         (m_next ? tr(", and there may be more") : QString{}),
                     Color::ink2);
    m_count->setVisible(!m_lines.empty());
}

void RetentionPage::showSelected()
{
    const app::RetentionLine* line = selected();
    m_open->setEnabled(line != nullptr);
    m_keep->setEnabled(line != nullptr);
    m_propose->setEnabled(line != nullptr && !line->keep && !m_everything &&
                          line->review.isDueOn(londonDate(m_desk.clock().now())));
    m_lift->setVisible(line != nullptr && line->keep);
    m_whyCard->setVisible(line != nullptr);
    if (line == nullptr)
        return;
    QList<TextRun> runs;
    if (line->keep)
        runs.append({keepWords(*line->keep, text(line->keptBy)) + QLatin1Char('\n'), Color::ink, 600});
    for (const RetentionReason& each : line->review.reasons) {
        runs.append({tr("Until %1. ").arg(keptWords(each)), Color::ink, 600});
        runs.append({sourceWords(each.rule) + (each == line->review.reasons.back() ? QString{} : QStringLiteral("\n")),
                     Color::ink2});
    }
    m_why->setRuns(runs);
}

const app::RetentionLine* RetentionPage::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const auto row = rows.isEmpty() ? m_lines.size() : static_cast<std::size_t>(rows.first().row());
    return row < m_lines.size() ? &m_lines[row] : nullptr;
}

}  // namespace holdfast::ui
