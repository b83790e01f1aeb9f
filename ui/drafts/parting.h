// How an editor parts with its draft: what was typed is saved, and nothing of it counts as cut off.
#pragma once

#include "async/keeper.h"
#include "base/id.h"

#include <memory>
#include <string>

namespace holdfast::ui {

class Desk;

/// In the store it is no longer being written.
void endWriting(Desk& desk, const PersonId& person, const std::string& kind);

/// Saves what is still to be saved for this draft, whatever is on the screen by then, and is gone; `editor` hears nothing
/// of it any more.
void saveApart(std::unique_ptr<Keeping> keeper, QObject& editor);

}  // namespace holdfast::ui
