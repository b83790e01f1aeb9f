// The wire to a server, cut at every message of every use case here, before the question and before the answer: the
// worker is told, and the store is as before or as after, never between. HOLDFAST_CUT_STRIDE tries every so many-th message.
#include "app/app_world.h"
#include "app/carers.h"
#include "app/consents.h"
#include "app/documents.h"
#include "app/drafts.h"
#include "app/find.h"
#include "app/handovers.h"
#include "app/kind_words.h"
#include "app/letters.h"
#include "app/local_guides.h"
#include "app/meetings.h"
#include "app/merges.h"
#include "app/note_templates.h"
#include "app/notes.h"
#include "app/plans.h"
#include "app/story.h"
#include "app/team.h"
#include "db/migrator.h"
#include "domain/calendar.h"
#include "store/dump.h"
#include "store/schema.h"
#include "support/counts.h"
#include "support/cutting_proxy.h"
#include "support/must.h"
#include "support/postgres.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

using namespace holdfast;
using namespace holdfast::test;
using std::chrono::days;

namespace {

int portOf(const std::string& conninfo)
{
    const auto at = conninfo.find("port=");
    return at == std::string::npos ? 5432 : std::atoi(conninfo.c_str() + at + 5);
}

/// What it holds, but for the audit: a refusal and a repeat are noted there.
std::size_t contentOf(db::Connection& connection)
{
    std::string all;
    store::dump(connection, [&](std::string_view line) {
        if (!line.starts_with("audit\t"))
            all += std::string{line} + '\n';
    });
    return std::hash<std::string>{}(all);
}

/// A store on a server that is reached through the proxy, and past it.
struct CutWorld {
    std::string conninfo = postgresConninfo().value();
    std::unique_ptr<db::Connection> direct = openFreshPostgres(conninfo);
    CuttingProxy proxy{portOf(conninfo)};
    std::unique_ptr<AppWorld> world;

    CutWorld()
    {
        REQUIRE(db::migrate(*direct, store::migrations(db::Dialect::postgres)));
        const auto schema =
            direct->first("SELECT current_schema()", {}, [](const db::Row& row) { return row.text(0); });
        world = std::make_unique<AppWorld>(
            db::openPostgres(conninfo + " host=127.0.0.1 port=" + std::to_string(proxy.port()) +
                             " sslmode=disable gssencmode=disable options='-csearch_path=" + schema.value() + "'"));
    }
};

using Use = std::function<std::optional<Error>()>;

template <class T>
std::optional<Error> problemOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional{result.error()};
}

class Cutter {
public:
    Cutter(CutWorld& of, int stride) : m_of{of}, m_stride{stride} {}

    /// The use case, cut at message after message until it has come to its end. What it is given stays the same, so that a
    /// command whose answer was lost is sent once more, as the client does.
    void cut(const std::string& name, const Use& use)
    {
        INFO(name);
        CHECK(statesOf(use) <= 2);   // before, and after
        const auto problem = use();  // the wire holds: done now, or done already
        INFO((problem ? problem->where + ' ' + problem->detail : ""));
        CHECK((!problem || problem->code == ErrorCode::conflict || problem->code == ErrorCode::notFound));
    }

    /// How many states of the store were seen after the cuts, the one before them among them.
    std::size_t statesOf(const Use& use)
    {
        std::vector<std::size_t> seen{contentOf(*m_of.direct)};
        ++m_useCases;
        const auto both = [&](int at) {
            return tryOnce(use, at, Cut::beforeTheQuestion, seen) && tryOnce(use, at, Cut::beforeTheAnswer, seen);
        };
        for (int at = 1 + m_useCases % m_stride; both(at); at += m_stride)
            m_of.world->clock.advance(std::chrono::seconds{1});
        return seen.size();
    }
    int useCases() const { return m_useCases; }
    int cuts() const { return m_cuts; }

private:
    /// Whether the wire was cut: if not, the use case has fewer messages.
    bool tryOnce(const Use& use, int at, Cut how, std::vector<std::size_t>& seen)
    {
        INFO("message " << at << (how == Cut::beforeTheAnswer ? ", answer lost" : ""));
        m_of.proxy.cutAt(at, how);
        const auto problem = use();
        m_of.proxy.letThrough();
        if (!m_of.proxy.hasCut() || isDoneAlready(problem, seen))
            return false;
        ++m_cuts;
        CHECK(problem.has_value());
        if (problem)
            CHECK(problem->code == ErrorCode::unavailable);
        const std::size_t now = contentOf(*m_of.direct);
        if (now != seen.back())
            seen.push_back(now);
        return at < 400;
    }

