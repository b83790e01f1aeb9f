#include "db/postgres_session.h"

#include "db/server_address.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace holdfast::db {
namespace {

constexpr int oldestServer = 150000;

Failure::Kind kindOf(std::string_view state)
{
    using enum Failure::Kind;
    if (state == "40001" || state == "40P01" || state == "55P03" || state == "53300")
        return busy;  // serialization failure, deadlock, lock not available, too many connections: try again
    if (state.starts_with("23"))
        return constraint;
    if (state == "53100")
        return diskFull;
    if (state == "25006" || state == "42501")
        return readOnly;  // a read-only transaction or server, or a role without the right
    if (state.starts_with("XX0"))
        return state == "XX000" ? other : damaged;
    if (state.empty() || state.starts_with("08") || state.starts_with("57") || state.starts_with("28") ||
        state.starts_with("3D"))
        return unavailable;
    return other;
}

/// Messages of class 22 quote the value they could not read; the words before the colon say enough.
std::string withoutValues(std::string_view message, std::string_view state)
{
    return std::string{state.starts_with("22") ? message.substr(0, message.find(':')) : message};
}

std::string firstLine(std::string_view text)
{
    return std::string{text.substr(0, text.find('\n'))};
}

/// The settings of a connection string after we have had our say.
class Settings {
public:
    explicit Settings(const std::string& conninfo)
    {
        const ServerAddress address = addressOf(conninfo);
        m_keywords = {"application_name", "connect_timeout", "dbname"};  // later ones win
        m_values = {"holdfast", "10", conninfo};
        if (!address.isThisMachine && address.sslMode.empty()) {
            m_keywords.emplace_back("sslmode");
            m_values.emplace_back("verify-full");
        }
    }

    Session connect() const
    {
        std::vector<const char*> keywords;
        std::vector<const char*> values;
        for (std::size_t i = 0; i < m_keywords.size(); ++i) {
            keywords.push_back(m_keywords[i].c_str());
            values.push_back(m_values[i].c_str());
        }
        keywords.push_back(nullptr);
        values.push_back(nullptr);
        constexpr int expandDatabaseName = 1;  // dbname may be a URI or a connection string
        return Session{PQconnectdbParams(keywords.data(), values.data(), expandDatabaseName)};
    }

private:
    std::vector<std::string> m_keywords;
    std::vector<std::string> m_values;
};

}  // namespace

Reply checked(PGconn* session, PGresult* result)
{
    Reply reply{result};
    const auto status = PQresultStatus(reply.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN)
        return reply;
    const char* code = PQresultErrorField(reply.get(), PG_DIAG_SQLSTATE);
    const char* message = PQresultErrorField(reply.get(), PG_DIAG_MESSAGE_PRIMARY);
    const std::string state = code ? code : "";
    if (!message)
        throw Failure{Failure::Kind::unavailable, firstLine(PQerrorMessage(session)), state};
    throw Failure{kindOf(state), withoutValues(message, state), state};
}

Session connectSession(const std::string& conninfo)
{
    if (const std::string fault = faultOf(addressOf(conninfo)); !fault.empty())
        throw Failure{Failure::Kind::unavailable, fault};
    Session session = Settings{conninfo}.connect();
    if (PQstatus(session.get()) != CONNECTION_OK)
        throw Failure{Failure::Kind::unavailable, firstLine(PQerrorMessage(session.get()))};
    if (!addressOf(conninfo).isThisMachine && PQsslInUse(session.get()) == 0)
        throw Failure{Failure::Kind::unavailable, "the server is on another machine and does not speak TLS"};
    if (PQserverVersion(session.get()) < oldestServer)
        throw Failure{Failure::Kind::unavailable, "the server is older than PostgreSQL 15"};
    prepareSession(session.get());
    return session;
}

void prepareSession(PGconn* session)
{
    PQsetNoticeProcessor(
        session, [](void*, const char*) {}, nullptr);  // it would print to standard error
    checked(session, PQexec(session, "SET client_encoding = 'UTF8'; SET client_min_messages = 'warning';"
                                     "SET lock_timeout = '5s'; SET standard_conforming_strings = on;"
                                     "SET jit = off"));  // compiling a plan takes longer than running ours
    constexpr std::array<std::array<const char*, 2>, 4> quiet{{{"log_error_verbosity", "terse"},
                                                               {"log_parameter_max_length_on_error", "0"},
                                                               {"log_min_error_statement", "panic"},
                                                               {"log_statement", "none"}}};
    for (const auto& [name, value] : quiet) {
        const std::array<const char*, 2> parameters{name, value};
        checked(session, PQexecParams(session,
                                      "SELECT set_config($1, $2, false) "
                                      "WHERE has_parameter_privilege(current_user, $1, 'SET')",
                                      2, nullptr, parameters.data(), nullptr, nullptr, 0));
    }
}

}  // namespace holdfast::db
