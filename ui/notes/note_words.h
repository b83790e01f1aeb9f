// Notes in words: their kinds, who reads them, what they belong to, and why one was not signed.
#pragma once

#include "app/notes.h"
#include "widgets/tag.h"

#include <QString>

namespace holdfast::ui {

QString words(NoteKind kind);  ///< "Carer contact"
QString noteIcon(NoteKind kind);
QString words(NoteAudience audience);    ///< "Both services"
QString explain(NoteAudience audience);  ///< what that means, for the field's hint
TagLook needTag(NeedScope need);         ///< the small badge of a note

/// What went wrong with a note and what to do now.
QString noteErrorWords(const Error& error);

/// "Priya Raman, keyworker, Lantern Drug and Alcohol"
QString authorWords(const WorkerId& author, holdfast::Role role, const ServiceId& service, const app::NameBook& names);

/// Kept to whom, and whom to ask.
QString withheldWords(const Note& note, const app::NameBook& names);

/// One line for lists and screen readers: "Unread. Call by Priya Raman, Today 09:12. Texted first ..."
QString spokenWords(const app::NoteView& view, const app::NameBook& names, Instant now);

/// A note's link and how it reads: an entry of the history, or something that happens next.
struct NoteLinkChoice {
    NoteLink link;
    QString words;
};
/// What a note of this case may belong to: what happens next, then referrals and replies, newest first.
std::vector<NoteLinkChoice> linkChoices(const app::CaseFile& file);
/// Of one link; what is no longer there is said so.
QString linkWords(const NoteLink& link, const app::CaseFile& file);

}  // namespace holdfast::ui
