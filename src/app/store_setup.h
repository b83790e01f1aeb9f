// Making and opening stores: what first run, unlock and the command line's --store do.
#pragma once

#include "app/sign_in.h"

namespace holdfast::app {

enum class StoreKind : std::uint8_t { missing, practice, encrypted, server, notAStore, unreadable };

/// What lies at `--store`: a file path or a postgresql:// URI. Changes nothing.
StoreKind probeStore(const std::string& location);

/// How well a passphrase holds up: 0 (guessed at once) to 4, and a code the screen turns into advice.
struct PassphraseStrength {
    int score = 0;
    bool longEnough = false;  ///< 12 characters
    std::string advice;       ///< "too_short", "common", "add_words", "good", "strong"
};
PassphraseStrength strengthOf(const std::string& passphrase);

/// A new encrypted store. Until recoveryKeyConfirmed() is given the printed key typed back, nothing is left on disk.
class NewStore {
public:
    /// `first` is how they will sign in; without a name one is made of theirs. `firstWorker` gets a new id and belongs to a first service of that name (kind other, both needs), which the
    /// directory page can refine.
    static Result<std::unique_ptr<NewStore>> begin(const std::string& location, SignIn first, const Worker& firstWorker,
                                                   const std::string& serviceName, const Clock& clock, Random& random);
    ~NewStore();
    const std::string& recoveryKey() const;  ///< eight groups, to print
    Result<OpenedStore> confirm(const std::string& typedBack);

private:
    struct Parts;
    explicit NewStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// A new plain store for made-up people, empty: the demo command fills it. Refuses to overwrite anything.
Result<std::unique_ptr<Workspace>> createPracticeStore(const std::string& location, const Clock& clock, Random& random);

}  // namespace holdfast::app
