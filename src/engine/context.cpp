#include "engine/context.h"

#include "domain/policy_book.h"

namespace holdfast::engine {

Context Context::byTheBook(Instant instant) const
{
    const PolicyPage& page = book->at(instant);
    return {page.policy, directory, page.days, instruments, book};
}

const Policy& Context::policyAt(Instant instant) const
{
    return book == nullptr ? policy : book->at(instant).policy;
}

const policy::Reason* Context::reason(const ReasonCode& code, Instant instant) const
{
    return book == nullptr ? policy.reason(code) : book->reason(code, instant);
}

}  // namespace holdfast::engine
