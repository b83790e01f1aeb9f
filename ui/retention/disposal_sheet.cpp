#include "retention/disposal_sheet.h"

#include "async/desk.h"
#include "retention/disposal_words.h"
#include "retention/retention_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int disposalWidth = 600;
constexpr int reasonLines = 3;

}  // namespace

DisposalSheet::DisposalSheet(const Theme& theme, Desk& desk, const QString& title, QWidget& window)
    : DialogSheet{theme, title, disposalWidth, window}, m_desk{desk}, m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("disposalSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    m_column->addWidget(m_problem);
    m_what = new RunLabel{theme, Type::dense, {{tr("Looking it up ..."), Color::ink2}}};
    m_what->setObjectName(QStringLiteral("disposalWhat"));
    m_column->addWidget(m_what);
    footer()->addStretch(1);
    addCancel(tr("Close"));
    m_withdraw = addSecondary(tr("Withdraw the proposal"));
    m_withdraw->setObjectName(QStringLiteral("withdrawDisposal"));
    m_withdraw->hide();
    connect(m_withdraw, &Button::clicked, this, &DisposalSheet::withdraw);
}

DisposalSheet::DisposalSheet(const Theme& theme, Desk& desk, const PersonId& person, QWidget& window)
    : DisposalSheet{theme, desk, tr("Propose disposal"), window}
{
    m_person = person;
    m_done = addPrimary(tr("Propose"), QStringLiteral("out"));
    m_done->setObjectName(QStringLiteral("disposalDone"));
    m_done->setEnabled(false);
    connect(m_done, &Button::clicked, this, &DisposalSheet::propose);
    desk.ask(
        this, [person](UseCases& use, const app::Session& session) { return use.disposals.compare(session, person); },
        [this](const Result<app::DisposalCase>& found) { show(found); });
}

DisposalSheet::DisposalSheet(const Theme& theme, Desk& desk, const DisposalId& disposal, QWidget& window)
    : DisposalSheet{theme, desk, tr("Confirm disposal"), window}
{
    m_disposal = disposal;
    m_done = addPrimary(tr("Dispose of it for good"), QStringLiteral("out"));
    m_done->setObjectName(QStringLiteral("disposalDone"));
    m_done->setEnabled(false);
    connect(m_done, &Button::clicked, this, &DisposalSheet::confirm);
    desk.ask(
        this, [disposal](UseCases& use, const app::Session& session) { return use.disposals.look(session, disposal); },
        [this](const Result<app::DisposalCase>& found) { show(found); });
}

void DisposalSheet::show(const Result<app::DisposalCase>& found)
{
    if (!found) {
        m_what->hide();
        return explain(found.error());
    }
    if (!found->personName.empty())
        setSubtitle(text(found->personName));
    addWhatGoes(*found);
    if (m_disposal.empty() && found->proposal) {
        m_problem->setText(proposedProblem());
        return m_problem->show();
    }
    if (m_disposal.empty())
        addProposing();
    else
        addConfirming(*found);
    if (found->mayGo)
        return;
    m_done->setEnabled(false);
    m_problem->setText(found->kept ? keptProblem() : notDueProblem());
    m_problem->show();
}

void DisposalSheet::addWhatGoes(const app::DisposalCase& found)
{
    QList<TextRun> runs;
    if (!found.review.reasons.empty())
        runs.append({tr("It was kept until %1. ").arg(keptWords(found.review.reasons.front())), Color::ink});
    runs.append({tr("For good go: %1. ").arg(contentWords(found.contents)), Color::ink, 600});
    runs.append({tr("What stays says that there was a record, when it went and who decided, without a word of it. "),
                 Color::ink2});
    runs.append({tracesWords(found.backups), Color::ink2});
    m_what->setRuns(runs);
}

void DisposalSheet::addProposing()
{
    m_reason = new GrowingText{theme(), tr("Why"), reasonLines, reasonLines * 2};
    m_reason->setObjectName(QStringLiteral("disposalReason"));
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
    m_reasonField = new FieldBox{theme(), tr("Why it may go"), m_reason,
                                 tr("Somebody else has to confirm it. The reason goes with the record.")};
    m_column->addWidget(m_reasonField);
    m_done->setEnabled(true);
    m_reason->setFocus();
}

void DisposalSheet::addConfirming(const app::DisposalCase& found)
{
    const Instant now = m_desk.clock().now();
    m_column->addWidget(
        new RunLabel{theme(),
                     Type::dense,
                     {{tr("Proposed by %1, %2. ").arg(text(found.proposerName), momentWords(found.proposal->at, now)),
                       Color::ink, 600},
                      {text(found.proposal->reason), Color::ink2}}});
    m_withdraw->setVisible(m_desk.may(app::Action::proposeDisposal));
    if (found.mine || found.changed) {
        m_problem->setText(found.mine ? ownProblem() : changedProblem());
        return m_problem->show();
    }
    m_expected = found.personName.empty() ? shortNumber(found.proposal->person) : text(found.personName);
    m_typed = new QLineEdit;
    m_typed->setObjectName(QStringLiteral("disposalTyped"));
    m_typedField = new FieldBox{theme(),
                                found.personName.empty() ? tr("Type %1, the end of the record's number").arg(m_expected)
                                                         : tr("Type the name of the person, %1").arg(m_expected),
                                m_typed, tr("So that no slip of the hand lets a record go")};
    connect(m_typed, &QLineEdit::textEdited, this, [this] {
        m_done->setEnabled(m_typed->text().simplified().compare(m_expected.simplified(), Qt::CaseInsensitive) == 0);
    });
    m_column->addWidget(m_typedField);
    m_typed->setFocus();
}

template <class Answer, class Work, class Say>
void DisposalSheet::decide(Work work, Say say)
{
    m_problem->hide();
    m_done->setBusy(true);
    m_desk.ask(this, std::move(work), [this, say](const Result<Answer>& answer) {
        m_done->setBusy(false);
        if (!answer)
            return explain(answer.error());
        setUnsaved(false);
        emit decided(say(*answer));
        accept();
    });
}

void DisposalSheet::propose()
{
    m_reasonField->setError({});
    const app::DisposalInput input{m_person, m_reason->toPlainText().trimmed().toStdString(), m_command};
    decide<DisposalId>(
        [input](UseCases& use, const app::Session& session) { return use.disposals.propose(session, input); },
        [](const DisposalId&) { return tr("Proposed. Somebody else has to confirm it."); });
}

void DisposalSheet::confirm()
{
    decide<app::DisposalOutcome>(
        [id = m_disposal, command = m_command](UseCases& use, const app::Session& session) {
            return use.disposals.confirm(session, id, command);
        },
        [](const app::DisposalOutcome& gone) {
            return gone.cleared
                       ? tr("The record is gone.")
                       : tr("The record is gone. Traces may stay in unused parts of the store's files until they "
                            "are used again.");
        });
}

void DisposalSheet::withdraw()
{
    decide<Done>(
        [id = m_disposal, command = m_command](UseCases& use, const app::Session& session) {
            return use.disposals.withdraw(session, id, command);
        },
        [](const Done&) { return tr("Withdrawn. The record stays."); });
}

void DisposalSheet::explain(const Error& error)
{
    if (error.where == "reason" && m_reasonField != nullptr) {
        m_reasonField->setError(tr("Write why, in a sentence of at most 1,000 letters"));
        return m_reason->setFocus();
    }
    m_problem->setText(disposalProblem(error));
    m_problem->show();
}

}  // namespace holdfast::ui
