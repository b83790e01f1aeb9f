#include "audit/audit_page.h"

#include "async/desk.h"
#include "audit/audit_model.h"
#include "audit/chain_card.h"
#include "domain/calendar.h"
#include "restricted/review_card.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/messages.h"
#include "widgets/page_head.h"
#include "widgets/page_parts.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/audit_words.h"
#include "words/codes.h"

#include <QAction>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int kinds = static_cast<int>(app::AuditKind::kept) + 1;
constexpr int refusedChoice = kinds + 1;  // after "Everything" and the kinds
constexpr auto daysShown = std::chrono::days{30};

const auto kindKey = QStringLiteral("audit/kind");
const auto workerKey = QStringLiteral("audit/worker");

}  // namespace

AuditPage::AuditPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}, m_settings{settings}
{
    setObjectName(QStringLiteral("auditPage"));
    buildActions();
    auto* column = pageColumn(theme, this);
    column->addWidget(buildHead());
    m_chain = new ChainCard{theme, desk};
    connect(m_chain, &ChainCard::checked, this, &AuditPage::refresh);
    column->addWidget(m_chain);
    m_reviews = new ReviewCard{theme, desk};
    connect(m_reviews, &ReviewCard::reviewed, this, &AuditPage::done);
    connect(m_reviews, &ReviewCard::reviewed, this, &AuditPage::refresh);
    column->addWidget(m_reviews);
    column->addWidget(buildFilters());
    m_problem = retryBanner(theme, this, &AuditPage::refresh);
    column->addWidget(m_problem);
    buildTable();
    column->addWidget(new TableCard{m_theme, *m_table}, 1);
    column->addWidget(m_empty);
    column->addStretch(0);
    restoreFilters();
    refreshSelection();
}

void AuditPage::buildActions()
{
    const auto add = [this](const QString& words, auto act) {
        auto* action = new QAction{words, this};
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_onlyPerson = add(tr("Only this &person"), [this] {
        if (const auto* line = selected())
            showPerson(PersonId{line->subject}, text(line->personName));
    });
    m_onlyWorker = add(tr("Only this &worker"), [this] {
        if (const auto* line = selected()) {
            m_question.worker = line->worker;
            showChoice();
            filtersChanged();
        }
    });
    m_csv = add(tr("Save as &CSV"), [this] { saveCsv(); });
    m_print = add(tr("&Print"), [this] { print(); });
    m_print->setShortcut(QKeySequence::Print);
    m_anchor = add(tr("Save an &anchor of the audit"), [this] { saveAnchor(); });
}

QWidget* AuditPage::buildHead()
{
    auto* head = new PageHead{m_theme, tr("Audit")};
    m_summary = &head->summary();
    m_summary->setText(tr("Who has seen and done what. Nobody can change it or switch it off."), Color::ink2);
    head->addButton(*m_anchor, tr("Save an anchor"), ButtonKind::secondary, QStringLiteral("pin"));
    head->addButton(*m_csv, tr("Save as CSV"), ButtonKind::secondary, QStringLiteral("table"));
    head->addButton(*m_print, tr("Print"), ButtonKind::secondary, QStringLiteral("letter"));
    return head;
}

QWidget* AuditPage::buildFilters()
{
    auto* filters = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), filters};
    m_kind = new FilterButton{m_theme, tr("What")};
    m_kind->setObjectName(QStringLiteral("auditKind"));
    QStringList choices{tr("Everything")};
    for (int kind = 0; kind < kinds; ++kind)
        choices.append(words(static_cast<app::AuditKind>(kind)));
    choices.append(tr("Not allowed"));
    m_kind->setChoices(choices);
    connect(m_kind, &FilterButton::chosen, this, [this](int index) {
        m_question.refusedOnly = index == refusedChoice;
        m_question.kind =
            index > 0 && index < refusedChoice ? std::optional{static_cast<app::AuditKind>(index - 1)} : std::nullopt;
        filtersChanged();
    });
    flow->addWidget(m_kind);
    m_worker = new FilterButton{m_theme, tr("Who")};
    m_worker->setObjectName(QStringLiteral("auditWorker"));
    connect(m_worker, &FilterButton::chosen, this, [this](int index) {
        m_question.worker = index > 0 ? std::optional{m_workers.at(static_cast<std::size_t>(index) - 1)} : std::nullopt;
        filtersChanged();
    });
    flow->addWidget(m_worker);
    m_person = new ToggleChip{m_theme, {}, QStringLiteral("user")};
    m_person->setObjectName(QStringLiteral("auditPerson"));
    m_person->setCheckable(true);
    m_person->setToolTip(tr("Press to see everybody again"));
    m_person->hide();
    connect(m_person, &ToggleChip::clicked, this, [this] {
        m_question.person.reset();
        m_person->hide();
        filtersChanged();
    });
    flow->addWidget(m_person);
    flow->addWidget(buildDays());
    return filters;
}

QWidget* AuditPage::buildDays()
{
    auto* days = new QWidget;
    auto* row = new QHBoxLayout{days};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(6));
    const Date today = londonDate(m_desk.clock().now());
    const auto add = [&](const QString& label, const QString& name, const char* id) {
        auto* edit = new DayEdit{m_theme, name, today};
        edit->setObjectName(QLatin1String{id});
        edit->setPlaceholderText(tr("any day"));
        keepWidth(*edit, m_theme, 150);
        connect(edit, &DayEdit::editingFinished, this, &AuditPage::chooseDays);
        row->addWidget(plainLabel(label, Type::dense, Color::ink2));
        row->addWidget(edit);
        return edit;
    };
    m_from = add(tr("From"), tr("First day"), "auditFrom");
    m_to = add(tr("to"), tr("Last day"), "auditTo");
    return days;
}

