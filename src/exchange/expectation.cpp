#include "exchange/expectation.h"

#include "exchange/event_parts.h"
#include "exchange/json_input.h"
#include "exchange/snapshot_json.h"

#include <algorithm>

namespace holdfast::exchange {
namespace {

using Kind = JsonValue::Kind;

// Checking what a file may expect.

template <class Check>
void eachNeed(const JsonIn& in, Check&& check)
{
    in.allowOnly({nameOf(Need::mentalHealth), nameOf(Need::substanceUse)});
    for (const std::string& name : in.names())
        if (const auto member = in.find(name))
            check(*member);
}

void checkHolder(const JsonIn& in, const Known& known)
{
    if (in.isText()) {
        knownService(in, known);
        return;
    }
    in.allowOnly({"service", "worker", "since", "acting"});
    if (const auto service = in.find("service"))
        knownService(*service, known);
}

void checkLeg(const JsonIn& in, const Known& known)
{
    if (in.isText()) {
        in.named<LegState>();
        return;
    }
    in.allowOnly({"state", "service"});
    if (const auto state = in.find("state"))
        state->named<LegState>();
    if (const auto service = in.find("service"))
        knownService(*service, known);
}

void checkNeed(const JsonIn& in)
{
    in.allowOnly({"status", "first_asked_at", "days_since_asked"});
    if (const auto status = in.find("status"))
        status->named<NeedStatus>();
}

void checkBounce(const JsonIn& in, const Known& known)
{
    in.allowOnly({"code", "class", "service", "need", "points_to", "at", "days_lost"});
    if (const auto code = in.find("code"))
        knownReason(*code, known);
    if (const auto cls = in.find("class"))
        cls->named<BounceClass>();
    if (const auto need = in.find("need"))
        need->named<Need>();
}

void checkAction(const JsonIn& in)
{
    in.allowOnly({"need", "what", "owner", "due", "rule", "escalation_level"});
    if (const auto need = in.find("need"))
        need->named<NeedScope>();
}

template <class Check>
void eachOf(const JsonIn& in, std::string_view name, Check&& check)
{
    if (const auto list = in.find(name)) {
        list->mustBeArray();
        for (std::size_t i = 0; i < list->size(); ++i)
            check((*list)[i]);
    }
}

void checkExpected(const JsonIn& in, const Known& known)
{
    in.allowOnly({"after", "at", "holder", "needs", "legs", "clasp", "bounces", "flags", "next_actions", "letters",
                  "scores", "why"});
    if (const auto holder = in.find("holder"))
        eachNeed(*holder, [&](const JsonIn& member) { checkHolder(member, known); });
    if (const auto legs = in.find("legs"))
        eachNeed(*legs, [&](const JsonIn& member) { checkLeg(member, known); });
    if (const auto needs = in.find("needs"))
        eachNeed(*needs, checkNeed);
    if (const auto clasp = in.find("clasp"))
        clasp->named<ClaspState>();
    eachOf(in, "bounces", [&](const JsonIn& bounce) { checkBounce(bounce, known); });
    eachOf(in, "flags", [](const JsonIn& flag) { flag.someText(100); });
    eachOf(in, "next_actions", checkAction);
    eachOf(in, "letters", [](const JsonIn& letter) { letter.allowOnly({"kind", "to", "citations"}); });
    eachOf(in, "why", [](const JsonIn& why) { why.allowOnly({"rule", "facts", "sentence"}); });
    if (const auto scores = in.find("scores"))
        for (const std::string& name : scores->names())
            scores->at(name).allowOnly({"total", "band", "positive", "missing"});
}

// Matching.

void write(JsonOut& out, const JsonValue& value)
{
    switch (value.kind) {
    case Kind::null: out.null(); return;
    case Kind::boolean: out.boolean(value.boolean); return;
    case Kind::integer: out.number(value.integer); return;
    case Kind::real: out.text(std::to_string(value.real)); return;
    case Kind::text: out.text(value.text); return;
    case Kind::array:
        out.beginArray();
        for (const JsonValue& item : value.items)
            write(out, item);
        out.endArray();
        return;
    case Kind::object:
        out.beginObject();
        for (std::size_t i = 0; i < value.items.size(); ++i)
            write(out.key(value.names[i]), value.items[i]);
        out.endObject();
        return;
    }
}

std::string shown(const JsonValue* value)
{
    constexpr std::size_t longest = 300;
    if (value == nullptr)
        return "nothing";
    JsonOut out;
    write(out, *value);
    std::string text = std::move(out).str();
    if (text.size() > longest)
        text.resize(longest);
    return text;
}

class Matcher {
public:
    explicit Matcher(std::string pointer) : m_pointer{std::move(pointer)} {}

