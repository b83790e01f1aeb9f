// A history as the rules of oracle/run.clp read it: one line for each event, every field in its place.
#include "prove/histories.h"

#include <array>
#include <map>

namespace holdfast::prove {
namespace {

std::string secondsOf(Instant instant)
{
    return std::to_string(std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count());
}

std::string daysOf(Date date)
{
    return std::to_string(date.time_since_epoch().count());
}

std::string said(const std::optional<bool>& value)
{
    return !value ? "nil" : *value ? "yes" : "no";
}

template <class Id>
std::string maybe(const std::optional<Id>& id)
{
    return id ? id->str() : "nil";
}

/// The fields by name; those an event does not have are nil.
struct Line {
    std::string need = "nil", service = "nil", worker = "nil", code = "nil", what = "nil", other = "nil", date = "nil",
                ref = "nil", more;
};

class Scribe {
public:
    Line line;

    void operator()(const event::Attempt& body)
    {
        line.need = nameOf(body.need);
        line.service = maybe(body.service);
        line.worker = maybe(body.worker);
        line.code = maybe(body.reason);
        line.what = body.source;
        if (body.happenedAt)
            line.date = secondsOf(*body.happenedAt);
    }
    void operator()(const event::AssessmentSigned& body)
    {
        line.service = body.service.str();
        line.worker = body.worker.str();
        bool item = false;
        for (const InstrumentAnswers& answers : body.instruments)
            item = item || (answers.instrument.text() == "PHQ-9" && answers.items[8].value_or(0) > 0);
        line.more = std::string{nameOf(body.found.mentalHealth.status)} + ' ' +
                    std::string{nameOf(body.found.substanceUse.status)} + (item ? " yes" : " no");
    }
    void operator()(const event::ReferralSent& body)
    {
        for (const auto& leg : body.legs)
            line.more += std::string{nameOf(leg.need)} + ' ' + leg.service.str() + ' ';
    }
    void operator()(const event::Response& body)
    {
        about(body.need, body.service);
        line.worker = maybe(body.worker);
        line.code = maybe(body.reason);
        line.what = nameOf(body.kind);
        line.other = maybe(body.pointsTo);
    }
    void operator()(const event::ChallengeSent& body) { about(body.need, body.service); }
    void operator()(const event::ChallengeAnswered& body)
    {
        about(body.need, body.service);
        line.worker = maybe(body.worker);
        line.what = nameOf(body.outcome);
        line.other = body.accepted ? "yes" : "no";
    }
    void operator()(const event::ChallengeWithdrawn& body) { about(body.need, body.service); }
    void operator()(const event::HandoverAccepted& body)
    {
        about(body.need, body.service);
        line.worker = body.worker.str();
    }
    void operator()(const event::WorkerChanged& body)
    {
        if (body.need)
            line.need = nameOf(*body.need);
        line.service = body.service.str();
        line.worker = maybe(body.worker);
    }
    void operator()(const event::PersonDeclined& body)
    {
        line.need = nameOf(body.need);
        line.date = daysOf(body.reOfferOn);
        line.what = said(body.capacity);
    }
    void operator()(const event::AftercarePlanned& body)
    {
        line.need = nameOf(body.need);
        if (body.until)
            line.date = daysOf(*body.until);
        line.what = body.declined ? "declined" : "nil";
    }
    void operator()(const event::JointClosure& body)
    {
        line.what = body.needs.size() > 1 ? "both" : std::string{nameOf(body.needs.front())};
        for (const std::string& name : body.agreedBy)
            line.more += name + ' ';
    }
    void operator()(const event::Mdt& body)
    {
        line.worker = body.lead.str();
        for (const auto& action : body.actions)
            line.more += std::string{nameOf(action.need)} + ' ' + action.what + ' ' + action.owner + ' ' +
                         secondsOf(action.due) + ' ';
    }
    void operator()(const event::Contact& body)
    {
        line.service = body.service.str();
        line.what = nameOf(body.direction);
        line.other = nameOf(body.outcome);
    }
    void operator()(const event::Reopened& body)
    {
        about(body.need, body.service);
        line.worker = body.worker.str();
    }
    void operator()(const event::SecondLook& body)
    {
        line.ref = body.event.str().substr(1);
        line.what = nameOf(body.cls);
    }
    void operator()(const event::EnteredInError& body) { line.ref = body.event.str().substr(1); }
    void operator()(const event::PersonDied& body) { line.date = daysOf(body.on); }
    void operator()(const event::LetterSent& body)
    {
        line.need = nameOf(body.need);
        line.service = body.to;
        line.what = body.kind;
    }
    void operator()(const event::ProtocolApplied& body)
    {
        about(body.need, body.service);
        line.what = body.applied ? "yes" : "no";
    }
    void operator()(const event::SecondOpinionRequested& body) { about(body.need, body.service); }
    void operator()(const event::OutcomeFedBack& body) { line.what = body.to; }
    void operator()(const event::SupportCheckIn& body)
    {
        line.need = nameOf(body.need);
        line.worker = body.worker.str();
        line.what = nameOf(body.outcome);
        if (body.change)
            line.other = nameOf(*body.change);
    }
    void operator()(const event::StepHandedOn& body)
    {
        about(body.need, body.service);
        line.worker = body.worker.str();
    }
    void operator()(const event::GoodExperience& body)
    {
        line.need = nameOf(body.need);
        line.service = body.service.str();
    }
    void operator()(const event::CostBorne& body)
    {
        line.need = nameOf(body.need);
        line.service = body.service.str();
    }
    void operator()(const event::Now&) {}

private:
    void about(Need need, const ServiceId& service)
    {
        line.need = nameOf(need);
        line.service = service.str();
    }
};

}  // namespace

std::string forOracle(std::size_t number, const History& history)
{
    std::string text = "H " + std::to_string(number);
    if (history.person.born) {
        const std::chrono::year_month_day born{*history.person.born};
        text += ' ' + std::to_string(static_cast<int>(born.year())) + ' ' +
                std::to_string(static_cast<unsigned>(born.month())) + ' ' +
                std::to_string(static_cast<unsigned>(born.day()));
    } else {
        text += " nil";
    }
    text += '\n';
    for (std::size_t i = 0; i < history.events.size(); ++i) {
        const Event& event = history.events[i];
        Scribe scribe;
        std::visit(scribe, event.body);
        text += "E " + std::to_string(i + 1) + ' ' + secondsOf(event.at) + ' ' + std::string{kindOf(event)};
        const SafetyFacts& safety = event.safety;
        for (const auto& fact : {safety.suicidalThoughts, safety.recentAttempt, safety.overdose, safety.pregnant,
                                 safety.withdrawalRisk, safety.intoxicatedNow})
            text += ' ' + said(fact);
        Line& line = scribe.line;
        if (event.words == soberWords)
            line.ref = line.ref == "nil" ? "sober" : line.ref;
        for (const std::string* field : {&line.need, &line.service, &line.worker, &line.code, &line.what, &line.other,
                                         &line.date, &line.ref, &line.more})
            text += ' ' + *field;
        text += '\n';
    }
    return text + "Z\n";
}

}  // namespace holdfast::prove
