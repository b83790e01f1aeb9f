// What every decision reads besides the case itself.
#pragma once

namespace holdfast {
struct Policy;
class Directory;
class WorkingDays;
class InstrumentSet;
}  // namespace holdfast

namespace holdfast::engine {

struct Context {
    const Policy& policy;
    const Directory& directory;
    const WorkingDays& days;
    const InstrumentSet& instruments;
};

}  // namespace holdfast::engine
