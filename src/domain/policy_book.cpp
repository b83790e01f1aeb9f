#include "domain/policy_book.h"

#include <algorithm>
#include <cassert>

namespace holdfast {

PolicyBook::PolicyBook(std::vector<PolicyPage> pages) : m_pages{std::move(pages)}
{
    assert(!m_pages.empty());
    assert(std::ranges::is_sorted(m_pages, {}, &PolicyPage::from));
}

const PolicyPage& PolicyBook::at(Instant instant) const
{
    for (std::size_t i = m_pages.size(); i-- > 1;)
        if (m_pages[i].from <= instant)
            return m_pages[i];
    return m_pages.front();
}

const policy::Reason* PolicyBook::reason(const ReasonCode& code, Instant instant) const
{
    if (const policy::Reason* found = at(instant).policy.reason(code))
        return found;
    for (std::size_t i = m_pages.size(); i-- > 0;)
        if (const policy::Reason* found = m_pages[i].policy.reason(code))
            return found;
    return nullptr;
}

}  // namespace holdfast
