#include "engine/verdict.h"

#include "domain/calendar.h"
#include "domain/service.h"
#include "engine/actions.h"
#include "engine/explain.h"
#include "engine/history.h"
#include "engine/illness.h"
#include "engine/moves.h"
#include "engine/render.h"
#include "engine/situation.h"

#include <algorithm>
#include <array>

namespace holdfast::engine {
namespace {

/// How the answer is spoken of: by its class, or as accepted, logged or foreign.
std::string_view toneOf(const Verdict& verdict, const event::Response& body, bool foreign)
{
    if (verdict.cls)
        return nameOf(*verdict.cls);
    if (foreign)
        return "foreign";
    switch (body.kind) {
    case ResponseKind::accepted:
    case ResponseKind::waitingList:
    case ResponseKind::started:
    case ResponseKind::appointmentOffered: return "accepted";
    case ResponseKind::acknowledged:
    case ResponseKind::informationRequested:
    case ResponseKind::declined:
    case ResponseKind::returnedWithAdvice:
    case ResponseKind::signposted:
    case ResponseKind::didNotAttend:
    case ResponseKind::discharged:
    case ResponseKind::completed: return "logged";
    }
    return "logged";
}

/// Puts one verdict together from the case before and after the answer.
class Judge {
public:
    Judge(const Context& context, const PersonFacts& person, const event::Response& body, const State& before,
          const State& after, EventIndex index, Instant at)
        : m_context{context},
          m_policy{context.policy},
          m_person{person},
          m_body{body},
          m_before{before},
          m_after{after},
          m_index{index},
          m_at{at}
    {}

    void judge(Verdict& verdict)
    {
        m_out = &verdict;
        code();
        steps();
        words();
    }

private:
    std::string say(const std::string& id, const NamedTexts& values) const
    {
        return fill(m_policy.sentence(id), values);
    }

    void code()
    {
        const auto record = std::ranges::find(m_after.bounces, m_index, &BounceRecord::event);
        if (record == m_after.bounces.end())
            return;
        const policy::Reason& reason = *m_policy.reason(record->code);
        m_out->cls = record->cls;
        m_out->code = record->code;
        m_out->label = reason.label;
        m_out->protocol = reason.protocol;
        m_out->requiredStep = reason.step;
        const auto age = ageAt(m_person, m_at);
        const Service& service = *m_context.directory.find(m_body.service);
        m_out->situation = situationOf(reason, service, m_body.need, age, m_after.severeMentalIllness);
        const Cited cited{
            record->code, m_body.service, m_body.need, m_out->situation, age, m_after.severeMentalIllness};
        for (const policy::Citation* citation :
             citationsFor(m_policy, m_out->situation, m_body.need, age, m_after.severeMentalIllness))
            m_out->citations.push_back({citation->key, citation->text, citation->certainty, citation->printable(),
                                        whyCited(m_context, *citation, cited)});
    }

    void addStep(std::string_view what, const Owner& owner, Instant due, int level)
    {
        m_out->steps.push_back({std::string{what}, owner, due, level, say("step." + std::string{what}, {})});
    }

    /// The whole ladder with its due times, not only the rung that is open.
    void addLadder(const ChallengeRecord& challenge)
    {
        const auto& ladder = ladderOf(m_context, challenge);
        for (std::size_t rung = rungAt(m_context, challenge, m_at); rung < ladder.size(); ++rung) {
            const policy::Rung& step = ladder[rung];
            addStep(step.what, stepOwner(m_after, challenge, step, rung), rungDue(m_context, challenge, rung),
                    step.level);
        }
    }

    /// The ladder is listed whole below; what the refuser owes besides, and the check-ins, are no steps of an answer.
    static bool isAside(std::string_view rule)
    {
        static constexpr std::array aside{RuleCode::challengeLadder, RuleCode::refuserReason, RuleCode::refuserContact,
                                          RuleCode::refuserSeat,     RuleCode::protocolAsked, RuleCode::supportCheckIn};
        return std::ranges::any_of(aside, [rule](RuleCode code) { return nameOf(code) == rule; });
    }

    void steps()
    {
        for (const NextAction& action : m_out->after.nextActions) {
            if (covers(action.need, m_body.need) && !isAside(action.rule.text()))
                addStep(action.what, action.owner, action.due, action.escalationLevel);
        }
        const auto challenge = std::ranges::find_if(m_after.challenges, [&](const ChallengeRecord& record) {
            return record.open && record.need == m_body.need && record.service == m_body.service;
        });
        if (challenge != m_after.challenges.end())
            addLadder(*challenge);
        std::ranges::stable_sort(m_out->steps, {}, &VerdictStep::due);
        seeToSafetyOnce();
    }

