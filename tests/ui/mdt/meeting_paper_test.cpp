#include "mdt/meeting_paper.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

app::MeetingMinutes theMinutes()
{
    app::MeetingMinutes minutes;
    minutes.meeting.place = "Wren House";
    minutes.meeting.chair = WorkerId{"ines"};
    minutes.meeting.attendees = {{WorkerId{"ines"}, {}, {}, MeetingSide::substanceUse, Presence::here},
                                 {{}, "Dr Hale's surgery", "Sent a summary", MeetingSide::other, Presence::away}};
    minutes.names.workers = {{WorkerId{"ines"}, "Ines Marlow"}, {WorkerId{"samir"}, "Samir Haddad"}};
    app::AgendaLine talked;
    talked.name = "Gareth Pugh";
    talked.item.reasons = {AgendaReason::refused};
    MeetingRecord record;
    record.state = MeetingState::decided;
    record.present = {"Ines Marlow", "Samir Haddad"};
    record.outcome.question = "Who leads?";
    record.outcome.personsView = "One person who rings me back.";
    record.outcome.decision = MeetingDecision::mentalHealthLeads;
    record.outcome.lead = WorkerId{"samir"};
    record.outcome.plainWords = "Samir sees him on Friday.";
    record.outcome.actions = {{NeedScope::both, "Withdraw the refusal", WorkerId{"samir"}, Date{}}};
    record.outcome.dissents = {{"Dr Hale", "Would have waited."}};
    talked.record = record;
    app::AgendaLine off;
    off.name = "Ruth Ellison";
    off.item.whyOff = "Seen this morning";
    minutes.lines = {talked, off};
    return minutes;
}

}  // namespace

TEST_CASE("minutes name who was there, what was decided in plain words, who does what, and who disagreed")
{
    const std::string text = letters::plainText(minutesDocument(theMinutes(), false));
    for (const char* said :
         {"Wren House", "Dr Hale's surgery, Sent a summary", "Gareth Pugh", "One person who rings me back.",
          "Samir sees him on Friday.", "Withdraw the refusal\tSamir Haddad", "Dr Hale: Would have waited.",
          "Ruth Ellison", "Seen this morning", "Ines Marlow, Samir Haddad", "Draft: the meeting is not finished."})
        CHECK(text.find(said) != std::string::npos);
}

TEST_CASE("minutes say when one service was missing, and come in large print")
{
    const auto document = minutesDocument(theMinutes(), true);
    CHECK(letters::plainText(document).find("One service was missing") != std::string::npos);
    CHECK(document.variant == letters::Variant::largePrint);
}
