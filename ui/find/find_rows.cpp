#include "find/find_rows.h"

#include "base/text.h"
#include "letters/letter_words.h"
#include "notes/note_words.h"
#include "people/people_model.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace holdfast::ui {
namespace {

using Group = FindRow::Group;
using Kind = FindRow::Kind;

constexpr qsizetype fewNotes = 5;
constexpr qsizetype fewOthers = 3;
constexpr qsizetype fewCommands = 4;

QString tr(const char* words)
{
    return QCoreApplication::translate("FindRows", words);
}

QString joined(const QStringList& parts)
{
    QStringList there;
    for (const QString& part : parts)
        if (!part.isEmpty())
            there << part;
    return there.join(QStringLiteral(" · "));
}

/// The word of a name that a folded one stands for, as it is written.
QString wordOfName(const app::PersonRow& row)
{
    std::string spaced = row.name + ' ' + row.fullName;
    std::ranges::replace(spaced, '-', ' ');
    for (const std::string& word : splitWords(spaced))
        if (folded(word) == row.alike)
            return text(word);
    return text(row.alike);
}

QString doubtOf(const app::PersonRow& row)
{
    switch (row.likeness) {
    case NameLikeness::same: return {};
    case NameLikeness::oneLetter: return tr("“%1” is one letter different").arg(wordOfName(row));
    case NameLikeness::sounds: return tr("“%1” sounds like what you typed").arg(wordOfName(row));
    }
    return {};
}

FindRow rowOf(const app::PersonRow& person)
{
    FindRow row;
    row.kind = Kind::person;
    row.icon = QStringLiteral("user");
    row.person = person.id;
    row.title = text(person.fullName);
    if (person.name != person.fullName && !person.name.empty())
        row.title += tr(", called %1").arg(text(person.name));
    row.detail = joined({person.born ? tr("born %1").arg(birthDateWords(*person.born)) : QString{},
                         person.nhsNumber.empty() ? QString{} : tr("NHS %1").arg(groupedNhsNumber(person.nhsNumber)),
                         person.died                 ? tr("has died")
                         : person.holderName.empty() ? QString{}
                                                     : tr("held by %1").arg(text(person.holderName))});
    row.doubt = doubtOf(person);
    return row;
}

void putSnippet(FindRow& row, const Snippet& snippet)
{
    row.line = text(snippet.text);
    const auto letters = [&](std::size_t bytes) {
        return static_cast<int>(text(std::string_view{snippet.text}.substr(0, bytes)).size());
    };
    for (const Snippet::Match& match : snippet.matches) {
        const int begin = letters(match.begin);
        row.matches.append({begin, letters(match.begin + match.length) - begin});
    }
}

QString eventWords(const std::string& code)
{
    if (code == "response")
        return tr("Reply");
    if (code == "referral_sent")
        return tr("Referral");
    if (code == "assessment_signed")
        return tr("Joint assessment");
    return capitalised(text(code).replace(u'_', u' '));
}

QString labelOf(const app::FoundWriting& writing)
{
    switch (writing.kind) {
    case app::WrittenKind::note: {
        const auto kind = named<NoteKind>(writing.label);
        return kind ? words(*kind) : tr("Note");
    }
    case app::WrittenKind::letter: {
        const auto kind = named<letters::LetterKind>(writing.label);
        return kind ? words(*kind) : tr("Letter");
    }
    case app::WrittenKind::event: return eventWords(writing.label);
    }
    return {};
}

FindRow rowOf(const app::FoundWriting& writing, Instant now)
{
    FindRow row;
    row.kind = writing.kind == app::WrittenKind::note     ? Kind::note
               : writing.kind == app::WrittenKind::letter ? Kind::letter
                                                          : Kind::event;
    row.icon = row.kind == Kind::note ? QStringLiteral("note") : QStringLiteral("letter");
    if (row.kind == Kind::event)
        row.icon = QStringLiteral("speak");
    row.person = writing.person;
    row.id = writing.id;
    row.title = text(writing.personName);
    const QString to = writing.where.empty() ? QString{} : tr("to %1").arg(text(writing.where));
    row.detail = joined({labelOf(writing), writing.amendment ? tr("amended") : QString{}, text(writing.authorName),
                         row.kind == Kind::letter ? to : text(writing.where)});
    row.when = recordedWords(writing.writtenAt, now);
    row.inError = writing.inError;
    putSnippet(row, writing.snippet);
    return row;
}

FindRow rowOf(const app::FoundReferral& referral, Instant now)
{
    FindRow row;
    row.kind = Kind::referral;
    row.icon = QStringLiteral("referrals");
    row.person = referral.person;
    row.title = tr("%1 to %2").arg(text(referral.personName), text(referral.serviceName));
    row.detail = joined({words(referral.need), words(referral.state)});
    row.when = recordedWords(referral.since, now);
    return row;
}

FindRow rowOf(const Service& service)
{
    FindRow row;
    row.kind = Kind::service;
    row.icon = QStringLiteral("directory");
    row.id = service.id.str();
    row.title = text(service.name);
    row.detail = joined({words(service.kind), text(service.phone)});
    return row;
}

FindRow rowOf(QAction& action)
{
    FindRow row;
    row.kind = Kind::command;
    row.icon = QStringLiteral("bolt");
    row.title = action.text().remove(u'&');
    row.keys = action.shortcut().toString(QKeySequence::NativeText).replace(u'+', u' ');
    row.action = &action;
    return row;
}

class List {
public:
    explicit List(const FindShown& shown) : m_shown{shown} {}

