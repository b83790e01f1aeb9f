// How long people wait on a large caseload: each promise, measured through the use cases as the screens call them, with
// permission, audit entry and saved transaction.
//   bench_store KIND PLACE PEOPLE FIGURES [STATEMENTS]
// KIND is plain, encrypted or server; PLACE a path that is not there yet, or the URI of an empty database. Lines for
// the table are added to FIGURES. With STATEMENTS the same questions are asked once more and written there.
#include "bench/caseload.h"
#include "bench/figures.h"
#include "bench/statement_log.h"

#include "app/cases.h"
#include "app/people.h"
#include "app/report_views.h"
#include "app/retention.h"
#include "app/workers.h"
#include "app/worklist.h"
#include "base/random.h"
#include "domain/calendar.h"
#include "store/person_repository.h"

#include <array>
#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>

namespace holdfast::test {
namespace {

constexpr double searchLimit = 20;
constexpr double personLimit = 15;
constexpr double todayLimit = 50;
constexpr double reportLimit = 300;
constexpr double makingLimit = 60'000;  ///< for 100,000 people

constexpr std::size_t asksWrittenDown = 200;  ///< of each promise; the median and the tail of so many are steady

template <class T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().where + ": " + result.error().detail};
    return *std::move(result);
}

using Ask = std::function<void()>;

class Bench {
public:
    Bench(const Caseload& caseload, std::string kind, std::FILE* figures, std::ostream* statements)
        : m_kind{std::move(kind)}, m_figures{figures}, m_statements{statements}, m_workspace{open(caseload)}
    {
        for (const Worker& worker : orThrow(app::Workers{*m_workspace}.signInChoices()))
            if (worker.role != Role::administrator)  // who may not see people
                m_workers.push_back(worker);
        store::PersonRepository people{m_workspace->connection()};
        for (const PersonId& id : people.ids({}, 1'000'000))
            m_people.push_back(id);
    }

    void run()
    {
        sweep();
        searches();
        people();
        today();
        reports();
        otherLists();
        keeping();
    }

private:
    std::unique_ptr<app::Workspace> open(const Caseload& caseload)
    {
        return openCaseload(caseload, m_clock, m_chance, [this](std::unique_ptr<db::Connection> inner) {
            auto log = std::make_unique<StatementLog>(std::move(inner), m_statements ? *m_statements : std::cerr);
            m_log = log.get();
            return log;
        });
    }

    const Worker& anyWorker() { return m_workers[m_random.below(m_workers.size())]; }
    const PersonId& anyPersonId() { return m_people[m_random.below(m_people.size())]; }
    Person anyPerson() { return *store::PersonRepository{m_workspace->connection()}.find(anyPersonId()); }

    void measure(const Promise& promise, const std::vector<Ask>& asks)
    {
        std::vector<Took> took;
        for (const Ask& ask : asks) {
            const Stopwatch watch;
            ask();
            took.push_back(watch.elapsed());
        }
        report(m_figures, promise, m_kind, took);
        if (!m_statements)
            return;
        *m_statements << "promise " << promise.key.size() << '\n' << promise.key << '\n';
        const std::size_t step = std::max<std::size_t>(1, asks.size() / asksWrittenDown);
        for (std::size_t i = 0; i < asks.size(); i += step) {
            *m_statements << "ask 0\n\n";
            m_log->listen(true);
            asks[i]();
            m_log->listen(false);
        }
    }

    /// The first list of the day brings up to date what time alone has changed since the store was made.
    void sweep()
    {
        const app::Session session{anyWorker()};
        measure({"sweep", "The sweep of the caseload at the start of a day", 0},
                {[&] { orThrow(app::Worklist{*m_workspace}.sweep(session)); }});
    }

    /// As somebody types: an answer for each letter.
    template <class TextOf>
    void typed(const char* key, const char* what, TextOf textOf)
    {
        const app::Session session{anyWorker()};
        std::vector<Ask> asks;
        for (int i = 0; i < 60; ++i) {
            const std::string text = textOf(anyPerson());
            for (std::size_t n = 1; n <= text.size(); ++n)
                asks.push_back([this, session, start = text.substr(0, n)] { search(session, start); });
        }
        measure({key, what, searchLimit}, asks);
    }

    void search(const app::Session& session, const std::string& text)
    {
        app::PeopleQuery query;
        query.text = text;
        orThrow(app::People{*m_workspace}.search(session, query));
    }

    void searches()
    {
        typed("family", "Search as you type: family name", [](const Person& p) { return p.familyName; });
        typed("names", "Search as you type: given and family name",
              [](const Person& p) { return p.givenName + ' ' + p.familyName; });
        typed("swapped", "Search as you type: family, then given name",
              [](const Person& p) { return p.familyName + ' ' + p.givenName; });
        typed("nhs", "Search as you type: NHS number",
              [](const Person& p) { return p.nhsNumber.empty() ? std::string{"999 12"} : p.nhsNumber; });
        typed("born", "Search as you type: date of birth", [](const Person& p) {
            const std::string iso = p.born ? formatDate(*p.born) : std::string{"1991-05-03"};
            return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
        });
        // Starts that many people share, also ones that nobody has together.
        std::vector<Ask> asks;
        const app::Session session{anyWorker()};
        for (char first = 'a'; first <= 'z'; ++first)
            for (const char* second : {"", " a", " mo", " z", " 999", " 19"})
                asks.push_back([this, session, start = first + std::string{second}] { search(session, start); });
        measure({"starts", "Search: one and two short starts", searchLimit}, asks);
    }