    /// Its answer was lost earlier, and what is not a command is a colleague's save the second time.
    static bool isDoneAlready(const std::optional<Error>& problem, const std::vector<std::size_t>& seen)
    {
        return problem && problem->code == ErrorCode::conflict && seen.size() == 2;
    }

    CutWorld& m_of;
    int m_stride;
    int m_useCases = 0;
    int m_cuts = 0;
};

/// A day of work, one use case after the other.
class Day {
public:
    Day(AppWorld& world, Cutter& cutter) : m_world{world}, m_cutter{cutter} {}

    void work()
    {
        registerAndRefer();
        writeNotes();
        askTheCircle();
        plan();
        meet();
        write();
        runTheTeam();
    }

private:
    template <class UseCase>
    UseCase make()
    {
        return UseCase{*m_world.workspace};
    }

    void registerAndRefer();
    void writeNotes();
    void askTheCircle();
    void plan();
    void meet();
    void write();
    void runTheTeam();

    AppWorld& m_world;
    Cutter& m_cutter;
    Person m_person;
};

void Day::registerAndRefer()
{
    Person person;
    person.givenName = "Ada";
    person.familyName = "Fenwick";
    person.nhsNumberMissing = NhsNumberMissing::notKnown;
    const CommandId command = m_world.command();
    m_cutter.cut("people.register", [&] {
        return problemOf(m_world.people().registerPerson(m_world.priya, person, command, app::NotTheSame::askedThem));
    });
    m_person = must(m_world.people().registerPerson(m_world.priya, person, command, app::NotTheSame::askedThem));
    Person changed = m_person;
    changed.wishes = "Mornings are hard.";
    m_cutter.cut("people.save", [&] { return problemOf(m_world.people().save(m_world.priya, changed)); });
    m_cutter.cut("people.search", [&] { return problemOf(m_world.people().search(m_world.priya, {})); });
    for (const EventBody& body :
         {EventBody{bothNeeds()}, EventBody{toBoth()}, EventBody{declined(ReasonCode{"N02"})}}) {
        app::RecordInput input;
        input.person = m_person.id;
        input.seenVersion = m_world.file(m_person.id).version;
        input.command = m_world.command();
        input.at = m_world.clock.now();
        input.body = body;
        m_cutter.cut("cases.record", [&] { return problemOf(m_world.cases().record(m_world.priya, input)); });
    }
    m_cutter.cut("cases.open", [&] { return problemOf(m_world.cases().open(m_world.priya, m_person.id)); });
    m_cutter.cut("worklist.sweep", [&] { return problemOf(m_world.worklist().sweep(m_world.priya)); });
    m_cutter.cut("worklist.today", [&] { return problemOf(m_world.worklist().today(m_world.priya, {})); });
    app::FindQuery query;
    query.text = "Fenwick";
    m_cutter.cut("find", [&] { return problemOf(make<app::Find>().ask(m_world.priya, query)); });
}

void Day::writeNotes()
{
    auto notes = make<app::Notes>();
    NoteContent content;
    content.text = "Spoke for ten minutes.";
    app::NoteDraft draft = must(notes.begin(m_world.priya, m_person.id, content));
    draft.content.text = "Spoke for twenty minutes.";
    m_cutter.cut("notes.saveDraft", [&] { return problemOf(notes.saveDraft(m_world.priya, m_person.id, draft)); });
    draft = must(notes.draft(m_world.priya, m_person.id, draft.id));
    const app::SignNoteInput sign{m_person.id, draft.id, draft.version, m_world.command()};
    m_cutter.cut("notes.sign", [&] { return problemOf(notes.sign(m_world.priya, sign)); });
    const NoteId note = must(notes.sign(m_world.priya, sign));
    m_cutter.cut("notes.pin", [&] { return problemOf(notes.pin(m_world.priya, m_person.id, note, true)); });
    m_cutter.cut("notes.read", [&] { return problemOf(notes.markRead(m_world.samir, m_person.id, note, 0)); });
    app::AttachInput paper{m_person.id, {}, m_world.command(), "reply.txt", "They wrote.", note};
    m_cutter.cut("documents.attach", [&] { return problemOf(make<app::Documents>().attach(m_world.priya, paper)); });
    const app::NoteErrorInput error{m_person.id, note, "Another person's.", m_world.command()};
    m_cutter.cut("notes.error", [&] { return problemOf(notes.enterInError(m_world.priya, error)); });
    m_cutter.cut("drafts.saveSheet", [&] {
        return problemOf(make<app::Drafts>().saveSheet(
            m_world.priya, {"record/contact", m_person.id, {{"words", "Rang"}}, 0, {}, false}));
    });
    NoteTemplate made;
    made.shortcut = "dna";
    made.title = "Did not answer";
    made.text = "Rang, nobody answered.";
    m_cutter.cut("templates.save", [&] { return problemOf(make<app::NoteTemplates>().save(m_world.joanne, made)); });
}

