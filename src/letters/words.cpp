#include "letters/words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace holdfast::letters {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

struct StepWords {
    std::string_view what;
    std::string_view forPerson;
};
constexpr std::array personSteps{
    StepWords{"hold_mdt", "The services meet and agree one plan with you"},
    StepWords{"supervisor_review", "A supervisor looks at why there is no answer"},
    StepWords{"keyworker_query", "We ask the service for its reason, and who decided"},
    StepWords{"challenge_letter", "We write to the service and ask it to decide again"},
    StepWords{"supervisors_contact", "The supervisors of both services speak to each other"},
    StepWords{"strategic_lead_review", "The lead across both services looks at it"},
    StepWords{"external_route", "We open a complaint outside the service with you, if you want that"},
    StepWords{"chase", "We ask the service again for its answer"},
    StepWords{"check_reply", "We check whether an answer came"},
    StepWords{"name_worker", "A worker is named for you"},
    StepWords{"complete_handover", "The service finds the right service for you and hands over to it"},
    StepWords{"reoffer", "We offer you help again"},
    StepWords{"ask_both", "We ask you about mental health and about drugs and alcohol"},
    StepWords{"ask_capacity", "We talk with you again about what you want"},
    StepWords{"plan_transition", "We plan the move to the next service with you"},
    StepWords{"step_down_plan", "We make a plan with you for afterwards"},
    StepWords{"make_referral", "We send your referral"},
    StepWords{"waiting_well_contact", "We get in touch to see how you are"},
    StepWords{"call_back", "The call you are waiting for is returned"},
    StepWords{"missed_visit_follow_up", "We get in touch about the visit you missed"},
    StepWords{"safety_follow_up", "A supervisor talks with us about how to keep you safe"},
    StepWords{"confirm_with_person", "We ask you whether this is what you want"},
    StepWords{"ask_safety", "We ask you how safe you feel"},
    StepWords{"check_in", "Your worker gets in touch to see how you are"},
    StepWords{"crisis_reassess", "A time to see you again is set"},
    StepWords{"named_contact", "The service names somebody you can speak to"},
    StepWords{"outreach", "We get in touch with you"},
    StepWords{"phone_call", "We ring the service about its questions"},
    StepWords{"reason_in_writing", "The service writes its reason down"},
    StepWords{"repeat_attendance_review", "We look with you at your visits to the hospital"},
    StepWords{"second_opinion", "Somebody else looks at the decision"},
    StepWords{"worse_review", "We look at your wait again, because things got worse"},
    // What services settle among themselves.
    StepWords{"feed_back_outcome", ""},
    StepWords{"mdt_seat", ""},
    StepWords{"protocol_check", ""},
    StepWords{"protocol_review", ""},
    StepWords{"second_look", ""},
    StepWords{"joint_closure", "We agree with you and both services when help ends"},
};

bool isCode(std::string_view what)
{
    return !what.empty() && std::ranges::all_of(what, [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); });
}

}  // namespace

std::string shortDay(Date day)
{
    const std::chrono::year_month_day parts{day};
    std::string text = std::to_string(static_cast<unsigned>(parts.day())) + ' ';
    text += months[static_cast<unsigned>(parts.month()) - 1];
    return text + ' ' + std::to_string(static_cast<int>(parts.year()));
}

std::string dayWords(Date day)
{
    return std::string{weekdays[std::chrono::weekday{day}.c_encoding()]} + ' ' + shortDay(day);
}

std::string dayWords(Instant at)
{
    return dayWords(londonDate(at));
}

std::string shortDay(Instant at)
{
    return shortDay(londonDate(at));
}

std::string dueWords(Instant due)
{
    const auto local = std::chrono::floor<std::chrono::minutes>(due + londonOffset(due));
    const auto minutes = (local - std::chrono::floor<std::chrono::days>(local)).count();
    const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ':' + two(minutes % 60) + " on " + dayWords(due);
}

std::string daysWords(int days)
{
    return std::to_string(days) + (days == 1 ? " day" : " days");
}

