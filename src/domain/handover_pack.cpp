#include "domain/handover_pack.h"

#include "base/text.h"

#include <algorithm>

namespace holdfast {
namespace {

int linesOf(const std::string& text)
{
    int lines = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines += isBlank(std::string_view{text}.substr(from, end - from)) ? 0 : 1;
        from = end + 1;
    }
    return lines;
}

Error refused(const char* where, const char* rule)
{
    return {ErrorCode::refused, where, rule};
}

}  // namespace

Result<Done> checkHandoverText(const HandoverText& text)
{
    const std::pair<const char*, const std::string*> fields[] = {
        {"matters", &text.matters}, {"promises", &text.promises}, {"tried", &text.tried},
        {"ring", &text.ring},       {"story", &text.story},       {"why_not_agreed", &text.whyNotAgreed}};
    for (const auto& [where, value] : fields)
        if (value->size() > longestHandoverText || !isValidUtf8(*value))
            return Error{ErrorCode::invalid, where, "too_long"};
    if (isBlank(text.matters))
        return Error{ErrorCode::invalid, "matters", "empty"};
    if (isBlank(text.story))
        return Error{ErrorCode::invalid, "story", "empty"};
    if (linesOf(text.story) > mostStoryLines)
        return Error{ErrorCode::invalid, "story", "lines"};
    if (!text.storyAgreed && isBlank(text.whyNotAgreed))
        return Error{ErrorCode::invalid, "why_not_agreed", "empty"};
    return Done{};
}

std::vector<OpenNeed> afterHandover(std::vector<OpenNeed> open, const HandoverPack& pack)
{
    for (OpenNeed& need : open)
        if (need.worker == pack.from && covers(pack.need, need.need)) {
            need.worker = pack.to;
            need.acting = false;
            need.here = true;
        }
    return open;
}

Result<Done> checkHandover(const std::vector<OpenNeed>& open, const HandoverPack& pack, const Worker& to)
{
    if (pack.from == pack.to)
        return refused("to", "handover.same");
    if (to.id != pack.to || !to.active || to.role == Role::administrator)
        return refused("to", "handover.not_here");
    const auto isHanded = [&](const OpenNeed& need) {
        return need.worker == pack.from && covers(pack.need, need.need);
    };
    if (std::ranges::none_of(open, isHanded))
        return refused("need", "handover.holds_nothing");
    // Another service must accept a person; they are not assigned to it.
    if (std::ranges::any_of(open, [&](const OpenNeed& need) { return isHanded(need) && need.service != to.service; }))
        return refused("to", "handover.other_service");
    const bool leavesOne = std::ranges::any_of(afterHandover(open, pack), [&](const OpenNeed& need) {
        return need.worker.empty() || need.acting || !need.here || (pack.leaving && need.worker == pack.from);
    });
    if (leavesOne)
        return refused("need", "handover.leaves_need");
    return Done{};
}

}  // namespace holdfast
