// Who is at the screen: whose passphrase opened the store, or who was chosen where a store has no accounts. Every use
// case takes the session and asks authorise().
#pragma once

#include "domain/worker.h"

namespace holdfast::app {

struct Session {
    Worker worker;
};

/// Whose work a list shows.
enum class Scope : std::uint8_t { mine, team, everyone };

}  // namespace holdfast::app
