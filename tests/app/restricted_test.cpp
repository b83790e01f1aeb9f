// Somebody whose record is restricted leaves no trace for a worker who is not named: every use case is walked.
#include "app/restricted_world.h"
#include "app/use_case.h"
#include "store/case_cache.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;

namespace {

template <class Given>
concept HoldsPerson = requires(Given given)
{
    {given.person = PersonId{}};
};
template <class Given>
concept HoldsCommand = requires(Given given)
{
    {given.command = CommandId{}};
};

/// Calls each use case that takes a person, about the restricted one.
class Asking {
public:
    Asking(AppWorld& world, const app::Session& session, const PersonId& person)
        : m_world{world}, m_session{session}, m_person{person}
    {}

    template <class Uses, class Answer, class... Given>
    void operator()(const char* name, Answer (Uses::*use)(const app::Session&, Given...))
    {
        const std::string_view called{name};
        if (called == "people.register" || called == "people.alike")
            return;  // about somebody new
        if constexpr ((aboutPerson<std::decay_t<Given>>() || ...)) {
            INFO(name);
            Uses uses{*m_world.workspace};
            const auto answer = (uses.*use)(m_session, given<std::decay_t<Given>>()...);
            ++asked;
            CHECK_FALSE(answer);
            // A report's period is looked at before whom it is about.
            const bool looks =
                called == "reports.bounces" || std::ranges::find(lookFirst, called) != std::end(lookFirst);
            if (!answer && !looks) {
                CHECK(answer.error().code == ErrorCode::notFound);
                CHECK(answer.error().where == "person");
            }
        }
    }
    int asked = 0;

private:
    template <class Given>
    static consteval bool aboutPerson()
    {
        return std::same_as<Given, PersonId> || HoldsPerson<Given> || std::same_as<Given, Person>;
    }

    template <class Given>
    Given given()
    {
        if constexpr (std::same_as<Given, PersonId>) {
            return m_person;
        } else {
            Given made = nothing<Given>();
            if constexpr (HoldsPerson<Given>)
                made.person = m_person;
            if constexpr (HoldsCommand<Given>)
                made.command = m_world.command();
            if constexpr (std::same_as<Given, Person>)
                made.id = m_person;
            if constexpr (std::same_as<Given, std::string>)
                made = "assessment";
            return made;
        }
    }

    AppWorld& m_world;
    app::Session m_session;
    PersonId m_person;
};

/// Asks the restricted person's name of `list`, the first that tells; empty when none does.
std::string tellsIn(const Listed& lists, const RestrictedCase& of)
{
    for (const auto& [name, text] : lists)
        if (text.find("Quillfeather") != std::string::npos || text.find(of.person.id.str()) != std::string::npos)
            return name;
    return {};
}

}  // namespace

TEST_CASE("no list, search, export or reminder says that a restricted person exists, as each did before")
{
    onEveryStore([](AppWorld& world) {
        const RestrictedCase of{world};
        for (const auto& [name, text] : everyList(world, of.hale, of)) {
            INFO(name);
            CHECK(text.find("Quillfeather") != std::string::npos);
        }
        of.restrict();
        CHECK(tellsIn(everyList(world, of.hale, of), of) == "");
        CHECK(tellsIn(everyList(world, world.joanne, of), of) == "people.search");  // who is named sees them as before
    });
}

TEST_CASE("every use case that takes a person answers a worker who is not named as for somebody nobody knows")
{
    onEveryStore([](AppWorld& world) {
        const RestrictedCase of{world};
        of.restrict();
        Asking asking{world, of.hale, of.person.id};
        callEveryUseCase(asking);
        CHECK(asking.asked >= 70);

        // What holds the person's id under another name.
        app::Merges merges{*world.workspace};
        CHECK(merges.compare(of.hale, of.other.id, of.person.id).error().code == ErrorCode::notFound);
        CHECK(merges.join(of.hale, {of.other.id, of.person.id, 1, 1, "Same", "", world.command()}).error().code ==
              ErrorCode::notFound);
        app::Handovers handovers{*world.workspace};
        CHECK(handovers.onPaper(of.hale, of.pack).error().code == ErrorCode::notFound);
        CHECK(handovers.answer(of.hale, {of.pack, HandoverAnswerKind::declined, "No", world.command()}).error().code ==
              ErrorCode::notFound);
        app::Team team{*world.workspace};
        CHECK(team.reassign(of.hale, {WorkerId{"priya"}, WorkerId{"theo"}, {of.person.id}, "On", world.command()})
                  .error()
                  .code == ErrorCode::notFound);
        CHECK(team.takeBack(of.hale, {{{of.person.id, {EventId{"x"}}}}, 0}, world.command()).error().code ==
              ErrorCode::notFound);
        app::AuditQuestion audit;
        audit.person = of.person.id;
        for (const char* after : {"", "100000"}) {
            audit.after = after;
            CHECK(app::AuditLog{*world.workspace}.page(of.hale, audit).error().code == ErrorCode::notFound);
        }
        const auto entries = world.audit();
        CHECK(std::ranges::any_of(entries, [&](const store::AuditRow& row) {
            return row.worker == of.hale.worker.id && row.subject == of.person.id.str() && row.detail == "refused";
        }));
    });
}

