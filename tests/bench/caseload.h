// The store that everything is measured on: made by the practice caseload's own code, plain, encrypted or on a server.
#pragma once

#include "app/workspace.h"

#include <functional>
#include <memory>
#include <string>

namespace holdfast::test {

enum class StoreKind : std::uint8_t { plain, encrypted, server };

/// "postgresql://..." is a server; a file is encrypted when the word says so.
struct Caseload {
    StoreKind kind = StoreKind::plain;
    std::string place;  ///< a path or a URI
};

/// Of the words of a command line: "plain", "encrypted" or "server".
Caseload caseloadAt(const std::string& kind, const std::string& place);

/// Opens the encrypted store; it has no other use.
inline constexpr const char* benchPassphrase = "four plain lanterns wander";

/// Puts something between the use cases and the store, e.g. to write down what is asked.
using Wrap = std::function<std::unique_ptr<db::Connection>(std::unique_ptr<db::Connection>)>;

/// A new store with the practice caseload as of `clock`'s day. Throws when it cannot be made.
void makeCaseload(const Caseload& caseload, int people, const Clock& clock, Random& random);

/// Opens it the way the program does. Throws when it cannot be opened.
std::unique_ptr<app::Workspace> openCaseload(const Caseload& caseload, const Clock& clock, Random& random,
                                             const Wrap& wrap);

}  // namespace holdfast::test
