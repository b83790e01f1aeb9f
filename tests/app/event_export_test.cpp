#include "app/event_export.h"

#include "app/app_world.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace holdfast;
using namespace holdfast::test;
namespace fs = std::filesystem;

namespace {

const Date firstDay{std::chrono::year{2026} / 1 / 1};
const Date lastDay{std::chrono::year{2026} / 12 / 31};

std::string textOf(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

std::string everything(const std::string& folder)
{
    std::string all;
    for (const auto& file : fs::directory_iterator{folder})
        all += textOf(file.path());
    return all;
}

int linesOf(const fs::path& file)
{
    const std::string text = textOf(file);
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

Result<app::EventExported> exported(AppWorld& world, const app::Session& by, const std::string& folder,
                                    bool pseudonymous = false)
{
    return app::EventExport{*world.workspace}.write(by, {firstDay, lastDay, folder, pseudonymous});
}

/// Somebody with a name, a number and words that must not leave.
Person turnedAway(AppWorld& world)
{
    const Person person = world.referred("Marguerite", "Quillfeather");
    world.clock.advance(std::chrono::hours{1});
    world.recorded(person.id, declined(ReasonCode{"N02"}), "sober for three months first");
    return person;
}

}  // namespace

TEST_CASE("a supervisor writes the raw events of a period into a new folder, and the audit says so")
{
    onEveryStore([](AppWorld& world) {
        const TempFolder folder;
        const std::string out = folder.file("events");
        const Person person = turnedAway(world);
        const auto done = exported(world, world.joanne, out);
        REQUIRE(done);
        CHECK(done->people == 1);
        CHECK(done->events == linesOf(out + "/events.csv") - 1);
        const std::string events = textOf(out + "/events.csv");
        CHECK(events.starts_with("\"event_id\",\"person_id\",\"sequence\",\"event_at\","));
        CHECK(has(events, "\"N02\""));
        CHECK(has(events, "sober for three months first"));
        CHECK(has(textOf(out + "/people.csv"), person.id.str()));
        CHECK(has(textOf(out + "/people.csv"), "Quillfeather"));
        CHECK(linesOf(out + "/event_legs.csv") == 3);
        for (const char* file :
             {"assessment_needs", "assessment_items", "meeting_actions", "carer_contacts", "retellings", "merges",
              "merge_effects", "workers", "services", "reasons", "clocks", "lead_rules", "holidays", "about"})
            CHECK(fs::exists(out + '/' + file + ".csv"));
        CHECK_FALSE(fs::exists(out + ".part"));
        const auto audit = world.audit();
        CHECK(audit.back().action == "export_events");
        CHECK(audit.back().detail.ends_with(" named"));
    });
}

TEST_CASE(
    "a pseudonymous export holds no id, name, number, birth date or word of anybody, and no two name people alike")
{
    onEveryStore([](AppWorld& world) {
        const TempFolder folder;
        const Person person = turnedAway(world);
        REQUIRE(exported(world, world.joanne, folder.file("named")));
        REQUIRE(exported(world, world.joanne, folder.file("one"), true));
        REQUIRE(exported(world, world.joanne, folder.file("two"), true));
        const std::string named = everything(folder.file("named"));
        const std::string one = everything(folder.file("one"));
        CHECK(linesOf(folder.file("one") + "/events.csv") == linesOf(folder.file("named") + "/events.csv"));
        for (const std::string& secret :
             {person.id.str(), std::string{"Marguerite"}, std::string{"Quillfeather"}, world.priya.worker.id.str(),
              world.priya.worker.name, std::string{"sober for three months"}}) {
            INFO(secret);
            CHECK(has(named, secret));
            CHECK_FALSE(has(one, secret));
        }
        if (person.born)
            CHECK_FALSE(has(one, formatDate(*person.born)));
        CHECK(has(one, "\"N02\""));
        CHECK(textOf(folder.file("one") + "/people.csv") != textOf(folder.file("two") + "/people.csv"));
        CHECK(world.audit().back().detail.ends_with(" pseudonymous"));
    });
}

TEST_CASE("nobody but a supervisor exports events, and who tries is noted")
{
    onEveryStore([](AppWorld& world) {
        const TempFolder folder;
        for (const app::Session* session : {&world.priya, &world.samir, &world.rowan}) {
            const auto refused = exported(world, *session, folder.file("events"));
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::forbidden);
            CHECK(world.audit().back().detail == "refused");
        }
        CHECK(fs::is_empty(folder.path()));
    });
}

TEST_CASE("an export goes into a new or an empty folder only, and leaves nothing half made")
{
    onEveryStore([](AppWorld& world) {
        const TempFolder folder;
        turnedAway(world);
        const std::string out = folder.file("events");
        fs::create_directory(out);
        CHECK(exported(world, world.joanne, out));
        const auto again = exported(world, world.joanne, out);
        REQUIRE_FALSE(again);
        CHECK(again.error().code == ErrorCode::conflict);
        std::ofstream{folder.file("file")} << "mine";
        CHECK_FALSE(exported(world, world.joanne, folder.file("file")));
        CHECK(textOf(folder.file("file")) == "mine");
        const auto nowhere = exported(world, world.joanne, folder.file("no/such"));
        REQUIRE_FALSE(nowhere);
        CHECK(nowhere.error().code == ErrorCode::notFound);
        fs::create_directory(folder.file("left.part"));
        std::ofstream{folder.file("left.part/mine")} << "mine";
        CHECK_FALSE(exported(world, world.joanne, folder.file("left")));
        CHECK(textOf(folder.file("left.part/mine")) == "mine");
        CHECK_FALSE(fs::exists(folder.file("file.part")));
    });
}

TEST_CASE("only what happened in the period is exported")
{
    onEveryStore([](AppWorld& world) {
        const TempFolder folder;
        turnedAway(world);
        const auto none =
            app::EventExport{*world.workspace}.write(world.joanne, {firstDay, firstDay, folder.file("none"), false});
        REQUIRE(none);
        CHECK(*none == app::EventExported{0, 0});
        CHECK(linesOf(folder.file("none") + "/people.csv") == 1);
    });
}

TEST_CASE("every file of an export and every column of it is described in the docs")
{
    onEveryStore([](AppWorld& world) {
        const TempFolder folder;
        turnedAway(world);
        REQUIRE(exported(world, world.joanne, folder.file("events")));
        const std::string docs = textOf(fs::path{HOLDFAST_SOURCE_DIR} / "docs/export-events.md");
        int columns = 0;
        for (const auto& file : fs::directory_iterator{folder.file("events")}) {
            CHECK(has(docs, "`" + file.path().filename().string() + "`"));
            std::string heading;
            std::getline(std::ifstream{file.path()} >> std::ws, heading);
            std::istringstream names{heading};
            for (std::string name; std::getline(names, name, ',');) {
                name.erase(std::remove_if(name.begin(), name.end(), [](char c) { return c == '"' || c == '\r'; }),
                           name.end());
                INFO(file.path().filename().string() << ' ' << name);
                CHECK(has(docs, "`" + name + "`"));
                ++columns;
            }
        }
        CHECK(columns > 120);
    });
}
