// Every action for every role, here now or left, through the gate that each use case goes through; and every use case
// with somebody who has left, whom none of them may let in.
#include "app/every_use_case.h"
#include "app/use_case.h"
#include "store/worker_repository.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using app::Action;

namespace {

Worker insert(AppWorld& world, const std::string& id, Role role, bool active)
{
    Worker worker;
    worker.id = WorkerId{id};
    worker.name = "Made up " + id;
    worker.role = role;
    worker.service = ServiceId{"lantern"};
    worker.active = active;
    const auto put = app::inTransaction(world.workspace->connection(), db::Access::write, [&] {
        return store::WorkerRepository{world.workspace->connection()}.insert(worker);
    });
    REQUIRE(put);
    return *put;
}

/// Calls a use case with nothing in its hands.
class Caller {
public:
    Caller(app::Workspace& workspace, const app::Session& session) : m_workspace{workspace}, m_session{session} {}

    template <class Uses, class Answer, class... Given>
    void operator()(const char* name, Answer (Uses::*use)(const app::Session&, Given...))
    {
        INFO(name);
        Uses uses{m_workspace};
        const auto answer = (uses.*use)(m_session, nothing<std::decay_t<Given>>()...);
        REQUIRE_FALSE(answer);
        const bool looksFirst = std::ranges::find(lookFirst, std::string_view{name}) != std::end(lookFirst);
        CHECK(answer.error().code == (looksFirst ? ErrorCode::invalid : ErrorCode::forbidden));
        ++called;
    }
    int called = 0;

private:
    app::Workspace& m_workspace;
    app::Session m_session;
};

}  // namespace

TEST_CASE("the gate lets through what the table grants to the worker as stored, and notes every refusal")
{
    onEveryStore([](AppWorld& world) {
        std::size_t refusals = 0;
        for (const Role role : {Role::keyworker, Role::coordinator, Role::supervisor, Role::administrator})
            for (const bool active : {true, false}) {
                const Worker stored =
                    insert(world, std::string{nameOf(role)} + (active ? "-here" : "-left"), role, active);
                app::Session session{stored};
                session.worker.active = true;  // a session may be older than a departure or a change of role
                session.worker.role = Role::supervisor;
                for (std::size_t row = 0; row < app::actionCount; ++row) {
                    const auto action = static_cast<Action>(row);
                    INFO(app::nameOf(action) << " as " << nameOf(role) << (active ? "" : ", left"));
                    const auto done = app::audited(*world.workspace, session, action, "x",
                                                   [](app::AuditNote&) -> Result<int> { return 1; });
                    const bool granted = app::authorise(stored, action).has_value();
                    CHECK(done.has_value() == granted);
                    CHECK((active || !granted));
                    refusals += granted ? 0 : 1;
                    const auto previewed =
                        app::unsaved(*world.workspace, session, action, {}, []() -> Result<int> { return 1; });
                    CHECK(previewed.has_value() == granted);
                }
            }
        std::size_t noted = 0;
        std::int64_t last = 0;
        for (auto page = store::AuditTrail{world.workspace->connection()}.page(0, 500); !page.empty();
             page = store::AuditTrail{world.workspace->connection()}.page(last, 500)) {
            noted += static_cast<std::size_t>(std::ranges::count(page, "refused", &store::AuditRow::detail));
            last = page.back().seq;
        }
        CHECK(noted == refusals);
    });
}

TEST_CASE("no use case does anything for somebody who has left, or whom the store does not know")
{
    onEveryStore([](AppWorld& world) {
        const Worker left = insert(world, "left", Role::supervisor, false);
        Worker stranger = left;
        stranger.id = WorkerId{"stranger"};
        stranger.active = true;
        for (const Worker& who : {left, stranger}) {
            Caller refused{*world.workspace, app::Session{who}};
            callEveryUseCase(refused);
            CHECK(refused.called >= 150);
        }
    });
}
