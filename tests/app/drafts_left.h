// Drafts as a program leaves them that dies: in the store, and on the computer it ran on.
#pragma once

#include "app/app_world.h"
#include "app/local_drafts.h"
#include "support/temp_folder.h"

#include <memory>
#include <string>

namespace holdfast::test {

/// As a program left it that was killed while Priya typed.
void leaveCutOff(AppWorld& world, const PersonId& person, const std::string& words,
                 const std::string& kind = "assessment", const std::string& sitting = "dead");

/// What an earlier sitting of this store would write through.
std::unique_ptr<app::LocalDrafts> deadSitting(AppWorld& world, const TempFolder& folder);

}  // namespace holdfast::test