void Day::askTheCircle()
{
    auto carers = make<app::Carers>();
    app::SaveCarerInput carer;
    carer.person = m_person.id;
    carer.carer.name = "Grace Fenwick";
    carer.carer.knownSince = londonDate(tuesday);
    carer.link.relationship = "mum";
    carer.command = m_world.command();
    m_cutter.cut("carers.save", [&] { return problemOf(carers.save(m_world.priya, carer)); });
    app::CallInput call;
    call.person = m_person.id;
    call.carer = must(carers.save(m_world.priya, carer)).carer.id;
    call.at = tuesday;
    call.summary = "Grace rang. We listened.";
    call.command = m_world.command();
    m_cutter.cut("carers.logCall", [&] { return problemOf(carers.logCall(m_world.priya, call)); });
    Consent consent;
    consent.person = m_person.id;
    consent.with = ShareKind::housing;
    consent.words = "Yes.";
    consent.on = londonDate(tuesday);
    const app::ConsentInput agreed{consent, {}, m_world.command()};
    m_cutter.cut("consents.record", [&] { return problemOf(make<app::Consents>().record(m_world.priya, agreed)); });
    app::WriteStoryInput story;
    story.person = m_person.id;
    story.story[StoryPart::ownWords].text = "Ask me about the band.";
    story.command = m_world.command();
    m_cutter.cut("story.write", [&] { return problemOf(make<app::Stories>().write(m_world.priya, story)); });
    m_cutter.cut("story.confirm",
                 [&] { return problemOf(make<app::Stories>().confirmRead(m_world.samir, m_person.id, 1)); });
}

void Day::plan()
{
    auto plans = make<app::Plans>();
    app::PlanDraft draft = must(plans.begin(m_world.priya, m_person.id, {}));
    draft.content.answers["goals"] = "Sleep through.";
    draft.content.lines = {
        {"l1", NeedScope::both, "Ring on Monday", m_world.samir.worker.id, {}, londonDate(tuesday) + days{6}}};
    draft.content.reviewOn = londonDate(tuesday) + days{28};
    draft.content.accord = PlanAccord::agreed;
    draft.content.personsView = "That will do.";
    for (const PlanSection& section : sectionsOf(PlanKind::care))
        draft.content.answers[std::string{section.code}] = "As we said.";
    m_cutter.cut("plans.saveDraft", [&] { return problemOf(plans.saveDraft(m_world.priya, m_person.id, draft)); });
    const app::AgreePlanInput agree{m_person.id, PlanKind::care,
                                    must(plans.list(m_world.priya, m_person.id)).draft(PlanKind::care)->version,
                                    m_world.command()};
    m_cutter.cut("plans.agree", [&] { return problemOf(plans.agree(m_world.priya, agree)); });
    m_cutter.cut("plans.mark", [&] { return problemOf(plans.mark(m_world.samir, m_person.id, "l1", true)); });
    const app::WriteHandoverInput pack{
        m_person.id,      WorkerId{"theo"}, NeedScope::both, false, {"Mornings.", {}, {}, {}, "One line.", true, {}},
        m_world.command()};
    m_cutter.cut("handovers.write", [&] { return problemOf(make<app::Handovers>().write(m_world.priya, pack)); });
}

void Day::meet()
{
    auto meetings = make<app::Meetings>();
    Meeting meeting = must(meetings.board(m_world.joanne)).meeting;
    if (meeting.items.empty())
        meeting.items.push_back({m_person.id, {}, 10, "Asked by Priya", {}});
    meeting.attendees = {{m_world.joanne.worker.id, {}, {}, MeetingSide::substanceUse, Presence::here},
                         {m_world.samir.worker.id, {}, {}, MeetingSide::mentalHealth, Presence::video}};
    const CommandId command = m_world.command();
    m_cutter.cut("meetings.start", [&] { return problemOf(meetings.start(m_world.joanne, meeting, command)); });
    const Meeting on = must(meetings.board(m_world.joanne)).meeting;
    MeetingOutcome outcome;
    outcome.question = "Who leads?";
    outcome.personsView = "One person who rings back.";
    outcome.decision = MeetingDecision::mentalHealthLeads;
    outcome.lead = m_world.samir.worker.id;
    outcome.deputy = m_world.priya.worker.id;
    outcome.reviewOn = londonDate(tuesday) + days{14};
    outcome.plainWords = "Samir sees her on Friday.";
    outcome.actions = {
        {NeedScope::mentalHealth, "Withdraw the refusal", m_world.samir.worker.id, londonDate(tuesday) + days{1}}};
    outcome.teller = m_world.priya.worker.id;
    outcome.tellingHow = TellingHow::call;
    outcome.tellBy = londonDate(tuesday) + days{1};
    app::MeetingDraft draft = must(meetings.begin(m_world.joanne, on.id, m_person.id, {}));
    draft.outcome = outcome;
    m_cutter.cut("meetings.saveDraft",
                 [&] { return problemOf(meetings.saveDraft(m_world.joanne, m_person.id, draft)); });
    const auto version = must(meetings.begin(m_world.joanne, on.id, m_person.id, {})).version;
    const app::MeetingRecordInput record{
        on.id, m_person.id, version, m_world.command(), "Mental health leads", "Tell Ada", "Look at it again"};
    m_cutter.cut("meetings.record", [&] { return problemOf(meetings.record(m_world.joanne, record)); });
}

