#include "exchange/event_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace holdfast::exchange {
namespace {

constexpr int lastPosition = 1'000'000;

struct SafetyName {
    std::string_view name;
    std::optional<bool> SafetyFacts::*fact;
};
constexpr std::array safetyNames{
    SafetyName{"suicidal_thoughts", &SafetyFacts::suicidalThoughts},
    SafetyName{"recent_attempt", &SafetyFacts::recentAttempt},
    SafetyName{"overdose", &SafetyFacts::overdose},
    SafetyName{"pregnant", &SafetyFacts::pregnant},
    SafetyName{"withdrawal_risk", &SafetyFacts::withdrawalRisk},
    SafetyName{"intoxicated_now", &SafetyFacts::intoxicatedNow},
};

std::vector<std::optional<int>> itemsOf(const JsonIn& in)
{
    return listOf(
        in, [](const JsonIn& item) { return item.isNull() ? std::nullopt : std::optional{item.integer(0, 1000)}; });
}

/// Answers of a known instrument must fit its form; the complaint points at the item.
void checkAgainst(const JsonIn& in, const Instrument& instrument, const std::vector<std::optional<int>>& items)
{
    const auto checked = checkAnswers(instrument, items);
    if (!checked)
        throw Complaint{{ErrorCode::invalid, in.pointer() + checked.error().where, checked.error().detail}};
}

}  // namespace

ServiceId knownService(const JsonIn& in, const Known& known)
{
    const auto id = in.id<ServiceId>();
    if (known.directory != nullptr && known.directory->find(id) == nullptr)
        in.failCode("the id of a service in the directory");
    return id;
}

ReasonCode knownReason(const JsonIn& in, const Known& known)
{
    if (!in.isText() || in.text().empty() || !ReasonCode::fits(in.text()))
        in.failCode("the code of a reason");
    const auto code = in.id<ReasonCode>();
    if (known.isReason && !known.isReason(code))
        in.failCode("the code of a reason in the policy");
    return code;
}

std::vector<Need> needsOf(const JsonIn& in)
{
    std::vector<Need> needs = listOf(in, [](const JsonIn& need) { return need.named<Need>(); });
    if (needs.empty() || needs.size() > 2)
        in.fail("one or both needs");
    if (needs.size() == 2 && needs[0] == needs[1])
        in[1].failCode("the other need");
    return needs;
}

SafetyFacts safetyOf(const JsonIn& in)
{
    in.allowOnly({"suicidal_thoughts", "recent_attempt", "overdose", "pregnant", "withdrawal_risk", "intoxicated_now"});
    SafetyFacts safety;
    for (const auto& [name, fact] : safetyNames)
        safety.*fact = optionally(in, name, [](const JsonIn& value) { return value.boolean(); });
    return safety;
}

void writeSafety(JsonOut& out, const SafetyFacts& safety)
{
    out.beginObject();
    for (const auto& [name, fact] : safetyNames)
        if (safety.*fact)
            out.member(name, *(safety.*fact));
    out.endObject();
}

std::vector<InstrumentAnswers> answersOf(const JsonIn& in, const Known& known)
{
    std::vector<InstrumentAnswers> answers;
    for (const std::string& name : in.names()) {
        const JsonIn member = in.at(name);
        const bool fits = !name.empty() && InstrumentId::fits(name);
        const Instrument* instrument =
            fits && known.instruments != nullptr ? known.instruments->find(InstrumentId{name}) : nullptr;
        if (!fits || (known.instruments != nullptr && instrument == nullptr))
            throw Complaint{
                {ErrorCode::invalid, member.pointer(), "expected the name of an instrument, found another"}};
        answers.push_back({InstrumentId{name}, itemsOf(member)});
        if (instrument != nullptr)
            checkAgainst(member, *instrument, answers.back().items);
    }
    return answers;
}

void writeAnswers(JsonOut& out, const std::vector<InstrumentAnswers>& answers)
{
    out.beginObject();
    for (const InstrumentAnswers& given : answers) {
        out.key(given.instrument.text()).beginArray();
        for (const auto& item : given.items)
            item ? out.number(*item) : out.null();
        out.endArray();
    }
    out.endObject();
}

EventId eventReference(const JsonIn& in)
{
    if (in.isInteger())
        return EventId{'#' + std::to_string(in.integer(1, lastPosition))};
    if (!in.isText())
        in.fail("the position of an event, from 1, or its id");
    return in.id<EventId>();
}

void writeEventReference(JsonOut& out, const EventId& id)
{
    const std::string_view text = id.text();
    int position = 0;
    if (text.starts_with('#')) {
        const auto [end, failed] = std::from_chars(text.data() + 1, text.data() + text.size(), position);
        if (failed == std::errc{} && end == text.data() + text.size() && position >= 1 && position <= lastPosition) {
            out.number(position);
            return;
        }
    }
    out.text(text);
}

std::string exactInstant(Instant instant)
{
    std::string text = formatInstant(instant);
    const auto fraction = (instant - std::chrono::floor<std::chrono::seconds>(instant)).count();
    if (fraction != 0) {
        std::array<char, 8> thousandths{};
        std::snprintf(thousandths.data(), thousandths.size(), ".%03d", static_cast<int>(fraction));
        text.insert(text.size() - 1, thousandths.data());
    }
    return text;
}

}  // namespace holdfast::exchange
