#include "app/disposals.h"

#include "app/audit.h"
#include "app/backups.h"
#include "app/canary.h"
#include "app/check.h"
#include "app/drafts.h"
#include "app/merges.h"
#include "app/november_report.h"
#include "app/restrictions.h"
#include "db/transaction.h"
#include "domain/calendar.h"
#include "exchange/meeting_json.h"
#include "store/command_log.h"
#include "store/meeting_repository.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using app::Disposals;

namespace {

constexpr std::chrono::days twentyOneYears{21 * 366};

/// Ada died long ago; everybody else goes on.
struct Over {
    AppWorld& world;
    Person ada;
    app::Session second;  ///< another supervisor

    explicit Over(AppWorld& in, const std::function<void(const Person&)>& early = {})
        : world{in}, ada{in.referred()}, second{in.joanne}
    {
        if (early)
            early(ada);
        second.worker.id = {};
        second.worker.name = "Mina Okello";
        second.worker.version = 0;
        const auto added = app::Workers{*world.workspace}.save(world.rowan, second.worker, world.command());
        REQUIRE(added);
        second.worker = *added;
        world.recorded(ada.id, event::PersonDied{londonDate(world.clock.now())});
        world.clock.advance(twentyOneYears);
        REQUIRE(world.worklist().sweep(world.priya));
    }

    Disposals disposals() const { return Disposals{*world.workspace}; }
    app::DisposalInput input() const { return {ada.id, "Died in 2026; nobody asked since.", world.command()}; }
    DisposalId proposed() const
    {
        const auto made = disposals().propose(world.joanne, input());
        INFO((made ? "" : made.error().where + ' ' + made.error().detail));
        REQUIRE(made);
        return *made;
    }
    app::DisposalOutcome disposed() const
    {
        const auto done = disposals().confirm(second, proposed(), world.command());
        INFO((done ? "" : done.error().where + ' ' + done.error().detail));
        REQUIRE(done);
        return *done;
    }
};

template <class T>
std::string whyNot(const Result<T>& result)
{
    return result ? "done" : result.error().where;
}

void keep(AppWorld& world, const Meeting& meeting)
{
    db::Transaction transaction{world.workspace->connection(), db::Access::write};
    const CommandId command = world.command();
    store::CommandLog{world.workspace->connection()}.remember(
        {command, "run_meeting", "", world.joanne.worker.id, world.clock.now()});
    REQUIRE(store::MeetingRepository{world.workspace->connection()}.save(
        {meeting, exchange::writeMeetingBody(meeting), command}));
    transaction.commit();
}

void checksOut(AppWorld& world)
{
    for (const bool rebuild : {false, true, false}) {
        const auto report = app::checkStore(*world.workspace, world.joanne, rebuild);
        REQUIRE(report);
        for (const app::CheckFinding& each : report->findings)
            FAIL_CHECK(each.what << ' ' << each.detail);
    }
    const auto verdict = app::Audit{*world.workspace}.check(world.joanne, {});
    REQUIRE(verdict);
    CHECK(verdict->findings.faults.empty());
}

}  // namespace

TEST_CASE("a record is disposed of by two people, and only when its time is over")
{
    onEveryStore([](AppWorld& world) {
        const Person ben = world.referred("Ben", "Ashdown");
        const Over over{world};
        Disposals disposals = over.disposals();

        CHECK(whyNot(disposals.propose(world.joanne, {ben.id, "why", world.command()})) == "disposal.not_due");
        CHECK(whyNot(disposals.propose(world.joanne, {over.ada.id, "  ", world.command()})) == "reason");
        CHECK(whyNot(disposals.propose(world.priya, over.input())) == "propose_disposal");
        CHECK(whyNot(disposals.propose(world.rowan, over.input())) == "propose_disposal");

        const auto before = disposals.compare(world.joanne, over.ada.id);
        REQUIRE(before);
        CHECK(before->mayGo);
        CHECK(before->personName == "Ada Fenwick");
        CHECK(before->contents[RecordPart::events] == 4);
        CHECK_FALSE(before->backups.until);
        const app::DisposalInput input = over.input();
        const auto id = disposals.propose(world.joanne, input);
        REQUIRE(id);
        CHECK(*disposals.propose(world.joanne, input) == *id);
        CHECK(whyNot(disposals.propose(over.second, over.input())) == "disposal");

        const auto awaiting = disposals.awaiting(over.second);
        REQUIRE(awaiting);
        REQUIRE(awaiting->size() == 1);
        CHECK(awaiting->front().personName == "Ada Fenwick");
        CHECK(awaiting->front().proposerName == world.joanne.worker.name);
        CHECK_FALSE(awaiting->front().mine);
        CHECK(disposals.awaiting(world.joanne)->front().mine);
        CHECK(disposals.awaiting(world.rowan)->front().personName.empty());  // an administrator sees no people
        CHECK(whyNot(disposals.awaiting(world.priya)) == "confirm_disposal");

        CHECK(whyNot(disposals.confirm(world.joanne, *id, world.command())) == "disposal.own");
        CHECK(whyNot(disposals.confirm(world.priya, *id, world.command())) == "confirm_disposal");
        CHECK(world.people().find(world.priya, over.ada.id));
        const Instant proposedAt = world.clock.now();
        world.clock.advance(std::chrono::minutes{1});
        const CommandId command = world.command();
        const auto done = disposals.confirm(world.rowan, *id, command);
        INFO(whyNot(done));
        REQUIRE(done);
        CHECK(done->gone == before->contents);
        CHECK(disposals.confirm(world.rowan, *id, command)->at == done->at);
        CHECK(whyNot(disposals.confirm(over.second, *id, world.command())) == "disposal");
        CHECK(disposals.awaiting(world.joanne)->empty());
        const auto list = disposals.done(world.joanne);
        REQUIRE(list);
        REQUIRE(list->size() == 1);
        CHECK(list->front().id == *id);
        CHECK(list->front().proposerName == world.joanne.worker.name);
        CHECK(list->front().confirmerName == world.rowan.worker.name);
        app::Backups backups{*world.workspace};
        CHECK(backups.since(world.rowan, proposedAt)->disposed == 1);
        CHECK(backups.since(world.rowan, done->at)->disposed == 0);
        checksOut(world);
    });
}

