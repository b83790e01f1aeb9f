#include "domain/note.h"

#include "base/text.h"
#include "domain/note_text.h"

#include <algorithm>

namespace holdfast {
namespace {

using namespace std::chrono_literals;

/// Clocks of two computers differ a little.
constexpr auto littleAhead = 5min;

bool isLead(Role role)
{
    return role == Role::coordinator || role == Role::supervisor;
}

Error invalid(const char* where, const char* detail)
{
    return {ErrorCode::invalid, where, detail};
}

bool isShortcut(std::string_view text)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= longestShortcut && std::ranges::all_of(text, fits);
}

Result<Done> checkText(const std::string& text)
{
    if (text.size() > longestNote)
        return invalid("text", "too_long");
    if (!isValidUtf8(text))
        return invalid("text", "not text");
    if (isBlank(withoutMarks(text)))
        return invalid("text", "empty");
    return Done{};
}

}  // namespace

bool maySee(const Note& note, const Worker& worker)
{
    switch (note.audience) {
    case NoteAudience::everyone: return true;
    case NoteAudience::ownService: return worker.id == note.author || worker.service == note.service;
    case NoteAudience::leads: return mayEnterInError(note, worker);
    }
    return false;
}

bool mayEnterInError(const Note& note, const Worker& worker)
{
    return worker.id == note.author || (worker.service == note.service && isLead(worker.role));
}

Result<Done> checkNote(const NoteContent& content, Instant now)
{
    if (auto text = checkText(content.text); !text)
        return text;
    if (content.whyAmended.size() > longestNoteReason || !isValidUtf8(content.whyAmended))
        return invalid("why_amended", "too_long");
    if (!content.amends.empty())
        return Done{};
    if (content.happenedAt && *content.happenedAt > now + littleAhead)
        return invalid("happened_at", "in_the_future");
    if (content.audience != NoteAudience::everyone && content.kind == NoteKind::safety)
        return invalid("audience", "safety_is_shared");
    if (content.audience != NoteAudience::everyone && isBlank(content.whyLimited))
        return invalid("why_limited", "empty");
    if (content.whyLimited.size() > longestNoteReason || !isValidUtf8(content.whyLimited))
        return invalid("why_limited", "too_long");
    if (content.link.id.size() > longestNoteLink ||
        content.link.id.empty() != (content.link.kind == NoteLinkKind::none))
        return invalid("link", "expected what it belongs to");
    return Done{};
}

Result<Done> checkTemplate(const NoteTemplate& made)
{
    if (!isShortcut(made.shortcut))
        return invalid("shortcut", "expected small letters, digits and -");
    if (isBlank(made.title) || made.title.size() > longestTemplateTitle || !isValidUtf8(made.title))
        return invalid("title", "expected a title of at most 80 bytes");
    if (isBlank(made.text) || made.text.size() > longestTemplate || !isValidUtf8(made.text))
        return invalid("text", "expected a text of at most 4000 bytes");
    return Done{};
}

}  // namespace holdfast
