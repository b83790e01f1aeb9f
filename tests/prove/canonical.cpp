#include "prove/canonical.h"

#include "domain/calendar.h"
#include "engine/actions.h"
#include "engine/moves.h"
#include "engine/silence.h"

#include <algorithm>
#include <set>
#include <vector>

namespace holdfast::prove {
namespace {

using namespace engine;

/// Writes small numbers, each a byte that is never 0.
class Writer {
public:
    Writer(const test::World& world, const State& state) : m_world{world}, m_state{state} {}

    void put(std::size_t value) { m_text.push_back(static_cast<char>(1 + std::min<std::size_t>(value, 253))); }
    void flags(std::initializer_list<bool> set)
    {
        std::size_t bits = 0;
        for (const bool one : set)
            bits = bits * 2 + (one ? 1 : 0);
        put(bits);
    }

    /// A deadline, by how much time is left: the bands lie between the steps that a move can take.
    void left(const std::optional<Instant>& deadline) { put(deadline ? 1 + bandOf(*deadline - m_state.at) : 0); }

    /// The part a service plays: its kind and its age limit.
    std::size_t part(const ServiceId& id) const
    {
        const Service* service = m_world.directory.find(id);
        if (!service)
            return 0;
        return 1 + static_cast<std::size_t>(service->kind) * 2 + (service->maxAge ? 1 : 0);
    }

    /// The first worker met is 1, the next one 2.
    std::size_t worker(const WorkerId& id)
    {
        const auto at = std::ranges::find(m_workers, id);
        const auto number = static_cast<std::size_t>(at - m_workers.begin());
        if (at == m_workers.end())
            m_workers.push_back(id);
        return number + 1;
    }

    template <class Set>
    void all(const Set& items)
    {
        put(items.size());
        for (const std::string& item : items)
            m_text += item;
    }

    std::string take() { return std::move(m_text); }
    Instant now() const { return m_state.at; }

