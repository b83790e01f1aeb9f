// The real client over a fresh practice caseload on a day that is always the same: for pictures, the tour and the test
// of the main job. Nothing here is faked but the clock.
#pragma once

#include "client/client.h"
#include "shell/settings_store.h"
#include "theme/theme.h"

#include <QString>

#include <memory>

namespace holdfast::ui {

/// Time that stands still: 18 November 2026, 10:42 in London, a working day.
class StandingClock final : public Clock {
public:
    Instant now() const override;
};

/// Removes a practice store that an earlier run left, with the files beside it.
void removePracticeStore(const std::string& location);

class PracticeClient {
public:
    /// Makes the store at `location` (which must not exist) and opens the client on it.
    static Result<std::unique_ptr<PracticeClient>> make(const std::string& location);
    ~PracticeClient();

    Client& client() { return *m_client; }
    Theme& theme() { return m_theme; }
    const Clock& clock() const { return m_clock; }

    /// Waits until typing delays have run out and every question has been answered.
    void settle();
    /// The id of the person of that name; empty when there is none.
    PersonId personNamed(const std::string& name);
    void signIn(const std::string& workerName);
    bool savePicture(const QString& path);

private:
    PracticeClient();

    StandingClock m_clock;
    SeededRandom m_random{20261118};
    IdSource m_ids{m_clock, m_random};
    MemorySettings m_settings;
    Theme m_theme;
    std::unique_ptr<Client> m_client;
};

}  // namespace holdfast::ui
