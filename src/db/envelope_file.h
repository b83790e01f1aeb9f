// The envelope as text: one line for each fact, bytes as hex digits, a checksum at the end. Strict: a file that was
// not written by written() is refused.
#pragma once

#include "db/envelope.h"

#include <string>
#include <string_view>

namespace holdfast::db {

inline constexpr std::size_t envelopeLimit = std::size_t{256} * 1024;

std::string hexOf(std::string_view bytes);

/// Everything but the MAC and the checksum: what the MAC covers.
std::string coveredText(const Envelope& envelope);
std::string written(const Envelope& envelope);

/// `where` names the file in the error.
Result<Envelope> parseEnvelope(std::string_view text, const std::string& where);

}  // namespace holdfast::db
