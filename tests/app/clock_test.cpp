// The computer's clock: what it does twice a year, what it does every fourth, and what it does when somebody sets it back.
#include "app/app_world.h"
#include "app/audit.h"
#include "app/check.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

namespace {

Instant utc(std::chrono::year_month_day day, std::chrono::milliseconds time)
{
    return Instant{std::chrono::sys_days{day}} + time;
}

event::Contact rang()
{
    return {ServiceId{"cmht"}, ContactDirection::out, ContactOutcome::noAnswer};
}

/// The numbers of the entries in the order in which the record tells them.
std::vector<std::int64_t> numbersAsTold(AppWorld& world, const PersonId& person)
{
    std::vector<std::int64_t> numbers;
    for (const auto& entry : world.file(person).history)
        numbers.push_back(entry.seq);
    return numbers;
}

std::optional<Instant> aheadOfClock(AppWorld& world)
{
    return app::Audit{*world.workspace}.aheadOfClock().value();
}

bool auditInOrder(AppWorld& world)
{
    const auto rows = world.audit();
    return std::ranges::adjacent_find(rows, [](const auto& a, const auto& b) { return b.seq != a.seq + 1; }) ==
           rows.end();
}

}  // namespace

TEST_CASE("what is recorded keeps its order and its time through both changes of London's clocks and a leap day")
{
    using namespace std::chrono;
    const std::vector<Instant> moments{
        utc(2027y / 3 / 28, 59min + 59s),  // 00:59:59 GMT
        utc(2027y / 3 / 28, 1h),           // 02:00 BST: the hour between does not exist
        utc(2027y / 10 / 31, 30min),       // 01:30 BST
        utc(2027y / 10 / 31, 1h + 30min),  // 01:30 GMT: the same time on the wall
        utc(2028y / 2 / 28, 23h + 59min + 59s),
        utc(2028y / 2 / 29, 0h),
        utc(2028y / 2 / 29, 23h + 59min + 59s),
        utc(2028y / 3 / 1, 0h),
    };
    onEveryStore([&](AppWorld& world) {
        const Person person = world.referred();
        const std::size_t before = world.file(person.id).history.size();
        for (const Instant moment : moments) {
            world.clock.set(moment);
            world.recorded(person.id, rang());
        }
        const auto history = world.file(person.id).history;
        REQUIRE(history.size() == before + moments.size());
        CHECK(std::ranges::is_sorted(numbersAsTold(world, person.id)));
        for (std::size_t i = 0; i < moments.size(); ++i) {
            CHECK(history[before + i].event.at == moments[i]);
            CHECK(history[before + i].event.recordedAt == moments[i]);
        }
        CHECK(auditInOrder(world));
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
    });
}

TEST_CASE("a clock that is set back is noticed, keeps nobody from recording, and loses no order")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        world.clock.advance(3h);
        world.recorded(person.id, declined(ReasonCode{"N02"}), "come back in three months");
        const Instant right = world.clock.now();
        CHECK_FALSE(aheadOfClock(world));

        world.clock.set(right - 2h);
        CHECK(aheadOfClock(world) == right);
        // The true time is typed: it lies ahead of the clock, but not of what is on record.
        const auto typed = world.recordAs(world.priya, person.id, rang(), right + 1min);
        REQUIRE(typed);
        // The time of the clock is left as it was offered.
        const auto offered = world.recordAs(world.priya, person.id, rang(), world.clock.now());
        REQUIRE(offered);
        CHECK(offered->version == typed->version + 1);
        CHECK(auditInOrder(world));
        CHECK(world.file(person.id).now.bounces.size() == 1);
        CHECK(aheadOfClock(world) == right);  // what was written since does not hide it

        auto numbers = numbersAsTold(world, person.id);
        CHECK_FALSE(std::ranges::is_sorted(numbers));  // the record tells what happened by the times it was given
        std::ranges::sort(numbers);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            CHECK(numbers[i] == static_cast<std::int64_t>(i) + 1);

        world.clock.set(right + 10min);
        CHECK_FALSE(aheadOfClock(world));
        CHECK(app::checkStore(*world.workspace, world.joanne, false)->findings.empty());
    });
}

TEST_CASE("nobody records what has not happened yet by the clock and by the record")
{
    onEveryStore([](AppWorld& world) {
        const Person person = world.referred();
        const auto later = world.recordAs(world.priya, person.id, rang(), world.clock.now() + 6min);
        REQUIRE_FALSE(later);
        CHECK(later.error().where == "/at");
    });
}
