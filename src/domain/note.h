// Notes that both services write about one person. A signed note never changes: amendments and "entered in error" stand
// beside it. Until it is signed a note is a draft.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/need.h"
#include "domain/worker.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace holdfast {

using NoteId = Id<struct NoteTag>;
using NoteTemplateId = Id<struct NoteTemplateTag>;

enum class NoteKind : std::uint8_t { contact, call, visit, group, mdt, carerContact, letter, safety };
inline constexpr std::array allNoteKinds{NoteKind::contact, NoteKind::call,         NoteKind::visit,  NoteKind::group,
                                         NoteKind::mdt,     NoteKind::carerContact, NoteKind::letter, NoteKind::safety};

/// Who may read it. Both services is what a note is for; anything less needs a reason, and others see that there is one.
enum class NoteAudience : std::uint8_t {
    everyone,    ///< everybody who may open the person
    ownService,  ///< workers of the service it was written for
    leads,       ///< its author, and that service's coordinators and supervisors
};

enum class NoteLinkKind : std::uint8_t { none, event, action };

/// What a note belongs to: a referral or any other entry of the history, or something that happens next.
struct NoteLink {
    NoteLinkKind kind = NoteLinkKind::none;
    std::string id;  ///< of an event its id; of an action its need and what it is: "mental_health chase"
    friend bool operator==(const NoteLink&, const NoteLink&) = default;
};

/// What is typed: of a draft, and of the note it becomes.
struct NoteContent {
    NoteKind kind = NoteKind::contact;
    NeedScope need = NeedScope::both;
    NoteAudience audience = NoteAudience::everyone;
    std::string whyLimited;             ///< when the audience is not everyone
    std::optional<Instant> happenedAt;  ///< nothing: when it is signed
    std::string text;                   ///< may hold marks: note_text.h
    NoteLink link;
    NoteId amends;           ///< of an amendment the note; then only the text and the reason count
    int amendsAfter = 0;     ///< how many amendments it had when this was begun
    std::string whyAmended;  ///< may be empty: an addition explains itself
    friend bool operator==(const NoteContent&, const NoteContent&) = default;
};

/// A signed note as it was signed.
struct Note {
    NoteId id;
    PersonId person;
    Instant happenedAt;
    Instant writtenAt;
    NoteKind kind = NoteKind::contact;
    NeedScope need = NeedScope::both;
    NoteAudience audience = NoteAudience::everyone;
    std::string whyLimited;
    std::string text;
    NoteLink link;
    WorkerId author;
    Role role = Role::keyworker;  ///< the author's, that day
    ServiceId service;            ///< the author's, that day
    CommandId command;
    friend bool operator==(const Note&, const Note&) = default;
};

/// The whole text as it should read, beside what was signed before.
struct NoteAmendment {
    NoteId note;
    int number = 1;  ///< 1 for the first
    PersonId person;
    std::string text;
    std::string reason;
    WorkerId author;
    Role role = Role::keyworker;
    ServiceId service;
    Instant writtenAt;
    CommandId command;
    friend bool operator==(const NoteAmendment&, const NoteAmendment&) = default;
};

struct NoteInError {
    NoteId note;
    PersonId person;
    std::string reason;
    WorkerId worker;
    Instant at;
    CommandId command;
    friend bool operator==(const NoteInError&, const NoteInError&) = default;
};

struct NotePin {
    NoteId note;
    PersonId person;
    WorkerId worker;
    Instant at;
    friend bool operator==(const NotePin&, const NotePin&) = default;
};

/// Somebody has read it as it stood after so many amendments.
struct NoteReading {
    NoteId note;
    int amendments = 0;
    WorkerId worker;
    PersonId person;
    Instant at;
    friend bool operator==(const NoteReading&, const NoteReading&) = default;
};

/// A signed note with everything that stands beside it.
struct NoteRecord {
    Note note;
    std::vector<NoteAmendment> amendments;  ///< oldest first
    std::optional<NoteInError> inError;
    std::optional<NotePin> pin;
    std::optional<int> readUpTo;  ///< how many amendments there were when the worker who asks last read it

    const std::string& textNow() const { return amendments.empty() ? note.text : amendments.back().text; }
    bool isUnread() const { return !readUpTo || *readUpTo < static_cast<int>(amendments.size()); }
    friend bool operator==(const NoteRecord&, const NoteRecord&) = default;
};

/// A piece of text that a team writes again and again; ";visit" and a space become it.
struct NoteTemplate {
    NoteTemplateId id;
    ServiceId service;     ///< whose it is
    std::string shortcut;  ///< "visit": small letters, digits and "-"
    std::string title;
    std::optional<NoteKind> kind;  ///< what a note that begins with it is
    std::string text;              ///< may hold gaps: note_text.h
    std::int64_t version = 0;      ///< up by one with every save; 0 = never saved
    friend bool operator==(const NoteTemplate&, const NoteTemplate&) = default;
};

inline constexpr std::size_t longestNote = 40'000;  ///< bytes
inline constexpr std::size_t longestNoteReason = 1'000;
inline constexpr std::size_t longestNoteLink = 400;
inline constexpr std::size_t longestShortcut = 20;
inline constexpr std::size_t longestTemplateTitle = 80;
inline constexpr std::size_t longestTemplate = 4'000;

bool maySee(const Note& note, const Worker& worker);

/// Its author, and that service's coordinators and supervisors.
bool mayEnterInError(const Note& note, const Worker& worker);

/// What must be so before it is signed: ErrorCode::invalid with `where` "text", "happened_at", "why_limited" or
/// "audience". A safety note is never kept from those who work with the person.
Result<Done> checkNote(const NoteContent& content, Instant now);

/// ErrorCode::invalid with `where` "shortcut", "title" or "text".
Result<Done> checkTemplate(const NoteTemplate& made);

// clang-format off
template <> struct Names<NoteKind> { static constexpr std::array<std::string_view, 8> list{
    "contact", "call", "visit", "group", "mdt", "carer_contact", "letter", "safety"}; };
template <> struct Names<NoteAudience> { static constexpr std::array<std::string_view, 3> list{"everyone", "own_service", "leads"}; };
template <> struct Names<NoteLinkKind> { static constexpr std::array<std::string_view, 3> list{"none", "event", "action"}; };
// clang-format on

}  // namespace holdfast
