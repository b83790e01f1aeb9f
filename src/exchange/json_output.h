// Writes JSON without spaces, in the order it is told: the same values give the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast::exchange {

class JsonOut {
public:
    JsonOut& beginObject() { return structure('{'); }
    JsonOut& endObject();
    JsonOut& beginArray() { return structure('['); }
    JsonOut& endArray();
    JsonOut& key(std::string_view name);

    JsonOut& text(std::string_view value);
    JsonOut& number(std::int64_t value);
    JsonOut& decimal(std::int64_t scaled, int places);  ///< 42 with one place is 4.2
    JsonOut& boolean(bool value);
    JsonOut& null();

    // Members in one call.
    JsonOut& member(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonOut& member(std::string_view name, const char* value) { return key(name).text(value); }
    JsonOut& member(std::string_view name, bool value) { return key(name).boolean(value); }
    JsonOut& member(std::string_view name, int value) { return key(name).number(value); }
    JsonOut& member(std::string_view name, const std::optional<int>& value);
    JsonOut& member(std::string_view name, const std::optional<bool>& value);

    const std::string& str() const& { return m_text; }
    std::string str() && { return std::move(m_text); }

private:
    void separate();
    JsonOut& structure(char opening);
    void quote(std::string_view value);

    std::string m_text;
};

}  // namespace holdfast::exchange
