#include "domain/note_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace holdfast {
namespace {

/// What stood apart because of a mark between it must not become a mark by being joined: "]" and "]" would end a
/// passage of somebody else's early.
void join(std::string& text, std::string_view piece)
{
    const bool wouldMark = !text.empty() && !piece.empty() && text.back() == piece.front() &&
                           (piece.front() == thirdPartyBegins.front() || piece.front() == thirdPartyEnds.front());
    if (wouldMark)
        text += ' ';
    text += piece;
}

}  // namespace

std::vector<NotePassage> passagesOf(std::string_view text)
{
    std::vector<NotePassage> passages;
    const auto add = [&](std::string_view piece, bool thirdParty) {
        if (piece.empty())
            return;
        if (!passages.empty() && passages.back().thirdParty == thirdParty)
            join(passages.back().text, piece);
        else
            passages.push_back({std::string{piece}, thirdParty});
    };
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = text.substr(at).starts_with(thirdPartyBegins);
        if (!begins && !text.substr(at).starts_with(thirdPartyEnds)) {
            ++at;
            continue;
        }
        add(text.substr(from, at - from), depth > 0);
        depth = begins ? depth + 1 : std::max(0, depth - 1);
        at += thirdPartyBegins.size();
        from = at;
    }
    add(text.substr(from), depth > 0);
    return passages;
}

bool hasThirdParty(std::string_view text)
{
    for (const NotePassage& passage : passagesOf(text))
        if (passage.thirdParty)
            return true;
    return false;
}

std::string withoutMarks(std::string_view text)
{
    std::string plain;
    for (const NotePassage& passage : passagesOf(text))
        plain += passage.text;
    return plain;
}

std::string withoutThirdParty(std::string_view text, std::string_view instead)
{
    std::string left;
    for (const NotePassage& passage : passagesOf(text))
        left += passage.thirdParty ? instead : std::string_view{passage.text};
    return left;
}

std::string withMarksClosed(std::string_view text)
{
    std::string closed;
    for (const NotePassage& passage : passagesOf(text)) {
        if (passage.thirdParty)
            join(closed, thirdPartyBegins);
        closed += passage.text;
        if (passage.thirdParty)
            join(closed, thirdPartyEnds);
    }
    return closed;
}

std::string filled(std::string_view text, const NoteGaps& gaps)
{
    const std::array<std::pair<std::string_view, std::string_view>, 4> words{
        {{"{name}", gaps.name}, {"{day}", gaps.day}, {"{me}", gaps.me}, {"{service}", gaps.service}}};
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto* found = words.begin();
        while (found != words.end() && !rest.starts_with(found->first))
            ++found;
        made += found == words.end() ? rest.substr(0, 1) : found->second;
        at += found == words.end() ? 1 : found->first.size();
    }
    return made;
}

}  // namespace holdfast
