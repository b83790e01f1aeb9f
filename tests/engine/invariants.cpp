#include "engine/invariants.h"

#include "engine/actions.h"
#include "engine/moves.h"
#include "engine/world.h"

#include <algorithm>

namespace holdfast::test {
namespace {

using namespace engine;

bool has(const Outlook& outlook, Need need)
{
    return std::ranges::any_of(outlook.actions, [&](const Action& action) {
        return covers(action.need, need) && !textOf(action.owner).empty() && !action.what.empty() &&
               action.due != Instant{};
    });
}

std::string brokenNow(const State& after, const Outlook& outlook)
{
    for (const Need which : allNeeds) {
        const NeedRecord& need = after.needs[which];
        if (isOpen(need) != need.holder.has_value())
            return "HELD";
        if (need.holder && (need.holder->service.empty() || need.holder->worker.empty()))
            return "HELD";
        if (isOpen(need) && !has(outlook, which))
            return "NEXT";
        if (isOpen(need) && !need.firstAskedAt)
            return "CLOCK";
        if (need.status == NeedStatus::declinedByPerson && !after.died && !has(outlook, which))
            return "DOOR-OPEN";
    }
    return {};
}

bool endsLeg(const LegRecord& leg)
{
    return leg.state == LegState::completed || leg.state == LegState::closedJointly;
}

const BounceRecord* newBounce(const State& before, const State& after, BounceClass cls)
{
    if (after.bounces.size() <= before.bounces.size())
        return nullptr;
    const auto found = std::ranges::find_if(after.bounces, [&](const BounceRecord& record) {
        return record.cls == cls && record.refusal && record.at == after.at;
    });
    return found != after.bounces.end() ? &*found : nullptr;
}

/// A refusal moves neither the holder nor ends the leg.
std::string brokenByRefusal(const State& before, const Event& event, const State& after)
{
    const auto* body = std::get_if<event::Response>(&event.body);
    if (!body || !body->reason)
        return {};
    const NeedRecord& was = before.needs[body->need];
    const NeedRecord& is = after.needs[body->need];
    const bool sameHolder =
        was.holder.has_value() == is.holder.has_value() &&
        (!was.holder || (was.holder->service == is.holder->service && was.holder->worker == is.holder->worker));
    if (newBounce(before, after, BounceClass::never)) {
        if (!sameHolder || (is.leg && isTerminal(is.leg->state) && !isTerminal(was.leg->state)))
            return "NO-DROP";
        const bool own = was.leg && was.leg->service == body->service && !isTerminal(was.leg->state);
        if (own && (is.leg->state != LegState::challenged || after.letters.size() <= before.letters.size()))
            return "NO-DROP";
    }
    if (newBounce(before, after, BounceClass::handover) && !sameHolder)
        return "HANDOVER";
    return {};
}

bool maySettleChallenge(const Event& event)
{
    if (const auto* body = std::get_if<event::Response>(&event.body))
        return !body->reason && (body->kind == ResponseKind::accepted || body->kind == ResponseKind::waitingList ||
                                 body->kind == ResponseKind::started);
    if (const auto* body = std::get_if<event::ChallengeAnswered>(&event.body))
        return body->outcome == ChallengeOutcome::overturned;
    return std::holds_alternative<event::ChallengeWithdrawn>(event.body) ||
           std::holds_alternative<event::PersonDeclined>(event.body) ||
           std::holds_alternative<event::PersonDied>(event.body) ||
           std::holds_alternative<event::JointClosure>(event.body) ||
           std::holds_alternative<event::HandoverAccepted>(event.body);
}

std::string brokenByStep(const State& before, const Event& event, const State& after)
{
    for (const Need which : allNeeds) {
        const NeedRecord& was = before.needs[which];
        const NeedRecord& is = after.needs[which];
        if (was.firstAskedAt && (!is.firstAskedAt || *is.firstAskedAt > *was.firstAskedAt))
            return "CLOCK";
        const bool bothOpen = isOpen(before.needs.mentalHealth) && isOpen(before.needs.substanceUse);
        const bool ended = is.leg && endsLeg(*is.leg) && (!was.leg || !endsLeg(*was.leg));
        const bool together = std::holds_alternative<event::JointClosure>(event.body) ||
                              std::holds_alternative<event::PersonDied>(event.body);
        if (ended && bothOpen && !together)
            return "CLASP";
        if (ended && is.leg->state == LegState::completed && !hasAftercare(was, event.at))
            return "AFTERCARE";
        const bool wasChallenged = was.leg && was.leg->state == LegState::challenged;
        const auto stillOpen = [&](const ChallengeRecord& challenge) {
            return challenge.open && challenge.need == which;
        };
        if (wasChallenged && std::ranges::none_of(after.challenges, stillOpen) && !maySettleChallenge(event))
            return "NO-DROP: the challenge went away";
    }
    if (before.tennisSince && !after.tennisSince && !std::holds_alternative<event::Mdt>(event.body) && !after.died)
        return "TENNIS";
    return brokenByRefusal(before, event, after);
}

std::string brokenByTime(const State& after, const Outlook& outlook)
{
    for (const Need which : allNeeds) {
        const NeedRecord& need = after.needs[which];
        if (!isOpen(need) || !need.leg || isTerminal(need.leg->state))
            continue;
        const LegRecord& leg = *need.leg;
        const bool overdue = leg.silentFrom && *leg.silentFrom <= after.at;
        const auto chased = [&](const Action& action) {
            return action.what == "chase" && action.need == scopeOf(which);
        };
        if (overdue && (!leg.silent || std::ranges::none_of(outlook.actions, chased)))
            return "SILENCE";
        const auto escalated = [&](const Action& action) { return action.level >= 2 && action.need == scopeOf(which); };
        const Instant limit = overdue ? world().days.due(*leg.silentFrom, 11) : after.at;
        if (overdue && limit <= after.at && std::ranges::none_of(outlook.actions, escalated))
            return "SILENCE: no escalation";
        const bool states =
            leg.state == LegState::draft || leg.state == LegState::challenged || leg.silentFrom.has_value();
        if (!states)
            return "SILENCE: no clock";
    }
    return {};
}

std::string brokenSafety(const State& before, const Event& event, const State& after, const Outlook& outlook)
{
    // A meeting looks at everything that came before it, a silence that ran out just now among it.
    if (std::holds_alternative<event::Mdt>(event.body) || after.died || !isAtRisk(after, world().policy) ||
        after.bounces.size() <= before.bounces.size())
        return {};
    const bool soon = std::ranges::any_of(outlook.actions, [&](const Action& action) {
        return action.what == "safety_follow_up" && action.owner.role == OwnerRole::supervisor &&
               action.due <= after.at + std::chrono::hours{4};
    });
    return soon ? "" : "SAFETY";
}

/// FNV-1a over the parts that matter.
class Hash {
public:
    void add(std::uint64_t value)
    {
        for (int i = 0; i < 8; ++i) {
            m_hash ^= (value >> (8 * i)) & 0xFF;
            m_hash *= 1099511628211ULL;
        }
    }
    void add(std::string_view text)
    {
        for (const char c : text) {
            m_hash ^= static_cast<unsigned char>(c);
            m_hash *= 1099511628211ULL;
        }
        add(std::uint64_t{text.size()});
    }
    std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = 14695981039346656037ULL;
};

void addNeed(Hash& hash, const NeedRecord& need)
{
    hash.add(static_cast<std::uint64_t>(need.status));
    hash.add(need.holder ? need.holder->service.text() : "-");
    hash.add(need.holder ? need.holder->worker.text() : "-");
    hash.add(need.holder && need.holder->acting ? 1U : 0U);
    hash.add(need.nameAwaited ? need.nameAwaited->text() : "-");
    hash.add(need.aftercare.until || need.aftercare.declined ? 1U : 0U);
    if (!need.leg)
        return hash.add("no leg");
    const LegRecord& leg = *need.leg;
    hash.add(static_cast<std::uint64_t>(leg.state));
    hash.add(leg.service.text());
    hash.add((leg.silent ? 1U : 0U) | (leg.softFrom ? 2U : 0U) | (leg.closeTried ? 4U : 0U) |
             (leg.noAftercare ? 8U : 0U) | (leg.loop ? 16U : 0U));
    hash.add(std::uint64_t{std::min<std::uint8_t>(leg.missedVisits, 2)} * 4 +
             std::min<std::uint8_t>(leg.informationRequests, 2));
}

}  // namespace

std::string brokenInvariant(const State& before, const Event& event, const State& after)
{
    static thread_local Outlook outlook;
    lookAhead(world().context, somebody(), after, {}, after.at, outlook);
    for (const std::string& fault : {brokenNow(after, outlook), brokenByStep(before, event, after),
                                     brokenByTime(after, outlook), brokenSafety(before, event, after, outlook)})
        if (!fault.empty())
            return fault;
    return {};
}

std::uint64_t fingerprint(const State& state)
{
    Hash hash;
    for (const Need which : allNeeds)
        addNeed(hash, state.needs[which]);
    hash.add((state.died ? 1U : 0U) | (state.tennisSince ? 2U : 0U) | (isAtRisk(state, world().policy) ? 4U : 0U));
    for (const ChallengeRecord& challenge : state.challenges) {
        if (!challenge.open)
            continue;
        hash.add(static_cast<std::uint64_t>(challenge.need));
        hash.add(challenge.service.text());
        hash.add(rungAt(world().context, challenge, state.at));
    }
    std::uint64_t todos = 0;
    for (const TodoRecord& todo : state.todos)
        todos |= std::uint64_t{1} << (static_cast<unsigned>(todo.kind) * 3 + static_cast<unsigned>(todo.need));
    hash.add(todos);
    std::uint64_t refusals = 0;
    for (const BounceRecord& record : state.bounces)
        if (record.refusal && !record.overturned)
            refusals |=
                std::uint64_t{1} << (static_cast<unsigned>(record.cls) * 2 + static_cast<unsigned>(record.need) +
                                     (record.service == cmht      ? 0U
                                      : record.service == lantern ? 6U
                                                                  : 12U));
    hash.add(refusals);
    return hash.value();
}

}  // namespace holdfast::test
