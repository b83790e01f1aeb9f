#include "db/server_address.h"

#include "db/connection.h"
#include "db/transaction.h"
#include "support/postgres.h"

using namespace holdfast;
using namespace holdfast::db;

TEST_CASE("this machine is the socket, localhost and the loopback numbers, and nothing else in the list")
{
    for (const char* here : {"postgresql:///team", "postgresql://localhost/team", "host=/var/run/postgresql dbname=x",
                             "host=127.0.0.1", "postgresql://[::1]/team", "host=name.example hostaddr=127.0.0.1"}) {
        INFO(here);
        CHECK(addressOf(here).isThisMachine);
    }
    for (const char* elsewhere : {"postgresql://db.example.org/team", "host=localhost,db.example.org",
                                  "host=localhost hostaddr=192.0.2.7", "host=10.0.0.1"}) {
        INFO(elsewhere);
        CHECK_FALSE(addressOf(elsewhere).isThisMachine);
    }
}

TEST_CASE("a clear connection to another machine is refused before anything is sent")
{
    try {
        openPostgres("host=192.0.2.1 dbname=team sslmode=disable");
        FAIL("it connected");
    } catch (const Failure& failure) {
        CHECK(failure.kind() == Failure::Kind::unavailable);
        CHECK(std::string{failure.what()} ==
              "sslmode=disable would send the caseload in the clear; expected verify-full");
    }
}

TEST_CASE("a server that is not there is unavailable")
{
    try {
        openPostgres("host=127.0.0.1 port=1 dbname=team");
        FAIL("it connected");
    } catch (const Failure& failure) {
        CHECK(failure.kind() == Failure::Kind::unavailable);
    }
}

TEST_CASE("a session keeps values out of the server's log where its role may say so")
{
    const auto conninfo = test::postgresConninfo();
    if (!conninfo)
        SKIP("no PostgreSQL server");
    const auto connection = openPostgres(*conninfo);
    const auto word = [&](const char* sql) {
        return connection->first(sql, {}, [](const Row& row) { return row.text(0); }).value();
    };
    const bool may = word("SELECT has_parameter_privilege(current_user, 'log_error_verbosity', 'SET')") == "t";
    if (may) {
        CHECK(word("SHOW log_error_verbosity") == "terse");
        CHECK(word("SHOW log_parameter_max_length_on_error") == "0");
    }
    CHECK(word("SHOW lock_timeout") == "5s");
}

TEST_CASE("a cut connection fails the transaction under way, and the next one connects again")
{
    const auto conninfo = test::postgresConninfo();
    if (!conninfo)
        SKIP("no PostgreSQL server");
    const auto connection = openPostgres(*conninfo);
    const auto number = [](Connection& asked, const char* sql) {
        return asked.first(sql, {}, [](const Row& row) { return row.integer(0); }).value();
    };
    const std::int64_t session = number(*connection, "SELECT pg_backend_pid()");
    {
        Transaction cut{*connection, Access::write};
        const auto other = openPostgres(*conninfo);
        other->query("SELECT pg_terminate_backend($1::int, 5000)", {session}, [](const Row&) {});
        try {
            number(*connection, "SELECT pg_backend_pid()");
            FAIL("the session is still there");
        } catch (const Failure& failure) {
            CHECK(failure.kind() == Failure::Kind::unavailable);
        }
    }
    Transaction again{*connection, Access::write};
    CHECK(number(*connection, "SELECT pg_backend_pid()") != session);
    again.commit();
}
