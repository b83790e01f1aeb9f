#include "db/postgres_copy.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace holdfast::db {
namespace {

constexpr std::size_t pieceSize = std::size_t{256} * 1024;

/// One value as COPY reads it: what would end a value or a row is written with a backslash.
class Writer {
public:
    explicit Writer(std::string& line) : m_line{line} {}

    void operator()(std::monostate /*null*/) { m_line += "\\N"; }
    void operator()(std::int64_t whole) { number(whole); }
    void operator()(double real) { number(real); }
    void operator()(const std::string& text)
    {
        for (const char c : text) {
            switch (c) {
            case '\0': throw Failure{Failure::Kind::other, "text holds a NUL"};
            case '\\': m_line += "\\\\"; break;
            case '\n': m_line += "\\n"; break;
            case '\r': m_line += "\\r"; break;
            case '\t': m_line += "\\t"; break;
            default: m_line += c;
            }
        }
    }
    void operator()(const Blob& blob)
    {
        constexpr std::string_view digits = "0123456789abcdef";
        m_line += "\\\\x";
        for (const char c : blob.bytes) {
            m_line += digits[static_cast<unsigned char>(c) >> 4U];
            m_line += digits[static_cast<unsigned char>(c) & 0xfU];
        }
    }

private:
    template <class Any>
    void number(Any number)
    {
        std::array<char, 32> digits{};
        m_line.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
    }

    std::string& m_line;
};

std::string linesOf(const std::vector<std::vector<Value>>& rows)
{
    std::string lines;
    Writer writer{lines};
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0)
                lines += '\t';
            std::visit(writer, row[i]);
        }
        lines += '\n';
    }
    return lines;
}

}  // namespace

void copyRows(PGconn* session, std::string_view into, const std::vector<std::vector<Value>>& rows)
{
    if (rows.empty())
        return;
    const std::string lines = linesOf(rows);  // before the COPY begins: one that has begun must be ended
    checked(session, PQexec(session, ("COPY " + std::string{into} + " FROM STDIN").c_str()));
    bool sent = true;
    for (std::size_t at = 0; sent && at < lines.size(); at += pieceSize)
        sent = PQputCopyData(session, lines.data() + at, static_cast<int>(std::min(pieceSize, lines.size() - at))) == 1;
    if (sent)
        PQputCopyEnd(session, nullptr);
    PGresult* answer = PQgetResult(session);
    while (Reply{PQgetResult(session)}) {
    }  // until the session takes something else
    checked(session, answer);
}

}  // namespace holdfast::db
