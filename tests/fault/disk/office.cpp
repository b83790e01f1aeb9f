#include "fault/disk/office.h"

#include "app/drafts.h"
#include "app/people.h"
#include "app/unit_of_work.h"
#include "store/dump.h"
#include "store/meta_repository.h"
#include "store/schema.h"
#include "store/service_repository.h"
#include "store/worker_repository.h"
#include "support/must.h"

#include <array>

namespace holdfast::test {
namespace {

template <class T>
Result<Done> done(const Result<T>& result)
{
    return result ? Result<Done>{Done{}} : result.error();
}

Worker keyworker()
{
    Worker worker;
    worker.id = WorkerId{"ines"};
    worker.name = "Ines Marlow";
    worker.role = Role::keyworker;
    worker.service = ServiceId{"lantern"};
    return worker;
}

Service aService(const char* id, ServiceKind kind, Need need)
{
    Service service;
    service.id = ServiceId{id};
    service.name = id;
    service.kind = kind;
    service.needs = {need};
    return service;
}

void fill(db::Connection& connection)
{
    must(app::inTransaction(connection, db::Access::write, [&]() -> Result<Worker> {
        store::MetaRepository{connection}.set(store::metaPractice, "no");
        store::ServiceRepository services{connection};
        must(services.insert(aService("cmht", ServiceKind::communityMentalHealth, Need::mentalHealth)));
        must(services.insert(aService("lantern", ServiceKind::drugAndAlcohol, Need::substanceUse)));
        return store::WorkerRepository{connection}.insert(keyworker());
    }));
}

event::AssessmentSigned bothNeedsFound()
{
    event::AssessmentSigned assessed;
    assessed.worker = keyworker().id;
    assessed.service = keyworker().service;
    assessed.found.mentalHealth = {NeedStatus::present, Severity::moderate, {"low mood"}};
    assessed.found.substanceUse = {NeedStatus::present, Severity::moderate, {"alcohol"}};
    return assessed;
}

constexpr std::array<const char*, Office::jobsOfOnePerson> names{
    "register a person", "sign an assessment", "send a referral", "record an acceptance", "record a refusal",
    "begin a note",      "go on writing it",   "sign the note",   "fill in a sheet"};

}  // namespace

Holding holdingOf(db::Connection& connection)
{
    constexpr std::uint64_t offset = 14695981039346656037U;
    constexpr std::uint64_t prime = 1099511628211U;
    Holding holding{0, offset, offset};
    const auto add = [&](std::uint64_t& hash, std::string_view line) {
        for (const char c : line)
            hash = (hash ^ static_cast<unsigned char>(c)) * prime;
        hash = (hash ^ '\n') * prime;
    };
    store::dump(connection, [&](std::string_view line) {
        add(holding.content, line);
        if (!line.starts_with("audit\t"))
            add(holding.record, line);
    });
    holding.saves =
        connection
            .first("SELECT count FROM store_commit WHERE id = 1", {}, [](const db::Row& row) { return row.integer(0); })
            .value();
    return holding;
}

OfficeStore::OfficeStore()
    : keys{must(db::createEnvelope({"ines", "ines"}, db::Secret::copyOf("four plain lanterns wander"), db::smallCost))}
{
    auto connection = must(db::createEncrypted(location.text, keys, store::schema()));
    fill(*connection);
    const Office first{std::move(connection)};  // keeps the policy in force and begins the lists
}

Office::Office(std::unique_ptr<db::Connection> connection, Desk desk)
    : m_workspace{must(app::Workspace::make(std::move(connection), {}, m_clock, m_random))},
      m_session{keyworker()},
      m_desk{std::move(desk)}
{}

const char* Office::nameOfJob(std::size_t number)
{
    return names.at(number % jobsOfOnePerson);
}

Result<Done> Office::registerSomebody(std::size_t number)
{
    Person person;
    person.givenName = "Tomasz";
    person.familyName = "Brandt" + std::string(number / jobsOfOnePerson, 'a');
    person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
    const auto saved =
        app::People{*m_workspace}.registerPerson(m_session, person, m_workspace->ids().make<CommandId>());
    if (saved)
        m_desk = {saved->id, 0, {}};
    return done(saved);
}

Result<Done> Office::record(EventBody body)
{
    app::RecordInput input;
    input.person = m_desk.person;
    input.seenVersion = m_desk.version;
    input.command = m_workspace->ids().make<CommandId>();
    input.at = m_clock.now();
    input.body = std::move(body);
    input.words = "as they said it on the telephone";
    const auto outcome = app::Cases{*m_workspace}.record(m_session, input);
    if (outcome)
        m_desk.version = outcome->version;
    return done(outcome);
}

Result<Done> Office::work(std::size_t number)
{
    // Whatever was tried before, the same job has the same ids and the same time.
    m_random = SeededRandom{1000 + number};
    m_clock.set(monday + std::chrono::hours{10} + std::chrono::minutes{number});
    app::Notes notes{*m_workspace};
    const auto keep = [this](Result<app::NoteDraft> draft) {
        if (draft)
            m_desk.draft = *draft;
        return done(draft);
    };
    switch (number % jobsOfOnePerson) {
    case 0: return registerSomebody(number);
    case 1: return record(bothNeedsFound());
    case 2:
        return record(
            event::ReferralSent{{{Need::mentalHealth, ServiceId{"cmht"}}, {Need::substanceUse, ServiceId{"lantern"}}}});
    case 3:
        return record(event::Response{
            Need::substanceUse, ServiceId{"lantern"}, ResponseKind::accepted, {}, {}, {}, keyworker().id});
    case 4:
        return record(event::Response{
            Need::mentalHealth, ServiceId{"cmht"}, ResponseKind::declined, ReasonCode{"N02"}, {}, {}, {}});
    case 5: return keep(notes.begin(m_session, m_desk.person, {}));
    case 6: {
        app::NoteDraft draft = m_desk.draft;
        draft.content.kind = NoteKind::call;
        draft.content.text = "Spoke for ten minutes. They were told to come back in three months.";
        return keep(notes.saveDraft(m_session, m_desk.person, draft));
    }
    case 7:
        return done(notes.sign(
            m_session, {m_desk.person, m_desk.draft.id, m_desk.draft.version, m_workspace->ids().make<CommandId>()}));
    default: {
        app::SheetDraft sheet;
        sheet.sheet = "reply";
        sheet.person = m_desk.person;
        sheet.answers = {{"What they said", "until sober"}};
        return done(app::Drafts{*m_workspace}.saveSheet(m_session, sheet));
    }
    }
}

}  // namespace holdfast::test
