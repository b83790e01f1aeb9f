#include "engine/joining.h"

#include "domain/policy.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace holdfast::engine {
namespace {

const EventId marker{"joining"};

const std::string whyMarked{"two records were joined"};
const std::string whySetAside{"set aside when two records were joined"};
const std::string whyReopened{"open in one of two records that were joined"};

Event eventAt(Instant at, EventBody body)
{
    Event event;
    event.at = at;
    event.recordedAt = at;
    event.body = std::move(body);
    return event;
}

/// What of a record gives way, from little to much.
enum class Extent : std::uint8_t { answers, referralsToo, assessmentsToo };
constexpr std::array allExtents{Extent::answers, Extent::referralsToo, Extent::assessmentsToo};

/// Events about one need alone, which end it or give it to somebody else; further, those that say where it was sent.
struct GivesWay {
    Need need;
    Extent extent;

    bool operator()(const event::Response& e) const { return e.need == need; }
    bool operator()(const event::HandoverAccepted& e) const { return e.need == need; }
    bool operator()(const event::PersonDeclined& e) const { return e.need == need; }
    bool operator()(const event::Reopened& e) const { return e.need == need; }
    bool operator()(const event::ChallengeAnswered& e) const { return e.need == need; }
    bool operator()(const event::WorkerChanged& e) const { return !e.need || *e.need == need; }
    bool operator()(const event::JointClosure& e) const
    {
        return std::ranges::all_of(e.needs, [&](Need each) { return each == need; });
    }
    bool operator()(const event::ReferralSent& e) const
    {
        return extent >= Extent::referralsToo &&
               std::ranges::any_of(e.legs, [&](const auto& leg) { return leg.need == need; });
    }
    bool operator()(const event::AssessmentSigned&) const { return extent == Extent::assessmentsToo; }
    template <class Body>
    bool operator()(const Body&) const
    {
        return false;
    }
};

class Planner {
public:
    Planner(const Context& context, const PersonFacts& person, const TwoHistories& histories, Instant at,
            const Standby& standby)
        : m_context{context}, m_person{person}, m_histories{histories}, m_at{at}, m_standby{standby}
    {}

    Result<Joining> plan()
    {
        auto kept = evaluate(m_context, m_person, m_histories.kept, m_at, Explain::no);
        if (!kept)
            return std::move(kept).error();
        auto merged = evaluate(m_context, m_person, m_histories.merged, m_at, Explain::no);
        if (!merged)
            return std::move(merged).error();
        if (kept->died != merged->died)
            return Error{ErrorCode::refused, "died", "one of the two records says that the person has died"};
        m_kept = *std::move(kept);
        m_merged = *std::move(merged);
        Joining joining;
        if (!stateWith(joining))
            joining.uneven = true;
        for (const Need need : allNeeds)
            if (auto settled = settle(need, joining); !settled)
                return std::move(settled).error();
        const auto after = stateWith(joining);
        if (!after)
            return after.error();
        for (const Need need : allNeeds)
            if (!fits(*after, need))
                return Error{ErrorCode::refused, "hold", std::string{nameOf(need)} + " would not be held as it is now"};
        return joining;
    }

private:
    Result<Snapshot> stateWith(const Joining& joining) const
    {
        const auto events = withJoining(m_histories.together, joining, m_at, marker);
        return evaluate(m_context, m_person, events, m_at, Explain::no);
    }

    bool holds(const Snapshot& record, Need need) const { return record.needs[need].holder.has_value(); }

    /// CLOCK: nobody waits anew because two records were joined.
    bool keepsClock(const Snapshot& joined, Need need) const
    {
        const auto& now = joined.needs[need].firstAskedAt;
        return std::ranges::all_of(std::array{&m_kept, &m_merged}, [&](const Snapshot* record) {
            const auto& asked = record->needs[need].firstAskedAt;
            return !asked || (now && *now <= *asked);
        });
    }

    bool isDuty(const Holder& holder) const { return holder.service == m_context.at(m_at).policy.dutyHolder.service; }

