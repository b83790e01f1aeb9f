// How long the whole bounce report takes in a very large record, and how much memory: every measure, through the use case
// that writes it, with permission, audit entry and saved transaction.
//   bench_report make KIND PLACE PEOPLE REFERRALS    KIND is plain, encrypted or server
//   bench_report ask KIND PLACE FIGURES COUNTS       after opening and warm; twelve months, three and one
// The store is filled with the rows that the program itself wrote for a thousand people, each of them many times over under
// another id and on another day; COUNTS takes down what the measures came to, for comparing with plain SQL.
#include "bench/caseload.h"
#include "bench/figures.h"

#include "app/full_report.h"
#include "app/reports.h"
#include "app/workers.h"
#include "db/transaction.h"
#include "domain/calendar.h"
#include "report/measure.h"
#include "store/bulk_fill.h"
#include "store/report_pages.h"

#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <stdexcept>

namespace holdfast::test {
namespace {

constexpr int patterns = 1000;  ///< people the program makes
constexpr int years = 5;
constexpr double fullLimit = 1500;
constexpr double memoryLimit = 300;
constexpr int times = 5;

template <class T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().where + ": " + result.error().detail};
    return *std::move(result);
}

void inOne(db::Connection& connection, const std::function<void()>& work)
{
    db::Transaction transaction{connection, db::Access::write};
    work();
    transaction.commit();
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

// ---- the store

/// A table that is copied, and how its columns change; the others stay as they are. {shift} is in days.
struct Copied {
    std::string table;
    std::vector<std::pair<std::string, std::string>> columns;
    std::string order;
    std::string only = "1 = 1";
};

const std::vector<Copied>& copied()
{
    const std::string later = "r.{c} - k.shift";
    static const std::vector<Copied> tables{
        {"leg_sent",
         {{"until_day", later},
          {"answered_day", later},
          {"answer_due", later},
          {"decided_day", later},
          {"decision_due", later},
          {"accepted_day", later}},
         "service, need, person, position"},
        {"bounce",
         {{"happened_at", "r.happened_at - k.shift * 86400000"},
          {"days_lost", "r.days_lost + CASE WHEN r.running_from IS NULL THEN 0 ELSE k.shift END"}},
         "person, position"},
        // What there is once for each person comes with the first of their episodes.
        {"report_fact",
         {{"until_day", later}},
         "person, position",
         "({round} = 0 OR r.kind NOT IN ('asked', 'joint', 'eighteen'))"},
    };
    return tables;
}

class Maker {
public:
    Maker(db::Connection& connection, int people, int referrals)
        : m_connection{connection}, m_people{people}, m_referrals{referrals}
    {}

    void make()
    {
        const Stopwatch watch;
        const auto say = [&](const std::string& what) {
            std::cerr << what << ": " << static_cast<int>(watch.elapsed().wall / 1000) << " s\n";
        };
        prepare();
        addPeople();
        say("people");
        for (const Copied& table : copied()) {
            addRows(table);
            say(table.table);
        }
        for (const Copied& table : copied())
            prove(table);
        say("compared with the program's own rows");
        // The morning's sweep of what time alone has changed is over: the copies have no events to be folded from.
        inOne(m_connection, [&] { m_connection.script("UPDATE case_state SET next_wake = NULL"); });
        inOne(m_connection, [&] { store::ReportPages{m_connection}.build(); });
        say("pages");
        m_connection.updateStatistics();
        say("statistics");
    }

private:
    /// The people of the program's own making by number, and the copies of each with their days.
    void prepare()
    {
        inOne(m_connection, [&] {
            // The indexes of one person's rows are not read by a report and would take a third of the disk.
            for (const char* index : {"leg_sent_by_person", "leg_sent_waits", "bounce_by_person", "bounce_to_confirm",
                                      "report_fact_by_person"})
                m_connection.script(std::string{"DROP INDEX "} + index);
            m_connection.script("CREATE TEMP TABLE pattern AS "
                                "SELECT ROW_NUMBER() OVER (ORDER BY id) - 1 AS number, id AS person FROM person;"
                                "CREATE TEMP TABLE copy (number BIGINT, shift BIGINT)");
            const auto count = [&](const char* sql) {
                return m_connection.first(sql, {}, [](const db::Row& row) { return row.integer(0); }).value();
            };
            m_made = count("SELECT COUNT(*) FROM pattern");
            m_lastDay = count("SELECT MAX(on_day) FROM leg_sent");
            const std::int64_t copies = m_referrals / count("SELECT COUNT(*) FROM leg_sent") + 1;
            for (std::int64_t i = 0; i < copies; ++i)
                m_connection.execute("INSERT INTO copy (number, shift) VALUES ($1, $2)", {i, i * 365 * years / copies});
            m_connection.script("CREATE INDEX copy_by_shift ON copy (shift)");
            for (const Copied& table : copied())
                m_connection.script("CREATE TEMP TABLE pattern_" + table.table +
                                    " AS SELECT p.number AS pattern, r.* FROM " + table.table +
                                    " r JOIN pattern p ON p.person = r.person");
        });
    }

    /// As text of SQL: which copy of a person's story this is, counted through, and whose it becomes.
    std::string written(std::string text) const
    {
        text =
            replaced(std::move(text), "{id}", "'01930000-0000-7000-8000-' || substr('00000000000' || ({number}), -12)");
        if (m_connection.dialect() == db::Dialect::postgres)
            text = replaced(std::move(text), "substr('00000000000' || ({number}), -12)",
                            "lpad(({number})::text, 12, '0')");
        text = replaced(std::move(text), "{number}", "({story} + {round} * 977) % " + std::to_string(m_people));
        text = replaced(std::move(text), "{round}", "({story} / " + std::to_string(m_people) + ")");
        return replaced(std::move(text), "{story}", "(k.number * " + std::to_string(m_made) + " + r.pattern)");
    }

    std::vector<std::string> columnsOf(const std::string& table) const
    {
        const char* sql = m_connection.dialect() == db::Dialect::sqlite
                              ? "SELECT name FROM pragma_table_info($1)"
                              : "SELECT column_name FROM information_schema.columns WHERE table_schema = "
                                "current_schema() AND table_name = $1";
        return m_connection.list(sql, {table}, [](const db::Row& row) { return row.text(0); });
    }

    void addPeople()
    {
        const auto add = [&](const std::string& table, const std::map<std::string, std::string>& changed) {
            std::string columns;
            std::string values;
            for (const std::string& column : columnsOf(table)) {
                columns += (columns.empty() ? "" : ", ") + column;
                const auto change = changed.find(column);
                values += (values.empty() ? "" : ", ") + (change == changed.end() ? "x." + column : change->second);
            }
            const std::string key = table == "person" ? "id" : "person";
            m_connection.script(written(
                "INSERT INTO " + table + " (" + columns + ") SELECT " + values +
                " FROM copy k CROSS JOIN (SELECT number AS pattern, person FROM pattern) r JOIN " + table + " x ON x." +
                key + " = r.person WHERE {story} < " + std::to_string(m_people) + " ORDER BY k.number, r.pattern"));
        };
        inOne(m_connection, [&] {
            add("person", {{"id", "{id}"}, {"nhs_number", "NULL"}, {"nhs_number_missing", "'not_known'"}});
        });
        inOne(m_connection, [&] { add("case_state", {{"person", "{id}"}}); });
    }

    /// Day after day, so that each row comes after those that are there already.
    void addRows(const Copied& table)
    {
        std::string columns;
        std::string values;
        for (const std::string& column : columnsOf(table.table)) {
            columns += (columns.empty() ? "" : ", ") + column;
            std::string value = "r." + column;
            if (column == "on_day")
                value = "{day}";
            if (column == "person")
                value = "{id}";
            if (column == "position")
                value = "r.position + {round} * 1000";
            for (const auto& [changed, how] : table.columns)
                if (changed == column)
                    value = replaced(how, "{c}", column);
            values += (values.empty() ? "" : ", ") + value + " AS " + column;
        }
        const std::string insert = written(
            "INSERT INTO " + table.table + " (" + columns + ") SELECT " + values + " FROM pattern_" + table.table +
            " r JOIN copy k ON k.shift = r.on_day - ({day}) WHERE " + table.only + " ORDER BY " + table.order);
        const std::int64_t first = m_connection
                                       .first("SELECT MIN(on_day) FROM pattern_" + table.table, {},
                                              [](const db::Row& row) { return row.integer(0); })
                                       .value_or(m_lastDay);
        constexpr std::int64_t atOnce = 60;
        for (std::int64_t day = first - 365 * years; day <= m_lastDay + 1000; day += atOnce)
            inOne(m_connection, [&] {
                for (std::int64_t each = day; each < day + atOnce; ++each)
                    m_connection.script(replaced(insert, "{day}", std::to_string(each)));
            });
    }

    /// The copies of today say word for word what the program wrote.
    void prove(const Copied& table)
    {
        std::string rest;
        for (const std::string& column : columnsOf(table.table))
            if (column != "person")
                rest += ", r." + column;
        const std::string last = "'01930000-0000-7000-8000-" + std::string(11 - std::to_string(m_made).size(), '0') +
                                 '0' + std::to_string(m_made - 1) + "'";
        const std::string sql = replaced(
            written("SELECT COUNT(*) FROM (SELECT {id} AS person" + rest + " FROM pattern_" + table.table +
                    " r CROSS JOIN (SELECT 0 AS number) k EXCEPT SELECT r.person" + rest + " FROM " + table.table +
                    " r WHERE r.person BETWEEN '01930000-0000-7000-8000-000000000000' AND {last}) different"),
            "{last}", last);
        if (const auto different = m_connection.first(sql, {}, [](const db::Row& row) { return row.integer(0); });
            different.value_or(1) != 0)
            throw std::runtime_error{table.table + " differs from what the program writes"};
    }

    db::Connection& m_connection;
    std::int64_t m_people;
    std::int64_t m_referrals;
    std::int64_t m_made = 0;
    std::int64_t m_lastDay = 0;
};

void make(const Caseload& caseload, int people, int referrals)
{
    const SystemClock clock;
    SystemRandom chance;
    makeCaseload(caseload, patterns, clock, chance);
    const auto workspace = openCaseload(caseload, clock, chance, [](auto inner) { return inner; });
    if (caseload.kind != StoreKind::server)
        workspace->connection().script("PRAGMA cache_size = -262144");
    Maker{workspace->connection(), people, referrals}.make();
}

// ---- the report

class Asking {
public:
    Asking(const Caseload& caseload, std::string kind, std::FILE* figures, const std::string& counts)
        : m_caseload{caseload}, m_kind{std::move(kind)}, m_figures{figures}, m_counts{counts}
    {
        // Twelve whole months in the middle of what there is, so that each day has as many referrals as any other.
        const std::chrono::year_month_day today{londonDate(m_clock.now())};
        m_year.to = Date{today.year() / today.month() / 1} - std::chrono::days{1};
        m_year.to = addMonths(m_year.to + std::chrono::days{1}, -12) - std::chrono::days{1};
        m_year.from = addMonths(m_year.to + std::chrono::days{1}, -12);
    }

    void run()
    {
        std::vector<Took> opened;
        for (int i = 0; i < times; ++i) {
            open();
            opened.push_back(ask(m_year));
        }
        report(m_figures, {"report_opened", "The whole report of twelve months, after opening", fullLimit}, m_kind,
               opened);
        measure("report_warm", "The whole report of twelve months, warm", fullLimit, m_year);
        std::cerr << m_kind << ": peak memory of the program " << peakKib() / 1024 << " MiB\n";
        const auto memory = static_cast<double>(peakKib()) / 1024;
        report(m_figures, {"report_memory", "Its memory at the most, in MiB instead of ms", memoryLimit}, m_kind,
               {{memory, memory}});
        report::MeasureQuery shorter = m_year;
        for (const int months : {3, 1}) {
            shorter.from = addMonths(m_year.to + std::chrono::days{1}, -months);
            measure("report_months_" + std::to_string(months), "The same of " + std::to_string(months) + " months", 0,
                    shorter);
        }
        report::MeasureQuery byArea = m_year;
        byArea.by = report::Dimension::area;
        measure("report_area", "The same of twelve months, by area", 0, byArea);
        measure("report_compared", "The same, compared with the twelve months before", 0, m_year, true);
        std::cerr << m_kind << ": and with comparing, " << peakKib() / 1024 << " MiB\n";
        writeCounts();
    }

private:
    static long peakKib()
    {
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        return used.ru_maxrss;
    }

    void open()
    {
        m_workspace.reset();
        m_workspace = openCaseload(m_caseload, m_clock, m_chance, [](auto inner) { return inner; });
        const auto workers = orThrow(app::Workers{*m_workspace}.signInChoices());
        m_session = app::Session{*std::ranges::find(workers, Role::supervisor, &Worker::role)};
    }

    Took ask(const report::MeasureQuery& query, bool compare = false)
    {
        const Stopwatch watch;
        orThrow(app::Reports{*m_workspace}.bounceDocument(m_session, {query, compare, {}, "csv"}));
        return watch.elapsed();
    }

    void measure(const std::string& key, const std::string& what, double limit, const report::MeasureQuery& query,
                 bool compare = false)
    {
        std::vector<Took> took;
        for (int i = 0; i < times; ++i)
            took.push_back(ask(query, compare));
        report(m_figures, {key, what, limit}, m_kind, took);
    }

    /// "id<tab>part<tab>whole or nothing", as tests/bench/report_aggregation.sql writes them.
    void writeCounts()
    {
        std::ofstream out{m_counts};
        std::ofstream{m_counts + ".period"} << "from=" << toDays(m_year.from) << "\nto=" << toDays(m_year.to)
                                            << "\ntoday=" << toDays(londonDate(m_clock.now()))
                                            << "\nnow=" << toMillis(m_clock.now()) << '\n';
        db::Transaction transaction{m_workspace->connection(), db::Access::write};
        const report::FullReport full = app::fullReport(*m_workspace, m_year, false);
        for (std::size_t i = 0; i < full.measures.all.figures.size(); ++i) {
            const report::Figure& figure = full.measures.all.figures[i];
            out << report::measures()[i].id << '\t' << figure.part << '\t'
                << (figure.whole ? std::to_string(*figure.whole) : "") << '\t'
                << (figure.median ? std::to_string(*figure.median) : "") << '\n';
        }
        std::cerr << m_kind << ": " << full.bounces.legsSent << " referrals, " << full.bounces.bounces
                  << " bounces in the twelve months from " << formatDate(m_year.from) << "; " << full.from.events
                  << " events in all\n";
    }

    const Caseload& m_caseload;
    SystemClock m_clock;
    SystemRandom m_chance;
    std::string m_kind;
    std::FILE* m_figures;
    std::string m_counts;
    report::MeasureQuery m_year;
    std::unique_ptr<app::Workspace> m_workspace;
    app::Session m_session;
};

int run(const std::vector<std::string>& words)
{
    if (words.size() != 5 || (words[0] != "make" && words[0] != "ask")) {
        std::cerr << "usage: bench_report make plain|encrypted|server PLACE PEOPLE REFERRALS\n"
                     "       bench_report ask plain|encrypted|server PLACE FIGURES COUNTS\n";
        return 2;
    }
    const std::string& kind = words[1];
    const Caseload caseload = caseloadAt(kind, words[2]);
    if (words[0] == "make") {
        make(caseload, std::stoi(words[3]), std::stoi(words[4]));
        return 0;
    }
    const auto figures = openFigures(words[3]);
    Asking{caseload, kind, figures.get(), words[4]}.run();
    return 0;
}

}  // namespace
}  // namespace holdfast::test

int main(int argc, char** argv)
{
    return holdfast::test::runBench("bench_report", holdfast::test::run, {argv + 1, argv + argc});
}
