#include "engine/exploration.h"

#include "engine/actions.h"
#include "engine/fold.h"
#include "engine/invariants.h"
#include "engine/world.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace holdfast::test {
namespace {

using namespace engine;

/// What may happen next, and how much later.
struct Move {
    std::string name;
    EventBody body;
    std::chrono::hours later;
    SafetyFacts safety;
};

void addResponses(std::vector<Move>& moves, Need need, const ServiceId& service, const ServiceId& elsewhere)
{
    const std::string on = std::string{nameOf(need)} + ' ';
    for (std::size_t i = 0; i < Names<ResponseKind>::list.size(); ++i) {
        const auto kind = static_cast<ResponseKind>(i);
        if (kind != ResponseKind::declined)
            moves.push_back({on + std::string{nameOf(kind)}, reply(need, service, kind), std::chrono::hours{1}, {}});
    }
    for (const std::string_view code : {"N02", "N04", "N05", "H01", "H06", "S12"}) {
        event::Response body = declined(need, service, code);
        body.pointsTo = elsewhere;
        moves.push_back({on + "declined " + std::string{code}, body, std::chrono::hours{1}, {}});
    }
    event::Response named = reply(need, service, ResponseKind::accepted);
    named.worker = ben;
    moves.push_back({on + "accepted with a worker", named, std::chrono::hours{1}, {}});
    moves.push_back({on + "foreign decline", declined(need, harbour, "N01"), std::chrono::hours{1}, {}});
    moves.push_back({on + "overturned",
                     event::ChallengeAnswered{need, service, ChallengeOutcome::overturned, false, {}},
                     std::chrono::hours{1},
                     {}});
    moves.push_back({on + "overturned and accepted",
                     event::ChallengeAnswered{need, service, ChallengeOutcome::overturned, true, ben},
                     std::chrono::hours{1},
                     {}});
    moves.push_back({on + "upheld",
                     event::ChallengeAnswered{need, service, ChallengeOutcome::upheld, false, {}},
                     std::chrono::hours{1},
                     {}});
    moves.push_back({on + "challenge sent", event::ChallengeSent{need, service}, std::chrono::hours{1}, {}});
    moves.push_back(
        {on + "challenge withdrawn", event::ChallengeWithdrawn{need, service, "agreed"}, std::chrono::hours{1}, {}});
    moves.push_back(
        {on + "hand-over accepted", event::HandoverAccepted{need, harbour, cleo}, std::chrono::hours{1}, {}});
    moves.push_back({on + "aftercare",
                     event::AftercarePlanned{need, Date{std::chrono::year{2029} / 1 / 1}, false},
                     std::chrono::hours{1},
                     {}});
    moves.push_back({on + "declines",
                     event::PersonDeclined{need, Date{std::chrono::year{2029} / 2 / 1}, true},
                     std::chrono::hours{1},
                     {}});
    moves.push_back({on + "declines, capacity unknown",
                     event::PersonDeclined{need, Date{std::chrono::year{2029} / 2 / 1}, std::nullopt},
                     std::chrono::hours{1},
                     {}});
    moves.push_back({on + "reopened", event::Reopened{need, cleo, harbour, "asked again"}, std::chrono::hours{1}, {}});
    moves.push_back({on + "re-pointed", event::ReferralSent{{{need, harbour}}}, std::chrono::hours{1}, {}});
    moves.push_back({on + "sent again", event::ReferralSent{{{need, service}}}, std::chrono::hours{1}, {}});
}

std::vector<Move> allMoves()
{
    std::vector<Move> moves;
    addResponses(moves, Need::mentalHealth, cmht, lantern);
    addResponses(moves, Need::substanceUse, lantern, cmht);
    event::JointClosure closure;
    closure.reason = "done";
    closure.agreedBy = {"mdt"};
    closure.personsView = "agreed";
    moves.push_back({"joint closure", closure, std::chrono::hours{1}, {}});
    for (const ServiceId& service : {cmht, lantern, harbour}) {
        moves.push_back(
            {"worker left " + service.str(), event::WorkerChanged{service, std::nullopt}, std::chrono::hours{1}, {}});
        moves.push_back(
            {"worker named " + service.str(), event::WorkerChanged{service, cleo}, std::chrono::hours{1}, {}});
        moves.push_back({"spoke " + service.str(),
                         event::Contact{service, ContactDirection::in, ContactOutcome::spoke},
                         std::chrono::hours{1},
                         {}});
        moves.push_back({"message " + service.str(),
                         event::Contact{service, ContactDirection::out, ContactOutcome::leftMessage},
                         std::chrono::hours{1},
                         {}});
    }
    moves.push_back({"mdt", event::Mdt{{"cmht"}, "meet", ben, {}}, std::chrono::hours{1}, {}});
    SafetyFacts risk;
    risk.suicidalThoughts = true;
    moves.push_back({"risk stated", event::Contact{lantern, ContactDirection::in, ContactOutcome::spoke},
                     std::chrono::hours{1}, risk});
    risk.suicidalThoughts = false;
    moves.push_back({"risk gone", event::Now{}, std::chrono::hours{1}, risk});
    for (const int hours : {30, 24 * 8, 24 * 35})
        moves.push_back({"after " + std::to_string(hours) + " h", event::Now{}, std::chrono::hours{hours}, {}});
    event::AssessmentSigned again = bothNeeds();
    again.worker = cleo;
    again.service = harbour;
    moves.push_back({"assessed again", again, std::chrono::hours{1}, {}});
    moves.push_back({"died", event::PersonDied{Date{std::chrono::year{2026} / 3 / 2}}, std::chrono::hours{1}, {}});
    return moves;
}

struct Node {
    State state;
    std::uint32_t parent = 0;
    std::uint32_t move = 0;
};

std::string story(const std::vector<Node>& nodes, std::uint32_t at, const std::vector<Move>& moves)
{
    std::string text;
    for (; at != 0; at = nodes[at].parent)
        text = moves[nodes[at].move].name + (text.empty() ? "" : " > ") + text;
    return text;
}

/// One walk over the space.
class Explorer {
public:
    Exploration run(int maxDepth, std::size_t maxStates)
    {
        start();
        std::size_t from = 0;
        for (int depth = 1; depth <= maxDepth && m_out.violation.empty() && m_nodes.size() < maxStates; ++depth) {
            const std::size_t to = m_nodes.size();
            for (; from < to && m_out.violation.empty() && m_nodes.size() < maxStates; ++from)
                expand(static_cast<std::uint32_t>(from));
            if (from == to)
                m_out.depth = depth;
        }
        m_out.states = m_seen.size();
        return m_out;
    }

private:
    void start()
    {
        Node root;
        const Event assessed = eventAt("2026-03-02T10:00:00Z", bothNeeds(), 1);
        const Event sent = eventAt("2026-03-02T11:00:00Z",
                                   event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}}, 2);
        for (const Event* event : {&assessed, &sent})
            if (!applyStep(Step{world().context, m_person, root.state, *event, 0, std::nullopt}))
                m_out.violation = "the first events are refused";
        m_seen.insert(fingerprint(root.state));
        m_nodes.push_back(std::move(root));
    }

    void expand(std::uint32_t parent)
    {
        for (std::uint32_t i = 0; i < m_moves.size(); ++i) {
            Node next{m_nodes[parent].state, parent, i};
            Event event;
            event.at = next.state.at + m_moves[i].later;
            event.safety = m_moves[i].safety;
            event.body = m_moves[i].body;
            ++m_out.transitions;
            if (!applyStep(Step{world().context, m_person, next.state, event, 0, std::nullopt})) {
                ++m_out.refused;
                continue;
            }
            const std::string fault = brokenInvariant(m_nodes[parent].state, event, next.state);
            if (!fault.empty()) {
                m_nodes.push_back(std::move(next));
                m_out.violation =
                    fault + ": " + story(m_nodes, static_cast<std::uint32_t>(m_nodes.size() - 1), m_moves);
                return;
            }
            if (m_seen.insert(fingerprint(next.state)).second)
                m_nodes.push_back(std::move(next));
        }
    }

    PersonFacts m_person = somebody();
    std::vector<Move> m_moves = allMoves();
    std::vector<Node> m_nodes;
    std::unordered_set<std::uint64_t> m_seen;
    Exploration m_out;
};

}  // namespace

Exploration explore(int maxDepth, std::size_t maxStates)
{
    return Explorer{}.run(maxDepth, maxStates);
}

}  // namespace holdfast::test
