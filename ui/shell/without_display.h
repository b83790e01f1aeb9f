// Painting without a display: for the command line, the tour and the pictures.
#pragma once

namespace holdfast::ui {

/// To be called before the application is made.
void useNoDisplay();

}  // namespace holdfast::ui
