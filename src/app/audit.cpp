#include "app/audit.h"

#include "app/audit_anchor.h"
#include "app/event_rules.h"
#include "app/use_case.h"
#include "base/platform.h"
#include "store/audit_check.h"
#include "store/audit_query.h"

namespace holdfast::app {
namespace {

constexpr int entriesAtOnce = 20'000;
constexpr std::size_t longestAnchor = 4096;
constexpr int newestEntries = 200;  // those made since the clock went wrong do not hide the ones from before

}  // namespace

struct AuditChecking::Parts {
    std::vector<AuditAnchorSeen> anchors;
    bool besideIsWrong = false;
    std::int64_t expected = 0;
    std::optional<store::AuditCheck> check{};
};

AuditChecking::AuditChecking(std::unique_ptr<Parts> parts) : m_parts{std::move(parts)} {}
AuditChecking::~AuditChecking() = default;

std::int64_t AuditChecking::done() const
{
    return m_parts->check->entriesSoFar();
}

std::int64_t AuditChecking::expected() const
{
    return m_parts->expected;
}

Result<std::unique_ptr<AuditChecking>> Audit::beginCheck(const Session& session,
                                                         const std::vector<std::string>& anchorFiles)
{
    return unsaved(m_workspace, session, Action::checkAudit, {}, [&]() -> Result<std::unique_ptr<AuditChecking>> {
        auto parts = std::make_unique<AuditChecking::Parts>();
        if (const AuditAnchorFile* beside = m_workspace.auditAnchor()) {
            const auto anchor = beside->read();
            if (anchor)
                parts->anchors.push_back({beside->path(), *anchor});
            parts->besideIsWrong = !anchor && anchor.error().code != ErrorCode::notFound;
        }
        for (const std::string& file : anchorFiles) {
            const auto text = platform::readFile(file, longestAnchor);
            if (!text)
                return text.error();
            const auto anchor = readAnchorText(m_workspace.connection(), *text);
            if (!anchor)
                return Error{anchor.error().code, file + ": " + anchor.error().where, anchor.error().detail};
            parts->anchors.push_back({file, *anchor});
        }
        std::vector<AuditAnchor> anchors;
        for (const AuditAnchorSeen& seen : parts->anchors)
            anchors.push_back(seen.anchor);
        parts->expected = store::AuditTrail{m_workspace.connection()}.lastNumber();
        parts->check.emplace(m_workspace.connection(), std::move(anchors));
        return std::unique_ptr<AuditChecking>{new AuditChecking{std::move(parts)}};
    });
}

Result<bool> Audit::goOn(const Session& session, AuditChecking& checking)
{
    return unsaved(m_workspace, session, Action::checkAudit, {},
                   [&]() -> Result<bool> { return checking.m_parts->check->step(entriesAtOnce); });
}

Result<AuditVerdict> Audit::endCheck(const Session& session, AuditChecking& checking)
{
    AuditVerdict verdict{{}, std::move(checking.m_parts->anchors), m_workspace.clock().now()};
    const auto found = unsaved(m_workspace, session, Action::checkAudit, {},
                               [&]() -> Result<AuditFindings> { return checking.m_parts->check->findings(); });
    if (!found)
        return found.error();
    verdict.findings = *found;
    if (checking.m_parts->besideIsWrong)
        verdict.findings.faults.insert(verdict.findings.faults.begin(), {AuditFault::Kind::anchor, 0, 0});
    return audited(m_workspace, session, Action::checkAudit, {}, [&](AuditNote& note) -> Result<AuditVerdict> {
        note.detail = std::to_string(verdict.findings.entries) + " entries, " +
                      std::to_string(verdict.findings.faults.size()) + " faults";
        return verdict;
    });
}

Result<AuditVerdict> Audit::check(const Session& session, const std::vector<std::string>& anchorFiles)
{
    auto begun = beginCheck(session, anchorFiles);
    if (!begun) {
        if (begun.error().code == ErrorCode::forbidden)
            noteRefusal(m_workspace, session, Action::checkAudit, {});
        return std::move(begun).error();
    }
    for (;;) {
        const auto more = goOn(session, **begun);
        if (!more)
            return more.error();
        if (!*more)
            return endCheck(session, **begun);
    }
}

Result<std::string> Audit::anchor(const Session& session)
{
    const auto noted =
        audited(m_workspace, session, Action::anchorAudit, {}, [](AuditNote&) -> Result<Done> { return Done{}; });
    if (!noted)
        return noted.error();
    m_workspace.anchorAudit();
    return inTransaction(m_workspace.connection(), db::Access::read, [&]() -> Result<std::string> {
        return anchorText(m_workspace.connection(), *store::AuditTrail{m_workspace.connection()}.newest());
    });
}

Result<std::optional<Instant>> Audit::aheadOfClock()
{
    using Ahead = std::optional<Instant>;
    return inTransaction(m_workspace.connection(), db::Access::read, [&]() -> Result<Ahead> {
        const Ahead latest = store::latestEntry(m_workspace.connection(), newestEntries);
        return latest && *latest > m_workspace.clock().now() + futureTolerance ? latest : Ahead{};
    });
}

}  // namespace holdfast::app
