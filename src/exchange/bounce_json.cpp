#include "exchange/bounce_json.h"

#include <nlohmann/json.hpp>

namespace holdfast::exchange {
namespace {

using report::BounceGroup;
using report::BounceReport;
using Json = nlohmann::ordered_json;

Json orNull(const std::string& text)
{
    return text.empty() ? Json{} : Json(text);
}

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json{};
}

Json totalsOf(const BounceReport& report)
{
    return {
        {"bounces", report.bounces},
        {"never", report.never},
        {"handover", report.handover},
        {"soft", report.soft},
        {"people", report.people},
        {"people_twice_or_more", report.peopleTwiceOrMore},
        {"days_lost", report.daysLost},
        {"days_lost_median", orNull(report.daysLostMedian)},
        {"challenged", report.challenged},
        {"overturned", report.overturned},
        {"legs_sent", report.legsSent},
        {"went_well", report.wentWell},
        {"held_both", report.heldBoth},
        {"held_now", report.heldNow},
        {"joined_now", report.joinedNow},
        {"open_without_holder", report.openWithoutHolder},
        {"substance_use_cited", report.substanceUseCited},
        {"mental_health_cited", report.mentalHealthCited},
    };
}

Json groupsOf(const std::vector<BounceGroup>& groups)
{
    Json list = Json::array();
    for (const BounceGroup& group : groups) {
        list.push_back({
            {"key", group.key},
            {"label", group.label},
            {"bounces", group.bounces},
            {"never", group.never},
            {"handover", group.handover},
            {"soft", group.soft},
            {"people", group.people},
            {"days_lost_median", orNull(group.daysLostMedian)},
            {"challenged", group.challenged},
            {"overturned", group.overturned},
            {"legs_sent", group.legs},
            {"went_well", group.wentWell},
            {"held_both", group.heldBoth},
            {"common_reason", orNull(group.commonReason)},
        });
    }
    return list;
}

Json flowOf(const std::vector<report::FlowCell>& flow)
{
    Json list = Json::array();
    for (const report::FlowCell& cell : flow)
        list.push_back({{"from", cell.from}, {"to", orNull(cell.to)}, {"count", cell.count}});
    return list;
}

}  // namespace

std::string writeBounceJson(const BounceReport& report)
{
    const report::BounceQuery& query = report.query;
    const Json json = {
        {"report", "bounces"},
        {"version", 1},
        {"from", formatDate(query.from)},
        {"to", formatDate(query.to)},
        {"by", nameOf(query.by)},
        {"service", query.service ? Json(query.service->str()) : Json{}},
        {"need", query.need ? Json(nameOf(*query.need)) : Json{}},
        {"data_as_of", formatInstant(report.dataAsOf)},
        {"policy", {{"id", report.policyId}, {"version", report.policyVersion}}},
        {"totals", totalsOf(report)},
        {"groups", groupsOf(report.groups)},
        {"by_service", groupsOf(report.byService)},
        {"by_reason", groupsOf(report.byReason)},
        {"by_month", groupsOf(report.byMonth)},
        {"flow", flowOf(report.flow)},
    };
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace holdfast::exchange
