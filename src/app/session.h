// Who is at the screen. Sign-in is a choice of worker for now; every use case takes the session and asks authorise().
#pragma once

#include "domain/worker.h"

namespace holdfast::app {

struct Session {
    Worker worker;
};

/// Whose work a list shows.
enum class Scope : std::uint8_t { mine, team, everyone };

}  // namespace holdfast::app
