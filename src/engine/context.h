// What every decision reads besides the case itself.
#pragma once

#include "base/id.h"
#include "base/time.h"

namespace holdfast {
struct Policy;
class Directory;
class WorkingDays;
class InstrumentSet;
class PolicyBook;
namespace policy {
struct Reason;
}
}  // namespace holdfast

namespace holdfast::engine {

struct Context {
    const Policy& policy;
    const Directory& directory;
    const WorkingDays& days;
    const InstrumentSet& instruments;
    const PolicyBook* book = nullptr;  ///< nothing: `policy` and `days` hold for all time

    /// The same with the policy and the working days in force at that instant: an event is decided under the rules of
    /// its `at`, and a clock runs by the rules of the moment it started.
    Context at(Instant instant) const { return book == nullptr ? *this : byTheBook(instant); }
    const Policy& policyAt(Instant instant) const;

    /// What a code meant then, or means in the newest policy that knows it; nothing when none does.
    const policy::Reason* reason(const ReasonCode& code, Instant instant) const;

private:
    Context byTheBook(Instant instant) const;
};

}  // namespace holdfast::engine
