// PostgreSQL's side of the search: found_words.h says how its index of words is kept. Only for the .cpp files of this
// folder.
#pragma once

#include "domain/search_text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class FoundChunks {
public:
    /// `marks`: of foundTokens(), that every entry must have.
    FoundChunks(db::Connection& connection, const TextQuery& words, std::vector<std::string> marks);

    /// The newest entries of those from `from` on and before `until`, at most `most`.
    std::vector<std::int64_t> newest(std::int64_t from, std::int64_t until, std::int64_t most);

private:
    std::vector<std::int64_t> lookAtEach(std::int64_t from, std::int64_t until, std::int64_t most);
    std::vector<std::int64_t> inChunks(std::int64_t from, std::int64_t until, std::int64_t most);
    void learnCommonStarts(std::int64_t from, std::int64_t until);
    bool isCommon(std::int64_t from, std::int64_t until, const std::vector<SearchTerm>& terms,
                  const std::vector<std::string>& marks);

    db::Connection& m_connection;
    std::vector<SearchTerm> m_indexed;   ///< what the index is asked for
    std::vector<SearchTerm> m_lookedAt;  ///< what is looked for in the entries that the index names
    std::vector<std::string> m_marks;
    bool m_look = true;
    bool m_learnt = false;
};

}  // namespace holdfast::store
