// What was found, as the rows of one list: groups with a heading each, and at the end of a group what leads to more.
#pragma once

#include "app/find.h"

#include <QAction>
#include <QList>
#include <QPointer>
#include <QString>

#include <set>

namespace holdfast::ui {

struct FindRow {
    enum class Kind : std::uint8_t { heading, person, note, letter, event, referral, service, command, more };
    /// What leads to more, or a heading, belongs to a group.
    enum class Group : std::uint8_t { people, notes, letters, events, services, commands };
    struct Match {
        int begin = 0;
        int length = 0;
    };

    Kind kind = Kind::heading;
    Group group = Group::people;
    QString icon;
    QString title;
    QString detail;
    QString when;
    QString doubt;  ///< why it may not be meant: "“Okaphor” sounds like what you typed"
    QString line;   ///< a piece of the text
    QList<Match> matches;
    QString keys;
    bool inError = false;
    PersonId person;
    std::string id;  ///< of the note, letter, event or service
    QPointer<QAction> action;
};

/// How much of a group is shown before somebody asks for more.
struct FindShown {
    std::set<FindRow::Group> whole;
};

QList<FindRow> rowsOf(const app::FindAnswer& answer, const QList<QAction*>& commands, const FindShown& shown,
                      Instant now);

/// Those whose words begin with what was typed, each word of it.
QList<QAction*> commandsFor(const QString& typed, const QList<QAction*>& all);

/// As it is read aloud.
QString spoken(const FindRow& row);

}  // namespace holdfast::ui
