#include "prove/explorer.h"

#include "engine/fold.h"
#include "prove/canonical.h"

#include <algorithm>
#include <unordered_set>

namespace holdfast::prove {
namespace {

using namespace engine;

/// A state is named by the move that led to it from its parent; it is made again when its turn comes, so that memory
/// grows by 8 bytes a state.
struct Node {
    std::uint32_t parent = 0;
    std::uint16_t move = 0;
    std::uint16_t start = 0;
};

/// A case as it stands, in both pairs of eyes, with the events that led here.
struct Standing {
    State state;
    Watcher watcher;
    std::vector<Event> events;
};

class Explorer {
public:
    Explorer(const test::World& world, const Limits& limits) : m_world{world}, m_limits{limits}, m_starts{allStarts()}
    {
        for (const Start& start : m_starts)
            m_moves.push_back(movesFrom(start));
    }

    Exploration run(const std::function<void(int, std::size_t)>& note)
    {
        for (std::size_t i = 0; i < m_starts.size(); ++i)
            begin(static_cast<std::uint16_t>(i));
        std::size_t from = 0;
        for (int depth = 1; depth <= m_limits.depth && !isOver(); ++depth) {
            const std::size_t to = m_nodes.size();
            if (from == to)
                break;
            m_out.reached = depth;
            for (; from < to && !isOver(); ++from)
                expand(static_cast<std::uint32_t>(from));
            if (from == to)
                m_out.finished = depth;
            note(depth, m_seen.size());
        }
        m_out.states = m_seen.size();
        return std::move(m_out);
    }

private:
    bool isOver() const
    {
        if (m_seen.size() >= m_limits.states)
            return true;
        if (!m_limits.until)
            return !m_out.broken.empty();
        return std::ranges::find(m_out.broken, *m_limits.until, &CounterExample::law) != m_out.broken.end();
    }

    /// The states of a start are explored like any other: also its first events are checked.
    void begin(std::uint16_t number)
    {
        Standing standing;
        standing.state.at = m_starts[number].from;
        const Node root{static_cast<std::uint32_t>(m_nodes.size()), 0, number};
        for (const Event& event : m_starts[number].events)
            if (!step(standing, event, m_starts[number].person))
                throw std::runtime_error{"the engine refuses the first events of: " + m_starts[number].name};
        m_seen.insert(keyOf(startKey(number, standing)));
        m_nodes.push_back(root);
    }

    /// Canonical states of different starts are kept apart: other moves follow them.
    std::string startKey(std::uint16_t start, const Standing& standing) const
    {
        return static_cast<char>('A' + start) +
               canonical(m_world, m_starts[start].person, standing.state, standing.watcher);
    }

    bool step(Standing& standing, const Event& event, const PersonFacts& person)
    {
        standing.events.push_back(event);
        const State before = standing.state;
        const auto index = static_cast<EventIndex>(standing.events.size() - 1);
        if (!applyStep(Step{m_world.context, person, standing.state, standing.events.back(), index, std::nullopt}))
            return false;
        standing.watcher.see(person, m_world.directory, before, event);
        return true;
    }

    Event eventOf(const Standing& standing, const Move& move) const
    {
        Event event;
        event.id = EventId{"#" + std::to_string(standing.events.size() + 1)};
        event.at = event.recordedAt = standing.state.at + move.later;
        event.safety = move.safety;
        event.body = move.body;
        return event;
    }

    void rebuild(std::uint32_t at, Standing& standing, std::vector<std::uint16_t>& path)
    {
        path.clear();
        std::uint32_t node = at;
        for (; m_nodes[node].parent != node; node = m_nodes[node].parent)
            path.push_back(m_nodes[node].move);
        std::ranges::reverse(path);
        const std::uint16_t number = m_nodes[at].start;
        const Start& start = m_starts[number];
        standing.state.clear();
        standing.state.at = start.from;
        standing.watcher = {};
        standing.events.clear();
        for (const Event& event : start.events)
            step(standing, event, start.person);
        for (const std::uint16_t move : path)
            step(standing, eventOf(standing, m_moves[number][move]), start.person);
    }

    void expand(std::uint32_t parent)
    {
        rebuild(parent, m_here, m_path);
        const std::uint16_t number = m_nodes[parent].start;
        const Start& start = m_starts[number];
        const auto& moves = m_moves[number];
        m_here.events.emplace_back();
        for (std::size_t i = 0; i < moves.size() && !isOver(); ++i) {
            m_here.events.pop_back();
            m_here.events.push_back(eventOf(m_here, moves[i]));
            tryMove(parent, static_cast<std::uint16_t>(i), start);
        }
    }

