#include "fault/disk/points.h"

#include "db/integrity.h"
#include "store/schema.h"
#include "support/counts.h"

#include <array>
#include <stdexcept>

namespace holdfast::test {
namespace {

constexpr std::array<const char*, 10> verdictNames{"as promised",
                                                   "never happened",
                                                   "an error without words",
                                                   "an acknowledged save is lost",
                                                   "something is there twice or in part",
                                                   "it holds something else than was saved",
                                                   "it does not open again",
                                                   "the check finds something",
                                                   "the work does not go on",
                                                   "the process died"};

}  // namespace

Found::Found(const OfficeStore& store) : m_key{store.key()}
{
    disk::unwatch();
    disk::Contents contents = disk::contentsOf(store.folder.path());
    contents.erase("store.holdfast-shm");
    disk::put(m_folder.path(), contents);
    disk::watch(m_folder.path());  // nothing of it need reach a real disk
}

db::Opened Found::open() const
{
    return db::openStore(m_location, m_key, store::schema());
}

bool Found::isSound() const
{
    const auto checked = db::checkIntegrity(m_location, m_key, store::schema());
    return checked && checked->ok();
}

Verdict judge(const Found& found, const Expected& expected, std::int64_t acknowledged, const AlsoHolds& also)
{
    const auto opened = found.open();
    if (!opened)
        return Verdict::unopened;
    Holding there;
    bool alsoHolds = true;
    try {
        there = holdingOf(*opened.value());
        alsoHolds = !also || also(*opened.value());
    } catch (const db::Failure&) {
        return Verdict::unsound;
    }
    if (there.saves < acknowledged)
        return Verdict::lost;
    const bool isBefore = there.saves == expected.before.saves;
    if (isBefore && there != expected.before)
        return Verdict::different;
    if (!isBefore && there.record != expected.after.record)
        return Verdict::doubled;
    // One save more: it was made although nobody was told, and the second attempt was written into the audit only.
    if (!isBefore && there.saves == expected.after.saves && there != expected.after)
        return Verdict::different;
    if (there.saves > expected.after.saves + 1)
        return Verdict::doubled;
    if (!alsoHolds)
        return Verdict::different;
    return found.isSound() ? Verdict::asPromised : Verdict::unsound;
}

Expected expectedOf(const std::function<Result<Done>()>& work, db::Connection& connection, const Holding& before,
                    const disk::Rewind& rewind)
{
    SharedCount saves;
    SharedCount content;
    SharedCount record;
    Child child{[&] {
        if (!work())
            return 1;
        const Holding after = holdingOf(connection);
        saves.set(after.saves);
        content.set(static_cast<std::int64_t>(after.content));
        record.set(static_cast<std::int64_t>(after.record));
        return 0;
    }};
    if (child.wait() != 0)
        throw std::runtime_error{"the work cannot be done"};
    rewind.restore();
    return {before, {saves.get(), static_cast<std::uint64_t>(content.get()), static_cast<std::uint64_t>(record.get())}};
}

Expected expectedOf(Office& office, std::size_t job, const Holding& before, const disk::Rewind& rewind)
{
    return expectedOf([&] { return office.work(job); }, office.connection(), before, rewind);
}

Crashed::Crashed()
{
    Office office{db::openStore(store.location, store.key(), store::schema()).value()};
    for (std::size_t job = 0; job < Office::jobsOfOnePerson; ++job)
        if (!office.work(job))
            throw std::runtime_error{"the work cannot be done"};
    holding = holdingOf(office.connection());
    files = disk::contentsOf(store.folder.path());
    files.erase("store.holdfast-shm");
}

void Tally::add(const std::string& where, const std::string& trouble, Verdict verdict)
{
    ++m_count;
    ++m_points[trouble];
    ++m_verdicts[verdict];
    if (verdict == Verdict::asPromised)
        return;
    ++m_faulty;
    ++m_faults[where + ", " + trouble + ": " + verdictNames.at(static_cast<std::size_t>(verdict))];
}

int Tally::of(Verdict verdict) const
{
    const auto found = m_verdicts.find(verdict);
    return found == m_verdicts.end() ? 0 : found->second;
}

void Tally::print(const char* what) const
{
    std::string text =
        std::string{what} + ": " + std::to_string(m_count) + " points, " + std::to_string(m_faulty) + " faulty";
    for (const auto& [trouble, count] : m_points)
        text += ", " + trouble + ' ' + std::to_string(count);
    for (const auto& [fault, count] : m_faults)
        text += "\n    " + std::to_string(count) + " x " + fault;
    tell(text);
}

void atEveryPoint(int stride, const std::function<Verdict(std::int64_t nth)>& attempt,
                  const std::function<void(std::int64_t nth, Verdict verdict)>& after, std::int64_t first)
{
    for (std::int64_t nth = first;; nth += stride) {
        Child child{[&] { return static_cast<int>(attempt(nth)); }};
        const auto code = child.wait();
        const Verdict verdict =
            code && *code < static_cast<int>(Verdict::died) ? static_cast<Verdict>(*code) : Verdict::died;
        after(nth, verdict);
        if (verdict == Verdict::neverHappened)
            return;
    }
}

void happens(const Fault& fault)
{
    disk::breakAt(fault.trouble, fault.nth, fault.forGood);
}

void atEveryCall(std::span<const disk::Trouble> troubles, int stride, const char* where, Tally& tally,
                 const std::function<Verdict(const Fault&)>& attempt, const std::function<void()>& after)
{
    for (const disk::Trouble trouble : troubles)
        for (const bool forGood : {false, true})
            atEveryPoint(
                stride,
                [&](std::int64_t nth) {
                    return attempt(Fault{trouble, forGood, nth});
                },
                [&](std::int64_t, Verdict verdict) {
                    if (after)
                        after();
                    if (verdict != Verdict::neverHappened)
                        tally.add(where, std::string{disk::nameOf(trouble)} + (forGood ? " for good" : " once"),
                                  verdict);
                });
}

}  // namespace holdfast::test
