// A JSON document as a plain tree, read strictly: at most 5 MB, 64 levels and 400,000 values,
// valid UTF-8, no key twice.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::exchange {

inline constexpr std::size_t maxJsonBytes = 5'000'000;
inline constexpr std::size_t maxJsonDepth = 64;
inline constexpr std::size_t maxJsonValues = 400'000;

struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, integer, real, text, array, object };

    Kind kind = Kind::null;
    bool boolean = false;
    std::int64_t integer = 0;
    double real = 0;
    std::string text;
    std::vector<JsonValue> items;    ///< of an array, or the values of an object
    std::vector<std::string> names;  ///< of an object: the keys of `items`, in the order of the file

    /// The member of that name, or nothing.
    const JsonValue* member(std::string_view name) const;
};

/// The tree, or an error whose `where` is a JSON pointer, or "line 3, column 7" when the text is not JSON at all.
Result<JsonValue> parseJson(std::string_view text);

/// The JSON pointer of `value`, which is part of `root`.
std::string pointerTo(const JsonValue& root, const JsonValue& value);

/// "/" and the name as a JSON pointer spells it; shortened when it is long, for it comes from outside.
std::string pointerStep(std::string_view name);

}  // namespace holdfast::exchange
