// Carers, what may be shared with whom, and the person's own story.
#include "app/carers.h"
#include "app/consents.h"
#include "app/cut/walk.h"
#include "app/story.h"
#include "domain/calendar.h"

namespace holdfast::test::cut {
namespace {

using std::chrono::days;

void speakToCarers(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    app::SaveCarerInput carer;
    carer.person = person;
    carer.carer.name = "Grace Fenwick";
    carer.carer.knownSince = londonDate(tuesday);
    carer.link.relationship = "mum";
    carer.command = world.command();
    app::CallInput call;
    call.person = person;
    call.carer = walk.answer(&app::Carers::save, world.priya, carer).carer.id;
    call.at = tuesday;
    call.summary = "Grace rang. We listened.";
    call.owed = CallBack{londonDate(tuesday) + days{1}, world.priya.worker.id, "the date"};
    call.command = world.command();
    const CarerCallId logged = walk.answer(&app::Carers::logCall, world.priya, call);
    walk.answer(&app::Carers::list, world.priya, person);
    walk.answer(&app::Carers::search, world.priya, person, std::string{"grace"});
    walk.answer(&app::Carers::owed, world.priya);
    walk.cut(&app::Carers::setCalledBack, world.priya, person, logged, true);
    walk.cut(&app::Carers::undoCall, world.priya, person, logged, std::string{"Another person's."}, world.command());
}

void share(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    Consent consent;
    consent.person = person;
    consent.with = ShareKind::housing;
    consent.words = "Yes.";
    consent.on = londonDate(tuesday);
    const ConsentId agreed =
        walk.answer(&app::Consents::record, world.priya, app::ConsentInput{consent, {}, world.command()});
    walk.answer(&app::Consents::list, world.priya, person);
    walk.answer(&app::Consents::recipients, world.priya, person, std::vector<CarerTopic>{});
    app::ExceptionInput outside;
    outside.person = person;
    outside.with = ShareKind::police;
    outside.reason = "Somebody else is in danger.";
    outside.command = world.command();
    walk.answer(&app::Consents::shareOutside, world.joanne, outside);
    outside.with = consent.with;
    outside.grounds = ExceptionGrounds::asked;
    outside.command = world.command();
    walk.answer(&app::Consents::shareOutside, world.joanne, outside);
    walk.cut(&app::Consents::enterInError, world.priya,
             app::ConsentErrorInput{person, agreed, "Another person's.", world.command()});
}

void tell(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    app::WriteStoryInput story;
    story.person = person;
    story.story[StoryPart::ownWords].text = "Ask me about the band.";
    story.command = world.command();
    walk.answer(&app::Stories::write, world.priya, story);
    walk.answer(&app::Stories::open, world.samir, person);
    walk.answer(&app::Stories::brief, world.samir, person);
    walk.answer(&app::Stories::confirmRead, world.samir, person, 1);
    const Retelling again = walk.answer(&app::Stories::toldAgain, world.priya, person, std::string{"The GP"});
    walk.cut(&app::Stories::takeBack, world.priya, person, again.id);
    walk.answer(&app::Stories::previewPassport, world.priya, person, PassportChoice{});
    walk.answer(&app::Stories::passport, world.priya, person, PassportChoice{});
}

}  // namespace

void Circle::walk(Walk& walk)
{
    const PersonId person = walk.world.referred().id;
    speakToCarers(walk, person);
    share(walk, person);
    tell(walk, person);
}

}  // namespace holdfast::test::cut