void AuditPage::chooseDays()
{
    if (!m_from->isReadable() || !m_to->isReadable()) {
        m_problem->setText(tr("A day is written like 3 May 2026, or left empty."));
        m_problem->show();
        return;
    }
    if (m_question.from == m_from->day() && m_question.to == m_to->day())
        return;
    m_question.from = m_from->day();
    m_question.to = m_to->day();
    filtersChanged();
}

void AuditPage::buildTable()
{
    const auto fetch = [this](const std::string& after, const AuditModel::Receive& receive) {
        app::AuditQuestion question = m_question;
        question.after = after;
        m_desk.ask(
            this,
            [question](UseCases& use, const app::Session& session) { return use.auditLog.page(session, question); },
            receive);
    };
    m_model = new AuditModel{fetch, [this] { return m_desk.clock().now(); }, this};
    connect(m_model, &AuditModel::answered, this, &AuditPage::showRows);
    connect(m_model, &AuditModel::failed, this, [this](const Error& error) {
        m_problem->setText(words(error));
        m_problem->show();
    });
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Entries of the audit, newest first"));
    m_table->setModel(m_model);
    dressTable(*m_table, m_theme);
    m_table->setItemDelegate(new TableDelegate{m_theme, m_table});
    using M = AuditModel;
    new TableColumns{*m_table,
                     m_theme,
                     {{M::When, 150},
                      {M::Who, 150},
                      {M::Role, 200, 1200},
                      {M::Done, 240},
                      {M::About, 170, 600},
                      {M::More, 0},
                      {M::Number, 80, 900}}};
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AuditPage::refreshSelection);
    m_empty = new EmptyState{m_theme, QStringLiteral("eye"), tr("Nothing in this time"),
                             tr("Choose other days, or everything and everybody."), tr("Show everything")};
    m_empty->hide();
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_question = {};
        showChoice();
        filtersChanged();
    });
}

void AuditPage::restoreFilters()
{
    const int choice = std::clamp(m_settings.value(kindKey, 0).toInt(), 0, refusedChoice);
    m_question.refusedOnly = choice == refusedChoice;
    if (choice > 0 && choice < refusedChoice)
        m_question.kind = static_cast<app::AuditKind>(choice - 1);
    const auto worker = m_settings.value(workerKey, QString{}).toString().toStdString();
    if (!worker.empty() && WorkerId::fits(worker))
        m_question.worker = WorkerId{worker};
    m_question.from = londonDate(m_desk.clock().now()) - daysShown;
    showChoice();
}

/// Puts the filters where the question is.
void AuditPage::showChoice()
{
    m_kind->setCurrent(m_question.refusedOnly ? refusedChoice
                       : m_question.kind      ? static_cast<int>(*m_question.kind) + 1
                                              : 0);
    m_from->setDayQuietly(m_question.from);
    m_to->setDayQuietly(m_question.to);
    m_person->setVisible(m_question.person.has_value());
    const auto at = m_question.worker ? std::ranges::find(m_workers, *m_question.worker) : m_workers.end();
    m_worker->setCurrent(at == m_workers.end() ? 0 : static_cast<int>(at - m_workers.begin()) + 1);
}

void AuditPage::filtersChanged()
{
    m_settings.setValue(kindKey, m_kind->current());
    m_settings.setValue(workerKey, m_question.worker ? text(m_question.worker->text()) : QString{});
    refresh();
}

void AuditPage::refresh()
{
    m_problem->hide();
    m_reviews->refresh();
    if (m_workers.empty())
        m_desk.ask(
            this, [](UseCases& use, const app::Session& session) { return use.workers.list(session); },
            [this](const Result<std::vector<Worker>>& workers) {
                if (workers)
                    takeWorkers(*workers);
            });
    m_model->reload();
}

void AuditPage::takeWorkers(const std::vector<Worker>& workers)
{
    QStringList names{tr("Everybody")};
    for (const Worker& worker : workers) {
        m_workers.push_back(worker.id);
        names.append(text(worker.name));
    }
    m_worker->setChoices(names);
    showChoice();
}

void AuditPage::showPerson(const PersonId& person, const QString& name)
{
    m_question = {};
    m_question.person = person;
    m_person->setText(tr("About %1").arg(name));
    m_person->setChecked(true);
    showChoice();
    filtersChanged();
}

void AuditPage::showRows()
{
    const bool none = m_model->rowCount() == 0;
    m_table->setVisible(!none);
    m_empty->setVisible(none);
    refreshSelection();
}

const app::AuditLine* AuditPage::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->rowAt(rows.first().row());
}

void AuditPage::refreshSelection()
{
    const auto* line = selected();
    m_onlyPerson->setEnabled(line && !line->personName.empty());
    m_onlyWorker->setEnabled(line && !line->worker.empty());
}

QList<QWidget*> AuditPage::regions()
{
    return {m_table, m_chain};
}

QWidget* AuditPage::firstFocus()
{
    return m_table;
}

}  // namespace holdfast::ui
