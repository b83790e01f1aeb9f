#include "audit/chain_card.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "words/audit_words.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr std::size_t mostFindings = 6;

QString number(qint64 value)
{
    return QLocale{QLocale::English}.toString(value);
}

}  // namespace

ChainCard::ChainCard(const Theme& theme, Desk& desk, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_desk{desk}, m_run{desk}
{
    setObjectName(QStringLiteral("chainCard"));
    auto* across = new QHBoxLayout{this};
    across->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    across->setSpacing(theme.px(16));
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.px(4));
    m_state = new RunLabel{theme, Type::body};
    m_state->setObjectName(QStringLiteral("chainState"));
    column->addWidget(m_state);
    m_findings = new QVBoxLayout;
    m_findings->setSpacing(theme.px(2));
    column->addLayout(m_findings);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("chainProgress"));
    m_progress->setAccessibleName(tr("Entries checked"));
    m_progress->setTextVisible(false);
    column->addWidget(m_progress);
    across->addLayout(column, 1);
    m_check = new Button{theme, tr("Check now"), ButtonKind::secondary, QStringLiteral("check")};
    m_check->setObjectName(QStringLiteral("checkChain"));
    across->addWidget(m_check, 0, Qt::AlignTop);
    connect(m_check, &Button::clicked, this, &ChainCard::startOrStop);
    connect(&m_run, &AuditRun::progressed, this, [this](qint64 done, qint64 all) {
        constexpr qint64 steps = 1000;
        m_progress->setRange(0, steps);
        m_progress->setValue(static_cast<int>(all > 0 ? std::min(steps, done * steps / all) : 0));
        say(tr("Checking"), tr(": %1 of %2 entries").arg(number(done), number(all)), Color::ink);
    });
    connect(&m_run, &AuditRun::finished, this, &ChainCard::show);
    connect(&m_run, &AuditRun::failed, this, [this](const Error& error) {
        showRunning(false);
        say(tr("It could not be checked. "), words(error), Color::late);
    });
    showRunning(false);
    say(tr("Not checked since this window was opened. "),
        tr("Each entry is chained to the one before, so that nothing can be changed or taken out without being seen."),
        Color::ink);
}

void ChainCard::startOrStop()
{
    if (!m_run.isRunning()) {
        showRunning(true);
        m_run.start();
        return;
    }
    m_run.cancel();
    showRunning(false);
    say(tr("The check was stopped. "), tr("It says nothing yet."), Color::ink);
}

void ChainCard::show(const app::AuditVerdict& verdict)
{
    showRunning(false);
    const AuditFindings& found = verdict.findings;
    const bool whole = found.faults.empty();
    const QString at = tr(", checked %1.").arg(timeWords(verdict.at));
    const QString compared =
        verdict.anchors.empty()
            ? tr(" There is no anchor beside the store: compare with one that was kept elsewhere to see whether the "
                 "newest entries were cut off.")
            : tr(" Compared with the anchor of entry %1.").arg(number(verdict.anchors.front().anchor.seq));
    say(verdictWords(found), at + compared, whole ? Color::ok : Color::late);
    for (std::size_t i = 0; i < std::min(mostFindings, found.faults.size()); ++i)
        m_findings->addWidget(new RunLabel{m_theme, Type::dense, {{faultWords(found.faults[i]), Color::ink}}});
    if (found.faults.size() > mostFindings)
        m_findings->addWidget(new RunLabel{
            m_theme,
            Type::dense,
            {{tr("And %1 more: run holdfast audit verify to see all.").arg(found.faults.size() - mostFindings),
              Color::ink2}}});
    if (!whole)
        m_findings->addWidget(
            new RunLabel{m_theme,
                         Type::dense,
                         {{tr("Tell whoever keeps this store, and keep the store and its newest backup as they are."),
                           Color::ink}}});
    emit checked();
}

void ChainCard::say(const QString& strong, const QString& rest, Color tone)
{
    m_state->setRuns({{strong, tone, 600}, {rest, Color::ink2}});
    m_state->setAccessibleName(strong + rest);
}

void ChainCard::showRunning(bool running)
{
    m_progress->setVisible(running);
    m_progress->setRange(0, 0);
    m_check->setText(running ? tr("Stop") : tr("Check now"));
    m_check->setIconName(running ? QStringLiteral("x") : QStringLiteral("check"));
    if (!running)
        return;
    while (const QLayoutItem* item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}  // namespace holdfast::ui
