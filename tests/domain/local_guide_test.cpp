#include "domain/local_guide.h"

using namespace holdfast;

namespace {

constexpr Date today{std::chrono::year{2026} / 11 / 23};
constexpr std::chrono::days aDay{1};

LocalGuide joint()
{
    LocalGuide guide;
    guide.name = "Joint working protocol";
    guide.edition = "3";
    guide.from = today;
    return guide;
}

}  // namespace

TEST_CASE("a local protocol is named with its version")
{
    CHECK(designation(joint()) == "Joint working protocol, version 3");
}

TEST_CASE("a version is in force from its first day until the day it is withdrawn")
{
    LocalGuide guide = joint();
    CHECK_FALSE(guide.inForceOn(today - aDay));
    CHECK(guide.inForceOn(today));
    CHECK(guide.inForceOn(today + 400 * aDay));
    guide.withdrawnOn = today + aDay;
    CHECK(guide.inForceOn(today));
    CHECK_FALSE(guide.inForceOn(today + aDay));
}

TEST_CASE("a local protocol is for one service or every one, and for one need or both")
{
    LocalGuide guide = joint();
    CHECK(guide.isFor(ServiceId{"cmht"}, Need::substanceUse));
    guide.service = ServiceId{"cmht"};
    guide.need = NeedScope::mentalHealth;
    CHECK(guide.isFor(ServiceId{"cmht"}, Need::mentalHealth));
    CHECK_FALSE(guide.isFor(ServiceId{"cmht"}, Need::substanceUse));
    CHECK_FALSE(guide.isFor(ServiceId{"lantern"}, Need::mentalHealth));
}

TEST_CASE("a local protocol needs a name, a version and a day that makes sense, and fits into an entry")
{
    const auto fault = [](auto change) {
        LocalGuide guide = joint();
        change(guide);
        const auto checked = checkLocalGuide(guide, today);
        return checked ? std::string{} : checked.error().where;
    };
    CHECK(fault([](auto&) {}).empty());
    CHECK(fault([](auto& guide) { guide.name = " \t"; }) == "name");
    CHECK(fault([](auto& guide) { guide.name = std::string(121, 'x'); }) == "name");
    CHECK(fault([](auto& guide) { guide.name = "\xc3"; }) == "name");
    CHECK(fault([](auto& guide) { guide.edition = ""; }) == "edition");
    CHECK(fault([](auto& guide) { guide.edition = std::string(61, '3'); }) == "edition");
    CHECK(fault([](auto& guide) { guide.from = today + 367 * aDay; }) == "from");
    CHECK(fault([](auto& guide) { guide.from = today - 51 * 366 * aDay; }) == "from");
    LocalGuide longest = joint();
    longest.name = std::string(120, 'x');
    longest.edition = std::string(60, '3');
    CHECK(checkLocalGuide(longest, today));
    CHECK(designation(longest).size() <= 200);
}
