// The policy in force, local policy files laid over the national one, and the sign-off of citations by name.
#pragma once

#include "app/policy_scenarios.h"
#include "app/session.h"
#include "app/workspace.h"
#include "domain/policy.h"
#include "report/policy_difference.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast::app {

/// A policy that the store keeps.
struct KeptPolicy {
    std::int64_t number = 0;
    std::string id;
    std::string version;
    std::string title;
    std::string over;  ///< the national policy it changes; empty for a whole one
    Instant loadedAt;
    std::string loadedBy;  ///< a name; empty when it came with the program
    friend bool operator==(const KeptPolicy&, const KeptPolicy&) = default;
};

/// From when a kept policy held or will hold.
struct PolicyTerm {
    std::int64_t policy = 0;  ///< KeptPolicy::number
    Instant from;
    bool sinceEver = false;
    Instant putAt;
    std::string putBy;  ///< a name; empty when the store began with it
    friend bool operator==(const PolicyTerm&, const PolicyTerm&) = default;
};

/// A citation that may only be printed once somebody has signed for it.
struct CitationToSign {
    policy::Citation citation;
    std::optional<Instant> signedAt;
    friend bool operator==(const CitationToSign&, const CitationToSign&) = default;
};

struct PolicyOverview {
    std::vector<KeptPolicy> kept;           ///< newest first
    std::vector<PolicyTerm> terms;          ///< newest `from` first: what is to come, what is in force, what was
    std::int64_t inForce = 0;               ///< KeptPolicy::number
    Policy policy;                          ///< the one in force
    std::vector<CitationToSign> citations;  ///< of the one in force, in its order

    const KeptPolicy* find(std::int64_t number) const;
};

/// A policy one might put in force: what it changes and what it is called.
struct PolicyDraft {
    std::optional<std::int64_t> number;  ///< when the store keeps it already
    std::string source;                  ///< the local file
    Policy policy;
    std::string over;
    std::vector<report::PolicyChange> changes;  ///< against the one in force
};

class Policies {
public:
    explicit Policies(Workspace& workspace) : m_workspace{workspace} {}

    Result<PolicyOverview> view(const Session& session);

    /// Reads a local policy file. Nothing is kept. An error's `where` is a pointer into the file; ErrorCode::conflict
    /// when another file was loaded under the same name and version.
    Result<PolicyDraft> read(const Session& session, const std::string& text);

    /// A policy that the store keeps, to be put in force again.
    Result<PolicyDraft> kept(const Session& session, std::int64_t number);

    /// From now on when `from` is today, else from the first minute of that day. ErrorCode::invalid with `where` "from"
    /// for a day that has passed, "duty_holder" when the store does not know who holds a need meanwhile.
    Result<PolicyOverview> putInForce(const Session& session, const PolicyDraft& draft, Date from);

    /// In the name of the acting worker. Signing twice is harmless.
    Result<PolicyOverview> signOff(const Session& session, const std::string& citation);

    /// A bench for the draft against the policy in force.
    Result<ScenarioBench> bench(const Session& session, const PolicyDraft& draft);

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