    void people()
    {
        std::vector<Ask> asks;
        for (int i = 0; i < 400; ++i)
            asks.push_back([this, session = app::Session{anyWorker()}, id = anyPersonId()] {
                orThrow(app::Cases{*m_workspace}.open(session, id));
            });
        measure({"person", "A person opens", personLimit}, asks);
    }

    std::vector<Ask> todays(app::Scope scope, int times)
    {
        std::vector<Ask> asks;
        for (int i = 0; i < times; ++i)
            asks.push_back([this, session = app::Session{anyWorker()}, scope] {
                app::TodayQuery query;
                query.scope = scope;
                orThrow(app::Worklist{*m_workspace}.today(session, query));
            });
        return asks;
    }

    void today() { measure({"today", "Today for one worker", todayLimit}, todays(app::Scope::mine, 100)); }

    void reports()
    {
        report::MeasureQuery query;
        query.to = londonDate(m_clock.now());
        query.from = query.to - std::chrono::days{364};
        const app::Session session{supervisor()};
        const Ask ask = [this, session, query] {
            orThrow(app::ReportViews{*m_workspace}.whole(session, query, false));
        };
        measure({"report", "The bounce report over twelve months", reportLimit}, std::vector<Ask>(20, ask));
    }

    Worker supervisor() const { return *std::ranges::find(m_workers, Role::supervisor, &Worker::role); }

    /// Nothing was promised for these; they are printed so that a slow one is seen.
    void otherLists()
    {
        measure({"today_team", "Today for a team", 0}, todays(app::Scope::team, 30));
        measure({"today_all", "Today for everyone", 0}, todays(app::Scope::everyone, 30));
        const app::Session session{anyWorker()};
        std::vector<Ask> lists;
        for (const auto filter : {app::PeopleFilter::all, app::PeopleFilter::held, app::PeopleFilter::joined,
                                  app::PeopleFilter::bounced, app::PeopleFilter::overdue, app::PeopleFilter::released})
            for (const auto scope : {app::Scope::mine, app::Scope::team, app::Scope::everyone})
                lists.push_back([this, session, filter, scope] {
                    app::PeopleQuery query;
                    query.filter = filter;
                    query.scope = scope;
                    orThrow(app::People{*m_workspace}.search(session, query));
                });
        measure({"people", "People: every filter", 0}, lists);
        std::vector<Ask> legs;
        for (int filter = 0; filter <= static_cast<int>(app::ReferralFilter::accepted); ++filter)
            for (const auto scope : {app::Scope::mine, app::Scope::team, app::Scope::everyone})
                legs.push_back([this, session, filter, scope] {
                    app::ReferralQuery query;
                    query.filter = static_cast<app::ReferralFilter>(filter);
                    query.scope = scope;
                    orThrow(app::Worklist{*m_workspace}.referrals(session, query));
                });
        measure({"referrals", "Referrals: every filter", 0}, legs);
    }

    /// What the safe keeping of records costs.
    void keeping()
    {
        app::RetentionQuestion question;
        question.filter = app::RetentionFilter::all;
        question.dueBy = londonDate(m_clock.now()) + std::chrono::days{30 * 366};
        measure({"retention", "The retention list, all that is closed", 0},
                std::vector<Ask>(10, [this, session = app::Session{supervisor()}, question] {
                    orThrow(app::Retention{*m_workspace}.list(session, question));
                }));
        measure(
            {"clearing", "Rewriting the files after a disposal", 0}, {[this] {
                if (!m_workspace->connection().clearDeleted())
                    std::cerr << "bench_store: the file is larger than what is rewritten; its journal was emptied\n";
            }});
    }

    SystemClock m_clock;
    SystemRandom m_chance;
    SeededRandom m_random{7};
    std::string m_kind;
    std::FILE* m_figures;
    std::ostream* m_statements;
    StatementLog* m_log = nullptr;
    std::unique_ptr<app::Workspace> m_workspace;
    std::vector<Worker> m_workers;
    std::vector<PersonId> m_people;
};

void make(const Caseload& caseload, int people, const std::string& kind, std::FILE* figures)
{
    const SystemClock clock;
    SystemRandom random;
    const Stopwatch watch;
    makeCaseload(caseload, people, clock, random);
    const std::string what = "Making the store of " + std::to_string(people) + " people";
    if (caseload.kind == StoreKind::server)  // nothing was promised for it
        report(figures, {"making_on_server", what, 0}, kind, {watch.elapsed()});
    else
        report(figures, {"making", what, makingLimit * people / 100'000}, kind, {watch.elapsed()});
}

int run(const std::vector<std::string>& words)
{
    if (words.size() < 4 || words.size() > 5) {
        std::cerr << "usage: bench_store plain|encrypted|server PLACE PEOPLE FIGURES [STATEMENTS]\n";
        return 2;
    }
    const std::string& kind = words[0];
    const Caseload caseload = caseloadAt(kind, words[1]);
    const int people = std::stoi(words[2]);
    const auto figures = openFigures(words[3]);
    if (people < 1)
        throw std::runtime_error{"there are no people"};
    std::ofstream statements;
    if (words.size() == 5)
        statements.open(words[4], std::ios::binary);
    make(caseload, people, kind, figures.get());
    Bench{caseload, kind, figures.get(), words.size() == 5 ? &statements : nullptr}.run();
    return 0;
}

}  // namespace
}  // namespace holdfast::test

int main(int argc, char** argv)
{
    return holdfast::test::runBench("bench_store", holdfast::test::run, {argv + 1, argv + argc});
}
