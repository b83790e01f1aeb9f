// Somebody with something in every list there is, and all of those lists as text, for a worker who is not named.
#pragma once

#include "app/every_use_case.h"

#include <string>
#include <utility>
#include <vector>

namespace holdfast::test {

/// Marguerite Quillfeather, held by Priya, refused, written about and waited for. Nobody else is called so.
struct RestrictedCase {
    explicit RestrictedCase(AppWorld& world);

    /// By Joanne; Priya, Samir and she are named.
    void restrict() const;

    AppWorld* world;
    app::Session hale;  ///< a supervisor of the same service, who is not named
    Person person;
    Person other;  ///< whom everybody sees
    HandoverPackId pack;
    std::vector<WorkerId> named;
};

/// Each list with its text: names, ids, words.
using Listed = std::vector<std::pair<std::string, std::string>>;
Listed everyList(AppWorld& world, const app::Session& session, const RestrictedCase& of);

}  // namespace holdfast::test
