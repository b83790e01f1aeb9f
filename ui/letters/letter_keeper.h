// Keeps a letter as it is typed: waits for a pause, saves with the version it read, and holds the text when someone
// else saved first. The same manner as the assessment's draft keeper.
#pragma once

#include "app/letters.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace holdfast::ui {

class LetterKeeper final : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<app::LetterDraft>&)>;
    /// Saves in the background and answers on the GUI thread.
    using Save = std::function<void(const app::LetterDraft& draft, const Answer& answer)>;

    explicit LetterKeeper(Save save, QObject* parent = nullptr);

    /// A draft was read from the store: nothing to save, nothing in conflict.
    void start(const app::LetterDraft& draft);
    void touch(const letters::Document& text);
    /// Saves at once if anything is unsaved, and says settled() when everything is in the store.
    void flush();
    /// After a conflict: theirs is `version`; what was typed here is saved on top of it.
    void settle(std::int64_t version);
    void stop();

    const app::LetterDraft& draft() const { return m_draft; }
    bool isUnsaved() const { return m_pending.has_value() || m_saving; }
    bool isInConflict() const { return m_conflict; }
    QTimer& timer() { return m_timer; }

signals:
    void saved(const holdfast::app::LetterDraft& draft);
    void conflicted();
    void failed(const holdfast::Error& error);
    void settled();

private:
    void save();
    void take(const Result<app::LetterDraft>& answer, const letters::Document& sent);

    Save m_save;
    QTimer m_timer;
    app::LetterDraft m_draft;
    std::optional<letters::Document> m_pending;
    int m_generation = 0;  ///< answers for an earlier letter are too late
    bool m_saving = false;
    bool m_conflict = false;
    bool m_flushing = false;
};

}  // namespace holdfast::ui
