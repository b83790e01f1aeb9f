// What a report counts of one person. Rows come person by person, so that whoever counts people need not look them up.
#pragma once

#include "report/measure_query.h"

#include <functional>
#include <span>
#include <vector>

namespace holdfast::report {

/// A list that keeps its elements when it is emptied: the texts in them need no new memory for the next person.
template <class Row>
class ReusedRows {
public:
    /// The next element, as it was left.
    Row& add()
    {
        if (m_used == m_rows.size())
            m_rows.emplace_back();
        return m_rows[m_used++];
    }
    void clear() { m_used = 0; }
    std::span<Row> rows() { return {m_rows.data(), m_used}; }
    std::span<const Row> rows() const { return {m_rows.data(), m_used}; }

private:
    std::vector<Row> m_rows;
    std::size_t m_used = 0;
};

struct PersonRows {
    PersonId person;
    ReusedRows<BounceRow> bounces;  ///< serviceName is left for who shows it
    ReusedRows<ReferralRow> referrals;
    ReusedRows<FactRow> facts;

    void clear()
    {
        bounces.clear();
        referrals.clear();
        facts.clear();
    }
};

/// May fill in what only the visitor knows (`missed`). The rows are reused between calls: copy what you keep.
using VisitPerson = std::function<void(PersonRows&)>;

/// The days a report reads: bounces from the first of its trend on, the rest from the first of its periods on.
struct Stretch {
    Date bouncesFrom;
    Date from;
    Date to;
};

}  // namespace holdfast::report
