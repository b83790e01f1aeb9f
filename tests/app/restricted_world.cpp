#include "app/restricted_world.h"

#include "app/canary.h"
#include "app/unit_of_work.h"
#include "store/worker_repository.h"
#include "support/must.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

namespace holdfast::test {
namespace {

const Date day = std::chrono::floor<std::chrono::days>(tuesday);

app::Session halesSession(AppWorld& world)
{
    Worker worker;
    worker.id = WorkerId{"hale"};
    worker.name = "Robin Hale";
    worker.role = Role::supervisor;
    worker.service = ServiceId{"lantern"};
    REQUIRE(app::inTransaction(world.workspace->connection(), db::Access::write,
                               [&] { return store::WorkerRepository{world.workspace->connection()}.insert(worker); }));
    auto signedIn = app::Workers{*world.workspace}.signIn(worker.id);
    REQUIRE(signedIn);
    return *std::move(signedIn);
}

void write(AppWorld& world, const RestrictedCase& of)
{
    const PersonId& id = of.person.id;
    app::Notes notes{*world.workspace};
    NoteContent content;
    content.text = "Quillfeather rang about the rent";
    const auto draft = notes.begin(world.samir, id, content);
    REQUIRE(draft);
    REQUIRE(notes.sign(world.samir, {id, draft->id, draft->version, world.command()}));

    app::Carers carers{*world.workspace};
    app::SaveCarerInput carer;
    carer.person = id;
    carer.carer.name = "Grace Quillfeather";
    carer.carer.knownSince = day;
    carer.link.relationship = "mum";
    carer.command = world.command();
    const auto grace = carers.save(world.priya, carer);
    REQUIRE(grace);
    app::CallInput call;
    call.person = id;
    call.carer = grace->carer.id;
    call.at = world.clock.now();
    call.summary = "Grace rang.";
    call.owed = CallBack{day + std::chrono::days{1}, of.hale.worker.id, "the date"};
    call.command = world.command();
    REQUIRE(carers.logCall(world.priya, call));

    app::SheetDraft sheet;
    sheet.person = id;
    sheet.sheet = "contact";
    sheet.answers = {{"words", "begun"}};
    REQUIRE(app::Drafts{*world.workspace}.saveSheet(of.hale, sheet));
}

HandoverPackId handed(AppWorld& world, const RestrictedCase& of)
{
    HandoverText text;
    text.matters = "Mornings are hard.";
    text.story = "One line.";
    text.storyAgreed = true;
    const auto pack = app::Handovers{*world.workspace}.write(
        world.priya, {of.person.id, of.hale.worker.id, NeedScope::both, false, text, world.command()});
    INFO((pack ? std::string{} : pack.error().where + ' ' + pack.error().detail));
    REQUIRE(pack);
    return pack->pack.id;
}

/// Reads each row that a list answers.
template <class Rows, class Say>
std::string said(const Rows& rows, Say say)
{
    std::string text;
    for (const auto& row : rows)
        text += say(row) + '\n';
    return text;
}

std::string filesOf(AppWorld& world, const app::Session& session)
{
    const TempFolder folder;
    const std::string out = folder.file("out");
    must(app::EventExport{*world.workspace}.write(session, {day - std::chrono::days{30}, day, out, false}));
    return everythingIn(out);
}

void addFound(Listed& lists, AppWorld& world, const app::Session& session)
{
    app::Find find{*world.workspace};
    const auto written = [](const auto& row) { return row.person.str() + row.personName + row.snippet.text; };
    const auto byName = must(find.ask(session, {"quillfeather", {}, {}, {}}));
    lists.emplace_back("find.people", said(byName.people, [](const auto& row) { return row.fullName; }));
    lists.emplace_back("find.notes", said(byName.notes.rows, written));
    lists.emplace_back("find.events", said(byName.events.rows, written));
    lists.emplace_back("find.referrals", said(byName.referrals, [](const auto& row) { return row.personName; }));
    const app::FindQuery asked{"quillfeather", {}, {}, {}};
    lists.emplace_back("find.more", said(must(find.more(session, asked, app::WrittenKind::note, 0)).rows, written));
    lists.emplace_back("find.more events",
                       said(must(find.more(session, asked, app::WrittenKind::event, 0)).rows, written));
}

void addPeople(Listed& lists, AppWorld& world, const app::Session& session, const RestrictedCase& of)
{
    const auto person = [](const auto& row) { return row.id.str() + row.fullName; };
    for (const char* typed : {"", "quill", "quilfeather", "marguerite q", "943 476 5919", "6/5/1984"}) {
        app::PeopleQuery query;
        query.text = typed;
        lists.emplace_back("people.search", said(must(world.people().search(session, query)).rows, person));
    }
    app::PeopleQuery team;
    team.scope = app::Scope::team;
    lists.emplace_back("people of the team", said(must(world.people().search(session, team)).rows, person));
    Person alike = of.person;
    alike.id = {};
    lists.emplace_back("people.alike", said(must(world.people().alike(session, alike)),
                                            [&](const auto& each) { return person(each.row); }));
}

void addWork(Listed& lists, AppWorld& world, const app::Session& session)
{
    const auto work = [](const auto& row) { return row.person.str() + row.name + row.words; };
    for (const auto scope : {app::Scope::team, app::Scope::everyone})
        for (const auto sort : {app::WorkSort::mostUrgent, app::WorkSort::byName})
            lists.emplace_back("today", said(must(world.worklist().today(session, {scope, sort, 200})).items, work));
    app::ReferralQuery legs;
    legs.scope = app::Scope::everyone;
    lists.emplace_back("referrals", said(must(world.worklist().referrals(session, legs)).rows,
                                         [](const auto& row) { return row.person.str() + row.name; }));
    app::Team team{*world.workspace};
    const auto named = [](const auto& row) { return row.person.str() + row.name; };
    lists.emplace_back("team.heldBy", said(must(team.heldBy(session, WorkerId{"priya"})), named));
    lists.emplace_back("team.declines", said(must(team.declines(session, app::Scope::everyone, 50)), named));
    const auto board = must(app::Meetings{*world.workspace}.board(session));
    const auto line = [](const auto& each) { return each.item.person.str() + each.name; };
    lists.emplace_back("meetings.board",
                       said(board.lines, line) + said(board.further, line) +
                           said(board.meeting.items, [](const auto& item) { return item.person.str(); }));
    report::CaseAsked cases;
    cases.query.from = day - std::chrono::days{30};
    cases.query.to = day;
    cases.measure = report::everyReferral;
    lists.emplace_back("reports.cases", said(must(app::ReportViews{*world.workspace}.cases(session, cases, {})).rows,
                                             [](const auto& row) { return row.what.person.str() + row.name; }));
}

void addOwn(Listed& lists, AppWorld& world, const app::Session& session, const RestrictedCase& of)
{
    lists.emplace_back("carers.owed", said(must(app::Carers{*world.workspace}.owed(session)),
                                           [](const auto& row) { return row.call.person.str() + row.personName; }));
    lists.emplace_back("carers.search", said(must(app::Carers{*world.workspace}.search(session, of.other.id, "grace")),
                                             [](const auto& row) { return row.carer.name; }));
    lists.emplace_back("handovers.waiting",
                       said(must(app::Handovers{*world.workspace}.waiting(session)).lines,
                            [](const auto& row) { return row.record.pack.person.str() + row.personName; }));
    lists.emplace_back("audit.page", said(must(app::AuditLog{*world.workspace}.page(session, {})).rows,
                                          [](const auto& row) { return row.personName + row.reason; }));
    lists.emplace_back("audit.paper", said(must(app::AuditLog{*world.workspace}.forPaper(session, {})).rows,
                                           [](const auto& row) { return row.personName + row.reason; }));
}

}  // namespace

RestrictedCase::RestrictedCase(AppWorld& in)
    : world{&in},
      hale{halesSession(in)},
      other{in.referred("Ada", "Fenwick")},
      named{WorkerId{"joanne"}, WorkerId{"priya"}, WorkerId{"samir"}}
{
    person = in.referred("Marguerite", "Quillfeather");
    person = must(in.people().find(in.priya, person.id));
    person.nhsNumber = "9434765919";
    person.nhsNumberMissing = NhsNumberMissing::none;
    person = must(in.people().save(in.priya, person));
    in.clock.advance(std::chrono::hours{1});
    in.recorded(person.id, declined(ReasonCode{"N01"}), "Quillfeather must stop drinking first");
    write(in, *this);
    pack = handed(in, *this);
}

void RestrictedCase::restrict() const
{
    app::Restrictions restrictions{*world->workspace};
    const auto done = restrictions.decide(
        world->joanne, {person.id, true, named, "She works in the office next door", world->command()});
    INFO((done ? std::string{} : done.error().where + ' ' + done.error().detail));
    REQUIRE(done);
}

Listed everyList(AppWorld& world, const app::Session& session, const RestrictedCase& of)
{
    Listed lists;
    addPeople(lists, world, session, of);
    addFound(lists, world, session);
    addWork(lists, world, session);
    addOwn(lists, world, session, of);
    lists.emplace_back("export.events", filesOf(world, session));
    return lists;
}

}  // namespace holdfast::test
