#include "store/word_list_repository.h"

#include "store/columns.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view newest = R"(
    SELECT word, version, lines, why, is_on, worker, at
    FROM kind_word k
    WHERE service = $1
      AND version = (SELECT MAX(o.version) FROM kind_word o WHERE o.service = k.service AND o.word = k.word)
    ORDER BY word)";

constexpr std::string_view history = R"(
    SELECT word, version, lines, why, is_on, worker, at
    FROM kind_word
    WHERE service = $1 AND word = $2
    ORDER BY version)";

constexpr std::string_view insert = R"(
    INSERT INTO kind_word (service, word, version, lines, why, is_on, worker, at)
    SELECT $1, $2, $3 + 1, $4, $5, $6, $7, $8
    WHERE $3 = (SELECT COALESCE(MAX(o.version), 0) FROM kind_word o WHERE o.service = $1 AND o.word = $2)
    ON CONFLICT DO NOTHING)";

}  // namespace sql

KindWordRow rowAt(const db::Row& row)
{
    return {{idAt<KindWordId>(row, 0), row.text(2), row.text(3)},
            yesAt(row, 4),
            row.integer(1),
            idAt<WorkerId>(row, 5),
            instantAt(row, 6)};
}

}  // namespace

std::vector<KindWordRow> WordListRepository::of(const ServiceId& service) const
{
    return m_connection.list(sql::newest, {column(service)}, rowAt);
}

std::vector<KindWordRow> WordListRepository::history(const ServiceId& service, const KindWordId& word) const
{
    return m_connection.list(sql::history, {column(service), column(word)}, rowAt);
}

Result<KindWordRow> WordListRepository::add(const ServiceId& service, KindWordRow row)
{
    const auto added =
        m_connection.execute(sql::insert, {column(service), column(row.word.id), row.version, row.word.lines,
                                           row.word.why, column(row.on), column(row.by), column(row.at)});
    if (added == 0)
        return Error{ErrorCode::conflict, "version", "it was changed since it was read"};
    ++row.version;
    return row;
}

}  // namespace holdfast::store
