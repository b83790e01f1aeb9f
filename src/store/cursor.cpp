#include "store/cursor.h"

namespace holdfast::store {
namespace {

constexpr char separator = '\n';  // folded names and ids never hold a line end

}  // namespace

std::string cursorOf(const std::vector<std::string_view>& keys)
{
    std::string cursor;
    for (const std::string_view key : keys) {
        cursor += key;
        cursor += separator;
    }
    return cursor;
}

std::optional<std::vector<std::string>> keysOf(std::string_view cursor, std::size_t count)
{
    if (cursor.empty())
        return std::nullopt;
    std::vector<std::string> keys;
    while (!cursor.empty()) {
        const std::size_t end = cursor.find(separator);
        if (end == std::string_view::npos)
            return std::nullopt;
        keys.emplace_back(cursor.substr(0, end));
        cursor.remove_prefix(end + 1);
    }
    return keys.size() == count ? std::optional{keys} : std::nullopt;
}

}  // namespace holdfast::store
