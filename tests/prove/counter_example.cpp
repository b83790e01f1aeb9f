#include "prove/counter_example.h"

#include "engine/world.h"
#include "exchange/event_json.h"
#include "exchange/json_output.h"
#include "exchange/service_json.h"

namespace holdfast::prove {

std::string tell(const CounterExample& example)
{
    std::string text{lawNames[static_cast<std::size_t>(example.law)]};
    text += " is broken: " + example.what + "\n  start: " + example.start.name + '\n';
    const std::size_t first = example.events.size() - example.moves.size();
    for (std::size_t i = 0; i < example.moves.size(); ++i)
        text += "  " + formatInstant(example.events[first + i].at) + "  " + example.moves[i] + '\n';
    return text;
}

std::string scenarioOf(const CounterExample& example)
{
    std::string events;
    for (const Event& event : example.events)
        events += (events.empty() ? "" : ",\n    ") + exchange::writeEventBody(event);
    exchange::JsonOut person;
    person.beginObject().member("id", example.start.person.id.text());
    if (example.start.person.born)
        person.member("born", formatDate(*example.start.person.born));
    person.endObject();
    return "{\n  \"title\": \"Counter-example to " + std::string{lawNames[static_cast<std::size_t>(example.law)]} +
           "\",\n  \"policy\": \"england\",\n  \"directory\": " + exchange::writeDirectory(test::world().directory) +
           ",\n  \"person\": " + person.str() + ",\n  \"events\": [\n    " + events + "\n  ]\n}\n";
}

}  // namespace holdfast::prove