TEST_CASE("what is written to the record after it was proposed keeps it, and so does taking the proposal back")
{
    onEveryStore([](AppWorld& world) {
        const Over over{world};
        Disposals disposals = over.disposals();
        const DisposalId first = over.proposed();
        const auto wish = [&](const char* wishes) {
            Person details = world.file(over.ada.id).person;
            details.wishes = wishes;
            REQUIRE(world.people().save(world.priya, details));
        };
        wish("A grave by the sea");
        CHECK(whyNot(disposals.confirm(over.second, first, world.command())) == "disposal.changed");
        CHECK(disposals.look(over.second, first)->changed);
        const CommandId command = world.command();
        REQUIRE(disposals.withdraw(over.second, first, command));
        CHECK(disposals.withdraw(over.second, first, command));
        CHECK(whyNot(disposals.withdraw(over.second, first, world.command())) == "disposal");
        CHECK(whyNot(disposals.confirm(over.second, first, world.command())) == "disposal");

        const DisposalId second = over.proposed();
        CHECK_FALSE(disposals.look(over.second, second)->changed);
        wish("A grave by the sea, without a stone");
        CHECK(whyNot(disposals.confirm(over.second, second, world.command())) == "disposal.changed");
        REQUIRE(disposals.withdraw(world.joanne, second, world.command()));

        const DisposalId third = over.proposed();
        app::Drafts drafts{*world.workspace};
        app::SheetDraft sheet{"record/contact", over.ada.id, {{"words", "Her sister rang"}}, 0, {}, false};
        REQUIRE(drafts.saveSheet(world.priya, sheet));
        CHECK(whyNot(disposals.confirm(over.second, third, world.command())) == "disposal.not_due");
        world.recorded(over.ada.id, event::Contact{ServiceId{"lantern"}, {}, {}});
        CHECK(whyNot(disposals.confirm(over.second, third, world.command())) == "disposal.not_due");
        CHECK(world.people().find(world.priya, over.ada.id));
    });
}

TEST_CASE("after a disposal nobody can open the record, everything else works, and the same number can be registered")
{
    onEveryStore([](AppWorld& world) {
        const Over over{world};
        const Person ben = world.referred("Ben", "Ashdown");
        Person numbered = world.file(over.ada.id).person;
        numbered.nhsNumber = canaryNumber;
        REQUIRE(world.people().save(world.priya, numbered));
        const auto done = over.disposed();
        CHECK(done.cleared);

        const auto opened = world.cases().open(world.joanne, over.ada.id);
        REQUIRE_FALSE(opened);
        CHECK(opened.error() == Error{ErrorCode::notFound, "disposed", formatDate(londonDate(world.clock.now()))});
        CHECK(whyNot(world.people().find(world.priya, over.ada.id)) == "disposed");
        app::Drafts drafts{*world.workspace};
        CHECK(whyNot(drafts.saveSheet(world.priya, {"record/contact", over.ada.id, {{"words", "x"}}, 0, {}, false})) ==
              "disposed");
        CHECK(whyNot(over.disposals().propose(world.joanne, over.input())) == "disposed");

        app::PeopleQuery query;
        query.text = "fenwick";
        CHECK(world.people().search(world.priya, query)->rows.empty());
        query.text = "ashdown";
        CHECK(world.people().search(world.priya, query)->rows.size() == 1);
        CHECK(world.worklist().today(world.priya, {}));
        CHECK(world.worklist().referrals(world.priya, {}));
        CHECK(world.worklist().sweep(world.priya));
        CHECK(app::Reports{*world.workspace}.bounceDocument(world.joanne, exactNovember()));
        Person again = world.registered("Ada", "Fenwick");
        again.nhsNumber = canaryNumber;
        CHECK(world.people().save(world.priya, again));
        world.recorded(ben.id, declined(ReasonCode{"N02"}));
        checksOut(world);

        int kinds = 0;
        for (const store::AuditRow& row : world.audit())
            if (row.action == "propose_disposal" || row.action == "confirm_disposal") {
                CHECK(row.subject == over.ada.id.str());
                CHECK(row.reason.empty());
                ++kinds;
            }
        CHECK(kinds >= 2);
    });
}

