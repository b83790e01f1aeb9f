#include "letters/parts.h"

#include <algorithm>
#include <array>

namespace holdfast::letters {
namespace {

std::string orNotRecorded(const std::string& text)
{
    return text.empty() ? "not recorded" : text;
}

std::string bandWords(const engine::Score::Reading& reading)
{
    if (!reading.band.empty())
        return plainWords(reading.band);
    if (reading.positive)
        return *reading.positive ? "at or above the cut-off" : "below the cut-off";
    return "no band";
}

std::string readingWords(const engine::Score& score)
{
    if (score.missing > 0)
        return "not complete, " + std::to_string(score.missing) + (score.missing == 1 ? " answer" : " answers") +
               " missing";
    if (score.female && score.male) {
        const std::string female = bandWords(*score.female);
        const std::string male = bandWords(*score.male);
        return female == male ? female : female + " by the cut-off for women, " + male + " by the one for men";
    }
    return bandWords(score.reading);
}

std::string needDetail(const engine::NeedSnapshot& need)
{
    std::string text = statusWords(need.status);
    if (isOpen(need.status) && need.severity)
        text += ", " + severityWords(*need.severity);
    std::vector<std::string> detail;
    for (const std::string& each : need.detail)
        detail.push_back(plainWords(each));
    if (!detail.empty())
        text += ": " + listed(detail);
    return capital(text);
}

/// Time ran out and nothing came: that is not an answer, and no row among answers.
bool isSilence(const Policy& policy, const ReasonCode& code)
{
    return std::ranges::any_of(policy.silenceClocks, [&](const auto& clock) { return clock.code == code; });
}

std::string yesNo(const std::optional<bool>& fact)
{
    if (!fact)
        return "Nobody has recorded an answer";
    return *fact ? "Yes" : "Asked, and no";
}

}  // namespace

void addNeedsTable(Document& document, const Facts& facts)
{
    std::vector<std::vector<std::string>> rows{{"Need", "What we know", "Referred to", "Where it stands"}};
    for (const Need need : allNeeds) {
        const engine::NeedSnapshot& now = facts.now.needs[need];
        std::string to = "not referred";
        std::string stands = "-";
        if (now.leg) {
            to = serviceName(facts, now.leg->service);
            if (now.leg->sentAt)
                to += ", " + shortDay(*now.leg->sentAt);
            stands = capital(legWords(now.leg->state));
        }
        rows.push_back({capital(needWords(need)), needDetail(now), to, stands});
    }
    document.table(std::move(rows));
}

void addScores(Document& document, const Facts& facts)
{
    if (facts.now.scores.empty())
        return;
    document.heading("Screening scores");
    std::vector<std::vector<std::string>> rows{{"Screen", "Score", "Band", "Date"}};
    for (const engine::Score& score : facts.now.scores)
        rows.push_back({score.instrument.str(), score.total ? std::to_string(*score.total) : "no total",
                        capital(readingWords(score)), shortDay(score.at)});
    document.table(std::move(rows));
    document.add(BlockStyle::note, "A screen is not a diagnosis.");
}

void addSafety(Document& document, const Facts& facts)
{
    document.heading("Safety");
    const SafetyFacts& safety = facts.now.safety;
    std::vector<std::vector<std::string>> rows{{"Asked about", "Answer"},
                                               {"Thoughts of suicide", yesNo(safety.suicidalThoughts)},
                                               {"A recent attempt", yesNo(safety.recentAttempt)},
                                               {"An overdose", yesNo(safety.overdose)},
                                               {"Severe withdrawal if use stops", yesNo(safety.withdrawalRisk)}};
    if (safety.pregnant || facts.person.sex != Sex::male)
        rows.push_back({"Pregnancy", yesNo(safety.pregnant)});
    document.table(std::move(rows));
}

void addEarlierAnswers(Document& document, const Facts& facts, const EventId& without)
{
    std::vector<std::vector<std::string>> rows{{"Date", "Service", "What happened", "Days lost"}};
    std::vector<std::string> silences;
    for (const engine::Bounce& bounce : facts.now.bounces) {
        if (!without.empty() && bounce.event == without)
            continue;
        const std::string service = serviceName(facts, std::string_view{bounce.service});
        if (isSilence(facts.policy, bounce.code)) {
            silences.push_back("Silence: by " + shortDay(bounce.at) + " " + service + " had not answered about " +
                               needWords(bounce.need) + " (" + daysWords(bounce.daysLost) + " lost).");
            continue;
        }
        std::string said = reasonLabel(facts.policy, bounce.code) + " (" + needWords(bounce.need) + ")";
        if (bounce.overturned)
            said += ". Later overturned";
        rows.push_back({shortDay(bounce.at), service, said, std::to_string(bounce.daysLost)});
    }
    if (rows.size() == 1 && silences.empty())
        return;
    document.heading(without.empty() ? "What happened before" : "What happened before this");
    if (rows.size() > 1)
        document.table(std::move(rows));
    for (std::string& silence : silences)
        document.bullet(std::move(silence));
}

void addClocks(Document& document, const Facts& facts)
{
    document.heading("Clocks");
    for (const Need need : allNeeds) {
        const engine::NeedSnapshot& now = facts.now.needs[need];
        if (!isOpen(now.status) || !now.firstAskedAt)
            continue;
        document.bullet(firstName(facts.person) + " first asked for help with " + needWords(need) + " on " +
                        shortDay(*now.firstAskedAt) + ", " + daysWords(now.daysSinceAsked) +
                        " ago. A new referral does not start this clock again.");
        const Service* service = now.leg ? facts.directory.find(now.leg->service) : nullptr;
        if (!service)
            continue;
        for (const policy::Standard& standard : facts.policy.standards)
            if (standard.urgencies.empty() && std::ranges::find(standard.kinds, service->kind) != standard.kinds.end())
                document.bullet(service->name + ": " + standard.label + " (" + standard.status + ").");
    }
}

void addMeanwhile(Document& document, const Facts& facts)
{
    document.heading("Meanwhile");
    for (const Need need : openNeeds(facts))
        if (const std::string holder = holderWords(facts, need); !holder.empty())
            document.bullet(holder + " stays responsible for " + needWords(need) +
                            " until another service has accepted and named a worker.");
    for (const std::string& support : facts.interim)
        document.bullet(support);
}

void addReaching(Document& document, const Facts& facts)
{
    const Person& person = facts.person;
    const SafeContact& contact = person.contact;
    document.heading("Reaching " + firstName(person) + " safely");
    if (!person.safetyAlerts.empty())
        document.add(BlockStyle::paragraph, {{person.safetyAlerts, true}});
    if (!contact.preference.empty())
        document.bullet("In their words: " + contact.preference);
    document.bullet("Phone: " + orNotRecorded(contact.phone) + ". Texts: " + (contact.mayText ? "yes" : "no") +
                    ". Voicemail: " + (contact.mayLeaveVoicemail ? "yes" : "no") +
                    ". Letters home: " + (contact.mayWrite ? "yes" : "no") + ".");
    if (contact.discreetOnly)
        document.bullet("Be discreet: withhold your number, and name no service.");
    const std::array<std::pair<const char*, const std::string*>, 5> more{{{"Interpreter: ", &person.interpreter},
                                                                          {"Adjustments: ", &person.adjustments},
                                                                          {"Access: ", &person.accessNeeds},
                                                                          {"Comes along: ", &person.companion},
                                                                          {"Wishes: ", &person.wishes}}};
    for (const auto& [label, text] : more)
        if (!text->empty())
            document.bullet(label + *text);
}

void addWhatMatters(Document& document, const Facts& facts)
{
    for (auto event = facts.events.rbegin(); event != facts.events.rend(); ++event) {
        if (!std::holds_alternative<event::AssessmentSigned>(event->body) || event->words.empty())
            continue;
        document.heading("What matters to " + firstName(facts.person));
        document.add(BlockStyle::quotation, event->words);
        return;
    }
}

void addPlannedSteps(Document& document, const Facts& facts)
{
    if (facts.now.nextActions.empty())
        return;
    document.heading("What is promised, and by when");
    for (const engine::NextAction& action : facts.now.nextActions) {
        const std::string about = action.about.empty() ? std::string{} : " (" + serviceName(facts, action.about) + ")";
        document.bullet(stepWords(facts.policy, action.what) + about + ", by " + dueWords(action.due) + ".");
    }
}

}  // namespace holdfast::letters
