#include "notes/note_words.h"

#include "people/leg_look.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"

#include <QCoreApplication>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int mostEvents = 40;

QString tr(const char* text)
{
    return QCoreApplication::translate("Note", text);
}

struct Reason {
    std::string_view where;
    std::string_view detail;  ///< empty: whatever it is
    const char* words;
};
// clang-format off
constexpr std::array reasons{
    Reason{"text", "empty", QT_TRANSLATE_NOOP("Note", "Write something first.")},
    Reason{"text", "too_long", QT_TRANSLATE_NOOP("Note", "This note is too long. Sign it in two parts.")},
    Reason{"text", "unchanged", QT_TRANSLATE_NOOP("Note", "The text is the same as before. Change it, or discard the amendment.")},
    Reason{"happened_at", "", QT_TRANSLATE_NOOP("Note", "It cannot have happened yet. Choose the day and time when it happened.")},
    Reason{"why_limited", "", QT_TRANSLATE_NOOP("Note", "Say why not everybody who works with them may read it.")},
    Reason{"why_amended", "", QT_TRANSLATE_NOOP("Note", "The reason is too long.")},
    Reason{"audience", "", QT_TRANSLATE_NOOP("Note", "A safety note is for everybody who works with them. Choose another kind, or both services.")},
    Reason{"reason", "", QT_TRANSLATE_NOOP("Note", "Say why it was entered in error.")},
    Reason{"link", "", QT_TRANSLATE_NOOP("Note", "What it belongs to is no longer there. Choose again.")},
    Reason{"shortcut", "", QT_TRANSLATE_NOOP("Note", "A shortcut has small letters, digits and - only, at most 20 of them, and no other text of your team may have it.")},
    Reason{"title", "", QT_TRANSLATE_NOOP("Note", "Give it a title of at most 80 letters.")},
};
// clang-format on

QString beginning(const std::string& note)
{
    return text(withoutMarks(note)).simplified();
}

QString eventLine(const app::HistoryEntry& entry, const app::CaseFile& file)
{
    const EventWords said = describe(entry.event, file.names);
    return tr("%1, %2").arg(said.title, dayWords(londonDate(entry.event.at), londonDate(file.now.at)));
}

std::string actionId(const engine::NextAction& action)
{
    return std::string{nameOf(action.need)} + ' ' + action.what;
}

QString actionLine(const engine::NextAction& action, const app::CaseFile& file)
{
    const QString service = action.about.empty() ? QString{} : serviceName(action.about, file.names);
    return tr("Next: %1").arg(actionWords(action.what, service));
}

bool isAboutReferral(const Event& event)
{
    return std::holds_alternative<event::ReferralSent>(event.body) ||
           std::holds_alternative<event::Response>(event.body) ||
           std::holds_alternative<event::ChallengeSent>(event.body) ||
           std::holds_alternative<event::ChallengeAnswered>(event.body) ||
           std::holds_alternative<event::Mdt>(event.body);
}

}  // namespace

QString words(NoteKind kind)
{
    switch (kind) {
    case NoteKind::contact: return tr("Contact");
    case NoteKind::call: return tr("Call");
    case NoteKind::visit: return tr("Visit");
    case NoteKind::group: return tr("Group");
    case NoteKind::mdt: return tr("Joint meeting");
    case NoteKind::carerContact: return tr("Carer contact");
    case NoteKind::letter: return tr("Letter");
    case NoteKind::safety: return tr("Safety");
    }
    return {};
}

QString noteIcon(NoteKind kind)
{
    switch (kind) {
    case NoteKind::contact: return QStringLiteral("text");
    case NoteKind::call: return QStringLiteral("phone");
    case NoteKind::visit: return QStringLiteral("house");
    case NoteKind::group: return QStringLiteral("people");
    case NoteKind::mdt: return QStringLiteral("mdt");
    case NoteKind::carerContact: return QStringLiteral("carer");
    case NoteKind::letter: return QStringLiteral("letter");
    case NoteKind::safety: return QStringLiteral("alert");
    }
    return {};
}

QString words(NoteAudience audience)
{
    switch (audience) {
    case NoteAudience::everyone: return tr("Both services");
    case NoteAudience::ownService: return tr("My service only");
    case NoteAudience::leads: return tr("Me and my team's leads");
    }
    return {};
}

