// What the tab of plans does: writing, marking what is done, showing what changed, and taking a plan out on paper.
#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/difference_sheet.h"
#include "letters/letter_output.h"
#include "person/person_view.h"
#include "plans/plan_editor.h"
#include "plans/plan_paper.h"
#include "plans/plan_words.h"
#include "plans/plans_tab.h"
#include "print/letter_paper.h"
#include "words/codes.h"

#include <QStackedWidget>

#include <algorithm>

namespace holdfast::ui {

/// What a plan of that kind begins with when there is none.
PlanContent PlansTab::firstContent() const
{
    PlanContent content;
    content.kind = m_kind;
    if (m_kind != PlanKind::aftercare)
        return content;
    const auto dates = keepInTouchDates(londonDate(m_desk.clock().now()));
    content.until = dates.back();
    for (const Date day : dates) {
        PlanLine line;
        line.id = m_desk.newCommand().str();
        line.what = tr("Get in touch with %1 and ask how things are").arg(firstName(m_file->person)).toStdString();
        line.worker = m_desk.session().worker.id;
        line.due = day;
        content.lines.push_back(std::move(line));
    }
    return content;
}

void PlansTab::write()
{
    if (!m_file || !m_desk.may(app::Action::writePlan))
        return;
    m_desk.ask(
        this,
        [person = m_file->person.id, first = firstContent()](UseCases& use, const app::Session& session) {
            return use.plans.begin(session, person, first);
        },
        [this, generation = m_generation](const Result<app::PlanDraft>& draft) {
            if (generation != m_generation)
                return;
            if (!draft)
                return emit failed(planErrorWords(draft.error()));
            open(*draft);
        });
}

void PlansTab::open(const app::PlanDraft& draft)
{
    PlanWriting writing;
    writing.person = m_file->person.id;
    writing.calledName = firstName(m_file->person);
    writing.draft = draft;
    if (const Plan* standing = m_list->current(m_kind))
        writing.standing = *standing;
    writing.workers = m_list->workers;
    writing.names = m_list->names;
    m_stack->setCurrentWidget(m_editor);
    m_editor->open(writing);
    arrange(m_class);
}

void PlansTab::mark(const std::string& line, bool done)
{
    if (!m_file)
        return;
    m_desk.ask(
        this,
        [person = m_file->person.id, line, done](UseCases& use, const app::Session& session) {
            return use.plans.mark(session, person, line, done);
        },
        [this, person = m_file->person.id, line, done](const Result<Done>& marked) {
            if (!marked) {
                render();
                return emit failed(planErrorWords(marked.error()));
            }
            emit changed();
            emit this->done(done ? tr("Done.") : tr("Marked as not done."), [this, person, line, done] {
                if (m_file && m_file->person.id == person)
                    mark(line, !done);
            });
        });
}

void PlansTab::showChanges(int older, int newer)
{
    const auto all = versions();
    const auto before = std::ranges::find(all, older, &Plan::number);
    const auto now = std::ranges::find(all, newer, &Plan::number);
    if (before == all.end() || now == all.end())
        return;
    auto* sheet = new DifferenceSheet{
        m_theme,
        tr("What changed in version %1").arg(newer),
        tr("Struck through: in version %1 only. Underlined: new in version %2.").arg(older).arg(newer),
        passagesOf(before->content, m_list->names),
        passagesOf(now->content, m_list->names),
        *window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void PlansTab::print(int number, bool toFile, bool large)
{
    struct Ready {
        app::PlanOnPaper plan;
        Letterhead head;
    };
    m_desk.ask(
        this,
        [person = m_file->person.id, kind = m_kind, number](UseCases& use,
                                                            const app::Session& session) -> Result<Ready> {
            auto paper = use.plans.onPaper(session, person, kind, number);
            if (!paper)
                return paper.error();
            auto head = use.letters.letterhead(session);
            if (!head)
                return head.error();
            return Ready{*std::move(paper), *std::move(head)};
        },
        [this, toFile, large](const Result<Ready>& ready) {
            if (!ready)
                return emit failed(planErrorWords(ready.error()));
            const QByteArray pdf = pdfOf(planDocument(ready->plan, large), ready->head);
            if (!toFile)
                return printPdf(*window(), pdf, [this](int pages) {
                    if (pages > 0)
                        emit done(printedWords(pages));
                    else
                        emit failed(tr("The printer could not begin. Save a PDF and print that."));
                });
            saveFile(*window(), m_desk, planFileName(ready->plan.plan.content.kind), pdf, [this](const QString& wrong) {
                if (wrong.isEmpty())
                    emit done(tr("Saved. Keep the file as safely as the store."));
                else
                    emit failed(wrong);
            });
        });
}

}  // namespace holdfast::ui
