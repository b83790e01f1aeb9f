#include "exchange/letter_json.h"

#include "letters/letters_world.h"

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("a draft of every kind comes back from the store's text as it was")
{
    LetterWorld world;
    for (auto request :
         {LetterWorld::challenge(), LetterWorld::of(letters::LetterKind::jointReferral, cmht),
          LetterWorld::of(letters::LetterKind::toPerson), LetterWorld::of(letters::LetterKind::partnerSheet)}) {
        const letters::Draft draft{request, *world.compose(request)};
        const auto read = exchange::readLetterDraft(exchange::writeLetterDraft(draft));
        REQUIRE(read);
        CHECK(*read == draft);
    }
    auto carer = LetterWorld::of(letters::LetterKind::toCarer);
    carer.carer = {"Ife \"I\" <b>", {letters::CarerTopic::safety, letters::CarerTopic::refusals}};
    const letters::Draft draft{carer, *world.compose(carer)};
    CHECK(*exchange::readLetterDraft(exchange::writeLetterDraft(draft)) == draft);
}

TEST_CASE("a draft that is not one is refused with its place")
{
    const auto whereOf = [](std::string_view text) {
        const auto read = exchange::readLetterDraft(text);
        REQUIRE_FALSE(read);
        return read.error().where;
    };
    const std::string document =
        R"("document":{"title":"t","variant":"standard","letterhead":true,"blocks":[{"style":"paragraph"}]})";
    const std::string request = R"("request":{"kind":"chase","variant":"standard"})";
    CHECK(exchange::readLetterDraft("{" + request + "," + document + "}"));
    CHECK(whereOf("{" + document + "}") == "/request");
    CHECK(whereOf(R"({"request":{"kind":"invoice","variant":"standard"},)" + document + "}") == "/request/kind");
    CHECK(whereOf("{" + request +
                  R"(,"document":{"title":"t","variant":"standard","letterhead":true,"blocks":[{"style":"html"}]}})") ==
          "/document/blocks/0/style");
    CHECK(whereOf("{" + request + R"(,"document":{"title":"t","variant":"standard","letterhead":1,"blocks":[]}})") ==
          "/document/letterhead");
    std::string many = R"({"style":"note"})";
    for (std::size_t i = 0; i < letters::mostBlocks; ++i)
        many += R"(,{"style":"note"})";
    CHECK(whereOf("{" + request + R"(,"document":{"title":"t","variant":"standard","letterhead":true,"blocks":[)" +
                  many + "]}}") == "/document/blocks");
}
