// What is said of a letter that was sent.
#pragma once

#include "app/app_world.h"
#include "app/letters.h"

namespace holdfast::test {

/// Sent to 1 Station Road now, at the version of the case, by a command of its own.
inline app::SentInput sentInput(AppWorld& world, const PersonId& person, const DocumentId& letter)
{
    app::SentInput input;
    input.person = person;
    input.seenVersion = world.file(person).version;
    input.command = world.command();
    input.document = letter;
    input.at = world.clock.now();
    input.address = "1 Station Road";
    return input;
}

}  // namespace holdfast::test
