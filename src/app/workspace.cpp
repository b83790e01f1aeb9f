#include "app/workspace.h"

#include "app/audit_anchor.h"
#include "app/find_index.h"
#include "app/policy_shelf.h"
#include "app/report_pages.h"
#include "app/unit_of_work.h"
#include "base/log.h"
#include "domain/policy_book.h"
#include "domain/service.h"
#include "exchange/instrument_reader.h"
#include "exchange/shipped.h"
#include "store/audit_trail.h"
#include "store/outward_repository.h"
#include "store/service_repository.h"

#include <atomic>
#include <optional>
#include <utility>

namespace holdfast::app {
namespace {

constexpr int entriesBetweenAnchors = 100;

/// Entries from before the audit was a chain are linked when the store is first opened.
Result<Done> linkOldAudit(db::Connection& connection, Instant now)
{
    return inTransaction(connection, db::Access::write, [&]() -> Result<Done> {
        if (const auto linked = store::AuditTrail{connection}.linkOldEntries(now); linked > 0)
            log::info("audit.linked", linked);
        return Done{};
    });
}

}  // namespace

struct Workspace::Parts {
    std::unique_ptr<db::Connection> connection;
    StoreFacts facts;
    const Clock& clock;
    IdSource ids;
    InstrumentSet instruments;
    std::optional<Directory> directory{};
    std::string sitting{};

    // A book that somebody may still be reading is never thrown away; there are a few in the life of a program.
    std::vector<std::unique_ptr<const PolicyBook>> books{};
    std::atomic<const PolicyBook*> book{nullptr};
    std::int64_t stamp = 0;

    store::Unseen unseen = store::everyoneSeen();

    std::optional<AuditAnchorFile> auditAnchor{};
    int sinceAnchor = 0;  ///< entries of ours that no anchor covers yet

    /// The anchor speaks to the connection there is now.
    void followConnection()
    {
        if (!auditAnchor)
            return;
        std::string path = auditAnchor->path();
        auditAnchor.emplace(*connection, std::move(path));
    }
    void open(Shelf shelf)
    {
        books.push_back(std::make_unique<const PolicyBook>(std::move(shelf.book)));
        book = books.back().get();
        stamp = shelf.stamp;
    }
};

Result<std::unique_ptr<Workspace>> Workspace::make(std::unique_ptr<db::Connection> connection, StoreFacts facts,
                                                   const Clock& clock, Random& random)
{
    auto instruments = exchange::readInstruments(exchange::shippedInstruments());
    if (!instruments)
        return std::move(instruments).error();
    auto shelf = firstShelf(*connection, clock.now());
    if (!shelf)
        return std::move(shelf).error();
    if (auto linked = linkOldAudit(*connection, clock.now()); !linked)
        return std::move(linked).error();
    if (auto found = buildFoundIfNeeded(*connection); !found)
        return std::move(found).error();
    if (auto pages = buildReportPagesIfNeeded(*connection); !pages)
        return std::move(pages).error();
    auto parts = std::unique_ptr<Parts>{
        new Parts{std::move(connection), std::move(facts), clock, IdSource{clock, random}, *std::move(instruments)}};
    parts->open(*std::move(shelf));
    std::unique_ptr<Workspace> workspace{new Workspace{std::move(parts)}};
    workspace->m_parts->facts.policyName = workspace->policy().title;
    workspace->m_parts->facts.policyVersion = workspace->policy().version;
    return workspace;
}

Workspace::Workspace(std::unique_ptr<Parts> parts) : m_parts{std::move(parts)} {}

Workspace::~Workspace()
{
    if (m_parts->sinceAnchor > 0)
        anchorAudit();
}

const StoreFacts& Workspace::facts() const
{
    return m_parts->facts;
}

const Clock& Workspace::clock() const
{
    return m_parts->clock;
}

IdSource& Workspace::ids()
{
    return m_parts->ids;
}

const PolicyBook& Workspace::policyBook() const
{
    return *m_parts->book.load();
}

const Policy& Workspace::policy() const
{
    return policyBook().at(m_parts->clock.now()).policy;
}

void Workspace::refreshPolicies()
{
    if (policyStamp(connection()) == m_parts->stamp)
        return;
    auto shelf = readShelf(connection());
    if (!shelf)  // to go on deciding under a policy that no longer holds would be worse than to stop
        throw db::Failure{db::Failure::Kind::other, "a policy of this store cannot be read"};
    m_parts->open(*std::move(shelf));
}

const std::string& Workspace::sitting()
{
    if (m_parts->sitting.empty())
        m_parts->sitting = ids().make<DraftId>().str();
    return m_parts->sitting;
}

const InstrumentSet& Workspace::instruments() const
{
    return m_parts->instruments;
}

const WorkingDays& Workspace::days() const
{
    return policyBook().at(m_parts->clock.now()).days;
}

void Workspace::forgetPolicies()
{
    m_parts->stamp = -1;
    const auto read = inTransaction(connection(), db::Access::read, [this]() -> Result<Done> {
        refreshPolicies();
        return Done{};
    });
    if (!read)
        log::warn("policy.not_read_again", read.error().code);
}

db::Connection& Workspace::connection()
{
    return *m_parts->connection;
}

const store::Unseen& Workspace::unseen() const
{
    return m_parts->unseen;
}

void Workspace::leaveUnseen(store::Unseen unseen)
{
    m_parts->unseen = std::move(unseen);
}

void Workspace::keepAuditAnchor(std::string path)
{
    m_parts->auditAnchor.emplace(connection(), std::move(path));
}

const AuditAnchorFile* Workspace::auditAnchor() const
{
    return m_parts->auditAnchor ? &*m_parts->auditAnchor : nullptr;
}

void Workspace::noteAuditEntry()
{
    ++m_parts->sinceAnchor;
}

void Workspace::anchorAuditIfDue()
{
    if (m_parts->sinceAnchor >= entriesBetweenAnchors)
        anchorAudit();
}

void Workspace::anchorAudit()
{
    m_parts->sinceAnchor = 0;
    if (!m_parts->auditAnchor)
        return;
    if (const auto renewed = m_parts->auditAnchor->renew(); !renewed)
        log::warn("audit.not_anchored", renewed.error().code);
}

void Workspace::close()
{
    if (m_parts->sinceAnchor > 0)
        anchorAudit();
    m_parts->connection = db::closedConnection(connection().dialect());
    m_parts->followConnection();
}

void Workspace::reopen(std::unique_ptr<db::Connection> connection)
{
    m_parts->connection = std::move(connection);
    m_parts->followConnection();
    forgetDirectory();
    forgetPolicies();
}

void Workspace::reopen(Workspace& opened)
{
    auto connection = db::closedConnection(opened.connection().dialect());
    std::swap(connection, opened.m_parts->connection);
    opened.m_parts->followConnection();
    m_parts->sinceAnchor += std::exchange(opened.m_parts->sinceAnchor, 0);
    reopen(std::move(connection));
}

const Directory& Workspace::directory()
{
    if (!m_parts->directory)
        m_parts->directory.emplace(store::ServiceRepository{connection()}.all(),
                                   store::OutwardRepository{connection()}.all());
    return *m_parts->directory;
}

void Workspace::forgetDirectory()
{
    m_parts->directory.reset();
}

}  // namespace holdfast::app
