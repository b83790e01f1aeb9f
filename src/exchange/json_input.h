// Reads a JSON tree into values and complains by place: every complaint is an Error{invalid, JSON pointer,
// "expected ..., found ..."}. Inside a reader complaints are thrown; readJson() turns them into a Result.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/names.h"
#include "exchange/json_value.h"

#include <concepts>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace holdfast::exchange {

/// What a reader throws; never leaves this folder.
struct Complaint {
    Error error;
};

/// A place in a document. Cheap to copy; the document outlives it.
class JsonIn {
public:
    explicit JsonIn(const JsonValue& root) : m_root{&root}, m_value{&root} {}

    std::string pointer() const { return pointerTo(*m_root, *m_value); }
    const JsonValue& value() const { return *m_value; }
    bool isNull() const { return m_value->kind == JsonValue::Kind::null; }
    bool isText() const { return m_value->kind == JsonValue::Kind::text; }
    bool isInteger() const { return m_value->kind == JsonValue::Kind::integer; }
    bool isObject() const { return m_value->kind == JsonValue::Kind::object; }
    bool isArray() const { return m_value->kind == JsonValue::Kind::array; }

    // Objects.
    const JsonIn& allowOnly(std::initializer_list<std::string_view> names) const;  ///< complains about any other member
    const JsonIn& allowOnly(std::initializer_list<std::string_view> names,
                            std::span<const std::string_view> more) const;
    JsonIn at(std::string_view name) const;                   ///< complains when it is missing
    std::optional<JsonIn> find(std::string_view name) const;  ///< nothing when it is missing or null
    const std::vector<std::string>& names() const;            ///< of all members, in the order of the file

    // Arrays, and the values of objects.
    std::size_t size() const;  ///< complains when it is neither an array nor an object
    JsonIn operator[](std::size_t i) const { return JsonIn{*m_root, m_value->items[i]}; }
    void mustBeArray() const;

    // Values; each complains when it is something else.
    bool boolean() const;
    int integer(int least, int most) const;
    const std::string& text(std::size_t longest = 10'000) const;      ///< may be empty
    const std::string& someText(std::size_t longest = 10'000) const;  ///< has more than white space
    Date date() const;
    Instant instant() const;

    template <class Enum>
    Enum named() const
    {
        if (isText())
            if (const auto value = holdfast::named<Enum>(m_value->text))
                return *value;
        std::string expected;
        for (const std::string_view name : Names<Enum>::list)
            expected.append(expected.empty() ? "one of " : ", ").append(name);
        failCode(expected);
    }

    template <class AnyId>
    AnyId id() const
    {
        checkId(AnyId::capacity);
        return AnyId{m_value->text};
    }

    /// "expected `what`, found ...": a text that was found is never repeated, for it may be somebody's data.
    [[noreturn]] void fail(std::string_view what) const;

    /// The same where a code is expected: a short code that was found is repeated.
    [[noreturn]] void failCode(std::string_view what) const;

private:
    JsonIn(const JsonValue& root, const JsonValue& value) : m_root{&root}, m_value{&value} {}
    void mustBeObject() const;
    void checkId(std::size_t longest) const;

    const JsonValue* m_root;
    const JsonValue* m_value;
};

/// Calls `read` for each entry of the array and gathers what it returns.
template <class Read>
auto listOf(const JsonIn& array, Read&& read)
{
    array.mustBeArray();
    std::vector<std::invoke_result_t<Read, JsonIn>> list;
    list.reserve(array.size());
    for (std::size_t i = 0; i < array.size(); ++i)
        list.push_back(std::invoke(read, array[i]));
    return list;
}

/// What `read` makes of the member when it is there and not null.
template <class Read>
auto optionally(const JsonIn& object, std::string_view name, Read&& read)
    -> std::optional<std::invoke_result_t<Read, JsonIn>>
{
    const auto member = object.find(name);
    if (!member)
        return std::nullopt;
    return std::invoke(read, *member);
}

/// Parses `text` and runs `read` on it; a complaint becomes the error.
template <class Read>
auto readJson(std::string_view text, Read&& read) -> Result<std::invoke_result_t<Read, JsonIn>>
{
    const Result<JsonValue> document = parseJson(text);
    if (!document)
        return document.error();
    try {
        return std::invoke(read, JsonIn{*document});
    } catch (const Complaint& complaint) {
        return complaint.error;
    }
}

}  // namespace holdfast::exchange
