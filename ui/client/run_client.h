// Starts the desktop client: theme, settings, first run or unlock, then the window.
#pragma once

#include <string>

namespace holdfast::ui {

struct ClientOptions {
    std::string store;   ///< a file or a postgresql:// URI; empty: the one used last
    std::string secret;  ///< from --passphrase-file; empty: ask on the screen
};

/// Runs until the last window is closed; returns the exit code.
int runClient(int argc, char** argv, const ClientOptions& options);

}  // namespace holdfast::ui
