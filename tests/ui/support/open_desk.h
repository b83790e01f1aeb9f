// A real store with two services, their workers and one person, and the desk a page works at. Made-up people only.
#pragma once

#include "app/store_setup.h"
#include "app/unit_of_work.h"
#include "async/desk.h"
#include "base/random.h"
#include "store/worker_repository.h"
#include "support/eventually.h"
#include "support/manual_clock.h"
#include "support/must.h"
#include "support/temp_folder.h"
#include "theme/theme.h"

#include <catch2/catch_test_macros.hpp>

namespace holdfast::test {

/// Monday 23 November 2026, 10:00 in London.
inline constexpr Instant tenOnMonday = monday + std::chrono::hours{10};

class OpenDesk {
public:
    OpenDesk()
        : clock{tenOnMonday},
          ids{clock, random},
          workspace{must(app::createPracticeStore(folder.file("practice.holdfast"), clock, random))}
    {
        lead.worker.id = WorkerId{"lead"};
        lead.worker.name = "Ines Marlow";
        lead.worker.role = Role::supervisor;
        must(app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<Worker> {
            return store::WorkerRepository{workspace->connection()}.insert(lead.worker);
        }));
        ui::UseCases cases{*workspace};
        cmht = addService(cases, "Wrenfield Community Mental Health Team", ServiceKind::communityMentalHealth,
                          Need::mentalHealth);
        lantern = addService(cases, "Lantern Drug and Alcohol", ServiceKind::drugAndAlcohol, Need::substanceUse);
        samir = addWorker(cases, "Samir Haddad", cmht);
        priya = addWorker(cases, "Priya Raman", lantern);
        Person tomasz;
        tomasz.givenName = "Tomasz";
        tomasz.familyName = "Brandt";
        tomasz.pronouns = "he/him";
        tomasz.born = Date{std::chrono::year{1980} / 3 / 5};
        tomasz.sex = Sex::male;
        tomasz.nhsNumberMissing = NhsNumberMissing::notYetTraced;
        tomasz.addressStatus = AddressStatus::known;
        tomasz.postcode = "WR1 1AA";
        person = must(cases.people.registerPerson(asPriya(), tomasz, ids.make<CommandId>())).id;
        desk.emplace(*workspace, background, clock, ids, asPriya());
    }

    app::Session asPriya() const { return app::Session{priya}; }

    /// Runs a use case where the page's own run, after those the page has asked for already.
    template <class Use>
    auto now(Use use)
    {
        using Answer = std::invoke_result_t<Use, ui::UseCases&, const app::Session&>;
        std::optional<Answer> answer;
        QObject receiver;
        background.run(
            &receiver,
            [&] {
                ui::UseCases cases{*workspace};
                return use(cases, asPriya());
            },
            [&](Answer&& answered) { answer.emplace(std::move(answered)); });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        return *std::move(answer);
    }

    app::CaseFile file()
    {
        return must(now([&](auto& cases, const auto& session) { return cases.cases.open(session, person); }));
    }
    app::AssessmentDraft draft()
    {
        return must(now([&](auto& cases, const auto& session) { return cases.assessments.draft(session, person); }));
    }

    /// Recorded now by Priya, at the version of the case.
    void record(EventBody body, const char* words = "")
    {
        app::RecordInput input;
        input.person = person;
        input.seenVersion = file().version;
        input.command = ids.make<CommandId>();
        input.at = clock.now();
        input.body = std::move(body);
        input.words = words;
        must(now([&](auto& cases, const auto& session) { return cases.cases.record(session, input); }));
    }

    /// Both needs present and referred together, an hour ago.
    void referTogether()
    {
        record::AssessmentForm form;
        form.askedAboutBoth = true;
        form.status = {NeedStatus::present, NeedStatus::present};
        form.severity = {Severity::moderate, Severity::moderate};
        form.conditions = {"depression"};
        form.substances = {{"alcohol", "most evenings", {}, {}, {}, {}}};
        form.safety.suicidalThoughts = false;
        app::SignInput input;
        input.person = person;
        input.command = ids.make<CommandId>();
        input.at = clock.now() - std::chrono::hours{1};
        input.form = form;
        input.legs = {{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}};
        must(now([&](auto& cases, const auto& session) { return cases.assessments.sign(session, input); }));
    }

    TempFolder folder;
    ManualClock clock;
    SeededRandom random{7};
    IdSource ids;
    std::unique_ptr<app::Workspace> workspace;
    app::Session lead;
    ServiceId cmht;
    ServiceId lantern;
    Worker samir;
    Worker priya;
    PersonId person;
    ui::Theme theme;
    ui::Background background;
    std::optional<ui::Desk> desk;

private:
    ServiceId addService(ui::UseCases& cases, const std::string& name, ServiceKind kind, Need need)
    {
        Service service;
        service.name = name;
        service.kind = kind;
        service.needs = {need};
        service.minAge = 18;
        service.areas = {"WR"};
        service.acceptsConcurrentUse = true;
        return must(cases.directory.save(lead, service, ids.make<CommandId>())).id;
    }

    Worker addWorker(ui::UseCases& cases, const std::string& name, const ServiceId& service)
    {
        Worker worker;
        worker.name = name;
        worker.role = Role::keyworker;
        worker.service = service;
        return must(cases.workers.save(lead, worker, ids.make<CommandId>()));
    }
};

}  // namespace holdfast::test