    static std::size_t bandOf(Instant::duration rest)
    {
        using namespace std::chrono;
        if (rest <= Instant::duration::zero())
            return 0;
        if (rest <= hours{1})
            return 1;
        if (rest <= hours{30})
            return 2;
        if (rest <= hours{24 * 8})
            return 3;
        return rest <= hours{24 * 35} ? 4 : 5;
    }

private:
    const test::World& m_world;
    const State& m_state;
    std::vector<WorkerId> m_workers;
    std::string m_text;
};

std::string bytes(std::initializer_list<std::size_t> values)
{
    std::string text;
    for (const std::size_t value : values)
        text.push_back(static_cast<char>(1 + std::min<std::size_t>(value, 253)));
    return text;
}

/// How far a chase has come: nothing, first, second, then the levels above.
std::size_t chaseBand(const test::World& world, const LegRecord& leg, Instant now)
{
    const auto from = chaseFrom(leg);
    if (!from)
        return 0;
    std::size_t band = 1;
    for (const int days : {1, 6, 11, 16, 21})
        band += now >= world.days.due(*from, days) ? 1U : 0U;
    return band;
}

void putHolder(Writer& out, const std::optional<HolderRecord>& holder)
{
    if (!holder)
        return out.put(0);
    out.put(1 + out.part(holder->service));
    out.put(out.worker(holder->worker));
    out.flags({holder->acting, holder->duty});
}

void putNeed(Writer& out, const test::World& world, const NeedRecord& need, Instant now)
{
    out.put(static_cast<std::size_t>(need.status));
    putHolder(out, need.holder);
    out.put(need.nameAwaited ? out.part(*need.nameAwaited) : 0);
    out.put(need.aftercare.declined ? 2 : hasAftercare(need, now) ? 1 : 0);
    out.flags({need.reOfferOn.has_value(), need.firstAskedAt.has_value(), need.lastHolder.has_value()});
    if (!need.leg)
        return out.put(0);
    const LegRecord& leg = *need.leg;
    out.put(1 + static_cast<std::size_t>(leg.state));
    out.put(out.part(leg.service));
    out.flags({leg.silent, leg.softFrom.has_value(), leg.closeTried.has_value(), leg.noAftercare.has_value()});
    out.flags({leg.loop, leg.mismatch, leg.stayedAtBirthday});
    out.put(std::min<std::size_t>(leg.missedVisits, 2) * 2 + std::min<std::size_t>(leg.informationRequests, 1));
    out.left(leg.silentFrom);
    out.put(chaseBand(world, leg, now));
}

/// Refusals as LOOP and TENNIS read them: by whom, of what, pointing where, how long ago, before or after a meeting.
std::set<std::string> refusals(const Writer& out, const Watcher& watcher)
{
    std::set<std::string> items;
    for (const Refusal& refusal : watcher.refusals()) {
        const auto days = std::chrono::duration_cast<std::chrono::days>(out.now() - refusal.at).count();
        const std::size_t age = days <= 55 ? 0 : days <= 82 ? 1 : days <= 90 ? 2 : 3;
        const bool pairs = refusal.sinceMeeting && age < 3;
        const std::string_view code = refusal.code.text();
        const std::size_t tennis = !pairs ? 0 : code == "N04" ? 1 : code == "N05" ? 2 : 3;
        items.insert(
            bytes({static_cast<std::size_t>(refusal.need), refusal.service ? 1 + out.part(*refusal.service) : 0,
                   pairs && refusal.pointsTo ? 1 + out.part(*refusal.pointsTo) : 0, tennis, pairs ? age : 3,
                   refusal.overturned ? 1U : 0U,
                   refusal.at >= watcher.need(refusal.need).firstAsked.value_or(refusal.at) ? 1U : 0U}));
    }
    return items;
}

std::set<std::string> challenges(const Writer& out, const test::World& world, const State& state)
{
    std::set<std::string> items;
    for (const ChallengeRecord& challenge : state.challenges)
        if (challenge.open)
            items.insert(bytes({static_cast<std::size_t>(challenge.need), out.part(challenge.service),
                                rungAt(world.context, challenge, state.at), challenge.sentAt ? 1U : 0U,
                                challenge.handedTo.empty() ? 0U : 1U + challenge.handedRung}));
    for (const LetterRecord& letter : state.letters)
        items.insert(bytes(
            {2 + static_cast<std::size_t>(letter.need), out.part(letter.service), letter.sentAt ? 1U : 0U, 0, 0}));
    return items;
}

std::set<std::string> todos(Writer& out, const State& state)
{
    std::set<std::string> items;
    for (const TodoRecord& todo : state.todos)
        items.insert(bytes({static_cast<std::size_t>(todo.kind), static_cast<std::size_t>(todo.need),
                            static_cast<std::size_t>(todo.owner), out.part(todo.service), todo.part,
                            Writer::bandOf(todo.due - state.at) == 0 ? 0U : 1U}));
    return items;
}

std::size_t ageBand(const PersonFacts& person, const State& state)
{
    if (!person.born)
        return 0;
    const Date today = londonDate(state.at);
    const auto rest = limitDay(*person.born, 18) - today;
    if (rest.count() <= 0)
        return 1;
    const auto window = windowDay(*person.born, 18) - today;
    return window.count() <= 0 ? 2 : window.count() <= 8 ? 3 : window.count() <= 35 ? 4 : 5;
}

}  // namespace

std::string canonical(const test::World& world, const PersonFacts& person, const State& state, const Watcher& watcher)
{
    Writer out{world, state};
    for (const Need which : allNeeds)
        putNeed(out, world, state.needs[which], state.at);
    out.put(state.coordinator ? out.worker(*state.coordinator) : 0);
    out.flags({state.died, state.tennisSince.has_value(), isAtRisk(state, world.policy), watcher.emergency(),
               isCurrent(state, SafetyFact::intoxicatedNow), state.suicidalThoughtsScored});
    out.put(ageBand(person, state));
    out.put(state.referrers.mentalHealth != 0 ? 1 : 0);
    out.put(state.referrers.substanceUse != 0 ? 1 : 0);
    out.put(state.attendances.size());
    out.left(state.checkedInAt ? std::optional{*state.checkedInAt + std::chrono::weeks{2}} : std::nullopt);
    out.all(challenges(out, world, state));
    out.all(todos(out, state));
    out.all(refusals(out, watcher));
    return out.take();
}

Key keyOf(const std::string& canonical)
{
    Key key{1469598103934665603ULL, 14695981039346656037ULL};
    for (const char c : canonical) {
        key.low = (key.low ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        key.high = (key.high ^ static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15ULL;
        key.high ^= key.high >> 29;
    }
    key.low ^= key.low >> 32;
    return key;
}

}  // namespace holdfast::prove
