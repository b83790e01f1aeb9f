#include "policy/policy_draft_card.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "policy/policy_words.h"
#include "report/policy_difference.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace holdfast::ui {

PolicyDraftCard::PolicyDraftCard(Desk& desk, const Theme& theme, app::PolicyDraft draft, const QString& file,
                                 QWidget* parent)
    : Card{theme, parent},
      m_desk{desk},
      m_theme{theme},
      m_draft{std::move(draft)},
      m_run{desk},
      m_column{new QVBoxLayout{this}}
{
    setObjectName(QStringLiteral("policyDraft"));
    setRole(Role::joint, Spine::left);
    const int pad = theme.size(Size::cardPadding);
    m_column->setContentsMargins(pad, theme.px(12), pad, pad);
    m_column->setSpacing(theme.px(12));
    addHead(file);
    addChanges();
    addScenarios();
    addForce();
    connect(&m_run, &ScenarioRun::progressed, this, [this](int done, int all) {
        m_progress->setRange(0, all);
        m_progress->setValue(done);
        m_summary->setText(tr("%1 of %2 scenarios").arg(done).arg(all), Color::ink2);
    });
    connect(&m_run, &ScenarioRun::finished, this, [this] {
        showRunning(false);
        showResults(true);
    });
    connect(&m_run, &ScenarioRun::failed, this, [this](const Error& error) {
        showRunning(false);
        const QString why = error.detail.empty() ? words(error) : text(error.where + ": " + error.detail);
        m_summary->setText(why, Color::ink);
    });
}

void PolicyDraftCard::addHead(const QString& file)
{
    m_column->addWidget(strongLabel(policyName(m_draft.policy), Type::h2));
    const QString from =
        file.isEmpty() ? tr("Kept by this store.") : tr("Read from %1. Nothing is kept yet.").arg(file);
    const QString over =
        m_draft.over.empty() ? tr("A whole policy.") : tr("It lies over the policy %1.").arg(text(m_draft.over));
    m_column->addWidget(new RunLabel{m_theme, Type::dense, {{over + QStringLiteral(" ") + from, Color::ink2}}});
}

void PolicyDraftCard::addChanges()
{
    m_column->addWidget(strongLabel(tr("What changes against the policy in force"), Type::h3));
    if (m_draft.changes.empty())
        m_column->addWidget(new RunLabel{m_theme, Type::body, {{tr("Nothing: both decide alike.")}}});
    std::string_view group;
    for (const report::PolicyChange& change : m_draft.changes) {
        if (change.group != group)
            m_column->addWidget(strongLabel(text(change.group), Type::small, Color::ink2));
        group = change.group;
        auto* line = new RunLabel{m_theme, Type::body, {{text(report::sentence(change))}}};
        line->setObjectName(QStringLiteral("policyChange"));
        m_column->addWidget(line);
    }
}

void PolicyDraftCard::addScenarios()
{
    m_column->addWidget(strongLabel(tr("Try it on scenarios"), Type::h3));
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(8));
    m_runAll = new Button{m_theme, tr("Run all scenarios"), ButtonKind::secondary, QStringLiteral("play")};
    m_runAll->setObjectName(QStringLiteral("runScenarios"));
    connect(m_runAll, &Button::clicked, this, [this] { runScenarios(); });
    m_folder = new Button{m_theme, tr("Run a folder of our own"), ButtonKind::quiet, QStringLiteral("folder")};
    connect(m_folder, &Button::clicked, this, &PolicyDraftCard::chooseFolder);
    m_cancel = new Button{m_theme, tr("Stop"), ButtonKind::secondary, QStringLiteral("x")};
    m_cancel->setObjectName(QStringLiteral("stopScenarios"));
    connect(m_cancel, &Button::clicked, this, [this] {
        m_run.cancel();
        showRunning(false);
        showResults(false);
        m_runAll->setFocus();
    });
    row->addWidget(m_runAll);
    row->addWidget(m_folder);
    row->addWidget(m_cancel);
    row->addStretch(1);
    m_column->addLayout(row);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("scenarioProgress"));
    m_progress->setAccessibleName(tr("Scenarios run"));
    m_progress->setTextVisible(false);
    m_column->addWidget(m_progress);
    m_summary = new RunLabel{m_theme, Type::body};
    m_summary->setObjectName(QStringLiteral("scenarioSummary"));
    m_summary->setText(tr("None run yet. They are made-up histories with what must come of them."), Color::ink2);
    m_column->addWidget(m_summary);
    m_results = new QVBoxLayout;
    m_results->setSpacing(m_theme.px(4));
    m_column->addLayout(m_results);
    showRunning(false);
}

