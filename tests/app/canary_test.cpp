// The raw bytes of everything Holdfast leaves on a disk, searched for a word that the record is full of: the store, its
// journal while it is open, drafts kept on this computer, backups, a store with a new key, and the folder for temporary
// files. A practice store is plain: there the search must find it, or it proves nothing.
#include "app/canary.h"

#include "app/backups.h"
#include "app/check.h"
#include "app/disposals.h"
#include "app/documents.h"
#include "app/drafts.h"
#include "app/letters.h"
#include "app/local_drafts.h"
#include "app/notes.h"
#include "app/restrictions.h"
#include "base/text.h"
#include "db/envelope.h"
#include "db/key_rotation.h"
#include "db/secret.h"
#include "db/store_file.h"
#include "db/transaction.h"
#include "domain/calendar.h"
#include "store/schema.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>

using namespace holdfast;
using namespace holdfast::test;
namespace fs = std::filesystem;

namespace {

/// The folder for temporary files, for as long as this lives.
class TempPlace {
public:
    explicit TempPlace(const std::string& folder)
    {
        fs::create_directory(folder);
        if (const char* before = std::getenv("TMPDIR"))
            m_before = before;
        ::setenv("TMPDIR", folder.c_str(), 1);
        ::setenv("SQLITE_TMPDIR", folder.c_str(), 1);
    }
    TempPlace(const TempPlace&) = delete;
    TempPlace& operator=(const TempPlace&) = delete;
    ~TempPlace()
    {
        ::unsetenv("SQLITE_TMPDIR");
        if (m_before.empty())
            ::unsetenv("TMPDIR");
        else
            ::setenv("TMPDIR", m_before.c_str(), 1);
    }

private:
    std::string m_before;
};

/// However it may be written: in small letters as an index folds it, two bytes a letter, as hexadecimal digits.
std::vector<std::string> formsOf(const std::string& word)
{
    std::string small;
    std::string wide;
    std::string hex;
    for (const char c : word) {
        small += smallLetter(c);
        wide += {small.back(), '\0'};
        constexpr std::string_view digits = "0123456789abcdef";
        hex += {digits[static_cast<unsigned char>(c) >> 4U], digits[static_cast<unsigned char>(c) & 15U]};
    }
    return {small, wide, hex};
}

int timesIn(std::string bytes)
{
    std::ranges::transform(bytes, bytes.begin(), smallLetter);
    int found = 0;
    for (const char* word : {canary, canaryNumber})
        for (const std::string& form : formsOf(word))
            for (std::size_t at = bytes.find(form); at != std::string::npos; at = bytes.find(form, at + 1))
                ++found;
    return found;
}

/// What driveEverything() leaves out: notes, papers, letters and what is kept beside the store.
void writeAround(AppWorld& world, const PersonId& person, const std::string& local)
{
    app::Notes notes{*world.workspace};
    NoteContent content;
    content.text = std::string{canary} + " says so";
    const auto draft = notes.begin(world.priya, person, content);
    REQUIRE(draft);
    const auto note = notes.sign(world.priya, {person, draft->id, draft->version, world.command()});
    REQUIRE(note);
    REQUIRE(notes.begin(world.priya, person, content));
    app::AttachInput paper;
    paper.person = person;
    paper.command = world.command();
    paper.name = "reply.txt";
    paper.bytes = std::string{canary} + " wrote this";
    paper.note = *note;
    REQUIRE(app::Documents{*world.workspace}.attach(world.priya, paper));
    app::Drafts drafts{*world.workspace};
    REQUIRE(drafts.saveSheet(world.priya, {"record/contact", person, {{"words", canary}}, 0, {}, false}));
    fs::create_directory(local);
    const auto kept = drafts.openLocal(world.priya, local);
    REQUIRE(kept);
    REQUIRE((*kept)->keep({"assessment", person, std::string{"{\"what_matters\":\""} + canary + "\"}", 1},
                          world.priya.worker.id, world.clock.now()));
}

struct CanaryWorld {
    TempFolder folder;
    TempPlace temp{folder.file("tmp")};
    std::string store = folder.file("team.holdfast");

    int found() const { return timesIn(everythingIn(folder.path())); }
    void workIn(AppWorld& world) const { writeAround(world, driveEverything(world), folder.file("local")); }
    void backUp(AppWorld& world) const
    {
        fs::create_directory(folder.file("backups"));
        const auto job = app::Backups{*world.workspace}.begin(world.rowan, folder.file("backups"));
        REQUIRE(job);
        REQUIRE(app::Backups::run(*job));
    }
};

}  // namespace