TEST_CASE("an old report counted again says how many records it can no longer count, and a newer one misses none")
{
    onEveryStore([](AppWorld& world) {
        const Person ben = world.referred("Ben", "Ashdown");
        world.recorded(ben.id, declined(ReasonCode{"N02"}));
        const Over over{world};
        app::Reports reports{*world.workspace};
        const auto before = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(before);
        world.clock.advance(std::chrono::hours{1});
        REQUIRE(over.disposed().gone[RecordPart::events] == 4);
        world.clock.advance(std::chrono::hours{1});
        const auto after = reports.bounceDocument(world.joanne, exactNovember());
        REQUIRE(after);
        CHECK(originOf(*after).events == originOf(*before).events);
        world.clock.advance(std::chrono::hours{1});
        world.referred("Cas", "Lund");

        const auto old = app::reportAsAt(*world.workspace, world.joanne, exactNovember(), originOf(*before));
        INFO((old ? "" : old.error().where + old.error().detail));
        REQUIRE(old);
        CHECK(old->disposed == store::DisposedCounts{1, 4});
        CHECK(old->missing == 0);
        CHECK(old->alike == 0);
        CHECK(old->document.tables != before->tables);
        const auto newer = app::reportAsAt(*world.workspace, world.joanne, exactNovember(), originOf(*after));
        REQUIRE(newer);
        CHECK(newer->disposed == store::DisposedCounts{});
        CHECK(newer->document.tables == after->tables);
        CHECK(newer->document.parameters == after->parameters);
    });
}

TEST_CASE("records that were joined to it go with it, and meetings no longer name the person")
{
    onEveryStore([](AppWorld& world) {
        const Person twin = world.registered("Ada", "Fenwik");
        const Person ben = world.referred("Ben", "Ashdown");
        const MeetingId meeting{"m1"};
        const Over over{world, [&](const Person& ada) {
                            app::Merges merges{*world.workspace};
                            const auto joined = merges.join(
                                world.joanne, {ada.id, twin.id, world.file(ada.id).version, world.file(twin.id).version,
                                               "The same person, at both doors.", "", world.command()});
                            INFO(whyNot(joined));
                            REQUIRE(joined);
                            Meeting on;
                            on.id = meeting;
                            on.startsAt = world.clock.now();
                            on.items = {{ada.id, {}, 10, "Ada asked for it", {}}, {ben.id, {}, 10, "Ben too", {}}};
                            world.recorded(ada.id, event::Contact{ServiceId{"lantern"}, {}, {}});
                            keep(world, on);
                        }};
        const auto look = over.disposals().compare(world.joanne, twin.id);
        REQUIRE(look);
        CHECK(look->contents[RecordPart::joins] == 1);
        over.disposed();
        for (const PersonId& id : {over.ada.id, twin.id})
            CHECK(whyNot(world.people().find(world.priya, id)) == "disposed");
        CHECK(world.people().search(world.priya, {})->rows.size() == 1);
        const auto row = store::MeetingRepository{world.workspace->connection()}.find(meeting);
        REQUIRE(row);
        CHECK(row->body.find("Ada") == std::string::npos);
        CHECK(row->body.find("Ben too") != std::string::npos);
        checksOut(world);
    });
}

TEST_CASE("a restricted record is disposed of only by those who may see it")
{
    onEveryStore([](AppWorld& world) {
        const Over over{world};
        REQUIRE(
            app::Restrictions{*world.workspace}.decide(world.joanne, {over.ada.id,
                                                                      true,
                                                                      {world.joanne.worker.id, world.priya.worker.id},
                                                                      "Her niece works here.",
                                                                      world.command()}));
        CHECK(whyNot(over.disposals().propose(over.second, over.input())) == "person");
        const DisposalId id = over.proposed();
        CHECK(over.disposals().awaiting(over.second)->empty());
        CHECK(over.disposals().awaiting(world.rowan)->empty());
        for (const app::Session& other : {over.second, world.rowan}) {
            CHECK(whyNot(over.disposals().look(other, id)) == "disposal");
            CHECK(whyNot(over.disposals().confirm(other, id, world.command())) == "disposal");
            CHECK((other.worker.role != Role::supervisor ||
                   whyNot(over.disposals().withdraw(other, id, world.command())) == "disposal"));
        }
        CHECK(world.people().find(world.priya, over.ada.id));
    });
}
