// The wire to a server, cut at every message of every use case, before the question and before the answer: the worker is
// told, and the store is as before or as after, never between. HOLDFAST_CUT_STRIDE tries every so many-th message.
#include "app/cut/cutter.h"
#include "db/store_file.h"
#include "store/schema.h"
#include "support/counts.h"
#include "support/postgres.h"

#include <catch2/catch_template_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Opens a store on a server, and makes it where there is none.
std::optional<Error> openOnce(const std::string& conninfo)
{
    auto opened = db::openStore({db::StoreLocation::Kind::server, conninfo}, nullptr, store::schema());
    if (!opened)
        return opened.error();
    ManualClock clock{tuesday};
    SeededRandom random{7};
    return cut::problemOf(app::Workspace::make(std::move(opened).value(), {}, clock, random));
}

std::vector<std::string> columnsOf(db::Connection& connection)
{
    return connection.list(
        "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns "
        "WHERE table_schema = current_schema() ORDER BY 1",
        {}, [](const db::Row& row) { return row.text(0); });
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("a wire that is cut at any message of a use case is told, and nothing is half done", "",
                        cut::Areas)
{
    if (!postgresConninfo())
        SKIP("no server is named by HOLDFAST_TEST_POSTGRES");
    cut::CutWorld of;
    const int stride = countAsked("HOLDFAST_CUT_STRIDE", 17);
    cut::Cutter cutter{of, stride};
    TestType::walk(cutter);
    tell(std::string{"wire cut, "} + TestType::name + ": " + std::to_string(cutter.useCases()) + " use cases, " +
         std::to_string(cutter.cuts()) + " cuts, at every " + std::to_string(stride) + ". message");
}

TEST_CASE("a wire that is cut while a store is made on a server is told, and the next opening makes it whole")
{
    const auto conninfo = postgresConninfo();
    if (!conninfo)
        SKIP("no server is named by HOLDFAST_TEST_POSTGRES");
    const auto whole = openFreshPostgres(*conninfo);
    const auto direct = openFreshPostgres(*conninfo);
    CuttingProxy proxy{cut::portOf(*conninfo)};
    REQUIRE_FALSE(openOnce(cut::throughProxy(*conninfo, proxy, *whole)));
    const std::string through = cut::throughProxy(*conninfo, proxy, *direct);
    int cuts = 0;
    const auto isCut = [&](int at, Cut how) {
        proxy.cutAt(at, how);
        const auto problem = openOnce(through);
        proxy.letThrough();
        INFO("message " << at << (problem ? ' ' + problem->detail : ""));
        CHECK(proxy.hasCut() == problem.has_value());
        CHECK((!problem || problem->code == ErrorCode::unavailable));
        cuts += proxy.hasCut() ? 1 : 0;
        return proxy.hasCut();
    };
    const int stride = countAsked("HOLDFAST_CUT_STRIDE", 17);
    for (int at = 1; isCut(at, Cut::beforeTheQuestion) && isCut(at, Cut::beforeTheAnswer);)
        at += stride;
    CHECK_FALSE(openOnce(through));
    CHECK(columnsOf(*direct) == columnsOf(*whole));
    CHECK(cut::contentOf(*direct) == cut::contentOf(*whole));
    tell("wire cut, making a store: " + std::to_string(cuts) + " cuts");
    CHECK(cuts > 4);
}

TEST_CASE("work that is saved in two steps is seen to be half done by the same cuts")
{
    if (!postgresConninfo())
        SKIP("no server is named by HOLDFAST_TEST_POSTGRES");
    cut::CutWorld of;
    cut::Cutter cutter{of, 1};
    const std::vector<CommandId> commands{of.world->command(), of.world->command()};
    const auto inTwoSteps = [&]() -> std::optional<Error> {
        for (std::size_t step = 0; step < commands.size(); ++step) {
            Worker worker;
            worker.name = "Jo Field " + std::to_string(step);
            const auto saved = app::Workers{*of.world->workspace}.save(of.world->joanne, worker, commands[step]);
            if (!saved)
                return saved.error();
        }
        return std::nullopt;
    };
    CHECK(cutter.statesOf(inTwoSteps) > 2);
}