    /// Whether the need is held as it has to be: open where one record has it open, by a service that holds it there. Who
    /// holds it for that service is whoever was named last; the duty desk gives way to anybody.
    bool fits(const Snapshot& joined, Need need) const
    {
        if (!keepsClock(joined, need))
            return false;
        if (!holds(m_kept, need) && !holds(m_merged, need))
            return true;
        const auto& now = joined.needs[need].holder;
        const auto isThis = [&](const Snapshot& record) {
            const auto& holder = record.needs[need].holder;
            return holder && (holder->service == now->service || isDuty(*holder));
        };
        return now && (isThis(m_kept) || isThis(m_merged));
    }

    Joining without(std::span<const Event> record, GivesWay gives, Joining joining) const
    {
        for (const Event& event : record)
            if (!event.id.empty() && std::visit(gives, event.body) &&
                std::ranges::find(joining.setAside, event.id) == joining.setAside.end())
                joining.setAside.push_back(event.id);
        return joining;
    }

    /// As little as will do of the record in which the need is over, or of the merged one; else of the other. Last, what
    /// leaves it with nobody, to be reopened for who held it.
    std::optional<Joining> setAside(Need need, const Joining& joining, const Snapshot& before) const
    {
        const auto asItIs = [&](const Joining& tried) { return tried; };
        const auto reopened = [&](const Joining& tried) {
            Joining opened = tried;
            reopen(need, opened);
            return opened;
        };
        if (auto found = leastOf(need, joining, before, asItIs))
            return found;
        return leastOf(need, joining, before, reopened);
    }

    template <class Finish>
    std::optional<Joining> leastOf(Need need, const Joining& joining, const Snapshot& before, Finish finish) const
    {
        const Need second = other(need);
        auto records = std::array{m_histories.merged, m_histories.kept};
        if (!holds(m_kept, need))
            std::swap(records[0], records[1]);
        for (const auto record : records)
            for (const Extent extent : allExtents) {
                Joining tried = finish(without(record, {need, extent}, joining));
                const auto state = stateWith(tried);
                if (state && fits(*state, need) && (fits(*state, second) || !fits(before, second)))
                    return tried;
            }
        return std::nullopt;
    }

    void reopen(Need need, Joining& joining) const
    {
        const auto& holder = *(holds(m_kept, need) ? m_kept : m_merged).needs[need].holder;
        if (isDuty(holder))
            joining.reopened.push_back({need, m_standby.service, m_standby.worker});
        else
            joining.reopened.push_back({need, holder.service, holder.worker});
        joining.uneven = true;  // what is learned of late may open it before
    }

    Result<Done> settle(Need need, Joining& joining) const
    {
        const auto now = stateWith(joining);
        if (!now)
            return now.error();
        if (fits(*now, need))
            return Done{};
        if (auto tried = setAside(need, joining, *now))
            joining = *std::move(tried);
        else if (!holds(*now, need))
            reopen(need, joining);  // checked once more when both needs are settled
        return Done{};
    }

    const Context& m_context;
    const PersonFacts& m_person;
    const TwoHistories& m_histories;
    Instant m_at;
    const Standby& m_standby;
    Snapshot m_kept;
    Snapshot m_merged;
};

}  // namespace

Result<Joining> planJoining(const Context& context, const PersonFacts& person, const TwoHistories& histories,
                            Instant at, const Standby& standby)
{
    return Planner{context, person, histories, at, standby}.plan();
}

std::vector<Event> eventsOf(const Joining& joining, Instant at, const EventId& marker)
{
    std::vector<Event> events;
    if (joining.uneven) {
        // A correction that corrects nothing: from here on what has lost its ground is passed over and seen.
        events.push_back(eventAt(at, event::Now{}));
        events.back().id = marker;
        events.push_back(eventAt(at, event::EnteredInError{marker, whyMarked}));
    }
    for (const EventId& event : joining.setAside)
        events.push_back(eventAt(at, event::EnteredInError{event, whySetAside}));
    for (const Reopening& each : joining.reopened)
        events.push_back(eventAt(at, event::Reopened{each.need, each.worker, each.service, whyReopened}));
    return events;
}

std::vector<Event> withJoining(std::span<const Event> events, const Joining& joining, Instant at, const EventId& marker)
{
    const auto between = eventsOf(joining, at, marker);
    const auto place = std::ranges::upper_bound(events, at, {}, &Event::at);
    std::vector<Event> all{events.begin(), place};
    std::ranges::copy(between, std::back_inserter(all));
    std::ranges::copy(place, events.end(), std::back_inserter(all));
    return all;
}

}  // namespace holdfast::engine
