// Keeping what is typed into a plan, agreeing it, and what becomes of it when that cannot be done.
#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/difference_sheet.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "drafts/parting.h"
#include "drafts/versions_sheet.h"
#include "plans/plan_editor.h"
#include "plans/plan_lines_edit.h"
#include "plans/plan_words.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "words/codes.h"
#include "words/known_names.h"

#include <QScrollArea>
#include <QStringList>

namespace holdfast::ui {

void PlanEditor::startKeeper(const app::PlanDraft& draft)
{
    m_keeper = std::make_unique<PlanKeeper>(
        [this, person = m_writing.person](const app::PlanDraft& changed, const PlanKeeper::Answer& answer) {
            m_desk.keep(
                [person, changed](UseCases& use, const app::Session& session) {
                    return use.plans.saveDraft(session, person, changed);
                },
                answer);
        });
    const std::string kind = kindOfDraft();
    m_keeper->setHere(
        [this, person = m_writing.person](const app::PlanDraft& changed, const auto& answer) {
            m_desk.keepHere(app::Plans::textOf(person, changed), answer);
        },
        [this, person = m_writing.person, kind] { m_desk.forgetHere(kind, person); });
    connect(m_keeper.get(), &PlanKeeper::failed, this, &PlanEditor::failed);
    connect(m_keeper.get(), &PlanKeeper::conflicted, this, [this] {
        failed({ErrorCode::conflict, "version", {}});
        chooseText();
    });
    connect(m_keeper.get(), &PlanKeeper::settled, this, [this] {
        if (m_agreeing)
            agreeNow();
    });
    m_kept->follow(*m_keeper);
    m_keeper->start(draft);
}

/// In the store it is no longer being written: nothing of it is cut off.
void PlanEditor::letGo()
{
    endWriting(m_desk, m_writing.person, kindOfDraft());
}

void PlanEditor::pause()
{
    if (!m_keeper)
        return;
    m_keeper->flush();
    letGo();
}

void PlanEditor::leave()
{
    if (!m_keeper)
        return;
    ++m_generation;
    m_offer->close();
    saveApart(std::move(m_keeper), *this);
    letGo();
    m_agreeing = false;
}

/// The draft as the store has it, as long as this one is still open.
void PlanEditor::askDraft(std::function<void(const Result<app::PlanDraft>&)> take)
{
    m_desk.ask(
        this,
        [person = m_writing.person, first = m_writing.draft.content](UseCases& use, const app::Session& session) {
            return use.plans.begin(session, person, first);
        },
        [this, generation = m_generation, take = std::move(take)](const Result<app::PlanDraft>& draft) {
            if (generation == m_generation && m_keeper)
                take(draft);
        });
}

void PlanEditor::take(const app::PlanDraft& draft)
{
    m_trouble->hide();
    m_writing.draft = draft;
    fill(draft.content);
    m_keeper->start(draft);
}

/// The draft in the store is another one than the one on the screen.
void PlanEditor::reread()
{
    askDraft([this](const Result<app::PlanDraft>& draft) {
        if (!draft)
            return failed(draft.error());
        take(*draft);
    });
}

/// Marks what is wrong and goes there.
void PlanEditor::showFault(const Error& error)
{
    const QString said = planErrorWords(error);
    const QStringList where = text(error.where).split(u'/');
    const auto at = [&](FieldBox* box) {
        box->setError(said);
        box->editor()->setFocus();
        m_scroll->ensureWidgetVisible(box);
    };
    if (where.front() == QStringLiteral("lines") && where.size() == 3)
        return m_lines->setError(static_cast<std::size_t>(where[1].toUInt()), where[2], said);
    if (where.front() == QStringLiteral("answers"))
        for (const Section& section : m_answers)
            if (where.size() == 2 && text(section.code) == where[1])
                return at(section.box);
    if (where.front() == QStringLiteral("review_on"))
        return at(m_reviewBox);
    if (where.front() == QStringLiteral("until"))
        return at(m_untilBox);
    if (where.front() == QStringLiteral("copies_to"))
        return at(m_copiesBox);
    if (where.front() == QStringLiteral("accord"))
        return at(m_accordBox);
    if (where.front() == QStringLiteral("persons_view"))
        return at(m_viewBox);
    failed(error);
}

/// Theirs beside mine, word by word. Whatever is chosen, the other stays under Earlier versions.
void PlanEditor::chooseText()
{
    askDraft([this](const Result<app::PlanDraft>& theirs) {
        if (!m_keeper->isInConflict())
            return;
        if (!theirs)
            return failed(theirs.error());
        const app::NameBook names = withWorkers(m_writing.names, m_writing.workers);
        auto* sheet = new DifferenceSheet{m_theme,
                                          tr("A colleague saved first"),
                                          tr("Struck through: only in theirs. Underlined: only in yours. Both stay "
                                             "under Earlier versions."),
                                          passagesOf(theirs->content, names),
                                          passagesOf(content(), names),
                                          *window()};
        sheet->setObjectName(QStringLiteral("planConflict"));
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->addChoice(tr("Leave theirs"), false, [this, theirs = *theirs] { take(theirs); });
        sheet->addChoice(tr("Put mine in"), true, [this, version = theirs->version] {
            m_trouble->hide();
            m_keeper->settle(version, content());
        });
        sheet->open();
    });
}

bool PlanEditor::isComplete()
{
    for (const Section& section : m_answers)
        section.box->setError({});
    for (FieldBox* box : {m_reviewBox, m_untilBox, m_copiesBox, m_accordBox, m_viewBox})
        box->setError({});
    m_lines->clearErrors();
    const auto checked = checkPlan(content(), londonDate(m_desk.clock().now()));
    if (!checked)
        showFault(checked.error());
    return checked.has_value();
}

void PlanEditor::agree()
{
    if (!m_keeper || m_agreeing || m_keeper->isInConflict() || !isComplete())
        return;
    if (m_command.empty())
        m_command = m_desk.newCommand();
    m_agreeing = true;
    m_agree->setBusy(true);
    m_trouble->hide();
    // The store agrees what it holds: first everything typed goes there.
    m_keeper->touch(content());
    m_keeper->flush();
}

void PlanEditor::agreeNow()
{
    const app::AgreePlanInput input{m_writing.person, kind(), m_keeper->version(), m_command};
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.plans.agree(session, input); },
        [this, generation = m_generation](const Result<PlanId>& plan) {
            if (generation != m_generation)
                return;
            m_agreeing = false;
            m_agree->setBusy(false);
            if (!plan)
                return plan.error().code == ErrorCode::invalid ? showFault(plan.error()) : failed(plan.error());
            m_command = {};
            m_keeper->stop();
            m_keeper.reset();
            emit agreed(kind());
        });
}

