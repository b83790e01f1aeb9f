// How long a search takes in a very large record: names and the words of notes, through the use cases that the search box
// calls, with permission, audit entry and saved transaction.
//   bench_find questions                           writes the list of questions (tests/bench/find_questions.txt)
//   bench_find make KIND PLACE PEOPLE NOTES        KIND is plain, encrypted or server
//   bench_find ask KIND PLACE QUESTIONS FIGURES    each question once after opening, and once again
#include "bench/caseload.h"
#include "bench/figures.h"
#include "bench/made_up_words.h"

#include "app/find.h"
#include "app/find_index.h"
#include "app/people.h"
#include "app/workers.h"
#include "db/transaction.h"
#include "domain/calendar.h"
#include "store/bulk_fill.h"
#include "store/many_rows.h"
#include "store/person_repository.h"

#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>

namespace holdfast::test {
namespace {

constexpr double namesLimit = 20;
constexpr double notesLimit = 60;
constexpr std::size_t vocabulary = 60'000;
constexpr int lot = 50'000;

template <class T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().where + ": " + result.error().detail};
    return *std::move(result);
}

struct Language {
    MadeUpWords words{31, vocabulary, true};
    MadeUpWords given{32, 3'000, false};
    MadeUpWords family{33, 40'000, false};
};

std::string capital(std::string word)
{
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

// ---- the list of questions

/// One letter left out or two swapped, as fingers do.
std::string mistyped(std::string name, Random& random)
{
    const auto at = 1 + random.below(name.size() - 2);
    if (random.below(2) == 0)
        name.erase(at, 1);
    else
        std::swap(name[at], name[at + 1]);
    return name;
}

void writeQuestions()
{
    const Language language;
    SeededRandom random{34};
    for (int i = 0; i < 1000; ++i) {
        std::string asked;
        if (i % 4 < 2) {  // rare
            asked = language.words.at(20'000 + random.below(vocabulary - 20'000)) + ' ';
        } else if (i % 4 == 2) {  // as it is typed: three letters and more
            const std::string& word = language.words.any(random);
            asked = word.substr(0, std::max<std::size_t>(3, 2 + random.below(word.size())));
        } else {
            const auto common = [&] { return commonWords()[random.below(commonWords().size())]; };
            const auto roll = random.below(4);
            asked = roll == 0   ? common() + ' ' + common() + ' '
                    : roll == 1 ? '"' + common() + ' ' + common() + '"'
                                : common() + ' ';
        }
        std::cout << "note\t" << asked << '\n';
    }
    for (int i = 0; i < 1000; ++i) {
        const std::string family = language.family.any(random);
        const std::string given = language.given.any(random);
        std::string asked = family;
        if (i % 5 == 1)
            asked = given + ' ' + family;
        else if (i % 5 == 2)
            asked = given.substr(0, 3) + ' ' + family.substr(0, 3);
        else if (i % 5 == 3)
            asked = family.substr(0, 4);
        else if (i % 5 == 4)
            asked = mistyped(family, random);
        std::cout << "name\t" << asked << '\n';
    }
}

// ---- the store

void inOne(db::Connection& connection, const std::function<void()>& work)
{
    db::Transaction transaction{connection, db::Access::write};
    work();
    transaction.commit();
}

std::string numbered(const char* start, int number)
{
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%s-7000-8000-%012d", start, number);
    return text.data();
}

void addPeople(db::Connection& connection, const Language& language, int people)
{
    SeededRandom random{35};
    for (int from = 0; from < people; from += lot)
        inOne(connection, [&] {
            for (int i = from; i < std::min(people, from + lot); ++i) {
                Person person;
                person.id = PersonId{numbered("01930000-0000", i)};
                person.givenName = capital(language.given.any(random));
                person.familyName = capital(language.family.any(random));
                person.born = Date{std::chrono::days{static_cast<int>(random.below(20'000)) - 5'000}};
                person.nhsNumberMissing = NhsNumberMissing::notKnown;
                orThrow(store::PersonRepository{connection}.insertWithoutWords(std::move(person)));
            }
        });
}

void addNotes(db::Connection& connection, const Language& language, int people, int notes, const Worker& author,
              Instant now)
{
    SeededRandom random{36};
    const auto apart = std::chrono::milliseconds{std::chrono::hours{24 * 365 * 6}} / std::max(1, notes);
    const Instant first = now - apart * notes;
    const auto millis = [](Instant at) { return toMillis(at); };
    for (int from = 0; from < notes; from += lot)
        inOne(connection, [&] {
            store::ManyRows rows{connection, "note (id, person, happened_at, written_at, kind, need, audience, "
                                             "why_limited, text, link_kind, link, author, role, service, command)"};
            for (int i = from; i < std::min(notes, from + lot); ++i) {
                std::string text;
                for (auto left = 20 + random.below(41); left > 0; --left)
                    text += language.words.any(random) + (left == 1 ? "." : " ");
                const bool limited = i % 50 == 0;
                const std::int64_t at = millis(first + apart * i);
                rows.add({numbered("01940000-0000", i),
                          numbered("01930000-0000", static_cast<int>(random.below(static_cast<std::uint64_t>(people)))),
                          at - 600'000, at, "contact", "both", limited ? "leads" : "everyone",
                          limited ? "asked for it" : "", std::move(text), "none", "", author.id.str(), "keyworker",
                          limited ? "elsewhere" : author.service.str(), "fill"});
            }
            rows.flush();
        });
}

void make(const Caseload& caseload, int people, int notes)
{
    const SystemClock clock;
    SystemRandom chance;
    makeCaseload(caseload, 20, clock, chance);  // workers and services
    const auto workspace = openCaseload(caseload, clock, chance, [](auto inner) { return inner; });
    db::Connection& connection = workspace->connection();
    connection.script(caseload.kind == StoreKind::server ? "SET session_replication_role = replica"  // checks nothing
                                                         : "PRAGMA cache_size = -262144");
    const Language language;
    const auto workers = orThrow(app::Workers{*workspace}.signInChoices());
    const Worker author = *std::ranges::find(workers, Role::keyworker, &Worker::role);
    const Stopwatch watch;
    const auto say = [&](const char* what) {
        std::cerr << what << ": " << static_cast<int>(watch.elapsed().wall / 1000) << " s\n";
    };
    store::BulkFill fill{connection};
    inOne(connection, [&] {
        fill.begin();
        connection.execute("INSERT INTO command (id, action, subject, worker, at) VALUES ('fill', 'bench', '', $1, 0)",
                           {author.id.str()});
        connection.execute("DELETE FROM person_word");
    });
    addPeople(connection, language, people);
    say("people");
    addNotes(connection, language, people, notes, author, clock.now());
    say("notes");
    inOne(connection, [&] { store::PersonRepository{connection}.addEverybodysWords(); });
    say("words of names");
    inOne(connection, [&] { app::buildFound(connection); });
    say("words of notes");
    inOne(connection, [&] { fill.finish(); });
    say("indexes");
    connection.updateStatistics();
    say("statistics");
}

// ---- the questions

struct Question {
    bool note = false;
    std::string text;
};

std::vector<Question> questionsIn(const std::string& path)
{
    std::ifstream file{path};
    std::vector<Question> questions;
    for (std::string line; std::getline(file, line);)
        if (const auto tab = line.find('\t'); tab != std::string::npos)
            questions.push_back({line.starts_with("note"), line.substr(tab + 1)});
    if (questions.size() != 2000)
        throw std::runtime_error{"the list of questions cannot be read"};
    return questions;
}

long peakKib()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

class Asking {
public:
    Asking(const Caseload& caseload, std::string kind, std::vector<Question> questions, std::FILE* figures)
        : m_caseload{caseload}, m_kind{std::move(kind)}, m_questions{std::move(questions)}, m_figures{figures}
    {}

    void run()
    {
        for (const bool note : {false, true}) {
            open();
            ask(note, true);
            ask(note, false);
        }
        std::cerr << m_kind << ": peak memory of the program " << peakKib() / 1024 << " MiB; " << m_found
                  << " rows found\n";
    }

private:
    void open()
    {
        m_workspace.reset();
        m_workspace = openCaseload(m_caseload, m_clock, m_chance, [](auto inner) { return inner; });
        const auto workers = orThrow(app::Workers{*m_workspace}.signInChoices());
        m_session = app::Session{*std::ranges::find(workers, Role::coordinator, &Worker::role)};
    }

    void ask(bool note, bool fresh)
    {
        std::vector<Took> took;
        std::vector<std::pair<double, std::string>> slow;
        for (const Question& question : m_questions) {
            if (question.note != note)
                continue;
            const Stopwatch watch;
            m_found += note ? askNotes(question.text) : askNames(question.text);
            took.push_back(watch.elapsed());
            slow.emplace_back(took.back().wall, question.text);
        }
        const std::string key = std::string{note ? "find_notes" : "find_names"} + (fresh ? "_opened" : "_warm");
        const std::string what =
            std::string{note ? "Notes: first 50, newest first" : "Names: first 50, and those alike"} +
            (fresh ? ", after opening" : ", warm");
        report(m_figures, {key, what, note ? notesLimit : namesLimit}, m_kind, took);
        std::ranges::sort(slow, std::greater{});
        std::cerr << what << ", slowest:";
        for (std::size_t i = 0; i < std::min<std::size_t>(8, slow.size()); ++i)
            std::cerr << ' ' << static_cast<int>(slow[i].first) << " ms [" << slow[i].second << ']';
        std::cerr << '\n';
    }

    std::size_t askNotes(const std::string& text)
    {
        return orThrow(app::Find{*m_workspace}.more(m_session, {text, {}, {}, {}}, app::WrittenKind::note, 0))
            .rows.size();
    }

    std::size_t askNames(const std::string& text)
    {
        app::PeopleQuery query;
        query.text = text;
        return orThrow(app::People{*m_workspace}.search(m_session, query)).rows.size();
    }

    const Caseload& m_caseload;
    SystemClock m_clock;
    SystemRandom m_chance;
    std::string m_kind;
    std::vector<Question> m_questions;
    std::FILE* m_figures;
    std::unique_ptr<app::Workspace> m_workspace;
    app::Session m_session;
    std::size_t m_found = 0;
};

int run(const std::vector<std::string>& words)
{
    if (words.size() == 1 && words[0] == "questions") {
        writeQuestions();
        return 0;
    }
    if (words.size() != 5 || (words[0] != "make" && words[0] != "ask")) {
        std::cerr << "usage: bench_find questions\n"
                     "       bench_find make plain|encrypted|server PLACE PEOPLE NOTES\n"
                     "       bench_find ask plain|encrypted|server PLACE QUESTIONS FIGURES\n";
        return 2;
    }
    const std::string& kind = words[1];
    const Caseload caseload = caseloadAt(kind, words[2]);
    if (words[0] == "make") {
        make(caseload, std::stoi(words[3]), std::stoi(words[4]));
        return 0;
    }
    const auto figures = openFigures(words[4]);
    Asking{caseload, kind, questionsIn(words[3]), figures.get()}.run();
    return 0;
}

}  // namespace
}  // namespace holdfast::test

int main(int argc, char** argv)
{
    return holdfast::test::runBench("bench_find", holdfast::test::run, {argv + 1, argv + argc});
}
