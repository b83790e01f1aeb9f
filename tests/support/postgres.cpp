#include "support/postgres.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace holdfast::test {
namespace {

/// Drops the schemas of this test program when it ends.
class SchemaSweeper {
public:
    ~SchemaSweeper()
    {
        if (m_owner != ::getpid())
            return;  // a forked child of a fault test
        try {
            for (const std::string& schema : m_schemas)
                db::openPostgres(m_conninfo)->script("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        } catch (const db::Failure&) {  // NOLINT(bugprone-empty-catch): a throwaway server may be gone already
        }
    }

    std::string next(const std::string& conninfo)
    {
        m_conninfo = conninfo;
        m_schemas.push_back("holdfast_test_" + std::to_string(m_owner) + "_" + std::to_string(m_schemas.size()));
        return m_schemas.back();
    }

private:
    pid_t m_owner = ::getpid();
    std::string m_conninfo;
    std::vector<std::string> m_schemas;
};

}  // namespace

std::optional<std::string> postgresConninfo()
{
    if (const char* conninfo = std::getenv("HOLDFAST_TEST_POSTGRES"); conninfo && *conninfo)
        return conninfo;
    if (const char* required = std::getenv("HOLDFAST_REQUIRE_POSTGRES"); required && std::string{required} == "1")
        throw std::runtime_error{"HOLDFAST_REQUIRE_POSTGRES=1, but HOLDFAST_TEST_POSTGRES names no server"};
    return std::nullopt;
}

std::unique_ptr<db::Connection> openFreshPostgres(const std::string& conninfo)
{
    static SchemaSweeper sweeper;
    auto connection = db::openPostgres(conninfo);
    const std::string schema = sweeper.next(conninfo);
    connection->script("DROP SCHEMA IF EXISTS " + schema + " CASCADE; CREATE SCHEMA " + schema +
                       "; SET search_path = " + schema);
    return connection;
}

std::unique_ptr<db::Connection> openSamePostgres(const std::string& conninfo, db::Connection& first)
{
    const auto schema = first.first("SELECT current_schema()", {}, [](const db::Row& row) { return row.text(0); });
    auto connection = db::openPostgres(conninfo);
    connection->script("SET search_path = " + schema.value());
    return connection;
}

}  // namespace holdfast::test