QString explain(NoteAudience audience)
{
    switch (audience) {
    case NoteAudience::everyone: return tr("Everybody who may open this person reads it.");
    case NoteAudience::ownService: return tr("Others see that there is a note, and whom to ask.");
    case NoteAudience::leads:
        return tr("You and your service's coordinators and supervisors. Others see that there is a note.");
    }
    return {};
}

TagLook needTag(NeedScope need)
{
    TagLook look = need == NeedScope::both
                       ? jointLook()
                       : needLook(need == NeedScope::mentalHealth ? Lane::mentalHealth : Lane::substanceUse);
    if (need == NeedScope::both)
        look.text = tr("Both");
    look.density = TagLook::Density::compact;
    return look;
}

QString noteErrorWords(const Error& error)
{
    if (error.code == ErrorCode::conflict && error.where == "note")
        return tr("Somebody amended this note, or entered it in error, after you began. What you typed is still here. "
                  "Read theirs, then sign again if yours still holds.");
    if (error.detail == "note.not_theirs")
        return tr("Only whoever wrote a note, or a coordinator or supervisor of their service, can enter it in error. "
                  "You can amend it.");
    if (error.detail == "note.in_error")
        return tr("This note was entered in error. Write a new one instead.");
    for (const Reason& reason : reasons)
        if ((error.code == ErrorCode::invalid || error.code == ErrorCode::conflict) && error.where == reason.where &&
            (reason.detail.empty() || error.detail == reason.detail))
            return tr(reason.words);
    return words(error);
}

QString authorWords(const WorkerId& author, holdfast::Role role, const ServiceId& service, const app::NameBook& names)
{
    return tr("%1, %2, %3").arg(workerName(author, names), words(role).toLower(), serviceName(service, names));
}

QString withheldWords(const Note& note, const app::NameBook& names)
{
    return tr("Kept to %1. If you need what is in it, ask %2.")
        .arg(serviceName(note.service, names), workerName(note.author, names));
}

QString spokenWords(const app::NoteView& view, const app::NameBook& names, Instant now)
{
    const NoteRecord& record = view.record;
    const QString when = recordedWords(record.note.happenedAt, now);
    if (view.withheld)
        return tr("A note of %1. %2").arg(when, withheldWords(record.note, names));
    QStringList parts;
    if (record.isUnread() && !record.inError)
        parts << tr("Unread.");
    if (record.pin)
        parts << tr("Pinned.");
    if (record.inError)
        parts << tr("Entered in error.");
    if (!record.amendments.empty())
        parts << tr("Amended.");
    parts << tr("%1 by %2, %3.").arg(words(record.note.kind), workerName(record.note.author, names), when)
          << beginning(record.textNow());
    return parts.join(QLatin1Char(' '));
}

std::vector<NoteLinkChoice> linkChoices(const app::CaseFile& file)
{
    std::vector<NoteLinkChoice> choices;
    for (const engine::NextAction& action : file.now.nextActions)
        if (const std::string id = actionId(action); id.size() <= longestNoteLink)
            choices.push_back({{NoteLinkKind::action, id}, actionLine(action, file)});
    int left = mostEvents;
    for (auto entry = file.history.rbegin(); entry != file.history.rend() && left > 0; ++entry) {
        if (!isAboutReferral(entry->event) || entry->voided)
            continue;
        choices.push_back({{NoteLinkKind::event, entry->event.id.str()}, eventLine(*entry, file)});
        --left;
    }
    return choices;
}

QString linkWords(const NoteLink& link, const app::CaseFile& file)
{
    if (link.kind == NoteLinkKind::event) {
        const auto entry = std::ranges::find_if(
            file.history, [&](const app::HistoryEntry& each) { return each.event.id.text() == link.id; });
        return entry == file.history.end() ? tr("An entry of the history") : eventLine(*entry, file);
    }
    if (link.kind == NoteLinkKind::action) {
        for (const engine::NextAction& action : file.now.nextActions)
            if (actionId(action) == link.id)
                return actionLine(action, file);
        const auto what = link.id.substr(std::min(link.id.size(), link.id.find(' ') + 1));
        return tr("%1 (done since)").arg(actionWords(what));
    }
    return {};
}

}  // namespace holdfast::ui
