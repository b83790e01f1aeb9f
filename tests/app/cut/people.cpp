// Registering people, finding them, joining their records, and what is due.
#include "app/cut/walk.h"
#include "app/find.h"
#include "app/merges.h"
#include "app/waits.h"
#include "app/why_case.h"

namespace holdfast::test::cut {
namespace {

Person somebodyNamed(const char* given, const char* family)
{
    Person person;
    person.givenName = given;
    person.familyName = family;
    person.nhsNumberMissing = NhsNumberMissing::notKnown;
    return person;
}

void joinAndTakeApart(Walk& walk, const PersonId& kept)
{
    AppWorld& world = walk.world;
    const Person other = must(world.people().registerPerson(world.priya, somebodyNamed("Adah", "Fenwick"),
                                                            world.command(), app::NotTheSame::askedThem));
    const app::MergeInput join{kept, other.id, world.file(kept).version, 0, "Asked her.", {}, world.command()};
    walk.answer(&app::Merges::compare, world.joanne, kept, other.id);
    const MergeId joined = walk.answer(&app::Merges::join, world.joanne, join);
    walk.answer(&app::Merges::takeApart, world.joanne, joined, std::string{"Two sisters."}, world.command());
}

void findIn(Walk& walk, const Person& person)
{
    AppWorld& world = walk.world;
    walk.answer(&app::People::search, world.priya, app::PeopleQuery{});
    walk.answer(&app::People::find, world.priya, person.id);
    walk.answer(&app::People::alike, world.priya, somebodyNamed("Ada", "Fenwick"));
    app::FindQuery query;
    query.text = "Fenwick";
    walk.answer(&app::Find::ask, world.priya, query);
    walk.answer(&app::Find::more, world.priya, query, app::WrittenKind::event, std::int64_t{0});
}

}  // namespace

void People::walk(Walk& walk)
{
    AppWorld& world = walk.world;
    const Person person = walk.answer(&app::People::registerPerson, world.priya, somebodyNamed("Ada", "Fenwick"),
                                      world.command(), std::optional{app::NotTheSame::askedThem});
    Person changed = person;
    changed.wishes = "Mornings are hard.";
    walk.cut(&app::People::save, world.priya, changed);
    findIn(walk, person);
    world.referred("Ben", "Ashdown");
    walk.answer(&app::Worklist::sweep, world.priya);
    walk.answer(&app::Worklist::today, world.priya, app::TodayQuery{});
    walk.answer(&app::Worklist::referrals, world.priya, app::ReferralQuery{});
    walk.answer(&app::Worklist::referralTotals, world.priya, app::ReferralQuery{});
    walk.answer(&app::Waits::expected, world.priya, std::vector{ServiceId{"cmht"}});
    walk.answer(&app::WhyCase::explain, world.priya, person.id);
    joinAndTakeApart(walk, person.id);
}

}  // namespace holdfast::test::cut
