// A small open store with two services, four roles and a clock that moves only when told; on every kind of database.
#pragma once

#include "app/assessments.h"
#include "app/cases.h"
#include "app/directory.h"
#include "app/people.h"
#include "app/reports.h"
#include "app/workers.h"
#include "app/worklist.h"
#include "db/connection.h"
#include "store/audit_trail.h"
#include "support/manual_clock.h"

#include <functional>

namespace holdfast::test {

/// Tuesday 10:00 in London.
inline const Instant tuesday = monday + std::chrono::hours{34};

class AppWorld {
public:
    explicit AppWorld(std::unique_ptr<db::Connection> connection, bool practice = false, bool filled = true);

    ManualClock clock{tuesday};
    SeededRandom random{7};
    std::unique_ptr<app::Workspace> workspace;

    app::Session priya;   ///< keyworker, lantern
    app::Session samir;   ///< coordinator, cmht
    app::Session joanne;  ///< supervisor, lantern
    app::Session rowan;   ///< administrator, lantern

    app::People people() { return app::People{*workspace}; }
    app::Cases cases() { return app::Cases{*workspace}; }
    app::Worklist worklist() { return app::Worklist{*workspace}; }

    CommandId command() { return workspace->ids().make<CommandId>(); }

    /// Registered by Priya; fails the test when refused.
    Person registered(const std::string& given = "Ada", const std::string& family = "Fenwick");

    /// What is recorded about the person now, at the version of the case, by a command of its own.
    app::RecordInput toRecord(const PersonId& person, EventBody body);
    /// Recorded by Priya now.
    Result<app::RecordOutcome> record(const PersonId& person, EventBody body, std::string words = {});
    Result<app::RecordOutcome> recordAs(const app::Session& session, const PersonId& person, EventBody body, Instant at,
                                        std::string words = {});
    /// The same, failing the test when refused.
    app::RecordOutcome recorded(const PersonId& person, EventBody body, std::string words = {});

    /// Assessed by Priya with both needs present, referred to cmht and lantern, accepted by lantern.
    Person referred(const std::string& given = "Ada", const std::string& family = "Fenwick");

    app::CaseFile file(const PersonId& person);
    std::vector<store::AuditRow> audit();
};

/// Runs the test on SQLite, on an encrypted file and, when there is one, on PostgreSQL.
void onEveryStore(const std::function<void(AppWorld&)>& test);

/// Every question of a joint assessment answered: both needs, no risk to life.
record::AssessmentForm askedAboutBoth();

event::AssessmentSigned bothNeeds();
event::ReferralSent toBoth();
event::Response declined(const ReasonCode& reason, const ServiceId& service = ServiceId{"cmht"},
                         Need need = Need::mentalHealth);

}  // namespace holdfast::test
