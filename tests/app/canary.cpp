#include "app/canary.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <sstream>

namespace holdfast::test {
namespace {

Person canaryPerson()
{
    Person person;
    for (std::string* field :
         {&person.givenName, &person.familyName, &person.preferredName, &person.pronouns, &person.gender,
          &person.address, &person.contact.phone, &person.contact.email, &person.contact.preference,
          &person.interpreter, &person.adjustments, &person.accessNeeds, &person.ethnicity, &person.companion,
          &person.wishes, &person.safetyAlerts})
        *field = canary;
    person.nhsNumber = canaryNumber;
    person.born = Date{std::chrono::year{1984} / 5 / 6};
    return person;
}

record::AssessmentForm canaryForm()
{
    record::AssessmentForm form;
    form.whatMatters = form.present = form.adultsAndChildren = form.whatUseDoes = form.lifeEvents = canary;
    form.culture = form.stigma = form.companion = canary;
    form.trauma = form.domesticAbuse = {true, canary};
    form.conditions = {canary};
    form.substances = {{canary, canary, canary, canary, canary, canary}};
    form.barriers = {{"other", canary}};
    form.safetyNotes["suicidal_thoughts"] = canary;
    form.equality["faith"] = canary;
    form.status = {NeedStatus::present, NeedStatus::present};
    return form;
}

app::RecordInput canaryInput(AppWorld& world, const PersonId& person, EventBody body)
{
    app::RecordInput input = world.toRecord(person, std::move(body));
    input.words = input.channel = input.toldBy = input.whyNotChallenged = canary;
    return input;
}

}  // namespace

PersonId driveEverything(AppWorld& world)
{
    const Person person = *world.people().registerPerson(world.priya, canaryPerson(), world.command());
    CHECK_FALSE(world.people().registerPerson(world.priya, canaryPerson(), world.command()));
    Person wrong = canaryPerson();
    wrong.nhsNumber = "9995260183";
    CHECK_FALSE(world.people().registerPerson(world.priya, wrong, world.command()));
    wrong.nhsNumber = canaryNumber;
    wrong.postcode = canary;
    CHECK_FALSE(world.people().registerPerson(world.priya, wrong, world.command()));
    app::PeopleQuery query;
    query.text = canary;
    REQUIRE(world.people().search(world.priya, query)->rows.size() == 1);
    query.text = canaryNumber;
    REQUIRE(world.people().search(world.priya, query));

    app::Assessments assessments{*world.workspace};
    REQUIRE(assessments.saveDraft(world.priya, person.id, {canaryForm(), 0, {}}));
    REQUIRE(assessments.draft(world.priya, person.id));
    REQUIRE(assessments.preview(world.priya, person.id, canaryForm()));
    app::SignInput sign;
    sign.person = person.id;
    sign.command = world.command();
    sign.at = world.clock.now();
    sign.form = canaryForm();
    sign.whyOtherRoute = canary;
    CHECK_FALSE(assessments.sign(world.priya, sign));

    event::AssessmentSigned assessed = bothNeeds();
    assessed.found.mentalHealth.detail = {canary};
    assessed.barriers = {canary};
    const auto record = [&](const app::Session& session, EventBody body) {
        return world.cases().record(session, canaryInput(world, person.id, std::move(body)));
    };
    REQUIRE(record(world.priya, assessed));
    REQUIRE(record(world.priya, toBoth()));
    REQUIRE(record(world.priya, declined(ReasonCode{"N02"})));
    const auto attempted =
        record(world.priya, event::Attempt{Need::mentalHealth, canary, ReasonCode{"S14"}, WorkerId{"priya"}, {}, {}});
    REQUIRE(attempted);
    REQUIRE(record(world.priya, event::ChallengeWithdrawn{Need::mentalHealth, ServiceId{"cmht"}, canary}));
    REQUIRE(record(world.samir, event::SecondLook{attempted->event, BounceClass::soft, canary, WorkerId{"samir"}}));
    REQUIRE(record(world.priya, event::EnteredInError{attempted->event, canary}));
    REQUIRE(record(world.priya, event::Mdt{{canary}, canary, WorkerId{"samir"}, {}}));
    CHECK_FALSE(record(world.samir, event::JointClosure{canary, {canary}, canary, {}}));
    CHECK_FALSE(record(world.rowan, toBoth()));
    CHECK_FALSE(record(world.priya, declined(ReasonCode{"N02"}, ServiceId{canary})));
    REQUIRE(world.cases().open(world.priya, person.id));
    REQUIRE(world.worklist().today(world.priya, {}));
    REQUIRE(world.worklist().referrals(world.priya, {}));
    world.clock.advance(std::chrono::days{30});
    REQUIRE(world.worklist().sweep(world.priya));
    return person.id;
}

std::string everythingIn(const std::filesystem::path& folder)
{
    std::ostringstream all;
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder}) {
        all << file.path().filename() << '\n';
        if (file.is_regular_file() && file.file_size() > 0)
            all << std::ifstream{file.path(), std::ios::binary}.rdbuf();
    }
    return all.str();
}

}  // namespace holdfast::test
