#include "exchange/policy_merge.h"

#include "exchange/json_output.h"

#include <algorithm>
#include <array>

namespace holdfast::exchange {
namespace {

using Kind = JsonValue::Kind;

/// A list whose entries are told apart by one member. A closed one takes no entry that the national policy lacks.
struct KeyedList {
    std::string_view name;
    std::string_view key;
    bool closed = false;
};

constexpr std::array<KeyedList, 11> keyedLists{{{"reasons", "code"},
                                                {"citations", "key"},
                                                {"situations", "situation"},
                                                {"silence_clocks", "state"},
                                                {"standards", "id"},
                                                {"cautions", "id"},
                                                {"interim_support", "id"},
                                                {"weights", "criterion", true},
                                                {"rules", "id"},
                                                {"sentences", "id", true},
                                                {"special_days", "date"}}};

/// One length of time in one of these units; another unit takes the place of the national one.
constexpr std::array<std::string_view, 3> units{"hours", "working_days", "weeks"};

const KeyedList* keyedList(std::string_view name)
{
    const auto at = std::ranges::find(keyedLists, name, &KeyedList::name);
    return at == keyedLists.end() ? nullptr : &*at;
}

/// Sentences a local protocol may add: for a step, an action or a word of its own.
bool mayBeNew(const KeyedList& list, std::string_view key)
{
    return !list.closed || (list.name == "sentences" && (key.starts_with("step.") || key.starts_with("word.")));
}

void set(JsonValue& object, const std::string& name, const JsonValue& value)
{
    const auto at = std::ranges::find(object.names, name);
    if (at != object.names.end()) {
        object.items[static_cast<std::size_t>(at - object.names.begin())] = value;
        return;
    }
    object.names.push_back(name);
    object.items.push_back(value);
}

void drop(JsonValue& object, std::string_view name)
{
    const auto at = std::ranges::find(object.names, name);
    if (at == object.names.end())
        return;
    object.items.erase(object.items.begin() + (at - object.names.begin()));
    object.names.erase(at);
}

bool isUnit(std::string_view name)
{
    return std::ranges::find(units, name) != units.end();
}

void mergeMembers(JsonValue& into, const JsonIn& over)
{
    const bool changesUnit = std::ranges::any_of(over.names(), isUnit);
    for (const std::string_view unit : units)
        if (changesUnit && over.value().member(unit) == nullptr)
            drop(into, unit);
    for (const std::string& name : over.names())
        set(into, name, *over.value().member(name));
}

const std::string& keyOf(const JsonIn& entry, std::string_view key)
{
    return entry.at(key).someText(100);
}

std::size_t positionOf(const JsonValue& list, std::string_view key, const std::string& wanted)
{
    const auto at = std::ranges::find_if(list.items, [&](const JsonValue& entry) {
        const JsonValue* own = entry.member(key);
        return own != nullptr && own->text == wanted;
    });
    return static_cast<std::size_t>(at - list.items.begin());
}

class Merging {
public:
    Merging(const JsonValue& base, bool entriesWhole) : m_entriesWhole{entriesWhole} { m_merged.document = base; }

    MergedPolicy merge(const JsonIn& over)
    {
        for (const std::string& name : over.names()) {
            const JsonIn given = over.at(name);
            const JsonValue* national = m_merged.document.member(name);
            if (const KeyedList* list = keyedList(name); list != nullptr && national != nullptr)
                mergeList(*list, given);
            else if (national != nullptr && national->kind == Kind::object && given.isObject())
                mergeObject(name, given);
            else if (name != "over")
                set(m_merged.document, name, given.value());
        }
        return std::move(m_merged);
    }

private:
    JsonValue& member(std::string_view name)
    {
        const auto at = std::ranges::find(m_merged.document.names, name);
        return m_merged.document.items[static_cast<std::size_t>(at - m_merged.document.names.begin())];
    }

    void mergeObject(const std::string& name, const JsonIn& given)
    {
        for (const std::string& inner : given.names()) {
            JsonValue& into = member(name);
            const JsonValue* national = into.member(inner);
            const JsonIn value = given.at(inner);
            if (!m_entriesWhole && national != nullptr && national->kind == Kind::object && value.isObject()) {
                JsonValue both = *national;
                mergeMembers(both, value);
                set(into, inner, both);
            } else {
                set(into, inner, value.value());
            }
        }
    }

    void mergeList(const KeyedList& list, const JsonIn& given)
    {
        given.mustBeArray();
        JsonValue& into = member(list.name);
        std::vector<std::string> seen;
        for (std::size_t i = 0; i < given.size(); ++i) {
            const std::string& key = keyOf(given[i], list.key);
            if (std::ranges::find(seen, key) != seen.end())
                given[i].at(list.key).failCode("one that is not in the list already");
            seen.push_back(key);
            std::size_t place = positionOf(into, list.key, key);
            if (place == into.items.size()) {
                if (!m_entriesWhole && !mayBeNew(list, key))
                    given[i].at(list.key).failCode("one that the national policy has");
                into.items.push_back(given[i].value());
            } else if (m_entriesWhole) {
                into.items[place] = given[i].value();
            } else {
                mergeMembers(into.items[place], given[i]);
            }
            m_merged.origins['/' + std::string{list.name} + '/' + std::to_string(place)] = given[i].pointer();
        }
    }

    MergedPolicy m_merged;
    bool m_entriesWhole;
};

void write(const JsonValue& value, JsonOut& out)
{
    switch (value.kind) {
    case Kind::null: out.null(); return;
    case Kind::boolean: out.boolean(value.boolean); return;
    case Kind::integer: out.number(value.integer); return;
    case Kind::real: out.number(static_cast<std::int64_t>(value.real)); return;  // no policy holds one
    case Kind::text: out.text(value.text); return;
    case Kind::array:
        out.beginArray();
        for (const JsonValue& item : value.items)
            write(item, out);
        out.endArray();
        return;
    case Kind::object:
        out.beginObject();
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            out.key(value.names[i]);
            write(value.items[i], out);
        }
        out.endObject();
        return;
    }
}

/// "/reasons/17/label" cut after its second step.
std::size_t afterTwoSteps(const std::string& pointer)
{
    const auto second = pointer.find('/', 1);
    return second == std::string::npos ? second : pointer.find('/', second + 1);
}

}  // namespace

MergedPolicy mergeLocal(const JsonIn& over, const JsonValue& base)
{
    return Merging{base, false}.merge(over);
}

MergedPolicy mergeKept(const JsonIn& kept, const JsonValue& base)
{
    return Merging{base, true}.merge(kept);
}

std::string originOf(const MergedPolicy& merged, const JsonValue& over, const std::string& pointer)
{
    const auto end = pointer.find('/', 1);
    const std::string name = pointer.empty() ? std::string{} : pointer.substr(1, end - 1);
    if (over.member(name) == nullptr)
        return pointer;
    if (keyedList(name) == nullptr || end == std::string::npos)
        return pointer;
    const auto cut = afterTwoSteps(pointer);
    const auto origin = merged.origins.find(pointer.substr(0, cut));
    if (origin == merged.origins.end())
        return '/' + name;
    return origin->second + (cut == std::string::npos ? std::string{} : pointer.substr(cut));
}

std::string writeTree(const JsonValue& tree)
{
    JsonOut out;
    write(tree, out);
    return std::move(out).str();
}

}  // namespace holdfast::exchange
