// Every action for every role, here now or left, through the gate that each use case goes through; and every use case
// with somebody who has left, whom none of them may let in.
#include "app/accounts.h"
#include "app/app_world.h"
#include "app/carers.h"
#include "app/consents.h"
#include "app/documents.h"
#include "app/drafts.h"
#include "app/event_export.h"
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
#include "app/policies.h"
#include "app/report_views.h"
#include "app/story.h"
#include "app/team.h"
#include "app/travel.h"
#include "app/use_case.h"
#include "app/waits.h"
#include "app/why_case.h"
#include "store/worker_repository.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <concepts>

using namespace holdfast;
using namespace holdfast::test;
using app::Action;

namespace {

Worker insert(AppWorld& world, const std::string& id, Role role, bool active)
{
    Worker worker;
    worker.id = WorkerId{id};
    worker.name = "Made up " + id;
    worker.role = role;
    worker.service = ServiceId{"lantern"};
    worker.active = active;
    const auto put = app::inTransaction(world.workspace->connection(), db::Access::write, [&] {
        return store::WorkerRepository{world.workspace->connection()}.insert(worker);
    });
    REQUIRE(put);
    return *put;
}

template <class Given>
Given nothing()
{
    if constexpr (std::same_as<Given, OutwardPlace>)
        return {"AL1", MapPlace::make(51'752'700, -340'000, "made up").value(), 0};
    else
        return Given{};
}

/// These look at what was typed, and miss a command or a reason, before they ask who it is: that tells nothing of the
/// store.
constexpr std::string_view lookFirst[] = {
    "carers.logCall",  "cases.record",     "cases.undo",       "consents.error",  "consents.outside",
    "consents.record", "documents.attach", "handovers.answer", "handovers.write", "letters.finalise",
    "letters.sent",    "meetings.back",    "meetings.record",  "meetings.start",  "merges.apart",
    "merges.join",     "notes.sign",       "plans.agree",      "story.write",     "team.reassign"};

/// Calls a use case with nothing in its hands.
class Caller {
public:
    Caller(app::Workspace& workspace, const app::Session& session) : m_workspace{workspace}, m_session{session} {}

    template <class Uses, class Answer, class... Given>
    void operator()(const char* name, Answer (Uses::*use)(const app::Session&, Given...))
    {
        INFO(name);
        Uses uses{m_workspace};
        const auto answer = (uses.*use)(m_session, nothing<std::decay_t<Given>>()...);
        REQUIRE_FALSE(answer);
        const bool looksFirst = std::ranges::find(lookFirst, std::string_view{name}) != std::end(lookFirst);
        CHECK(answer.error().code == (looksFirst ? ErrorCode::invalid : ErrorCode::forbidden));
        ++called;
    }
    int called = 0;

private:
    app::Workspace& m_workspace;
    app::Session m_session;
};

void callAboutPeople(Caller& refused)
{
    refused("people.search", &app::People::search);
    refused("people.find", &app::People::find);
    refused("people.alike", &app::People::alike);
    refused("people.register", &app::People::registerPerson);
    refused("people.save", &app::People::save);
    refused("cases.open", &app::Cases::open);
    refused("cases.preview", &app::Cases::preview);
    refused("cases.record", &app::Cases::record);
    refused("cases.undo", &app::Cases::undo);
    refused("cases.protocols", &app::Cases::protocolsNamed);
    refused("assessments.draft", &app::Assessments::draft);
    refused("assessments.saveDraft", &app::Assessments::saveDraft);
    refused("assessments.preview", &app::Assessments::preview);
    refused("assessments.sign", &app::Assessments::sign);
    refused("assessments.signed", &app::Assessments::signedForms);
    refused("carers.list", &app::Carers::list);
    refused("carers.search", &app::Carers::search);
    refused("carers.save", &app::Carers::save);
    refused("carers.logCall", &app::Carers::logCall);
    refused("carers.undoCall", &app::Carers::undoCall);
    refused("carers.calledBack", &app::Carers::setCalledBack);
    refused("carers.owed", &app::Carers::owed);
    refused("consents.list", &app::Consents::list);
    refused("consents.recipients", &app::Consents::recipients);
    refused("consents.record", &app::Consents::record);
    refused("consents.error", &app::Consents::enterInError);
    refused("consents.outside", &app::Consents::shareOutside);
    refused("merges.compare", &app::Merges::compare);
    refused("merges.join", &app::Merges::join);
    refused("merges.apart", &app::Merges::takeApart);
    refused("story.open", &app::Stories::open);
    refused("story.brief", &app::Stories::brief);
    refused("story.write", &app::Stories::write);
    refused("story.confirm", &app::Stories::confirmRead);
    refused("story.again", &app::Stories::toldAgain);
    refused("story.back", &app::Stories::takeBack);
    refused("story.preview", &app::Stories::previewPassport);
    refused("story.passport", &app::Stories::passport);
    refused("why", &app::WhyCase::explain);
    refused("find", &app::Find::ask);
    refused("find.more", &app::Find::more);
}

void callAboutPapers(Caller& refused)
{
    refused("documents.attach", &app::Documents::attach);
    refused("documents.read", &app::Documents::read);
    refused("documents.out", &app::Documents::takenOut);
    refused("drafts.versions", &app::Drafts::versions);
    refused("drafts.back", &app::Drafts::putBack);
    refused("drafts.cutOff", &app::Drafts::cutOff);
    refused("drafts.recovered", &app::Drafts::recovered);
    refused("drafts.keep", &app::Drafts::keepRecovered);
    refused("drafts.discard", &app::Drafts::discardRecovered);
    refused("drafts.leave", &app::Drafts::leave);
    refused("drafts.sheet", &app::Drafts::sheet);
    refused("drafts.saveSheet", &app::Drafts::saveSheet);
    refused("drafts.endSheet", &app::Drafts::endSheet);
    refused("handovers.begin", &app::Handovers::begin);
    refused("handovers.write", &app::Handovers::write);
    refused("handovers.answer", &app::Handovers::answer);
    refused("handovers.of", &app::Handovers::of);
    refused("handovers.waiting", &app::Handovers::waiting);
    refused("handovers.paper", &app::Handovers::onPaper);
    refused("letters.list", &app::Letters::list);
    refused("letters.begin", &app::Letters::begin);
    refused("letters.draft", &app::Letters::draft);
    refused("letters.saveDraft", &app::Letters::saveDraft);
    refused("letters.discard", &app::Letters::discard);
    refused("letters.remake", &app::Letters::remake);
    refused("letters.finalise", &app::Letters::finalise);
    refused("letters.sent", &app::Letters::markSent);
    refused("letters.head", &app::Letters::letterhead);
    refused("letters.saveHead", &app::Letters::saveLetterhead);
    refused("notes.list", &app::Notes::list);
    refused("notes.begin", &app::Notes::begin);
    refused("notes.draft", &app::Notes::draft);
    refused("notes.saveDraft", &app::Notes::saveDraft);
    refused("notes.discard", &app::Notes::discard);
    refused("notes.sign", &app::Notes::sign);
    refused("notes.error", &app::Notes::enterInError);
    refused("notes.pin", &app::Notes::pin);
    refused("notes.read", &app::Notes::markRead);
    refused("notes.readers", &app::Notes::readers);
    refused("notes.unread", &app::Notes::unread);
    refused("notes.paper", &app::Notes::onPaper);
    refused("templates.list", &app::NoteTemplates::list);
    refused("templates.save", &app::NoteTemplates::save);
    refused("templates.remove", &app::NoteTemplates::remove);
    refused("plans.list", &app::Plans::list);
    refused("plans.begin", &app::Plans::begin);
    refused("plans.saveDraft", &app::Plans::saveDraft);
    refused("plans.discard", &app::Plans::discard);
    refused("plans.agree", &app::Plans::agree);
    refused("plans.mark", &app::Plans::mark);
    refused("plans.paper", &app::Plans::onPaper);
    refused("words.list", &app::KindWords::list);
    refused("words.use", &app::KindWords::inUse);
    refused("words.save", &app::KindWords::save);
    refused("words.on", &app::KindWords::setOn);
    refused("words.came", &app::KindWords::asItCame);
}

void callAboutTheTeam(Caller& refused)
{
    refused("accounts.list", &app::Accounts::list);
    refused("directory.list", &app::DirectoryOfServices::list);
    refused("directory.save", &app::DirectoryOfServices::save);
    refused("directory.preview", &app::DirectoryOfServices::previewImport);
    refused("directory.import", &app::DirectoryOfServices::import);
    refused("directory.export", &app::DirectoryOfServices::exportCsv);
    refused("export.events", &app::EventExport::write);
    refused("guides.list", &app::LocalGuides::list);
    refused("guides.add", &app::LocalGuides::add);
    refused("guides.withdraw", &app::LocalGuides::withdraw);
    refused("guides.back", &app::LocalGuides::bringBack);
    refused("meetings.board", &app::Meetings::board);
    refused("meetings.start", &app::Meetings::start);
    refused("meetings.save", &app::Meetings::save);
    refused("meetings.finish", &app::Meetings::finish);
    refused("meetings.begin", &app::Meetings::begin);
    refused("meetings.saveDraft", &app::Meetings::saveDraft);
    refused("meetings.record", &app::Meetings::record);
    refused("meetings.back", &app::Meetings::takeBack);
    refused("meetings.minutes", &app::Meetings::minutes);
    refused("policies.view", &app::Policies::view);
    refused("policies.read", &app::Policies::read);
    refused("policies.force", &app::Policies::putInForce);
    refused("policies.sign", &app::Policies::signOff);
    refused("policies.bench", &app::Policies::bench);
    refused("reports.whole", &app::ReportViews::whole);
    refused("reports.cases", &app::ReportViews::cases);
    refused("reports.choices", &app::ReportViews::choices);
    refused("reports.bounces", &app::Reports::bounceDocument);
    refused("team.overview", &app::Team::overview);
    refused("team.held", &app::Team::heldBy);
    refused("team.reassign", &app::Team::reassign);
    refused("team.back", &app::Team::takeBack);
    refused("team.cover", &app::Team::arrangeCover);
    refused("team.endCover", &app::Team::endCover);
    refused("team.declines", &app::Team::declines);
    refused("team.look", &app::Team::look);
    refused("travel.codes", &app::Travel::outwardCodes);
    refused("travel.save", &app::Travel::save);
    refused("travel.remove", &app::Travel::remove);
    refused("travel.preview", &app::Travel::previewImport);
    refused("travel.import", &app::Travel::import);
    refused("travel.export", &app::Travel::exportCsv);
    refused("travel.type", &app::Travel::typeDistance);
    refused("waits", &app::Waits::expected);
    refused("workers.list", &app::Workers::list);
    refused("workers.save", &app::Workers::save);
    refused("worklist.today", &app::Worklist::today);
    refused("worklist.referrals", &app::Worklist::referrals);
    refused("worklist.totals", &app::Worklist::referralTotals);
    refused("worklist.sweep", &app::Worklist::sweep);
}

}  // namespace

TEST_CASE("the gate lets through what the table grants to the worker as stored, and notes every refusal")
{
    onEveryStore([](AppWorld& world) {
        std::size_t refusals = 0;
        for (const Role role : {Role::keyworker, Role::coordinator, Role::supervisor, Role::administrator})
            for (const bool active : {true, false}) {
                const Worker stored =
                    insert(world, std::string{nameOf(role)} + (active ? "-here" : "-left"), role, active);
                app::Session session{stored};
                session.worker.active = true;  // a session may be older than a departure or a change of role
                session.worker.role = Role::supervisor;
                for (std::size_t row = 0; row < app::actionCount; ++row) {
                    const auto action = static_cast<Action>(row);
                    INFO(app::nameOf(action) << " as " << nameOf(role) << (active ? "" : ", left"));
                    const auto done = app::audited(*world.workspace, session, action, "x",
                                                   [](app::AuditNote&) -> Result<int> { return 1; });
                    const bool granted = app::authorise(stored, action).has_value();
                    CHECK(done.has_value() == granted);
                    CHECK((active || !granted));
                    refusals += granted ? 0 : 1;
                    const auto previewed =
                        app::unsaved(*world.workspace, session, action, []() -> Result<int> { return 1; });
                    CHECK(previewed.has_value() == granted);
                }
            }
        std::size_t noted = 0;
        std::int64_t last = 0;
        for (auto page = store::AuditTrail{world.workspace->connection()}.page(0, 500); !page.empty();
             page = store::AuditTrail{world.workspace->connection()}.page(last, 500)) {
            noted += static_cast<std::size_t>(std::ranges::count(page, "refused", &store::AuditRow::detail));
            last = page.back().seq;
        }
        CHECK(noted == refusals);
    });
}

TEST_CASE("no use case does anything for somebody who has left, or whom the store does not know")
{
    onEveryStore([](AppWorld& world) {
        const Worker left = insert(world, "left", Role::supervisor, false);
        Worker stranger = left;
        stranger.id = WorkerId{"stranger"};
        stranger.active = true;
        for (const Worker& who : {left, stranger}) {
            Caller refused{*world.workspace, app::Session{who}};
            callAboutPeople(refused);
            callAboutPapers(refused);
            callAboutTheTeam(refused);
            CHECK(refused.called >= 140);
        }
    });
}
