#include "app/practice.h"

#include "app/app_world.h"
#include "app/check.h"
#include "app/local_guides.h"
#include "app/meetings.h"
#include "app/practice_story.h"
#include "exchange/event_json.h"
#include "store/schema.h"
#include "support/backends.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace holdfast;
using namespace holdfast::test;

namespace {

const Date asOf{std::chrono::year{2026} / 11 / 22};

std::unique_ptr<AppWorld> emptyPractice(const Backend& backend)
{
    return std::make_unique<AppWorld>(backend.open(), true, false);
}

std::vector<Backend> everyStore()
{
    return backends(store::migrations(db::Dialect::sqlite), store::migrations(db::Dialect::postgres));
}

app::Session signedIn(AppWorld& world, const char* worker)
{
    auto session = app::Workers{*world.workspace}.signIn(WorkerId{worker});
    REQUIRE(session);
    return *std::move(session);
}

}  // namespace

TEST_CASE("sixty people show every reason and every situation, and the store checks out on every database alike")
{
    std::set<std::string> dumps;
    for (const Backend& backend : everyStore()) {
        INFO(backend.name);
        const auto world = emptyPractice(backend);
        const auto made = app::makePractice(*world->workspace, {60, 1, asOf}, {});
        REQUIRE(made);
        CHECK(made->people == 60);
        CHECK(made->missing.empty());
        CHECK(made->dumpSha256.size() == 64);
        dumps.insert(made->dumpSha256);
        const auto report = app::checkStore(*world->workspace, signedIn(*world, "joanne-mercer"), false);
        REQUIRE(report);
        CHECK(report->findings.empty());
    }
    CHECK(dumps.size() == 1);
}

TEST_CASE("another seed or another day makes another caseload, the same ones the same")
{
    const Backend backend = everyStore().front();
    const auto dump = [&](int people, std::uint64_t seed, Date day) {
        const auto made = app::makePractice(*emptyPractice(backend)->workspace, {people, seed, day}, {});
        REQUIRE(made);
        return made->dumpSha256;
    };
    const std::string first = dump(70, 1, asOf);
    CHECK(dump(70, 1, asOf) == first);
    CHECK(dump(70, 2, asOf) != first);
    CHECK(dump(70, 1, asOf + std::chrono::days{1}) != first);
    CHECK(dump(71, 1, asOf) != first);
}

TEST_CASE("any day of a year and many seeds give histories the engine accepts")
{
    const Backend backend = everyStore().front();
    for (int i = 0; i < 14; ++i) {
        const Date day = asOf + std::chrono::days{i * 27};
        INFO(formatDate(day));
        const auto made =
            app::makePractice(*emptyPractice(backend)->workspace, {150, static_cast<std::uint64_t>(i), day}, {});
        INFO((made ? std::string{} : made.error().where + ' ' + made.error().detail));
        REQUIRE(made);
        CHECK(made->missing.empty());
    }
}

TEST_CASE("too few people are named as what they leave out")
{
    const auto made = app::makePractice(*emptyPractice(everyStore().front())->workspace, {5, 1, asOf}, {});
    REQUIRE(made);
    const auto missing = [&](const char* what) {
        return std::ranges::find(made->missing, what) != made->missing.end();
    };
    CHECK(missing("H13"));
    CHECK(missing("002-49"));
    CHECK_FALSE(missing("N02"));
}

