#include "team/team_words.h"

#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TeamWords)
};

}  // namespace

QString awayWords(const app::TeamMember& member, Date today)
{
    QStringList parts;
    if (member.away) {
        const QString last = dayWords(member.away->to, today);
        const QString cover = member.coveredBy.empty() ? Words::tr("nobody covers now")
                                                       : Words::tr("%1 covers").arg(text(member.coveredBy));
        parts << (member.awayNow
                      ? Words::tr("Away until %1, %2").arg(last, cover)
                      : Words::tr("Away from %1 to %2, %3").arg(dayWords(member.away->from, today), last, cover));
    }
    QStringList names;
    for (const std::string& name : member.covers)
        names << text(name);
    if (!names.isEmpty())
        parts << Words::tr("Covers for %1").arg(names.join(QStringLiteral(", ")));
    if (!member.worker.active)
        parts << Words::tr("Left, and still named");
    return parts.join(QStringLiteral(". "));
}

QString aboutWords(const std::optional<int>& age, const std::string& pronouns)
{
    QStringList parts;
    if (age)
        parts << QString::number(*age);
    if (!pronouns.empty())
        parts << text(pronouns);
    return parts.join(QStringLiteral(", "));
}

QString teamSummary(const app::TeamView& view)
{
    int people = 0;
    for (const app::TeamMember& member : view.members)
        people += member.people;
    return Words::tr("%1 hold %2.")
        .arg(counted(static_cast<int>(view.members.size()), Words::tr("1 worker"), Words::tr("%1 workers")),
             counted(people, Words::tr("1 person"), Words::tr("%1 people")));
}

QString teamRefusal(const Error& error)
{
    if (error.detail == "team.other_service")
        return Words::tr("This worker belongs to another service. Send a referral: that service has to accept first.");
    if (error.detail == "cover.other_service")
        return Words::tr("Choose somebody of the same service. Another service cannot see to this work.");
    if (error.detail == "cover.lesser_role")
        return Words::tr("Choose somebody whose role includes what the other one does.");
    if (error.detail == "cover.overlaps")
        return Words::tr("One of them is away or covers for somebody on these days. End that cover first.");
    if (error.detail == "cover.too_many")
        return Words::tr("This worker covers for four others on these days already. Choose somebody else.");
    if (error.code == ErrorCode::conflict)
        return Words::tr("Somebody changed this meanwhile. Close it and look again.");
    return words(error);
}

}  // namespace holdfast::ui
