#include "mdt/meeting_paper.h"

#include "domain/calendar.h"
#include "mdt/meeting_words.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>
#include <QStringList>

namespace holdfast::ui {
namespace {

using letters::BlockStyle;
using letters::Document;

QString tr(const char* text)
{
    return QCoreApplication::translate("MeetingPaper", text);
}

void addAttendance(Document& document, const app::MeetingMinutes& minutes)
{
    document.heading(tr("Present and apologies").toStdString());
    std::vector<std::vector<std::string>> rows{
        {tr("Who").toStdString(), tr("For").toStdString(), tr("Was").toStdString()}};
    for (const Attendee& each : minutes.meeting.attendees) {
        QString name = attendeeName(each, minutes.names);
        if (!each.about.empty())
            name += QStringLiteral(", ") + text(each.about);
        rows.push_back({name.toStdString(), words(each.side).toStdString(), words(each.presence).toStdString()});
    }
    document.table(std::move(rows));
    document.paragraph((bothPresent(minutes.meeting)
                            ? tr("Both services were present: what was decided stands.")
                            : tr("One service was missing: what is below is kept as not decided."))
                           .toStdString());
}

void addActions(Document& document, const MeetingOutcome& outcome, const app::NameBook& names)
{
    if (outcome.actions.empty())
        return;
    std::vector<std::vector<std::string>> rows{
        {tr("What").toStdString(), tr("Owner").toStdString(), tr("By").toStdString()}};
    for (const MeetingAction& action : outcome.actions)
        rows.push_back({action.what, workerName(action.owner, names).toStdString(),
                        birthDateWords(action.due.value_or(Date{})).toStdString()});
    document.table(std::move(rows));
}

void addPerson(Document& document, const app::AgendaLine& line, const app::NameBook& names)
{
    document.heading(text(line.name).toStdString());
    document.add(BlockStyle::note,
                 tr("On the agenda because: %1").arg(sentence(reasonsWords(line.item))).toStdString());
    if (isOff(line.item)) {
        document.paragraph(tr("Taken off the agenda: %1").arg(sentence(text(line.item.whyOff))).toStdString());
        return;
    }
    if (!line.record) {
        document.paragraph(tr("Nothing is recorded yet.").toStdString());
        return;
    }
    const MeetingOutcome& outcome = line.record->outcome;
    if (line.record->state == MeetingState::notDecided)
        document.add(BlockStyle::paragraph, std::vector<letters::Run>{{tr("Not decided.").toStdString(), true}});
    for (const app::Passage& passage : passagesOf(outcome, names)) {
        if (outcome.actions.empty() || text(passage.field) != QCoreApplication::translate("MeetingWords", "Actions")) {
            document.add(BlockStyle::paragraph,
                         std::vector<letters::Run>{{passage.field + ": ", true}, {passage.text, false}});
            continue;
        }
        addActions(document, outcome, names);
    }
    QStringList present;
    for (const std::string& name : line.record->present)
        present << text(name);
    document.add(BlockStyle::note, tr("Present for this: %1.").arg(present.join(QStringLiteral(", "))).toStdString());
}

}  // namespace

Document minutesDocument(const app::MeetingMinutes& minutes, bool large)
{
    Document document;
    document.title = tr("Minutes").toStdString();
    document.variant = large ? letters::Variant::largePrint : letters::Variant::standard;
    document.add(BlockStyle::title, tr("Joint meeting (MDT)").toStdString());
    const Instant at = minutes.meeting.startsAt;
    QString when = tr("%1, %2").arg(birthDateWords(londonDate(at)), timeWords(at));
    if (!minutes.meeting.place.empty())
        when += QStringLiteral(". ") + text(minutes.meeting.place);
    document.paragraph(sentence(when).toStdString());
    document.paragraph(tr("Chair: %1.").arg(workerName(minutes.meeting.chair, minutes.names)).toStdString());
    if (!minutes.meeting.finishedAt)
        document.add(BlockStyle::note, tr("Draft: the meeting is not finished.").toStdString());
    addAttendance(document, minutes);
    for (const app::AgendaLine& line : minutes.lines)
        addPerson(document, line, minutes.names);
    return document;
}

}  // namespace holdfast::ui