void PlanEditor::failed(const Error& error)
{
    m_agreeing = false;
    m_agree->setBusy(false);
    m_trouble->setText(planErrorWords(error));
    const bool overtaken = error.code == ErrorCode::conflict && m_keeper && m_keeper->isInConflict();
    m_trouble->setAction(overtaken ? tr("See what differs") : QString{});
    m_trouble->show();
    m_scroll->ensureWidgetVisible(m_trouble);
}

void PlanEditor::discard()
{
    confirmSheet(m_theme, *window(), tr("Discard this draft?"),
                 tr("Both services write in it. What was agreed before stays as it is, and what was typed stays under "
                    "Earlier versions for 30 days."),
                 tr("Discard"), tr("Keep it"), [this] {
                     if (!m_keeper)
                         return;
                     m_keeper->flush();
                     m_desk.ask(
                         this,
                         [person = m_writing.person, first = content()](UseCases& use,
                                                                        const app::Session& session) -> Result<Done> {
                             auto draft = use.plans.begin(session, person, first);
                             if (!draft)
                                 return std::move(draft).error();
                             return use.plans.discard(session, person, first.kind, draft->version);
                         },
                         [this, generation = m_generation](const Result<Done>& gone) {
                             if (generation != m_generation || !m_keeper)
                                 return;
                             if (!gone)
                                 return failed(gone.error());
                             m_keeper->stop();
                             m_keeper.reset();
                             emit discarded();
                         });
                 });
}

void PlanEditor::openVersions()
{
    if (!m_keeper)
        return;
    m_keeper->flush();
    auto* sheet = new VersionsSheet{m_theme, m_desk, m_writing.person, kindOfDraft(), *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &VersionsSheet::putBack, this, &PlanEditor::reread);
    sheet->open();
}

void PlanEditor::showChanges()
{
    if (!m_writing.standing)
        return;
    const app::NameBook names = withWorkers(m_writing.names, m_writing.workers);
    auto* sheet = new DifferenceSheet{
        m_theme,
        tr("What changes"),
        tr("Struck through: in version %1 only. Underlined: new here.").arg(m_writing.standing->number),
        passagesOf(m_writing.standing->content, names),
        passagesOf(content(), names),
        *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

}  // namespace holdfast::ui