TEST_CASE("the clocks of a restricted person go on whoever is at the screen, and those named see them")
{
    onEveryStore([](AppWorld& world) {
        const RestrictedCase of{world};
        of.restrict();
        world.clock.advance(std::chrono::days{30});
        const auto before = store::CaseCache{world.workspace->connection()}.find(of.person.id);
        REQUIRE(world.worklist().sweep(of.hale));
        const auto after = store::CaseCache{world.workspace->connection()}.find(of.person.id);
        REQUIRE(before);
        REQUIRE(after);
        CHECK(after->computedAt > before->computedAt);
        const auto mine = world.worklist().today(world.priya, {});
        REQUIRE(mine);
        CHECK(std::ranges::any_of(mine->items, [&](const auto& item) { return item.person == of.person.id; }));
        app::TodayQuery everyone;
        everyone.scope = app::Scope::everyone;
        const auto today = world.worklist().today(of.hale, everyone);
        REQUIRE(today);
        CHECK(today->total == static_cast<int>(today->items.size()));  // a total tells of nobody either
    });
}

TEST_CASE("who holds a case must be named, with a supervisor and somebody beside, and nobody else comes to hold it")
{
    onEveryStore([](AppWorld& world) {
        const RestrictedCase of{world};
        app::Restrictions restrictions{*world.workspace};
        const auto asked = [&](std::vector<WorkerId> named, const std::string& reason = "Works here") {
            return restrictions.decide(world.joanne, {of.person.id, true, std::move(named), reason, world.command()});
        };
        const WorkerId joanne{"joanne"};
        const WorkerId theo{"theo"};
        CHECK(asked({joanne}).error().where == "restricted.few");
        CHECK(asked({WorkerId{"priya"}, theo}).error().where == "restricted.supervisor");
        CHECK(asked({joanne, theo}).error().where == "restricted.holders");
        CHECK(asked({joanne, WorkerId{"rowan"}}).error().where == "named");  // an administrator sees nobody
        CHECK(asked(of.named, " ").error().where == "reason");
        CHECK(restrictions.decide(world.samir, {of.person.id, true, of.named, "Works here", world.command()})
                  .error()
                  .code == ErrorCode::forbidden);

        of.restrict();
        app::Team team{*world.workspace};
        const app::ReassignInput handed{WorkerId{"priya"}, theo, {of.person.id}, "On", world.command()};
        CHECK(team.reassign(world.joanne, handed).error().where == "restricted.holder");
        auto more = of.named;
        more.push_back(theo);
        REQUIRE(asked(more));
        CHECK(team.reassign(world.joanne, handed));

        const auto state = restrictions.state(world.joanne, of.person.id);
        REQUIRE(state);
        CHECK(state->restricted());
        REQUIRE(state->decisions.size() == 2);
        CHECK(state->decisions.front().named.size() == more.size());
        CHECK(state->decisions.back().reason == "She works in the office next door");
        CHECK(world.people().find(of.hale, of.other.id));

        // Joined or parted, it would no longer be plain who may see what.
        app::Merges merges{*world.workspace};
        CHECK(merges.join(world.joanne, {of.other.id, of.person.id, 1, 1, "Same", "", world.command()}).error().where ==
              "restricted.join");

        const app::RestrictInput lifted{of.person.id, false, {}, "Left the office", world.command()};
        REQUIRE(restrictions.decide(world.joanne, lifted));
        CHECK(restrictions.decide(world.joanne, lifted));  // the same command again
        CHECK(world.people().find(of.hale, of.person.id));
        CHECK(restrictions.decide(world.joanne, {of.person.id, false, {}, "Again", world.command()}).error().code ==
              ErrorCode::conflict);
    });
}

TEST_CASE("somebody added in ignorance of a restricted record: a taken number is refused, and those named are told")
{
    onEveryStore([](AppWorld& world) {
        const RestrictedCase of{world};
        of.restrict();
        Person again = of.person;
        again.id = {};
        CHECK(world.people().registerPerson(of.hale, again, world.command()).error().where == "nhsNumber");
        again.nhsNumber.clear();
        again.nhsNumberMissing = NhsNumberMissing::notYetTraced;
        CHECK(world.people().alike(of.hale, again)->empty());
        app::Restrictions restrictions{*world.workspace};
        CHECK_FALSE(restrictions.brief(world.priya, of.person.id)->maybeTwice);
        REQUIRE(world.people().registerPerson(of.hale, again, world.command()));
        CHECK(restrictions.brief(world.priya, of.person.id)->maybeTwice);
    });
}
