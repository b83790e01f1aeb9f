// Whose record may be looked at for letting it go, and who keeps one for longer, on every store.
#include "app/app_world.h"
#include "app/record_retention.h"
#include "app/restrictions.h"
#include "app/retention_csv.h"
#include "app/unit_of_work.h"
#include "domain/calendar.h"
#include "store/worker_repository.h"
#include "support/must.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using app::RetentionFilter;

namespace {

constexpr std::chrono::days day{1};

/// Ada died on the first day; nine years have gone by. Of Ben a need is open, and Cleo was only registered.
struct NineYears {
    explicit NineYears(AppWorld& world)
        : ada{world.referred()},
          ben{world.referred("Ben", "Marsh")},
          cleo{world.registered("Cleo", "Dunn")},
          died{londonDate(world.clock.now())}
    {
        world.recorded(ada.id, event::PersonDied{died});
        world.clock.advance(std::chrono::days{9 * 366});
    }
    Person ada;
    Person ben;
    Person cleo;
    Date died;
};

app::RetentionQuestion asked(RetentionFilter filter, std::optional<Date> dueBy = {})
{
    app::RetentionQuestion question;
    question.filter = filter;
    question.dueBy = dueBy;
    return question;
}

std::vector<PersonId> idsOf(AppWorld& world, const app::RetentionQuestion& question)
{
    std::vector<PersonId> ids;
    for (const auto& line : must(app::Retention{*world.workspace}.list(world.joanne, question)).lines)
        ids.push_back(line.person);
    return ids;
}

app::KeepInput keeping(AppWorld& world, const PersonId& person, Date until)
{
    return {person, until, "The coroner asked for it", world.command()};
}

}  // namespace

