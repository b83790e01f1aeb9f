#include "app/documents.h"

#include "app/app_world.h"
#include "app/check.h"
#include "app/letters.h"
#include "app/sha256.h"
#include "db/transaction.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

EventId aReply(AppWorld& world, const PersonId& person)
{
    return world.recorded(person, declined(ReasonCode{"N02"}), "no").event;
}

}  // namespace

TEST_CASE("what a service wrote is attached to its reply, opened and taken out, each with its own trace")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const EventId reply = aReply(world, person.id);
        app::Documents documents{*world.workspace};
        const std::string png = std::string("\x89PNG\r\n\x1a\n", 8) + "picture";
        const app::AttachInput input{person.id, reply, world.command(), "/tmp/letters/reply scan.png", png};
        const auto kept = documents.attach(world.priya, input);
        REQUIRE(kept);
        CHECK(kept->media == MediaType::png);
        CHECK(kept->name == "reply scan.png");
        CHECK(kept->about == reply.text());
        CHECK(kept->sha256 == app::sha256Of(png));
        CHECK(documents.attach(world.priya, input)->id == kept->id);  // the same command again
        app::AttachInput twice = input;
        twice.command = world.command();
        CHECK(documents.attach(world.priya, twice).error().code == ErrorCode::conflict);

        CHECK(documents.read(world.samir, person.id, kept->id, app::Purpose::open)->bytes == png);
        CHECK(world.audit().back().action == "open_document");
        CHECK(world.audit().back().detail == kept->id.text());
        REQUIRE(documents.read(world.samir, person.id, kept->id, app::Purpose::takeOut));
        CHECK(world.audit().back().action == "export_document");

        const auto list = app::Letters{*world.workspace}.list(world.priya, person.id);
        REQUIRE(list->attachments.size() == 1);
        CHECK(list->lines.empty());
        letters::Request challenge;
        challenge.service = ServiceId{"cmht"};
        challenge.event = reply;
        const auto draft = app::Letters{*world.workspace}.begin(world.priya, person.id, challenge);
        REQUIRE(draft);
        CHECK(letters::plainText(draft->draft.document).find("copy of your own letter is enclosed") !=
              std::string::npos);
    });
}

TEST_CASE("a file that is empty, too large or of another type is refused, and so is an entry that is not theirs")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const Person other = world.registered("Sam", "Reed");
        const EventId reply = aReply(world, person.id);
        app::Documents documents{*world.workspace};
        const auto refusal = [&](const PersonId& whose, const EventId& event, std::string bytes) {
            const auto kept = documents.attach(world.priya, {whose, event, world.command(), "a", std::move(bytes)});
            REQUIRE_FALSE(kept);
            return kept.error();
        };
        CHECK(refusal(person.id, reply, "").detail == "empty");
        CHECK(refusal(person.id, reply, std::string(largestDocument + 1, 'a')).detail == "too_large");
        CHECK(refusal(person.id, reply, std::string("MZ\0\1", 4)).detail == "type");
        CHECK(refusal(person.id, EventId{"none"}, "hello").where == "event");
        CHECK(refusal(other.id, reply, "hello").where == "event");
        CHECK(refusal(PersonId{"nobody"}, reply, "hello").code == ErrorCode::notFound);
        CHECK(documents.attach(world.priya, {person.id, reply, {}, "a", "hello"}).error().where == "command");
        const auto kept = documents.attach(world.priya, {person.id, reply, world.command(), "a", "hello"});
        REQUIRE(kept);
        CHECK(documents.read(world.priya, other.id, kept->id, app::Purpose::open).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("a paper whose bytes were changed behind the store's back is not shown, and the check finds it")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const EventId reply = aReply(world, person.id);
        app::Documents documents{*world.workspace};
        const auto kept = documents.attach(world.priya, {person.id, reply, world.command(), "a.txt", "hello"});
        REQUIRE(kept);
        auto report = app::checkStore(*world.workspace, world.joanne, false);
        REQUIRE(report);
        CHECK(report->documents == 1);
        CHECK(report->findings.empty());

        db::Connection& connection = world.workspace->connection();
        {
            db::Transaction transaction{connection, db::Access::write};
            const bool sqlite = connection.dialect() == db::Dialect::sqlite;
            connection.script(sqlite ? "DROP TRIGGER document_kept" : "DROP TRIGGER document_kept ON document");
            connection.execute("UPDATE document SET content = $1 WHERE id = $2", {db::Blob{"hellO"}, kept->id.str()});
            transaction.commit();
        }
        CHECK(documents.read(world.priya, person.id, kept->id, app::Purpose::open).error().code == ErrorCode::damaged);
        report = app::checkStore(*world.workspace, world.joanne, false);
        REQUIRE(report->findings.size() == 1);
        CHECK(report->findings.front().what == "document");
        CHECK(report->findings.front().detail.find(kept->id.text()) != std::string::npos);
    });
}
