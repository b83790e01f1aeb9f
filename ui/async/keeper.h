// Keeps what is typed as a draft: waits for a pause, saves with the version it read, and holds the text when someone
// else saved first. Knows no screen and no store; it is given a way to save.
#pragma once

#include "base/result.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace holdfast::ui {

/// When to save, whatever it is that is kept.
class Keeping : public QObject {
    Q_OBJECT

public:
    /// Saves at once if anything is unsaved, and says settled() when everything is in the store.
    void flush();
    void stop();

    bool isUnsaved() const { return hasPending() || m_saving; }
    bool isInConflict() const { return m_conflict; }
    QTimer& timer() { return m_timer; }

signals:
    void conflicted();
    void failed(const holdfast::Error& error);
    /// Everything typed so far is in the store.
    void settled();

protected:
    explicit Keeping(QObject* parent);

    virtual bool hasPending() const = 0;
    virtual void dropPending() = 0;
    /// Hands what is pending to the store; nothing is pending any more until more is typed.
    virtual void send() = 0;

    void typed();
    void conflictSettled() { m_conflict = false; }
    int generation() const { return m_generation; }
    void answered() { m_saving = false; }
    void afterSaved();
    void afterFailure(const Error& error);

private:
    void save();

    QTimer m_timer;
    int m_generation = 0;  ///< answers for an earlier draft are too late
    bool m_saving = false;
    bool m_conflict = false;
    bool m_flushing = false;  ///< what is typed while a save is under way goes out right after it
};

/// `Draft` has a `version`; `Content` is the part of it that is typed.
template <class Draft, class Content>
class Keeper : public Keeping {
public:
    using Answer = std::function<void(const Result<Draft>&)>;
    /// Saves in the background and answers on the GUI thread.
    using Save = std::function<void(const Draft& draft, const Answer& answer)>;

    /// A draft was read from the store: nothing to save, nothing in conflict.
    void start(const Draft& draft)
    {
        stop();
        m_draft = draft;
    }
    /// Saved about a second after the last change.
    void touch(const Content& content)
    {
        m_pending = content;
        typed();
    }
    /// After a conflict: theirs is `version`; what was typed here is saved on top of it.
    void settle(std::int64_t version)
    {
        conflictSettled();
        m_draft.version = version;
        flush();
    }
    void settle(std::int64_t version, const Content& content)
    {
        m_pending = content;
        settle(version);
    }

    const Draft& draft() const { return m_draft; }
    std::int64_t version() const { return m_draft.version; }

protected:
    Keeper(Save save, QObject* parent) : Keeping{parent}, m_save{std::move(save)} {}

    virtual void put(Draft& draft, const Content& content) const = 0;
    virtual void kept(const Draft& draft) = 0;

private:
    bool hasPending() const override { return m_pending.has_value(); }
    void dropPending() override { m_pending.reset(); }

    void send() override
    {
        Draft draft = m_draft;
        put(draft, *m_pending);
        Content sent = *std::move(m_pending);
        m_pending.reset();
        m_save(draft, [self = QPointer<Keeper>{this}, now = generation(),
                       sent = std::move(sent)](const Result<Draft>& answer) {
            if (self && now == self->generation())
                self->take(answer, sent);
        });
    }

    void take(const Result<Draft>& answer, const Content& sent)
    {
        answered();
        if (answer) {
            m_draft = *answer;
            kept(m_draft);
            return afterSaved();
        }
        // What was sent is still unsaved; what was typed since then is newer.
        if (!m_pending)
            m_pending = sent;
        afterFailure(answer.error());
    }

    Save m_save;
    Draft m_draft;
    std::optional<Content> m_pending;
};

}  // namespace holdfast::ui