    /// `more`: the store has others, or whoever asks for the rest is led elsewhere.
    void add(Group group, const QString& title, QList<FindRow> rows, qsizetype few, const QString& rest, bool more)
    {
        if (rows.isEmpty())
            return;
        FindRow heading;
        heading.group = group;
        heading.title = title;
        m_rows.append(heading);
        const bool whole = m_shown.whole.contains(group);
        const bool cut = !whole && rows.size() > few;
        if (cut)
            rows.resize(few);
        for (FindRow& row : rows) {
            row.group = group;
            m_rows.append(row);
        }
        if (!cut && !more)
            return;
        FindRow last;
        last.kind = Kind::more;
        last.group = group;
        last.icon = QStringLiteral("chev-r");
        last.title = rest;
        m_rows.append(last);
    }

    QList<FindRow> rows() const { return m_rows; }

private:
    const FindShown& m_shown;
    QList<FindRow> m_rows;
};

template <class From, class... With>
QList<FindRow> listed(const From& from, With... with)
{
    QList<FindRow> rows;
    for (const auto& each : from)
        rows.append(rowOf(each, with...));
    return rows;
}

}  // namespace

QList<FindRow> rowsOf(const app::FindAnswer& answer, const QList<QAction*>& commands, const FindShown& shown,
                      Instant now)
{
    List list{shown};
    list.add(Group::people, tr("People"), listed(answer.people),
             answer.people.empty() ? 0 : qsizetype(answer.people.size()), tr("Everybody with this name"),
             answer.morePeople);
    list.add(Group::notes, tr("Notes"), listed(answer.notes.rows, now), fewNotes, tr("More notes"),
             answer.notes.next != 0);
    list.add(Group::letters, tr("Letters"), listed(answer.letters.rows, now), fewOthers, tr("More letters"),
             answer.letters.next != 0);
    QList<FindRow> said = listed(answer.referrals, now);
    said.append(listed(answer.events.rows, now));
    list.add(Group::events, tr("Referrals, and what was said about them"), said, fewOthers, tr("More of these"),
             answer.events.next != 0);
    list.add(Group::services, tr("Services"), listed(answer.services), fewOthers, tr("More services"), false);
    QList<FindRow> doing;
    for (QAction* action : commands)
        doing.append(rowOf(*action));
    list.add(Group::commands, tr("Commands"), doing, fewCommands, tr("More commands"), false);
    return list.rows();
}

QList<QAction*> commandsFor(const QString& typed, const QList<QAction*>& all)
{
    const QStringList starts = typed.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    QList<QAction*> fitting;
    for (QAction* action : all) {
        const QStringList there = action->text().remove(u'&').toCaseFolded().split(u' ', Qt::SkipEmptyParts);
        const bool fits = std::ranges::all_of(starts, [&](const QString& start) {
            return std::ranges::any_of(there, [&](const QString& word) { return word.startsWith(start); });
        });
        if (fits && !starts.isEmpty())
            fitting.append(action);
    }
    return fitting;
}

QString spoken(const FindRow& row)
{
    switch (row.kind) {
    case Kind::heading:
    case Kind::more: return row.title;
    case Kind::person: return joined({tr("Person: %1").arg(row.title), row.doubt, row.detail});
    case Kind::note:
    case Kind::letter:
    case Kind::event:
        return joined({row.title, row.detail, row.inError ? tr("entered in error") : QString{}, row.when, row.line});
    case Kind::referral: return joined({tr("Referral: %1").arg(row.title), row.detail, row.when});
    case Kind::service: return joined({tr("Service: %1").arg(row.title), row.detail});
    case Kind::command: return joined({tr("Command: %1").arg(row.title), row.keys});
    }
    return {};
}

}  // namespace holdfast::ui
