#include "app/find.h"

#include "app/app_world.h"
#include "app/check.h"
#include "app/notes.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

NoteId noted(AppWorld& world, const app::Session& session, const PersonId& person, const std::string& text,
             NoteAudience audience = NoteAudience::everyone)
{
    NoteContent content;
    content.text = text;
    content.audience = audience;
    content.whyLimited = audience == NoteAudience::everyone ? "" : "They asked for it";
    app::Notes notes{*world.workspace};
    const auto draft = notes.begin(session, person, content);
    REQUIRE(draft);
    const auto note = notes.sign(session, {person, draft->id, draft->version, world.command()});
    REQUIRE(note);
    return *note;
}

app::FindAnswer found(AppWorld& world, const app::Session& session, const app::FindQuery& query)
{
    auto answer = app::Find{*world.workspace}.ask(session, query);
    REQUIRE(answer);
    return *std::move(answer);
}

app::FindAnswer found(AppWorld& world, const std::string& text)
{
    return found(world, world.priya, {text, {}, {}, {}});
}

}  // namespace

TEST_CASE("one box finds people, notes, what was said of referrals, referrals and services")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.referred("Ada", "Fenwick");
        world.recorded(ada.id, declined(ReasonCode{"N02"}), "Come back when Lantern has seen her");
        const NoteId note = noted(world, world.samir, ada.id, "Ada rang. [[Her mother]] asks for Lantern.");

        const auto answer = found(world, "lantern");
        CHECK(answer.people.empty());
        REQUIRE(answer.notes.rows.size() == 1);
        const app::FoundWriting& row = answer.notes.rows.front();
        CHECK(row.id == note.str());
        CHECK(row.person == ada.id);
        CHECK(row.personName == "Ada Fenwick");
        CHECK(row.snippet.text == "Ada rang. Her mother asks for Lantern.");
        REQUIRE(row.snippet.matches.size() == 1);
        CHECK(row.snippet.text.substr(row.snippet.matches[0].begin, row.snippet.matches[0].length) == "Lantern");
        CHECK(row.label == "contact");
        REQUIRE(answer.events.rows.size() == 1);
        CHECK(answer.events.rows[0].snippet.text == "Come back when Lantern has seen her");
        CHECK(answer.events.rows[0].label == "response");
        REQUIRE_FALSE(answer.services.empty());
        CHECK(answer.services.front().id == ServiceId{"lantern"});
        CHECK(std::ranges::any_of(answer.referrals, [&](const auto& each) { return each.person == ada.id; }));

        CHECK(found(world, "fenw").people.front().id == ada.id);
        CHECK(found(world, "fenw").referrals.size() == 2);
        CHECK(found(world, "fenwik").people.front().likeness == NameLikeness::oneLetter);
        CHECK(found(world, "fenwik").people.front().alike == "fenwick");
        CHECK(found(world, "\"her mother\"").notes.rows.size() == 1);
        CHECK(found(world, "\"mother her\"").notes.rows.empty());
    });
}

TEST_CASE("who wrote it and when narrow what is found, and then only writings are")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.referred("Ada", "Lanternly");
        noted(world, world.samir, ada.id, "Seen at Lantern");
        world.clock.advance(std::chrono::hours{48});
        const NoteId later = noted(world, world.priya, ada.id, "Seen at Lantern again");
        app::FindQuery query{"lantern", {}, {}, {}};
        CHECK(found(world, world.priya, query).notes.rows.size() == 2);
        CHECK(found(world, world.priya, query).notes.rows.front().id == later.str());
        query.author = world.samir.worker.id;
        auto answer = found(world, world.priya, query);
        CHECK(answer.notes.rows.size() == 1);
        CHECK(answer.people.empty());
        CHECK(answer.services.empty());
        query.author.reset();
        query.from = query.until = londonDate(world.clock.now());
        CHECK(found(world, world.priya, query).notes.rows.size() == 1);
        query.until = *query.from - std::chrono::days{1};
        query.from.reset();
        CHECK(found(world, world.priya, query).notes.rows.size() == 1);
    });
}

TEST_CASE("a note that is not shared is found by those it is for and by nobody else; one in error says so")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.referred();
        noted(world, world.priya, ada.id, "needle for us", NoteAudience::ownService);
        CHECK(found(world, world.joanne, {"needle", {}, {}, {}}).notes.rows.size() == 1);
        const auto none = found(world, world.samir, {"needle", {}, {}, {}});
        CHECK(none.notes.rows.empty());
        CHECK(none.notes.next == 0);
        const NoteId wrong = noted(world, world.priya, ada.id, "needle for all");
        REQUIRE(
            app::Notes{*world.workspace}.enterInError(world.priya, {ada.id, wrong, "Other person", world.command()}));
        const auto one = found(world, world.samir, {"needle", {}, {}, {}});
        REQUIRE(one.notes.rows.size() == 1);
        CHECK(one.notes.rows.front().inError);
    });
}