    void match(const JsonValue& expected, const JsonValue* found)
    {
        if (found == nullptr || found->kind != expected.kind) {
            if (found != nullptr || expected.kind != Kind::null)
                differ(expected, found);
            return;
        }
        if (expected.kind == Kind::object)
            matchObject(expected, *found);
        else if (expected.kind == Kind::array)
            matchEach(expected, *found);
        else if (!sameScalar(expected, *found))
            differ(expected, found);
    }

    std::vector<Mismatch> take() { return std::move(m_mismatches); }

private:
    static bool sameScalar(const JsonValue& a, const JsonValue& b)
    {
        return a.boolean == b.boolean && a.integer == b.integer && a.text == b.text && a.kind != Kind::real;
    }

    void matchObject(const JsonValue& expected, const JsonValue& found)
    {
        for (std::size_t i = 0; i < expected.items.size(); ++i) {
            const std::size_t length = m_pointer.size();
            m_pointer += pointerStep(expected.names[i]);
            match(expected.items[i], found.member(expected.names[i]));
            m_pointer.resize(length);
        }
    }

    /// Each expected entry must match some entry that was found.
    void matchEach(const JsonValue& expected, const JsonValue& found)
    {
        for (std::size_t i = 0; i < expected.items.size(); ++i) {
            const bool some = std::ranges::any_of(
                found.items, [&](const JsonValue& item) { return matches(expected.items[i], item); });
            if (some)
                continue;
            const std::size_t length = m_pointer.size();
            m_pointer += '/' + std::to_string(i);
            differ(expected.items[i], &found);
            m_pointer.resize(length);
        }
    }

    bool matches(const JsonValue& expected, const JsonValue& found) const
    {
        if (m_pointer.ends_with("/citations") && expected.kind == Kind::text && found.kind == Kind::text)
            return found.text.starts_with(expected.text);
        Matcher inner{m_pointer};
        inner.match(expected, &found);
        return inner.m_mismatches.empty();
    }

    void differ(const JsonValue& expected, const JsonValue* found)
    {
        m_mismatches.push_back({m_pointer, shown(&expected), shown(found)});
    }

    std::string m_pointer;
    std::vector<Mismatch> m_mismatches;
};

/// A bare text stands for an object with that one member.
void spellOut(JsonValue& expected, std::string_view group, std::string_view member)
{
    const auto at = std::ranges::find(expected.names, group);
    if (at == expected.names.end())
        return;
    for (JsonValue& value : expected.items[static_cast<std::size_t>(at - expected.names.begin())].items) {
        if (value.kind != Kind::text)
            continue;
        JsonValue object;
        object.kind = Kind::object;
        object.names.emplace_back(member);
        object.items.push_back(std::move(value));
        value = std::move(object);
    }
}

}  // namespace

Expectation expectationOf(const JsonIn& in, std::size_t events, const Known& known)
{
    checkExpected(in, known);
    Expectation expectation;
    expectation.after = static_cast<std::size_t>(in.at("after").integer(1, static_cast<int>(events)));
    expectation.pointer = in.pointer();
    expectation.expected = in.value();
    std::vector<std::string>& names = expectation.expected.names;
    const auto after = std::ranges::find(names, "after");
    expectation.expected.items.erase(expectation.expected.items.begin() + (after - names.begin()));
    names.erase(after);
    spellOut(expectation.expected, "legs", "state");
    spellOut(expectation.expected, "holder", "service");
    return expectation;
}

std::vector<Mismatch> mismatches(const Expectation& expectation, const engine::Snapshot& snapshot)
{
    const auto actual = parseJson(writeSnapshot(snapshot));
    if (!actual)
        return {{expectation.pointer, "a snapshot", actual.error().detail}};
    Matcher matcher{expectation.pointer};
    matcher.match(expectation.expected, &*actual);
    return matcher.take();
}

}  // namespace holdfast::exchange
