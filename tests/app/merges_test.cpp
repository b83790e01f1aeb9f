#include "app/merges.h"

#include "app/app_world.h"
#include "app/carers.h"
#include "app/check.h"
#include "app/consents.h"
#include "app/documents.h"
#include "app/find.h"
#include "app/notes.h"
#include "app/plans.h"
#include "app/story.h"
#include "store/dump.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using std::chrono::days;

namespace {

Person registered(AppWorld& world, const std::string& given, const std::string& number)
{
    Person person;
    person.givenName = given;
    person.familyName = "Fenwick";
    person.born = Date{std::chrono::year{1984} / 5 / 6};
    person.nhsNumber = number;
    if (number.empty())
        person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
    auto saved = world.people().registerPerson(world.priya, person, world.command());
    REQUIRE(saved);
    return *std::move(saved);
}

NoteId noteOf(AppWorld& world, const app::Session& session, const PersonId& person, const std::string& text)
{
    app::Notes notes{*world.workspace};
    NoteContent content;
    content.kind = NoteKind::call;
    content.text = text;
    const auto draft = notes.begin(session, person, content);
    REQUIRE(draft);
    auto note = notes.sign(session, {person, draft->id, draft->version, world.command()});
    REQUIRE(note);
    return *note;
}

void storyOf(AppWorld& world, const PersonId& person, const std::string& words, int seen = 0)
{
    Story story;
    story[StoryPart::ownWords].text = words;
    REQUIRE(app::Stories{*world.workspace}.write(world.priya, {person, story, seen, world.command()}));
}

CarerId carerOf(AppWorld& world, const PersonId& person, const std::string& name)
{
    app::SaveCarerInput input;
    input.person = person;
    input.carer.name = name;
    input.carer.knownSince = londonDate(world.clock.now());
    input.link.relationship = "mum";
    input.command = world.command();
    auto saved = app::Carers{*world.workspace}.save(world.priya, input);
    REQUIRE(saved);
    return saved->carer.id;
}

Result<ConsentId> consentOf(AppWorld& world, const PersonId& person, const CarerId& carer)
{
    Consent consent;
    consent.person = person;
    consent.with = ShareKind::carer;
    consent.carer = carer;
    consent.words = "Mum may know.";
    consent.topics = {{CarerTopic::appointments, TopicAnswer::yes}};
    consent.on = londonDate(world.clock.now());
    return app::Consents{*world.workspace}.record(world.priya, {consent, {}, world.command()});
}

void planOf(AppWorld& world, const PersonId& person, const std::string& line, const std::string& what)
{
    PlanContent content;
    content.kind = PlanKind::care;
    for (const PlanSection& section : sectionsOf(PlanKind::care))
        if (section.required)
            content.answers[std::string{section.code}] = "As they said it.";
    const Date today = londonDate(world.clock.now());
    content.lines = {{line, NeedScope::mentalHealth, what, world.samir.worker.id, {}, today + days{1}}};
    content.reviewOn = today + days{28};
    content.accord = PlanAccord::agreed;
    content.personsView = "It is what I asked for.";
    app::Plans plans{*world.workspace};
    auto draft = plans.begin(world.priya, person, content);
    REQUIRE(draft);
    draft.value().content = content;
    draft = plans.saveDraft(world.priya, person, *draft);
    REQUIRE(draft);
    REQUIRE(plans.agree(world.priya, {person, PlanKind::care, draft->version, world.command()}));
}

/// Two records of one person: one in mental health care, the other with the drug and alcohol service, each with everything.
struct Two {
    Person kept;
    Person merged;
    CarerId mum;
    NoteId theirNote;
};

Two twoRecords(AppWorld& world)
{
    Two two;
    two.kept = registered(world, "Daniela", "");
    two.merged = registered(world, "Dani", "9990000018");
    auto found = bothNeeds();
    found.found.substanceUse = {};
    found.worker = world.samir.worker.id;
    found.service = ServiceId{"cmht"};
    REQUIRE(world.recordAs(world.samir, two.kept.id, found, world.clock.now()));
    world.recorded(two.merged.id, bothNeeds());
    world.recorded(two.merged.id, toBoth(), "sent by post");
    world.recorded(two.merged.id, declined(ReasonCode{"N02"}), "come back sober");
    noteOf(world, world.samir, two.kept.id, "Rang about the heron walk.");
    two.theirNote = noteOf(world, world.priya, two.merged.id, "Came by with her sister, likes kestrels.");
    storyOf(world, two.kept.id, "Ask me first.");
    world.clock.advance(std::chrono::minutes{1});
    storyOf(world, two.merged.id, "Mornings are hard.");
    two.mum = carerOf(world, two.merged.id, "Grace Fenwick");
    REQUIRE(consentOf(world, two.merged.id, two.mum));
    planOf(world, two.kept.id, "k1", "Ring about the visit");
    world.clock.advance(std::chrono::minutes{1});
    planOf(world, two.merged.id, "m1", "Bring the bus pass");
    return two;
}

app::MergeInput inputFor(AppWorld& world, const Two& two)
{
    app::MergeInput input;
    input.kept = two.kept.id;
    input.merged = two.merged.id;
    input.seenKept = world.file(two.kept.id).version;
    input.seenMerged = world.file(two.merged.id).version;
    input.reason = "Same address, and she says so herself.";
    input.command = world.command();
    return input;
}

MergeId joined(AppWorld& world, const Two& two)
{
    auto id = app::Merges{*world.workspace}.join(world.samir, inputFor(world, two));
    INFO((id ? std::string{} : id.error().where + ' ' + id.error().detail));
    REQUIRE(id);
    return *id;
}

/// All that the store holds, but for who did what and that they were joined.
std::vector<std::string> contents(AppWorld& world)
{
    std::vector<std::string> lines;
    store::dump(world.workspace->connection(), [&](std::string_view line) {
        for (const char* table : {"command\t", "audit\t", "person_merge\t", "person_unmerge\t"})
            if (line.starts_with(table))
                return;
        lines.emplace_back(line);
    });
    return lines;
}

void checkSound(AppWorld& world)
{
    const auto report = app::checkStore(*world.workspace, world.joanne, false);
    REQUIRE(report);
    for (const auto& finding : report->findings)
        FAIL_CHECK(finding.what << ": " << finding.detail);
}

app::PeopleQuery queryOf(const std::string& text)
{
    app::PeopleQuery query;
    query.text = text;
    return query;
}

std::vector<std::string> foundBy(AppWorld& world, const std::string& text)
{
    std::vector<std::string> ids;
    const auto page = world.people().search(world.priya, queryOf(text));
    REQUIRE(page);
    for (const auto& row : page->rows)
        ids.push_back(row.id.str());
    return ids;
}

}  // namespace

