// Letters, plans and handovers.
#include "app/letters.h"
#include "app/cut/walk.h"
#include "app/handovers.h"
#include "app/plans.h"
#include "app/sent_input.h"
#include "domain/calendar.h"

namespace holdfast::test::cut {
namespace {

using std::chrono::days;

letters::Request aChase()
{
    letters::Request request;
    request.kind = letters::LetterKind::chase;
    request.service = ServiceId{"cmht"};
    request.need = Need::mentalHealth;
    return request;
}

using Quoted = std::vector<engine::VerdictCitation>;

void writeLetters(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    app::LetterDraft draft = walk.answer(&app::Letters::begin, world.priya, person, aChase());
    walk.answer(&app::Letters::remake, world.priya, person, aChase());
    walk.cut(&app::Letters::saveDraft, world.priya, person, draft);
    draft = walk.answer(&app::Letters::draft, world.priya, person, draft.id);
    walk.answer<app::Letters, Quoted, const PersonId&, const std::string&>(&app::Letters::quoted, world.priya, person,
                                                                           draft.id);
    const app::FinaliseInput final{person, draft.id, draft.version, world.command(), "%PDF-1.4\na page"};
    const KeptDocument kept = walk.answer(&app::Letters::finalise, world.priya, final);
    walk.answer<app::Letters, Quoted, const PersonId&, const DocumentId&>(&app::Letters::quoted, world.priya, person,
                                                                          kept.id);
    walk.answer(&app::Letters::markSent, world.priya, sentInput(world, person, kept.id));
    const auto other = must(app::Letters{*world.workspace}.begin(world.priya, person, aChase()));
    walk.cut(&app::Letters::discard, world.priya, person, other.id, other.version);
    walk.answer(&app::Letters::list, world.priya, person);
    Letterhead head = walk.answer(&app::Letters::letterhead, world.joanne);
    head.organisation = "Lantern House";
    walk.cut(&app::Letters::saveLetterhead, world.joanne, head);
}

app::PlanDraft aPlan(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    app::PlanDraft draft = walk.answer(&app::Plans::begin, world.priya, person, PlanContent{});
    draft.content.lines = {
        {"l1", NeedScope::both, "Ring on Monday", world.samir.worker.id, {}, londonDate(tuesday) + days{6}}};
    draft.content.reviewOn = londonDate(tuesday) + days{28};
    draft.content.accord = PlanAccord::agreed;
    draft.content.personsView = "That will do.";
    for (const PlanSection& section : sectionsOf(PlanKind::care))
        draft.content.answers[std::string{section.code}] = "As we said.";
    walk.cut(&app::Plans::saveDraft, world.priya, person, draft);
    return *walk.answer(&app::Plans::list, world.priya, person).draft(PlanKind::care);
}

void plan(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    const app::PlanDraft draft = aPlan(walk, person);
    const app::AgreePlanInput agree{person, PlanKind::care, draft.version, world.command()};
    walk.answer(&app::Plans::agree, world.priya, agree);
    walk.answer(&app::Plans::mark, world.samir, person, std::string{"l1"}, true);
    walk.answer(&app::Plans::onPaper, world.priya, person, PlanKind::care, 1);
    PlanContent safety;
    safety.kind = PlanKind::safety;
    const app::PlanDraft other = must(app::Plans{*world.workspace}.begin(world.priya, person, safety));
    walk.cut(&app::Plans::discard, world.priya, person, PlanKind::safety, other.version);
}

void handOver(Walk& walk, const PersonId& person)
{
    AppWorld& world = walk.world;
    const app::Session theo = must(app::Workers{*world.workspace}.signIn(WorkerId{"theo"}));
    walk.answer(&app::Handovers::begin, world.priya, person);
    app::WriteHandoverInput pack{
        person,         theo.worker.id, NeedScope::both, false, {"Mornings.", {}, {}, {}, "One line.", true, {}},
        world.command()};
    const auto written = walk.answer(&app::Handovers::write, world.priya, pack);
    walk.answer(&app::Handovers::of, world.priya, person);
    walk.answer(&app::Handovers::waiting, theo);
    walk.answer(&app::Handovers::onPaper, theo, written.pack.id);
    using Answer = app::AnswerHandoverInput;
    walk.answer(&app::Handovers::answer, world.priya,
                Answer{written.pack.id, HandoverAnswerKind::withdrawn, {}, world.command()});
    pack.command = world.command();
    const auto again = must(app::Handovers{*world.workspace}.write(world.priya, pack));
    walk.answer(&app::Handovers::answer, theo, Answer{again.pack.id, HandoverAnswerKind::agreed, {}, world.command()});
}

}  // namespace

void Letters::walk(Walk& walk)
{
    const PersonId person = walk.world.referred().id;
    writeLetters(walk, person);
    plan(walk, person);
    handOver(walk, person);
}

}  // namespace holdfast::test::cut
