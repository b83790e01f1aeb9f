#include "bench/caseload.h"

#include "app/practice.h"
#include "app/store_setup.h"
#include "db/store_file.h"
#include "domain/calendar.h"
#include "store/schema.h"

#include <iostream>
#include <stdexcept>

namespace holdfast::test {
namespace {

template <class T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().where + ": " + result.error().detail};
    return *std::move(result);
}

/// A practice store is never encrypted, so the program offers no way to make this one.
std::unique_ptr<app::Workspace> newEncrypted(const std::string& path, const Clock& clock, Random& random)
{
    db::OpenOptions options;
    options.cacheKib = std::int64_t{256} * 1024;  // as createPracticeStore() does
    const auto envelope =
        orThrow(db::createEnvelope({"bench", "priya-raman"}, db::Secret::copyOf(benchPassphrase), db::smallCost));
    auto connection = orThrow(db::createEncrypted(path, envelope, store::schema(), options));
    app::StoreFacts facts;
    facts.practice = true;
    facts.encrypted = true;
    return orThrow(app::Workspace::make(std::move(connection), facts, clock, random));
}

}  // namespace

Caseload caseloadAt(const std::string& kind, const std::string& place)
{
    return {kind == "server"      ? StoreKind::server
            : kind == "encrypted" ? StoreKind::encrypted
                                  : StoreKind::plain,
            place};
}

void makeCaseload(const Caseload& caseload, int people, const Clock& clock, Random& random)
{
    const auto workspace = caseload.kind == StoreKind::encrypted
                               ? newEncrypted(caseload.place, clock, random)
                               : orThrow(app::createPracticeStore(caseload.place, clock, random));
    const app::PracticeInput input{people, 1, londonDate(clock.now())};
    const auto made = orThrow(app::makePractice(*workspace, input, {}));
    std::cerr << made.people << " people, " << made.events << " events, sha256 " << made.dumpSha256 << '\n';
}

std::unique_ptr<app::Workspace> openCaseload(const Caseload& caseload, const Clock& clock, Random& random,
                                             const Wrap& wrap)
{
    std::optional<db::StoreKey> key;
    if (caseload.kind == StoreKind::encrypted)
        key = orThrow(db::openWithPassphrase(caseload.place, db::Secret::copyOf(benchPassphrase))).key;
    auto connection =
        orThrow(db::openStore(orThrow(db::parseLocation(caseload.place)), key ? &*key : nullptr, store::schema()));
    app::StoreFacts facts;
    facts.practice = true;
    facts.encrypted = caseload.kind == StoreKind::encrypted;
    facts.server = caseload.kind == StoreKind::server;
    return orThrow(app::Workspace::make(wrap(std::move(connection)), facts, clock, random));
}

}  // namespace holdfast::test
