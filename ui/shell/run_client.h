// Opens the desktop client: QApplication, theme, unlock or first run, then the main window until it is closed.
#pragma once

#include <string>

namespace holdfast::ui {

/// What the command line said about the client.
struct ClientOptions {
    std::string store;       ///< --store: a file or a postgresql:// URI; empty = the store of this account
    std::string passphrase;  ///< of --passphrase-file; empty = ask in the window
};

/// The program's exit code.
int runClient(int argc, char** argv, const ClientOptions& options);

}  // namespace holdfast::ui
