#include "support/backends.h"

#include "db/store_file.h"
#include "support/postgres.h"
#include "support/temp_folder.h"

#include <list>
#include <stdexcept>

namespace holdfast::test {
namespace {

using Steps = std::span<const db::Migration>;

std::unique_ptr<db::Connection> migrated(std::unique_ptr<db::Connection> connection, Steps steps)
{
    if (const auto ran = db::migrate(*connection, steps); !ran)
        throw std::runtime_error{ran.error().detail};
    return connection;
}

/// An encrypted file with a cheap passphrase; the folders go when the test program ends.
std::unique_ptr<db::Connection> openEncrypted(Steps steps)
{
    static std::list<TempFolder> folders;
    const auto made =
        db::createEnvelope({"worker", "worker"}, db::Secret::copyOf("four plain lanterns wander"), db::smallCost);
    if (!made)
        throw std::runtime_error{made.error().detail};
    auto opened = db::createEncrypted(folders.emplace_back().file("test.holdfast"), made.value(), {steps, {}});
    if (!opened)
        throw std::runtime_error{opened.error().detail};
    return std::move(opened).value();
}

}  // namespace

std::vector<Backend> backends(std::span<const db::Migration> sqlite, std::span<const db::Migration> postgres)
{
    std::vector<Backend> all{{"sqlite", [sqlite] { return migrated(db::openMemory(), sqlite); }},
                             {"encrypted", [sqlite] { return openEncrypted(sqlite); }}};
    if (const auto conninfo = postgresConninfo())
        all.push_back(
            {"postgres", [conninfo = *conninfo, postgres] { return migrated(openFreshPostgres(conninfo), postgres); }});
    return all;
}

}  // namespace holdfast::test
