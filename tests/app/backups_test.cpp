#include "app/backups.h"

#include "app/accounts_world.h"
#include "app/backup_rotation.h"

#include <algorithm>
#include <filesystem>

using namespace holdfast;
using namespace holdfast::test;
using std::chrono::days;
using std::chrono::hours;

namespace {

struct BackupWorld : AccountsWorld {
    std::string backups = folder.file("backups");

    BackupWorld() { std::filesystem::create_directory(backups); }

    /// As the administrator; the name of the file.
    std::string backedUp()
    {
        const auto office = opened("rowan.e", rowansPhrase);
        const auto job = app::Backups{*office.workspace}.begin(*office.session, backups);
        REQUIRE(job);
        const auto made = app::Backups::run(*job);
        INFO((made ? "" : made.error().detail));
        REQUIRE(made);
        return made->file;
    }
    std::size_t entries()
    {
        const auto office = opened("rowan.e", rowansPhrase);
        return audit(*office.workspace).size();
    }
    Result<std::string> putBack(const std::string& backup, const std::string& user = "rowan.e",
                                const std::string& secret = rowansPhrase)
    {
        return app::restoreStore({backup, {"rowan.e", rowansPhrase}, path, {user, secret}}, clock, random);
    }
};

}  // namespace

TEST_CASE_METHOD(BackupWorld, "a backup says when it was made, is noted in the audit, and opens as the store did")
{
    const std::string made = backedUp();
    CHECK(app::madeAt(made) == clock.now());
    CHECK(app::backupsIn(backups, path) == std::vector<app::BackupFile>{{made, clock.now()}});
    const auto office = opened("rowan.e", rowansPhrase);
    const auto rows = audit(*office.workspace);
    CHECK(std::ranges::count(rows, "back_up_store", &store::AuditRow::action) == 1);
    const auto copy = app::openStore(made, {"ines.m", inesPhrase}, clock, random);
    REQUIRE(copy);
    CHECK(copy->session->worker.id == WorkerId{"ines"});
}

TEST_CASE_METHOD(BackupWorld,
                 "a keyworker makes no backup, and a folder that is not there is said before anything is noted")
{
    const auto desk = opened("ines.m", inesPhrase);
    CHECK(app::Backups{*desk.workspace}.begin(*desk.session, backups).error().code == ErrorCode::forbidden);
    CHECK(app::Backups{*desk.workspace}.since(*desk.session, clock.now()).error().code == ErrorCode::forbidden);
    const auto office = opened("rowan.e", rowansPhrase);
    const auto before = audit(*office.workspace).size();
    CHECK(app::Backups{*office.workspace}.begin(*office.session, folder.file("none")).error().code ==
          ErrorCode::notFound);
    CHECK(audit(*office.workspace).size() == before);
}

TEST_CASE_METHOD(BackupWorld,
                 "a store that is put back is as it was, says so in its audit, and the audit hangs together")
{
    const std::string backup = backedUp();
    clock.advance(hours{1});
    {
        const auto office = opened("rowan.e", rowansPhrase);
        const auto since = app::Backups{*office.workspace}.since(*office.session, *app::madeAt(backup));
        REQUIRE(since);
        CHECK(since->events == 0);
        CHECK(since->entries > 0);
    }
    const auto kept = putBack(backup);
    INFO((kept ? "" : kept.error().detail));
    REQUIRE(kept);
    CHECK(std::filesystem::exists(*kept));
    const auto office = opened("rowan.e", rowansPhrase);
    const auto rows = audit(*office.workspace);
    const auto restored = std::ranges::find(rows, "restore_store", &store::AuditRow::action);
    REQUIRE(restored != rows.end());
    CHECK(restored->worker == WorkerId{"rowan"});
    CHECK(restored->detail == std::filesystem::path{backup}.filename().string());
    CHECK(app::madeAt(restored->detail) == app::madeAt(backup));
}

TEST_CASE("what is kept is the newest of each day, week and month, and the newest few")
{
    const Instant now = *parseInstant("2026-11-23T07:00:00Z");
    std::vector<Instant> made;
    for (int hour = 0; hour < 24 * 500; hour += 12)
        made.push_back(now - hours{hour});
    const auto old = app::notKept(made);
    CHECK(std::ranges::is_sorted(old));
    std::erase_if(made, [&](Instant each) { return std::ranges::find(old, each) != old.end(); });
    CHECK(made.size() <= 3 + 7 + 5 + 12);
    CHECK(made.front() == now);
    CHECK(made[1] == now - hours{12});
    CHECK(made.back() > now - days{366});
    CHECK(made.back() < now - days{320});  // the newest of last December
    CHECK(app::notKept({now, now - days{1000}, now - days{2000}}).empty());
    CHECK(app::notKept({}).empty());
    // Kept again and again, day by day, the months stay.
    std::vector<Instant> shelf;
    for (int day = 400; day >= 0; --day) {
        shelf.push_back(now - days{day});
        for (const Instant each : app::notKept(shelf))
            std::erase(shelf, each);
    }
    CHECK(shelf.size() >= 12 + 6);
    CHECK(shelf.front() < now - days{320});
}

TEST_CASE_METHOD(BackupWorld, "who may not replace the store does not, and a wrong passphrase changes nothing")
{
    const std::string backup = backedUp();
    const std::size_t before = entries();
    CHECK(putBack(backup, "ines.m", inesPhrase).error().code == ErrorCode::forbidden);
    CHECK(putBack(backup, "rowan.e", "four plain lanterns wandered").error().code == ErrorCode::wrongKey);
    clock.advance(hours{1});
    CHECK(entries() > before);  // both are in the audit of the store that is still there
    CHECK_FALSE(std::filesystem::exists(path + ".before-restore"));
}

TEST_CASE_METHOD(BackupWorld, "a store that is gone comes back from its backup with the passphrase of that day")
{
    const std::string backup = backedUp();
    for (const auto& entry : std::filesystem::directory_iterator{folder.file("")})
        if (entry.is_regular_file())
            std::filesystem::remove(entry.path());
    const auto kept = app::restoreStore({backup, {"ines.m", inesPhrase}, path, {}}, clock, random);
    INFO((kept ? "" : kept.error().detail));
    REQUIRE(kept);
    CHECK(kept->empty());
    CHECK(open("rowan.e", rowansPhrase));
}
