// Those who work here, who sees to whom, and what a team keeps for itself: services, districts, protocols, words.
#include "app/team.h"
#include "app/cut/walk.h"
#include "app/kind_words.h"
#include "app/local_guides.h"
#include "app/travel.h"
#include "domain/calendar.h"

namespace holdfast::test::cut {
namespace {

using std::chrono::days;

void keepWorkers(Walk& walk)
{
    AppWorld& world = walk.world;
    app::Workers workers{*world.workspace};
    Worker worker;
    worker.name = "Jo Field";
    worker.service = ServiceId{"lantern"};
    walk.answer(&app::Workers::save, world.joanne, worker, world.command());
    walk.answer(&app::Workers::list, world.joanne);
    walk.cutOther("workers.signInChoices", [&] { return problemOf(workers.signInChoices()); });
    walk.cutOther("workers.busiest", [&] { return problemOf(workers.busiest()); });
    walk.cutOther("workers.signIn", [&] { return problemOf(workers.signIn(world.priya.worker.id)); });
}

void handPeopleOn(Walk& walk, const PersonId& person, const EventId& refusal)
{
    AppWorld& world = walk.world;
    walk.answer(&app::Team::overview, world.joanne, app::Scope::team);
    walk.answer(&app::Team::heldBy, world.joanne, world.priya.worker.id);
    walk.answer(&app::Team::declines, world.joanne, app::Scope::everyone, 50);
    walk.answer(&app::Team::look, world.joanne, person, refusal);
    const app::ReassignInput hand{
        world.priya.worker.id, WorkerId{"theo"}, {person}, "Mornings are hard.", world.command()};
    const auto moved = walk.answer(&app::Team::reassign, world.joanne, hand);
    walk.answer(&app::Team::takeBack, world.joanne, moved, world.command());
    Cover cover;
    cover.worker = world.priya.worker.id;
    cover.by = WorkerId{"theo"};
    cover.from = londonDate(tuesday);
    cover.to = cover.from + days{4};
    cover = walk.answer(&app::Team::arrangeCover, world.joanne, cover, world.command());
    walk.cut(&app::Team::endCover, world.joanne, cover.id, cover.version);
}

void keepServices(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    Service service;
    service.name = "Harbour Street";
    service.needs = {Need::mentalHealth};
    walk.answer(&app::DirectoryOfServices::save, world.joanne, service, world.command());
    walk.answer(&app::DirectoryOfServices::list, world.priya, true);
    const std::string csv = walk.answer(&app::DirectoryOfServices::exportCsv, world.joanne);
    walk.answer(&app::DirectoryOfServices::previewImport, world.joanne, csv);
    walk.answer(&app::DirectoryOfServices::import, world.joanne, csv, world.command());

    const OutwardPlace hitchin{"SG5", MapPlace::make(51'950'000, -280'000, "invented").value(), 0};
    walk.cut(&app::Travel::save, world.joanne, hitchin);
    const auto places = walk.answer(&app::Travel::outwardCodes, world.joanne).places;
    walk.cut(&app::Travel::remove, world.joanne, places.front());
    const std::string codes = "outward,latitude,longitude,source\nAL1,53.5,1.0,invented\n";
    walk.answer(&app::Travel::previewImport, world.joanne, codes);
    walk.answer(&app::Travel::import, world.joanne, codes, world.command());
    walk.answer(&app::Travel::exportCsv, world.joanne);
    walk.answer(&app::Travel::typeDistance, world.priya, person, ServiceId{"cmht"}, std::optional{35});
}

void keepGuides(Walk& walk)
{
    AppWorld& world = walk.world;
    LocalGuide guide;
    guide.name = "Joint working protocol";
    guide.edition = "3";
    guide.from = londonDate(tuesday);
    const LocalGuide added =
        walk.answer(&app::LocalGuides::add, world.joanne, guide, std::optional<LocalGuideId>{}, world.command());
    walk.cut(&app::LocalGuides::withdraw, world.joanne, added.id, added.version);
    const auto list = walk.answer(&app::LocalGuides::list, world.joanne);
    walk.cut(&app::LocalGuides::bringBack, world.joanne, added.id, list.front().version);
}

void keepWords(Walk& walk)
{
    AppWorld& world = walk.world;
    KindWord word = walk.answer(&app::KindWords::list, world.joanne).words.front().word;
    walk.answer(&app::KindWords::inUse, world.priya);
    word.lines += "\nother case = other day";
    walk.cut(&app::KindWords::save, world.joanne, word, std::int64_t{0});
    walk.cut(&app::KindWords::setOn, world.joanne, word.id, false, std::int64_t{1});
    walk.cut(&app::KindWords::asItCame, world.joanne, word.id, std::int64_t{2});
}

}  // namespace

void Team::walk(Walk& walk)
{
    AppWorld& world = walk.world;
    const PersonId person = world.referred().id;
    world.clock.advance(std::chrono::hours{1});
    const EventId refusal = world.recorded(person, declined(ReasonCode{"N02"})).event;
    keepWorkers(walk);
    handPeopleOn(walk, person, refusal);
    keepServices(walk, person);
    keepGuides(walk);
    keepWords(walk);
}

}  // namespace holdfast::test::cut
