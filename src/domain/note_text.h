// The text of a note. What somebody else told, or what is about somebody else, stands between [[ and ]] in the text
// itself, so that it survives drafts, amendments, differences and copying; prints leave it out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

inline constexpr std::string_view thirdPartyBegins = "[[";
inline constexpr std::string_view thirdPartyEnds = "]]";
inline constexpr std::string_view thirdPartyLeftOut = "[left out]";  ///< on paper

struct NotePassage {
    std::string text;  ///< without marks
    bool thirdParty = false;
    friend bool operator==(const NotePassage&, const NotePassage&) = default;
};

/// The text in pieces, none empty. A mark that is never closed reaches to the end, and marks inside marks close with the
/// outermost: when in doubt a passage counts as somebody else's.
std::vector<NotePassage> passagesOf(std::string_view text);

bool hasThirdParty(std::string_view text);

/// Everything, as it reads on the screen.
std::string withoutMarks(std::string_view text);

/// Without the passages of third parties, each replaced by `instead`.
std::string withoutThirdParty(std::string_view text, std::string_view instead);

/// Every mark that was opened is closed, and no other is left: as a note is signed.
std::string withMarksClosed(std::string_view text);

/// What the gaps of a template become: {name}, {day}, {me}, {service}.
struct NoteGaps {
    std::string name;     ///< as the person likes to be called
    std::string day;      ///< today, in words
    std::string me;       ///< the worker's name
    std::string service;  ///< the worker's service
};

/// A gap that is none of these stays as it is.
std::string filled(std::string_view text, const NoteGaps& gaps);

}  // namespace holdfast
