// What happens to a person's two needs, one kind of event for each permission, and the joint assessment.
#include "app/assessments.h"
#include "app/cut/walk.h"
#include "domain/calendar.h"

namespace holdfast::test::cut {
namespace {

using std::chrono::days;

constexpr Need mental = Need::mentalHealth;
constexpr Need substance = Need::substanceUse;
const ServiceId cmht{"cmht"};
const ServiceId lanternHouse{"lantern"};

class CaseWalk {
public:
    CaseWalk(Walk& walk, const PersonId& person) : m_walk{walk}, m_world{walk.world}, m_person{person} {}

    app::RecordOutcome record(const app::Session& session, EventBody body)
    {
        return m_walk.answer(&app::Cases::record, session, m_world.toRecord(m_person, std::move(body)));
    }

    /// Refused by one, taken by the other; the answer is looked at again and challenged.
    void refuseAndChallenge()
    {
        const auto& priya = m_world.priya;
        record(priya, event::Attempt{mental, "gp", {}, {}, {}, {}});
        record(priya, bothNeeds());
        record(priya, toBoth());
        record(priya, event::Response{substance, lanternHouse, ResponseKind::accepted, {}, {}, {}, WorkerId{"priya"}});
        const EventId refusal = record(priya, declined(ReasonCode{"N02"})).event;
        record(m_world.joanne,
               event::SecondLook{refusal, BounceClass::soft, "Looked at it again", m_world.joanne.worker.id});
        record(priya, event::ChallengeSent{mental, cmht});
        m_world.clock.advance(std::chrono::hours{1});
        record(m_world.joanne, event::StepHandedOn{mental, cmht, WorkerId{"theo"}, "Priya is away"});
        record(priya, event::Contact{cmht, {}, {}});
        record(priya, event::GoodExperience{NeedScope::mentalHealth, cmht, {}, false, "Rang back the same day"});
    }

    /// Taken over, planned for, decided about together, closed, opened again, and death.
    void goOn()
    {
        record(m_world.priya, event::HandoverAccepted{mental, cmht, WorkerId{"samir"}});
        record(m_world.joanne, event::WorkerChanged{lanternHouse, WorkerId{"theo"}, substance});
        record(m_world.priya, event::PersonDeclined{substance, londonDate(tuesday) + days{30}, true});
        record(m_world.priya, event::AftercarePlanned{substance, londonDate(tuesday) + days{60}, false});
        record(m_world.joanne, event::Mdt{{"samir", "priya"}, "Both go on", WorkerId{"samir"}, {}});
        record(m_world.joanne, event::JointClosure{"needs_met", {"samir", "priya"}, "Well enough", {mental}});
        record(m_world.priya, event::Reopened{mental, WorkerId{"samir"}, cmht, "Unwell again"});
        const EventId died = record(m_world.priya, event::PersonDied{londonDate(tuesday)}).event;
        record(m_world.joanne, event::EnteredInError{died, "Another person"});
    }

private:
    Walk& m_walk;
    AppWorld& m_world;
    PersonId m_person;
};

void assess(Walk& walk)
{
    AppWorld& world = walk.world;
    const PersonId person = world.registered("Cas", "Lund").id;
    app::AssessmentDraft draft;
    draft.form = askedAboutBoth();
    walk.cut(&app::Assessments::saveDraft, world.priya, person, draft);
    app::SignInput sign;
    sign.person = person;
    sign.draftVersion = walk.answer(&app::Assessments::draft, world.priya, person).version;
    sign.command = world.command();
    sign.at = world.clock.now();
    sign.form = draft.form;
    sign.legs = toBoth().legs;
    walk.answer(&app::Assessments::preview, world.priya, person, sign.form);
    walk.answer(&app::Assessments::sign, world.priya, sign);
    walk.answer(&app::Assessments::signedForms, world.priya, person);
}

}  // namespace

void Cases::walk(Walk& walk)
{
    AppWorld& world = walk.world;
    const PersonId person = world.registered().id;
    CaseWalk work{walk, person};
    work.refuseAndChallenge();
    work.goOn();
    walk.answer(&app::Cases::open, world.priya, person);
    walk.answer(&app::Cases::protocolsNamed, world.priya);
    const app::RecordInput input = world.toRecord(person, event::Contact{cmht, {}, {}});
    walk.answer(&app::Cases::preview, world.priya, input);
    const EventId contact = must(world.cases().record(world.priya, input)).event;
    walk.answer(&app::Cases::undo, world.priya, person, contact, world.command());
    assess(walk);
}

}  // namespace holdfast::test::cut
