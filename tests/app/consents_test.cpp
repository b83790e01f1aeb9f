#include "app/consents.h"

#include "app/app_world.h"
#include "app/carers.h"
#include "app/documents.h"
#include "app/letters.h"
#include "app/sent_input.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;
using letters::LetterKind;

namespace {

const Date day = std::chrono::floor<std::chrono::days>(tuesday);
const std::string pdf = "%PDF-1.4\na page";

Consent answer(const PersonId& person, ShareKind with, ConsentDecision decision)
{
    Consent consent;
    consent.person = person;
    consent.with = with;
    consent.decision = decision;
    consent.words = "I have thought about it.";
    consent.on = day;
    return consent;
}

app::ConsentLine lineOf(AppWorld& world, const PersonId& person, ShareKind with)
{
    const auto list = app::Consents{*world.workspace}.list(world.samir, person);
    REQUIRE(list);
    const auto found = std::ranges::find(list->lines, with, &app::ConsentLine::with);
    REQUIRE(found != list->lines.end());
    return *found;
}

/// Recorded by Priya over what counts now.
ConsentId said(AppWorld& world, Consent consent)
{
    const auto line = lineOf(world, consent.person, consent.with);
    const ConsentId seen = line.now ? line.now->id : ConsentId{};
    const auto recorded =
        app::Consents{*world.workspace}.record(world.priya, {std::move(consent), seen, world.command()});
    REQUIRE(recorded);
    return *recorded;
}

KeptDocument chaseLetter(AppWorld& world, const PersonId& person)
{
    letters::Request request;
    request.kind = LetterKind::chase;
    request.service = ServiceId{"cmht"};
    request.need = Need::mentalHealth;
    app::Letters letters{*world.workspace};
    const auto draft = letters.begin(world.priya, person, request);
    REQUIRE(draft);
    const auto kept = letters.finalise(world.priya, {person, draft->id, draft->version, world.command(), pdf});
    REQUIRE(kept);
    return *kept;
}

}  // namespace

TEST_CASE(
    "an answer is kept with who recorded it, the next supersedes it, and one in error gives way to the one before")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.registered();
        app::Consents consents{*world.workspace};
        CHECK(lineOf(world, person.id, ShareKind::housing).standing == ConsentStanding::notAsked);
        Consent given = answer(person.id, ShareKind::housing, ConsentDecision::given);
        given.reviewBy = day + std::chrono::days{10};
        const app::ConsentInput input{given, {}, world.command()};
        const auto first = consents.record(world.priya, input);
        REQUIRE(first);
        CHECK(*consents.record(world.priya, input) == *first);  // the same command again
        CHECK(world.audit().back().detail == "repeated");
        CHECK(consents.record(world.samir, {given, {}, world.command()}).error().where == "seen");
        auto line = lineOf(world, person.id, ShareKind::housing);
        CHECK(line.standing == ConsentStanding::given);
        CHECK(line.due == ConsentDue::soon);
        CHECK(line.now->worker == world.priya.worker.id);
        CHECK(line.now->service == ServiceId{"lantern"});
        CHECK(line.now->recordedAt == world.clock.now());
        world.clock.advance(1h);
        const ConsentId second = said(world, answer(person.id, ShareKind::housing, ConsentDecision::withdrawn));
        line = lineOf(world, person.id, ShareKind::housing);
        CHECK(line.standing == ConsentStanding::withdrawn);
        REQUIRE(line.earlier.size() == 1);
        CHECK(line.earlier.front().consent.id == *first);
        const auto twice = consents.record(
            world.priya, {answer(person.id, ShareKind::housing, ConsentDecision::withdrawn), second, world.command()});
        CHECK(twice.error().where == "decision");
        CHECK(consents.enterInError(world.priya, {person.id, second, " ", world.command()}).error().where == "reason");
        REQUIRE(consents.enterInError(world.priya, {person.id, second, "Another person", world.command()}));
        line = lineOf(world, person.id, ShareKind::housing);
        CHECK(line.standing == ConsentStanding::given);
        CHECK(line.earlier.size() == 1);
        CHECK(line.earlier.front().inError->reason == "Another person");
        CHECK(consents.enterInError(world.priya, {person.id, second, "Again", world.command()}).error().code ==
              ErrorCode::conflict);
        const Person other = world.registered("Sam", "Reed");
        CHECK(consents.enterInError(world.priya, {other.id, *first, "Theirs", world.command()}).error().code ==
              ErrorCode::notFound);
        CHECK(consents.list(world.rowan, person.id).error().code == ErrorCode::forbidden);
        CHECK(consents.record(world.rowan, input).error().code == ErrorCode::forbidden);
    });
}

