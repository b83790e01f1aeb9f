#include "db/server_address.h"

#include <libpq-fe.h>

#include <memory>
#include <string_view>

namespace holdfast::db {
namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const noexcept { PQconninfoFree(options); }
};

bool isLoopback(std::string_view host)
{
    return host.empty() || host.starts_with('/') || host == "localhost" || host == "::1" || host.starts_with("127.") ||
           host.starts_with('@');
}

/// libpq takes a comma-separated list; all of it must be here for a clear connection to be allowed.
bool allLoopback(std::string_view hosts)
{
    for (;;) {
        const auto comma = hosts.find(',');
        if (!isLoopback(hosts.substr(0, comma)))
            return false;
        if (comma == std::string_view::npos)
            return true;
        hosts.remove_prefix(comma + 1);
    }
}

/// The host that libpq falls back on: PGHOST, or its default socket.
std::string defaultOf(std::string_view keyword)
{
    const std::unique_ptr<PQconninfoOption, FreeOptions> options{PQconndefaults()};
    for (const PQconninfoOption* option = options.get(); option && option->keyword; ++option)
        if (option->keyword == keyword && option->val)
            return option->val;
    return {};
}

}  // namespace

ServerAddress addressOf(const std::string& conninfo)
{
    ServerAddress address;
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, FreeOptions> options{PQconninfoParse(conninfo.c_str(), &message)};
    if (!options) {
        // libpq's message quotes the text, which may hold a password.
        PQfreemem(message);
        address.unreadable = "expected postgresql://user@host:port/database";
        return address;
    }
    std::string numericHost;
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        const std::string_view keyword = option->keyword;
        const std::string value = option->val ? option->val : "";
        if (keyword == "host")
            address.host = value;
        else if (keyword == "hostaddr")
            numericHost = value;
        else if (keyword == "dbname")
            address.database = value;
        else if (keyword == "sslmode")
            address.sslMode = value;
        else if (keyword == "password" || keyword == "sslpassword")
            address.hasPassword = address.hasPassword || !value.empty();
    }
    if (address.host.empty() && numericHost.empty()) {
        address.host = defaultOf("host");
        numericHost = defaultOf("hostaddr");
    }
    // hostaddr is where libpq really connects; host is then only a name.
    address.isThisMachine = numericHost.empty() ? allLoopback(address.host) : allLoopback(numericHost);
    return address;
}

std::string faultOf(const ServerAddress& address)
{
    if (!address.unreadable.empty())
        return address.unreadable;
    const std::string& mode = address.sslMode;
    if (!address.isThisMachine && (mode == "disable" || mode == "allow" || mode == "prefer"))
        return "sslmode=" + mode + " would send the caseload in the clear; expected verify-full";
    return {};
}

}  // namespace holdfast::db
