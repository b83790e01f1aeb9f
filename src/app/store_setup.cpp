#include "app/store_setup.h"

#include "app/check.h"
#include "app/service_id.h"
#include "app/store_key.h"
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
Result<Worker> putFirst(db::Connection& connection, Worker worker, const std::string& serviceName)
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
    return workers.insert(worker);
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
    std::string user;
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

Result<std::unique_ptr<NewStore>> NewStore::begin(const std::string& text, SignIn first, const Worker& firstWorker,
                                                  const std::string& serviceName, const Clock& clock, Random& random)
{
    if (tidied(firstWorker.name).empty() || !isValidUtf8(firstWorker.name))
        return Error{ErrorCode::invalid, "name", "expected the name of the first worker"};
    if (tidied(serviceName).empty() || !isValidUtf8(serviceName))
        return Error{ErrorCode::invalid, "service", "expected the name of the first service"};
    auto user = checkedUser(first.user.empty() ? suggestedUser(firstWorker.name) : first.user);
    if (!user)
        return std::move(user).error();
    auto location = db::parseLocation(text);
    if (!location)
        return std::move(location).error();
    if (!location->isFile())
        return Error{ErrorCode::invalid, location->label(),
                     "expected a file: a server's database is made by its keeper"};
    if (db::probe(location->text) != db::FileKind::missing)
        return Error{ErrorCode::conflict, location->label(), "something is there already; nothing was replaced"};
    Worker worker = firstWorker;
    worker.id = IdSource{clock, random}.make<WorkerId>();
    auto made = db::createEnvelope({*user, worker.id.str()}, db::Secret::taking(std::move(first.secret)));
    if (!made)
        return std::move(made).error();
    std::string printed{made->recovery.printed().view()};
    auto parts = std::make_unique<Parts>(Parts{location->text, *std::move(user), *std::move(made), std::move(printed),
                                               worker, tidied(serviceName), clock, random});
    return std::unique_ptr<NewStore>{new NewStore{std::move(parts)}};
}

const std::string& NewStore::recoveryKey() const
{
    return m_parts->recoveryKey;
}

Result<OpenedStore> NewStore::confirm(const std::string& typedBack)
{
    auto typed = db::parseRecoveryKey(typedBack);
    if (!typed)
        return std::move(typed).error();
    if (!typed->bits.sameAs(m_parts->made.recovery.bits))
        return Error{ErrorCode::wrongKey, "recoveryKey", "this is not the key that was printed"};
    auto connection = db::createEncrypted(m_parts->path, m_parts->made, store::schema());
    if (!connection)
        return std::move(connection).error();
    auto first = inTransaction(**connection, db::Access::write,
                               [&] { return putFirst(**connection, m_parts->worker, m_parts->serviceName); });
    if (!first)
        return std::move(first).error();
    log::info("store.created", first->id);
    StoreFacts facts;
    facts.encrypted = true;
    facts.file = m_parts->path;
    auto workspace = Workspace::make(*std::move(connection), std::move(facts), m_parts->clock, m_parts->random);
    if (!workspace)
        return std::move(workspace).error();
    workspace.value()->keepAuditAnchor(db::auditAnchorPath(m_parts->path));
    return OpenedStore{*std::move(workspace), Session{*std::move(first)}, m_parts->user};
}

Result<std::vector<CheckFinding>> checkStoreFile(const std::string& text, SignIn typed, const Clock& clock)
{
    auto location = db::parseLocation(text);
    if (!location)
        return std::move(location).error();
    std::optional<OpenedKey> by;
    if (location->isFile() && db::probe(location->text) == db::FileKind::encryptedStore) {
        auto key = openKey(location->text, std::move(typed), clock);
        if (!key)
            return std::move(key).error();
        by.emplace(*std::move(key));
    }
    auto report = db::checkIntegrity(*location, by ? &by->key : nullptr, store::schema());
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
    StoreFacts facts;
    facts.server = !location->isFile();
    facts.practice = true;
    facts.file = location->isFile() ? location->text : std::string{};
    auto workspace = Workspace::make(*std::move(connection), std::move(facts), clock, random);
    if (workspace && location->isFile())
        workspace.value()->keepAuditAnchor(db::auditAnchorPath(location->text));
    return workspace;
}

}  // namespace holdfast::app
