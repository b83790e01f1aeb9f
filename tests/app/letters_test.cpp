#include "app/letters.h"

#include "app/app_world.h"
#include "app/check.h"
#include "app/documents.h"
#include "app/sent_input.h"
#include "app/sha256.h"
#include "store/document_repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;
using letters::LetterKind;

namespace {

const std::string pdf = "%PDF-1.4\n" + std::string("not really\0a page", 17);

/// Referred, and refused by the community team; its version and the reply's id.
struct Refused {
    Person person;
    EventId reply;
};

Refused refused(AppWorld& world)
{
    Person person = world.referred();
    world.clock.advance(1h);
    const auto outcome = world.recorded(person.id, declined(ReasonCode{"N02"}), "must be sober first");
    world.clock.advance(1h);
    return {person, outcome.event};
}

letters::Request challengeOf(const Refused& of)
{
    letters::Request request;
    request.kind = LetterKind::challenge;
    request.service = ServiceId{"cmht"};
    request.need = Need::mentalHealth;
    request.event = of.reply;
    return request;
}

letters::Request plain(LetterKind kind)
{
    letters::Request request;
    request.kind = kind;
    return request;
}

KeptDocument finalised(AppWorld& world, const PersonId& person, const letters::Request& request)
{
    app::Letters letters{*world.workspace};
    const auto draft = letters.begin(world.priya, person, request);
    REQUIRE(draft);
    const auto kept = letters.finalise(world.priya, {person, draft->id, draft->version, world.command(), pdf});
    REQUIRE(kept);
    return *kept;
}

}  // namespace

TEST_CASE("a refusal offers a challenge letter, which is begun once, typed on, and kept with its exact bytes")
{
    onEveryStore([](AppWorld& world) {
        const Refused of = refused(world);
        app::Letters letters{*world.workspace};
        auto list = letters.list(world.priya, of.person.id);
        REQUIRE(list);
        REQUIRE_FALSE(list->offers.empty());
        CHECK(list->offers.front().request == challengeOf(of));
        CHECK(list->offers.front().recipientName == "Wrenfield CMHT");
        CHECK(list->offers.front().why == "refused");
        CHECK_FALSE(list->statusLine.empty());

        auto draft = letters.begin(world.priya, of.person.id, list->offers.front().request);
        REQUIRE(draft);
        const std::string text = letters::plainText(draft->draft.document);
        CHECK(text.find("must be sober first") != std::string::npos);
        CHECK(text.find("Ada Fenwick") != std::string::npos);
        CHECK(text.find("Priya Raman") != std::string::npos);
        CHECK(letters.begin(world.samir, of.person.id, challengeOf(of))->id == draft->id);

        draft.value().draft.document.paragraph("We met on Monday.");
        auto saved = letters.saveDraft(world.priya, of.person.id, *draft);
        REQUIRE(saved);
        CHECK(saved->version == 2);
        CHECK(letters.saveDraft(world.samir, of.person.id, *draft).error().code == ErrorCode::conflict);
        CHECK(letters.draft(world.samir, of.person.id, draft->id)->draft == saved->draft);
        CHECK(letters.list(world.priya, of.person.id)->lines.size() == 1);
        CHECK(letters.list(world.priya, of.person.id)->offers.front().request.kind != LetterKind::challenge);

        app::FinaliseInput stale{of.person.id, draft->id, 1, world.command(), pdf};
        CHECK(letters.finalise(world.priya, stale).error().code == ErrorCode::conflict);
        const app::FinaliseInput input{of.person.id, draft->id, 2, world.command(), pdf};
        const auto kept = letters.finalise(world.priya, input);
        REQUIRE(kept);
        CHECK(kept->sha256 == app::sha256Of(pdf));
        CHECK(kept->recipient == "cmht");
        CHECK(kept->about == of.reply.text());
        CHECK(letters.finalise(world.priya, input)->id == kept->id);  // the same command again
        CHECK(letters.draft(world.priya, of.person.id, draft->id).error().code == ErrorCode::notFound);
        const auto paper =
            app::Documents{*world.workspace}.read(world.samir, of.person.id, kept->id, app::Purpose::open);
        REQUIRE(paper);
        CHECK(paper->bytes == pdf);
        CHECK(paper->about.source.find("We met on Monday.") != std::string::npos);
        CHECK(world.audit().back().action == "open_document");
    });
}

