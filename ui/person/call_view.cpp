#include "person/call_view.h"

#include "domain/policy.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <tuple>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr std::array<std::string_view, 4> chasing{"call_back", "chase", "check_reply", "phone_call"};

bool isOpenLeg(const engine::NeedSnapshot& need)
{
    return isOpen(need.status) && need.leg && !isTerminal(need.leg->state);
}

bool concerns(const engine::NextAction& action, const CallTally& tally)
{
    if (std::find(chasing.begin(), chasing.end(), action.what) == chasing.end())
        return false;
    if (!action.about.empty())
        return action.about == tally.service;
    return std::any_of(tally.needs.begin(), tally.needs.end(), [&](Need need) { return covers(action.need, need); });
}

/// Smaller is rung sooner: by what is due first, then whose silence runs out first.
auto rankOf(const CaseLens& lens, const CallTally& tally, const ServiceId& own)
{
    const auto& actions = lens.file.now.nextActions;
    const auto chased =
        std::find_if(actions.begin(), actions.end(), [&](const auto& action) { return concerns(action, tally); });
    Instant silent = Instant::max();
    for (const Need need : tally.needs)
        if (const auto& from = lens.file.now.needs[need].leg->silentFrom)
            silent = std::min(silent, *from);
    return std::tuple{chased - actions.begin(), tally.service == own, silent};
}

void addTries(const CaseLens& lens, CallTally& tally)
{
    std::optional<Instant> from;
    for (const Need need : tally.needs) {
        const auto& leg = *lens.file.now.needs[need].leg;
        const Instant asked = leg.sentAt.value_or(Instant::min());
        from = from ? std::min(*from, asked) : asked;
    }
    for (const auto& entry : lens.file.history) {
        const auto* contact = std::get_if<event::Contact>(&entry.event.body);
        if (!contact || entry.voided || contact->service != tally.service || entry.event.at < *from ||
            contact->outcome == ContactOutcome::replied)
            continue;
        tally.tries.push_back({entry.event.at, contact->direction, contact->outcome, entry.author});
        if (contact->direction == ContactDirection::in) {
            ++tally.theyRang;
            continue;
        }
        ++tally.rung;
        tally.answered += contact->outcome == ContactOutcome::spoke ? 1 : 0;
    }
}

std::vector<CallTally> servicesOf(const CaseLens& lens)
{
    std::vector<CallTally> tallies;
    for (const Need need : allNeeds) {
        const auto& now = lens.file.now.needs[need];
        if (!isOpenLeg(now))
            continue;
        const auto same = std::find_if(tallies.begin(), tallies.end(),
                                       [&](const CallTally& each) { return each.service == now.leg->service; });
        if (same != tallies.end())
            same->needs.push_back(need);
        else
            tallies.push_back({now.leg->service, {need}, {}});
    }
    return tallies;
}

QString timesRung(const CallTally& tally)
{
    QStringList parts;
    if (tally.rung > 0) {
        const QString answered =
            tally.answered == 0 ? (tally.rung == 1 ? Words::tr("not answered") : Words::tr("never answered"))
                                : counted(tally.answered, Words::tr("answered once"), Words::tr("answered %1 times"));
        parts << counted(tally.rung, Words::tr("Rung once"), Words::tr("Rung %1 times")) + QStringLiteral(", ") +
                     answered;
    }
    if (tally.theyRang > 0) {
        const QString said = counted(tally.theyRang, Words::tr("they rang once"), Words::tr("they rang %1 times"));
        parts << (parts.isEmpty() ? capitalised(said) : said);
    }
    return parts.join(QStringLiteral("; "));
}

}  // namespace

std::vector<CallTally> callsOf(const CaseLens& lens, const ServiceId& own)
{
    std::vector<CallTally> tallies = servicesOf(lens);
    for (CallTally& tally : tallies)
        addTries(lens, tally);
    std::stable_sort(tallies.begin(), tallies.end(), [&](const CallTally& left, const CallTally& right) {
        return rankOf(lens, left, own) < rankOf(lens, right, own);
    });
    return tallies;
}

QString tallyWords(const CallTally& tally, Instant now)
{
    if (tally.tries.empty())
        return Words::tr("Not rung yet");
    return Words::tr("%1. Last %2").arg(timesRung(tally), recordedWords(tally.tries.back().at, now));
}

QString tryWords(const CallTry& call, Instant now, const app::NameBook& names)
{
    const bool in = call.direction == ContactDirection::in;
    QString outcome;
    switch (call.outcome) {
    case ContactOutcome::noAnswer:
        outcome = in ? Words::tr("they rang, we missed it") : Words::tr("nobody answered");
        break;
    case ContactOutcome::leftMessage:
        outcome = in ? Words::tr("they left a message") : Words::tr("left a message");
        break;
    case ContactOutcome::spoke: outcome = in ? Words::tr("they rang, spoke") : Words::tr("spoke"); break;
    case ContactOutcome::replied: outcome = Words::tr("replied in writing"); break;
    }
    return Words::tr("%1: %2 (%3)").arg(recordedWords(call.at, now), outcome, workerName(call.by, names));
}

QString callWords(const event::Contact& call, const QString& service)
{
    const bool in = call.direction == ContactDirection::in;
    switch (call.outcome) {
    case ContactOutcome::noAnswer:
        return in ? Words::tr("%1 rang, nobody took the call").arg(service)
                  : Words::tr("Rang %1, nobody answered").arg(service);
    case ContactOutcome::leftMessage:
        return in ? Words::tr("%1 left a message").arg(service) : Words::tr("Rang %1, left a message").arg(service);
    case ContactOutcome::spoke:
        return in ? Words::tr("%1 rang, spoke together").arg(service)
                  : Words::tr("Rang %1, spoke together").arg(service);
    case ContactOutcome::replied: return Words::tr("%1 replied in writing").arg(service);
    }
    return {};
}

QString laneCalls(const CaseLens& lens, Need need)
{
    const auto& now = lens.file.now.needs[need];
    if (!isOpenLeg(now))
        return {};
    for (const CallTally& tally : callsOf(lens)) {
        if (tally.service != now.leg->service || tally.tries.empty())
            continue;
        QString words = tallyWords(tally, lens.now);
        if (now.holder && now.holder->service == tally.service)
            return words;
        // The lane is headed by whoever holds the need; another service is named.
        words[0] = words[0].toLower();
        return Words::tr("%1: %2").arg(serviceName(tally.service, lens.file.names), words);
    }
    return {};
}

}  // namespace holdfast::ui
