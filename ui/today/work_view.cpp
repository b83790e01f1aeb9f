#include "today/work_view.h"

#include "domain/calendar.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/reasons.h"
#include "words/share_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

using app::WorkGroup;

QString aboutWords(const app::WorkItem& item)
{
    QStringList parts;
    if (item.age)
        parts << QString::number(*item.age);
    if (!item.pronouns.empty())
        parts << text(item.pronouns);
    return parts.join(QStringLiteral(", "));
}

/// The owner as this page says it: the name, "you", or a role without its service (the service is in the sentence).
QString ownerOf(const app::WorkItem& item, const WorkerId& me)
{
    if (item.action.owner.role == engine::OwnerRole::worker && item.action.owner.worker == me)
        return Words::tr("You");
    if (!item.ownerName.empty())
        return text(item.ownerName);
    engine::Owner role = item.action.owner;
    role.service = {};
    return ownerWords(role, {}, me);
}

QString reviewWords(const app::ReviewDue& review)
{
    if (review.assessment)
        return Words::tr("Offer %1 an assessment of their own needs").arg(text(review.carerName));
    if (review.with == ShareKind::carer)
        return Words::tr("Ask again what %1 may be told").arg(text(review.carerName));
    return Words::tr("Ask again about sharing: %1").arg(words(review.with).toLower());
}

QString whatWords(const app::WorkItem& item)
{
    if (item.review)
        return reviewWords(*item.review);
    const QString service = text(item.serviceName);
    const bool knowsAnswer = !item.words.empty() || !item.reason.empty();
    if (item.group == WorkGroup::bounces && knowsAnswer && !service.isEmpty())
        return Words::tr("%1 said %2").arg(service, quotedOrReason(item.words, item.reason));
    if (item.group == WorkGroup::overdueReplies && item.action.what == "chase" && !service.isEmpty())
        return Words::tr("%1 has not replied to the referral").arg(service);
    return actionWords(item.action.what, service);
}

/// What the protocol says about the reason; its class is the first letter of its code.
QString classWords(const std::string& reason)
{
    if (reason.starts_with('N'))
        return Words::tr("The protocol does not allow this.");
    if (reason.starts_with('H'))
        return Words::tr("Allowed only when another service has accepted.");
    return {};
}

QString whyWords(const app::WorkItem& item, const WorkerId& me)
{
    QStringList parts;
    if (!item.coverFor.empty())
        parts << Words::tr("For %1, who is away.").arg(text(item.coverFor));
    if (item.group == WorkGroup::bounces) {
        parts << classWords(item.reason);
        if (!item.words.empty() || !item.reason.empty())
            parts << sentence(actionWords(item.action.what, {}));
    } else if (!item.words.empty()) {
        parts << sentence(Words::tr("They said %1").arg(quoted(text(item.words))));
    } else if (item.review) {
        parts << (item.review->assessment ? Words::tr("A carer's own needs are theirs, whatever the person decides.")
                                          : Words::tr("What they agreed to was to be looked at again by this day."));
    } else if (!item.line.empty()) {
        parts << Words::tr("Agreed with them: see Plan and safety.");
    } else if (item.group == WorkGroup::mdtActions) {
        parts << Words::tr("Agreed at the joint meeting.");
    } else if (!item.reason.empty()) {
        parts << sentence(reasonWords(item.reason));
    } else if (item.leg && item.action.need != NeedScope::both) {
        parts << Words::tr("%1: %2.").arg(words(item.action.need), words(*item.leg).toLower());
    }
    if (const QString level = levelWords(item.action.escalationLevel); !level.isEmpty())
        parts << sentence(level);
    const QString owner = ownerOf(item, me);
    if (owner == Words::tr("You"))
        parts << Words::tr("Yours to do.");
    else if (!owner.isEmpty() && item.coverFor.empty())
        parts << (item.ownerName.empty() ? Words::tr("With the %1.").arg(owner.toLower())
                                         : Words::tr("With %1.").arg(owner));
    parts.removeAll(QString{});
    return parts.join(QLatin1Char(' '));
}

bool isFilled(WorkGroup group)
{
    return group == WorkGroup::overdueReplies || group == WorkGroup::bounces;
}

QString groupName(WorkGroup group)
{
    switch (group) {
    case WorkGroup::crisis: return Words::tr("Crisis");
    case WorkGroup::overdueReplies: return Words::tr("Overdue replies");
    case WorkGroup::bounces: return Words::tr("Bounces");
    case WorkGroup::checkIns: return Words::tr("Check-ins");
    case WorkGroup::mdtActions: return Words::tr("Agreed: MDT, plans, sharing");
    case WorkGroup::turning18: return Words::tr("Turning 18");
    case WorkGroup::unanswered: return Words::tr("Unanswered");
    }
    return {};
}

QString groupIcon(WorkGroup group)
{
    switch (group) {
    case WorkGroup::crisis: return QStringLiteral("crisis");
    case WorkGroup::overdueReplies: return QStringLiteral("clock");
    case WorkGroup::bounces: return QStringLiteral("bounce");
    case WorkGroup::checkIns: return QStringLiteral("checkin");
    case WorkGroup::mdtActions: return QStringLiteral("mdt");
    case WorkGroup::turning18: return QStringLiteral("step18");
    case WorkGroup::unanswered: return QStringLiteral("missed");
    }
    return {};
}