void Day::write()
{
    auto letters = make<app::Letters>();
    letters::Request request;
    request.kind = letters::LetterKind::chase;
    request.service = ServiceId{"cmht"};
    request.need = Need::mentalHealth;
    const app::LetterDraft draft = must(letters.begin(m_world.priya, m_person.id, request));
    const app::FinaliseInput final{m_person.id, draft.id, draft.version, m_world.command(), "%PDF-1.4\na page"};
    m_cutter.cut("letters.finalise", [&] { return problemOf(letters.finalise(m_world.priya, final)); });
}

void Day::runTheTeam()
{
    Worker worker;
    worker.name = "Jo Field";
    worker.service = ServiceId{"lantern"};
    const CommandId command = m_world.command();
    m_cutter.cut("workers.save", [&] { return problemOf(make<app::Workers>().save(m_world.joanne, worker, command)); });
    LocalGuide guide;
    guide.name = "Joint working protocol";
    guide.edition = "3";
    guide.from = londonDate(tuesday);
    const CommandId added = m_world.command();
    m_cutter.cut("guides.add",
                 [&] { return problemOf(make<app::LocalGuides>().add(m_world.joanne, guide, {}, added)); });
    const app::ReassignInput hand{
        m_world.priya.worker.id, WorkerId{"theo"}, {m_person.id}, "Mornings are hard.", m_world.command()};
    m_cutter.cut("team.reassign", [&] { return problemOf(make<app::Team>().reassign(m_world.joanne, hand)); });
    Person other;
    other.givenName = "Adah";
    other.familyName = "Fenwick";
    other.nhsNumberMissing = NhsNumberMissing::notKnown;
    other = must(m_world.people().registerPerson(m_world.priya, other, m_world.command(), app::NotTheSame::askedThem));
    const app::MergeInput join{m_person.id, other.id,         m_world.file(m_person.id).version, 0, "Asked her.",
                               {},          m_world.command()};
    m_cutter.cut("merges.join", [&] { return problemOf(make<app::Merges>().join(m_world.joanne, join)); });
    m_cutter.cut("directory.import",
                 [&, csv = must(make<app::DirectoryOfServices>().exportCsv(m_world.joanne)), once = m_world.command()] {
                     return problemOf(make<app::DirectoryOfServices>().import(m_world.joanne, csv, once));
                 });
}

}  // namespace

TEST_CASE("a wire that is cut at any message of a use case is told, and nothing is half done")
{
    if (!postgresConninfo())
        SKIP("no server is named by HOLDFAST_TEST_POSTGRES");
    CutWorld of;
    const int stride = countAsked("HOLDFAST_CUT_STRIDE", 6);
    Cutter cutter{of, stride};
    Day{*of.world, cutter}.work();
    CHECK(cutter.useCases() >= 30);
    CHECK(cutter.cuts() > 100);
    tell("wire cut: " + std::to_string(cutter.useCases()) + " use cases, " + std::to_string(cutter.cuts()) +
         " cuts, at every " + std::to_string(stride) + ". message");
}

TEST_CASE("work that is saved in two steps is seen to be half done by the same cuts")
{
    if (!postgresConninfo())
        SKIP("no server is named by HOLDFAST_TEST_POSTGRES");
    CutWorld of;
    Cutter cutter{of, 1};
    const std::vector<CommandId> commands{of.world->command(), of.world->command()};
    const auto inTwoSteps = [&]() -> std::optional<Error> {
        for (std::size_t step = 0; step < commands.size(); ++step) {
            Worker worker;
            worker.name = "Jo Field " + std::to_string(step);
            const auto saved = app::Workers{*of.world->workspace}.save(of.world->joanne, worker, commands[step]);
            if (!saved)
                return saved.error();
        }
        return std::nullopt;
    };
    CHECK(cutter.statesOf(inTwoSteps) > 2);
}
