#include "typing/typing_store.h"

#include "app/people.h"
#include "app/unit_of_work.h"
#include "base/random.h"
#include "db/store_file.h"
#include "store/meta_repository.h"
#include "store/schema.h"
#include "store/service_repository.h"
#include "store/worker_repository.h"
#include "support/must.h"

namespace holdfast::test {
PersonId makeTypingStore(const std::string& path)
{
    const auto made = must(db::createEnvelope({"ines", "ines"}, db::Secret::copyOf(typistsPassphrase), db::smallCost));
    auto connection = must(db::createEncrypted(path, made, store::schema()));
    Worker worker;
    worker.id = WorkerId{"ines"};
    worker.name = "Ines Marlow";
    worker.role = Role::supervisor;
    worker.service = ServiceId{"lantern"};
    must(app::inTransaction(*connection, db::Access::write, [&]() -> Result<Worker> {
        store::MetaRepository{*connection}.set(store::metaPractice, "no");
        Service service;
        service.id = worker.service;
        service.name = "Lantern";
        service.kind = ServiceKind::drugAndAlcohol;
        service.needs = {Need::substanceUse};
        must(store::ServiceRepository{*connection}.insert(service));
        return store::WorkerRepository{*connection}.insert(worker);
    }));
    const SystemClock clock;
    SystemRandom random;
    const auto workspace = must(app::Workspace::make(std::move(connection), {}, clock, random));
    Person person;
    person.givenName = "Tomasz";
    person.familyName = "Brandt";
    person.nhsNumberMissing = NhsNumberMissing::notYetTraced;
    return must(
               app::People{*workspace}.registerPerson(app::Session{worker}, person, workspace->ids().make<CommandId>()))
        .id;
}

}  // namespace holdfast::test