QString rowName(const app::WorkItem& item, const WorkView& view)
{
    const QString needs = Words::tr("%1 and %2").arg(view.mentalHealth, view.substanceUse.toLower());
    QStringList said{groupName(item.group),
                     view.about.isEmpty() ? view.name : view.name + QStringLiteral(", ") + view.about,
                     needs,
                     view.what,
                     Words::tr("Due %1, %2").arg(view.due, view.relative),
                     view.button};
    if (!item.coverFor.empty())
        said.insert(1, Words::tr("For %1, who is away").arg(text(item.coverFor)));
    for (QString& part : said)
        part = sentence(part);
    return said.join(QLatin1Char(' '));
}

}  // namespace

WorkView viewOf(const app::WorkItem& item, Instant now, const WorkingDays& days, const WorkerId& me)
{
    WorkView view;
    view.name = text(item.name);
    view.about = aboutWords(item);
    view.mentalHealth = detailWords(item.status.mentalHealth, item.detail.mentalHealth);
    view.substanceUse = detailWords(item.status.substanceUse, item.detail.substanceUse);
    view.what = whatWords(item);
    view.why = whyWords(item, me);
    // A late reply shows the day it was due, not the day of the next reminder.
    const bool replyLate = item.group == WorkGroup::overdueReplies && item.workingDaysOverdue > 0 && item.since;
    const Instant due = replyLate ? *item.since : item.action.due;
    const bool today = londonDate(due) == londonDate(now);
    view.due = item.group == WorkGroup::crisis && today ? Words::tr("By %1").arg(timeWords(due)) : dueWords(due, now);
    view.relative = replyLate ? overdueWords(item.workingDaysOverdue) : relativeWords(due, now, days);
    view.late = due < now;
    view.button = !item.line.empty()        ? Words::tr("Done")
                  : !item.review            ? actionVerb(item.action.what)
                  : item.review->assessment ? Words::tr("Open the carer")
                                            : Words::tr("Ask again");
    view.hasRule = item.line.empty() && !item.review;
    view.kind = item.group == WorkGroup::crisis ? ButtonKind::urgent
                : isFilled(item.group)          ? ButtonKind::primary
                                                : ButtonKind::secondary;
    view.accessibleName = rowName(item, view);
    return view;
}

GroupView viewOf(WorkGroup group, int total)
{
    GroupView view{groupIcon(group), Color::joint, groupName(group), {}};
    switch (group) {
    case WorkGroup::crisis: view.count = Words::tr("%1 urgent").arg(total); break;  // one person may need two things
    case WorkGroup::turning18:
        view.count = total == 1 ? Words::tr("1 person") : Words::tr("%1 people").arg(total);
        break;
    case WorkGroup::overdueReplies:
        view.count = total == 1 ? Words::tr("1 referral") : Words::tr("%1 referrals").arg(total);
        break;
    case WorkGroup::bounces: view.count = Words::tr("%1 open").arg(total); break;
    case WorkGroup::checkIns: view.count = Words::tr("%1 waiting").arg(total); break;
    case WorkGroup::mdtActions: view.count = Words::tr("%1 agreed").arg(total); break;
    case WorkGroup::unanswered:
        view.count = total == 1 ? Words::tr("1 contact") : Words::tr("%1 contacts").arg(total);
        break;
    }
    if (group == WorkGroup::crisis || group == WorkGroup::overdueReplies)
        view.tone = Color::late;
    if (group == WorkGroup::bounces)
        view.tone = Color::bounce;
    return view;
}

std::vector<ClockView> clocksOf(const app::Today& today, const WorkingDays& days, std::size_t most)
{
    std::vector<const app::WorkItem*> running;
    for (const auto& item : today.items)
        if (item.group == WorkGroup::crisis || item.group == WorkGroup::overdueReplies ||
            item.group == WorkGroup::bounces)
            running.push_back(&item);
    std::stable_sort(running.begin(), running.end(),
                     [](const auto* a, const auto* b) { return a->action.due < b->action.due; });
    if (running.size() > most)
        running.resize(most);

    std::vector<ClockView> clocks;
    for (const auto* item : running) {
        ClockView clock;
        const bool late = item->action.due < today.now || item->workingDaysOverdue > 0;
        clock.name = text(item->name);
        clock.left = item->workingDaysOverdue > 0 ? overdueWords(item->workingDaysOverdue)
                                                  : relativeWords(item->action.due, today.now, days);
        const QString level = levelWords(item->action.escalationLevel);
        clock.detail = level.isEmpty() ? actionWords(item->action.what, text(item->serviceName)) : level;
        const bool bounce = item->group == WorkGroup::bounces && !late;
        clock.icon = bounce ? QStringLiteral("bounce") : groupIcon(late ? WorkGroup::overdueReplies : item->group);
        clock.tone = bounce ? Color::bounce : Color::late;
        clock.fill = bounce ? Color::bounceFill : Color::lateFill;
        if (late)
            clock.elapsed = 1.0;
        else if (item->since && *item->since < item->action.due)
            clock.elapsed = std::clamp(static_cast<double>((today.now - *item->since).count()) /
                                           static_cast<double>((item->action.due - *item->since).count()),
                                       0.0, 1.0);
        clocks.push_back(std::move(clock));
    }
    return clocks;
}

QString countWords(WorkGroup group, int total)
{
    switch (group) {
    case WorkGroup::crisis: return Words::tr("%1 crisis").arg(total);
    case WorkGroup::overdueReplies:
        return total == 1 ? Words::tr("1 overdue reply") : Words::tr("%1 overdue replies").arg(total);
    case WorkGroup::bounces:
        return total == 1 ? Words::tr("1 bounce to challenge") : Words::tr("%1 bounces to challenge").arg(total);
    case WorkGroup::checkIns:
    case WorkGroup::mdtActions:
    case WorkGroup::turning18:
    case WorkGroup::unanswered: return {};
    }
    return {};
}

}  // namespace holdfast::ui