    /// The last of m_here.events is the event of this move; the state is still the one before it.
    void tryMove(std::uint32_t parent, std::uint16_t move, const Start& start)
    {
        const Event& event = m_here.events.back();
        const auto index = static_cast<EventIndex>(m_here.events.size() - 1);
        ++m_out.transitions;
        m_after = m_here.state;
        const bool taken =
            static_cast<bool>(applyStep(Step{m_world.context, start.person, m_after, event, index, std::nullopt}));
        m_knows = m_here.watcher;
        if (taken) {
            m_knows.see(start.person, m_world.directory, m_here.state, event);
        } else {
            ++m_out.refused;
            m_after = m_here.state;
        }
        lookAhead(m_world.context, start.person, m_after, m_here.events, m_after.at, m_outlook);
        const Seen seen{m_world, start.person, m_here.state, m_here.watcher, event, taken, m_after, m_knows, m_outlook};
        const std::uint16_t number = m_nodes[parent].start;
        const std::string key = static_cast<char>('A' + number) + canonical(m_world, start.person, m_after, m_knows);
        const bool isNew = taken && m_seen.insert(keyOf(key)).second;
        bool whole = judge(seen, isNew);
        if (isNew)
            whole = repeat(seen, index, key, number) && whole;
        if (!whole)
            tell(parent, start, moves(number)[move].name);
        else if (isNew)
            m_nodes.push_back({parent, move, number});
    }

    const std::vector<Move>& moves(std::uint16_t start) const { return m_moves[start]; }

    void count(Law law, bool isNew)
    {
        const auto at = static_cast<std::size_t>(law);
        ++m_out.liveSteps[at];
        m_out.liveStates[at] += isNew ? 1 : 0;
    }

    /// True when every law holds; else those that broke wait in m_faults.
    bool judge(const Seen& seen, bool isNew)
    {
        m_faults.clear();
        for (std::size_t i = 0; i < lawCount; ++i) {
            const auto law = static_cast<Law>(i);
            Finding finding = check(law, seen);
            if (finding.live)
                count(law, isNew);
            if (!finding.broken.empty())
                m_faults.emplace_back(law, std::move(finding.broken));
        }
        return m_faults.empty();
    }

    /// SAME: the step once more, from the same state, must come to the same.
    bool repeat(const Seen& seen, EventIndex index, const std::string& key, std::uint16_t number)
    {
        count(Law::same, true);
        State again = seen.before;
        const bool taken =
            static_cast<bool>(applyStep(Step{m_world.context, seen.person, again, seen.event, index, std::nullopt}));
        Outlook outlook;
        lookAhead(m_world.context, seen.person, again, m_here.events, again.at, outlook);
        const auto equal = [](const Action& a, const Action& b) {
            return a.need == b.need && a.what == b.what && a.owner == b.owner && a.due == b.due && a.rule == b.rule;
        };
        const bool same = taken && std::ranges::equal(outlook.actions, seen.outlook.actions, equal) &&
                          static_cast<char>('A' + number) + canonical(m_world, seen.person, again, seen.knows) == key;
        if (!same)
            m_faults.emplace_back(Law::same, "the same step from the same state came to something else");
        return same;
    }

    void tell(std::uint32_t parent, const Start& start, const std::string& last)
    {
        for (const auto& [law, what] : m_faults) {
            if (std::ranges::find(m_out.broken, law, &CounterExample::law) != m_out.broken.end())
                continue;
            CounterExample example{law, what, start, m_here.events, {}};
            for (const std::uint16_t move : m_path)
                example.moves.push_back(moves(m_nodes[parent].start)[move].name);
            example.moves.push_back(last);
            m_out.broken.push_back(std::move(example));
        }
    }

    const test::World& m_world;
    Limits m_limits;
    std::vector<Start> m_starts;
    std::vector<std::vector<Move>> m_moves;
    std::vector<Node> m_nodes;
    std::unordered_set<Key, KeyHash> m_seen;
    Exploration m_out;

    // Kept between steps so that their memory is used again.
    Standing m_here;
    std::vector<std::uint16_t> m_path;
    State m_after;
    Watcher m_knows;
    Outlook m_outlook;
    std::vector<std::pair<Law, std::string>> m_faults;
};

}  // namespace

Exploration explore(const test::World& world, const Limits& limits, const std::function<void(int, std::size_t)>& note)
{
    return Explorer{world, limits}.run(note);
}

}  // namespace holdfast::prove
