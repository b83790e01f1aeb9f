#include "exchange/scenario_reader.h"

#include "domain/calendar.h"
#include "exchange/json_input.h"
#include "exchange/person_json.h"
#include "exchange/service_json.h"

#include <charconv>

namespace holdfast::exchange {
namespace {

std::string policyOf(const JsonIn& in)
{
    return optionally(in, "policy", [](const JsonIn& policy) { return policy.someText(60); }).value_or("england");
}

/// The position that an event refers to, or nothing when it refers to none.
std::optional<std::size_t> referredPosition(const Event& event)
{
    const EventId* id = nullptr;
    if (const auto* look = std::get_if<event::SecondLook>(&event.body))
        id = &look->event;
    else if (const auto* error = std::get_if<event::EnteredInError>(&event.body))
        id = &error->event;
    if (id == nullptr)
        return std::nullopt;
    std::size_t position = 0;
    const std::string_view text = id->text().substr(1);
    std::from_chars(text.data(), text.data() + text.size(), position);
    return position;
}

void checkReference(const JsonIn& in, const Event& event, std::size_t position)
{
    const auto referred = referredPosition(event);
    if (!referred)
        return;
    if (!in.at("event").isInteger())
        in.at("event").fail("the position of an earlier event, from 1");
    if (*referred >= position)
        in.at("event").fail("the position of an earlier event, below " + std::to_string(position));
}

std::vector<Event> eventsOf(const JsonIn& in, const Known& known)
{
    std::vector<Event> events;
    in.mustBeArray();
    events.reserve(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        events.push_back(eventOf(in[i], EventId{'#' + std::to_string(i + 1)}, known));
        if (i > 0 && events[i].at < events[i - 1].at)
            in[i].at("at").failCode("an instant no earlier than the event before, " + formatInstant(events[i - 1].at));
        checkReference(in[i], events[i], i + 1);
    }
    return events;
}

/// Nothing happens to somebody before they are born.
void checkBirth(const JsonIn& in, const Scenario& scenario)
{
    const auto& born = scenario.person.born;
    if (!born)
        return;
    if (!scenario.events.empty() && *born > londonDate(scenario.events.front().at))
        in.at("person").at("born").failCode("a date no later than the first event");
    for (std::size_t i = 0; i < scenario.events.size(); ++i) {
        const auto* attempt = std::get_if<event::Attempt>(&scenario.events[i].body);
        if (attempt != nullptr && attempt->happenedAt && *born > londonDate(*attempt->happenedAt))
            in.at("events")[i].at("happened_at").failCode("an instant after the person was born");
    }
}

}  // namespace

Result<Scenario> readScenario(std::string_view text, const InstrumentSet& instruments,
                              const std::function<bool(std::string_view policy, const ReasonCode&)>& isReason)
{
    return readJson(text, [&](const JsonIn& in) {
        in.allowOnly({"title", "policy", "directory", "person", "events", "expect"});
        Scenario scenario;
        scenario.title = optionally(in, "title", [](const JsonIn& title) { return title.text(500); }).value_or("");
        scenario.policy = policyOf(in);
        scenario.directory = directoryOf(in.at("directory"));
        scenario.person = personFactsOf(in.at("person"));

        Known known{&scenario.directory, &instruments, {}};
        if (isReason)
            known.isReason = [&](const ReasonCode& code) { return isReason(scenario.policy, code); };
        scenario.events = eventsOf(in.at("events"), known);
        checkBirth(in, scenario);
        if (const auto expect = in.find("expect"))
            scenario.expectations =
                listOf(*expect, [&](const JsonIn& each) { return expectationOf(each, scenario.events.size(), known); });
        return scenario;
    });
}

}  // namespace holdfast::exchange
