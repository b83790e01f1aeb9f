// What leaves the audit page: as CSV, on paper, as an anchor.
#include "async/desk.h"
#include "audit/audit_page.h"
#include "audit/audit_paper.h"
#include "letters/letter_output.h"
#include "print/letter_paper.h"
#include "words/codes.h"

namespace holdfast::ui {

void AuditPage::save(const QString& name, const QByteArray& bytes)
{
    saveFile(*window(), m_desk, name, bytes, [this](const QString& wrong) {
        if (wrong.isEmpty())
            emit done(tr("Saved. Keep the file as safely as the store."));
        else
            emit failed(wrong);
    });
}

void AuditPage::saveCsv()
{
    m_desk.ask(
        this,
        [question = m_question](UseCases& use, const app::Session& session) {
            return use.auditLog.csv(session, question);
        },
        [this](const Result<std::string>& csv) {
            if (csv)
                save(QStringLiteral("audit.csv"), QByteArray::fromStdString(*csv));
            else
                emit failed(words(csv.error()));
        });
}

void AuditPage::print()
{
    m_desk.ask(
        this,
        [question = m_question](UseCases& use, const app::Session& session) {
            return use.auditLog.forPaper(session, question);
        },
        [this, question = m_question](const Result<app::AuditPage>& lines) {
            if (!lines)
                return emit failed(
                    lines.error().code == ErrorCode::invalid
                        ? tr("These are more than 2,000 entries. Choose fewer days, or save them as CSV.")
                        : words(lines.error()));
            printPdf(*window(), pdfOf(auditDocument(*lines, question, m_desk.clock().now()), {}), [this](int pages) {
                if (pages > 0)
                    emit done(printedWords(pages));
                else
                    emit failed(tr("The printer could not begin."));
            });
        });
}

void AuditPage::saveAnchor()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.audit.anchor(session); },
        [this](const Result<std::string>& anchor) {
            if (anchor)
                save(QStringLiteral("audit-anchor.txt"), QByteArray::fromStdString(*anchor));
            else
                emit failed(words(anchor.error()));
        });
}

}  // namespace holdfast::ui
