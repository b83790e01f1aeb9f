// Who is talked about: made from what is outstanding for each person, so that nobody has to be remembered.
#include "domain/meeting.h"

#include <algorithm>
#include <array>
#include <map>

namespace holdfast {
namespace {

constexpr int shortTalk = 10;
constexpr int longTalk = 15;
constexpr int meetingRung = 3;  ///< of the challenge ladder: the joint meeting

struct Meaning {
    std::string_view what;
    AgendaReason reason;
};

constexpr std::array meanings{
    Meaning{"safety_follow_up", AgendaReason::safety},
    Meaning{"supervisor_review", AgendaReason::safety},
    Meaning{"crisis_reassess", AgendaReason::safety},
    Meaning{"hold_mdt", AgendaReason::passedAround},
    Meaning{"keyworker_query", AgendaReason::refused},
    Meaning{"challenge_letter", AgendaReason::refused},
    Meaning{"supervisors_contact", AgendaReason::refused},
    Meaning{"strategic_lead_review", AgendaReason::refused},
    Meaning{"external_route", AgendaReason::refused},
    Meaning{"second_opinion", AgendaReason::refused},
    Meaning{"protocol_review", AgendaReason::refused},
    Meaning{"repeat_attendance_review", AgendaReason::crisisDoor},
    Meaning{"plan_transition", AgendaReason::turning18},
    Meaning{"mdt_seat", AgendaReason::asked},
};

std::optional<AgendaReason> reasonFor(const AgendaSign& sign)
{
    const std::string_view rule = sign.rule;
    if (rule.starts_with("silence") || sign.what == "chase")
        return sign.workingDaysOverdue > 0 ? std::optional{AgendaReason::overdue} : std::nullopt;
    if (sign.what == "hold_mdt" && sign.escalation >= meetingRung && !rule.starts_with("tennis"))
        return AgendaReason::refused;
    const auto found = std::ranges::find(meanings, std::string_view{sign.what}, &Meaning::what);
    return found == meanings.end() ? std::nullopt : std::optional{found->reason};
}

struct Gathered {
    std::vector<AgendaReason> reasons;
    int escalation = 0;
    int overdue = 0;
    std::size_t first = 0;  ///< where the list had them first
};

}  // namespace

std::vector<AgendaItem> buildAgenda(const std::vector<AgendaSign>& signs)
{
    std::map<PersonId, Gathered> people;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const auto reason = reasonFor(signs[i]);
        if (!reason)
            continue;
        const auto [at, fresh] = people.try_emplace(signs[i].person);
        Gathered& person = at->second;
        if (fresh)
            person.first = i;
        if (std::ranges::find(person.reasons, *reason) == person.reasons.end())
            person.reasons.push_back(*reason);
        person.escalation = std::max(person.escalation, signs[i].escalation);
        person.overdue = std::max(person.overdue, signs[i].workingDaysOverdue);
    }
    std::vector<std::pair<PersonId, Gathered>> order{people.begin(), people.end()};
    for (auto& [id, person] : order)
        std::ranges::sort(person.reasons);
    // The most pressing reason first; then how far it has gone, how late it is, and where the list had them.
    const auto rank = [](const auto& each) {
        const Gathered& person = each.second;
        return std::tuple{person.reasons.front(), -person.escalation, -person.overdue, person.first};
    };
    std::ranges::sort(order, {}, rank);
    std::vector<AgendaItem> agenda;
    for (const auto& [id, person] : order) {
        const bool isLong = person.reasons.front() <= AgendaReason::passedAround || person.reasons.size() > 1;
        AgendaItem item;
        item.person = id;
        item.reasons = person.reasons;
        item.minutes = isLong ? longTalk : shortTalk;
        agenda.push_back(std::move(item));
    }
    return agenda;
}

}  // namespace holdfast
