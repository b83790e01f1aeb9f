#include "app/local_guides.h"

#include "app/use_case.h"
#include "base/text.h"
#include "domain/calendar.h"
#include "domain/service.h"
#include "store/command_log.h"
#include "store/local_guide_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr Action keeping = Action::keepLocalGuides;

/// Names are compared as people read them: "Joint Protocol 3" and "joint protocol 3" are one.
bool isKept(const std::vector<LocalGuide>& kept, const LocalGuide& guide)
{
    return std::ranges::any_of(kept, [&](const LocalGuide& each) {
        return folded(each.name) == folded(guide.name) && folded(each.edition) == folded(guide.edition);
    });
}

Result<LocalGuide> checked(LocalGuide guide, Workspace& workspace, const std::vector<LocalGuide>& kept)
{
    guide.name = tidied(guide.name);
    guide.edition = tidied(guide.edition);
    if (auto fits = checkLocalGuide(guide, londonDate(workspace.clock().now())); !fits)
        return std::move(fits).error();
    if (guide.service && workspace.directory().find(*guide.service) == nullptr)
        return Error{ErrorCode::invalid, "service", "expected a service of the directory"};
    if (isKept(kept, guide))
        return Error{ErrorCode::conflict, "edition", "this name has that edition already"};
    return guide;
}

/// The one that was used until now is used up to the day before.
Result<Done> replace(store::LocalGuideRepository& guides, const LocalGuideId& id, const LocalGuide& by)
{
    auto old = guides.find(id);
    if (!old)
        return Error{ErrorCode::notFound, "replaces", {}};
    if (by.from <= old->from)
        return Error{ErrorCode::invalid, "from", "expected a day after the version before began"};
    if (old->withdrawnOn && *old->withdrawnOn <= by.from)
        return Done{};
    auto saved = guides.setWithdrawn(*std::move(old), by.from);
    if (!saved)
        return std::move(saved).error();
    return Done{};
}

}  // namespace

Result<std::vector<LocalGuide>> LocalGuides::list(const Session& session)
{
    using List = std::vector<LocalGuide>;
    return audited(m_workspace, session, Action::viewLocalGuides, {}, [&](AuditNote& note) -> Result<List> {
        auto all = store::LocalGuideRepository{m_workspace.connection()}.all();
        note.detail = std::to_string(all.size()) + " rows";
        return all;
    });
}

Result<LocalGuide> LocalGuides::add(const Session& session, const LocalGuide& given,
                                    const std::optional<LocalGuideId>& replaces, const CommandId& command)
{
    return audited(m_workspace, session, keeping, {}, [&](AuditNote& note) -> Result<LocalGuide> {
        store::LocalGuideRepository guides{m_workspace.connection()};
        store::CommandLog commands{m_workspace.connection()};
        if (const auto known = commands.find(command)) {
            const auto guide =
                known->action == nameOf(keeping) ? guides.find(LocalGuideId{known->subject}) : std::nullopt;
            if (!guide)
                return commandUsed();
            note = {known->subject, "repeated"};
            return *guide;
        }
        auto guide = checked(given, m_workspace, guides.all());
        if (!guide)
            return std::move(guide).error();
        LocalGuide fresh = *std::move(guide);
        fresh.id = m_workspace.ids().make<LocalGuideId>();
        fresh.withdrawnOn.reset();
        fresh.addedBy = session.worker.id;
        fresh.addedAt = m_workspace.clock().now();
        if (replaces)
            if (auto replaced = replace(guides, *replaces, fresh); !replaced)
                return std::move(replaced).error();
        auto added = guides.insert(std::move(fresh));
        if (!added)
            return std::move(added).error();
        commands.remember({command, std::string{nameOf(keeping)}, added->id.str(), session.worker.id, added->addedAt});
        note = {added->id.str(), std::string{nameOf(added->kind)} + (replaces ? " new version" : " added")};
        return *std::move(added);
    });
}

Result<LocalGuide> LocalGuides::change(const Session& session, const LocalGuideId& id, std::int64_t version,
                                       bool withdrawn)
{
    return audited(m_workspace, session, keeping, id.str(), [&](AuditNote& note) -> Result<LocalGuide> {
        store::LocalGuideRepository guides{m_workspace.connection()};
        auto guide = guides.find(id);
        if (!guide)
            return Error{ErrorCode::notFound, "local_guide", {}};
        note.detail = withdrawn ? "withdrawn" : "brought back";
        std::optional<Date> on;
        if (withdrawn)
            on = std::max(londonDate(m_workspace.clock().now()), guide->from);
        if (on && guide->withdrawnOn)
            on = std::min(*on, *guide->withdrawnOn);
        guide->version = version;
        return guides.setWithdrawn(*std::move(guide), on);
    });
}

Result<LocalGuide> LocalGuides::withdraw(const Session& session, const LocalGuideId& id, std::int64_t version)
{
    return change(session, id, version, true);
}

Result<LocalGuide> LocalGuides::bringBack(const Session& session, const LocalGuideId& id, std::int64_t version)
{
    return change(session, id, version, false);
}

}  // namespace holdfast::app
