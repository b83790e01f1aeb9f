// What the bounce report reads: the bounces, referrals and facts of the caches, packed by month and by handfuls of people.
// Kept case by case with the caches, and made again from them.
#pragma once

#include "report/person_rows.h"
#include "store/case_cache.h"

#include <string>
#include <vector>

namespace holdfast::store {

/// What is counted of the cases of a handful of people.
struct HandfulCounts {
    std::int64_t events = 0;  ///< that were folded
    std::int64_t held = 0;    ///< people with an open need
    std::int64_t joined = 0;  ///< people whose open needs are all accepted
    friend bool operator==(const HandfulCounts&, const HandfulCounts&) = default;
};

class ReportPages {
public:
    explicit ReportPages(db::Connection& connection) : m_connection{connection} {}

    /// False in a store that is older than the pages, and while much is written at once: build() must follow.
    bool isBuilt() const;
    /// Much is going to be written without them: whoever opens a store where that did not end builds them.
    void forget();
    /// Everything again, from the tables of the case cache. In an open transaction.
    void build();

    /// What stands in the tables of one person before they are written anew: to be asked first, and given to put().
    struct Before {
        std::vector<Date> days;  ///< on which there is something, in any order
        HandfulCounts counts;
    };
    Before before(const PersonId& person) const;
    /// Puts these rows in the place of the person's.
    void put(const CaseCacheRows& rows, const Before& before);

    /// Visits everybody with something in the stretch, each once with all of it; rows of the months' other days come too.
    /// Nobody comes in an order of their own.
    void read(const report::Stretch& stretch, Instant now, const report::VisitPerson& visit) const;

    /// Of everybody.
    HandfulCounts counts() const;

    /// Where the pages are not what the tables would make: months and handfuls, at most so many.
    std::vector<std::string> faults(std::size_t limit) const;

private:
    db::Connection& m_connection;
};

}  // namespace holdfast::store
