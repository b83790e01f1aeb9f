#include "exchange/calendar_reader.h"

#include "exchange/json_input.h"

#include <algorithm>

namespace holdfast::exchange {
namespace {

SpecialDay specialDay(const JsonIn& in)
{
    in.allowOnly({"date", "holiday", "name"});
    return {in.at("date").date(), in.at("holiday").boolean(), in.at("name").someText(200)};
}

std::vector<SpecialDay> specialDays(const JsonIn& in)
{
    in.allowOnly({"id", "title", "version", "special_days"});
    for (const char* name : {"id", "title", "version"})
        in.at(name).someText(200);
    std::vector<SpecialDay> days = listOf(in.at("special_days"), specialDay);
    for (std::size_t i = 1; i < days.size(); ++i)
        if (days[i].date <= days[i - 1].date)
            in.at("special_days")[i].at("date").failCode("a date later than the one before it");
    return days;
}

}  // namespace

Result<std::vector<SpecialDay>> readCalendar(std::string_view text)
{
    return readJson(text, specialDays);
}

}  // namespace holdfast::exchange
