#include "engine/explain.h"

#include "domain/calendar.h"
#include "domain/policy.h"
#include "domain/service.h"

#include <algorithm>
#include <array>

namespace holdfast::engine {
namespace {

std::string spaced(std::string_view name)
{
    std::string text{name};
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string dateWords(Date date)
{
    using namespace std::chrono;
    static constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const year_month_day day{date};
    std::string text{weekdays[weekday{date}.c_encoding()]};
    text += ' ' + std::to_string(static_cast<unsigned>(day.day())) + ' ';
    text += months[static_cast<unsigned>(day.month()) - 1];
    return text + ' ' + std::to_string(static_cast<int>(day.year()));
}

struct ToText {
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Instant instant) const { return formatInstant(instant); }
    std::string operator()(Date date) const { return formatDate(date); }
    std::string operator()(const ServiceId& id) const { return id.str(); }
    std::string operator()(const WorkerId& id) const { return id.str(); }
    std::string operator()(const ReasonCode& code) const { return code.str(); }
    std::string operator()(std::string_view name) const { return std::string{name}; }
};

struct ToWords {
    const Context& context;

    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Instant instant) const { return londonWords(instant); }
    std::string operator()(Date date) const { return dateWords(date); }
    std::string operator()(const ServiceId& id) const
    {
        const Service* service = context.directory.find(id);
        return service ? service->name : id.str();
    }
    std::string operator()(const WorkerId& id) const { return id.str(); }
    std::string operator()(const ReasonCode& code) const
    {
        const policy::Reason* reason = context.policy.reason(code);
        return code.str() + (reason ? " (" + reason->label + ')' : std::string{});
    }
    std::string operator()(std::string_view name) const
    {
        const std::string_view own = context.policy.sentence("word." + std::string{name});
        return own.empty() ? spaced(name) : std::string{own};
    }
};

std::string policyOf(const Context& context)
{
    return context.policy.id + ' ' + context.policy.version;
}

std::string sentenceFor(const Context& context, RuleCode rule, const NamedTexts& words)
{
    return fill(context.policy.ruleSentence(nameOf(rule)), words);
}

}  // namespace

std::string textOf(const FactValue& value)
{
    return std::visit(ToText{}, value);
}

std::string wordsFor(const Context& context, const FactValue& value)
{
    return std::visit(ToWords{context}, value);
}

std::string londonWords(Instant instant)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(instant + londonOffset(instant));
    const auto ofDay = (minutes - std::chrono::floor<std::chrono::days>(minutes)).count();
    std::string text = dateWords(londonDate(instant)) + ", ";
    for (const auto part : {ofDay / 60, ofDay % 60}) {
        text += part < 10 ? "0" : "";
        text += std::to_string(part);
        text += ':';
    }
    text.pop_back();
    return text;
}

std::string fill(std::string_view text, const NamedTexts& values)
{
    std::string filled;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = text.find('}', open);
        filled += text.substr(0, open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto value = std::ranges::find(values, name, &NamedTexts::value_type::first);
        filled += value != values.end() ? std::string_view{value->second} : text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
    }
    return filled;
}

Why whyOf(const Context& context, const Fired& fired, Explain explain)
{
    Why why;
    why.rule = RuleId{nameOf(fired.rule)};
    NamedTexts words;
    for (std::size_t i = 0; i < fired.count; ++i) {
        const Fact& fact = fired.facts[i];
        why.facts.emplace_back(fact.name, textOf(fact.value));
        if (explain == Explain::yes)
            words.emplace_back(fact.name, wordsFor(context, fact.value));
    }
    if (explain == Explain::yes) {
        why.sentence = sentenceFor(context, fired.rule, words);
        why.policy = policyOf(context);
    }
    return why;
}

Why whyOf(const Context& context, const Action& action, Explain explain)
{
    Why why;
    why.rule = RuleId{nameOf(action.rule)};
    why.facts = {{"need", std::string{nameOf(action.need)}},
                 {"what", std::string{action.what}},
                 {"owner", textOf(action.owner)},
                 {"since", formatInstant(action.from)},
                 {"due", formatInstant(action.due)},
                 {"level", std::to_string(action.level)}};
    if (explain == Explain::no)
        return why;
    const NamedTexts words{{"need", wordsFor(context, nameOf(action.need))},
                           {"what", spaced(action.what)},
                           {"owner", textOf(action.owner)},
                           {"since", londonWords(action.from)},
                           {"due", londonWords(action.due)},
                           {"level", std::to_string(action.level)}};
    // A rule may speak both when it fires and of what is to do; the second sentence has a name of its own.
    const std::string own = "action." + std::string{nameOf(action.rule)};
    const std::string_view text = context.policy.sentence(own);
    why.policy = policyOf(context);
    why.sentence = text.empty() ? sentenceFor(context, action.rule, words) : fill(text, words);
    return why;
}

}  // namespace holdfast::engine
