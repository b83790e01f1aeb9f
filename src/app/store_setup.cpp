#include "app/store_setup.h"

#include "app/check.h"
#include "app/service_id.h"
#include "app/unit_of_work.h"
#include "base/log.h"
#include "base/text.h"
#include "db/anchor.h"
#include "db/integrity.h"
#include "db/passphrase.h"
#include "db/store_file.h"
#include "domain/policy.h"
#include "exchange/policy_reader.h"
#include "exchange/shipped.h"
#include "store/meta_repository.h"
#include "store/schema.h"
#include "store/worker_repository.h"

#include <utility>

namespace holdfast::app {
namespace {

/// Keeping the passphrase or the recovery key, whichever was typed.
Result<db::StoreKey> keyFor(const std::string& path, std::string secret)
{
    if (const auto recovery = db::parseRecoveryKey(secret)) {
        auto key = db::openWithRecoveryKey(path, *recovery);
        if (key) {
            db::wipe(secret);
            return key;
        }
    }
    return db::openWithPassphrase(path, db::Secret::taking(std::move(secret)));
}

/// Nothing for a practice store or a server.
Result<std::optional<db::StoreKey>> keyIfNeeded(const db::StoreLocation& location, std::string secret)
{
    if (!location.isFile() || db::probe(location.text) != db::FileKind::encryptedStore)
        return std::optional<db::StoreKey>{};
    auto key = keyFor(location.text, std::move(secret));
    if (!key)
        return std::move(key).error();
    return std::optional<db::StoreKey>{*std::move(key)};
}

Result<std::unique_ptr<Workspace>> workspaceOn(std::unique_ptr<db::Connection> connection, StoreFacts facts,
                                               const db::StoreLocation& location, const Clock& clock, Random& random)
{
    const auto practice = inTransaction(*connection, db::Access::read, [&]() -> Result<bool> {
        return store::MetaRepository{*connection}.get(store::metaPractice) == "yes";
    });
    if (!practice)
        return practice.error();
    facts.practice = *practice;
    facts.server = !location.isFile();
    auto workspace = Workspace::make(std::move(connection), std::move(facts), clock, random);
    if (workspace && location.isFile())
        workspace.value()->keepAuditAnchor(db::auditAnchorPath(location.text));
    return workspace;
}

Service plainService(const ServiceId& id, const std::string& name)
{
    Service service;
    service.id = id;
    service.name = name;
    service.kind = ServiceKind::other;
    service.needs = {Need::mentalHealth, Need::substanceUse};
    return service;
}

/// What a new store begins with: its first worker in their service, and the duty desk that the policy lets hold a need
/// until somebody is named.
Result<Done> putFirst(db::Connection& connection, Worker worker, const std::string& serviceName)
{
    const auto policy = exchange::readPolicy(exchange::shippedPolicy());
    if (!policy)
        return policy.error();
    store::MetaRepository{connection}.set(store::metaPractice, "no");
    store::ServiceRepository services{connection};
    if (auto duty = services.insert(plainService(policy->dutyHolder.service, "Duty desk")); !duty)
        return std::move(duty).error();
    auto own = services.insert(plainService(serviceIdFor(serviceName, services), serviceName));
    if (!own)
        return std::move(own).error();
    worker.service = own->id;
    worker.active = true;
    store::WorkerRepository workers{connection};
    Worker onDuty;
    onDuty.id = policy->dutyHolder.worker;
    onDuty.name = "Duty worker";
    onDuty.role = Role::coordinator;
    onDuty.service = policy->dutyHolder.service;
    if (auto duty = workers.insert(onDuty); !duty)
        return std::move(duty).error();
    if (auto first = workers.insert(worker); !first)
        return std::move(first).error();
    return Done{};
}

std::string adviceCode(const db::PassphraseStrength& strength)
{
    switch (strength.advice) {
    case db::PassphraseAdvice::none: return strength.score >= 4 ? "strong" : "good";
    case db::PassphraseAdvice::tooShort: return "too_short";
    case db::PassphraseAdvice::commonWord:
    case db::PassphraseAdvice::personalWord:
    case db::PassphraseAdvice::repeats:
    case db::PassphraseAdvice::sequence:
    case db::PassphraseAdvice::keyboardPattern:
    case db::PassphraseAdvice::date: return "common";
    case db::PassphraseAdvice::addWords: return "add_words";
    }
    return "add_words";
}

}  // namespace

StoreKind probeStore(const std::string& text)
{
    const auto location = db::parseLocation(text);
    if (!location)
        return StoreKind::unreadable;
    if (!location->isFile())
        return StoreKind::server;
    switch (db::probe(location->text)) {
    case db::FileKind::missing: return StoreKind::missing;
    case db::FileKind::plainStore: return StoreKind::practice;
    case db::FileKind::encryptedStore: return StoreKind::encrypted;
    case db::FileKind::notAStore: return StoreKind::notAStore;
    case db::FileKind::unreadable: break;
    }
    return StoreKind::unreadable;
}

PassphraseStrength strengthOf(const std::string& passphrase)
{
    const db::PassphraseStrength strength = db::strengthOf(passphrase);
    return {strength.score, strength.advice != db::PassphraseAdvice::tooShort, adviceCode(strength)};
}

struct NewStore::Parts {
    std::string path;
    db::NewEnvelope made;
    std::string recoveryKey;
    Worker worker;
    std::string serviceName;
    const Clock& clock;
    Random& random;
};

NewStore::NewStore(std::unique_ptr<Parts> parts) : m_parts{std::move(parts)} {}

NewStore::~NewStore()
{
    db::wipe(m_parts->recoveryKey);
}

Result<std::unique_ptr<NewStore>> NewStore::begin(const std::string& text, std::string passphrase,
                                                  const Worker& firstWorker, const std::string& serviceName,
                                                  const Clock& clock, Random& random)
{
    if (tidied(firstWorker.name).empty() || !isValidUtf8(firstWorker.name))
        return Error{ErrorCode::invalid, "name", "expected the name of the first worker"};
    if (tidied(serviceName).empty() || !isValidUtf8(serviceName))
        return Error{ErrorCode::invalid, "service", "expected the name of the first service"};
    auto location = db::parseLocation(text);
    if (!location)
        return std::move(location).error();
    if (!location->isFile())
        return Error{ErrorCode::invalid, location->label(),
                     "expected a file: a server's database is made by its keeper"};
    if (db::probe(location->text) != db::FileKind::missing)
        return Error{ErrorCode::conflict, location->label(), "something is there already; nothing was replaced"};
    auto made = db::createEnvelope(firstWorker.name, db::Secret::taking(std::move(passphrase)));
    if (!made)
        return std::move(made).error();
    std::string printed{made->recovery.printed().view()};
    auto parts = std::make_unique<Parts>(
        Parts{location->text, *std::move(made), std::move(printed), firstWorker, tidied(serviceName), clock, random});
    return std::unique_ptr<NewStore>{new NewStore{std::move(parts)}};
}

const std::string& NewStore::recoveryKey() const
{
    return m_parts->recoveryKey;
}

Result<std::unique_ptr<Workspace>> NewStore::confirm(const std::string& typedBack)
{
    auto typed = db::parseRecoveryKey(typedBack);
    if (!typed)
        return std::move(typed).error();
    if (!typed->bits.sameAs(m_parts->made.recovery.bits))
        return Error{ErrorCode::wrongKey, "recoveryKey", "this is not the key that was printed"};
    auto connection = db::createEncrypted(m_parts->path, m_parts->made, store::schema());
    if (!connection)
        return std::move(connection).error();
    Worker worker = m_parts->worker;
    worker.id = IdSource{m_parts->clock, m_parts->random}.make<WorkerId>();
    auto begun = inTransaction(**connection, db::Access::write,
                               [&] { return putFirst(**connection, worker, m_parts->serviceName); });
    if (!begun)
        return std::move(begun).error();
    log::info("store.created", worker.id);
    StoreFacts facts;
    facts.encrypted = true;
    return workspaceOn(*std::move(connection), std::move(facts), {db::StoreLocation::Kind::file, m_parts->path},
                       m_parts->clock, m_parts->random);
}

Result<std::unique_ptr<Workspace>> openStore(const std::string& text, std::string secret, const Clock& clock,
                                             Random& random)
{
    auto location = db::parseLocation(text);
    if (!location)
        return std::move(location).error();
    auto key = keyIfNeeded(*location, std::move(secret));
    if (!key)
        return std::move(key).error();
    StoreFacts facts;
    facts.encrypted = key->has_value();
    if (facts.encrypted)
        log::info("store.unlocked");  // what follows is the store's own time, not that of the passphrase
    auto connection = db::openStore(*location, *key ? &**key : nullptr, store::schema());
    if (!connection)
        return std::move(connection).error();
    return workspaceOn(*std::move(connection), std::move(facts), *location, clock, random);
}

Result<std::vector<CheckFinding>> checkStoreFile(const std::string& text, std::string secret)
{
    auto location = db::parseLocation(text);
    if (!location)
        return std::move(location).error();
    auto key = keyIfNeeded(*location, std::move(secret));
    if (!key)
        return std::move(key).error();
    auto report = db::checkIntegrity(*location, *key ? &**key : nullptr, store::schema());
    if (!report)
        return std::move(report).error();
    std::vector<CheckFinding> findings;
    for (const db::Finding& finding : report->findings)
        findings.push_back({finding.check == "schema" ? "schema" : "integrity", finding.check + ": " + finding.detail});
    return findings;
}

Result<std::unique_ptr<Workspace>> createPracticeStore(const std::string& text, const Clock& clock, Random& random)
{
    auto location = db::parseLocation(text);
    if (!location)
        return std::move(location).error();
    db::OpenOptions forFilling;
    forFilling.cacheKib = std::int64_t{256} * 1024;  // taken only as far as a large caseload touches it
    auto connection = location->isFile() ? db::createPlain(location->text, store::schema(), forFilling)
                                         : db::openStore(*location, nullptr, store::schema());
    if (!connection)
        return std::move(connection).error();
    auto marked = inTransaction(**connection, db::Access::write, [&]() -> Result<Done> {
        store::MetaRepository meta{**connection};
        if (meta.get(store::metaPractice) == "no")
            return Error{ErrorCode::conflict, location->label(), "this store is for real people"};
        meta.set(store::metaPractice, "yes");
        return Done{};
    });
    if (!marked)
        return std::move(marked).error();
    return workspaceOn(*std::move(connection), {}, *location, clock, random);
}

}  // namespace holdfast::app
