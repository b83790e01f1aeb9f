// Which letters the case asks for now, the most pressing first.
#pragma once

#include "letters/compose.h"

namespace holdfast::letters {

struct Offer {
    Request request;
    std::string why;  ///< "refused", "silent", "handover_owed", "referred"; empty for those that are always there
    std::optional<Instant> since;
    friend bool operator==(const Offer&, const Offer&) = default;
};

std::vector<Offer> offers(const engine::Snapshot& now);

}  // namespace holdfast::letters
