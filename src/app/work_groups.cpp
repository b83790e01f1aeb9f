#include "app/work_groups.h"

#include <algorithm>
#include <array>

namespace holdfast::app {
namespace {

constexpr std::string_view crisisDesk = "crisis";
constexpr std::string_view safetyFollowUp = "safety_follow_up";

struct Place {
    std::string_view what;
    WorkGroup group;
};

// Every code of engine.md section 4a; an MDT action has words of its own and is known by its rule.
constexpr std::array places{
    Place{safetyFollowUp, WorkGroup::crisis},
    Place{"supervisor_review", WorkGroup::crisis},
    Place{"crisis_reassess", WorkGroup::crisis},
    Place{"ask_safety", WorkGroup::crisis},
    Place{"chase", WorkGroup::overdueReplies},
    Place{"keyworker_query", WorkGroup::bounces},
    Place{"challenge_letter", WorkGroup::bounces},
    Place{"supervisors_contact", WorkGroup::bounces},
    Place{"strategic_lead_review", WorkGroup::bounces},
    Place{"external_route", WorkGroup::bounces},
    Place{"withdraw_challenge_reason", WorkGroup::bounces},
    Place{"complete_handover", WorkGroup::bounces},
    Place{"confirm_with_person", WorkGroup::bounces},
    Place{"second_look", WorkGroup::bounces},
    Place{"second_opinion", WorkGroup::bounces},
    Place{"protocol_review", WorkGroup::bounces},
    Place{"hold_mdt", WorkGroup::mdtActions},
    Place{"mdt_seat", WorkGroup::mdtActions},
    Place{"repeat_attendance_review", WorkGroup::mdtActions},
    Place{"plan_transition", WorkGroup::turning18},
    Place{"call_back", WorkGroup::unanswered},
    Place{"phone_call", WorkGroup::unanswered},
};

constexpr std::array<std::string_view, 5> ownerRoles{"worker", "coordinator", "supervisor", "strategic_lead", "duty"};

}  // namespace

std::string_view ownerRoleName(engine::OwnerRole role)
{
    return ownerRoles[static_cast<std::size_t>(role)];
}

engine::OwnerRole ownerRoleNamed(std::string_view name)
{
    const auto at = std::ranges::find(ownerRoles, name);
    return at == ownerRoles.end() ? engine::OwnerRole::supervisor
                                  : static_cast<engine::OwnerRole>(at - ownerRoles.begin());
}

WorkGroup groupOf(const engine::NextAction& action)
{
    const std::string_view rule = action.rule.text();
    if (rule.starts_with("silence"))
        return WorkGroup::overdueReplies;
    if (rule.starts_with("mdt"))
        return WorkGroup::mdtActions;
    const auto place = std::ranges::find(places, std::string_view{action.what}, &Place::what);
    return place == places.end() ? WorkGroup::checkIns : place->group;
}

bool isOnToday(WorkGroup group, Instant due, Instant now, const WorkingDays& days)
{
    constexpr int workingDaysAhead = 2;
    return group != WorkGroup::checkIns || due <= days.due(now, workingDaysAhead);
}

std::string deskFor(const engine::NextAction& action, WorkGroup group, const ServiceId& holdingService)
{
    const ServiceId service = action.owner.service.empty() ? holdingService : action.owner.service;
    if (group == WorkGroup::crisis)
        return store::deskOf(crisisDesk, service);
    if (action.owner.role == engine::OwnerRole::worker)
        return store::deskOf(action.owner.worker);
    const bool anySupervisor = action.owner.role == engine::OwnerRole::strategicLead;
    return store::deskOf(ownerRoleName(anySupervisor ? engine::OwnerRole::supervisor : action.owner.role), service);
}

void joinSafetyFollowUps(std::vector<store::ActionCache>& actions)
{
    std::vector<store::ActionCache> joined;
    for (store::ActionCache& action : actions) {
        const auto earlier = std::ranges::find_if(joined, [&](const store::ActionCache& other) {
            return action.what == safetyFollowUp && other.what == safetyFollowUp && other.desk == action.desk;
        });
        if (earlier == joined.end()) {
            joined.push_back(std::move(action));
            continue;
        }
        if (earlier->need != action.need)
            earlier->need = NeedScope::both;
        earlier->due = std::min(earlier->due, action.due);
        earlier->escalationLevel = std::max(earlier->escalationLevel, action.escalationLevel);
    }
    actions = std::move(joined);
}

std::vector<std::string> desksOf(const Worker& worker)
{
    std::vector<std::string> desks{store::deskOf(worker.id), store::deskOf(crisisDesk, worker.service)};
    switch (worker.role) {
    case Role::keyworker:
    case Role::administrator: break;
    case Role::coordinator:
        desks.push_back(store::deskOf(ownerRoleName(engine::OwnerRole::coordinator), worker.service));
        desks.push_back(store::deskOf(ownerRoleName(engine::OwnerRole::duty), worker.service));
        break;
    case Role::supervisor:
        desks.push_back(store::deskOf(ownerRoleName(engine::OwnerRole::supervisor), worker.service));
        desks.push_back(store::deskOf(ownerRoleName(engine::OwnerRole::coordinator), worker.service));
        break;
    }
    return desks;
}

}  // namespace holdfast::app
