#include "app/report_marks.h"

#include "domain/calendar.h"
#include "domain/policy_book.h"
#include "engine/match.h"
#include "report/waits.h"

#include <algorithm>

namespace holdfast::app {
namespace {

bool saysYes(ResponseKind kind)
{
    return kind == ResponseKind::accepted || kind == ResponseKind::waitingList ||
           kind == ResponseKind::appointmentOffered || kind == ResponseKind::started;
}

bool decides(ResponseKind kind)
{
    return kind != ResponseKind::acknowledged && kind != ResponseKind::informationRequested &&
           kind != ResponseKind::didNotAttend;
}

/// This event is a service taking the need.
bool takes(const CaseFacts& facts, const Event& event, Need need, const ServiceId* service)
{
    const auto fits = [&](Need of, const ServiceId& by) {
        return of == need && (service == nullptr || by == *service);
    };
    if (const auto* said = std::get_if<event::Response>(&event.body))
        return fits(said->need, said->service) && saysYes(said->kind) && !facts.turnsAway(event.id);
    if (const auto* answer = std::get_if<event::ChallengeAnswered>(&event.body))
        return fits(answer->need, answer->service) && answer->accepted;
    if (const auto* handover = std::get_if<event::HandoverAccepted>(&event.body))
        return fits(handover->need, handover->service);
    return false;
}

bool sends(const Event& event, Need need)
{
    const auto* sent = std::get_if<event::ReferralSent>(&event.body);
    return sent != nullptr &&
           std::ranges::any_of(sent->legs, [&](const event::ReferralSent::Leg& leg) { return leg.need == need; });
}

int wishesOf(const PersonFacts& fit)
{
    using report::Wish;
    return (fit.avoidsHomeArea.value_or(false) ? static_cast<int>(Wish::notNearHome) : 0) |
           (fit.needsTravelHelp.value_or(false) ? static_cast<int>(Wish::travelHelp) : 0) |
           (fit.workHours.empty() ? 0 : static_cast<int>(Wish::outsideWorkHours));
}

/// The working day by which the policy wants this; nothing when it sets none.
std::optional<Date> dueBy(const CaseFacts& facts, std::string_view standard, Instant sent)
{
    const engine::Context then = facts.context.at(sent);
    const auto found = std::ranges::find(then.policy.standards, standard, &policy::Standard::id);
    if (found == then.policy.standards.end() || !found->workingDays)
        return std::nullopt;
    return londonDate(then.days.due(sent, *found->workingDays));
}

/// What came of the leg that the event at `position` sent, until the need was sent anew.
report::ReferralMarks marksOf(const CaseFacts& facts, std::size_t position, const event::ReferralSent::Leg& leg)
{
    const Instant sent = facts.standing[position]->event.at;
    report::ReferralMarks marks;
    marks.answerDue = dueBy(facts, "acknowledge", sent);
    marks.decisionDue = dueBy(facts, "decide", sent);
    marks.wishes = wishesOf(facts.person.fit);
    Instant end = Instant::max();
    Instant accepted = Instant::max();
    for (std::size_t i = position + 1; i < facts.standing.size() && end == Instant::max(); ++i) {
        const Event& later = facts.standing[i]->event;
        const Date on = londonDate(later.at);
        if (sends(later, leg.need)) {
            end = later.at;
            continue;
        }
        if (const auto* said = std::get_if<event::Response>(&later.body);
            said != nullptr && said->need == leg.need && said->service == leg.service) {
            marks.answered = marks.answered.value_or(on);
            if (decides(said->kind))
                marks.decided = marks.decided.value_or(on);
        }
        if (!marks.accepted && takes(facts, later, leg.need, &leg.service)) {
            marks.accepted = on;
            accepted = later.at;
        }
    }
    for (const engine::Bounce& bounce : facts.today.bounces) {
        if (bounce.need != leg.need || bounce.service != leg.service.text() || bounce.at < sent || bounce.at > end ||
            bounce.at > accepted)
            continue;
        marks.bounced = true;
        const policy::Reason* reason = facts.context.reason(bounce.code, bounce.at);
        marks.otherNeedCited =
            marks.otherNeedCited || (bounce.refusal && reason != nullptr && reason->cites == other(leg.need));
    }
    return marks;
}

std::vector<report::Wait> waitsIn(const CaseFacts& facts)
{
    std::vector<Event> events;
    for (const Entry* entry : facts.standing)
        events.push_back(entry->event);
    std::vector<EventId> refusals;
    for (const engine::Bounce& bounce : facts.today.bounces)
        if (bounce.cls != BounceClass::soft && !bounce.overturned)
            refusals.push_back(bounce.event);
    return report::waitsOf(events, refusals);
}

}  // namespace

CaseFacts::CaseFacts(const engine::Context& with, const Person& of, const History& all, const engine::Snapshot& now)
    : context{with}, person{of}, history{all}, today{now}, area{engine::outwardOf(of.postcode)}
{
    for (const Entry& entry : history.entries()) {
        if (history.isVoided(entry.event.id) ||
            std::ranges::find(today.noLongerApplies, entry.event.id) != today.noLongerApplies.end())
            continue;
        standing.push_back(&entry);
        for (const Need need : allNeeds)
            if (takes(*this, entry.event, need, nullptr))
                accepted[need].push_back(entry.event.at);
    }
}

report::Circumstances CaseFacts::circumstances(Date on, const WorkerId& author) const
{
    return {person.born && *person.born <= on ? std::optional{yearsBetween(*person.born, on)} : std::nullopt, area,
            author};
}

bool CaseFacts::turnsAway(const EventId& event) const
{
    return std::ranges::any_of(today.bounces, [&](const engine::Bounce& bounce) { return bounce.event == event; });
}

std::optional<Date> CaseFacts::helped(Need need, Instant since) const
{
    for (const Entry* entry : standing)
        if (const auto* said = std::get_if<event::Response>(&entry->event.body);
            said != nullptr && said->need == need && said->kind == ResponseKind::started && entry->event.at >= since &&
            !turnsAway(entry->event.id))
            return londonDate(entry->event.at);
    return std::nullopt;
}

std::optional<engine::Snapshot> CaseFacts::asOf(Instant at) const
{
    std::vector<Event> events;
    const auto isThere = [&](const EventId& id) { return std::ranges::find(events, id, &Event::id) != events.end(); };
    for (const Entry* entry : standing) {
        const Event& event = entry->event;
        // What was called a mistake is not among them, so nothing is left to correct.
        const auto* look = std::get_if<event::SecondLook>(&event.body);
        if (event.at <= at && !std::holds_alternative<event::EnteredInError>(event.body) &&
            (look == nullptr || isThere(look->event)))
            events.push_back(event);
    }
    auto then = engine::evaluate(context, factsOf(person), events, at, engine::Explain::no);
    return then ? std::optional{std::move(then).value()} : std::nullopt;
}

/// A service ended its care and the need was met: not when something was missing for that, or the other need was open.
bool CaseFacts::endedWith(const Event& event, Need need) const
{
    const auto* said = std::get_if<event::Response>(&event.body);
    if (said == nullptr || said->need != need ||
        (said->kind != ResponseKind::completed && said->kind != ResponseKind::discharged) || turnsAway(event.id))
        return false;
    const auto then = asOf(event.at);
    return then && !isOpen(then->needs[need].status);
}

bool CaseFacts::wasOpen(Need need, Date day) const
{
    const Instant begins = londonInstant(day, {});
    if (begins >= today.at)
        return isOpen(today.needs[need].status);
    const auto then =
        asOf(std::min(londonInstant(day + std::chrono::days{1}, {}) - std::chrono::milliseconds{1}, today.at));
    if (!then || isOpen(then->needs[need].status))
        return then.has_value();
    if (!then->needs[need].firstAskedAt)
        return true;
    const auto before = asOf(begins);
    return before && isOpen(before->needs[need].status);
}

std::optional<Date> CaseFacts::lost(Need need, Instant since) const
{
    bool intoxicated = false;
    for (const Entry* entry : standing) {
        const Event& event = entry->event;
        intoxicated = event.safety.intoxicatedNow.value_or(intoxicated);
        if (event.at < since)
            continue;
        if (const auto* died = std::get_if<event::PersonDied>(&event.body))
            return died->on;
        const auto* declined = std::get_if<event::PersonDeclined>(&event.body);
        const auto* closed = std::get_if<event::JointClosure>(&event.body);
        const auto* assessed = std::get_if<event::AssessmentSigned>(&event.body);
        const bool gone = assessed != nullptr && (assessed->found[need].status == NeedStatus::none ||
                                                  assessed->found[need].status == NeedStatus::met);
        // A no from somebody who is intoxicated is no decision yet.
        const bool decided = declined != nullptr && declined->need == need && declined->capacity.value_or(false);
        if ((decided && !intoxicated) || gone || endedWith(event, need) ||
            (closed != nullptr && std::ranges::find(closed->needs, need) != closed->needs.end()))
            return londonDate(event.at);
    }
    return std::nullopt;
}

std::vector<store::SentCache> referralsOf(const CaseFacts& facts)
{
    const std::vector<report::Wait> waits = waitsIn(facts);
    std::vector<store::SentCache> rows;
    PerNeed<int> numbers;
    for (const Entry& entry : facts.history.entries()) {
        const auto* sent = std::get_if<event::ReferralSent>(&entry.event.body);
        if (sent == nullptr || facts.history.isVoided(entry.event.id))
            continue;
        const auto standing = std::ranges::find(facts.standing, &entry);
        for (const event::ReferralSent::Leg& leg : sent->legs) {
            const Date on = londonDate(entry.event.at);
            store::SentCache row{leg.need, leg.service, on};
            row.where = facts.circumstances(on, entry.author);
            const auto wait = std::ranges::find_if(
                waits, [&](const report::Wait& each) { return each.sent == entry.event.id && each.need == leg.need; });
            if (standing != facts.standing.end())
                row.marks = marksOf(facts, static_cast<std::size_t>(standing - facts.standing.begin()), leg);
            if (wait != waits.end()) {
                row.wait = wait->state;
                row.until = wait->until;
                row.marks.number = ++numbers[leg.need];
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

void markTennis(const CaseFacts& facts, std::vector<store::BounceCache>& bounces)
{
    const auto& made = facts.today.bounces;
    std::size_t first = 0;  // refusals count from here: since the last joint meeting
    std::size_t meeting = 0;
    std::vector<Instant> meetings;
    for (const Entry* entry : facts.standing)
        if (std::holds_alternative<event::Mdt>(entry->event.body))
            meetings.push_back(entry->event.at);
    bool played = false;
    for (std::size_t i = 0; i < made.size() && i < bounces.size(); ++i) {
        for (; meeting < meetings.size() && meetings[meeting] < made[i].at; ++meeting) {
            first = i;
            played = false;
        }
        if (!made[i].refusal || played)
            continue;
        const policy::Tennis& rule = facts.context.at(made[i].at).policy.tennis;
        for (std::size_t j = first; j < i && !played; ++j) {
            const engine::Bounce& one = made[j];
            const engine::Bounce& two = made[i];
            const bool nameEachOther = !bounces[i].attempt && !bounces[j].attempt && one.pointsTo && two.pointsTo &&
                                       one.pointsTo->text() == two.service && two.pointsTo->text() == one.service;
            const bool pair = (one.code == rule.pair[0] && two.code == rule.pair[1]) ||
                              (one.code == rule.pair[1] && two.code == rule.pair[0]);
            played =
                one.refusal && two.at - one.at <= std::chrono::hours{24} * rule.windowDays && (nameEachOther || pair);
        }
        bounces[i].tennis = played;
    }
}

}  // namespace holdfast::app