TEST_CASE("a joined record shows everything of both, holds both needs, and is found by either name and number")
{
    onEveryStore([](AppWorld& world) {
        const Two two = twoRecords(world);
        const auto before = world.file(two.kept.id);
        const auto other = world.file(two.merged.id);
        const auto consentLines =
            app::Consents{*world.workspace}.list(world.priya, two.kept.id)->lines.size();  // before: no carer
        joined(world, two);

        const auto file = world.file(two.kept.id);
        CHECK(file.history.size() == before.history.size() + other.history.size());
        CHECK(file.version == before.version + other.version);
        for (const Need need : allNeeds)
            REQUIRE(file.now.needs[need].holder);
        CHECK(file.now.needs.substanceUse.holder->worker == world.priya.worker.id);
        CHECK(file.now.bounces.size() == other.now.bounces.size());
        REQUIRE(file.joined.size() == 1);
        CHECK(file.joined[0].merged.givenName == "Dani");
        CHECK(file.joined[0].record.merge.reason == "Same address, and she says so herself.");
        CHECK(file.person.nhsNumber == "9990000018");

        // By the old reference too.
        CHECK(world.file(two.merged.id).person.id == two.kept.id);
        CHECK(app::Notes{*world.workspace}.list(world.priya, two.merged.id)->notes.size() == 2);
        app::Stories stories{*world.workspace};
        const auto story = stories.open(world.priya, two.kept.id);
        CHECK(story->current.number == 2);
        CHECK(story->current.story[StoryPart::ownWords].text == "Mornings are hard.");
        CHECK(story->readings.size() == 2);
        CHECK(app::Carers{*world.workspace}.list(world.priya, two.kept.id)->carers.size() == 1);
        const auto consents = app::Consents{*world.workspace}.list(world.priya, two.kept.id);
        CHECK(consents->lines.size() == consentLines + 1);
        const auto plans = app::Plans{*world.workspace}.list(world.priya, two.kept.id);
        REQUIRE(plans->plans.size() == 2);
        CHECK(plans->plans[0].number == 2);
        CHECK(plans->plans[0].content.lines[0].what == "Bring the bus pass");

        for (const char* text : {"Dani", "Daniela Fenwick", "9990000018", "999 0000", "6/5/1984"}) {
            INFO(text);
            CHECK(foundBy(world, text) == std::vector{two.kept.id.str()});
        }
        CHECK(foundBy(world, "").size() == 1);
        const auto written = app::Find{*world.workspace}.ask(world.priya, {"kestrels", {}, {}, {}});
        REQUIRE(written);
        REQUIRE(written->notes.rows.size() == 1);
        CHECK(written->notes.rows[0].person == two.kept.id);
        const auto today = world.worklist().today(world.joanne, {app::Scope::everyone});
        REQUIRE(today);
        REQUIRE_FALSE(today->items.empty());
        CHECK(std::ranges::all_of(today->items, [&](const auto& item) { return item.person == two.kept.id; }));
        checkSound(world);
        REQUIRE(app::checkStore(*world.workspace, world.joanne, true)->findings.empty());
        checkSound(world);
    });
}

