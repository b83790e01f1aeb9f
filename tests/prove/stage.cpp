#include "prove/stage.h"

#include "exchange/policy_reader.h"
#include "exchange/shipped.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace holdfast::prove {
namespace {

using namespace test;

constexpr Date far{std::chrono::year{2031} / 1 / 1};

Start referred(std::string name, const PersonFacts& person, const ServiceId& mentalHealth, const ServiceId& holds)
{
    Start start{std::move(name), person, mentalHealth, lantern, at("2026-03-02T10:00:00Z"), {}};
    event::AssessmentSigned body = bothNeeds();
    body.service = holds;
    start.events.push_back(eventAt("2026-03-02T10:00:00Z", body, 1));
    start.events.push_back(
        eventAt("2026-03-02T11:00:00Z",
                event::ReferralSent{{{Need::mentalHealth, mentalHealth}, {Need::substanceUse, lantern}}}, 2));
    return start;
}

/// Gathers the moves; an hour lies before each unless it says otherwise.
class Book {
public:
    explicit Book(const Start& start) : m_start{start} {}

    std::vector<Move> write()
    {
        for (const Need need : allNeeds) {
            m_need = need;
            m_service = need == Need::mentalHealth ? m_start.mentalHealth : m_start.substanceUse;
            m_other = need == Need::mentalHealth ? m_start.substanceUse : m_start.mentalHealth;
            addAnswers();
            addRefusals();
            addChallenge();
            addRest();
        }
        addWorkersAndTalk();
        addRiskAndTime();
        addAssessments();
        addEnds();
        return std::move(m_moves);
    }

private:
    void add(const std::string& name, EventBody body)
    {
        m_moves.push_back({name, std::move(body), std::chrono::hours{1}, {}});
    }
    void addHere(const std::string& name, EventBody body)
    {
        add(std::string{m_need == Need::mentalHealth ? "MH " : "SU "} + name, std::move(body));
    }

    event::Response answer(ResponseKind kind) const { return reply(m_need, m_service, kind); }

    void addAnswers()
    {
        for (std::size_t i = 0; i < Names<ResponseKind>::list.size(); ++i)
            if (const auto kind = static_cast<ResponseKind>(i); kind != ResponseKind::declined)
                addHere(std::string{nameOf(kind)}, answer(kind));
        event::Response named = answer(ResponseKind::accepted);
        named.worker = ben;
        addHere("accepted with a worker", named);
        event::Response foreign = reply(m_need, harbour, ResponseKind::accepted);
        foreign.worker = cleo;
        addHere("foreign acceptance", foreign);
        addHere("foreign completion", reply(m_need, harbour, ResponseKind::completed));
    }

    void addRefusals()
    {
        event::Response refusal = declined(m_need, m_service, m_need == Need::mentalHealth ? "N04" : "N05");
        addHere("declined " + refusal.reason->str(), refusal);
        refusal.reason = ReasonCode{"N15"};
        refusal.pointsTo = m_other;
        addHere("declined N15, try the other", refusal);
        addHere("declined H01", declined(m_need, m_service, "H01"));
        addHere("declined H06", declined(m_need, m_service, "H06"));
        addHere("declined S12", declined(m_need, m_service, "S12"));
        event::Response reasoned = answer(ResponseKind::signposted);
        reasoned.reason = ReasonCode{"N02"};
        addHere("signposted, come back sober", reasoned);
        addHere("foreign decline", declined(m_need, harbour, "N01"));
    }

    void addChallenge()
    {
        addHere("challenge sent", event::ChallengeSent{m_need, m_service});
        addHere("overturned", event::ChallengeAnswered{m_need, m_service, ChallengeOutcome::overturned, false, {}});
        addHere("overturned and accepted",
                event::ChallengeAnswered{m_need, m_service, ChallengeOutcome::overturned, true, ben});
        addHere("upheld", event::ChallengeAnswered{m_need, m_service, ChallengeOutcome::upheld, false, {}});
        addHere("challenge withdrawn", event::ChallengeWithdrawn{m_need, m_service, "agreed"});
        addHere("challenge letter",
                event::LetterSent{scopeOf(m_need), "challenge", m_service.str(), LetterMethod{}, ""});
        addHere("step handed on", event::StepHandedOn{m_need, m_service, cleo, "knows them"});
        addHere("protocol not applied", event::ProtocolApplied{m_need, m_service, false, "not known there", ""});
        addHere("second opinion asked", event::SecondOpinionRequested{m_need, m_service});
    }

    void addRest()
    {
        addHere("hand-over accepted", event::HandoverAccepted{m_need, harbour, cleo});
        addHere("aftercare planned", event::AftercarePlanned{m_need, far, false});
        addHere("aftercare refused", event::AftercarePlanned{m_need, {}, true});
        addHere("person declines", event::PersonDeclined{m_need, far, true});
        addHere("person declines, capacity unknown", event::PersonDeclined{m_need, far, std::nullopt});
        addHere("reopened", event::Reopened{m_need, cleo, harbour, "asked again"});
        addHere("re-pointed", event::ReferralSent{{{m_need, harbour}}});
        addHere("sent again", event::ReferralSent{{{m_need, m_service}}});
        addHere("attempt refused", event::Attempt{m_need, "gp", ReasonCode{"N16"}, {}, {}, {}});
        addHere("attempt", event::Attempt{m_need, "gp", {}, cleo, harbour, {}});
    }

