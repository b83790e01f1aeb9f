// What a PostgreSQL URI or connection string asks for, read by libpq itself and judged before anything is sent.
#pragma once

#include <string>

namespace holdfast::db {

struct ServerAddress {
    std::string host;  ///< empty for the default socket
    std::string database;
    std::string sslMode;  ///< empty when not given
    bool isThisMachine = true;
    bool hasPassword = false;
    std::string unreadable;  ///< why libpq cannot read it; empty when it can
};

ServerAddress addressOf(const std::string& conninfo);

/// Why we do not connect there, or nothing.
std::string faultOf(const ServerAddress& address);

}  // namespace holdfast::db
