#include "app/policies.h"

#include "app/policy_shelf.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "base/log.h"
#include "domain/policy_book.h"
#include "domain/service.h"
#include "exchange/policy_overlay.h"
#include "exchange/shipped.h"
#include "store/policy_repository.h"
#include "store/worker_repository.h"

#include <algorithm>
#include <map>

namespace holdfast::app {
namespace {

class Names {
public:
    explicit Names(db::Connection& connection)
    {
        for (const Worker& worker : store::WorkerRepository{connection}.all())
            m_names[worker.id] = worker.name;
    }
    std::string of(const WorkerId& id) const
    {
        const auto at = m_names.find(id);
        return at == m_names.end() ? id.str() : at->second;
    }

private:
    std::map<WorkerId, std::string> m_names;
};

std::vector<CitationToSign> citationsToSign(const Policy& policy, const std::vector<store::SignOffRow>& signOffs)
{
    std::vector<CitationToSign> list;
    for (const policy::Citation& citation : policy.citations) {
        if (!citation.needsSignOff)
            continue;
        CitationToSign entry{citation, {}};
        for (const store::SignOffRow& row : signOffs)
            if (row.citation == citation.key && row.words == citation.text)
                entry.signedAt = row.at;
        list.push_back(std::move(entry));
    }
    return list;
}

PolicyOverview overview(Workspace& workspace)
{
    workspace.refreshPolicies();
    const store::PolicyRepository policies{workspace.connection()};
    const Names names{workspace.connection()};
    const Instant now = workspace.clock().now();
    PolicyOverview view;
    for (const store::PolicyRow& row : policies.all())
        view.kept.push_back({row.number, row.id, row.version, row.title, row.over, row.loadedAt,
                             row.loadedBy.empty() ? std::string{} : names.of(row.loadedBy)});
    bool first = true;
    for (const store::InForceRow& row : policies.inForce()) {
        if (first || row.from <= now)
            view.inForce = row.policy;
        view.terms.push_back(
            {row.policy, row.from, first, row.putAt, row.putBy.empty() ? std::string{} : names.of(row.putBy)});
        first = false;
    }
    std::ranges::reverse(view.kept);
    std::ranges::reverse(view.terms);
    view.policy = workspace.policy();
    view.citations = citationsToSign(view.policy, policies.signOffs());
    return view;
}

/// A name and version stand for one text for ever: old decisions name them.
Result<std::optional<std::int64_t>> numberOf(const store::PolicyRepository& policies, const Policy& policy,
                                             const std::string& whole)
{
    const auto kept = policies.find(policy.id, policy.version);
    if (!kept)
        return std::optional<std::int64_t>{};
    if (kept->whole != whole)
        return Error{ErrorCode::conflict, "/version",
                     "expected a new version: \"" + policy.version + "\" was loaded with other content"};
    return std::optional{kept->number};
}

/// Whoever the policy lets hold a need has to be somebody here.
Result<Done> checkDuty(Workspace& workspace, const policy::DutyHolder& duty)
{
    if (workspace.directory().find(duty.service) == nullptr)
        return Error{ErrorCode::invalid, "/duty_holder/service",
                     "expected a service of this store's directory, found \"" + duty.service.str() + '"'};
    const auto worker = store::WorkerRepository{workspace.connection()}.find(duty.worker);
    if (!worker || !worker->active)
        return Error{ErrorCode::invalid, "/duty_holder/worker",
                     "expected a worker of this store, found \"" + duty.worker.str() + '"'};
    return Done{};
}

/// Today: from the next second, so that nothing decided up to now is decided anew.
Instant beginOf(Date from, Instant now)
{
    if (from == londonDate(now))
        return std::chrono::floor<std::chrono::seconds>(now) + std::chrono::seconds{1};
    return londonInstant(from, std::chrono::minutes{0});
}

std::string nameAndVersion(const Policy& policy)
{
    return policy.id + ' ' + policy.version;
}

/// A clock of another machine may have run a little ahead: what it reckoned past that instant is reckoned again.
Result<Done> reckonAgain(Workspace& workspace, Instant from)
{
    Recorder recorder{workspace};
    for (const PersonId& person : store::PolicyRepository{workspace.connection()}.reckonedFrom(from))
        if (auto refreshed = recorder.refresh(person); !refreshed)
            return std::move(refreshed).error();
    return Done{};
}

}  // namespace

const KeptPolicy* PolicyOverview::find(std::int64_t number) const
{
    const auto at = std::ranges::find(kept, number, &KeptPolicy::number);
    return at == kept.end() ? nullptr : &*at;
}

Result<PolicyOverview> Policies::view(const Session& session)
{
    return unsaved(m_workspace, session, Action::viewPolicy, {},
                   [&]() -> Result<PolicyOverview> { return overview(m_workspace); });
}

Result<PolicyDraft> Policies::read(const Session& session, const std::string& text)
{
    return audited(m_workspace, session, Action::loadPolicy, {}, [&](AuditNote& note) -> Result<PolicyDraft> {
        m_workspace.refreshPolicies();
        auto local = exchange::readLocalPolicy(text, exchange::shippedPolicy());
        if (!local)
            return std::move(local).error();
        if (auto duty = checkDuty(m_workspace, local->policy.dutyHolder); !duty)
            return std::move(duty).error();
        auto number = numberOf(store::PolicyRepository{m_workspace.connection()}, local->policy, local->whole);
        if (!number)
            return std::move(number).error();
        note = {nameAndVersion(local->policy), "read"};
        auto changes = report::policyDifference(m_workspace.policy(), local->policy);
        return PolicyDraft{*number, text, std::move(local.value().policy), local->over, std::move(changes)};
    });
}

Result<PolicyDraft> Policies::kept(const Session& session, std::int64_t number)
{
    return audited(m_workspace, session, Action::loadPolicy, {}, [&](AuditNote& note) -> Result<PolicyDraft> {
        m_workspace.refreshPolicies();
        const auto row = store::PolicyRepository{m_workspace.connection()}.find(number);
        if (!row)
            return Error{ErrorCode::notFound, "policy", {}};
        auto policy = policyOf(*row);
        if (!policy)
            return std::move(policy).error();
        note = {nameAndVersion(*policy), "read"};
        auto changes = report::policyDifference(m_workspace.policy(), *policy);
        return PolicyDraft{number, row->source, *std::move(policy), row->over, std::move(changes)};
    });
}

Result<PolicyOverview> Policies::putInForce(const Session& session, const PolicyDraft& draft, Date from)
{
    const Action action = Action::putPolicyInForce;
    auto done = audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<PolicyOverview> {
        store::PolicyRepository policies{m_workspace.connection()};
        const Instant now = m_workspace.clock().now();
        if (from < londonDate(now))
            return Error{ErrorCode::invalid, "from", "expected today or a later day"};
        std::int64_t number = draft.number.value_or(0);
        if (!draft.number) {
            auto local = exchange::readLocalPolicy(draft.source, exchange::shippedPolicy());
            if (!local)
                return std::move(local).error();
            if (auto duty = checkDuty(m_workspace, local->policy.dutyHolder); !duty)
                return std::move(duty).error();
            auto known = numberOf(policies, local->policy, local->whole);
            if (!known)
                return std::move(known).error();
            number = *known ? **known
                            : policies.insert({0, local->policy.id, local->policy.version, local->policy.title,
                                               local->over, draft.source, local->whole, now, session.worker.id});
        } else if (!policies.find(number)) {
            return Error{ErrorCode::notFound, "policy", {}};
        }
        const Instant begins = beginOf(from, now);
        policies.putInForce({0, number, begins, now, session.worker.id});
        m_workspace.refreshPolicies();
        if (auto reckoned = reckonAgain(m_workspace, begins); !reckoned)
            return std::move(reckoned).error();
        note = {nameAndVersion(draft.policy), "from " + formatInstant(begins)};
        log::info("policy.put_in_force", session.worker.id);
        return overview(m_workspace);
    });
    if (!done)
        m_workspace.forgetPolicies();
    return done;
}

