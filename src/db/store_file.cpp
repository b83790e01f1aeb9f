#include "db/store_file.h"

#include "base/platform.h"
#include "db/server_address.h"
#include "db/sqlite_store.h"

#include <algorithm>
#include <filesystem>

namespace holdfast::db {
namespace {

bool isServerUri(std::string_view text)
{
    return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

/// The application id where SQLite keeps it in a header that is not encrypted: four bytes, the highest first.
std::int64_t applicationIdIn(std::string_view header)
{
    constexpr std::size_t at = 68;
    std::int64_t id = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        id = id << 8 | static_cast<unsigned char>(header[i]);
    return id;
}

Error missing(const std::string& path)
{
    return {ErrorCode::notFound, path, "there is no store there"};
}

/// What can be said without opening it: no such file, not ours, no key for it, a key for another.
std::optional<Error> obstacle(const std::string& path, const StoreKey* key)
{
    switch (probe(path)) {
    case FileKind::missing: return missing(path);
    case FileKind::notAStore: return Error{ErrorCode::notAStore, path, "it is not a Holdfast store"};
    case FileKind::unreadable:
        return Error{ErrorCode::unavailable, path, "it cannot be read; check whose file it is and who may read it"};
    case FileKind::plainStore: return std::nullopt;
    case FileKind::encryptedStore: break;
    }
    if (!key)
        return Error{ErrorCode::wrongKey, path, "it is encrypted; its passphrase is needed"};
    const auto envelope = readEnvelope(path);
    if (!envelope)
        return envelope.error();
    if (envelope->envelope.storeId != key->storeId)
        return Error{ErrorCode::wrongKey, path, "the key is that of another store"};
    return std::nullopt;
}

Opened openFile(const std::string& path, const StoreKey* key, const Schema& schema, const OpenOptions& options)
{
    if (auto error = obstacle(path, key))
        return *error;
    if (probe(path) == FileKind::plainStore)
        key = nullptr;
    if (!options.readOnly && platform::isOnNetworkShare(path))
        return Error{ErrorCode::unavailable, path,
                     "it is on a network share, where saves can be lost; move it to this machine or use a server"};

    return atStore(path, [&]() -> Opened {
        auto opened = examine(path, key, options);
        if (!opened)
            return opened.error();
        auto connection = std::move(opened).value();
        if (key)
            connection->useAuditKey(key->derived(Purpose::audit));
        const auto steps = pending(*connection, schema.sqlite);
        if (!steps)
            return Error{steps.error().code, path, steps.error().detail};
        if (options.readOnly)
            return steps->empty() ? Opened{std::move(connection)}
                                  : Error{ErrorCode::refused, path, "it must first be opened to be brought up to date"};
        if (!steps->empty()) {
            connection.reset();
            if (auto migrated = migrateFile(path, key, schema.sqlite, options); !migrated)
                return migrated.error();
            return openFile(path, key, schema, options);
        }
        makeReady(*connection, path, key);
        if (key)
            (void)mendEnvelope(path, *key);  // a second copy is insurance; the check says when it is missing
        return Opened{std::move(connection)};
    });
}

/// A database that holds something else is not made ours.
std::optional<Error> strangersIn(Connection& connection, const std::string& where)
{
    const auto isTrue = [](const Row& row) { return row.integer(0) != 0; };
    const bool ours = connection.first("SELECT to_regclass('schema_history') IS NOT NULL", {}, isTrue).value_or(false);
    const bool hasTables =
        connection.first("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())", {}, isTrue)
            .value_or(false);
    if (!ours && hasTables)
        return Error{ErrorCode::notAStore, where, "the database holds something else than a Holdfast store"};
    return std::nullopt;
}

Opened openServer(const StoreLocation& location, const Schema& schema, const OpenOptions& options)
{
    try {
        auto connection = openPostgres(location.text);
        if (auto error = strangersIn(*connection, location.label()))
            return *error;
        const auto steps = pending(*connection, schema.postgres);
        if (!steps)
            return Error{steps.error().code, location.label(), steps.error().detail};
        if (options.readOnly) {
            connection->script("SET default_transaction_read_only = on");
            return steps->empty() ? Opened{std::move(connection)}
                                  : Error{ErrorCode::refused, location.label(),
                                          "it must first be opened to be brought up to date"};
        }
        if (const auto ran = migrate(*connection, schema.postgres); !ran)
            return Error{ran.error().code, location.label(), ran.error().detail};
        return Opened{std::move(connection)};
    } catch (const Failure& failure) {
        return toError(failure, location.label());
    }
}

}  // namespace

std::string StoreLocation::label() const
{
    if (isFile())
        return text;
    const ServerAddress address = addressOf(text);
    return (address.host.empty() ? std::string{"this machine"} : address.host) + '/' + address.database;
}

Result<StoreLocation> parseLocation(std::string_view text)
{
    if (text.empty())
        return Error{ErrorCode::invalid, "--store", "expected a file or postgresql://..., found nothing"};
    if (!isServerUri(text)) {
        if (text.find("://") != std::string_view::npos)
            return Error{ErrorCode::invalid, "--store", "expected a file or a postgresql:// URI"};
        if (text.find('\0') != std::string_view::npos || text.starts_with(":memory:"))
            return Error{ErrorCode::invalid, "--store", "expected the name of a file"};
        return StoreLocation{StoreLocation::Kind::file, std::string{text}};
    }
    const ServerAddress address = addressOf(std::string{text});
    if (address.hasPassword)
        return Error{ErrorCode::invalid, "--store",
                     "expected no password in the URI, where others can see it; put it in the passfile (~/.pgpass)"};
    if (const std::string fault = faultOf(address); !fault.empty())
        return Error{ErrorCode::invalid, "--store", fault};
    return StoreLocation{StoreLocation::Kind::server, std::string{text}};
}

FileKind probe(const std::string& path)
{
    std::error_code problem;
    if (!std::filesystem::exists(path, problem))
        return FileKind::missing;
    if (!std::filesystem::is_regular_file(path, problem))
        return FileKind::notAStore;
    const auto header = rawHeader(path);
    if (!header)
        return FileKind::unreadable;
    constexpr std::size_t headerSize = 100;
    if (!hasPlainHeader(*header))
        return hasEnvelope(path) ? FileKind::encryptedStore : FileKind::notAStore;
    return header->size() == headerSize && applicationIdIn(*header) == applicationId ? FileKind::plainStore
                                                                                     : FileKind::notAStore;
}

Opened openStore(const StoreLocation& location, const StoreKey* key, const Schema& schema, const OpenOptions& options)
{
    return location.isFile() ? openFile(location.text, key, schema, options) : openServer(location, schema, options);
}

}  // namespace holdfast::db
