// The command line as values. Strict: a word that is not known is refused with what to do instead.
#pragma once

#include "base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::cli {

/// `tour` and `pictures` draw the client without a display, so only the program with its screens runs them.
enum class Verb : std::uint8_t {
    client,
    create,
    demo,
    replay,
    policy,
    route,
    reportBounces,
    exportEvents,
    check,
    backup,
    restore,
    audit,
    disposal,
    retention,
    tour,
    pictures,
    help,
    version
};

struct Arguments {
    Verb verb = Verb::client;
    std::map<std::string, std::string, std::less<>> options;  ///< "--store" -> what followed; a switch holds ""
    std::vector<std::string> operands;                        ///< what is not an option, e.g. the scenario's file

    bool has(std::string_view option) const { return options.contains(option); }
    /// What was given, or `otherwise`.
    std::string get(std::string_view option, std::string_view otherwise = {}) const;
};

/// Reads what follows the program's name. ErrorCode::invalid with `where` the word that is wrong and `detail` what to
/// do about it.
Result<Arguments> parseArguments(const std::vector<std::string>& words);

/// For a value that does not fit its option: "expected json or text, found "xml"".
Error unfit(const Arguments& arguments, std::string_view option, std::string_view expected);

/// Whether --format asks for JSON, where text is the usual answer. ErrorCode::invalid for another format.
Result<bool> wantsJson(const Arguments& arguments);

/// The text of --help.
std::string_view helpText();

}  // namespace holdfast::cli
