// Text that is typed, pasted or imported to do harm. Whoever takes it stores it and shows it exactly, or refuses it with a
// reason; each place that takes text is tried with all of it (app, cli and ui tests of the same name).
#pragma once

#include "base/result.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace holdfast::test {

struct Hostile {
    std::string tries;  ///< "formula", "markup", "direction", ...
    std::string text;   ///< any bytes
};

/// The same ones in the same order every time. Some are not UTF-8, some hold a NUL; the longest is a megabyte.
const std::vector<Hostile>& hostileTexts();

/// Those that a person could type or paste: valid, without a NUL, and short.
std::vector<Hostile> typeableTexts();

/// Ten megabytes of words.
std::string tenMegabytes();

/// What became of them at one kind of place, for the line that a test prints.
class HostileTally {
public:
    /// What was read back must be what was put in. `where` says place and attempt without the text itself, which would
    /// spoil the output of the tests.
    void kept(const std::string& where, const std::string& expected, const std::string& readBack);
    /// A refusal must be a plain one: of what was given, with a place or a reason.
    void refused(const std::string& where, const Error& error);
    /// As one or the other.
    void took(const std::string& where, const std::string& expected, const Result<std::string>& readBack);

    int inputs() const { return m_kept + m_refused; }
    void print(const std::string& of) const;

private:
    int m_kept = 0;
    int m_refused = 0;
};

}  // namespace holdfast::test
