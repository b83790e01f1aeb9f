// SQLite's memory as this program gives it: one request can be refused. Installed before anything uses SQLite.
#pragma once

#include <cstdint>

namespace holdfast::test {

/// The `nth` request from now on, from 1, is refused; with `forGood` every later one too.
void refuseMemory(std::int64_t nth, bool forGood);
void grantMemory();
bool wasRefused();

}  // namespace holdfast::test
