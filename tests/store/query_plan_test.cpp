// No question that a screen asks may read a whole table that grows with the caseload. SQLite says how it would answer:
// "SCAN" without an index is such a reading, and so is a sort of everything.
#include "store/store_world.h"

#include "store/assessment_repository.h"
#include "store/audit_query.h"
#include "store/audit_trail.h"
#include "store/cover_repository.h"
#include "store/disposal_repository.h"
#include "store/document_repository.h"
#include "store/draft_repository.h"
#include "store/found_query.h"
#include "store/handover_repository.h"
#include "store/local_guide_repository.h"
#include "store/meeting_repository.h"
#include "store/merge_repository.h"
#include "store/note_repository.h"
#include "store/person_search.h"
#include "store/plan_repository.h"
#include "store/record_parts.h"
#include "store/referral_query.h"
#include "store/report_pages.h"
#include "store/report_query.h"
#include "store/report_rows.h"
#include "store/retention_query.h"
#include "store/retention_repository.h"
#include "store/story_repository.h"
#include "store/team_query.h"
#include "store/word_list_repository.h"
#include "store/worklist_query.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::test;

namespace {

/// Passes everything on, and keeps the plan of each statement it is asked to run.
class PlanKeeper final : public db::Connection {
public:
    explicit PlanKeeper(std::unique_ptr<db::Connection> inner) : m_inner{std::move(inner)} {}

    db::Dialect dialect() const override { return m_inner->dialect(); }
    void script(const std::string& sql) override { m_inner->script(sql); }
    const std::vector<std::string>& plans() const { return m_plans; }

private:
    std::int64_t run(std::string_view sql, db::Values values) override
    {
        explain(sql, values);
        return m_inner->execute(sql, values);
    }
    void ask(std::string_view sql, db::Values values, const db::Visit& visit) override
    {
        explain(sql, values);
        m_inner->query(sql, values, visit);
    }
    void begin(db::Access access) override { m_transaction.emplace(*m_inner, access); }
    void commit() override { m_transaction->commit(); }
    void rollback() override { m_transaction.reset(); }

    void explain(std::string_view sql, db::Values values)
    {
        m_inner->query("EXPLAIN QUERY PLAN " + std::string{sql}, values,
                       [&](const db::Row& row) { m_plans.push_back(row.text(3)); });
    }