TEST_CASE("every page has something to show, and nobody is held without a lead and a date")
{
    const auto world = emptyPractice(everyStore().front());
    REQUIRE(app::makePractice(*world->workspace, {60, 1, asOf}, {}));
    world->clock.set(londonInstant(asOf, std::chrono::hours{1}));
    const app::Session priya = signedIn(*world, "priya-raman");
    REQUIRE(world->worklist().sweep(priya));
    const auto mine = world->worklist().today(priya, {});
    REQUIRE(mine);
    for (std::size_t group = 0; group < mine->groupTotals.size(); ++group) {
        INFO(group);
        CHECK(mine->groupTotals[group] > 0);
    }
    CHECK(mine->held.people >= 15);
    CHECK(mine->held.bothAccepted > 0);
    CHECK(mine->held.oneOpen > 0);
    CHECK(mine->held.withoutLead == 0);
    CHECK(mine->held.withoutDate == 0);
    for (int filter = 0; filter <= static_cast<int>(app::PeopleFilter::released); ++filter) {
        INFO(filter);
        app::PeopleQuery query;
        query.filter = static_cast<app::PeopleFilter>(filter);
        CHECK_FALSE(world->people().search(priya, query)->rows.empty());
    }
    const auto referrals = world->worklist().referrals(priya, {});
    REQUIRE(referrals);
    for (const int total : referrals->totals)
        CHECK(total > 0);

    app::Meetings meetings{*world->workspace};
    const auto board = meetings.board(priya);
    REQUIRE(board);
    REQUIRE(board->past.size() >= 2);
    for (const Meeting& past : board->past)
        CHECK(past.finishedAt);
    const auto minutes = meetings.minutes(signedIn(*world, "joanne-mercer"), board->past.front().id);
    REQUIRE(minutes);
    CHECK_FALSE(minutes->lines.at(0).record->outcome.plainWords.empty());
    CHECK(minutes->lines.at(0).record->present.size() > 1);

    app::PeopleQuery dani;
    dani.text = "dani ok";
    const auto found = world->people().search(priya, dani);
    REQUIRE(found->rows.size() == 1);
    CHECK(found->rows.front().bounces == 5);
    CHECK(found->rows.front().clasp == ClaspState::joined);
    CHECK(found->rows.front().nhsNumber == "9995260182");
    dani.text = "tomasz";
    const PersonId tomasz = world->people().search(priya, dani)->rows.front().id;
    CHECK(app::Assessments{*world->workspace}.draft(priya, tomasz)->version == 1);
}

TEST_CASE("a practice store shows what is recorded around a refusal, with the protocol of its day")
{
    const auto world = emptyPractice(everyStore().front());
    REQUIRE(app::makePractice(*world->workspace, {60, 1, asOf}, {}));
    std::map<std::string, int> recorded;
    std::vector<std::pair<std::string, Date>> named;
    world->workspace->connection().query("SELECT kind, body, happened_at FROM case_event", {}, [&](const db::Row& row) {
        ++recorded[row.text(0)];
        const auto read = exchange::readEvent(row.text(1), EventId{}, Instant{});
        if (const auto* said = read ? std::get_if<event::ProtocolApplied>(&read->body) : nullptr)
            named.emplace_back(said->protocol, londonDate(instantFromMillis(row.integer(2))));
    });
    for (const char* kind :
         {"protocol_applied", "second_opinion_requested", "support_check_in", "outcome_fed_back", "good_experience"}) {
        INFO(kind);
        CHECK(recorded[kind] >= 2);
    }
    const auto guides = *app::LocalGuides{*world->workspace}.list(signedIn(*world, "priya-raman"));
    CHECK(guides.size() == 3);
    CHECK(named.size() == 3);
    for (const auto& [protocol, day] : named) {
        INFO(protocol << ' ' << formatDate(day));
        CHECK(std::ranges::any_of(guides, [&, &protocol = protocol, &day = day](const LocalGuide& guide) {
            return designation(guide) == protocol && guide.inForceOn(day);
        }));
    }
}

TEST_CASE("a store with people in it is never filled over, and a real one never at all")
{
    const auto world = emptyPractice(everyStore().front());
    REQUIRE(app::makePractice(*world->workspace, {3, 1, asOf}, {}));
    CHECK(app::makePractice(*world->workspace, {3, 1, asOf}, {}).error().code == ErrorCode::conflict);
    AppWorld real{everyStore().front().open(), false, false};
    CHECK(app::makePractice(*real.workspace, {3, 1, asOf}, {}).error().code == ErrorCode::forbidden);
    CHECK(app::makePractice(*world->workspace, {0, 1, asOf}, {}).error().where == "people");
}

TEST_CASE("a stop is heard between two lots of people")
{
    const auto world = emptyPractice(everyStore().front());
    const auto stopped =
        app::makePractice(*world->workspace, {600, 1, asOf}, [](int done, int of) { return done >= of; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::cancelled);
}
