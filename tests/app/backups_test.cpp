#include "app/backups.h"

#include "app/accounts_world.h"
#include "app/backup_rotation.h"
#include "app/people.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

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
    const auto there = app::backupsIn(backups, path);
    REQUIRE(there.size() == 1);
    CHECK(there.front().path == made);
    CHECK(there.front().madeAt == clock.now());
    CHECK(there.front().bytes == static_cast<std::int64_t>(std::filesystem::file_size(made)));
    CHECK(there.front().as == app::KeptAs::monthly);
    const auto office = opened("rowan.e", rowansPhrase);
    const auto rows = audit(*office.workspace);
    CHECK(std::ranges::count(rows, "back_up_store", &store::AuditRow::action) == 1);
    const auto copy = app::openStore(made, {"ines.m", inesPhrase}, clock, random);
    REQUIRE(copy);
    CHECK(copy->session->worker.id == WorkerId{"ines"});
}

TEST_CASE_METHOD(BackupWorld, "a keyworker makes no backup, and a folder that is not there is found out by who copies")
{
    const auto desk = opened("ines.m", inesPhrase);
    CHECK(app::Backups{*desk.workspace}.begin(*desk.session, backups).error().code == ErrorCode::forbidden);
    CHECK(app::Backups{*desk.workspace}.since(*desk.session, clock.now()).error().code == ErrorCode::forbidden);
    const auto office = opened("rowan.e", rowansPhrase);
    const auto nowhere = app::Backups{*office.workspace}.begin(*office.session, folder.file("none"));
    REQUIRE(nowhere);  // a share that does not answer must not hold up the store
    CHECK(app::Backups::run(*nowhere).error().code == ErrorCode::notFound);
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

TEST_CASE("from the day that is named, the next copy drives out the last that may hold what went before")
{
    using namespace std::chrono;
    const Instant gone = *parseInstant("2026-11-20T12:00:00Z");
    const Date named = app::drivenOutFrom(gone);
    CHECK(named == Date{2027y / 11 / 1});
    for (const int everyDays : {1, 28}) {
        std::vector<Instant> shelf;
        bool heldUntilThen = false;
        for (Instant made = gone - days{everyDays * 14};; made += days{everyDays}) {
            heldUntilThen = !shelf.empty() && shelf.front() <= gone;
            shelf.push_back(made);
            for (const Instant each : app::notKept(shelf))
                std::erase(shelf, each);
            if (floor<days>(made) >= sys_days{named})
                break;
        }
        CHECK(shelf.front() > gone);
        if (everyDays > 1)
            CHECK(heldUntilThen);  // one copy earlier it was still there
    }
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

TEST_CASE_METHOD(BackupWorld, "what would be set aside is counted by what it is about")
{
    const std::string backup = backedUp();
    clock.advance(hours{1});
    {
        const auto desk = opened("ines.m", inesPhrase);
        app::People people{*desk.workspace};
        Person person;
        person.givenName = "Ada";
        person.familyName = "Fenwick";
        person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
        person.addressStatus = AddressStatus::notKnown;
        const auto ada = people.registerPerson(*desk.session, person, CommandId{"c1"});
        INFO((ada ? "" : ada.error().detail));
        REQUIRE(ada);
        const auto refused = app::Backups{*desk.workspace}.since(*desk.session, *app::madeAt(backup));
        CHECK(refused.error().code == ErrorCode::forbidden);
    }
    const auto office = opened("rowan.e", rowansPhrase);
    const auto since = app::Backups{*office.workspace}.since(*office.session, *app::madeAt(backup));
    REQUIRE(since);
    CHECK(since->added == 1);
    CHECK(since->notes == 0);
    CHECK(since->people == (since->events > 0 ? 1 : 0));
}

TEST_CASE_METHOD(BackupWorld, "a backup is opened and read before anything is put back")
{
    const std::string backup = backedUp();
    const auto check = [&](const std::string& file, const std::string& own, const std::string& then) {
        return app::checkRestore({file, {"rowan.e", then}, path, {"rowan.e", own}}, clock);
    };
    const std::string wrong = "four plain lanterns wandered";
    CHECK(check(backup, rowansPhrase, rowansPhrase));
    const auto notTheirs = check(backup, wrong, rowansPhrase);
    CHECK(notTheirs.error().code == ErrorCode::wrongKey);
    CHECK(notTheirs.error().where == "store");
    const auto tooSoon = check(backup, rowansPhrase, rowansPhrase);
    CHECK(tooSoon.error().code == ErrorCode::refused);
    CHECK(tooSoon.error().where == "store");
    clock.advance(hours{1});
    const auto notThen = check(backup, rowansPhrase, wrong);
    CHECK(notThen.error().code == ErrorCode::wrongKey);
    CHECK(notThen.error().where == "backup");
    CHECK_FALSE(check(folder.file("none"), rowansPhrase, rowansPhrase));
    clock.advance(hours{1});
    std::fstream file{backup, std::ios::in | std::ios::out | std::ios::binary};
    file.seekp(20'000);
    file.write("spilled", 7);
    file.close();
    CHECK(check(backup, rowansPhrase, rowansPhrase).error().code == ErrorCode::damaged);
}

TEST_CASE("a backup is due at its time of day in London, and one that was missed stays due")
{
    const app::BackupPlan plan{"/media/backups", hours{18}};
    const auto at = [](const char* text) { return *parseInstant(text); };
    CHECK(app::lastDue(hours{18}, at("2026-11-23T17:59:00Z")) == at("2026-11-22T18:00:00Z"));
    CHECK(app::lastDue(hours{18}, at("2026-11-23T18:00:00Z")) == at("2026-11-23T18:00:00Z"));
    CHECK(app::lastDue(hours{18}, at("2026-07-01T17:00:00Z")) == at("2026-07-01T17:00:00Z"));  // summer time
    // The hour that is lost in March does not lose the backup.
    CHECK(app::lastDue(std::chrono::minutes{90}, at("2026-03-29T12:00:00Z")) == at("2026-03-29T01:00:00Z"));
    const Instant friday = at("2026-11-20T18:05:00Z");
    CHECK_FALSE(app::standingOf(plan, friday, at("2026-11-21T17:59:00Z")).due);
    const auto saturday = app::standingOf(plan, friday, at("2026-11-21T18:00:00Z"));
    CHECK(saturday.due);
    CHECK_FALSE(saturday.overdue);
    const auto monday = app::standingOf(plan, friday, at("2026-11-23T08:00:00Z"));
    CHECK(monday.due);
    CHECK(monday.overdue);
    CHECK(app::standingOf(plan, std::nullopt, friday).overdue);
    CHECK(app::standingOf(plan, at("2027-01-01T00:00:00Z"), friday).due);  // the clock was set back
    CHECK_FALSE(app::standingOf({"/media/backups", std::nullopt}, std::nullopt, friday).due);
}

TEST_CASE_METHOD(BackupWorld, "the plan stands in the store, and whoever has it open makes what is due")
{
    const app::BackupPlan plan{backups, hours{18}};
    {
        const auto office = opened("rowan.e", rowansPhrase);
        app::Backups use{*office.workspace};
        CHECK(use.keepPlan(*office.session, {folder.file("none"), hours{18}}).error().code == ErrorCode::notFound);
        CHECK(use.keepPlan(*office.session, {"", hours{18}}).error().code == ErrorCode::invalid);
        CHECK(use.keepPlan(*office.session, {"backups", hours{18}}).error().code == ErrorCode::notFound);
        CHECK(use.keepPlan(*office.session, {backups, hours{24}}).error().code == ErrorCode::invalid);
        REQUIRE(use.keepPlan(*office.session, plan));
        CHECK(use.standing(*office.session)->plan == plan);
        CHECK(use.standing(*office.session)->due);
    }
    const auto desk = opened("ines.m", inesPhrase);
    app::Backups use{*desk.workspace};
    CHECK(use.standing(*desk.session).error().code == ErrorCode::forbidden);
    CHECK(use.keepPlan(*desk.session, {backups, std::nullopt}).error().code == ErrorCode::forbidden);
    const auto job = use.beginDue(*desk.session);
    REQUIRE(job);
    REQUIRE(*job);
    const auto made = app::Backups::run(**job);
    REQUIRE(made);
    CHECK(use.beginDue(*desk.session)->has_value());  // not before it was read back and said so
    REQUIRE(use.noteMade(*desk.session, *made));
    CHECK_FALSE(use.beginDue(*desk.session)->has_value());
    clock.advance(hours{24});
    CHECK(use.beginDue(*desk.session)->has_value());
    std::filesystem::rename(backups, backups + "-gone");
    const auto nowhere = use.beginDue(*desk.session);
    REQUIRE(nowhere);
    REQUIRE(*nowhere);
    CHECK(app::Backups::run(**nowhere).error().code == ErrorCode::notFound);
}

TEST_CASE_METHOD(BackupWorld, "what a restore set aside is found again by its name")
{
    const std::string backup = backedUp();
    CHECK(app::keptBeforeRestore(path).empty());
    clock.advance(hours{1});
    REQUIRE(putBack(backup));
    CHECK(app::keptBeforeRestore(path) == std::vector<std::string>{"team.holdfast.before-restore"});
}
