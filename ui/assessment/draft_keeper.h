// Keeps the draft as it is typed: waits for a pause, saves with the version it read, and holds the text when someone
// else saved first. Knows no screen and no store; it is given a way to save.
#pragma once

#include "app/assessments.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace holdfast::ui {

class DraftKeeper final : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<app::AssessmentDraft>&)>;
    /// Saves in the background and answers on the GUI thread.
    using Save = std::function<void(const app::AssessmentDraft& draft, const Answer& answer)>;

    explicit DraftKeeper(Save save, QObject* parent = nullptr);

    /// A draft was read from the store: nothing to save, nothing in conflict.
    void start(const app::AssessmentDraft& draft);
    /// The form changed; saved about a second after the last change.
    void touch(const record::AssessmentForm& form);
    /// Saves at once if anything is unsaved.
    void flush();
    /// After a conflict: the version that is current now, and the form to save on top of it.
    void settle(std::int64_t currentVersion, const record::AssessmentForm& form);
    void stop();

    std::int64_t version() const { return m_version; }
    bool isUnsaved() const { return m_pending.has_value() || m_saving; }
    bool isInConflict() const { return m_conflict; }
    QTimer& timer() { return m_timer; }

signals:
    void saved(const holdfast::app::AssessmentDraft& draft);
    void conflicted();
    void failed(const holdfast::Error& error);
    /// Everything typed so far is in the store.
    void settled();

private:
    void save();
    void take(const Result<app::AssessmentDraft>& answer, const record::AssessmentForm& sent);

    Save m_save;
    QTimer m_timer;
    std::optional<record::AssessmentForm> m_pending;
    std::int64_t m_version = 0;
    int m_generation = 0;  ///< answers for an earlier person are too late
    bool m_saving = false;
    bool m_conflict = false;
    bool m_flushing = false;  ///< what is typed while a save is under way goes out right after it
};

}  // namespace holdfast::ui
