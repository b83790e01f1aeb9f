// A small encrypted store with three workers, whose first account belongs to its administrator.
#pragma once

#include "app/accounts.h"
#include "app/unit_of_work.h"
#include "base/random.h"
#include "db/envelope.h"
#include "db/store_file.h"
#include "store/audit_trail.h"
#include "store/meta_repository.h"
#include "store/schema.h"
#include "store/worker_repository.h"
#include "support/manual_clock.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <stdexcept>

namespace holdfast::test {

inline const std::string rowansPhrase = "four plain lanterns wander";
inline const std::string inesPhrase = "seven otters juggle lamps";

struct AccountsWorld {
    TempFolder folder;
    std::string path = folder.file("team.holdfast");
    ManualClock clock{monday};
    SeededRandom random{5};
    db::NewEnvelope made =
        db::createEnvelope({"rowan.e", "rowan"}, db::Secret::copyOf(rowansPhrase), db::smallCost).value();
    std::string recovery{made.recovery.printed().view()};

    AccountsWorld()
    {
        auto connection = db::createEncrypted(path, made, store::schema());
        if (!connection)
            throw std::runtime_error{connection.error().detail};
        const auto filled = app::inTransaction(**connection, db::Access::write, [&]() -> Result<Done> {
            store::MetaRepository{**connection}.set(store::metaPractice, "no");
            for (const auto& [id, role] :
                 {std::pair{"rowan", Role::administrator}, {"ines", Role::keyworker}, {"joanne", Role::supervisor}}) {
                Worker worker;
                worker.id = WorkerId{id};
                worker.name = std::string{"Made up "} + id;
                worker.role = role;
                if (auto put = store::WorkerRepository{**connection}.insert(worker); !put)
                    return put.error();
            }
            return Done{};
        });
        if (!filled ||
            !db::addAccount(path, made.key, {"ines.m", "ines"}, db::Secret::copyOf(inesPhrase), db::smallCost))
            throw std::runtime_error{"no accounts"};
    }

    Result<app::OpenedStore> open(const std::string& user, const std::string& secret)
    {
        return app::openStore(path, {user, secret}, clock, random);
    }
    app::OpenedStore opened(const std::string& user, const std::string& secret)
    {
        auto answer = open(user, secret);
        INFO((answer ? std::string{} : answer.error().detail));
        REQUIRE(answer);
        return *std::move(answer);
    }
    std::vector<store::AuditRow> audit(app::Workspace& workspace)
    {
        return store::AuditTrail{workspace.connection()}.page(0, 1000);
    }
};

}  // namespace holdfast::test
