#include "exchange/json_output.h"

#include <array>

namespace holdfast::exchange {

/// A comma is due unless something has just been opened or named. Texts end in a quote, so the last byte tells.
void JsonOut::separate()
{
    if (!m_text.empty() && m_text.back() != '{' && m_text.back() != '[' && m_text.back() != ':')
        m_text += ',';
}

JsonOut& JsonOut::structure(char opening)
{
    separate();
    m_text += opening;
    return *this;
}

JsonOut& JsonOut::endObject()
{
    m_text += '}';
    return *this;
}

JsonOut& JsonOut::endArray()
{
    m_text += ']';
    return *this;
}

JsonOut& JsonOut::key(std::string_view name)
{
    separate();
    quote(name);
    m_text += ':';
    return *this;
}

JsonOut& JsonOut::text(std::string_view value)
{
    separate();
    quote(value);
    return *this;
}

JsonOut& JsonOut::number(std::int64_t value)
{
    separate();
    m_text += std::to_string(value);
    return *this;
}

JsonOut& JsonOut::decimal(std::int64_t scaled, int places)
{
    std::int64_t one = 1;
    for (int i = 0; i < places; ++i)
        one *= 10;
    const std::int64_t size = scaled < 0 ? -scaled : scaled;
    std::string part = std::to_string(one + size % one).substr(1);
    while (part.size() > 1 && part.back() == '0')
        part.pop_back();
    separate();
    m_text += (scaled < 0 ? "-" : "") + std::to_string(size / one) + '.' + part;
    return *this;
}

JsonOut& JsonOut::boolean(bool value)
{
    separate();
    m_text += value ? "true" : "false";
    return *this;
}

JsonOut& JsonOut::null()
{
    separate();
    m_text += "null";
    return *this;
}

JsonOut& JsonOut::member(std::string_view name, const std::optional<int>& value)
{
    key(name);
    return value ? number(*value) : null();
}

JsonOut& JsonOut::member(std::string_view name, const std::optional<bool>& value)
{
    key(name);
    return value ? boolean(*value) : null();
}

void JsonOut::quote(std::string_view value)
{
    constexpr std::string_view hex = "0123456789abcdef";
    m_text += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_text += '\\';
            m_text += c;
        } else if (c == '\n') {
            m_text += "\\n";
        } else if (c == '\t') {
            m_text += "\\t";
        } else if (byte < 0x20 || byte == 0x7f) {
            m_text += "\\u00";
            m_text += hex[byte >> 4U];
            m_text += hex[byte & 0xfU];
        } else {
            m_text += c;
        }
    }
    m_text += '"';
}

}  // namespace holdfast::exchange