TEST_CASE_METHOD(CanaryWorld, "nothing of a person can be read in what an encrypted store leaves on a disk")
{
    const db::NewEnvelope made =
        db::createEnvelope({"rowan.e", "rowan"}, db::Secret::copyOf("four plain lanterns wander"), db::smallCost)
            .value();
    {
        auto opened = db::createEncrypted(store, made, store::schema());
        REQUIRE(opened);
        AppWorld world{*std::move(opened)};
        workIn(world);
        CHECK(fs::file_size(store + "-wal") > 0);  // the journal is there to be looked at
        CHECK(found() == 0);
        backUp(world);
        CHECK(found() == 0);
    }
    CHECK(found() == 0);  // closed: everything in the one file
    CHECK(fs::file_size(store) > 100'000);
    CHECK_FALSE(fs::is_empty(folder.file("backups")));
    CHECK_FALSE(fs::is_empty(folder.file("local")));
    REQUIRE(db::rotateDataKey(store, made.key));
    CHECK(found() == 0);
}

TEST_CASE_METHOD(CanaryWorld,
                 "in a practice store, which is plain, the same search finds it in the file and in the journal")
{
    auto opened = db::createPlain(store, store::schema());
    REQUIRE(opened);
    AppWorld world{*std::move(opened), true};
    const int before = found();
    workIn(world);
    CHECK(before == 0);
    CHECK(timesIn(everythingIn(folder.path())) > 20);
    CHECK(timesIn(everythingIn(folder.file("local"))) == 0);  // drafts kept on this computer are sealed there too
    backUp(world);
    CHECK(timesIn(everythingIn(folder.file("backups"))) > 20);
}

namespace {

/// A person whose record is full of it, dead for 21 years, and proposed for disposal.
DisposalId proposedIn(AppWorld& world, const std::string& local)
{
    const PersonId person = driveEverything(world);
    writeAround(world, person, local);
    Person renamed = world.file(person).person;  // what it was before lingers where rows once lay
    renamed.givenName = "Ada";
    REQUIRE(world.people().save(world.priya, renamed));
    const std::vector<WorkerId> named{world.joanne.worker.id, world.priya.worker.id, world.samir.worker.id};
    for (const bool restricted : {true, false})
        REQUIRE(app::Restrictions{*world.workspace}.decide(
            world.joanne, {person, restricted, restricted ? named : std::vector<WorkerId>{}, canary, world.command()}));
    world.recorded(person, event::PersonDied{londonDate(world.clock.now())}, canary);
    for (int i = 0; i < 30; ++i)
        world.recorded(world.referred("Ben" + std::to_string(i)).id, declined(ReasonCode{"N02"}), "Rang twice");
    world.clock.advance(std::chrono::days{21 * 366});
    REQUIRE(world.worklist().sweep(world.priya));
    const auto proposed = app::Disposals{*world.workspace}.propose(world.joanne, {person, canary, world.command()});
    INFO((proposed ? "" : proposed.error().where));
    REQUIRE(proposed);
    return *proposed;
}

app::DisposalOutcome confirmed(AppWorld& world, const DisposalId& disposal)
{
    const auto done = app::Disposals{*world.workspace}.confirm(world.rowan, disposal, world.command());
    INFO((done ? "" : done.error().where + ' ' + done.error().detail));
    REQUIRE(done);
    return *done;
}

}  // namespace

TEST_CASE_METHOD(CanaryWorld, "after a disposal no word of the record is left in a plain store's files")
{
    auto opened = db::createPlain(store, store::schema());
    REQUIRE(opened);
    AppWorld world{*std::move(opened), true};
    const int before = found();
    const DisposalId disposal = proposedIn(world, folder.file("local"));
    CHECK(before == 0);
    CHECK(found() > 20);

    const app::DisposalOutcome done = confirmed(world, disposal);
    CHECK(done.cleared);
    CHECK(done.gone[RecordPart::notes] == 1);
    CHECK(done.gone[RecordPart::papers] == 1);
    CHECK(done.gone[RecordPart::drafts] > 2);
    CHECK(found() == 0);
    CHECK(world.people().search(world.priya, {})->rows.size() == 30);
    const auto checked = app::checkStore(*world.workspace, world.joanne, false);
    REQUIRE(checked);
    for (const app::CheckFinding& each : checked->findings)
        FAIL_CHECK(each.what << ' ' << each.detail);
}

TEST_CASE_METHOD(CanaryWorld, "what a disposal could not clear while somebody read the store is cleared later")
{
    db::OpenOptions impatient;
    impatient.busyTimeout = std::chrono::milliseconds{1};
    REQUIRE(db::createPlain(store, store::schema()));
    AppWorld world{db::openStore({db::StoreLocation::Kind::file, store}, nullptr, store::schema(), impatient).value(),
                   true};
    app::Disposals disposals{*world.workspace};
    const DisposalId disposal = proposedIn(world, folder.file("local"));
    {
        const auto elsewhere = db::openStore({db::StoreLocation::Kind::file, store}, nullptr, store::schema()).value();
        const db::Transaction reading{*elsewhere, db::Access::read};
        REQUIRE(elsewhere->first("SELECT COUNT(*) FROM person", {}, [](const db::Row& row) { return row.integer(0); }));
        CHECK_FALSE(confirmed(world, disposal).cleared);
        CHECK(found() > 20);
        CHECK_FALSE(disposals.finishClearing(world.joanne).value());
    }
    CHECK(found() > 20);
    CHECK_FALSE(disposals.finishClearing(world.priya));
    CHECK(disposals.finishClearing(world.joanne).value());
    CHECK(found() == 0);
}
