#include "domain/meeting.h"

#include "base/text.h"

#include <algorithm>

namespace holdfast {
namespace {

Error invalid(std::string where, const char* detail)
{
    return {ErrorCode::invalid, std::move(where), detail};
}

bool fits(const std::string& text, std::size_t longest)
{
    return text.size() <= longest && isValidUtf8(text);
}

Result<Done> checkActions(const std::vector<MeetingAction>& actions, Date today)
{
    if (actions.size() > mostMeetingActions)
        return invalid("actions", "expected at most 20");
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const std::string where = "actions/" + std::to_string(i) + '/';
        if (isBlank(actions[i].what) || !fits(actions[i].what, longestMeetingLine))
            return invalid(where + "what", "empty");
        if (actions[i].owner.empty())
            return invalid(where + "owner", "empty");
        if (!actions[i].due)
            return invalid(where + "due", "empty");
        if (*actions[i].due < today)
            return invalid(where + "due", "past");
    }
    return Done{};
}

Result<Done> checkDissents(const std::vector<Dissent>& dissents)
{
    for (std::size_t i = 0; i < dissents.size(); ++i) {
        const std::string where = "dissents/" + std::to_string(i) + '/';
        if (isBlank(dissents[i].who) || !fits(dissents[i].who, longestMeetingLine))
            return invalid(where + "who", "empty");
        if (isBlank(dissents[i].words) || !fits(dissents[i].words, longestMeetingText))
            return invalid(where + "words", "empty");
    }
    return Done{};
}

}  // namespace

bool bothPresent(const Meeting& meeting)
{
    const auto present = [&](MeetingSide side) {
        return std::ranges::any_of(meeting.attendees, [&](const Attendee& each) {
            return each.side == side && each.presence != Presence::away;
        });
    };
    return present(MeetingSide::mentalHealth) && present(MeetingSide::substanceUse);
}

bool isOff(const AgendaItem& item)
{
    return !item.whyOff.empty();
}

std::vector<Instant> agendaTimes(const Meeting& meeting)
{
    std::vector<Instant> times;
    Instant at = meeting.startsAt;
    for (const AgendaItem& item : meeting.items) {
        times.push_back(at);
        if (!isOff(item))
            at += std::chrono::minutes{item.minutes};
    }
    return times;
}

Result<Done> checkMeeting(const Meeting& meeting)
{
    if (!fits(meeting.place, longestMeetingLine))
        return invalid("place", "too_long");
    if (meeting.items.size() > mostAgendaItems)
        return invalid("items", "expected at most 60 people");
    if (meeting.attendees.size() > mostAttendees)
        return invalid("attendees", "expected at most 80");
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const AgendaItem& item = meeting.items[i];
        const std::string where = "items/" + std::to_string(i) + '/';
        if (item.person.empty() || item.minutes < 1 || item.minutes > 120)
            return invalid(where + "minutes", "expected 1 to 120");
        if (!fits(item.whyAdded, longestMeetingLine) || (item.reasons.empty() && isBlank(item.whyAdded)))
            return invalid(where + "why_added", "empty");
        if (!fits(item.whyOff, longestMeetingLine) || (!item.whyOff.empty() && isBlank(item.whyOff)))
            return invalid(where + "why_off", "empty");
    }
    for (std::size_t i = 0; i < meeting.attendees.size(); ++i) {
        const Attendee& each = meeting.attendees[i];
        if ((each.worker.empty() && isBlank(each.name)) || !fits(each.name, longestMeetingLine) ||
            !fits(each.about, longestMeetingLine))
            return invalid("attendees/" + std::to_string(i) + "/name", "empty");
    }
    return Done{};
}

Result<Done> checkOutcome(const MeetingOutcome& outcome, Date today)
{
    if (isBlank(outcome.question) || !fits(outcome.question, longestMeetingText))
        return invalid("question", "empty");
    if (isBlank(outcome.personsView) || !fits(outcome.personsView, longestMeetingText))
        return invalid("persons_view", "empty");
    if (!outcome.decision)
        return invalid("decision", "empty");
    const bool decided = *outcome.decision != MeetingDecision::notDecided;
    if (decided && outcome.lead.empty())
        return invalid("lead", "empty");
    if (!outcome.deputy.empty() && outcome.deputy == outcome.lead)
        return invalid("deputy", "same");
    if (!outcome.reviewOn)
        return invalid("review_on", "empty");
    if (*outcome.reviewOn <= today)
        return invalid("review_on", "past");
    if (isBlank(outcome.plainWords) || !fits(outcome.plainWords, longestMeetingText))
        return invalid("plain_words", "empty");
    if (auto actions = checkActions(outcome.actions, today); !actions)
        return actions;
    if (auto dissents = checkDissents(outcome.dissents); !dissents)
        return dissents;
    if (outcome.teller.empty())
        return invalid("teller", "empty");
    if (!outcome.tellingHow)
        return invalid("telling_how", "empty");
    if (!outcome.tellBy)
        return invalid("tell_by", "empty");
    if (*outcome.tellBy < today)
        return invalid("tell_by", "past");
    return Done{};
}

}  // namespace holdfast
