// The restricted people whom the acting worker may not see. Every query that lists people asks for one, so that none can
// be written without saying who reads: what the program does for everybody passes everyoneSeen().
#pragma once

#include "base/id.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::store {

class Unseen {
public:
    explicit Unseen(std::vector<PersonId> people) : m_people{std::move(people)}
    {
        std::ranges::sort(m_people);
        m_people.erase(std::unique(m_people.begin(), m_people.end()), m_people.end());
    }

    bool empty() const { return m_people.empty(); }
    bool contains(const PersonId& person) const { return std::ranges::binary_search(m_people, person); }
    /// Of the text of an id, which may be of anything.
    bool contains(const std::string& id) const { return PersonId::fits(id) && contains(PersonId{id}); }
    const std::vector<PersonId>& people() const { return m_people; }
    friend bool operator==(const Unseen&, const Unseen&) = default;

private:
    std::vector<PersonId> m_people;  ///< few; with every id of a joined record
};

/// For what is done for everybody: the clocks of a restricted person go on like anybody's.
inline Unseen everyoneSeen()
{
    return Unseen{{}};
}

}  // namespace holdfast::store
