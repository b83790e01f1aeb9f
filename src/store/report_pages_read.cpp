// Reading a stretch of the report's pages, person by person.
#include "store/report_pages.h"

#include "store/columns.h"
#include "store/report_code.h"
#include "store/report_page_id.h"
#include "store/report_words.h"

#include <algorithm>
#include <cstring>

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view stretch = "SELECT id, rows FROM report_page WHERE id BETWEEN $1 AND $2";

}  // namespace sql

/// The pages of some handfuls in the months of a stretch, and everybody in them.
class Reading {
public:
    Reading(db::Connection& connection, const report::Stretch& stretch, Instant now, const ReportWords& words,
            const report::VisitPerson& visit)
        : m_connection{connection}, m_stretch{stretch}, m_now{now}, m_words{words}, m_visit{visit}
    {}

    void run()
    {
        // So many at once that a question is worth its journey, and so few that they never fill the memory.
        const std::int64_t count =
            paging::monthOf(m_stretch.to) - paging::monthOf(std::min(m_stretch.bouncesFrom, m_stretch.from)) + 1;
        const std::int64_t atOnce =
            std::clamp<std::int64_t>(6144 / std::max<std::int64_t>(count, 1), 256, paging::handfuls / 4);
        for (std::int64_t first = 0; first < paging::handfuls; first += atOnce)
            read(first, std::min(first + atOnce, paging::handfuls) - 1);
    }

private:
    struct Found {
        std::uint64_t end;  ///< of the id's bytes: where ids differ, they do so there
        std::string_view person;
        std::string_view rows;
        Date first;
    };
    struct Page {
        std::int64_t handful;
        Date first;
        std::string bytes;
    };

    void read(std::int64_t first, std::int64_t last)
    {
        std::vector<Page> pages;
        for (const paging::Part part : {paging::Part::bounces, paging::Part::rest}) {
            const Date from = part == paging::Part::bounces ? m_stretch.bouncesFrom : m_stretch.from;
            for (std::int64_t month = paging::monthOf(from); month <= paging::monthOf(m_stretch.to); ++month)
                m_connection.query(
                    sql::stretch, {paging::pageId(month, part, first), paging::pageId(month, part, last)},
                    [&](const db::Row& row) {
                        pages.push_back({row.integer(0) % paging::handfuls, paging::firstOf(month), row.blob(1)});
                    });
        }
        std::ranges::stable_sort(pages, {}, &Page::handful);
        for (std::size_t i = 0; i < pages.size();) {
            std::size_t end = i;
            m_found.clear();
            for (; end < pages.size() && pages[end].handful == pages[i].handful; ++end)
                for (std::string_view left = pages[end].bytes; const auto part = takePart(left);)
                    m_found.push_back({endOf(part->person), part->person, part->rows, pages[end].first});
            visitFound();
            i = end;
        }
    }

    static std::uint64_t endOf(std::string_view person)
    {
        std::uint64_t end = 0;
        const std::size_t size = std::min(person.size(), sizeof end);
        std::memcpy(&end, person.data() + (person.size() - size), size);
        return end;
    }

    void visitFound()
    {
        std::ranges::sort(m_found, [](const Found& one, const Found& other) {
            return one.end != other.end ? one.end < other.end : one.person < other.person;
        });
        for (std::size_t i = 0; i < m_found.size();) {
            m_rows.clear();
            m_rows.person = personOf(m_found[i].person);
            const std::string_view person = m_found[i].person;
            for (; i < m_found.size() && m_found[i].person == person; ++i)
                addRows(m_found[i].rows, m_found[i].first, m_now, m_words, m_rows);
            m_visit(m_rows);
        }
    }

    db::Connection& m_connection;
    const report::Stretch& m_stretch;
    Instant m_now;
    const ReportWords& m_words;
    const report::VisitPerson& m_visit;
    std::vector<Found> m_found;
    report::PersonRows m_rows;
};

}  // namespace

void ReportPages::read(const report::Stretch& stretch, Instant now, const report::VisitPerson& visit) const
{
    ReportWords words{m_connection};
    words.load();
    Reading{m_connection, stretch, now, words, visit}.run();
}

}  // namespace holdfast::store
