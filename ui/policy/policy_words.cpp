#include "policy/policy_words.h"

#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace holdfast::ui {
namespace {

QString tr(const char* source, const char* disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("PolicyWords", source, disambiguation, n);
}

QString aspectWords(std::string_view what)
{
    if (what == "holder")
        return tr("Who holds");
    if (what == "legs")
        return tr("Referrals");
    if (what == "clasp")
        return tr("The hold");
    if (what == "bounces")
        return tr("Bounces");
    if (what == "flags")
        return tr("Flags");
    if (what == "next_actions")
        return tr("What happens next");
    return tr("Letters");
}

QString joined(const std::vector<std::string>& lines)
{
    QStringList list;
    for (const std::string& line : lines)
        list.append(text(line).replace(u'_', u' '));
    return list.isEmpty() ? tr("nothing") : list.join(QStringLiteral("; "));
}

/// A count with the right verb for one and for many.
QString counted(const QString& one, const QString& many, int count)
{
    return count == 1 ? one : many.arg(count);
}

}  // namespace

QString policyName(const app::KeptPolicy& policy)
{
    return tr("%1, %2 %3").arg(text(policy.title), text(policy.id), text(policy.version));
}

QString policyName(const Policy& policy)
{
    return tr("%1, %2 %3").arg(text(policy.title), text(policy.id), text(policy.version));
}

QString termWords(const app::PolicyTerm& term, Instant now)
{
    return term.sinceEver ? tr("Since the store began") : momentWords(term.from, now);
}

QString summaryWords(const std::vector<ScenarioResult>& results)
{
    const auto count = [&](auto test) { return static_cast<int>(std::ranges::count_if(results, test)); };
    const int held = count([](const ScenarioResult& each) { return each.holds(); });
    const int changed =
        count([](const ScenarioResult& each) { return each.outcome && !each.outcome->changes.empty(); });
    const int failing = static_cast<int>(results.size()) - held;
    QString said = counted(tr("1 scenario"), tr("%1 scenarios"), static_cast<int>(results.size())) +
                   QStringLiteral(": ") + counted(tr("1 holds"), tr("%1 hold"), held) + QStringLiteral(", ") +
                   counted(tr("1 fails"), tr("%1 fail"), failing) + QStringLiteral(". ");
    return said + (changed == 0 ? tr("Nothing comes out differently.")
                                : counted(tr("1 comes out differently."), tr("%1 come out differently."), changed));
}

QStringList faultWords(const ScenarioResult& result)
{
    if (!result.outcome)
        return {text(result.fault)};
    QStringList lines;
    for (const app::ScenarioFault& fault : result.outcome->faults)
        lines.append(tr("%1: expected %2, found %3").arg(text(fault.pointer), text(fault.expected), text(fault.found)));
    return lines;
}

QStringList changeWords(const app::ScenarioOutcome& outcome, Instant now)
{
    QStringList lines;
    for (const app::ScenarioChange& change : outcome.changes)
        lines.append(tr("%1, after event %2 (%3): %4 becomes %5")
                         .arg(aspectWords(change.what))
                         .arg(change.event)
                         .arg(momentWords(change.at, now), joined(change.before), joined(change.after)));
    return lines;
}

QString fileFaultWords(const Error& error, const QString& file)
{
    const QString where = text(error.where);
    const QString name = QFileInfo{file}.fileName();
    if (error.code != ErrorCode::invalid && error.code != ErrorCode::conflict)
        return words(error);
    return tr("%1, at %2: %3. Correct the file and load it again; the policy in force stays.")
        .arg(name, where.isEmpty() ? tr("the beginning") : where, text(error.detail));
}

}  // namespace holdfast::ui