TEST_CASE("a search is noted without what was typed, and somebody who sees no person may not search")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.referred("Ada", "Secretname");
        found(world, "secretname \"hidden words\"");
        for (const store::AuditRow& row : world.audit()) {
            CHECK(row.detail.find("ecretname") == std::string::npos);
            CHECK(row.detail.find("hidden") == std::string::npos);
        }
        CHECK(world.audit().back().action == "find_in_record");
        const auto refused = app::Find{*world.workspace}.ask(world.rowan, {"ada", {}, {}, {}});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::forbidden);
        CHECK_FALSE(app::Find{*world.workspace}.more(world.rowan, {"ada", {}, {}, {}}, app::WrittenKind::note, 0));
    });
}

TEST_CASE("nothing that is typed or pasted is an error")
{
    onEveryStore([](AppWorld& world) {
        world.referred();
        for (const std::string& typed :
             {std::string(10'000, 'a'), std::string(10'000, '"'), std::string{"\0\xff\xc0 NEAR( \" * -- ; e\u0301", 20},
              std::string{"' OR ''='"}, std::string{"   "}, std::string{"\n\t[[ ]] @note #a0 | & !"}})
            found(world, typed);
    });
}

TEST_CASE("the check of a store sees words that do not fit and mends them")
{
    onEveryStore([](AppWorld& world) {
        const Person ada = world.referred();
        noted(world, world.priya, ada.id, "needle");
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
        world.workspace->connection().execute("DELETE FROM found_entry");
        CHECK(found(world, "needle").notes.rows.empty());
        const auto report = app::checkStore(*world.workspace, world.joanne, false);
        REQUIRE_FALSE(report->findings.empty());
        CHECK(report->findings.front().what == "found");
        world.workspace->connection().execute("DELETE FROM name_spelling");
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.size() == report->findings.size() + 1);
        (void)app::checkStore(*world.workspace, world.joanne, true);
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
        CHECK(found(world, "needle").notes.rows.size() == 1);
    });
}

TEST_CASE("while somebody is registered, those who may be the same are named with the reason")
{
    onEveryStore([](AppWorld& world) {
        Person there;
        there.givenName = "Catherine";
        there.familyName = "Okafor";
        there.born = parseDate("1984-02-29");
        there.nhsNumber = "9995260182";
        there.postcode = "SG1 1AA";
        there.contact.phone = "07700 900123";
        const auto known = world.people().registerPerson(world.priya, there, world.command());
        REQUIRE(known);
        const auto why = [&](const Person& about) {
            const auto alike = world.people().alike(world.priya, about);
            REQUIRE(alike);
            return alike->empty() ? std::vector<app::AlikeWhy>{} : alike->front().why;
        };
        using enum app::AlikeWhy;
        Person about;
        about.givenName = "Kathryn";
        about.familyName = "Okaphor";
        CHECK(why(about) == std::vector{nameAlike});
        about.born = there.born;
        about.postcode = "sg11aa";
        about.contact.phone = "07700900123";
        CHECK(why(about) == std::vector{bornAndName, nameAlike, bornAndPostcode, phone});
        about.born = parseDate("1990-01-01");
        CHECK(why(about) == std::vector{phone});
        about.born = parseDate("1985-02-28");
        CHECK(why(about) == std::vector{phone});
        about.born = parseDate("1988-02-29");  // one wrong digit
        CHECK(why(about) == std::vector{nameAlike, phone});
        about = {};
        about.givenName = "Somebody";
        about.nhsNumber = "999 526 0182";
        CHECK(why(about) == std::vector{number});
        about.nhsNumber.clear();
        CHECK(why(about).empty());
        about = *known;
        CHECK(why(about).empty());  // themselves
        CHECK_FALSE(world.people().alike(world.rowan, there));

        Person twin = there;
        twin.givenName = "Chidi";
        twin.nhsNumber.clear();
        twin.nhsNumberMissing = NhsNumberMissing::notKnown;
        CHECK(why(twin).front() == bornAndName);
        REQUIRE(world.people().registerPerson(world.priya, twin, world.command(), app::NotTheSame::relative));
        const auto audit = world.audit();
        CHECK(std::ranges::any_of(audit,
                                  [](const auto& row) { return row.detail == "despite somebody alike: relative"; }));
    });
}