TEST_CASE("recording a challenge letter as sent is the event that works the ladder, and keeps where it went")
{
    onEveryStore([](AppWorld& world) {
        const Refused of = refused(world);
        app::Letters letters{*world.workspace};
        const KeptDocument kept = finalised(world, of.person.id, challengeOf(of));
        app::SentInput input = sentInput(world, of.person.id, kept.id);
        input.method = LetterMethod::emailByHand;
        const auto outcome = letters.markSent(world.priya, input);
        REQUIRE(outcome);
        REQUIRE_FALSE(outcome->after.letters.empty());
        CHECK(outcome->after.letters.front().sentAt == world.clock.now());
        CHECK(letters.markSent(world.priya, input)->event == outcome->event);  // the same command again
        const auto file = world.file(of.person.id);
        const auto* left = std::get_if<event::LetterSent>(&file.history.back().event.body);
        REQUIRE(left);
        CHECK(left->kind == "challenge");
        CHECK(left->to == "cmht");
        CHECK(left->document == kept.id.text());
        const auto line = letters.list(world.priya, of.person.id)->lines.front();
        REQUIRE(line.sent.size() == 1);
        CHECK(line.sent.front().address == "1 Station Road");
        CHECK(line.sent.front().method == LetterMethod::emailByHand);

        // Taken back, it is a final letter that has not left.
        REQUIRE(world.cases().undo(world.priya, of.person.id, outcome->event, world.command()));
        CHECK(letters.list(world.priya, of.person.id)->lines.front().sent.empty());
    });
}

TEST_CASE("a letter to the person leaves only in a way that is safe for them")
{
    onEveryStore([](AppWorld& world) {
        Refused of = refused(world);
        app::Letters letters{*world.workspace};
        const KeptDocument kept = finalised(world, of.person.id, plain(LetterKind::toPerson));
        app::SentInput input = sentInput(world, of.person.id, kept.id);
        const auto before = world.file(of.person.id).version;
        CHECK(letters.markSent(world.priya, input).error() == Error{ErrorCode::refused, "method", "no_letters"});

        of.person.contact.mayWrite = true;
        of.person.addressStatus = AddressStatus::known;
        of.person.address = "4 Mill Lane";
        of.person.safetyAlerts = "Partner reads the post";
        REQUIRE(world.people().save(world.priya, of.person));
        CHECK(letters.markSent(world.priya, input).error() == Error{ErrorCode::refused, "warning", "alerts"});
        CHECK(world.file(of.person.id).version == before);
        input.warningSeen = true;
        REQUIRE(letters.markSent(world.priya, input));
        const auto file = world.file(of.person.id);
        CHECK(std::get<event::LetterSent>(file.history.back().event.body).to == "person");
    });
}

TEST_CASE("after a death no letter to the person is begun, made final or recorded as sent")
{
    onEveryStore([](AppWorld& world) {
        const Refused of = refused(world);
        app::Letters letters{*world.workspace};
        const KeptDocument kept = finalised(world, of.person.id, plain(LetterKind::toPerson));
        const auto draft = letters.begin(world.priya, of.person.id, plain(LetterKind::rightsCard));
        REQUIRE(draft);
        const app::SentInput input = sentInput(world, of.person.id, kept.id);
        world.clock.advance(1h);
        world.recorded(of.person.id, event::PersonDied{londonDate(world.clock.now())});
        CHECK(letters.begin(world.priya, of.person.id, plain(LetterKind::toPerson)).error().where == "died");
        CHECK(letters.finalise(world.priya, {of.person.id, draft->id, draft->version, world.command(), pdf})
                  .error()
                  .where == "died");
        app::SentInput late = input;
        late.seenVersion = world.file(of.person.id).version;
        late.method = LetterMethod::handedOver;
        CHECK(letters.markSent(world.priya, late).error() == Error{ErrorCode::refused, "method", "died"});
        CHECK(letters.list(world.priya, of.person.id)->statusLine.empty());
    });
}

