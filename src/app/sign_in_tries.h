// Failed sign-ins, counted beside the store while it is closed: how long until the next one may be tried, and what the
// audit is told once the store is open. It slows down who sits at this computer; a copy of the store taken elsewhere is
// guarded by the cost of each guess alone (docs/accounts.md).
#pragma once

#include "base/clock.h"

#include <string>
#include <vector>

namespace holdfast::app {

/// Failures in a row after which only an administrator or the recovery key helps.
inline constexpr int mostTries = 10;

/// What the screen says before a passphrase is typed, and after one that was wrong.
struct SignInStanding {
    int failures = 0;              ///< in a row
    std::chrono::seconds wait{0};  ///< before the next may be tried
    bool locked = false;
};

class SignInTries {
public:
    /// `user` has an account there, or is empty for everybody who has none.
    struct Line {
        std::string user;
        int inRow = 0;
        int untold = 0;  ///< not in the audit yet
        Instant first;   ///< of those untold
        Instant last;
    };

    explicit SignInTries(const std::string& storePath);

    SignInStanding standing(const std::string& user, Instant now) const;
    /// Counted before the passphrase is looked at, so that ending the program does not undo it.
    void begin(const std::string& user, Instant now);
    /// The try that was begun was the right one.
    void end();
    /// Somebody who may has given them a new passphrase.
    void forgive(const std::string& user);

    std::vector<Line> untold() const;
    void told();

private:
    Line& lineOf(const std::string& user);
    void write() const;

    std::string m_path;
    std::vector<Line> m_lines;
    Line m_before;  ///< the try under way was counted; a right passphrase takes that back
};

}  // namespace holdfast::app
