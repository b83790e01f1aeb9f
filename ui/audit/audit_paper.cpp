#include "audit/audit_paper.h"

#include "audit/audit_model.h"
#include "domain/calendar.h"
#include "words/audit_words.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

using letters::BlockStyle;
using letters::Document;

struct AuditPaper {
    Q_DECLARE_TR_FUNCTIONS(AuditPaper)
};

/// Paper is kept: its dates have their year.
QString moment(Instant at)
{
    return AuditPaper::tr("%1, %2").arg(birthDateWords(londonDate(at)), timeWords(at));
}

QString days(const app::AuditQuestion& question)
{
    if (question.from && question.to)
        return AuditPaper::tr("From %1 to %2.").arg(birthDateWords(*question.from), birthDateWords(*question.to));
    if (question.from)
        return AuditPaper::tr("From %1 on.").arg(birthDateWords(*question.from));
    return question.to ? AuditPaper::tr("Until %1.").arg(birthDateWords(*question.to)) : AuditPaper::tr("All days.");
}

}  // namespace

Document auditDocument(const app::AuditPage& lines, const app::AuditQuestion& question, Instant now)
{
    Document document;
    document.title = AuditPaper::tr("Audit").toStdString();
    document.letterhead = false;
    document.add(BlockStyle::title, AuditPaper::tr("Who has seen and done what").toStdString());
    document.paragraph(
        AuditPaper::tr("%1 %2 entries, newest first. Printed %3. It names people: keep it as safely as the record.")
            .arg(days(question))
            .arg(lines.rows.size())
            .arg(moment(now))
            .toStdString());
    std::vector<std::vector<std::string>> rows{
        {AuditPaper::tr("When").toStdString(), AuditPaper::tr("Who").toStdString(),
         AuditPaper::tr("What").toStdString(), AuditPaper::tr("Person").toStdString(),
         AuditPaper::tr("More").toStdString()}};
    for (const app::AuditLine& line : lines.rows)
        rows.push_back({moment(line.at).toStdString(), whoWords(line).toStdString(), doneWords(line).toStdString(),
                        line.personName, moreWords(line).toStdString()});
    document.table(std::move(rows));
    return document;
}

QString whoWords(const app::LookedLine& line)
{
    return line.workerName.empty() ? AuditPaper::tr("Holdfast, the program") : text(line.workerName);
}

QString roleWords(const app::LookedLine& line)
{
    if (!line.role)
        return {};
    const QString role = words(*line.role);
    return line.serviceName.empty() ? role : AuditPaper::tr("%1, %2").arg(role, text(line.serviceName));
}

QString lookedWords(const app::LookedLine& line)
{
    QStringList parts;
    if (line.looked > 0)
        parts.append(AuditPaper::tr("looked at the record"));
    if (line.changed > 0)
        parts.append(AuditPaper::tr("wrote in it"));
    if (line.takenOut > 0)
        parts.append(AuditPaper::tr("printed or copied from it"));
    if (line.emergencies > 0)
        parts.append(AuditPaper::tr("opened it in an emergency"));
    if (line.refused > 0)
        parts.append(AuditPaper::tr("tried something they were not allowed"));
    return capitalised(parts.join(AuditPaper::tr(", ")));
}

Document whoLookedDocument(const app::WhoLooked& answer, Instant now)
{
    Document document;
    document.title = AuditPaper::tr("Who has looked at my record").toStdString();
    document.letterhead = true;
    document.add(BlockStyle::title, AuditPaper::tr("Who has looked at my record").toStdString());
    const std::string name = displayName(answer.person);
    QString about = AuditPaper::tr("This is for %1. It was made on %2.").arg(text(name), moment(now));
    if (answer.since)
        about += AuditPaper::tr(" It goes back to %1.").arg(birthDateWords(*answer.since));
    document.paragraph(about.toStdString());
    document.paragraph(
        AuditPaper::tr(
            "For each day it says who opened your record, what their job is, and what sort of thing they did. "
            "People who work with you look at it to help you. If you do not know why somebody looked, ask us: "
            "we will find out and tell you.")
            .toStdString());
    std::vector<std::vector<std::string>> rows{
        {AuditPaper::tr("Day").toStdString(), AuditPaper::tr("Who").toStdString(),
         AuditPaper::tr("Their job").toStdString(), AuditPaper::tr("What they did").toStdString()}};
    for (const app::LookedLine& line : answer.lines)
        rows.push_back({birthDateWords(line.day).toStdString(), whoWords(line).toStdString(),
                        roleWords(line).toStdString(), lookedWords(line).toStdString()});
    document.table(std::move(rows));
    document.add(
        BlockStyle::note,
        AuditPaper::tr("Lists and counts that show many people at once are not in here, nor what a service wrote "
                       "in its own systems. Jobs are as they are today.")
            .toStdString());
    return document;
}

}  // namespace holdfast::ui