TEST_CASE(
    "a referral and a letter between services need no tick, an objection stops both, and a supervisor may override")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();  // nobody was asked
        world.clock.advance(240h);
        const KeptDocument kept = chaseLetter(world, person.id);
        CHECK(lineOf(world, person.id, ShareKind::betweenServices).verdict.basis == ShareBasis::directCare);
        said(world, answer(person.id, ShareKind::betweenServices, ConsentDecision::refused));
        app::Letters letters{*world.workspace};
        const auto input = sentInput(world, person.id, kept.id);
        const auto blocked = letters.markSent(world.priya, input);
        REQUIRE_FALSE(blocked);
        CHECK(blocked.error().where == "share");
        CHECK(blocked.error().detail == "refused");
        app::Documents documents{*world.workspace};
        CHECK(documents.read(world.priya, person.id, kept.id, app::Purpose::takeOut).error().where == "share");
        CHECK(documents.read(world.priya, person.id, kept.id, app::Purpose::open));
        app::RecordInput referral = world.toRecord(person.id, toBoth());
        CHECK(world.cases().record(world.priya, referral).error().where == "share");

        app::Consents consents{*world.workspace};
        app::ExceptionInput outside{
            person.id,      ShareKind::betweenServices, {}, {}, ExceptionGrounds::overridden, "Life is at risk",
            world.command()};
        outside.topics = {CarerTopic::mentalHealth, CarerTopic::substanceUse};
        CHECK(consents.shareOutside(world.priya, outside).error().code == ErrorCode::forbidden);
        outside.grounds = ExceptionGrounds::asked;
        CHECK(consents.shareOutside(world.priya, outside).error().where == "share");
        outside.grounds = ExceptionGrounds::overridden;
        outside.reason.clear();
        CHECK(consents.shareOutside(world.joanne, outside).error().where == "reason");
        outside.reason = "Life is at risk";
        const auto made = consents.shareOutside(world.joanne, outside);
        REQUIRE(made);
        CHECK(*consents.shareOutside(world.joanne, outside) == *made);
        CHECK(world.audit().end()[-2].action == "override_consent");
        CHECK(world.audit().end()[-2].detail.starts_with("overridden"));
        CHECK(letters.markSent(world.priya, input));
        CHECK(consents.list(world.priya, person.id)->exceptions.front().reason == "Life is at risk");
        world.clock.advance(24h);
        CHECK(documents.read(world.priya, person.id, kept.id, app::Purpose::takeOut).error().where == "share");
    });
}

TEST_CASE("a letter to the person and what names nobody ask no consent")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        said(world, answer(person.id, ShareKind::betweenServices, ConsentDecision::refused));
        app::Letters letters{*world.workspace};
        for (const LetterKind kind : {LetterKind::toPerson, LetterKind::partnerSheet}) {
            letters::Request request;
            request.kind = kind;
            const auto draft = letters.begin(world.priya, person.id, request);
            REQUIRE(draft);
            CHECK(letters.finalise(world.priya, {person.id, draft->id, draft->version, world.command(), pdf}));
        }
    });
}