void PolicyDraftCard::addForce()
{
    m_column->addWidget(strongLabel(tr("Put it in force"), Type::h3));
    const Date today = londonDate(m_desk.clock().now());
    m_from = new DayEdit{m_theme, tr("In force from"), today};
    m_from->setObjectName(QStringLiteral("inForceFrom"));
    m_from->setDayQuietly(today);
    m_from->setMaximumWidth(m_theme.px(260));
    m_fromField = new FieldBox{m_theme, tr("In force from"), m_from,
                               tr("Today means from now on. Nothing that happened before is decided anew.")};
    m_column->addWidget(m_fromField);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(8));
    m_put = new Button{m_theme, tr("Put in force"), ButtonKind::primary, QStringLiteral("check")};
    m_put->setObjectName(QStringLiteral("putInForce"));
    connect(m_put, &Button::clicked, this, &PolicyDraftCard::confirm);
    auto* aside = new Button{m_theme, tr("Set aside"), ButtonKind::secondary};
    aside->setObjectName(QStringLiteral("setAside"));
    connect(aside, &Button::clicked, this, &PolicyDraftCard::setAside);
    row->addWidget(m_put);
    row->addWidget(aside);
    row->addStretch(1);
    m_column->addLayout(row);
}

void PolicyDraftCard::runScenarios(const QString& folder)
{
    clearLayout(*m_results);
    m_summary->setText(tr("Reading the scenarios"), Color::ink2);
    m_progress->setRange(0, 1);
    m_progress->setValue(0);
    showRunning(true);
    m_run.start(m_draft, folder);
    m_cancel->setFocus();
}

void PolicyDraftCard::showRunning(bool running)
{
    const bool hadFocus = m_cancel->hasFocus();
    m_runAll->setEnabled(!running);
    m_folder->setEnabled(!running);
    m_cancel->setVisible(running);
    m_progress->setVisible(running);
    if (hadFocus && !running)
        m_runAll->setFocus();
}

void PolicyDraftCard::showResults(bool whole)
{
    clearLayout(*m_results);
    const Instant now = m_desk.clock().now();
    const QString stopped = whole ? QString{} : tr("Stopped. ");
    m_summary->setText(stopped + summaryWords(m_run.results()), Color::ink, 600);
    const auto addLines = [&](const QStringList& lines, Color tone) {
        for (const QString& line : lines)
            m_results->addWidget(new RunLabel{m_theme, Type::dense, {{line, tone}}});
    };
    for (const ScenarioResult& result : m_run.results()) {
        const bool changes = result.outcome && !result.outcome->changes.empty();
        if (result.holds() && !changes)
            continue;
        const QString title =
            result.outcome && !result.outcome->title.empty() ? text(result.outcome->title) : text(result.name);
        auto* head = new RunLabel{m_theme, Type::body};
        head->setObjectName(QStringLiteral("scenarioResult"));
        head->setRuns(
            {{result.holds() ? tr("Changes") : tr("Fails"), result.holds() ? Color::ink2 : Color::bounce, 600},
             {QStringLiteral("  ") + title, Color::ink, 600}});
        m_results->addSpacing(m_theme.px(4));
        m_results->addWidget(head);
        if (!result.holds())
            addLines(faultWords(result), Color::ink);
        if (result.outcome)
            addLines(changeWords(*result.outcome, now), Color::ink2);
    }
}

void PolicyDraftCard::chooseFolder()
{
    auto* dialog = new QFileDialog{window(), tr("Choose a folder of scenarios"), {}, {}};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &PolicyDraftCard::runScenarios);
    dialog->open();
}

void PolicyDraftCard::confirm()
{
    const auto from = m_from->day();
    const Date today = londonDate(m_desk.clock().now());
    const bool good = from && *from >= today;
    m_fromField->setError(good ? QString{} : tr("Choose today or a later day."));
    if (!good) {
        m_from->setFocus();
        return;
    }
    const QString when = *from == today ? tr("from now on") : tr("from %1 on").arg(longDayWords(*from));
    confirmSheet(m_theme, *window(), tr("Put this policy in force?"),
                 tr("%1 decides %2, in your name. What happened before stays decided as it was.")
                     .arg(policyName(m_draft.policy), when),
                 tr("Put in force"), tr("Not yet"), [this, day = *from] { put(day); });
}

void PolicyDraftCard::put(Date from)
{
    m_put->setBusy(true);
    m_desk.ask(
        this,
        [draft = m_draft, from](UseCases& use, const app::Session& session) {
            return use.policies.putInForce(session, draft, from);
        },
        [this](const Result<app::PolicyOverview>& view) {
            m_put->setBusy(false);
            if (view) {
                emit putInForce(*view);
                return;
            }
            if (view.error().where == "from")
                m_fromField->setError(tr("Choose today or a later day."));
            else
                emit failed(words(view.error()));
        });
}

}  // namespace holdfast::ui
