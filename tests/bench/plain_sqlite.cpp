// What Debian's plain SQLite needs for the statements that bench_store wrote down: no cipher, no use cases, no audit.
// Each is prepared once, as Holdfast does, and every column of every row is read.
//   bench_plain_sqlite STORE STATEMENTS > "promise<tab>median<tab>p95", in milliseconds for each ask
#include "bench/figures.h"

#include <sqlite3.h>

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>

namespace holdfast::test {
namespace {

struct Part {
    std::string kind;
    std::string bytes;
};

bool read(std::istream& in, Part& part)
{
    std::size_t length = 0;
    if (!(in >> part.kind >> length))
        return false;
    in.ignore();
    part.bytes.resize(length);
    in.read(part.bytes.data(), static_cast<std::streamsize>(length));
    return in.good();
}

struct Asked {
    std::string sql;
    std::vector<Part> values;
};

class PlainSqlite {
public:
    explicit PlainSqlite(const char* path)
    {
        if (sqlite3_open_v2(path, &m_database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            throw std::runtime_error{sqlite3_errmsg(m_database)};
        sqlite3_exec(m_database, "PRAGMA cache_size = -65536", nullptr, nullptr, nullptr);  // as much as Holdfast has
    }
    ~PlainSqlite()
    {
        for (const auto& [sql, statement] : m_prepared)
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    PlainSqlite(const PlainSqlite&) = delete;
    PlainSqlite& operator=(const PlainSqlite&) = delete;

    void prepare(const std::string& sql)
    {
        sqlite3_stmt*& statement = m_prepared[sql];
        if (!statement && sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            throw std::runtime_error{sqlite3_errmsg(m_database)};
    }

    void run(const Asked& asked)
    {
        sqlite3_stmt* statement = m_prepared.at(asked.sql);
        for (std::size_t i = 0; i < asked.values.size(); ++i)
            bind(statement, i, asked.values[i]);
        while (sqlite3_step(statement) == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(statement); ++column)
                m_bytesRead += static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        sqlite3_reset(statement);
    }

private:
    static void bind(sqlite3_stmt* statement, std::size_t at, const Part& value)
    {
        const int place = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(at + 1)).c_str());
        if (value.kind == "text")
            sqlite3_bind_text(statement, place, value.bytes.data(), static_cast<int>(value.bytes.size()),
                              SQLITE_STATIC);
        else if (value.kind == "integer")
            sqlite3_bind_int64(statement, place, std::stoll(value.bytes));
        else
            sqlite3_bind_null(statement, place);
    }

    sqlite3* m_database = nullptr;
    std::map<std::string, sqlite3_stmt*> m_prepared;
    std::size_t m_bytesRead = 0;
};

using Ask = std::vector<Asked>;

/// In the order they were measured, so that the cache warms up the same way.
std::vector<std::pair<std::string, std::vector<Ask>>> readAll(std::istream& in)
{
    std::vector<std::pair<std::string, std::vector<Ask>>> promises;
    for (Part part; read(in, part);) {
        if (part.kind == "promise")
            promises.push_back({part.bytes, {}});
        else if (part.kind == "ask")
            promises.back().second.emplace_back();
        else if (part.kind == "sql")
            promises.back().second.back().push_back({part.bytes, {}});
        else
            promises.back().second.back().back().values.push_back(part);
    }
    return promises;
}

int run(const char* store, const char* statements)
{
    std::ifstream in{statements, std::ios::binary};
    PlainSqlite sqlite{store};
    for (const auto& [promise, asks] : readAll(in)) {
        std::vector<double> took;
        for (const Ask& ask : asks) {
            for (const Asked& asked : ask)
                sqlite.prepare(asked.sql);
            const Stopwatch watch;
            for (const Asked& asked : ask)
                sqlite.run(asked);
            took.push_back(watch.elapsed().wall);
        }
        std::printf("%s\t%.3f\t%.3f\n", promise.c_str(), percentile(took, 50), percentile(took, 95));
    }
    return 0;
}

}  // namespace
}  // namespace holdfast::test

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: bench_plain_sqlite STORE STATEMENTS\n";
        return 2;
    }
    try {
        return holdfast::test::run(argv[1], argv[2]);
    } catch (const std::exception& problem) {
        std::cerr << "bench_plain_sqlite: " << problem.what() << '\n';
        return 2;
    }
}
