#include "store/audit_check.h"

#include <algorithm>

namespace holdfast::store {
namespace {

using Kind = AuditFault::Kind;

constexpr std::size_t mostFaults = 1000;
constexpr std::size_t mostExplained = 48;     // each is tried in the place of each other
constexpr std::int64_t furthestShift = 1000;  // entries taken out or put in at one place, the rest renumbered
constexpr std::int64_t fewestForOtherKey = 5;

AuditRow numbered(AuditRow row, std::int64_t seq)
{
    row.seq = seq;
    return row;
}

}  // namespace

AuditCheck::AuditCheck(db::Connection& connection, std::vector<AuditAnchor> anchors)
    : m_trail{connection}, m_numberGiven{m_trail.lastNumber()}
{
    for (AuditAnchor& anchor : anchors)
        m_anchors.push_back({std::move(anchor)});
}

bool AuditCheck::step(int rows)
{
    const std::int64_t before = m_entries;
    m_trail.linked(m_last, rows, [this](const AuditRow& row, const std::string& mac) { take(row, mac); });
    return m_entries > before;
}

void AuditCheck::take(const AuditRow& row, const std::string& mac)
{
    ++m_entries;
    if (row.seq > m_last + 1) {
        find(Kind::removed, m_last + 1, row.seq - 1);
        m_loose = true;
    }
    const AuditRow written = numbered(row, row.seq + m_shift);
    if (m_trail.follows(written, m_mac, mac) || foundRenumbered(row, mac)) {
        m_loose = false;
    } else {
        suspect({row, mac, m_trail.linkOf(written, m_mac), m_mac, m_loose});
        m_loose = true;
    }
    for (AnchorSeen& each : m_anchors)
        each.seen = each.seen || each.anchor.mac == mac;
    m_mac = mac;
    m_last = row.seq;
    m_newest = AuditAnchor{row.seq, mac, row.at};
}

/// Who takes an entry out, or puts one in, and renumbers those that follow, leaves them linked to one another.
bool AuditCheck::foundRenumbered(const AuditRow& row, const std::string& mac)
{
    if (m_suspects.size() > mostExplained)
        return false;
    for (std::int64_t distance = 1; distance <= furthestShift; ++distance) {
        for (const std::int64_t shift : {m_shift + distance, m_shift - distance}) {
            if (row.seq + shift < 1 || !m_trail.follows(numbered(row, row.seq + shift), m_mac, mac))
                continue;
            // Of the entries between, the first was gone or put in before the one that could not be confirmed.
            if (shift > m_shift)
                find(Kind::removed, row.seq - 1 + m_shift, row.seq - 2 + shift);
            m_shift = shift;
            m_shifts.push_back(shift);
            return true;
        }
    }
    return false;
}

void AuditCheck::suspect(Suspect found)
{
    ++m_suspectCount;
    if (m_suspects.size() < mostFaults)
        m_suspects.push_back(std::move(found));
}

void AuditCheck::find(Kind kind, std::int64_t first, std::int64_t last)
{
    if (m_found.faults.size() < mostFaults)
        m_found.faults.push_back({kind, first, last});
    else
        ++m_found.notListed;
}

AuditFindings AuditCheck::findings()
{
    explainSuspects();
    endAtAnchors();
    std::ranges::stable_sort(m_found.faults, {}, &AuditFault::first);
    m_found.entries = m_entries;
    m_found.newest = m_newest;
    return std::move(m_found);
}

void AuditCheck::explainSuspects()
{
    if (m_suspectCount == m_entries && m_entries >= fewestForOtherKey)
        return find(Kind::otherKey, 1, m_last);
    for (const Suspect& each : m_suspects)
        explain(each);
    m_found.notListed += m_suspectCount - static_cast<std::int64_t>(m_suspects.size());
}

void AuditCheck::explain(const Suspect& found)
{
    const std::int64_t seq = found.row.seq;
    if (m_suspects.size() <= mostExplained) {
        if (const auto place = placeOf(found)) {
            if (*place == seq)
                return;  // itself, only what it follows on is not
            // An entry that stands elsewhere now was not removed.
            std::erase_if(m_found.faults, [&](const AuditFault& fault) {
                return fault == AuditFault{Kind::removed, *place, *place};
            });
            return find(Kind::moved, seq, *place);
        }
        if (const auto other = m_trail.otherWith(found.mac, seq))
            return find(Kind::copied, seq, *other);
    }
    find(found.loose ? Kind::unconfirmed : Kind::changed, seq, seq);
}

/// Where this entry fits, tried with every link that the suspects and their neighbours know; its own number when it is
/// intact in its place.
std::optional<std::int64_t> AuditCheck::placeOf(const Suspect& found) const
{
    const auto fits = [&](std::int64_t seq) {
        return std::ranges::any_of(m_suspects, [&](const Suspect& other) {
            const AuditRow row = numbered(found.row, seq);
            return m_trail.follows(row, other.mac, found.mac) || m_trail.follows(row, other.previous, found.mac) ||
                   m_trail.follows(row, other.computed, found.mac);
        });
    };
    if (std::ranges::any_of(m_shifts, [&](std::int64_t shift) { return fits(found.row.seq + shift); }))
        return found.row.seq;
    for (const Suspect& other : m_suspects)
        if (fits(other.row.seq))
            return other.row.seq;
    return std::nullopt;
}

void AuditCheck::endAtAnchors()
{
    std::int64_t end = m_numberGiven;
    for (const AnchorSeen& each : m_anchors) {
        if (each.seen)
            continue;  // wherever it stands now: that is a fault of its own
        if (each.anchor.seq <= m_last)
            find(Kind::replaced, each.anchor.seq, each.anchor.seq);
        end = std::max(end, each.anchor.seq);
    }
    if (end > m_last)
        find(Kind::cutOff, m_last + 1, end);
}

}  // namespace holdfast::store
