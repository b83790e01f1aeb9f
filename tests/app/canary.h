// A word that is in every field of a made-up person's record and nowhere else, for looking where it must not be.
#pragma once

#include "app/app_world.h"

#include <filesystem>

namespace holdfast::test {

inline constexpr const char* canary = "Kanarienvogel";
inline constexpr const char* canaryNumber = "9995260182";

/// Registers, assesses, refers, is refused, challenges, corrects, meets and sweeps, with the canary in every answer.
PersonId driveEverything(AppWorld& world);

/// The bytes and names of all files in it and below.
std::string everythingIn(const std::filesystem::path& folder);

}  // namespace holdfast::test
