// How fast the store alone is on a large caseload, without engine or screens. Not a test: it prints milliseconds of
// processor time.
// The plain store that an earlier run left in the folder is used again.
//   holdfast_store_bench FOLDER [PEOPLE] [plain|encrypted|postgresql://...]
#include "db/store_file.h"
#include "report/bounce_report.h"
#include "store/audit_trail.h"
#include "store/person_search.h"
#include "store/referral_query.h"
#include "store/report_query.h"
#include "store/store_world.h"
#include "store/worklist_query.h"

#include "base/random.h"

#include <cstdio>
#include <ctime>

using namespace holdfast;
using namespace holdfast::test;
using std::chrono::days;

namespace {

/// Processor time of this program, so that a busy machine does not spoil the figures of a file. A server's own work
/// is not in it.
double milliseconds()
{
    return static_cast<double>(std::clock()) * 1000.0 / CLOCKS_PER_SEC;
}

constexpr std::array given{"Dani", "Marcus", "Soraya", "Callum", "Gareth", "Aisha", "Tomasz", "Bev", "Ruth", "Jayden",
                           "Owen", "Farida", "Leanne", "Priya",  "Jo",     "Sam",   "Ana",    "Zoë", "José", "Łucja"};
constexpr std::array parts{"oka", "rai",  "ben",  "mor", "el",  "san", "vik", "ash", "tor",  "lin",
                           "dev", "cole", "hart", "mar", "wen", "ley", "ton", "by",  "ster", "field"};

template <std::size_t n>
std::string anyOf(const std::array<const char*, n>& list, Random& random)
{
    return list[random.below(n)];
}

std::string idOf(std::string_view kind, int number)
{
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "0199a2f0-%04x-7000-8000-%012d", static_cast<unsigned>(kind.size()),
                  number);
    return text.data();
}

WorkerId workerOf(int number)
{
    return WorkerId{"worker-" + std::to_string(number % 500)};
}

ServiceId serviceOf(int number)
{
    return ServiceId{"service-" + std::to_string(number % 40)};
}

