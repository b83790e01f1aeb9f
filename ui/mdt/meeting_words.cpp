#include "mdt/meeting_words.h"

#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>
#include <QStringList>

namespace holdfast::ui {
namespace {

struct MeetingWords {
    Q_DECLARE_TR_FUNCTIONS(MeetingWords)
};

/// "actions/3/owner": number 4 and "owner".
QString actionFault(const QStringList& where, const std::string& detail)
{
    const int number = where[1].toInt() + 1;
    if (where[2] == QStringLiteral("owner"))
        return MeetingWords::tr("Action %1 needs an owner before you move on").arg(number);
    if (where[2] == QStringLiteral("due"))
        return detail == "past" ? MeetingWords::tr("Action %1: choose today or a later day").arg(number)
                                : MeetingWords::tr("Action %1 needs a day").arg(number);
    return MeetingWords::tr("Action %1: say what is to be done, or take it out").arg(number);
}

QString missingWords(const QString& where, const std::string& detail)
{
    if (where == QStringLiteral("question"))
        return MeetingWords::tr("Write the question for the meeting");
    if (where == QStringLiteral("persons_view"))
        return MeetingWords::tr("Write what the person says, or that they could not be asked");
    if (where == QStringLiteral("decision"))
        return MeetingWords::tr("Choose the decision");
    if (where == QStringLiteral("lead"))
        return MeetingWords::tr("Name the lead: a person, not a team");
    if (where == QStringLiteral("deputy"))
        return MeetingWords::tr("Choose somebody else to cover");
    if (where == QStringLiteral("review_on"))
        return detail == "past" ? MeetingWords::tr("Choose a review day after today")
                                : MeetingWords::tr("Enter the review date");
    if (where == QStringLiteral("plain_words"))
        return MeetingWords::tr("Say it in plain words");
    if (where == QStringLiteral("teller"))
        return MeetingWords::tr("Name who tells the person");
    if (where == QStringLiteral("telling_how"))
        return MeetingWords::tr("Choose how the person is told");
    if (where == QStringLiteral("tell_by"))
        return MeetingWords::tr("Enter by when the person is told: today or later");
    return {};
}

}  // namespace

QString words(AgendaReason reason)
{
    switch (reason) {
    case AgendaReason::safety: return MeetingWords::tr("Safety has to be seen to");
    case AgendaReason::passedAround: return MeetingWords::tr("Passed back and forth");
    case AgendaReason::refused: return MeetingWords::tr("A service said no");
    case AgendaReason::crisisDoor: return MeetingWords::tr("At a crisis door again");
    case AgendaReason::overdue: return MeetingWords::tr("A service has not answered");
    case AgendaReason::turning18: return MeetingWords::tr("Turns 18 soon");
    case AgendaReason::asked: return MeetingWords::tr("A seat was asked for");
    }
    return {};
}

QString reasonsWords(const AgendaItem& item)
{
    QStringList said;
    for (const AgendaReason reason : item.reasons)
        said << (said.isEmpty() ? words(reason) : words(reason).toLower());
    if (!item.whyAdded.empty())
        said << text(item.whyAdded);
    return said.join(QStringLiteral(", "));
}

QString words(MeetingDecision decision)
{
    switch (decision) {
    case MeetingDecision::mentalHealthLeads: return MeetingWords::tr("Keep the hold, MH leads");
    case MeetingDecision::substanceUseLeads: return MeetingWords::tr("Keep the hold, D&A leads");
    case MeetingDecision::changePlan: return MeetingWords::tr("Change the shared plan");
    case MeetingDecision::notDecided: return MeetingWords::tr("Not decided today");
    }
    return {};
}

QString words(Presence presence)
{
    switch (presence) {
    case Presence::here: return MeetingWords::tr("Here");
    case Presence::video: return MeetingWords::tr("Video");
    case Presence::away: return MeetingWords::tr("Away");
    }
    return {};
}

QString words(MeetingSide side)
{
    switch (side) {
    case MeetingSide::mentalHealth: return words(Need::mentalHealth);
    case MeetingSide::substanceUse: return words(Need::substanceUse);
    case MeetingSide::other: return MeetingWords::tr("Others");
    }
    return {};
}

QString words(TellingHow how)
{
    switch (how) {
    case TellingHow::call: return MeetingWords::tr("By phone");
    case TellingHow::visit: return MeetingWords::tr("At a visit");
    case TellingHow::letter: return MeetingWords::tr("By letter, in plain English");
    case TellingHow::carer: return MeetingWords::tr("With somebody close to them");
    }
    return {};
}

QString words(MeetingState state)
{
    switch (state) {
    case MeetingState::decided: return MeetingWords::tr("Decided");
    case MeetingState::notDecided: return MeetingWords::tr("Not decided");
    case MeetingState::takenBack: return MeetingWords::tr("Taken back");
    }
    return {};
}

QString questionFor(const AgendaItem& item, const QString& name)
{
    if (item.reasons.empty())
        return text(item.whyAdded);
    switch (item.reasons.front()) {
    case AgendaReason::safety: return MeetingWords::tr("What keeps %1 safe now, and who sees to it?").arg(name);
    case AgendaReason::passedAround:
        return MeetingWords::tr("Who leads, so that %1 is not sent back and forth again?").arg(name);
    case AgendaReason::refused:
        return MeetingWords::tr("Who leads while the two services disagree about %1?").arg(name);
    case AgendaReason::crisisDoor: return MeetingWords::tr("What would spare %1 the next crisis visit?").arg(name);
    case AgendaReason::overdue: return MeetingWords::tr("Who answers for the service that has not replied?");
    case AgendaReason::turning18: return MeetingWords::tr("Which adult services take over, and who there?");
    case AgendaReason::asked: return MeetingWords::tr("What does %1 need from both services?").arg(name);
    }
    return {};
}

QString tellingWords(const QString& name, TellingHow how)
{
    switch (how) {
    case TellingHow::call: return MeetingWords::tr("Ring %1 and say what was decided").arg(name);
    case TellingHow::visit: return MeetingWords::tr("Tell %1 at a visit what was decided").arg(name);
    case TellingHow::letter: return MeetingWords::tr("Write to %1 in plain English what was decided").arg(name);
    case TellingHow::carer: return MeetingWords::tr("Tell %1, with somebody close to them, what was decided").arg(name);
    }
    return {};
}

QString reviewWords(const QString& name)
{
    return MeetingWords::tr("See whether what the joint meeting decided helps %1").arg(name);
}

QString attendeeName(const Attendee& attendee, const app::NameBook& names)
{
    return attendee.worker.empty() ? text(attendee.name) : workerName(attendee.worker, names);
}

QString meetingErrorWords(const Error& error)
{
    const QString where = text(error.where);
    const QStringList parts = where.split(u'/');
    if (error.code == ErrorCode::conflict && where == QStringLiteral("meeting"))
        return MeetingWords::tr("Another meeting is on. Finish it first; press F5 to see it.");
    if (error.code == ErrorCode::conflict && where == QStringLiteral("finished"))
        return MeetingWords::tr("The meeting is finished. What you typed is kept; press F5.");
    if (error.code == ErrorCode::conflict)
        return MeetingWords::tr("A colleague saved first. Press F5: both texts are kept.");
    if (error.code != ErrorCode::invalid)
        return words(error);
    if (parts.front() == QStringLiteral("actions") && parts.size() == 3)
        return actionFault(parts, error.detail);
    if (parts.front() == QStringLiteral("dissents"))
        return MeetingWords::tr("Say who disagrees and what they say, or take it out");
    if (const QString missing = missingWords(where, error.detail); !missing.isEmpty())
        return missing;
    return words(error);
}

std::vector<app::Passage> passagesOf(const MeetingOutcome& outcome, const app::NameBook& names)
{
    std::vector<app::Passage> passages;
    const auto add = [&](const QString& field, const QString& said) {
        if (!said.isEmpty())
            passages.push_back({field.toStdString(), said.toStdString()});
    };
    const auto name = [&](const WorkerId& worker) { return worker.empty() ? QString{} : workerName(worker, names); };
    const auto day = [](const std::optional<Date>& date) { return date ? birthDateWords(*date) : QString{}; };
    add(MeetingWords::tr("Question for the meeting"), text(outcome.question));
    add(MeetingWords::tr("What the person says"), text(outcome.personsView));
    if (outcome.decision)
        add(MeetingWords::tr("Decision"), words(*outcome.decision));
    add(MeetingWords::tr("In plain words"), text(outcome.plainWords));
    add(MeetingWords::tr("Named lead"), name(outcome.lead));
    add(MeetingWords::tr("Who covers"), name(outcome.deputy));
    QStringList lines;
    for (const MeetingAction& action : outcome.actions)
        lines << MeetingWords::tr("%1: %2, by %3").arg(text(action.what), name(action.owner), day(action.due));
    add(MeetingWords::tr("Actions"), lines.join(u'\n'));
    lines.clear();
    for (const Dissent& dissent : outcome.dissents)
        lines << MeetingWords::tr("%1: %2").arg(text(dissent.who), text(dissent.words));
    add(MeetingWords::tr("Disagreement"), lines.join(u'\n'));
    if (outcome.tellingHow)
        add(MeetingWords::tr("Telling the person"),
            MeetingWords::tr("%1, %2, by %3")
                .arg(name(outcome.teller), words(*outcome.tellingHow).toLower(), day(outcome.tellBy)));
    add(MeetingWords::tr("Review on"), day(outcome.reviewOn));
    return passages;
}

}  // namespace holdfast::ui
