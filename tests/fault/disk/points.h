// A fault at every point of some work: each point in a forked child, which then looks at what the store holds.
#pragma once

#include "fault/child.h"
#include "fault/disk/office.h"
#include "fault/disk/rewind.h"

#include <functional>
#include <map>
#include <span>
#include <string>

namespace holdfast::test {

/// How a child ended.
enum class Verdict : int {
    asPromised,
    neverHappened,  ///< there was no such point any more
    unclear,
    lost,
    doubled,
    different,
    unopened,
    unsound,
    refused,
    died,
};

struct Expected {
    Holding before;
    Holding after;
};

/// The store as another process would find it now: a copy, without SQLite's shared memory.
class Found {
public:
    explicit Found(const OfficeStore& store);

    db::Opened open() const;
    bool isSound() const;

private:
    TempFolder m_folder;
    db::StoreLocation m_location{db::StoreLocation::Kind::file, m_folder.file("store.holdfast")};
    const db::StoreKey* m_key;
};

/// What else must be so in a store that was found.
using AlsoHolds = std::function<bool(db::Connection&)>;

/// Every save that was acknowledged is there, once, whole, and `holdfast check` has nothing to say.
Verdict judge(const Found& found, const Expected& expected, std::int64_t acknowledged, const AlsoHolds& also = {});

/// What the store will hold after the work: a child does it, and it is taken back.
Expected expectedOf(const std::function<Result<Done>()>& work, db::Connection& connection, const Holding& before,
                    const disk::Rewind& rewind);
Expected expectedOf(Office& office, std::size_t job, const Holding& before, const disk::Rewind& rewind);

/// A store with saves in its journal, as after a crash, in a folder of its own.
struct Crashed {
    OfficeStore store;
    Holding holding;
    disk::Contents files;

    Crashed();
};

class Tally {
public:
    void add(const std::string& where, const std::string& trouble, Verdict verdict);
    int count() const { return m_count; }
    int faulty() const { return m_faulty; }
    int of(Verdict verdict) const;
    void print(const char* what) const;

private:
    int m_count = 0;
    int m_faulty = 0;
    std::map<std::string, int> m_points;  ///< by trouble
    std::map<std::string, int> m_faults;
    std::map<Verdict, int> m_verdicts;
};

/// `attempt` in a child with the `first` point failing, the next, and so on until there is none left; `after` each.
void atEveryPoint(int stride, const std::function<Verdict(std::int64_t nth)>& attempt,
                  const std::function<void(std::int64_t nth, Verdict verdict)>& after, std::int64_t first = 1);

/// One call to the disk that fails, or each from there on.
struct Fault {
    disk::Trouble trouble;
    bool forGood;
    std::int64_t nth;
};
void happens(const Fault& fault);

/// `attempt` with each of `troubles` at every `stride`-th call, once and for good; `after` each.
void atEveryCall(std::span<const disk::Trouble> troubles, int stride, const char* where, Tally& tally,
                 const std::function<Verdict(const Fault&)>& attempt, const std::function<void()>& after = {});

}  // namespace holdfast::test
