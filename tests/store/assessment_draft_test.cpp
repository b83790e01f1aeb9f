#include "store/assessment_repository.h"
#include "store/draft_repository.h"
#include "store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

TEST_CASE("signed assessments come back whole, newest first")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    rememberCommand(connection);
    for (std::int64_t seq : {1, 2})
        REQUIRE(store::EventRepository{connection}.append(anEvent("person-1", seq)));
    store::AssessmentRepository assessments{connection};
    const store::AssessmentRow june{EventId{"person-1-1"}, PersonId{"person-1"}, monday - 4000h, WorkerId{"jo"}, "{}"};
    const store::AssessmentRow today{EventId{"person-1-2"}, PersonId{"person-1"}, monday, WorkerId{"priya"},
                                     R"({"what_matters":"sleep — and work"})"};

    assessments.insert(june);
    assessments.insert(today);

    CHECK(assessments.forPerson(PersonId{"person-1"}) == std::vector{today, june});
    CHECK(assessments.forPerson(PersonId{"nobody"}).empty());
    CHECK_THROWS_AS(assessments.insert({EventId{"no-event"}, PersonId{"person-1"}, monday, WorkerId{"jo"}, "{}"}),
                    db::Failure);
}

TEST_CASE("a draft is shared: whoever saves second is told, and loses nothing of the first")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    store::DraftRepository drafts{connection};
    store::DraftRow mine{"assessment", PersonId{"person-1"}, "{\"a\":1}", 0, monday, WorkerId{"priya"}};
    store::DraftRow theirs = mine;
    theirs.worker = WorkerId{"jo"};

    const auto first = drafts.save(mine).value();
    CHECK(first.version == 1);
    CHECK(drafts.save(theirs).error().code == ErrorCode::conflict);
    theirs.version = 1;
    theirs.body = "{\"b\":2}";
    CHECK(drafts.save(theirs).value().version == 2);
    CHECK(drafts.save(first).error().code == ErrorCode::conflict);

    theirs.version = 2;
    CHECK(drafts.find("assessment", PersonId{"person-1"}) == theirs);
    CHECK(drafts.find("letter", PersonId{"person-1"}) == std::nullopt);
}

TEST_CASE("a draft is removed by somebody who has read it, and removing none is no error")
{
    ON_EVERY_STORE(connection);
    addPerson(connection, aPerson("person-1", "Dani", "Okafor"));
    store::DraftRepository drafts{connection};
    const PersonId person{"person-1"};
    REQUIRE(drafts.save({"assessment", person, "{}", 0, monday, WorkerId{"priya"}}));

    CHECK(drafts.remove("assessment", person, 7).error().code == ErrorCode::conflict);
    CHECK(drafts.remove("assessment", person, 1));
    CHECK(drafts.find("assessment", person) == std::nullopt);
    CHECK(drafts.remove("assessment", person, 1));
    CHECK(drafts.save({"assessment", person, "{}", 0, monday, WorkerId{"jo"}}).value().version == 1);
}
