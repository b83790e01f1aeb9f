// Two programs at one server, whose workers write about one person at the same moment.
#include "app/app_world.h"
#include "app/check.h"
#include "app/draft_shelf.h"
#include "app/find.h"
#include "app/notes.h"
#include "store/schema.h"
#include "support/postgres.h"

#include <catch2/catch_test_macros.hpp>

#include <future>
#include <set>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Another program at the store of a world, with a sitting of its own.
class OtherProgram {
public:
    OtherProgram(const std::string& conninfo, AppWorld& first)
    {
        auto made = app::Workspace::make(openSamePostgres(conninfo, first.workspace->connection()), app::StoreFacts{},
                                         m_clock, m_random);
        REQUIRE(made);
        workspace = *std::move(made);
        samir = app::Workers{*workspace}.signIn(WorkerId{"samir"}).value();
    }

private:
    ManualClock m_clock{tuesday};
    SeededRandom m_random{8};

public:
    std::unique_ptr<app::Workspace> workspace;
    app::Session samir;
};

struct Together {
    std::string conninfo;
    AppWorld first;
    OtherProgram other;

    explicit Together(const std::string& server)
        : conninfo{server},
          first{[&] {
              auto connection = openFreshPostgres(server);
              db::migrate(*connection, store::schema().postgres).value();
              return connection;
          }()},
          other{server, first}
    {}
};

/// What one of the two did; Catch2 is asked on the test's own thread only.
struct Written {
    std::set<std::string> saved;
    int overtaken = 0;
    std::vector<std::string> wrong;
};

/// Adds a word of its own to what the draft says, again and again, as fast as it can.
Written addWords(app::Workspace& workspace, const app::Session& session, const PersonId& person,
                 const std::string& name, int words)
{
    Written written;
    app::Assessments assessments{workspace};
    for (int i = 0; i < words; ++i) {
        auto draft = assessments.draft(session, person);
        if (!draft) {
            written.wrong.push_back("not read: " + draft.error().where);
            continue;
        }
        const std::string word = name + std::to_string(i);
        draft.value().form.whatMatters += ' ' + word;
        if (const auto saved = assessments.saveDraft(session, person, *draft)) {
            written.saved.insert(word);
            continue;
        } else if (saved.error().code != ErrorCode::conflict) {
            written.wrong.push_back("not saved: " + saved.error().where);
            continue;
        }
        ++written.overtaken;
        const auto aside = store::DraftRepository{workspace.connection()}.find(
            app::asideKind(session.worker.id, "assessment"), person);
        if (!aside || aside->body.find(word) == std::string::npos)
            written.wrong.push_back("overtaken and not kept: " + word);
    }
    return written;
}

Written signNotes(app::Workspace& workspace, const app::Session& session, const PersonId& person,
                  const std::string& name, int notes)
{
    Written written;
    for (int i = 0; i < notes; ++i) {
        NoteContent content;
        content.text = "together " + name + std::to_string(i);
        app::Notes all{workspace};
        const auto draft = all.begin(session, person, content);
        const auto note =
            draft ? all.sign(session, {person, draft->id, draft->version, workspace.ids().make<CommandId>()})
                  : Result<NoteId>{draft.error()};
        if (note)
            written.saved.insert(content.text);
        else
            written.wrong.push_back("not signed: " + note.error().where);
    }
    return written;
}

}  // namespace

TEST_CASE("two programs save one draft at the same moment: no saved word is lost, and whoever was overtaken has theirs")
{
    const auto server = postgresConninfo();
    if (!server)
        SKIP("no PostgreSQL server");
    Together both{*server};
    const Person person = both.first.referred();

    auto theirs = std::async(std::launch::async,
                             [&] { return addWords(*both.other.workspace, both.other.samir, person.id, "samir", 60); });
    const Written mine = addWords(*both.first.workspace, both.first.priya, person.id, "priya", 60);
    const Written others = theirs.get();

    CHECK(mine.wrong == std::vector<std::string>{});
    CHECK(others.wrong == std::vector<std::string>{});
    const auto draft = app::Assessments{*both.first.workspace}.draft(both.first.priya, person.id);
    REQUIRE(draft);
    CHECK(draft->version == static_cast<std::int64_t>(mine.saved.size() + others.saved.size()));
    CHECK(mine.saved.size() + static_cast<std::size_t>(mine.overtaken) == 60);
    for (const auto* words : {&mine.saved, &others.saved})
        for (const std::string& word : *words)
            CHECK((draft->form.whatMatters + ' ').find(' ' + word + ' ') != std::string::npos);
}

TEST_CASE("two programs sign notes about one person at the same moment: every one is there and found")
{
    const auto server = postgresConninfo();
    if (!server)
        SKIP("no PostgreSQL server");
    Together both{*server};
    const Person person = both.first.referred();

    auto theirs = std::async(
        std::launch::async, [&] { return signNotes(*both.other.workspace, both.other.samir, person.id, "samir", 20); });
    const Written mine = signNotes(*both.first.workspace, both.first.priya, person.id, "priya", 20);
    const Written others = theirs.get();

    CHECK(mine.wrong == std::vector<std::string>{});
    CHECK(others.wrong == std::vector<std::string>{});
    std::set<std::string> texts;
    const auto list = app::Notes{*both.first.workspace}.list(both.first.priya, person.id);
    REQUIRE(list);
    for (const app::NoteView& note : list->notes)
        texts.insert(note.record.note.text);
    CHECK(texts.size() == 40);
    const auto found = app::Find{*both.first.workspace}.ask(both.first.priya, {"together ", {}, {}, {}});
    REQUIRE(found);
    CHECK(found->notes.rows.size() == 40);
    CHECK(app::checkStore(*both.first.workspace, both.first.joanne, false)->findings.empty());
}
