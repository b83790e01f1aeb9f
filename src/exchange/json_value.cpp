#include "exchange/json_value.h"

#include "base/text.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace holdfast::exchange {
namespace {

using Kind = JsonValue::Kind;

std::string placeOf(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::ranges::count(before, '\n');
    const auto column = before.size() - (before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

Error notJson(std::string_view text, std::size_t offset, std::string detail)
{
    return {ErrorCode::invalid, placeOf(text, offset), std::move(detail)};
}

/// The offset of the first byte that is not UTF-8. Whole lines are tried first, so that it takes linear time.
std::size_t firstBadByte(std::string_view text)
{
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size() - 1) + 1;
        if (!isValidUtf8(text.substr(from, end - from)))
            return from;
        from = end;
    }
    return from;
}

bool hasDoubledName(const std::vector<std::string>& names)
{
    std::vector<std::string_view> sorted{names.begin(), names.end()};
    std::ranges::sort(sorted);
    return std::ranges::adjacent_find(sorted) != sorted.end();
}

const std::string& doubledName(const std::vector<std::string>& names)
{
    const auto last =
        std::ranges::find_if(names, [&](const std::string& name) { return std::ranges::count(names, name) > 1; });
    return *last;
}

/// Builds the tree from the parser's events. The open containers are the path to the value being read; a parent does
/// not grow while a child is open, so the pointers stay good.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeBuilder(std::string_view text) : m_text{text} {}

    bool null() override
    {
        add(Kind::null);
        return isSmallEnough();
    }

    bool boolean(bool value) override
    {
        add(Kind::boolean)->boolean = value;
        return isSmallEnough();
    }

    bool number_integer(number_integer_t value) override
    {
        add(Kind::integer)->integer = value;
        return isSmallEnough();
    }

    bool number_unsigned(number_unsigned_t value) override
    {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return number_float(static_cast<double>(value), {});
        return number_integer(static_cast<number_integer_t>(value));
    }

    bool number_float(number_float_t value, const string_t& /*written*/) override
    {
        add(Kind::real)->real = value;
        return isSmallEnough();
    }

    bool string(string_t& value) override
    {
        JsonValue* added = add(Kind::text);
        added->text = std::move(value);
        if (added->text.find('\0') == std::string::npos)
            return isSmallEnough();
        return complain(*added, "expected a text without NUL, found one");
    }

    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*elements*/) override { return open(Kind::object); }
    bool start_array(std::size_t /*elements*/) override { return open(Kind::array); }

    bool key(string_t& name) override
    {
        if (name.find('\0') != std::string::npos)
            return complain(*m_open.back(), "expected a name without NUL, found one");
        m_open.back()->names.push_back(std::move(name));
        return true;
    }

    bool end_object() override
    {
        const JsonValue& object = *m_open.back();
        if (hasDoubledName(object.names)) {
            complain(object, "expected each name once, found it twice");
            m_error.where += pointerStep(doubledName(object.names));
            return false;
        }
        m_open.pop_back();
        return true;
    }

    bool end_array() override
    {
        m_open.pop_back();
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*why*/) override
    {
        const bool empty = isBlank(m_text);
        m_error = notJson(m_text, position == 0 ? 0 : position - 1,
                          empty ? "expected JSON, found nothing" : "expected JSON, found something else");
        return false;
    }

    JsonValue& root() { return m_root; }
    const Error& error() const { return m_error; }

private:
    JsonValue* add(Kind kind)
    {
        JsonValue* added = m_open.empty() ? &m_root : &m_open.back()->items.emplace_back();
        added->kind = kind;
        ++m_count;
        return added;
    }

    bool open(Kind kind)
    {
        JsonValue* added = add(kind);
        if (m_open.size() == maxJsonDepth)
            return complain(*added, "expected at most 64 levels, found more");
        m_open.push_back(added);
        return isSmallEnough();
    }

    bool isSmallEnough()
    {
        return m_count <= maxJsonValues || complain(m_root, "expected at most 400000 values, found more");
    }

    bool complain(const JsonValue& about, std::string detail)
    {
        m_error = {ErrorCode::invalid, pointerTo(m_root, about), std::move(detail)};
        return false;
    }

    std::string_view m_text;
    JsonValue m_root;
    std::vector<JsonValue*> m_open;
    std::size_t m_count = 0;
    Error m_error{ErrorCode::invalid, "", "expected JSON, found something else"};
};

/// On the way from `from` to `value`: which of the items at each level, the last first. False when it is not there.
bool findItems(const JsonValue& from, const JsonValue& value, std::vector<std::size_t>& items)
{
    if (&from == &value)
        return true;
    for (std::size_t i = 0; i < from.items.size(); ++i) {
        if (findItems(from.items[i], value, items)) {
            items.push_back(i);
            return true;
        }
    }
    return false;
}

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

Result<JsonValue> parseJson(std::string_view text)
{
    if (text.size() > maxJsonBytes)
        return Error{ErrorCode::invalid, "", "expected at most 5 MB, found " + std::to_string(text.size()) + " bytes"};
    if (!isValidUtf8(text))
        return notJson(text, firstBadByte(text), "expected valid UTF-8 without NUL, found other bytes on this line");

    TreeBuilder builder{text};
    if (!nlohmann::json::sax_parse(text, &builder))
        return builder.error();
    return std::move(builder.root());
}

std::string pointerTo(const JsonValue& root, const JsonValue& value)
{
    // Asked for many values of one tree: words are made only for those that lie on the way.
    std::vector<std::size_t> items;
    findItems(root, value, items);
    std::ranges::reverse(items);
    std::string pointer;
    const JsonValue* here = &root;
    for (const std::size_t item : items) {
        pointer += here->kind == Kind::object ? pointerStep(here->names[item]) : '/' + std::to_string(item);
        here = &here->items[item];
    }
    return pointer;
}

std::string pointerStep(std::string_view name)
{
    constexpr std::size_t longest = 40;
    std::string step = "/";
    for (const char c : name.substr(0, longest)) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c >= ' ' && c < 0x7f ? c : '?';
    }
    return name.size() > longest ? step + "..." : step;
}

}  // namespace holdfast::exchange
