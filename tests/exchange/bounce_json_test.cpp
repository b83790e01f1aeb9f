#include "exchange/bounce_json.h"

#include "report/bounce_rows.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace holdfast;
using namespace holdfast::test;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keysOf(const Json& object)
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.push_back(key);
    return keys;
}

}  // namespace

TEST_CASE("the report's JSON has every key that its header promises, in that order")
{
    auto made = report::bounceReport(summer(), someBounces(), someBounces());
    made.dataAsOf = Instant{day("2025-10-01")};
    made.policyId = "england";
    made.policyVersion = "1.0.0";
    const Json json = Json::parse(exchange::writeBounceJson(made));

    CHECK(keysOf(json) == std::vector<std::string>{"report", "version", "from", "to", "by", "service", "need",
                                                   "data_as_of", "policy", "totals", "groups", "by_service",
                                                   "by_reason", "by_month", "flow"});
    CHECK(keysOf(json["totals"]) ==
          std::vector<std::string>{"bounces", "never", "handover", "soft", "people", "people_twice_or_more",
                                   "days_lost", "days_lost_median", "challenged", "overturned", "legs_sent",
                                   "went_well", "held_both", "held_now", "joined_now", "open_without_holder",
                                   "substance_use_cited", "mental_health_cited"});
    CHECK(keysOf(json["groups"][0]) ==
          std::vector<std::string>{"key", "label", "bounces", "never", "handover", "soft", "people", "days_lost_median",
                                   "challenged", "overturned", "legs_sent", "went_well", "held_both", "common_reason"});
}

TEST_CASE("the report's JSON holds its figures, and null for what is not there")
{
    auto query = summer();
    query.need = Need::mentalHealth;
    auto made = report::bounceReport(query, someBounces(), {});
    made.dataAsOf = Instant{day("2025-10-01")};
    made.heldNow = 148;
    const Json json = Json::parse(exchange::writeBounceJson(made));

    CHECK(json["from"] == "2025-07-01");
    CHECK(json["to"] == "2025-09-30");
    CHECK(json["by"] == "service");
    CHECK(json["service"].is_null());
    CHECK(json["need"] == "mental_health");
    CHECK(json["data_as_of"] == "2025-10-01T00:00:00Z");
    CHECK(json["totals"]["bounces"] == 4);
    CHECK(json["totals"]["days_lost_median"] == 15.0);
    CHECK(json["totals"]["held_now"] == 148);
    CHECK(json["groups"][0]["key"] == "cmht");
    CHECK(json["flow"][1] == Json{{"from", "gp"}, {"to", nullptr}, {"count", 1}});
    CHECK(json["by_month"].size() == 12);
    CHECK(json["by_month"][0]["days_lost_median"].is_null());
    CHECK(json["by_month"][0]["common_reason"].is_null());
}

TEST_CASE("text that is not UTF-8 cannot break the JSON")
{
    auto bounce = bounceOn("2025-07-01", "cmht", "N02", "p1", 1);
    bounce.serviceName = "bad\xff";
    CHECK(Json::accept(exchange::writeBounceJson(report::bounceReport(summer(), {bounce}, {}))));
}
