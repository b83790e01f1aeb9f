// What is said of the audit: an anchor to compare it with later, and what a check of it found.
#pragma once

#include "base/time.h"
#include "domain/names.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast {

/// An entry's number and link: who keeps one outside the store can tell later whether the trail up to it is still the same.
struct AuditAnchor {
    std::int64_t seq = 0;
    std::string mac;
    Instant at;
    friend bool operator==(const AuditAnchor&, const AuditAnchor&) = default;
};

struct AuditFault {
    enum class Kind : std::uint8_t {
        changed,      ///< `first` is not as it was written, or was put in
        removed,      ///< `first` to `last` are gone, by the numbers they had
        moved,        ///< what stands at `first` was written as `last`
        copied,       ///< `first` is a copy of `last`
        cutOff,       ///< `first` to `last` are gone from the end
        replaced,     ///< `first` is not what an anchor was made of: the entries up to it were written anew
        unconfirmed,  ///< `first` follows on an entry that is gone or not itself, so nothing can be said of it
        otherKey,     ///< no entry, of `first` to `last`, fits the key of this store
        anchor,       ///< the anchor beside the store was changed or is that of another store; no entry is meant
    };
    Kind kind = Kind::changed;
    std::int64_t first = 0;
    std::int64_t last = 0;
    friend bool operator==(const AuditFault&, const AuditFault&) = default;
};

template <>
struct Names<AuditFault::Kind> {
    static constexpr std::array<std::string_view, 9> list{"changed",  "removed",     "moved",     "copied", "cut_off",
                                                          "replaced", "unconfirmed", "other_key", "anchor"};
};

struct AuditFindings {
    std::int64_t entries = 0;
    std::optional<AuditAnchor> newest;  ///< the last entry that was read
    std::vector<AuditFault> faults;     ///< by the number of the entry; empty: all hang together
    std::int64_t notListed = 0;         ///< more faults than anybody reads
};

}  // namespace holdfast
