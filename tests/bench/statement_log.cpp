#include "bench/statement_log.h"

#include <ostream>

namespace holdfast::test {
namespace {

/// "<kind> <length>\n<bytes>\n": nothing has to be escaped.
void put(std::ostream& out, std::string_view kind, std::string_view bytes)
{
    out << kind << ' ' << bytes.size() << '\n' << bytes << '\n';
}

}  // namespace

void StatementLog::write(std::string_view sql, db::Values values)
{
    if (sql.find("SELECT") != sql.find_first_not_of(" \n\t"))
        return;  // a change that answers with a row
    put(m_out, "sql", sql);
    for (const db::Value& value : values) {
        if (const auto* text = std::get_if<std::string>(&value))
            put(m_out, "text", *text);
        else if (const auto* whole = std::get_if<std::int64_t>(&value))
            put(m_out, "integer", std::to_string(*whole));
        else
            put(m_out, "null", {});
    }
}

}  // namespace holdfast::test
