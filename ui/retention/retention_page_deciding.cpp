// What a supervisor decides on the page, each in a sheet of its own.
#include "async/desk.h"
#include "domain/calendar.h"
#include "retention/disposal_sheet.h"
#include "retention/reason_sheet.h"
#include "retention/retention_page.h"
#include "retention/retention_words.h"
#include "words/codes.h"
#include "words/dates.h"

namespace holdfast::ui {
namespace {

constexpr int monthsKept = 60;

}  // namespace

/// Runs what the sheet decides; the sheet stays when it was refused.
template <class Answer, class Work>
void RetentionPage::decide(ReasonSheet* sheet, const QString& said, Work work)
{
    m_desk.ask(sheet, std::move(work), [this, sheet, said](const Result<Answer>& decided) {
        if (!decided)
            return sheet->explain(decided.error(), retentionProblem(decided.error()));
        sheet->finish();
        emit done(said);
        refresh();
    });
}

void RetentionPage::keepLonger()
{
    const app::RetentionLine* line = selected();
    if (line == nullptr)
        return;
    const Date today = londonDate(m_desk.clock().now());
    auto* sheet =
        new ReasonSheet{m_theme,
                        {tr("Keep a record longer"), text(line->name),
                         tr("For an inquiry, a complaint, a claim, or because the person asked. Nobody can dispose "
                            "of it until that day."),
                         tr("Kept with the decision, and in the audit"), tr("Keep longer"), QStringLiteral("clock")},
                        today,
                        addMonths(today, monthsKept),
                        *window()};
    connect(sheet, &ReasonSheet::decided, this,
            [this, sheet, person = line->person, command = m_desk.newCommand()](const std::string& reason,
                                                                                const std::optional<Date>& until) {
                decide<RetentionKeep>(
                    sheet, tr("It is kept until %1.").arg(birthDateWords(*until)),
                    [input = app::KeepInput{person, *until, reason, command}](
                        UseCases& use, const app::Session& session) { return use.retention.keep(session, input); });
            });
    sheet->open();
}

void RetentionPage::proposeDisposal()
{
    if (const app::RetentionLine* line = selected())
        openDisposal(new DisposalSheet{m_theme, m_desk, line->person, *window()});
}

void RetentionPage::openDisposal(DisposalSheet* sheet)
{
    connect(sheet, &DisposalSheet::decided, this, [this](const QString& said) {
        emit done(said);
        refresh();
    });
    sheet->open();
}

void RetentionPage::liftSelected()
{
    if (const app::RetentionLine* line = selected(); line != nullptr && line->keep)
        lift(*line->keep, text(line->name));
}

void RetentionPage::suspendOrLift()
{
    if (m_everything)
        return lift(*m_everything, {});
    auto* sheet =
        new ReasonSheet{m_theme,
                        {tr("Suspend all disposal"),
                         {},
                         tr("When a public inquiry or a court asks that nothing is destroyed. No record can go "
                            "until somebody allows it again; everything else goes on."),
                         tr("Everybody who looks at this page reads it"),
                         tr("Suspend"),
                         QStringLiteral("lock")},
                        londonDate(m_desk.clock().now()),
                        {},
                        *window()};
    connect(sheet, &ReasonSheet::decided, this,
            [this, sheet, command = m_desk.newCommand()](const std::string& reason, const std::optional<Date>&) {
                decide<RetentionKeep>(sheet, tr("No record may go until this is lifted."),
                                      [reason, command](UseCases& use, const app::Session& session) {
                                          return use.retention.suspendAll(session, reason, command);
                                      });
            });
    sheet->open();
}

void RetentionPage::lift(const RetentionKeep& keep, const QString& about)
{
    const bool everything = keep.person.empty();
    auto* sheet = new ReasonSheet{
        m_theme,
        {everything ? tr("Allow disposal again") : tr("Keep a record no longer"), about,
         everything ? tr("Records whose time is over may be proposed for disposal again. None goes by itself.")
                    : tr("The rules decide again how long it is kept. It does not go by itself."),
         tr("Kept with the decision, and in the audit"), everything ? tr("Allow again") : tr("Keep no longer"),
         QStringLiteral("undo")},
        londonDate(m_desk.clock().now()),
        {},
        *window()};
    connect(sheet, &ReasonSheet::decided, this,
            [this, sheet, everything, id = keep.id, command = m_desk.newCommand()](const std::string& reason,
                                                                                   const std::optional<Date>&) {
                decide<Done>(sheet, everything ? tr("Disposal is allowed again.") : tr("It is kept no longer."),
                             [id, reason, command](UseCases& use, const app::Session& session) {
                                 return use.retention.lift(session, id, reason, command);
                             });
            });
    sheet->open();
}

}  // namespace holdfast::ui