std::string capital(std::string text)
{
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string listed(const std::vector<std::string>& items)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

std::string spacedNumber(const std::string& number)
{
    if (number.size() != 10)
        return number;
    return number.substr(0, 3) + ' ' + number.substr(3, 3) + ' ' + number.substr(6);
}

std::string needWords(Need need)
{
    return need == Need::mentalHealth ? "mental health" : "drugs and alcohol";
}

std::string severityWords(Severity severity)
{
    return std::string{nameOf(severity)};
}

std::string statusWords(NeedStatus status)
{
    switch (status) {
    case NeedStatus::notAsked: return "not asked yet";
    case NeedStatus::none: return "asked, and none found";
    case NeedStatus::possible: return "possible";
    case NeedStatus::present: return "present";
    case NeedStatus::met: return "met";
    case NeedStatus::declinedByPerson: return "the person chose not to take this up for now";
    }
    return {};
}

std::string legWords(LegState state)
{
    switch (state) {
    case LegState::draft: return "not sent yet";
    case LegState::sent: return "sent, no answer yet";
    case LegState::acknowledged: return "received, not decided yet";
    case LegState::informationRequested: return "more information was asked for";
    case LegState::accepted: return "accepted";
    case LegState::waiting: return "accepted, waiting";
    case LegState::started: return "help has started";
    case LegState::challenged: return "refused, and the refusal is being challenged";
    case LegState::handoverPending: return "refused, and a hand-over is owed";
    case LegState::completed: return "completed";
    case LegState::withdrawnByPerson: return "withdrawn at the person's wish";
    case LegState::closedJointly: return "closed together";
    }
    return {};
}

std::string roleWords(Role role)
{
    switch (role) {
    case Role::keyworker: return "Keyworker";
    case Role::coordinator: return "Coordinator";
    case Role::supervisor: return "Supervisor";
    case Role::administrator: return "Administrator";
    }
    return {};
}

std::string replyWords(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::acknowledged: return "confirmed that the referral came";
    case ResponseKind::informationRequested: return "asked for more information";
    case ResponseKind::accepted: return "accepted the referral";
    case ResponseKind::waitingList: return "accepted the referral on to a waiting list";
    case ResponseKind::appointmentOffered: return "offered an appointment";
    case ResponseKind::started: return "started to help";
    case ResponseKind::declined: return "declined the referral";
    case ResponseKind::returnedWithAdvice: return "returned the referral with advice";
    case ResponseKind::signposted: return "pointed elsewhere in place of a referral";
    case ResponseKind::didNotAttend: return "recorded a missed visit";
    case ResponseKind::discharged: return "discharged the person";
    case ResponseKind::completed: return "ended its help as completed";
    }
    return {};
}

std::string classWords(BounceClass cls)
{
    switch (cls) {
    case BounceClass::never: return "never by itself a reason to turn somebody away";
    case BounceClass::handover: return "a reason that carries a duty to hand over";
    case BounceClass::soft: return "not an answer yet";
    }
    return {};
}

std::string reasonLabel(const Policy& policy, const ReasonCode& code)
{
    const policy::Reason* reason = policy.reason(code);
    return reason ? reason->label : code.str();
}

std::string plainWords(std::string_view text)
{
    if (text == "gp")
        return "GP";
    std::string plain{text};
    if (isCode(text))
        std::ranges::replace(plain, '_', ' ');
    return plain;
}

std::string serviceName(const Facts& facts, const ServiceId& id)
{
    const Service* service = facts.directory.find(id);
    return service ? service->name : plainWords(id.text());
}

std::string serviceName(const Facts& facts, std::string_view id)
{
    return ServiceId::fits(id) ? serviceName(facts, ServiceId{id}) : std::string{id};
}

std::string workerName(const Facts& facts, const WorkerId& id)
{
    const auto found = facts.workers.find(id);
    return found == facts.workers.end() ? id.str() : found->second;
}

std::string firstName(const Person& person)
{
    if (!person.preferredName.empty())
        return person.preferredName;
    return person.givenName.empty() ? person.familyName : person.givenName;
}

std::string fullName(const Person& person)
{
    if (person.givenName.empty() || person.familyName.empty())
        return person.givenName + person.familyName;
    return person.givenName + ' ' + person.familyName;
}

std::string holderWords(const Facts& facts, Need need)
{
    const auto& holder = facts.now.needs[need].holder;
    if (!holder)
        return {};
    const std::string service = serviceName(facts, holder->service);
    if (holder->acting)
        return service + " (a new worker is being named)";
    return workerName(facts, holder->worker) + " at " + service;
}

std::string stepWords(const Policy& policy, std::string_view what)
{
    const std::string_view known = policy.sentence("step." + std::string{what});
    return known.empty() ? capital(plainWords(what)) : std::string{known};
}

std::string stepForPerson(std::string_view what)
{
    const auto known = std::ranges::find(personSteps, what, &StepWords::what);
    if (known != personSteps.end())
        return std::string{known->forPerson};
    return isCode(what) ? "We look at what happens next" : capital(std::string{what});
}

std::vector<PlannedStep> stepsForPerson(const Facts& facts)
{
    std::vector<PlannedStep> steps;
    for (const engine::NextAction& action : facts.now.nextActions) {
        std::string words = stepForPerson(action.what);
        if (!words.empty() && std::ranges::find(steps, words, &PlannedStep::words) == steps.end())
            steps.push_back({std::move(words), action.due});
    }
    return steps;
}

const Event* eventOf(const Facts& facts, const EventId& id)
{
    const auto found = std::ranges::find(facts.events, id, &Event::id);
    return id.empty() || found == facts.events.end() ? nullptr : &*found;
}

std::vector<Need> openNeeds(const Facts& facts)
{
    std::vector<Need> open;
    for (const Need need : allNeeds)
        if (isOpen(facts.now.needs[need].status))
            open.push_back(need);
    return open;
}

}  // namespace holdfast::letters
