#include "db/key_rotation.h"

#include "base/platform.h"
#include "db/envelope_seal.h"
#include "db/file_copy.h"
#include "db/sqlite_store.h"

#include <sodium.h>

namespace holdfast::db {
namespace {

Result<Done> keepBoth(const std::string& path, const StoreKey& key, const Secret& next)
{
    return changeEnvelope(path, key, [&](Envelope& envelope) -> Result<Done> {
        for (EnvelopeEntry& entry : envelope.entries)
            entry.next = sealedTo(entry, next);
        return Done{};
    });
}

/// The new one alone, or the old one alone.
Result<Done> keepOne(const std::string& path, const StoreKey& key, bool next)
{
    return changeEnvelope(path, key, [&](Envelope& envelope) -> Result<Done> {
        for (EnvelopeEntry& entry : envelope.entries) {
            if (next && !entry.next.empty())
                entry.sealed = entry.next;
            entry.next.clear();
        }
        return Done{};
    });
}

bool opens(const std::string& path, const StoreKey& key)
{
    SqliteOpening opening;
    opening.key = &key;
    try {
        const auto connection = openSqlite(path, opening);
        connection->number("SELECT count(*) FROM sqlite_schema");
        return true;
    } catch (const Failure& failure) {
        if (failure.kind() == Failure::Kind::notAStore || failure.kind() == Failure::Kind::wrongKey)
            return false;
        throw;
    }
}

/// Everything under the new key, beside the store, looked through.
Result<Done> copyUnder(const StoreKey& key, const std::string& path, const std::string& copyPath, SqliteConnection& old,
                       const OnRotation& reached)
{
    makeCopy(old, copyPath, &key);
    reached(RotationStage::copied);
    SqliteOpening opening;
    opening.key = &key;
    const auto copy = openSqlite(copyPath, opening);
    copy->foldOnClose(true);
    checkPages(*copy, true, "the copy under the new key does not check out; nothing was changed");
    if (savedCount(*copy) != savedCount(old))
        return Error{ErrorCode::damaged, path, "the copy under the new key is not the same; nothing was changed"};
    return Done{};
}

}  // namespace

Result<Done> rotateDataKey(const std::string& path, const StoreKey& key, const OnRotation& told)
{
    const OnRotation reached = told ? told : [](RotationStage) {};
    const std::string copyPath = path + ".rekeying";
    return atStore(path, [&]() -> Result<Done> {
        const auto lock = platform::lockFile(path + ".lock");
        if (!lock)
            return lock.error();
        SqliteOpening opening;
        opening.key = &key;
        opening.busyTimeout = std::chrono::milliseconds{500};
        const auto old = openAlone(path, opening);
        const StoreKey fresh = withData(key, Secret::random(crypto_kdf_KEYBYTES));
        if (auto kept = keepBoth(path, key, fresh.data); !kept)
            return kept;
        reached(RotationStage::bothKeysKept);
        auto copied = [&]() -> Result<Done> {
            try {
                return copyUnder(fresh, path, copyPath, *old, reached);
            } catch (const Failure&) {
                removeWithSidecars(copyPath);
                (void)keepOne(path, key, false);  // what stays behind is settled when the store is opened
                throw;
            }
        }();
        if (copied) {
            reached(RotationStage::checked);
            copied = platform::replaceFile(copyPath, path);
        }
        if (!copied) {
            removeWithSidecars(copyPath);
            (void)keepOne(path, key, false);
            return copied;
        }
        reached(RotationStage::swapped);
        auto dropped = keepOne(path, key, true);
        reached(RotationStage::oldKeyDropped);
        return dropped;
    });
}

Result<StoreKey> settled(const std::string& path, StoreKey key)
{
    if (key.next.empty())
        return key;
    return atStore(path, [&]() -> Result<StoreKey> {
        const auto lock = platform::lockFile(path + ".lock");
        if (!lock)
            return lock.error();
        StoreKey next = withData(key, key.next);
        const bool isNext = !opens(path, key);
        if (isNext && !opens(path, next))
            return Error{ErrorCode::damaged, path, "neither of its two keys opens it"};
        if (auto done = keepOne(path, key, isNext); !done)
            return done.error();
        removeWithSidecars(path + ".rekeying");
        key.next = Secret{};
        return isNext ? std::move(next) : std::move(key);
    });
}

}  // namespace holdfast::db
