// People of the practice caseload: names, birth dates, NHS numbers of the 999 range that are never given out, postcodes
// in areas that do not exist.
#pragma once

#include "app/practice_world.h"
#include "base/random.h"
#include "domain/person.h"

#include <set>

namespace holdfast::app {

class PracticePeople {
public:
    PracticePeople(const PracticeWorld& world, Random& random, Date asOf);

    Person fromSketch(const PersonSketch& sketch);
    Person anybody();

private:
    void fillIn(Person& person);
    std::string nextNhsNumber();
    std::string phone();

    const PracticeWorld& m_world;
    Random& m_random;
    Date m_asOf;
    std::set<std::string> m_taken;
    std::uint64_t m_numbers = 0;
};

/// One of the list, evenly.
template <class T>
const T& anyOf(const std::vector<T>& list, Random& random)
{
    return list[random.below(list.size())];
}

}  // namespace holdfast::app