    void addWorkersAndTalk()
    {
        const std::array services{m_start.mentalHealth, m_start.substanceUse, harbour};
        for (const ServiceId& service : services) {
            add("worker left " + service.str(), event::WorkerChanged{service, std::nullopt});
            add("worker named " + service.str(), event::WorkerChanged{service, cleo});
            add("spoke " + service.str(), event::Contact{service, ContactDirection::in, ContactOutcome::spoke});
            add("message " + service.str(),
                event::Contact{service, ContactDirection::out, ContactOutcome::leftMessage});
        }
        add("both sent", event::ReferralSent{
                             {{Need::mentalHealth, m_start.mentalHealth}, {Need::substanceUse, m_start.substanceUse}}});
        add("referrer told", event::OutcomeFedBack{"gp", "telephone"});
        add("in touch, and it is worse",
            event::SupportCheckIn{NeedScope::both, ada, ContactOutcome::spoke, SupportChange::worse});
        add("meeting", event::Mdt{{"both"}, "meet", ben, {}});
        add("went well",
            event::GoodExperience{NeedScope::both, m_start.mentalHealth, ben, true, "rang when they said"});
        add("a fare", event::CostBorne{NeedScope::both, m_start.mentalHealth, CostKind::travel, 460});
    }

    void addRiskAndTime()
    {
        SafetyFacts risk;
        risk.suicidalThoughts = true;
        m_moves.push_back({"suicidal thoughts stated", event::Now{}, std::chrono::hours{1}, risk});
        risk.suicidalThoughts = false;
        m_moves.push_back({"no suicidal thoughts now", event::Now{}, std::chrono::hours{1}, risk});
        SafetyFacts overdose;
        overdose.overdose = true;
        m_moves.push_back({"overdose stated", event::Now{}, std::chrono::hours{1}, overdose});
        SafetyFacts drunk;
        drunk.intoxicatedNow = true;
        m_moves.push_back({"intoxicated", event::Now{}, std::chrono::hours{1}, drunk});
        for (const int hours : {30, 24 * 8, 24 * 35})
            m_moves.push_back({"after " + std::to_string(hours) + " h", event::Now{}, std::chrono::hours{hours}, {}});
    }

    void addAssessments()
    {
        event::AssessmentSigned again = bothNeeds();
        again.worker = cleo;
        again.service = harbour;
        add("assessed again", again);
        again.instruments = {{InstrumentId{"PHQ-9"}, {0, 0, 0, 0, 0, 0, 0, 0, 1}}};
        add("assessed again, item 9 above 0", again);
        again.instruments.clear();
        again.found.mentalHealth = {NeedStatus::none, std::nullopt, {}};
        add("assessed: no mental health need", again);
        again.found.mentalHealth = {};
        again.found.substanceUse = {NeedStatus::declinedByPerson, std::nullopt, {}};
        add("assessed: substance use declined", again);
    }

    void addEnds()
    {
        event::JointClosure closure{"both done", {"mdt"}, "agreed", {Need::mentalHealth, Need::substanceUse}};
        add("joint closure by a meeting", closure);
        closure.agreedBy = {"ada"};
        add("closure by one lead", closure);
        closure.agreedBy = {"ada", "ben"};
        add("joint closure by two leads", closure);
        closure.needs = {Need::substanceUse};
        closure.agreedBy = {"mdt"};
        add("closure of one need by a meeting", closure);
        add("died", event::PersonDied{Date{std::chrono::year{2026} / 3 / 2}});
    }

    const Start& m_start;
    Need m_need = Need::mentalHealth;
    ServiceId m_service;
    ServiceId m_other;
    std::vector<Move> m_moves;
};

}  // namespace

std::unique_ptr<World> worldUnder(const std::string& policyFile)
{
    std::string text{exchange::shippedPolicy()};
    if (!policyFile.empty()) {
        std::ifstream file{policyFile};
        if (!file)
            throw std::runtime_error{"cannot read " + policyFile};
        std::ostringstream all;
        all << file.rdbuf();
        text = all.str();
    }
    Result<Policy> policy = exchange::readPolicy(text);
    if (!policy)
        throw std::runtime_error{policyFile + ": " + policy.error().where + ": " + policy.error().detail};
    return std::unique_ptr<World>{
        new World{std::move(policy).value(), world().directory, world().days, world().instruments}};
}

std::vector<Start> allStarts()
{
    return {referred("an adult, both legs sent", somebody(), cmht, lantern),
            referred("five weeks before eighteen, held by a young people's service", aged("2008-04-05"), camhs, camhs),
            Start{"nobody has asked yet", somebody(), cmht, lantern, at("2026-03-02T10:00:00Z"), {}}};
}

std::vector<Move> movesFrom(const Start& start)
{
    return Book{start}.write();
}

std::vector<std::string> kindsWithoutMove(const std::vector<Move>& moves)
{
    std::vector<std::string> missing;
    for (std::size_t kind = 0; kind < eventKindNames.size(); ++kind)
        if (std::ranges::none_of(moves, [kind](const Move& move) { return move.body.index() == kind; }))
            missing.emplace_back(eventKindNames[kind]);
    return missing;
}

}  // namespace holdfast::prove
