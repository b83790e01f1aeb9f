#include "exchange/meeting_json.h"

#include "exchange/json_input.h"
#include "exchange/json_output.h"

namespace holdfast::exchange {
namespace {

Attendee readAttendee(const JsonIn& in)
{
    in.allowOnly({"worker", "name", "about", "side", "presence"});
    Attendee attendee;
    if (const auto worker = in.find("worker"))
        attendee.worker = worker->id<WorkerId>();
    attendee.name = in.at("name").text(longestMeetingLine);
    attendee.about = in.at("about").text(longestMeetingLine);
    attendee.side = in.at("side").named<MeetingSide>();
    attendee.presence = in.at("presence").named<Presence>();
    return attendee;
}

AgendaItem readItem(const JsonIn& in)
{
    in.allowOnly({"person", "reasons", "minutes", "why_added", "why_off"});
    AgendaItem item;
    item.person = in.at("person").id<PersonId>();
    item.reasons = listOf(in.at("reasons"), [](const JsonIn& each) { return each.named<AgendaReason>(); });
    item.minutes = in.at("minutes").integer(1, 120);
    item.whyAdded = in.at("why_added").text(longestMeetingLine);
    item.whyOff = in.at("why_off").text(longestMeetingLine);
    return item;
}

struct Body {
    std::string place;
    std::vector<Attendee> attendees;
    std::vector<AgendaItem> items;
};

Body readBody(const JsonIn& in)
{
    in.allowOnly({"place", "attendees", "items"});
    return {in.at("place").text(longestMeetingLine), listOf(in.at("attendees"), readAttendee),
            listOf(in.at("items"), readItem)};
}

MeetingAction readAction(const JsonIn& in)
{
    in.allowOnly({"need", "what", "owner", "due"});
    MeetingAction action;
    action.need = in.at("need").named<NeedScope>();
    action.what = in.at("what").text(longestMeetingLine);
    if (const auto owner = in.find("owner"))
        action.owner = owner->id<WorkerId>();
    action.due = optionally(in, "due", [](const JsonIn& due) { return due.date(); });
    return action;
}

Dissent readDissent(const JsonIn& in)
{
    in.allowOnly({"who", "words"});
    return {in.at("who").text(longestMeetingLine), in.at("words").text(longestMeetingText)};
}

WorkerId workerIn(const JsonIn& in, std::string_view name)
{
    const auto worker = in.find(name);
    return worker ? worker->id<WorkerId>() : WorkerId{};
}

MeetingOutcome readOutcome(const JsonIn& in)
{
    in.allowOnly({"question", "persons_view", "decision", "lead", "deputy", "review_on", "plain_words", "actions",
                  "dissents", "teller", "telling_how", "tell_by"});
    MeetingOutcome outcome;
    outcome.question = in.at("question").text(longestMeetingText);
    outcome.personsView = in.at("persons_view").text(longestMeetingText);
    outcome.decision = optionally(in, "decision", [](const JsonIn& each) { return each.named<MeetingDecision>(); });
    outcome.lead = workerIn(in, "lead");
    outcome.deputy = workerIn(in, "deputy");
    outcome.reviewOn = optionally(in, "review_on", [](const JsonIn& day) { return day.date(); });
    outcome.plainWords = in.at("plain_words").text(longestMeetingText);
    outcome.actions = listOf(in.at("actions"), readAction);
    outcome.dissents = listOf(in.at("dissents"), readDissent);
    outcome.teller = workerIn(in, "teller");
    outcome.tellingHow = optionally(in, "telling_how", [](const JsonIn& each) { return each.named<TellingHow>(); });
    outcome.tellBy = optionally(in, "tell_by", [](const JsonIn& day) { return day.date(); });
    return outcome;
}

struct Recorded {
    MeetingOutcome outcome;
    std::vector<std::string> present;
};

Recorded readRecorded(const JsonIn& in)
{
    in.allowOnly({"outcome", "present"});
    return {readOutcome(in.at("outcome")),
            listOf(in.at("present"), [](const JsonIn& each) { return each.text(longestMeetingLine); })};
}

void write(JsonOut& out, const MeetingOutcome& outcome)
{
    const auto worker = [&](std::string_view name, const WorkerId& id) {
        if (!id.empty())
            out.member(name, id.text());
    };
    const auto day = [&](std::string_view name, const std::optional<Date>& date) {
        if (date)
            out.member(name, formatDate(*date));
    };
    out.beginObject().member("question", outcome.question).member("persons_view", outcome.personsView);
    if (outcome.decision)
        out.member("decision", nameOf(*outcome.decision));
    worker("lead", outcome.lead);
    worker("deputy", outcome.deputy);
    day("review_on", outcome.reviewOn);
    out.member("plain_words", outcome.plainWords).key("actions").beginArray();
    for (const MeetingAction& action : outcome.actions) {
        out.beginObject().member("need", nameOf(action.need)).member("what", action.what);
        worker("owner", action.owner);
        day("due", action.due);
        out.endObject();
    }
    out.endArray().key("dissents").beginArray();
    for (const Dissent& dissent : outcome.dissents)
        out.beginObject().member("who", dissent.who).member("words", dissent.words).endObject();
    out.endArray();
    worker("teller", outcome.teller);
    if (outcome.tellingHow)
        out.member("telling_how", nameOf(*outcome.tellingHow));
    day("tell_by", outcome.tellBy);
    out.endObject();
}

}  // namespace

std::string writeMeetingBody(const Meeting& meeting)
{
    JsonOut out;
    out.beginObject().member("place", meeting.place).key("attendees").beginArray();
    for (const Attendee& each : meeting.attendees) {
        out.beginObject();
        if (!each.worker.empty())
            out.member("worker", each.worker.text());
        out.member("name", each.name)
            .member("about", each.about)
            .member("side", nameOf(each.side))
            .member("presence", nameOf(each.presence))
            .endObject();
    }
    out.endArray().key("items").beginArray();
    for (const AgendaItem& item : meeting.items) {
        out.beginObject().member("person", item.person.text()).key("reasons").beginArray();
        for (const AgendaReason reason : item.reasons)
            out.text(nameOf(reason));
        out.endArray()
            .member("minutes", item.minutes)
            .member("why_added", item.whyAdded)
            .member("why_off", item.whyOff)
            .endObject();
    }
    out.endArray().endObject();
    return std::move(out).str();
}

Result<Done> readMeetingBody(std::string_view text, Meeting& into)
{
    auto body = readJson(text, readBody);
    if (!body)
        return std::move(body).error();
    into.place = body->place;
    into.attendees = body->attendees;
    into.items = body->items;
    return Done{};
}

std::string writeMeetingOutcome(const MeetingOutcome& outcome)
{
    JsonOut out;
    write(out, outcome);
    return std::move(out).str();
}

Result<MeetingOutcome> readMeetingOutcome(std::string_view text)
{
    return readJson(text, readOutcome);
}

std::string writeMeetingRecord(const MeetingRecord& record)
{
    JsonOut out;
    out.beginObject().key("outcome");
    write(out, record.outcome);
    out.key("present").beginArray();
    for (const std::string& name : record.present)
        out.text(name);
    out.endArray().endObject();
    return std::move(out).str();
}

Result<Done> readMeetingRecord(std::string_view text, MeetingRecord& into)
{
    auto recorded = readJson(text, readRecorded);
    if (!recorded)
        return std::move(recorded).error();
    into.outcome = recorded->outcome;
    into.present = recorded->present;
    return Done{};
}

}  // namespace holdfast::exchange