TEST_CASE("a supervisor is shown whose time is over, with the rule, and nobody of whom a need is open")
{
    onEveryStore([](AppWorld& world) {
        const NineYears of{world};
        app::Retention retention{*world.workspace};
        const auto list = must(retention.list(world.joanne, asked(RetentionFilter::due)));
        REQUIRE(list.lines.size() == 1);
        const app::RetentionLine& line = list.lines.front();
        CHECK(line.person == of.ada.id);
        CHECK(line.name == "Ada Fenwick");
        CHECK(line.lastContact == of.died);
        CHECK(line.review.reasons.front().rule == RetentionRule::death);
        CHECK_FALSE(line.keep);
        CHECK_FALSE(list.next);
        CHECK(world.audit().back().detail == "1 rows");

        // Cleo has no date of birth and neither need: 20 years after the day she was registered.
        CHECK(idsOf(world, asked(RetentionFilter::all, of.died + std::chrono::days{21 * 366})) ==
              std::vector{of.cleo.id, of.ada.id});
        CHECK(idsOf(world, asked(RetentionFilter::soon)).empty());
        CHECK(app::retentionOfRecord(*world.workspace, of.ada.id).review == line.review);
        CHECK_FALSE(app::retentionOfRecord(*world.workspace, of.ben.id).review.due);

        CHECK(retention.list(world.priya, {}).error().code == ErrorCode::forbidden);
        CHECK(retention.list(world.rowan, {}).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE("within a year are those whose time is over then and not before")
{
    onEveryStore([](AppWorld& world) {
        const NineYears of{world};
        world.clock.set(Instant{of.died} + std::chrono::days{7 * 366});
        CHECK(idsOf(world, asked(RetentionFilter::due)).empty());
        CHECK(idsOf(world, asked(RetentionFilter::soon)) == std::vector{of.ada.id});
    });
}

TEST_CASE("a record that somebody keeps is not due until its day, or until that is lifted, each with a reason")
{
    onEveryStore([](AppWorld& world) {
        const NineYears of{world};
        app::Retention retention{*world.workspace};
        const Date today = londonDate(world.clock.now());
        const auto input = keeping(world, of.ada.id, today + 30 * day);
        auto silent = keeping(world, of.ada.id, today + 30 * day);
        silent.reason = " \n";
        CHECK(retention.keep(world.joanne, silent).error().where == "reason");
        CHECK(retention.keep(world.joanne, keeping(world, of.ada.id, today)).error().where == "until");
        CHECK(retention.keep(world.joanne, keeping(world, PersonId{"nobody"}, today + day)).error().code ==
              ErrorCode::notFound);
        CHECK(retention.keep(world.priya, input).error().code == ErrorCode::forbidden);

        const RetentionKeep kept = must(retention.keep(world.joanne, input));
        CHECK(must(retention.keep(world.joanne, input)) == kept);  // the same command again
        CHECK(idsOf(world, asked(RetentionFilter::due)).empty());
        CHECK(app::retentionOfRecord(*world.workspace, of.ada.id).held);
        const auto list = must(retention.list(world.joanne, asked(RetentionFilter::kept)));
        REQUIRE(list.lines.size() == 1);
        CHECK(list.lines.front().keep == kept);
        CHECK(list.lines.front().keptBy == world.joanne.worker.name);
        CHECK(idsOf(world, asked(RetentionFilter::all)) == std::vector{of.ada.id});

        world.clock.advance(std::chrono::days{30});
        CHECK_FALSE(app::retentionOfRecord(*world.workspace, of.ada.id).held);
        CHECK(idsOf(world, asked(RetentionFilter::due)) == std::vector{of.ada.id});
        world.clock.advance(-std::chrono::days{30});

        const CommandId lifting = world.command();
        CHECK(retention.lift(world.joanne, kept.id, "", lifting).error().where == "reason");
        CHECK(retention.lift(world.joanne, RetentionKeepId{"none"}, "Over", lifting).error().code ==
              ErrorCode::notFound);
        must(retention.lift(world.joanne, kept.id, "The inquest is over", lifting));
        must(retention.lift(world.joanne, kept.id, "The inquest is over", lifting));  // the same command again
        CHECK(retention.lift(world.joanne, kept.id, "Again", world.command()).error().code == ErrorCode::conflict);
        CHECK(idsOf(world, asked(RetentionFilter::due)) == std::vector{of.ada.id});
        CHECK(idsOf(world, asked(RetentionFilter::kept)).empty());
    });
}

TEST_CASE("while everything is suspended the list goes on and nothing may go, until that is lifted")
{
    onEveryStore([](AppWorld& world) {
        const NineYears of{world};
        app::Retention retention{*world.workspace};
        const CommandId command = world.command();
        CHECK(retention.suspendAll(world.joanne, "", command).error().where == "reason");
        const RetentionKeep all = must(retention.suspendAll(world.joanne, "A public inquiry", command));
        CHECK(must(retention.suspendAll(world.joanne, "A public inquiry", command)) == all);
        CHECK(retention.suspendAll(world.joanne, "Another", world.command()).error().where == "suspended");
        const auto list = must(retention.list(world.joanne, {}));
        CHECK(list.lines.size() == 1);
        CHECK(list.everything == all);
        CHECK(list.suspendedBy == world.joanne.worker.name);
        CHECK(app::retentionOfRecord(*world.workspace, of.ada.id).held);

        must(retention.lift(world.joanne, all.id, "It has reported", world.command()));
        CHECK_FALSE(must(retention.list(world.joanne, {})).everything);
        CHECK_FALSE(app::retentionOfRecord(*world.workspace, of.ada.id).held);
    });
}

TEST_CASE("a restricted record is on the list of those who may see it only, nor can others keep it or lift that")
{
    onEveryStore([](AppWorld& world) {
        const NineYears of{world};
        app::Restrictions restrictions{*world.workspace};
        app::Retention retention{*world.workspace};
        const Date today = londonDate(world.clock.now());
        const auto keep = must(retention.keep(world.joanne, keeping(world, of.ada.id, today + day)));
        Worker hale = world.joanne.worker;
        hale.id = WorkerId{"hale"};
        must(app::inTransaction(world.workspace->connection(), db::Access::write,
                                [&] { return store::WorkerRepository{world.workspace->connection()}.insert(hale); }));
        const auto robin = must(app::Workers{*world.workspace}.signIn(hale.id));
        must(restrictions.decide(
            world.joanne,
            {of.ada.id, true, {world.joanne.worker.id, world.priya.worker.id}, "Works here", world.command()}));

        CHECK(must(retention.list(world.joanne, asked(RetentionFilter::all))).lines.size() == 1);
        for (const auto filter : {RetentionFilter::due, RetentionFilter::kept, RetentionFilter::all})
            CHECK(must(retention.list(robin, asked(filter))).lines.empty());
        CHECK(retention.keep(robin, keeping(world, of.ada.id, today + day)).error().code == ErrorCode::notFound);
        CHECK(retention.lift(robin, keep.id, "Over", world.command()).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("the whole list leaves for a file in pages of any size, with every rule, and the audit says so")
{
    onEveryStore([](AppWorld& world) {
        const NineYears of{world};
        app::Retention retention{*world.workspace};
        const Date until = londonDate(world.clock.now()) + 400 * day;
        must(retention.keep(world.joanne, keeping(world, of.ada.id, until)));
        const Date far = addMonths(londonDate(world.clock.now()), 12 * 20);
        app::RetentionQuestion question = asked(RetentionFilter::all, far);
        question.limit = 1;
        const auto list = must(retention.whole(world.joanne, question));
        REQUIRE(list.lines.size() == 2);  // Ada and Cleo; of Ben a need is open
        CHECK_FALSE(list.next);
        CHECK(world.audit().back().action == "export_retention");
        CHECK(world.audit().back().detail == "2 rows");
        const std::string csv = app::retentionCsv(list);
        const std::string kept =
            "\"" + formatDate(until) + "\",\"" + world.joanne.worker.name + "\",\"The coroner asked for it\"";
        CHECK(csv.starts_with("\"person\",\"name\",\"nhs_number\",\"born\",\"last_contact\",\"due\",\"rules\","));
        CHECK(csv.find("\"" + of.ada.id.str() + "\",\"Ada") != std::string::npos);
        CHECK(csv.find("\"death 20") != std::string::npos);
        CHECK(csv.find(kept) != std::string::npos);
        CHECK(std::ranges::count(csv, '\n') == 3);

        const auto refused = retention.whole(world.priya, question);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::forbidden);
    });
}