Result<PolicyOverview> Policies::signOff(const Session& session, const std::string& key)
{
    const Action action = Action::signOffCitation;
    auto done = audited(m_workspace, session, action, key, [&](AuditNote& note) -> Result<PolicyOverview> {
        m_workspace.refreshPolicies();
        const policy::Citation* citation = m_workspace.policy().citation(key);
        if (citation == nullptr)
            return Error{ErrorCode::notFound, "citation", {}};
        if (!citation->needsSignOff)
            return Error{ErrorCode::refused, "citation", "this citation needs no sign-off"};
        note = {key, citation->signedOffBy.empty() ? "signed off" : "repeated"};
        if (citation->signedOffBy.empty()) {
            const auto signer = store::WorkerRepository{m_workspace.connection()}.find(session.worker.id);
            store::PolicyRepository{m_workspace.connection()}.signOff(
                {key, citation->text, session.worker.id, signer->name, m_workspace.clock().now()});
        }
        return overview(m_workspace);
    });
    if (!done)
        m_workspace.forgetPolicies();
    return done;
}

Result<ScenarioBench> Policies::bench(const Session& session, const PolicyDraft& draft)
{
    return unsaved(m_workspace, session, Action::loadPolicy, {}, [&]() -> Result<ScenarioBench> {
        m_workspace.refreshPolicies();
        const std::string& national = m_workspace.policyBook().pages().front().policy.id;
        return ScenarioBench::make(draft.policy, draft.over.empty() ? national : draft.over, m_workspace.policy());
    });
}

}  // namespace holdfast::app
