#include "store/meeting_repository.h"

#include "store/consistency.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

void addPeople(db::Connection& connection)
{
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    rememberCommand(connection);
}

store::MeetingRow aMeeting(const std::string& id, Instant at = monday)
{
    store::MeetingRow row;
    row.meeting.id = MeetingId{id};
    row.meeting.service = ServiceId{"lantern"};
    row.meeting.chair = WorkerId{"priya"};
    row.meeting.startsAt = at;
    row.body = "{}";
    row.command = CommandId{"command-1"};
    return row;
}

store::MeetingRecordRow aRecord(int number, MeetingState state)
{
    store::MeetingRecordRow row;
    row.record.meeting = MeetingId{"m1"};
    row.record.person = PersonId{"p1"};
    row.record.number = number;
    row.record.state = state;
    row.record.worker = WorkerId{"priya"};
    row.record.at = monday + 1h;
    row.record.command = CommandId{"command-1"};
    row.body = "{\"said\":1}";
    return row;
}

}  // namespace

TEST_CASE("a meeting comes back as it was saved, and a save over a newer one is a conflict")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::MeetingRepository meetings{connection};
    auto row = aMeeting("m1");
    const auto first = meetings.save(row);
    REQUIRE(first);
    CHECK(*first == 1);
    row.meeting.version = 1;
    row.body = "{\"place\":1}";
    row.meeting.finishedAt = monday + 2h;
    REQUIRE(meetings.save(row));
    CHECK(meetings.save(row).error().code == ErrorCode::conflict);
    row.meeting.version = 2;
    const auto found = meetings.find(MeetingId{"m1"});
    REQUIRE(found);
    CHECK(found->meeting == row.meeting);
    CHECK(found->body == row.body);
    REQUIRE(meetings.save(aMeeting("m2", monday + 24h)));
    const auto newest = meetings.newest(10);
    REQUIRE(newest.size() == 2);
    CHECK(newest.front().meeting.id == MeetingId{"m2"});
    CHECK(meetings.newest(1).size() == 1);
}

TEST_CASE("what was recorded of a person stays, and what takes its place stands beside it")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::MeetingRepository meetings{connection};
    REQUIRE(meetings.save(aMeeting("m1")));
    meetings.insert(aRecord(1, MeetingState::notDecided));
    meetings.insert(aRecord(2, MeetingState::takenBack));
    const auto records = meetings.records(MeetingId{"m1"});
    REQUIRE(records.size() == 2);
    CHECK(records[0].record == aRecord(1, MeetingState::notDecided).record);
    CHECK(records[1].record.state == MeetingState::takenBack);
    CHECK(records[0].body == "{\"said\":1}");
    for (const char* statement :
         {"UPDATE meeting_record SET body = 'x'", "DELETE FROM meeting_record", "DELETE FROM meeting"})
        CHECK_THROWS_AS(connection.execute(statement, {}), db::Failure);
    // Decided means that there is an event.
    CHECK_THROWS_AS(meetings.insert(aRecord(3, MeetingState::decided)), db::Failure);
}

TEST_CASE("a record that names an event of nobody is found")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::MeetingRepository meetings{connection};
    REQUIRE(meetings.save(aMeeting("m1")));
    auto row = aRecord(1, MeetingState::decided);
    row.record.event = EventId{"nowhere"};
    meetings.insert(row);
    bool found = false;
    for (const auto& fault : store::findInconsistencies(connection))
        found = found || fault.what == "meeting";
    CHECK(found);
}

TEST_CASE("a person of the agenda is shown with both needs and who holds them")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::CaseCache{connection}.insert(aCase("p1"));
    const auto person = store::MeetingRepository{connection}.person(PersonId{"p1"});
    REQUIRE(person);
    CHECK(person->person.name == "Dani Okafor");
    CHECK(person->detail.mentalHealth == "psychosis");
    CHECK(person->holder.substanceUse == WorkerId{"priya"});
    CHECK_FALSE(store::MeetingRepository{connection}.person(PersonId{"p9"}));
}
