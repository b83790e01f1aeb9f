#include "app/cut/cutter.h"

#include "db/migrator.h"
#include "store/dump.h"
#include "store/schema.h"
#include "support/postgres.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

namespace holdfast::test::cut {
namespace {

constexpr int mostMessages = 2'000;  // of one use case; more is one that never ends

/// Its answer was lost earlier, and what is not a command is a colleague's save the second time.
bool isDoneAlready(const std::optional<Error>& problem, std::size_t states)
{
    return problem && states == 2 && (problem->code == ErrorCode::conflict || problem->code == ErrorCode::notFound);
}

}  // namespace

int portOf(const std::string& conninfo)
{
    const auto at = conninfo.find("port=");
    return at == std::string::npos ? 5432 : std::atoi(conninfo.c_str() + at + 5);
}

std::string throughProxy(const std::string& conninfo, const CuttingProxy& proxy, db::Connection& direct)
{
    const auto schema = direct.first("SELECT current_schema()", {}, [](const db::Row& row) { return row.text(0); });
    return conninfo + " host=127.0.0.1 port=" + std::to_string(proxy.port()) +
           " sslmode=disable gssencmode=disable options='-csearch_path=" + schema.value() + "'";
}

std::size_t contentOf(db::Connection& connection)
{
    std::string all;
    store::dump(connection, [&](std::string_view line) {
        if (!line.starts_with("audit\t"))
            all += std::string{line} + '\n';
    });
    return std::hash<std::string>{}(all);
}

CutWorld::CutWorld()
    : conninfo{postgresConninfo().value()}, direct{openFreshPostgres(conninfo)}, proxy{portOf(conninfo)}
{
    REQUIRE(db::migrate(*direct, store::migrations(db::Dialect::postgres)));
    world = std::make_unique<AppWorld>(db::openPostgres(throughProxy(conninfo, proxy, *direct)));
}

void Cutter::run(const std::string& name, const Use& use)
{
    INFO(name);
    m_names.insert(name);
    const int before = m_cuts;
    CHECK(statesOf(use) <= 2);  // before, and after
    CHECK(m_cuts > before);
    const auto problem = use();  // the wire holds: done now, or done already
    INFO((problem ? problem->where + ' ' + problem->detail : ""));
    CHECK((!problem || problem->code == ErrorCode::conflict || problem->code == ErrorCode::notFound));
}

std::size_t Cutter::statesOf(const Use& use)
{
    std::vector<std::size_t> seen{contentOf(*m_of.direct)};
    const int turn = m_turn++;
    const auto both = [&](int at) {
        world.clock.advance(std::chrono::seconds{1});
        return tryOnce(use, at, Cut::beforeTheQuestion, seen) && tryOnce(use, at, Cut::beforeTheAnswer, seen);
    };
    int at = 1 + turn % std::min(m_stride, 3);
    for (int step = 1 + turn % m_stride; both(at); step = m_stride)
        at += step;
    return seen.size();
}

bool Cutter::tryOnce(const Use& use, int at, Cut how, std::vector<std::size_t>& seen)
{
    INFO("message " << at << (how == Cut::beforeTheAnswer ? ", answer lost" : ""));
    m_of.proxy.cutAt(at, how);
    const auto problem = use();
    m_of.proxy.letThrough();
    if (!m_of.proxy.hasCut() || isDoneAlready(problem, seen.size()))
        return false;
    ++m_cuts;
    CHECK(problem.has_value());
    if (problem)
        CHECK(problem->code == ErrorCode::unavailable);
    const std::size_t now = contentOf(*m_of.direct);
    if (now != seen.back())
        seen.push_back(now);
    CHECK(at < mostMessages);
    return at < mostMessages;
}

}  // namespace holdfast::test::cut