TEST_CASE("taken apart again, both records are exactly as they were")
{
    onEveryStore([](AppWorld& world) {
        const Two two = twoRecords(world);
        const auto before = contents(world);
        const MergeId merge = joined(world, two);
        CHECK(contents(world) != before);
        app::Merges merges{*world.workspace};
        const CommandId command = world.command();
        REQUIRE(merges.takeApart(world.samir, merge, "", command));
        CHECK(contents(world) == before);
        CHECK(merges.takeApart(world.samir, merge, "", command));  // the same command again
        CHECK(merges.takeApart(world.samir, merge, "", world.command()).error().where == "merge");
        CHECK(world.file(two.merged.id).person.id == two.merged.id);
        CHECK(world.file(two.kept.id).joined[0].record.undone);
        checkSound(world);

        // And together once more.
        joined(world, two);
        CHECK(world.file(two.merged.id).person.id == two.kept.id);
        checkSound(world);
    });
}

TEST_CASE("what was written since stays with the kept record, what was written onto an entry stays with the entry")
{
    onEveryStore([](AppWorld& world) {
        const Two two = twoRecords(world);
        const MergeId merge = joined(world, two);
        world.clock.advance(std::chrono::hours{1});
        // Asked for by the old reference, as a page does that was open all the while.
        noteOf(world, world.priya, two.merged.id, "Written afterwards.");
        app::Notes notes{*world.workspace};
        REQUIRE(notes.pin(world.priya, two.kept.id, two.theirNote, true));
        storyOf(world, two.kept.id, "Told once more.", 2);
        const CarerId sister = carerOf(world, two.kept.id, "Ruth Fenwick");
        REQUIRE(consentOf(world, two.kept.id, sister));
        planOf(world, two.kept.id, "n1", "One plan for both");
        CHECK(world.file(two.kept.id).now.nextActions.size() > 0);
        world.recorded(two.kept.id, event::Contact{ServiceId{"cmht"}, ContactDirection::out, ContactOutcome::spoke});
        const auto history = world.file(two.kept.id).history;
        const auto refusal = std::ranges::find_if(
            history, [](const auto& entry) { return std::holds_alternative<event::Response>(entry.event.body); });
        REQUIRE(refusal != history.end());
        world.recorded(two.kept.id, event::EnteredInError{refusal->event.id, "It was somebody else's letter."});
        CHECK(app::Plans{*world.workspace}.list(world.priya, two.kept.id)->plans.front().number == 3);
        checkSound(world);

        REQUIRE(app::Merges{*world.workspace}.takeApart(world.joanne, merge, "They are twins.", world.command()));
        checkSound(world);
        const auto kept = notes.list(world.priya, two.kept.id);
        const auto merged = notes.list(world.priya, two.merged.id);
        CHECK(kept->notes.size() == 2);
        REQUIRE(merged->notes.size() == 1);
        CHECK(merged->notes[0].record.pin);
        app::Stories stories{*world.workspace};
        CHECK(stories.open(world.priya, two.kept.id)->current.number == 2);
        CHECK(stories.open(world.priya, two.merged.id)->current.story[StoryPart::ownWords].text ==
              "Mornings are hard.");
        const auto file = world.file(two.merged.id);
        CHECK(std::ranges::any_of(file.history, [](const auto& entry) { return entry.voided; }));
        CHECK(app::Carers{*world.workspace}.list(world.priya, two.kept.id)->carers.size() == 1);
        CHECK(std::ranges::any_of(file.now.nextActions,
                                  [](const auto& each) { return each.what == "Bring the bus pass"; }));
        CHECK(std::ranges::none_of(file.now.nextActions,
                                   [](const auto& each) { return each.what == "One plan for both"; }));
        for (const Need need : allNeeds)
            CHECK(file.now.needs[need].holder);
        REQUIRE(app::checkStore(*world.workspace, world.joanne, true)->findings.empty());
        checkSound(world);
    });
}

