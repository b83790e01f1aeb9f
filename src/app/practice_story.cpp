#include "app/practice_story.h"

#include "exchange/json_input.h"

#include <algorithm>

namespace holdfast::app {
namespace {

using exchange::JsonValue;

JsonValue textValue(std::string text)
{
    JsonValue value;
    value.kind = JsonValue::Kind::text;
    value.text = std::move(text);
    return value;
}

/// Writes real dates where the story counts days.
class Dates {
public:
    Dates(const WorkingDays& days, Date asOf, Instant at) : m_days{days}, m_asOf{asOf}, m_at{at} {}

    void putIn(JsonValue& body) const
    {
        for (std::size_t i = 0; i < body.names.size(); ++i) {
            JsonValue& value = body.items[i];
            const std::string& name = body.names[i];
            if (name == "actions") {
                for (JsonValue& action : value.items)
                    putIn(action);
                continue;
            }
            if (value.kind != JsonValue::Kind::integer)
                continue;
            const auto offset = static_cast<int>(value.integer);
            const Date day = m_asOf + std::chrono::days{offset};
            if (name == "re_offer_on" || name == "until")
                value = textValue(formatDate(day));
            else if (name == "on")  // the event may have moved to the working day before
                value = textValue(formatDate(std::min(day, londonDate(m_at))));
            else if (name == "due")
                value = textValue(formatInstant(m_days.due(londonInstant(m_asOf, std::chrono::minutes{0}), offset)));
            else if (name == "happened_at")
                value = textValue(
                    formatInstant(std::min(londonInstant(day, std::chrono::hours{21}), m_at - std::chrono::hours{12})));
        }
    }

private:
    const WorkingDays& m_days;
    Date m_asOf;
    Instant m_at;  ///< of the event
};

}  // namespace

Date practiceDay(const WorkingDays& days, Date asOf, int offset, bool anyDay)
{
    Date day = asOf + std::chrono::days{offset};
    while (!anyDay && !days.isWorkingDay(day))
        day -= std::chrono::days{1};
    return day;
}

Result<std::vector<Planned>> plannedStory(const PracticeStory& story, const WorkingDays& days, Date asOf,
                                          const exchange::Known& known)
{
    std::vector<Planned> planned;
    Instant last = londonInstant(asOf - std::chrono::days{4000}, std::chrono::minutes{0});
    for (const StoryEvent& told : story.events) {
        Instant at = londonInstant(practiceDay(days, asOf, told.day, told.anyDay), told.time);
        at = std::max(at, last + std::chrono::minutes{10});
        last = at;
        JsonValue body = told.body;
        Dates{days, asOf, at}.putIn(body);
        body.names.emplace_back("at");
        body.items.push_back(textValue(formatInstant(at)));
        const std::string position = "#" + std::to_string(planned.size() + 1);
        try {
            Planned next;
            next.event = exchange::eventOf(exchange::JsonIn{body}, EventId{position}, known);
            next.event.recordedAt = at + std::chrono::minutes{5} + std::chrono::days{told.late};
            next.author = WorkerId{told.by};
            next.channel = told.channel;
            if (told.silent) {
                next.silent.emplace();
                for (const Need need : *told.silent)
                    (*next.silent)[need] = true;
            }
            next.toldBy = told.toldBy;
            planned.push_back(std::move(next));
        } catch (const exchange::Complaint& complaint) {
            return Error{complaint.error.code, story.key + position + complaint.error.where, complaint.error.detail};
        }
    }
    return planned;
}

}  // namespace holdfast::app
