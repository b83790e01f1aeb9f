#include "restricted/restricted_words.h"

#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct RestrictedWords {
    Q_DECLARE_TR_FUNCTIONS(RestrictedWords)
};

}  // namespace

QString restrictionWords(const Error& error)
{
    if (error.where == "restricted.few")
        return RestrictedWords::tr("Name at least two people, so that somebody is there when the other is away.");
    if (error.where == "restricted.supervisor")
        return RestrictedWords::tr("Name at least one supervisor: nobody else could change this later.");
    if (error.where == "restricted.holders")
        return RestrictedWords::tr(
            "Name everybody who works with the person now, or hand the person on to somebody you name first.");
    if (error.where == "emergency.own")
        return RestrictedWords::tr("You opened this yourself. Another supervisor has to review it.");
    return words(error);
}

QString decisionWords(const Restriction& decision, const app::NameBook& names, Instant now)
{
    const QString when = momentWords(decision.at, now);
    const QString who = workerName(decision.worker, names);
    if (!decision.restricted)
        return RestrictedWords::tr("Lifted %1 by %2: %3").arg(when, who, text(decision.reason));
    QStringList named;
    for (const WorkerId& worker : decision.named)
        named.append(workerName(worker, names));
    return RestrictedWords::tr("%1, by %2, for %3: %4")
        .arg(capitalised(when), who, named.join(QStringLiteral(", ")), text(decision.reason));
}

QString openedWords(const app::EmergencyLine& line, Instant now)
{
    const QString who = text(line.workerName);
    const QString when = momentWords(line.emergency.openedAt, now);
    if (line.personName.empty())
        return RestrictedWords::tr("%1 opened a record that you may not see, %2").arg(who, when);
    return RestrictedWords::tr("%1 opened the record of %2, %3").arg(who, text(line.personName), when);
}

}  // namespace holdfast::ui