Person personOf(int number, Random& random)
{
    Person person = aPerson(idOf("person", number), anyOf(given, random),
                            anyOf(parts, random) + anyOf(parts, random) + anyOf(parts, random));
    person.preferredName = random.below(5) == 0 ? anyOf(given, random) : "";
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "999%07d", number);
    person.nhsNumber = digits.data();
    person.born = mondaysDate - days{6000 + static_cast<int>(random.below(20'000))};
    person.wishes = "To be seen by both services, near home, in the evening";
    return person;
}

store::CaseCacheRows caseOf(int number, Random& random)
{
    auto rows = aCase(idOf("person", number));
    rows.version = 12;
    rows.accountable = workerOf(number);
    rows.nextWake = monday + std::chrono::hours{1 + random.below(2000)};
    for (const Need need : allNeeds) {
        auto& cached = rows.needs[need];
        cached.holderWorker = workerOf(number);
        cached.holderService = serviceOf(number);
        cached.legService = serviceOf(number + 7);
        cached.nextDue = monday + std::chrono::hours{static_cast<int>(random.below(1000)) - 100};
        cached.silentFrom = monday + std::chrono::hours{static_cast<int>(random.below(1000)) - 100};
    }
    const auto action = rows.actions.front();
    rows.actions.clear();
    for (int i = 0; i < 3; ++i) {
        rows.actions.push_back(action);
        rows.actions.back().group = static_cast<int>(random.below(7));
        rows.actions.back().due = monday + std::chrono::hours{random.below(1000)};
        rows.actions.back().ownerWorker = workerOf(number);
        rows.actions.back().desk = store::deskOf(workerOf(number));
        rows.actions.back().team = serviceOf(number);
        rows.actions.back().eventSeq = 1 + static_cast<int>(random.below(12));
    }
    for (std::uint64_t i = 0; i < 1 + random.below(3); ++i) {
        rows.bounces.push_back(aBounce(mondaysDate - days{random.below(700)}, serviceOf(number + 7).str()));
        rows.bounces.back().challenged = true;
    }
    for (int i = 0; i < 3; ++i)
        rows.sent.push_back({Need::mentalHealth, serviceOf(number + i), mondaysDate - days{random.below(700)}});
    return rows;
}

void fill(db::Connection& connection, int people)
{
    SeededRandom random{1};
    addStaff(connection);
    for (int i = 0; i < 500; ++i)
        store::WorkerRepository{connection}.insert(aWorker(workerOf(i).text(), "Worker", "lantern")).value();
    for (int i = 0; i < 40; ++i)
        store::ServiceRepository{connection}.insert(aService(serviceOf(i).text(), "A service of some name")).value();
    store::CommandLog commands{connection};
    store::EventRepository events{connection};
    store::CaseCache cache{connection};
    store::AuditTrail audit{connection};
    for (int number = 0; number < people; ++number) {
        addPerson(connection, personOf(number, random));
        const std::string id = idOf("person", number);
        rememberCommand(connection, idOf("command", number));
        for (int seq = 1; seq <= 12; ++seq) {
            auto event = anEvent(id, seq, monday - std::chrono::hours{24 * (13 - seq)});
            event.id = EventId{idOf("an event", number * 12 + seq)};
            event.command = CommandId{idOf("command", number)};
            event.body =
                R"({"at":"2026-03-09T09:00:00Z","type":"response","need":"mental_health","service":"service-7",)"
                R"("response":"declined","reason":"N02","abstinence_weeks":13,"points_to":"service-8"})";
            events.append(event).value();
        }
        cache.insert(caseOf(number, random));
        audit.append({0, monday, workerOf(number), "register_person", id, ""});
    }
}

/// Runs `ask` many times and prints the middle and the 95th percentile.
template <class Ask>
void measure(const char* what, int times, Ask ask)
{
    std::vector<double> took;
    for (int i = 0; i < times; ++i) {
        const double start = milliseconds();
        ask(i);
        took.push_back(milliseconds() - start);
    }
    std::ranges::sort(took);
    std::printf("%-44s median %8.2f ms   p95 %8.2f ms\n", what, took[took.size() / 2], took[took.size() * 95 / 100]);
}

void searchAsTyped(db::Connection& connection, int people)
{
    SeededRandom random{7};
    const store::PersonSearch search{connection};
    const auto type = [&](const char* what, auto textOf) {
        std::vector<std::string> texts;
        for (int i = 0; i < 40; ++i) {
            const std::string full =
                textOf(personOf(static_cast<int>(random.below(static_cast<std::uint64_t>(people))), random));
            for (std::size_t n = 1; n <= full.size(); ++n)
                texts.push_back(full.substr(0, n));
        }
        measure(what, static_cast<int>(texts.size()), [&](int i) {
            store::PersonSearchQuery query;
            query.text = texts[static_cast<std::size_t>(i)];
            query.now = monday;
            (void)search.page(query);
        });
    };
    type("search, family name as typed", [](const Person& p) { return p.familyName; });
    type("search, given and family name as typed", [](const Person& p) { return p.givenName + " " + p.familyName; });
    type("search, NHS number as typed", [](const Person& p) { return p.nhsNumber; });
    type("search, date of birth as typed", [](const Person& p) { return formatDate(*p.born); });
    for (const char* text : {"", "d", "d s", "z", "jo b", "999"}) {
        measure((std::string{"search, \""} + text + "\"").c_str(), 50, [&](int) {
            store::PersonSearchQuery query;
            query.text = text;
            query.now = monday;
            (void)search.page(query);
        });
    }
    for (const auto filter : {store::CaseFilter::held, store::CaseFilter::joined, store::CaseFilter::overdue}) {
        measure("people, filtered", 20, [&](int) {
            store::PersonSearchQuery query;
            query.filter = filter;
            query.now = monday;
            (void)search.page(query);
        });
    }
    measure("people, mine", 100, [&](int i) {
        store::PersonSearchQuery query;
        query.heldBy.worker = workerOf(i);
        (void)search.page(query);
    });
    measure("people, my team", 40, [&](int i) {
        store::PersonSearchQuery query;
        query.heldBy.service = serviceOf(i);
        (void)search.page(query);
    });
}

void openPeople(db::Connection& connection, int people)
{
    SeededRandom random{3};
    measure("a person opens (record, events, caches)", 500, [&](int) {
        const PersonId id{idOf("person", static_cast<int>(random.below(static_cast<std::uint64_t>(people))))};
        (void)store::PersonRepository{connection}.find(id);
        (void)store::EventRepository{connection}.forPerson(id);
        (void)store::CaseCache{connection}.find(id);
    });
}

void work(db::Connection& connection)
{
    const store::WorklistQuery today{connection};
    const auto ask = [&](const char* what, const store::WorkScope& scope, const WorkerId& worker,
                         const ServiceId& service, store::WorkOrder order) {
        measure(what, 30, [&](int) {
            (void)today.rows(scope, order, 200);
            (void)today.totals(scope, 7);
            (void)today.held(worker, service);
        });
    };
    const WorkerId me = workerOf(7);
    const ServiceId team = serviceOf(7);
    ask("Today, mine", {{store::deskOf(me)}, {}}, me, {}, store::WorkOrder::urgent);
    ask("Today, mine, by name", {{store::deskOf(me)}, {}}, me, {}, store::WorkOrder::name);
    ask("Today, my team", {{}, team}, {}, team, store::WorkOrder::urgent);
    ask("Today, everyone", {}, {}, {}, store::WorkOrder::urgent);
    ask("Today, everyone, soonest", {}, {}, {}, store::WorkOrder::soonest);
    ask("Today, everyone, by name", {}, {}, {}, store::WorkOrder::name);

    const store::ReferralQuery referrals{connection};
    for (const auto& service : {ServiceId{}, team}) {
        measure(service.empty() ? "referrals, all" : "referrals, one service", 30, [&](int i) {
            store::LegQuery query;
            query.filter = static_cast<store::LegFilter>(i % store::legFilterCount);
            query.service = service;
            query.now = monday;
            (void)referrals.page(query);
            (void)referrals.totals(query);
        });
    }
    measure("what wakes now", 30, [&](int) { (void)store::CaseCache{connection}.waking(monday, 500); });
}

void bounceReports(db::Connection& connection)
{
    measure("bounce report over twelve months", 10, [&](int) {
        report::BounceQuery query;
        query.to = mondaysDate;
        query.from = mondaysDate - days{364};
        const store::ReportQuery read{connection};
        std::vector<report::BounceRow> rows;
        read.bounces({query.from, query.to, {}, {}}, monday, [&](const auto& row) { rows.push_back(row); });
        auto made = report::bounceReport(query, rows, rows);
        std::vector<report::LegsSent> sent;
        for (const auto& line : read.legsSent({query.from, query.to, {}, {}}))
            sent.push_back({line.service, line.service, line.count});
        addLegsSent(made, sent);
        (void)read.heldNow();
    });
}

std::unique_ptr<db::Connection> make(const std::string& folder, const std::string& kind)
{
    const std::string path = folder + "/bench.holdfast";
    db::OpenOptions options;
    options.cacheKib = 512 * 1024;  // one transaction makes them all: without room its pages are written many times
    if (kind == "encrypted") {
        const auto passphrase = db::Secret::copyOf("four plain lanterns wander");
        return db::createEncrypted(path, db::createEnvelope("worker", passphrase, db::smallCost).value(),
                                   store::schema())
            .value();
    }
    if (kind == "plain" && db::probe(path) == db::FileKind::plainStore)
        return db::openStore({db::StoreLocation::Kind::file, path}, nullptr, store::schema(), options).value();
    if (kind == "plain")
        return db::createPlain(path, store::schema(), options).value();
    auto server = db::openPostgres(kind);
    server->script(
        "DROP SCHEMA IF EXISTS store_bench CASCADE; CREATE SCHEMA store_bench; SET search_path = store_bench");
    db::migrate(*server, store::schema().postgres).value();
    return server;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: holdfast_store_bench FOLDER [PEOPLE] [plain|encrypted|URI]\n", stderr);
        return 2;
    }
    const int people = argc > 2 ? std::atoi(argv[2]) : 100'000;
    const auto owned = make(argv[1], argc > 3 ? argv[3] : "plain");
    db::Connection& connection = *owned;
    const double start = milliseconds();
    if (store::PersonRepository{connection}.countAll() == 0) {
        db::Transaction all{connection, db::Access::write};
        fill(connection, people);
        all.commit();
    }
    std::printf("%d people made in %.1f s\n", people, (milliseconds() - start) / 1000);
    if (connection.dialect() == db::Dialect::postgres)
        connection.updateStatistics();
    if (argc > 4) {  // any fifth word: the report alone, for a profiler
        bounceReports(connection);
        return 0;
    }
    searchAsTyped(connection, people);
    openPeople(connection, people);
    work(connection);
    bounceReports(connection);
    return 0;
}
