// Our rule for London's clocks against the system's time zone data, as printed by zdump.
#include "domain/calendar.h"

#include <array>
#include <cstdio>
#include <memory>

using namespace holdfast;
using namespace std::chrono;

namespace {

Instant at(const char* text)
{
    return parseInstant(text).value();
}

std::string outputOf(const char* command)
{
    const auto close = [](std::FILE* pipe) { pclose(pipe); };
    const std::unique_ptr<std::FILE, decltype(close)> pipe{popen(command, "r"), close};
    std::string output;
    std::array<char, 4096> block{};
    while (pipe && std::fgets(block.data(), block.size(), pipe.get()) != nullptr)
        output += block.data();
    return output;
}

struct Transition {
    Instant at;
    minutes offset;
};

/// "Europe/London  Sun Mar 29 00:59:59 2020 UT = Sun Mar 29 00:59:59 2020 GMT isdst=0 gmtoff=0"
std::vector<Transition> transitionsOf(const std::string& text)
{
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    std::vector<Transition> found;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find('\n', from);
        const std::string line = text.substr(from, end - from);
        from = end + 1;
        std::array<char, 4> name{};
        unsigned dayOfMonth = 0;
        int h = 0;
        int m = 0;
        int s = 0;
        int y = 0;
        long seconds = 0;
        const auto tail = line.find("gmtoff=");
        if (std::sscanf(line.c_str(), "Europe/London %*3s %3s %u %d:%d:%d %d UT", name.data(), &dayOfMonth, &h, &m, &s,
                        &y) != 6 ||
            tail == std::string::npos || std::sscanf(line.c_str() + tail, "gmtoff=%ld", &seconds) != 1)
            continue;
        const auto number = static_cast<unsigned>(months.find(name.data()) / 3 + 1);
        found.push_back({Instant{Date{year{y} / month{number} / std::chrono::day{dayOfMonth}}} + hours{h} + minutes{m} +
                             std::chrono::seconds{s},
                         minutes{seconds / 60}});
    }
    return found;
}

}  // namespace

TEST_CASE("London's clocks change when the system's time zone data says so, 2020 to 2040")
{
    const auto transitions = transitionsOf(outputOf("zdump -v -c 2020,2041 Europe/London"));

    REQUIRE(transitions.size() == 21 * 4);  // the second before and the second of each change
    for (const Transition& transition : transitions) {
        INFO(formatInstant(transition.at));
        CHECK(londonOffset(transition.at) == transition.offset);
        CHECK(londonDate(transition.at) == floor<days>(transition.at + transition.offset));
    }
}

TEST_CASE("a London day is 24 hours, but 23 in March and 25 in October")
{
    for (Date date = *parseDate("2020-01-01"); date < *parseDate("2041-01-01"); date += days{1}) {
        const auto length = londonInstant(date + days{1}, minutes{0}) - londonInstant(date, minutes{0});
        const year_month_day parts{date};
        const bool spring = date == Date{parts.year() / March / Sunday[last]};
        const bool autumn = date == Date{parts.year() / October / Sunday[last]};
        INFO(formatDate(date));
        REQUIRE(length == hours{spring ? 23 : autumn ? 25 : 24});
        REQUIRE(londonDate(londonInstant(date, hours{0})) == date);
        REQUIRE(londonDate(londonInstant(date, hours{23} + minutes{59})) == date);
    }
}

TEST_CASE("hours that London skips or repeats have one agreed instant")
{
    const Date march = *parseDate("2026-03-29");
    CHECK(londonInstant(march, minutes{59}) == at("2026-03-29T00:59:00Z"));
    CHECK(londonInstant(march, minutes{60}) == at("2026-03-29T01:00:00Z"));
    CHECK(londonInstant(march, minutes{90}) == at("2026-03-29T01:00:00Z"));
    CHECK(londonInstant(march, minutes{120}) == at("2026-03-29T01:00:00Z"));

    const Date october = *parseDate("2026-10-25");
    CHECK(londonInstant(october, minutes{90}) == at("2026-10-25T00:30:00Z"));
    CHECK(londonInstant(october, minutes{120}) == at("2026-10-25T02:00:00Z"));
}

TEST_CASE("the London day is a day ahead of UTC late on a summer evening")
{
    CHECK(formatDate(londonDate(at("2026-07-01T23:30:00Z"))) == "2026-07-02");
    CHECK(formatDate(londonDate(at("2026-12-01T23:30:00Z"))) == "2026-12-01");
}
