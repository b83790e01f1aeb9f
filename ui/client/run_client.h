// Starts the desktop client: theme, settings, first run or unlock, then the window.
#pragma once

#include <functional>
#include <string>

namespace holdfast::ui {

class Client;

struct ClientOptions {
    std::string store;   ///< a file or a postgresql:// URI; empty: the one used last
    std::string user;    ///< whose passphrase it is; empty where there is one account
    std::string secret;  ///< from --passphrase-file; empty: ask on the screen
    // For a main() of another kind, such as the proof in tests/typing.
    std::function<void(Client&)> opened{};  ///< the window is there
    std::function<void()> closing{};        ///< the client is about to go
    bool keepsDrafts = true;                ///< false only to see that the proof notices
};

/// Runs until the last window is closed; returns the exit code.
int runClient(int argc, char** argv, const ClientOptions& options);

}  // namespace holdfast::ui