TEST_CASE("what is no PDF, was made later than it left, or went nowhere is not recorded")
{
    onEveryStore([](AppWorld& world) {
        const Refused of = refused(world);
        app::Letters letters{*world.workspace};
        const auto draft = letters.begin(world.priya, of.person.id, plain(LetterKind::rightsCard));
        REQUIRE(draft);
        for (const std::string& bytes : {std::string{}, std::string{"<html>"}, pdf + std::string(largestDocument, ' ')})
            CHECK(letters.finalise(world.priya, {of.person.id, draft->id, draft->version, world.command(), bytes})
                      .error()
                      .where == "pdf");
        const KeptDocument kept = finalised(world, of.person.id, challengeOf(of));
        app::SentInput input = sentInput(world, of.person.id, kept.id);
        input.at -= 2s;
        CHECK(letters.markSent(world.priya, input).error().where == "/at");
        input.at = world.clock.now() + 1h;
        CHECK(letters.markSent(world.priya, input).error().where == "/at");
        input.at = world.clock.now();
        input.address.clear();
        CHECK(letters.markSent(world.priya, input).error().where == "address");
        input.document = DocumentId{"another"};
        CHECK(letters.markSent(world.priya, input).error().code == ErrorCode::notFound);
    });
}

TEST_CASE("a draft is discarded, made again from the record, and never another person's")
{
    onEveryStore([](AppWorld& world) {
        const Refused of = refused(world);
        const Person other = world.registered("Sam", "Reed");
        app::Letters letters{*world.workspace};
        const auto draft = letters.begin(world.priya, of.person.id, plain(LetterKind::toPerson));
        REQUIRE(draft);
        CHECK(letters.draft(world.priya, other.id, draft->id).error().code == ErrorCode::notFound);
        auto easy = plain(LetterKind::toPerson);
        easy.variant = letters::Variant::easyRead;
        CHECK(letters.remake(world.priya, of.person.id, easy)->document.variant == letters::Variant::easyRead);
        CHECK(letters.draft(world.priya, of.person.id, draft->id)->draft == draft->draft);  // nothing was saved
        CHECK(letters.discard(world.priya, of.person.id, draft->id, 7).error().code == ErrorCode::conflict);
        REQUIRE(letters.discard(world.priya, of.person.id, draft->id, draft->version));
        CHECK(letters.list(world.priya, of.person.id)->lines.empty());
    });
}

TEST_CASE("a letterhead is the team's own; until one is set it is what the directory says")
{
    onEveryStore([](AppWorld& world) {
        app::Letters letters{*world.workspace};
        auto head = letters.letterhead(world.priya);
        REQUIRE(head);
        CHECK(head->organisation == "Lantern Drug and Alcohol");
        CHECK(head->version == 0);
        CHECK(letters.saveLetterhead(world.priya, *head).error().code == ErrorCode::forbidden);
        head.value().margins.left = 30;
        const auto saved = letters.saveLetterhead(world.joanne, *head);
        REQUIRE(saved);
        CHECK(letters.saveLetterhead(world.joanne, *head).error().code == ErrorCode::conflict);
        CHECK(letters.letterhead(world.priya)->margins.left == 30);
        CHECK(letters.letterhead(world.samir)->service == ServiceId{"cmht"});
        head.value().margins.left = 5;
        CHECK(letters.saveLetterhead(world.joanne, *head).error().where == "margins.left");
    });
}

TEST_CASE("an administrator, who sees no person, sees no letter and no paper")
{
    onEveryStore([](AppWorld& world) {
        const Refused of = refused(world);
        app::Letters letters{*world.workspace};
        const KeptDocument kept = finalised(world, of.person.id, challengeOf(of));
        CHECK(letters.list(world.rowan, of.person.id).error().code == ErrorCode::forbidden);
        CHECK(letters.begin(world.rowan, of.person.id, challengeOf(of)).error().code == ErrorCode::forbidden);
        CHECK(letters.markSent(world.rowan, sentInput(world, of.person.id, kept.id)).error().code ==
              ErrorCode::forbidden);
        app::Documents documents{*world.workspace};
        for (const auto purpose : {app::Purpose::open, app::Purpose::takeOut})
            CHECK(documents.read(world.rowan, of.person.id, kept.id, purpose).error().code == ErrorCode::forbidden);
        CHECK(documents.attach(world.rowan, {of.person.id, of.reply, world.command(), "a.txt", "hello"}).error().code ==
              ErrorCode::forbidden);
        CHECK(world.audit().back().detail == "refused");
    });
}
