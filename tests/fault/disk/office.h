// A day's work through the real use cases on an encrypted store: the same jobs with the same ids, times and words each
// time, so that after every save it is known to the letter what the store must hold.
#pragma once

#include "app/cases.h"
#include "app/notes.h"
#include "app/workspace.h"
#include "db/store_file.h"
#include "support/manual_clock.h"
#include "support/temp_folder.h"

#include <cstdint>
#include <memory>
#include <string>

namespace holdfast::test {

/// What the store holds: how many saves by its own count, a hash of every row, and one of every row but the audit's.
struct Holding {
    std::int64_t saves = 0;
    std::uint64_t content = 0;
    std::uint64_t record = 0;
    friend bool operator==(const Holding&, const Holding&) = default;
};
Holding holdingOf(db::Connection& connection);

/// A new encrypted store with two services and a keyworker in it, closed.
struct OfficeStore {
    TempFolder folder;
    db::StoreLocation location{db::StoreLocation::Kind::file, folder.file("store.holdfast")};
    db::NewEnvelope keys;

    OfficeStore();
    const db::StoreKey* key() const { return &keys.key; }
};

/// What the worker has before them: carried from job to job, and into a new sitting.
struct Desk {
    PersonId person;
    std::int64_t version = 0;
    app::NoteDraft draft;
};

class Office {
public:
    /// Somebody sits down at the open store.
    explicit Office(std::unique_ptr<db::Connection> connection, Desk desk = {});

    static constexpr std::size_t jobsOfOnePerson = 9;
    /// Job `number` from 0: nine for each person. One save each.
    Result<Done> work(std::size_t number);
    static const char* nameOfJob(std::size_t number);

    const Desk& desk() const { return m_desk; }
    db::Connection& connection() { return m_workspace->connection(); }
    app::Workspace& workspace() { return *m_workspace; }
    const app::Session& session() const { return m_session; }

private:
    Result<Done> registerSomebody(std::size_t number);
    Result<Done> record(EventBody body);

    ManualClock m_clock{monday};
    SeededRandom m_random{1};
    std::unique_ptr<app::Workspace> m_workspace;
    app::Session m_session;
    Desk m_desk;
};

}  // namespace holdfast::test
