// A libpq session: its owner, its errors as Failures, and how one is made safely. Included by postgres_*.cpp only.
#pragma once

#include "db/failure.h"

#include <libpq-fe.h>

#include <memory>
#include <string>

namespace holdfast::db {

struct FinishSession {
    void operator()(PGconn* session) const noexcept { PQfinish(session); }
};
struct ClearResult {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
};

using Session = std::unique_ptr<PGconn, FinishSession>;
using Reply = std::unique_ptr<PGresult, ClearResult>;

/// Takes the result over; throws when it is an error.
Reply checked(PGconn* session, PGresult* result);

/// Connects; another machine only through verified TLS unless the caller asked for a weaker form of it by name.
Session connectSession(const std::string& conninfo);

/// What a fresh session is told: how long to wait for locks, and to keep values out of the server's log where our
/// role may say so.
void prepareSession(PGconn* session);

}  // namespace holdfast::db
