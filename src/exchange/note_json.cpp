#include "exchange/note_json.h"

#include "exchange/json_input.h"
#include "exchange/json_output.h"

namespace holdfast::exchange {
namespace {

NoteLink readLink(const JsonIn& in)
{
    in.allowOnly({"kind", "id"});
    return {in.at("kind").named<NoteLinkKind>(), in.at("id").text(longestNoteLink)};
}

NoteContent readDraft(const JsonIn& in)
{
    in.allowOnly({"kind", "need", "audience", "why_limited", "happened_at", "text", "link", "amends", "amends_after",
                  "why_amended"});
    NoteContent content;
    content.kind = in.at("kind").named<NoteKind>();
    content.need = in.at("need").named<NeedScope>();
    content.audience = in.at("audience").named<NoteAudience>();
    content.text = in.at("text").text(longestNote);
    if (const auto why = in.find("why_limited"))
        content.whyLimited = why->text(longestNoteReason);
    if (const auto at = in.find("happened_at"))
        content.happenedAt = at->instant();
    if (const auto link = in.find("link"))
        content.link = readLink(*link);
    if (const auto amends = in.find("amends"))
        content.amends = amends->id<NoteId>();
    if (const auto after = in.find("amends_after"))
        content.amendsAfter = after->integer(0, 1'000'000);
    if (const auto why = in.find("why_amended"))
        content.whyAmended = why->text(longestNoteReason);
    return content;
}

}  // namespace

std::string writeNoteDraft(const NoteContent& content)
{
    JsonOut out;
    out.beginObject()
        .member("kind", nameOf(content.kind))
        .member("need", nameOf(content.need))
        .member("audience", nameOf(content.audience));
    if (!content.whyLimited.empty())
        out.member("why_limited", content.whyLimited);
    if (content.happenedAt)
        out.member("happened_at", formatInstant(*content.happenedAt));
    out.member("text", content.text);
    if (content.link.kind != NoteLinkKind::none)
        out.key("link")
            .beginObject()
            .member("kind", nameOf(content.link.kind))
            .member("id", content.link.id)
            .endObject();
    if (!content.amends.empty())
        out.member("amends", content.amends.text()).member("amends_after", content.amendsAfter);
    if (!content.whyAmended.empty())
        out.member("why_amended", content.whyAmended);
    out.endObject();
    return std::move(out).str();
}

Result<NoteContent> readNoteDraft(std::string_view text)
{
    return readJson(text, readDraft);
}

}  // namespace holdfast::exchange
