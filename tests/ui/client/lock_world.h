// A client on an encrypted store with accounts, and the lock over it. What the lock opens for somebody else comes to
// `others`.
#pragma once

#include "app/accounts_world.h"
#include "client/client.h"
#include "client/lock.h"
#include "shell/main_window.h"
#include "shell/settings_store.h"
#include "theme/theme.h"

#include <memory>

namespace holdfast::test {

struct LockedClient {
    AccountsWorld world;
    ui::MemorySettings settings;
    ui::Theme theme;
    SystemRandom random;
    IdSource ids{world.clock, random};
    std::unique_ptr<ui::Client> client;
    std::unique_ptr<app::Workspace> others;
    app::Session other;
    std::unique_ptr<ui::Lock> lock;

    void open(const std::string& user, const std::string& secret)
    {
        auto opened = world.opened(user, secret);
        client = std::make_unique<ui::Client>(theme, settings, world.clock, ids, std::move(opened.workspace),
                                              *opened.session, QString::fromStdString(world.path));
        client->window().show();
    }
    void guard()
    {
        lock = std::make_unique<ui::Lock>(
            *client, theme, settings, world.clock, random,
            [this](std::unique_ptr<app::Workspace> workspace, app::Session session, const QString&) {
                others = std::move(workspace);
                other = std::move(session);
            });
    }
    ~LockedClient()
    {
        lock.reset();
        client.reset();
    }
};

}  // namespace holdfast::test
