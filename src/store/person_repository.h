// People's records. Saving also keeps the search words of person_search.h up to date.
#pragma once

#include "base/result.h"
#include "domain/person.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

class PersonRepository {
public:
    explicit PersonRepository(db::Connection& connection) : m_connection{connection} {}

    /// Inserts with version 1 and returns it so. ErrorCode::conflict with where "nhsNumber" when it is registered
    /// already, with where "id" when the id is.
    Result<Person> insert(Person person);

    /// The same for one of very many: nobody is found by their words until addEverybodysWords().
    Result<Person> insertWithoutWords(Person person);
    /// Adds the words of everyone at once, in the order of the table: written one person after another, the words
    /// would touch every page of it again and again.
    void addEverybodysWords();
    /// How else their names may be spelled, of everybody; in a store that is older than that.
    void addEverybodysSpellings();
    /// How many words of names have none, though they should.
    int wordsWithoutSpellings() const;

    std::optional<Person> find(const PersonId& id) const;
    std::optional<PersonId> findByNhsNumber(const std::string& digits) const;

    /// Saves if `person.version` is still current and returns it one up; else ErrorCode::conflict with where "version".
    /// A number that somebody else has: ErrorCode::conflict with where "nhsNumber".
    Result<Person> save(Person person);

    /// The words of every id of the record, under the one that leads it: who was joined to it is found as it.
    void putWords(const PersonId& id);

    /// Records: joined ones count once.
    std::int64_t countAll() const;

    /// Ids in order, `limit` after `after` (empty: from the start); for going through the whole store.
    std::vector<PersonId> ids(const PersonId& after, int limit) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
