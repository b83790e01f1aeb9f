#include "fault/disk/ending.h"

#include "app/audit.h"
#include "app/check.h"
#include "app/disposals.h"
#include "app/find_index.h"
#include "app/letters.h"
#include "app/unit_of_work.h"
#include "app/worklist.h"
#include "domain/calendar.h"
#include "store/audit_check.h"
#include "store/consistency.h"
#include "store/disposal_repository.h"
#include "store/person_repository.h"
#include "store/record_removal.h"
#include "store/schema.h"
#include "store/worker_repository.h"
#include "support/must.h"

namespace holdfast::test {
namespace {

const Instant died = monday + std::chrono::hours{30};
const Instant timeIsOver = died + std::chrono::days{21 * 366};

app::Session supervisor(const char* id)
{
    Worker worker;
    worker.id = WorkerId{id};
    worker.name = std::string{"Made up "} + id;
    worker.role = Role::supervisor;
    worker.service = ServiceId{"lantern"};
    return app::Session{worker};
}

const app::Session proposer = supervisor("joanne");
const app::Session confirmer = supervisor("mina");

void hire(db::Connection& connection)
{
    must(app::inTransaction(connection, db::Access::write, [&]() -> Result<Done> {
        store::WorkerRepository workers{connection};
        must(workers.insert(proposer.worker));
        must(workers.insert(confirmer.worker));
        return Done{};
    }));
}

void writeLetter(app::Workspace& workspace, const app::Session& session, const PersonId& person)
{
    app::Letters letters{workspace};
    letters::Request request;
    request.kind = letters::LetterKind::chase;
    request.service = ServiceId{"cmht"};
    request.need = Need::mentalHealth;
    const auto draft = must(letters.begin(session, person, request));
    must(letters.finalise(session,
                          {person, draft.id, draft.version, workspace.ids().make<CommandId>(), "%PDF-1.4\na page"}));
    must(letters.begin(session, person, request));
}

void recordDeath(app::Workspace& workspace, const app::Session& session, const PersonId& person)
{
    app::Cases cases{workspace};
    app::RecordInput input;
    input.person = person;
    input.seenVersion = must(cases.open(session, person)).version;
    input.command = workspace.ids().make<CommandId>();
    input.at = workspace.clock().now();
    input.body = event::PersonDied{londonDate(input.at)};
    must(cases.record(session, input));
}

}  // namespace

Ended::Ended()
{
    Office office{open().value()};
    for (std::size_t job = 0; job < 2 * Office::jobsOfOnePerson; ++job) {
        must(office.work(job));
        if (job + 1 == Office::jobsOfOnePerson)
            person = office.desk().person;
    }
    hire(office.connection());
    ManualClock clock{died};
    SeededRandom random{21};
    const auto workspace = must(app::Workspace::make(open().value(), {}, clock, random));
    writeLetter(*workspace, office.session(), person);
    recordDeath(*workspace, office.session(), person);
    clock.set(timeIsOver);
    must(app::Worklist{*workspace}.sweep(office.session()));
    disposal = must(app::Disposals{*workspace}.propose(
        proposer, {person, "Died long ago; nobody asked since.", workspace->ids().make<CommandId>()}));
}

db::Opened Ended::open() const
{
    return db::openStore(store.location, store.key(), store::schema());
}

Confirming::Confirming(const Ended& of, std::unique_ptr<db::Connection> connection)
    : m_of{of},
      m_clock{timeIsOver},
      m_workspace{must(app::Workspace::make(std::move(connection), {}, m_clock, m_random))}
{}

Result<Done> Confirming::work()
{
    m_random = SeededRandom{2100};
    const auto done = app::Disposals{*m_workspace}.confirm(confirmer, m_of.disposal, CommandId{"confirm-it"});
    if (!done)
        return done.error();
    if (!done->cleared)
        return Error{ErrorCode::unavailable, "store", "the record is gone and the file is not cleared of it"};
    return Done{};
}

bool Confirming::finishes()
{
    const auto done = app::Disposals{*m_workspace}.finishClearing(confirmer);
    return done && *done;
}

bool Confirming::checksOut()
{
    const auto checked = app::checkStore(*m_workspace, confirmer, false);
    const auto audit = app::Audit{*m_workspace}.check(confirmer, {});
    return checked && checked->findings.empty() && audit && audit->findings.faults.empty();
}

bool agrees(db::Connection& connection, const Ended& of)
{
    const auto row = store::DisposalRepository{connection}.find(of.disposal);
    if (!row || row->answer.has_value() == store::PersonRepository{connection}.find(of.person).has_value())
        return false;
    if (store::RecordRemoval{connection, of.person}.held() != (row->answer ? "" : row->disposal.held))
        return false;
    store::AuditCheck audit{connection, {}};
    while (audit.step(1000)) {
    }
    return audit.findings().faults.empty() && store::findInconsistencies(connection).empty() &&
           store::FoundIndex{connection}.faults(app::wordsOfLetter, 1).empty();
}

}  // namespace holdfast::test