    /// A refusal adds to what an earlier fact asked for; to look at somebody's safety twice at once is one step.
    void seeToSafetyOnce()
    {
        bool seen = false;
        std::erase_if(m_out->steps, [&seen](const VerdictStep& step) {
            const bool again = seen && step.what == "safety_follow_up";
            seen = seen || step.what == "safety_follow_up";
            return again;
        });
    }

    void words()
    {
        const auto& leg = m_before.needs[m_body.need].leg;
        const bool foreign = !leg || leg->service != m_body.service || isTerminal(leg->state);
        const std::string tone{toneOf(*m_out, m_body, foreign)};
        m_out->title = say("title." + tone, {});
        const auto& holder = m_out->after.needs[m_body.need].holder;
        m_out->holder = holder;
        NamedTexts values{{"service", wordsFor(m_context, m_body.service)},
                          {"need", wordsFor(m_context, nameOf(m_body.need))}};
        values.emplace_back("worker", holder ? holder->worker.str() : std::string{});
        const std::string audience = tone == "foreign" ? "logged" : tone;
        const policy::Reason* reason = m_out->code ? m_policy.reason(*m_out->code) : nullptr;
        m_out->tellPerson = reason && !reason->tellPerson.empty() ? fill(reason->tellPerson, values)
                                                                  : say("tell.person." + audience, values);
        m_out->tellCarer = say("tell.carer." + audience, values);
        if (!holder)
            return;
        const auto& earlier = m_before.needs[m_body.need].holder;
        const bool stays = earlier && earlier->service == holder->service && earlier->worker == holder->worker;
        values[0].second = wordsFor(m_context, holder->service);
        m_out->holderSentence = say(stays ? "holder.stays" : "holder.moves", values);
    }

    const Context& m_context;
    const Policy& m_policy;
    const PersonFacts& m_person;
    const event::Response& m_body;
    const State& m_before;
    const State& m_after;
    EventIndex m_index;
    Instant m_at;
    Verdict* m_out = nullptr;
};

std::vector<std::string> raised(const Snapshot& before, const Snapshot& after)
{
    std::vector<std::string> flags;
    std::ranges::set_difference(after.flags, before.flags, std::back_inserter(flags));
    return flags;
}

/// A decline whose reason nobody has chosen yet: the case as it is, and what its words may mean.
Verdict undecided(const Context& context, const event::Response& body, const Event& response, Snapshot now)
{
    Verdict verdict;
    verdict.policyId = context.policy.id;
    verdict.policyVersion = context.policy.version;
    verdict.title = context.policy.sentence("title.reason_needed");
    verdict.holder = now.needs[body.need].holder;
    verdict.candidates = candidateCodes(context.policy, body.need, response.words);
    verdict.after = std::move(now);
    return verdict;
}

}  // namespace

Result<Verdict> judge(const Context& context, const PersonFacts& person, std::span<const Event> history,
                      const Event& response)
{
    const auto* body = std::get_if<event::Response>(&response.body);
    if (!body)
        return invalid("/type", "expected a response");
    std::vector<Event> events{history.begin(), history.end()};
    const auto past = History::read(events);
    if (!past)
        return past.error();
    State before;
    if (auto folded = foldAll(context, person, events, *past, before); !folded)
        return std::move(folded).error();
    if (!events.empty() && response.at < events.back().at)
        return invalid("/at", "expected an instant that is not before the last event");
    advance(context, before, response.at, true);
    Snapshot snapshotBefore = render(context, person, before, events, *past, response.at, Explain::no);
    if (body->kind == ResponseKind::declined && !body->reason)
        return undecided(context.at(response.at), *body, response, std::move(snapshotBefore));

    events.push_back(response);
    const auto all = History::read(events);
    State after;
    if (auto folded = foldAll(context, person, std::span{events}.first(history.size()), *past, after); !folded)
        return std::move(folded).error();
    const auto index = static_cast<EventIndex>(history.size());
    const Context then = context.at(response.at);
    if (auto applied = applyStep(Step{then, person, after, events.back(), index, std::nullopt}); !applied)
        return std::move(applied).error();

    Verdict verdict;
    verdict.policyId = then.policy.id;
    verdict.policyVersion = then.policy.version;
    verdict.after = render(context, person, after, events, *all, response.at, Explain::yes);
    verdict.why = verdict.after.why;
    verdict.flags = raised(snapshotBefore, verdict.after);
    for (std::size_t i = 0; i < after.letters.size() && i < verdict.after.letters.size(); ++i)
        if (verdict.after.letters[i].event == response.id && verdict.after.letters[i].to == body->service.text())
            verdict.letters.push_back(verdict.after.letters[i]);
    Judge{then, person, *body, before, after, index, response.at}.judge(verdict);
    if (!body->reason && !response.words.empty())
        verdict.candidates = candidateCodes(then.policy, body->need, response.words);
    return verdict;
}

}  // namespace holdfast::engine
