// What can go wrong, as a value. The UI and the command line turn a code into a sentence.
#pragma once

#include <cstdint>
#include <string>

namespace holdfast {

enum class ErrorCode : std::uint8_t {
    notFound,     ///< the thing asked for does not exist (any more)
    conflict,     ///< someone else changed it first; nothing was saved
    invalid,      ///< bad input: `where` is the place, `detail` what was found and what was expected
    refused,      ///< the engine or a rule of the domain does not allow it; `detail` is the rule id
    forbidden,    ///< this worker may not do that
    unavailable,  ///< the store or a server cannot be reached
    busy,         ///< another program holds the store; trying again may help
    readOnly,     ///< the folder or file cannot be written
    diskFull,     ///< no room (or a size limit was met); nothing was changed
    notAStore,    ///< the file is not a Holdfast store
    newerStore,   ///< the store was written by a newer Holdfast
    damaged,      ///< the file is a store, but it does not check out
    wrongKey,     ///< the passphrase or recovery key does not open it
    storeFailed,  ///< the database refused for another reason
    cancelled,    ///< the person stopped it
};

struct Error {
    ErrorCode code;
    std::string where;   ///< field, file:line or JSON pointer to point at, e.g. "/events/2/reason"
    std::string detail;  ///< a plain half-sentence for developers and the command line; never a person's data

    friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace holdfast