TEST_CASE("records are joined and taken apart by coordinators and supervisors only, and the trail says so of both")
{
    onEveryStore([](AppWorld& world) {
        const Two two = twoRecords(world);
        app::Merges merges{*world.workspace};
        for (const app::Session* session : {&world.priya, &world.rowan}) {
            CHECK(merges.compare(*session, two.kept.id, two.merged.id).error().code == ErrorCode::forbidden);
            CHECK(merges.join(*session, inputFor(world, two)).error().code == ErrorCode::forbidden);
        }
        const MergeId merge = joined(world, two);
        CHECK(merges.takeApart(world.priya, merge, "", world.command()).error().code == ErrorCode::forbidden);
        REQUIRE(merges.takeApart(world.joanne, merge, "", world.command()));
        for (const PersonId& person : {two.kept.id, two.merged.id})
            for (const char* action : {"merge_people", "take_people_apart"})
                CHECK(std::ranges::any_of(world.audit(), [&](const store::AuditRow& row) {
                    return row.subject == person.str() && row.action == action &&
                           row.detail.find(merge.str()) != std::string::npos;
                }));
    });
}

TEST_CASE(
    "what has changed since they were compared, what differs without a reason, and what was joined already is refused")
{
    onEveryStore([](AppWorld& world) {
        Two two = twoRecords(world);
        app::Merges merges{*world.workspace};
        auto input = inputFor(world, two);
        input.seenMerged -= 1;
        CHECK(merges.join(world.samir, input).error().code == ErrorCode::conflict);
        input = inputFor(world, two);
        input.reason = " ";
        CHECK(merges.join(world.samir, input).error().where == "reason");
        input = inputFor(world, two);
        input.merged = two.kept.id;
        CHECK(merges.join(world.samir, input).error().where == "merged");

        two.kept.nhsNumber = "9990000026";
        two.kept.nhsNumberMissing = NhsNumberMissing::none;
        REQUIRE(world.people().save(world.priya, two.kept));
        const auto preview = merges.compare(world.samir, two.kept.id, two.merged.id);
        REQUIRE(preview);
        CHECK(preview->has(app::MergeDoubt::numbersDiffer));
        CHECK(preview->needsReason());
        input = inputFor(world, two);
        CHECK(merges.join(world.samir, input).error().where == "despite");
        input.despite = "The tracing service said that one was given out twice.";
        const auto merge = merges.join(world.samir, input);
        REQUIRE(merge);
        CHECK(*merges.join(world.samir, input) == *merge);  // the same command again
        input.command = world.command();
        CHECK(merges.join(world.samir, input).error().code == ErrorCode::conflict);
        CHECK(world.people().save(world.priya, two.merged).error().code == ErrorCode::conflict);
    });
}

TEST_CASE("a death in one of the two is looked at first, and both are compared without changing anything")
{
    onEveryStore([](AppWorld& world) {
        const Two two = twoRecords(world);
        const auto before = contents(world);
        app::Merges merges{*world.workspace};
        const auto preview = merges.compare(world.samir, two.kept.id, two.merged.id);
        REQUIRE(preview);
        CHECK(preview->kept.notes == 1);
        CHECK(preview->merged.referrals == 1);
        CHECK(preview->merged.carers == 1);
        CHECK(preview->merged.consents == 1);
        CHECK(preview->merged.plans == 1);
        REQUIRE(preview->after);
        CHECK(preview->after->needs.substanceUse.holder);
        CHECK_FALSE(preview->needsReason());
        CHECK(contents(world) == before);

        world.recorded(two.merged.id, event::PersonDied{londonDate(world.clock.now())});
        const auto again = merges.compare(world.samir, two.kept.id, two.merged.id);
        REQUIRE(again);
        CHECK(again->has(app::MergeDoubt::oneHasDied));
        CHECK_FALSE(again->after);
        CHECK(merges.join(world.samir, inputFor(world, two)).error().where == "died");
    });
}

TEST_CASE("a third record joins the two, and the first two come apart without the third")
{
    onEveryStore([](AppWorld& world) {
        const Two two = twoRecords(world);
        const MergeId inner = joined(world, two);
        Two outer;
        outer.kept = registered(world, "Danielle", "9990000034");
        outer.merged = two.kept;
        world.clock.advance(std::chrono::minutes{5});
        auto input = inputFor(world, outer);
        input.despite = "The number was given out twice.";
        app::Merges merges{*world.workspace};
        const auto merge = merges.join(world.samir, input);
        REQUIRE(merge);
        CHECK(world.file(two.merged.id).person.id == outer.kept.id);
        CHECK(foundBy(world, "Dani Fenwick") == std::vector{outer.kept.id.str()});
        CHECK(world.file(outer.kept.id).joined.size() == 2);
        checkSound(world);

        REQUIRE(merges.takeApart(world.samir, inner, "", world.command()));
        CHECK(world.file(two.merged.id).person.id == two.merged.id);
        CHECK(world.file(two.kept.id).person.id == outer.kept.id);
        checkSound(world);
        REQUIRE(merges.takeApart(world.samir, *merge, "", world.command()));
        CHECK(world.file(two.kept.id).person.id == two.kept.id);
        checkSound(world);
    });
}