    std::unique_ptr<db::Connection> m_inner;
    std::optional<db::Transaction> m_transaction;
    std::vector<std::string> m_plans;
};

bool readsAWholeTable(const std::string& step)
{
    if (!step.starts_with("SCAN") || step.find("INDEX") != std::string::npos)
        return false;
    for (const char* small :
         {"SCAN found", "SCAN chosen", "SCAN a", "SCAN f", "SCAN n", "SCAN service", "SCAN worker", "SCAN CONSTANT ROW",
          "SCAN few", "SCAN report_word", "SCAN report_handful", "SCAN q", "SCAN d"})
        if (step == small)
            return false;  // the rows of one page, a directory of a few hundred, or what was ever proposed to be disposed of
    return true;
}

/// Runs everything a screen may ask, once.
void askEverything(db::Connection& connection, const store::Unseen& unseen)
{
    const PersonId person{"p1"};
    store::PersonRepository people{connection};
    (void)people.find(person);
    (void)people.findByNhsNumber("9995260182");
    (void)people.ids(person, 10);
    store::EventRepository events{connection};
    (void)events.forPerson(person);
    (void)events.count(person);
    (void)events.byCommand(person, CommandId{"c"});
    (void)events.protocolBodies(10);
    (void)store::CommandLog{connection}.find(CommandId{"c"});
    store::CaseCache cache{connection};
    (void)cache.find(person);
    (void)cache.waking(monday, 10);
    cache.replace(aCase("p1"));
    (void)store::AssessmentRepository{connection}.forPerson(person);
    (void)store::DraftRepository{connection}.find("assessment", person);
    (void)store::DraftRepository{connection}.forPerson(person, "letter:");
    (void)store::DraftRepository{connection}.cutOff(WorkerId{"priya"}, "today");
    (void)store::DraftRepository{connection}.save({"assessment", person, "{}", 0, monday, WorkerId{"priya"}, "today"});
    const store::DraftHistory versions{connection};
    (void)versions.versions("assessment", person, monday);
    (void)versions.version("assessment", person, 1);
    (void)versions.before("assessment", person, "today");
    const store::DocumentRepository papers{connection};
    (void)papers.find(DocumentId{"d"});
    (void)papers.byCommand(CommandId{"c"});
    (void)papers.forPerson(person);
    (void)papers.content(DocumentId{"d"});
    (void)papers.ids(DocumentId{"d"}, 10);
    (void)papers.sendings(person);
    const store::MergeRepository merges{connection};
    (void)merges.find(MergeId{"m"});
    (void)merges.byCommand(CommandId{"c"});
    (void)merges.undoneByCommand(CommandId{"c"});
    (void)merges.of(store::partsOf(connection, person));
    (void)merges.into({person, PersonId{"p2"}});
    store::NoteRepository notes{connection};
    (void)notes.find(NoteId{"n"});
    (void)notes.byCommand(CommandId{"c"});
    (void)notes.amendmentByCommand(CommandId{"c"});
    (void)notes.records(person, WorkerId{"priya"});
    (void)notes.readings(NoteId{"n"});
    notes.unpin(NoteId{"n"});
    (void)notes.unread(WorkerId{"priya"}, unseen, 201);
    store::FoundQuestion found;
    found.words = readTextQuery("rang \"no answer\" moth");
    found.author = WorkerId{"priya"};
    found.from = found.until = monday;
    (void)store::FoundQuery{connection, unseen}.page(found, aWorker("priya", "Priya", "lantern"));
    (void)store::PersonSearch{connection, unseen}.wordsLike("okafor", 5);
    const store::NoteTemplateRepository templates{connection};
    (void)templates.find(NoteTemplateId{"t"});
    (void)templates.of(ServiceId{"cmht"});
    store::StoryRepository stories{connection};
    (void)stories.of(person);
    (void)stories.byCommand(CommandId{"c"});
    (void)stories.readings(person);
    (void)stories.retellings(person);
    (void)stories.takeBackRetelling(RetellingId{"r"}, person);
    (void)stories.passport(person);
    const store::HandoverRepository packs{connection};
    (void)packs.find(HandoverPackId{"h"});
    (void)packs.byCommand(CommandId{"c"});
    (void)packs.of(person);
    (void)packs.waiting(WorkerId{"priya"});
    const store::WordListRepository words{connection};
    (void)words.of(ServiceId{"cmht"});
    (void)words.history(ServiceId{"cmht"}, KindWordId{"w"});
    const store::PlanRepository plans{connection};
    (void)plans.byCommand(CommandId{"c"});
    (void)plans.forPerson(person);
    (void)plans.marks(person);
    (void)plans.lines(person);
    (void)plans.standsFor(person, "ring");
    for (const store::LineScope& scope :
         {store::LineScope{{WorkerId{"priya"}}, {}, unseen}, store::LineScope{{}, ServiceId{"lantern"}, unseen},
          store::LineScope{{}, {}, unseen}}) {
        (void)plans.due(scope, Date{}, 10);
        (void)plans.countDue(scope, Date{});
        (void)plans.countStandIns(scope);
    }
    const store::MeetingRepository meetings{connection};
    (void)meetings.find(MeetingId{"m"});
    (void)meetings.byCommand(CommandId{"c"});
    (void)meetings.newest(10);
    (void)meetings.records(MeetingId{"m"});
    (void)meetings.recordByCommand(CommandId{"c"});
    (void)meetings.person(person);
    (void)store::LetterheadRepository{connection}.find(ServiceId{"cmht"});
    (void)store::AuditTrail{connection}.page(0, 10);
    (void)store::AuditTrail{connection}.about("p1", 10);
    (void)store::AuditTrail{connection}.linkAt(1);
    for (const bool narrow : {false, true}) {
        store::AuditQuery query;
        query.actions = {"view_person", "export_notes"};
        if (narrow) {
            query.worker = WorkerId{"priya"};
            query.from = monday;
            query.until = monday + 24h;
        }
        (void)store::AuditLines{connection, unseen}.page(query);
        query.subjects = {person};
        (void)store::AuditLines{connection, unseen}.page(query);
    }

    const std::vector<store::HeldBy> holders{{}, {WorkerId{"priya"}, {}}, {{}, ServiceId{"lantern"}}};
    for (const auto& heldBy : holders) {
        for (const char* text : {"", "da", "dan ok", "3/5/1991"}) {
            for (int filter = 0; filter <= static_cast<int>(store::CaseFilter::released); ++filter) {
                for (const std::string after : {"", "a\nb\nc\n"}) {
                    store::PersonSearchQuery query;
                    query.text = text;
                    query.filter = static_cast<store::CaseFilter>(filter);
                    query.heldBy = heldBy;
                    query.after = after;
                    (void)store::PersonSearch{connection, unseen}.page(query);
                }
            }
        }
        for (int filter = 0; filter < store::legFilterCount; ++filter) {
            for (const auto& service : {ServiceId{}, ServiceId{"cmht"}}) {
                store::LegQuery query;
                query.filter = static_cast<store::LegFilter>(filter);
                query.heldBy = heldBy;
                query.service = service;
                query.after = "1\np1\nmental_health\n";
                (void)store::ReferralQuery{connection, unseen}.page(query);
                (void)store::ReferralQuery{connection, unseen}.totals(query);
            }
        }
        (void)store::WorklistQuery{connection, unseen}.held(heldBy.worker, heldBy.service);
    }
    const std::vector<store::WorkScope> scopes{{{"worker:priya"}, {}}, {{}, ServiceId{"lantern"}}, {}};
    for (const auto& scope : scopes) {
        for (const auto order : {store::WorkOrder::urgent, store::WorkOrder::name, store::WorkOrder::soonest})
            (void)store::WorklistQuery{connection, unseen}.rows(scope, order, 200);
        (void)store::WorklistQuery{connection, unseen}.totals(scope, 7);
    }
    const store::TeamQuery team{connection, unseen};
    for (const auto& service : {ServiceId{}, ServiceId{"lantern"}}) {
        (void)team.caseloads(service, monday);
        (void)team.toConfirm(service, 100);
    }
    (void)team.heldBy(WorkerId{"priya"}, 100);
    (void)team.challenges(mondaysDate, mondaysDate);
    (void)store::CoverRepository{connection}.from(mondaysDate);
    const store::RetentionQuery quiet{connection, unseen};
    (void)quiet.page(monday, {}, 200);
    (void)quiet.page(monday, store::RetentionCursor{monday, person}, 200);
    (void)quiet.find(person);
    (void)store::DisposalRepository{connection}.awaiting(unseen);
    (void)store::DisposalRepository{connection}.done(100);
    (void)store::DisposalRepository{connection}.openOf(person);
    const store::RetentionRepository kept{connection};
    (void)kept.find(RetentionKeepId{"k"});
    (void)kept.byCommand(CommandId{"c"});
    (void)kept.liftedByCommand(CommandId{"c"});
    (void)kept.of(person);
    (void)kept.standing(mondaysDate, 100);
    (void)kept.ofAll();
    (void)store::LocalGuideRepository{connection}.find(LocalGuideId{"g"});
    (void)store::LocalGuideRepository{connection}.all();
    const store::ReportQuery report{connection};
    for (const auto& service : {std::optional<ServiceId>{}, std::optional{ServiceId{"cmht"}}}) {
        const store::BounceFilter filter{mondaysDate, mondaysDate, service, Need::mentalHealth};
        report.bounces(filter, monday, [](const auto&) {});
    }
    const store::ReportRows rows{connection};
    rows.referrals(mondaysDate, mondaysDate, [](auto&) {});
    rows.facts(mondaysDate, mondaysDate, [](const auto&) {});
    (void)rows.carersSpokenTo(monday, monday);
    (void)rows.retold(monday, monday);
    (void)rows.workHours(mondaysDate, mondaysDate);
    (void)rows.workHours();
    store::ReportPages pages{connection};
    pages.read({mondaysDate, mondaysDate, mondaysDate}, monday, [](auto&) {});
    pages.put(aCase("p1"), pages.before(person));
    (void)report.heldNow();
    (void)report.waits(ServiceId{"cmht"}, mondaysDate, mondaysDate);
}

}  // namespace

TEST_CASE("no question a screen asks reads a whole table")
{
    PlanKeeper connection{stores().front().open()};
    REQUIRE(connection.dialect() == db::Dialect::sqlite);
    addStaff(connection);
    addPerson(connection, aPerson("p1", "Dani", "Okafor"));

    askEverything(connection, store::everyoneSeen());
    const std::size_t forEverybody = connection.plans().size();
    askEverything(connection, store::Unseen{{PersonId{"p1"}, PersonId{"p2"}}});  // asked in other words

    CHECK(forEverybody > 500);
    CHECK(connection.plans().size() > 2 * forEverybody);
    for (const std::string& step : connection.plans()) {
        INFO(step);
        CHECK_FALSE(readsAWholeTable(step));
        CHECK(step.find("AUTOMATIC") == std::string::npos);
    }
}

TEST_CASE("the check of query plans sees a reading of a whole table")
{
    PlanKeeper connection{stores().front().open()};
    connection.query("SELECT id FROM person WHERE wishes = $1", {std::string{"rest"}}, [](const db::Row&) {});

    REQUIRE(connection.plans().size() == 1);
    CHECK(readsAWholeTable(connection.plans().front()));
}
