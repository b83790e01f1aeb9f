// Where a page ended, as one opaque text: the key columns of its last row. Only for the .cpp files of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::store {

std::string cursorOf(const std::vector<std::string_view>& keys);

/// The keys again; nothing when it is empty or was not made by cursorOf() with that many keys.
std::optional<std::vector<std::string>> keysOf(std::string_view cursor, std::size_t count);

}  // namespace holdfast::store
