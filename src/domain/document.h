// Papers that are kept whole: the exact letters a team sent, and what services wrote. Their bytes never change.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/need.h"

#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

using DocumentId = Id<struct DocumentTag>;

enum class DocumentRole : std::uint8_t { letter, attachment };

/// What the bytes are, by looking at them; a name or a stated type is not believed.
enum class MediaType : std::uint8_t { pdf, png, jpeg, text };

// clang-format off
template <> struct Names<DocumentRole> { static constexpr std::array<std::string_view, 2> list{"letter", "attachment"}; };
template <> struct Names<MediaType> { static constexpr std::array<std::string_view, 4> list{"application/pdf", "image/png", "image/jpeg", "text/plain"}; };
// clang-format on

inline constexpr std::size_t largestDocument = 10'000'000;  ///< bytes
inline constexpr std::size_t longestFileName = 120;

/// Everything about a paper but its bytes.
struct KeptDocument {
    DocumentId id;
    PersonId person;
    DocumentRole role = DocumentRole::letter;
    std::string kind;  ///< of a letter its code ("challenge"); empty for an attachment
    MediaType media = MediaType::pdf;
    std::string name;           ///< the file's name as it came; empty for a letter
    std::string recipient;      ///< a service's id, "person", "carer", "partner"; empty for an attachment
    std::string recipientName;  ///< "Wrenfield CMHT", a carer's name
    std::optional<Need> need;   ///< nothing: about both
    std::string variant;        ///< "standard", "large_print", "easy_read"; empty for an attachment
    std::string aboutKind;      ///< what it belongs to: "event", "note"; empty when to nothing
    std::string about;          ///< the id of that
    std::string source;         ///< of a letter the draft it was printed from, as JSON
    Instant createdAt;
    WorkerId worker;
    CommandId command;
    std::int64_t size = 0;
    std::string sha256;  ///< 64 hexadecimal digits

    friend bool operator==(const KeptDocument&, const KeptDocument&) = default;
};

/// A letter left: beside its event, where it went. The address is private and shown only with the letter.
struct LetterSending {
    EventId event;
    PersonId person;
    DocumentId document;
    std::string address;
    friend bool operator==(const LetterSending&, const LetterSending&) = default;
};

/// PDF, PNG, JPEG, or text that is valid UTF-8 without control characters; nothing for anything else.
std::optional<MediaType> mediaTypeOf(std::string_view bytes);

/// The last part of a path, without control characters and marks that turn the direction of reading, not longer than
/// longestFileName; "attachment.pdf" when nothing of it names a file.
std::string tidyFileName(std::string_view name, MediaType media);

/// ".pdf"
std::string_view extensionOf(MediaType media);

}  // namespace holdfast
