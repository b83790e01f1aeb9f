#include "retention/retention_paper.h"

#include "domain/calendar.h"
#include "retention/retention_words.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

using letters::BlockStyle;
using letters::Document;

struct RetentionPaper {
    Q_DECLARE_TR_FUNCTIONS(RetentionPaper)
};

/// "Kept until 3 May 2031", "Due"
QString stateWords(const app::RetentionLine& line, bool suspended, Date today)
{
    if (line.keep)
        return RetentionPaper::tr("Kept until %1").arg(birthDateWords(*line.keep->until));
    if (line.review.isDueOn(today))
        return suspended ? RetentionPaper::tr("Due, all suspended") : RetentionPaper::tr("Due");
    return RetentionPaper::tr("Due %1").arg(line.review.due ? birthDateWords(*line.review.due)
                                                            : RetentionPaper::tr("later"));
}

}  // namespace

QStringList retentionHeads()
{
    return {RetentionPaper::tr("Person"), RetentionPaper::tr("NHS number"), RetentionPaper::tr("Last contact"),
            RetentionPaper::tr("Kept until, and why"), RetentionPaper::tr("State")};
}

QStringList retentionCells(const app::RetentionLine& line, bool suspended, Date today)
{
    return {text(line.name), text(line.nhsNumber),
            line.lastContact ? birthDateWords(*line.lastContact) : RetentionPaper::tr("not known"),
            line.review.reasons.empty() ? RetentionPaper::tr("A need is open") : keptWords(line.review.reasons.front()),
            stateWords(line, suspended, today)};
}

Document retentionDocument(const app::RetentionList& list, const QString& shown, Instant now)
{
    const Date today = londonDate(now);
    const QString records =
        counted(static_cast<int>(list.lines.size()), RetentionPaper::tr("1 record"), RetentionPaper::tr("%1 records"));
    Document document;
    document.title = RetentionPaper::tr("Retention").toStdString();
    document.letterhead = false;
    document.add(BlockStyle::title, RetentionPaper::tr("How long records are kept").toStdString());
    document.paragraph(RetentionPaper::tr("%1: %2. Printed %3, %4. It names people: keep it as safely as the records. "
                                          "None goes by itself.")
                           .arg(shown, records, birthDateWords(today), timeWords(now))
                           .toStdString());
    if (list.everything)
        document.paragraph(RetentionPaper::tr("No record may go now. %1")
                               .arg(keepWords(*list.everything, text(list.suspendedBy)))
                               .toStdString());
    std::vector<std::vector<std::string>> rows{strings(retentionHeads())};
    for (const app::RetentionLine& line : list.lines)
        rows.push_back(strings(retentionCells(line, list.everything.has_value(), today)));
    document.table(std::move(rows));
    return document;
}

}  // namespace holdfast::ui
