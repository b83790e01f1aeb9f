// PostgreSQL through libpq: values travel apart from the SQL text, so they are in no server log, and only the primary
// message of an error is kept, because DETAIL quotes rows.
#include "db/connection.h"
#include "db/postgres_copy.h"
#include "db/postgres_session.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <list>

namespace holdfast::db {
namespace {

constexpr std::size_t cacheLimit = 256;
constexpr int binary = 1;

class PostgresRow final : public Row {
public:
    PostgresRow(const PGresult* result, int row) : m_result{result}, m_row{row} {}

    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column) == 1; }
    std::int64_t integer(int column) const override
    {
        const auto text = view(column);
        return text == "t" ? 1 : parsed<std::int64_t>(text);
    }
    double real(int column) const override { return parsed<double>(view(column)); }
    std::string_view view(int column) const override
    {
        return {PQgetvalue(m_result, m_row, column), static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
    }
    std::string blob(int column) const override
    {
        const auto hex = view(column).substr(std::min<std::size_t>(2, view(column).size()));  // after "\x"
        std::string bytes(hex.size() / 2, '\0');
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(hexValue(hex[2 * i]) << 4U | hexValue(hex[2 * i + 1]));
        return bytes;
    }

private:
    /// Of what the server writes: digits and small letters. A report reads tens of millions of them.
    static unsigned hexValue(char c)
    {
        static constexpr auto values = [] {
            std::array<unsigned char, 256> made{};
            for (unsigned i = 0; i < 16; ++i)
                made[static_cast<unsigned char>("0123456789abcdef"[i])] = static_cast<unsigned char>(i);
            return made;
        }();
        return values[static_cast<unsigned char>(c)];
    }

    template <class Number>
    static Number parsed(std::string_view digits)
    {
        Number number{};
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }

    const PGresult* m_result;
    int m_row;
};

/// Values as libpq wants them: three arrays that live as long as the call.
class Arguments {
public:
    explicit Arguments(Values values)
    {
        m_numbers.reserve(values.size());  // their addresses are handed out
        for (const Value& value : values)
            std::visit([this](const auto& one) { add(one); }, value);
    }

    int count() const { return static_cast<int>(m_values.size()); }
    const char* const* values() const { return m_values.data(); }
    const int* lengths() const { return m_lengths.data(); }
    const int* formats() const { return m_formats.data(); }

private:
    using Number = std::array<char, 32>;

    void add(std::monostate /*null*/) { push(nullptr, 0, 0); }
    void add(std::int64_t whole) { addNumber(whole); }
    void add(double real) { addNumber(real); }
    void add(const std::string& text)
    {
        if (text.find('\0') != std::string::npos)
            throw Failure{Failure::Kind::other, "text holds a NUL"};
        push(text.c_str(), text.size(), 0);
    }
    void add(const Blob& blob) { push(blob.bytes.data(), blob.bytes.size(), binary); }

    template <class Any>
    void addNumber(Any number)
    {
        Number& digits = m_numbers.emplace_back();
        *std::to_chars(digits.data(), digits.data() + digits.size() - 1, number).ptr = '\0';
        push(digits.data(), 0, 0);
    }

    void push(const char* value, std::size_t length, int format)
    {
        m_values.push_back(value);
        m_lengths.push_back(static_cast<int>(length));
        m_formats.push_back(format);
    }

    std::vector<Number> m_numbers;
    std::vector<const char*> m_values;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(Session session) : m_session{std::move(session)} {}

    Dialect dialect() const override { return Dialect::postgres; }

    void insertMany(std::string_view into, const std::vector<std::vector<Value>>& rows) override
    {
        copyRows(m_session.get(), into, rows);
    }

    bool clearDeleted() override
    {
        try {
            plain("VACUUM");
        } catch (const Failure&) {
            return false;
        }
        return true;
    }

    void script(const std::string& sql) override
    {
        // Plans made before a change of the schema no longer fit it.
        checked(m_session.get(), PQexec(m_session.get(), (sql + "\n;DEALLOCATE ALL").c_str()));
        m_prepared.clear();
    }

protected:
    std::int64_t run(std::string_view sql, Values values) override
    {
        const Reply reply = send(sql, values);
        const std::string_view digits = PQcmdTuples(reply.get());
        std::int64_t changed = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), changed);
        return changed;
    }

    void ask(std::string_view sql, Values values, const Visit& visit) override
    {
        const Reply reply = send(sql, values);
        for (int row = 0; row < PQntuples(reply.get()); ++row)
            visit(PostgresRow{reply.get(), row});
    }

    void begin(Access access) override
    {
        if (PQstatus(m_session.get()) == CONNECTION_BAD) {  // the server came back: start afresh, never in mid-air
            m_prepared.clear();
            PQreset(m_session.get());
            prepareSession(m_session.get());
        }
        plain(access == Access::write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    void commit() override
    {
        const Reply reply = checked(m_session.get(), PQexec(m_session.get(), "COMMIT"));
        // A transaction in which something failed answers COMMIT with ROLLBACK and no error.
        if (std::string_view{PQcmdStatus(reply.get())} != "COMMIT")
            throw Failure{Failure::Kind::other, "nothing was saved: an earlier statement of the transaction failed"};
    }
    void rollback() override
    {
        if (PQtransactionStatus(m_session.get()) != PQTRANS_IDLE)
            plain("ROLLBACK");
    }

private:
    struct Prepared {
        std::string sql;
        std::string name;
    };

    void plain(const char* sql) { checked(m_session.get(), PQexec(m_session.get(), sql)); }

    Reply send(std::string_view sql, Values values)
    {
        const Arguments arguments{values};
        const std::string& name = prepared(sql, arguments.count());
        return checked(m_session.get(),
                       PQexecPrepared(m_session.get(), name.c_str(), arguments.count(), arguments.values(),
                                      arguments.lengths(), arguments.formats(), 0));
    }

    const std::string& prepared(std::string_view sql, int parameters)
    {
        const auto known = std::ranges::find(m_prepared, sql, &Prepared::sql);
        if (known != m_prepared.end()) {
            m_prepared.splice(m_prepared.begin(), m_prepared, known);
            return m_prepared.front().name;
        }
        if (m_prepared.size() >= cacheLimit) {
            plain(("DEALLOCATE " + m_prepared.back().name).c_str());
            m_prepared.pop_back();
        }
        std::string name = "holdfast_" + std::to_string(++m_made);
        checked(m_session.get(),
                PQprepare(m_session.get(), name.c_str(), std::string{sql}.c_str(), parameters, nullptr));
        m_prepared.push_front(Prepared{std::string{sql}, std::move(name)});
        return m_prepared.front().name;
    }

    Session m_session;
    std::list<Prepared> m_prepared;  // the latest first
    std::uint64_t m_made = 0;
};

}  // namespace

std::unique_ptr<Connection> openPostgres(const std::string& conninfo)
{
    return std::make_unique<PostgresConnection>(connectSession(conninfo));
}

}  // namespace holdfast::db
