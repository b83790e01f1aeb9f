// What leaves the retention page: as CSV, on paper.
#include "app/retention_csv.h"
#include "async/desk.h"
#include "letters/letter_output.h"
#include "print/letter_paper.h"
#include "retention/retention_page.h"
#include "retention/retention_paper.h"
#include "widgets/report_widgets.h"
#include "words/codes.h"

namespace holdfast::ui {
namespace {

constexpr std::size_t mostOnPaper = 2000;

}  // namespace

/// The whole list, not what of it is on the screen.
template <class Use>
void RetentionPage::askForWhole(Use use)
{
    m_desk.ask(
        this,
        [question = m_question](UseCases& cases, const app::Session& session) {
            return cases.retention.whole(session, question);
        },
        [this, use = std::move(use)](const Result<app::RetentionList>& list) {
            if (list)
                use(*list);
            else
                emit failed(words(list.error()));
        });
}

void RetentionPage::saveCsv()
{
    askForWhole([this](const app::RetentionList& list) {
        saveFile(*window(), m_desk, QStringLiteral("retention.csv"), QByteArray::fromStdString(app::retentionCsv(list)),
                 [this](const QString& wrong) {
                     if (wrong.isEmpty())
                         emit done(tr("Saved. Keep the file as safely as the store."));
                     else
                         emit failed(wrong);
                 });
    });
}

void RetentionPage::print()
{
    askForWhole([this](const app::RetentionList& list) {
        if (list.lines.size() > mostOnPaper)
            return emit failed(tr("These are more than 2,000 records. Save them as CSV instead."));
        const auto paper = retentionDocument(list, m_filter->value(), m_desk.clock().now());
        printPdf(*window(), pdfOf(paper, {}), [this](int pages) {
            if (pages > 0)
                emit done(printedWords(pages));
            else
                emit failed(tr("The printer could not begin."));
        });
    });
}

}  // namespace holdfast::ui
