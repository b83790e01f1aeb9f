#include "app/changes.h"

#include <algorithm>

namespace holdfast::app {
namespace {

class Changes {
public:
    void note(std::string what, std::optional<Need> need, std::string before, std::string after)
    {
        if (before != after)
            m_all.push_back({std::move(what), need, std::move(before), std::move(after)});
    }

    /// What stands in one list and not in the other; equal things cancel out one by one.
    void noteLists(const std::string& what, std::optional<Need> need, std::vector<std::string> before,
                   std::vector<std::string> after)
    {
        std::ranges::sort(before);
        std::ranges::sort(after);
        std::vector<std::string> gone;
        std::vector<std::string> come;
        std::ranges::set_difference(before, after, std::back_inserter(gone));
        std::ranges::set_difference(after, before, std::back_inserter(come));
        for (std::string& each : gone)
            note(what, need, std::move(each), {});
        for (std::string& each : come)
            note(what, need, {}, std::move(each));
    }

    std::vector<Change> taken() { return std::move(m_all); }

private:
    std::vector<Change> m_all;
};

std::string holderService(const engine::NeedSnapshot& need)
{
    return need.holder ? need.holder->service.str() : std::string{};
}

std::string holderWorker(const engine::NeedSnapshot& need)
{
    return need.holder ? need.holder->worker.str() : std::string{};
}

std::string legState(const engine::NeedSnapshot& need)
{
    return need.leg ? std::string{nameOf(need.leg->state)} : std::string{};
}

std::string legService(const engine::NeedSnapshot& need)
{
    return need.leg ? need.leg->service.str() : std::string{};
}

std::vector<std::string> bounceCodes(const engine::Snapshot& snapshot, Need need)
{
    std::vector<std::string> codes;
    for (const engine::Bounce& bounce : snapshot.bounces)
        if (bounce.need == need)
            codes.push_back(bounce.code.str());
    return codes;
}

std::vector<std::string> actions(const engine::Snapshot& snapshot, NeedScope need)
{
    std::vector<std::string> whats;
    for (const engine::NextAction& action : snapshot.nextActions)
        if (action.need == need)
            whats.push_back(action.what);
    return whats;
}

}  // namespace

std::vector<Change> changesBetween(const engine::Snapshot& before, const engine::Snapshot& after)
{
    Changes changes;
    for (const Need need : allNeeds) {
        const engine::NeedSnapshot& was = before.needs[need];
        const engine::NeedSnapshot& is = after.needs[need];
        changes.note("need", need, std::string{nameOf(was.status)}, std::string{nameOf(is.status)});
        changes.note("holder", need, holderService(was), holderService(is));
        changes.note("holder_worker", need, holderWorker(was), holderWorker(is));
        changes.note("leg", need, legState(was), legState(is));
        changes.note("leg_service", need, legService(was), legService(is));
        changes.noteLists("bounce", need, bounceCodes(before, need), bounceCodes(after, need));
        changes.noteLists("next_action", need, actions(before, scopeOf(need)), actions(after, scopeOf(need)));
    }
    changes.noteLists("next_action", {}, actions(before, NeedScope::both), actions(after, NeedScope::both));
    changes.note("clasp", {}, std::string{nameOf(before.clasp)}, std::string{nameOf(after.clasp)});
    changes.noteLists("flag", {}, before.flags, after.flags);
    return changes.taken();
}

}  // namespace holdfast::app
