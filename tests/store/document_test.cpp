#include "store/document_repository.h"

#include "store/draft_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Every byte there is, so that neither database may take it for text.
std::string everyByte()
{
    std::string bytes;
    for (int i = 0; i < 512; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

KeptDocument aPaper(const std::string& id, Instant at = monday)
{
    KeptDocument paper;
    paper.id = DocumentId{id};
    paper.person = PersonId{"p1"};
    paper.role = DocumentRole::letter;
    paper.kind = "challenge";
    paper.media = MediaType::pdf;
    paper.recipient = "cmht";
    paper.recipientName = "Wrenfield CMHT";
    paper.need = Need::mentalHealth;
    paper.variant = "large_print";
    paper.aboutKind = "event";
    paper.about = "p1-1";
    paper.source = "{}";
    paper.createdAt = at;
    paper.worker = WorkerId{"jo"};
    paper.command = CommandId{"command-1"};
    paper.size = static_cast<std::int64_t>(everyByte().size());
    paper.sha256 = std::string(64, 'a');
    return paper;
}

void addPeople(db::Connection& connection)
{
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));
    addPerson(connection, aPerson("p2", "Sam", "Reed"));
    rememberCommand(connection);
    if (!store::EventRepository{connection}.append(anEvent("p1", 1)))
        throw std::logic_error{"the test's own event was refused"};
}

}  // namespace

TEST_CASE("a paper comes back byte for byte, with everything about it")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::DocumentRepository documents{connection};
    const KeptDocument paper = aPaper("d1");
    documents.insert(paper, everyByte());
    CHECK(documents.find(DocumentId{"d1"}) == paper);
    CHECK(documents.byCommand(CommandId{"command-1"}) == paper);
    CHECK(documents.content(DocumentId{"d1"}) == everyByte());
    CHECK_FALSE(documents.find(DocumentId{"d2"}));
    CHECK_FALSE(documents.content(DocumentId{"d2"}));

    KeptDocument attachment = aPaper("d2", monday + 1h);
    attachment.role = DocumentRole::attachment;
    attachment.kind.clear();
    attachment.need.reset();
    attachment.media = MediaType::text;
    documents.insert(attachment, everyByte());
    CHECK(documents.forPerson(PersonId{"p1"}) == std::vector{attachment, paper});
    CHECK(documents.forPerson(PersonId{"p2"}).empty());
    CHECK(documents.ids({}, 1) == std::vector{DocumentId{"d1"}});
    CHECK(documents.ids(DocumentId{"d1"}, 5) == std::vector{DocumentId{"d2"}});
}

TEST_CASE("a paper and its sending can be neither changed nor removed, and its size is the size of its bytes")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::DocumentRepository documents{connection};
    documents.insert(aPaper("d1"), everyByte());
    documents.insertSending({EventId{"p1-1"}, PersonId{"p1"}, DocumentId{"d1"}, "1 Station Road"});
    for (const char* sql : {"UPDATE document SET sha256 = ''", "DELETE FROM document",
                            "UPDATE letter_sending SET address = ''", "DELETE FROM letter_sending"}) {
        INFO(sql);
        CHECK_THROWS_AS(connection.execute(sql), db::Failure);
    }
    CHECK_THROWS_AS(documents.insert(aPaper("d3"), "shorter"), db::Failure);
    CHECK(documents.sendings(PersonId{"p1"}) ==
          std::vector{LetterSending{EventId{"p1-1"}, PersonId{"p1"}, DocumentId{"d1"}, "1 Station Road"}});
    CHECK(documents.sendings(PersonId{"p2"}).empty());
}

TEST_CASE("a person has several letters in the making, apart from other drafts and other people's")
{
    ON_EVERY_STORE(connection);
    addPeople(connection);
    store::DraftRepository drafts{connection};
    for (const auto& [kind, person] :
         {std::pair{"letter:b", "p1"}, {"letter:a", "p1"}, {"assessment", "p1"}, {"letter:c", "p2"}, {"lettez", "p1"}})
        REQUIRE(drafts.save({kind, PersonId{person}, "{}", 0, monday, WorkerId{"jo"}}));
    const auto found = drafts.forPerson(PersonId{"p1"}, "letter:");
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == "letter:a");
    CHECK(found[1].kind == "letter:b");
    CHECK(found[0].version == 1);
}

TEST_CASE("a letterhead is saved once for each team, and only on top of what was read")
{
    ON_EVERY_STORE(connection);
    store::LetterheadRepository heads{connection};
    Letterhead head;
    head.service = ServiceId{"lantern"};
    head.organisation = "Lantern Drug and Alcohol";
    head.address = "2 Quay Street\nWrenfield";
    head.phone = "01632 960 222";
    head.email = "lantern@example.org";
    head.footer = "Lantern is an invented service";
    head.margins = {30, 25, 20, 15};
    CHECK_FALSE(heads.find(head.service));
    const auto saved = heads.save(head);
    REQUIRE(saved);
    CHECK(saved->version == 1);
    CHECK(heads.find(head.service) == *saved);
    CHECK(heads.save(head).error().code == ErrorCode::conflict);
    head = *saved;
    head.footer.clear();
    CHECK(heads.save(head)->version == 2);
    CHECK(heads.find(head.service)->footer.empty());
    CHECK_FALSE(heads.find(ServiceId{"cmht"}));
}
