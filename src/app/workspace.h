// An open store with everything a use case needs: policy in force, instruments, calendar, clock, ids. The screens and
// the command line get one and hand it to the services; only the services look inside. It belongs to one thread at a
// time: the background thread that owns the connection.
#pragma once

#include "base/clock.h"
#include "base/id_source.h"
#include "base/result.h"
#include "domain/calendar.h"
#include "domain/instrument.h"
#include "domain/worker.h"
#include "store/unseen.h"

#include <memory>
#include <string>
#include <vector>

namespace holdfast {
struct Policy;
class PolicyBook;
class Directory;
namespace db {
class Connection;
}
}  // namespace holdfast

namespace holdfast::app {

/// What the status line says of the store.
struct StoreFacts {
    bool practice = false;  ///< made-up people only
    bool encrypted = false;
    bool server = false;  ///< PostgreSQL
    std::string file{};   ///< where a store in a file lies
    std::string policyName;
    std::string policyVersion;
    friend bool operator==(const StoreFacts&, const StoreFacts&) = default;
};

class AuditAnchorFile;

class Workspace {
public:
    /// Takes an open, migrated connection. `readPolicy` etc. come from the resources built into the program.
    static Result<std::unique_ptr<Workspace>> make(std::unique_ptr<db::Connection> connection, StoreFacts facts,
                                                   const Clock& clock, Random& random);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    const StoreFacts& facts() const;
    const Clock& clock() const;
    IdSource& ids();
    /// Of this opening of the store, from now until the program ends: tells what is being written from what was cut off.
    const std::string& sitting();
    const InstrumentSet& instruments() const;

    /// The policy in force now and its working days, on any thread. What they name lives as long as the workspace.
    const Policy& policy() const;
    const WorkingDays& days() const;
    /// Which policy was in force when, as last read.
    const PolicyBook& policyBook() const;
    /// Reads the policies again when somebody changed them, here or elsewhere.
    void refreshPolicies();
    /// After work that was undone: what was read meanwhile may not stand in the store.
    void forgetPolicies();

    db::Connection& connection();

    /// Whom the worker of the present use case may not see; permitted() says so anew for each.
    const store::Unseen& unseen() const;
    void leaveUnseen(store::Unseen unseen);

    /// From now on the newest entry of the audit is written down beside the store's file, now and then and at the end.
    void keepAuditAnchor(std::string path);
    const AuditAnchorFile* auditAnchor() const;  ///< none for a server
    void noteAuditEntry();
    void anchorAuditIfDue();
    void anchorAudit();

    /// While nobody is at the screen: the connection goes, and with it the key. Until reopen() every use case fails with
    /// ErrorCode::unavailable.
    void close();
    /// Goes on with a connection to the same store.
    void reopen(std::unique_ptr<db::Connection> connection);
    /// The same with what was opened meanwhile; `opened` is closed.
    void reopen(Workspace& opened);

    /// The services of the directory, read again when somebody changed it.
    const Directory& directory();
    void forgetDirectory();

private:
    struct Parts;
    explicit Workspace(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace holdfast::app
