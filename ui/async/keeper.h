// Keeps what is typed as a draft: saves within a moment of the first unsaved key however long the typing goes on, with
// the version it read; keeps it on this computer while the store does not answer; holds the text when someone else saved
// first. Knows no screen and no store; it is given ways to save.
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace holdfast::ui {

/// Where what was typed is.
enum class Kept : std::uint8_t {
    nothing,   ///< nothing was typed, nothing was saved
    saving,    ///< on its way, at most for a moment
    saved,     ///< in the store
    here,      ///< on this computer, because the store does not take it
    nowhere,   ///< only on the screen: it is tried again by itself
    overtaken  ///< someone else saved first: kept beside theirs until a person chooses
};

/// When to save, whatever it is that is kept.
class Keeping : public QObject {
    Q_OBJECT

public:
    ~Keeping() override;

    /// Every one there is, wherever its editor is: before the screen is locked all of them save. On the GUI thread.
    static const QList<Keeping*>& everyone();

    /// Saves at once if anything is unsaved, and says settled() when everything is in the store.
    void flush();
    void stop();

    bool isUnsaved() const { return hasPending() || m_saving; }
    bool isInConflict() const { return m_conflict; }
    Kept whereKept() const;
    std::optional<Instant> savedAt() const { return m_savedAt; }
    /// Why it is not in the store, while it is not.
    const std::optional<Error>& trouble() const { return m_trouble; }
    /// From the first key that is not saved.
    QTimer& timer() { return m_timer; }
    /// From a save that has had no answer; when it runs out the text is kept here as well.
    QTimer& patience() { return m_patience; }
    /// Tries the store again by itself.
    QTimer& retry() { return m_retry; }

signals:
    void conflicted();
    void failed(const holdfast::Error& error);
    /// Everything typed so far is in the store.
    void settled();
    /// whereKept() or savedAt() may have changed.
    void keptChanged();

protected:
    explicit Keeping(QObject* parent);

    virtual bool hasPending() const = 0;
    virtual void dropPending() = 0;
    /// Hands what is pending to the store; nothing is pending any more until more is typed.
    virtual void send() = 0;
    /// Hands the newest text to the keeping place of this computer; false when there is none.
    virtual bool sendHere() = 0;
    virtual void forgetHere() = 0;

    void begin(std::optional<Instant> savedAt);
    void typed();
    void conflictSettled() { m_conflict = false; }
    int generation() const { return m_generation; }
    void answered();
    void afterSaved(std::optional<Instant> savedAt);
    /// `newer`: something was typed since it was sent.
    void afterFailure(const Error& error, bool newer);
    void sendAgain() { save(); }
    void keptHere(bool done);

private:
    void save();
    void keepHere();

    QTimer m_timer;
    QTimer m_patience;
    QTimer m_retry;
    int m_generation = 0;  ///< answers for an earlier draft are too late
    bool m_saving = false;
    bool m_conflict = false;
    bool m_flushing = false;  ///< what is typed while a save is under way goes out right after it
    bool m_isHere = false;    ///< this computer has a copy
    bool m_isTold = false;    ///< that it is nowhere else than on the screen was said
    std::optional<Instant> m_savedAt;
    std::optional<Error> m_trouble;
};

/// `Draft` has a `version` and a `savedAt`; `Content` is the part of it that is typed.
template <class Draft, class Content>
class Keeper : public Keeping {
public:
    using Answer = std::function<void(const Result<Draft>&)>;
    /// Saves in the background and answers on the GUI thread.
    using Save = std::function<void(const Draft& draft, const Answer& answer)>;
    /// Keeps it on this computer and answers whether that was done.
    using Here = std::function<void(const Draft& draft, const std::function<void(bool)>& answer)>;

    /// A draft was read from the store: nothing to save, nothing in conflict.
    void start(const Draft& draft)
    {
        stop();
        m_draft = draft;
        begin(draft.savedAt);
    }
    /// Where to keep it while the store does not take it, and how to let it go there once the store has it.
    void setHere(Here keep, std::function<void()> forget)
    {
        m_here = std::move(keep);
        m_forget = std::move(forget);
    }
    /// Saved within a moment.
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
    void dropPending() override
    {
        m_pending.reset();
        m_sent.reset();
    }

    void send() override
    {
        Draft draft = m_draft;
        put(draft, *m_pending);
        m_sentVersion = draft.version;
        m_sent = *std::move(m_pending);
        m_pending.reset();
        m_save(draft, [self = QPointer<Keeper>{this}, now = generation()](const Result<Draft>& answer) {
            if (self && now == self->generation())
                self->take(answer);
        });
    }

    bool sendHere() override
    {
        const auto& newest = m_pending ? m_pending : m_sent;
        if (!m_here || !newest)
            return false;
        Draft draft = m_draft;
        put(draft, *newest);
        m_here(draft, [self = QPointer<Keeper>{this}, now = generation()](bool done) {
            if (self && now == self->generation())
                self->keptHere(done);
        });
        return true;
    }

    void forgetHere() override
    {
        if (m_forget)
            m_forget();
    }

    void take(const Result<Draft>& answer)
    {
        answered();
        std::optional<Content> sent = std::exchange(m_sent, std::nullopt);
        if (answer) {
            m_draft = *answer;
            kept(m_draft);
            return afterSaved(m_draft.savedAt);
        }
        // What was sent is still unsaved; what was typed since then is newer.
        const bool newer = m_pending.has_value();
        if (!newer)
            m_pending = std::move(sent);
        // It was settled while this answer was on its way.
        if (answer.error().code == ErrorCode::conflict && m_sentVersion != m_draft.version)
            return sendAgain();
        afterFailure(answer.error(), newer);
    }

    Save m_save;
    Here m_here;
    std::function<void()> m_forget;
    Draft m_draft;
    std::optional<Content> m_pending;
    std::optional<Content> m_sent;  ///< on its way
    std::int64_t m_sentVersion = 0;
};

}  // namespace holdfast::ui
