#include "exchange/json_input.h"

#include "base/text.h"

#include <algorithm>

namespace holdfast::exchange {
namespace {

using Kind = JsonValue::Kind;

[[noreturn]] void complain(std::string pointer, std::string detail)
{
    throw Complaint{{ErrorCode::invalid, std::move(pointer), std::move(detail)}};
}

std::string described(const JsonValue& value)
{
    switch (value.kind) {
    case Kind::null: return "null";
    case Kind::boolean: return value.boolean ? "true" : "false";
    case Kind::integer: return std::to_string(value.integer);
    case Kind::real: return "a number that is not whole";
    case Kind::text:
        return value.text.empty() ? "an empty text" : "a text of " + std::to_string(value.text.size()) + " bytes";
    case Kind::array: return "an array of " + std::to_string(value.items.size());
    case Kind::object: return "an object";
    }
    return {};
}

bool looksLikeACode(std::string_view text)
{
    constexpr std::string_view others = "_-.:#+";
    const auto isCodeCharacter = [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               others.find(c) != others.npos;
    };
    return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, isCodeCharacter);
}

std::string joined(std::initializer_list<std::string_view> names, std::span<const std::string_view> more)
{
    std::string text;
    const auto append = [&](std::string_view name) { text.append(text.empty() ? "" : ", ").append(name); };
    std::ranges::for_each(names, append);
    std::ranges::for_each(more, append);
    return text;
}

}  // namespace

void JsonIn::fail(std::string_view what) const
{
    complain(pointer(), "expected " + std::string{what} + ", found " + described(*m_value));
}

void JsonIn::failCode(std::string_view what) const
{
    const bool code = isText() && looksLikeACode(m_value->text);
    complain(pointer(),
             "expected " + std::string{what} + ", found " + (code ? '"' + m_value->text + '"' : described(*m_value)));
}

void JsonIn::mustBeObject() const
{
    if (!isObject())
        fail("an object");
}

void JsonIn::mustBeArray() const
{
    if (!isArray())
        fail("an array");
}

const JsonIn& JsonIn::allowOnly(std::initializer_list<std::string_view> names) const
{
    return allowOnly(names, {});
}

const JsonIn& JsonIn::allowOnly(std::initializer_list<std::string_view> names,
                                std::span<const std::string_view> more) const
{
    mustBeObject();
    for (const std::string& name : m_value->names)
        if (std::ranges::find(names, name) == names.end() && std::ranges::find(more, name) == more.end())
            complain(pointer() + pointerStep(name), "expected only " + joined(names, more) + ", found another name");
    return *this;
}

JsonIn JsonIn::at(std::string_view name) const
{
    mustBeObject();
    const JsonValue* member = m_value->member(name);
    if (member == nullptr)
        complain(pointer() + pointerStep(name), "expected a value, found nothing");
    return JsonIn{*m_root, *member};
}

std::optional<JsonIn> JsonIn::find(std::string_view name) const
{
    mustBeObject();
    const JsonValue* member = m_value->member(name);
    if (member == nullptr || member->kind == Kind::null)
        return std::nullopt;
    return JsonIn{*m_root, *member};
}

const std::vector<std::string>& JsonIn::names() const
{
    mustBeObject();
    return m_value->names;
}

std::size_t JsonIn::size() const
{
    if (!isArray() && !isObject())
        fail("an array");
    return m_value->items.size();
}

bool JsonIn::boolean() const
{
    if (m_value->kind != Kind::boolean)
        fail("true or false");
    return m_value->boolean;
}

int JsonIn::integer(int least, int most) const
{
    if (!isInteger() || m_value->integer < least || m_value->integer > most)
        fail("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return static_cast<int>(m_value->integer);
}

const std::string& JsonIn::text(std::size_t longest) const
{
    if (!isText())
        fail("a text");
    if (m_value->text.size() > longest)
        fail("a text of at most " + std::to_string(longest) + " bytes");
    return m_value->text;
}

const std::string& JsonIn::someText(std::size_t longest) const
{
    if (isBlank(text(longest)))
        complain(pointer(), "expected a text, found a blank one");
    return m_value->text;
}

Date JsonIn::date() const
{
    const auto date = isText() ? parseDate(m_value->text) : std::nullopt;
    if (!date)
        failCode("a date such as 2026-03-02");
    return *date;
}

Instant JsonIn::instant() const
{
    const auto instant = isText() ? parseInstant(m_value->text) : std::nullopt;
    if (!instant)
        failCode("an instant such as 2026-03-02T10:00:00Z");
    return *instant;
}

void JsonIn::checkId(std::size_t longest) const
{
    const auto isControl = [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; };
    const std::string what = "an id of 1 to " + std::to_string(longest) + " bytes";
    if (!isText() || m_value->text.size() > longest || isBlank(m_value->text))
        fail(what);
    const std::string& text = m_value->text;
    if (text.front() == ' ' || text.back() == ' ' || std::ranges::any_of(text, isControl))
        fail(what + " without control characters or space at its ends");
}

}  // namespace holdfast::exchange
