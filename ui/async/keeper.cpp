#include "async/keeper.h"

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;

// Together with what a save takes, less than the two seconds that are promised: docs/nothing-lost.md.
constexpr auto longestWait = 700ms;
constexpr auto longestSilence = 800ms;
constexpr auto betweenTries = 5s;

QList<Keeping*>& keepers()
{
    static QList<Keeping*> all;
    return all;
}

/// The store cannot take it now and may later: no fault of what was typed.
bool isOutage(ErrorCode code)
{
    switch (code) {
    case ErrorCode::unavailable:
    case ErrorCode::busy:
    case ErrorCode::readOnly:
    case ErrorCode::diskFull:
    case ErrorCode::damaged:
    case ErrorCode::storeFailed: return true;
    case ErrorCode::notFound:
    case ErrorCode::conflict:
    case ErrorCode::invalid:
    case ErrorCode::refused:
    case ErrorCode::forbidden:
    case ErrorCode::notAStore:
    case ErrorCode::newerStore:
    case ErrorCode::wrongKey:
    case ErrorCode::cancelled: return false;
    }
    return false;
}

}  // namespace

const QList<Keeping*>& Keeping::everyone()
{
    return keepers();
}

Keeping::~Keeping()
{
    keepers().removeOne(this);
}

Keeping::Keeping(QObject* parent) : QObject{parent}
{
    keepers().append(this);
    const auto prepare = [this](QTimer& timer, std::chrono::milliseconds time, auto slot) {
        timer.setSingleShot(true);
        timer.setInterval(time);
        connect(&timer, &QTimer::timeout, this, slot);
    };
    prepare(m_timer, longestWait, &Keeping::save);
    prepare(m_patience, longestSilence, &Keeping::keepHere);
    prepare(m_retry, betweenTries, &Keeping::save);
}

void Keeping::stop()
{
    for (QTimer* timer : {&m_timer, &m_patience, &m_retry})
        timer->stop();
    dropPending();
    m_saving = false;
    m_conflict = false;
    m_flushing = false;
    m_isHere = false;
    m_isTold = false;
    m_savedAt.reset();
    m_trouble.reset();
    ++m_generation;
    emit keptChanged();
}

void Keeping::begin(std::optional<Instant> savedAt)
{
    m_savedAt = savedAt;
    emit keptChanged();
}

Kept Keeping::whereKept() const
{
    if (m_conflict)
        return Kept::overtaken;
    if (isUnsaved() && m_isHere)
        return Kept::here;
    if (isUnsaved() && m_trouble)
        return Kept::nowhere;
    if (isUnsaved())
        return Kept::saving;
    return m_savedAt ? Kept::saved : Kept::nothing;
}

void Keeping::typed()
{
    // Not started anew by every key: who types without a pause is saved all the same.
    if (!m_timer.isActive() && !m_saving)
        m_timer.start();
    // Until the store answers again this computer's copy follows the typing.
    if (m_isHere && m_saving && !m_patience.isActive())
        m_patience.start();
    emit keptChanged();
}

void Keeping::flush()
{
    m_timer.stop();
    if (!isUnsaved()) {
        emit settled();
        return;
    }
    m_flushing = true;
    save();
}

void Keeping::save()
{
    // One save at a time: each goes out with the version that the one before brought back. An overtaken text is sent
    // too: the use case keeps it beside the colleague's.
    if (!hasPending() || m_saving)
        return;
    m_timer.stop();
    m_retry.stop();
    m_saving = true;
    m_patience.start();
    send();
    emit keptChanged();
}

void Keeping::keepHere()
{
    if (isUnsaved() && !sendHere())
        keptHere(false);
}

void Keeping::keptHere(bool done)
{
    // The answer may come after the store's.
    if (!isUnsaved()) {
        if (done)
            forgetHere();
        return;
    }
    m_isHere = done;
    if (m_saving && hasPending() && !m_patience.isActive())
        m_patience.start();
    if (!done && m_trouble && !m_isTold) {
        m_isTold = true;
        emit failed(*m_trouble);
    }
    emit keptChanged();
}

void Keeping::answered()
{
    m_saving = false;
    m_patience.stop();
}

void Keeping::afterSaved(std::optional<Instant> savedAt)
{
    m_savedAt = savedAt;
    m_trouble.reset();
    m_isTold = false;
    if (std::exchange(m_isHere, false))
        forgetHere();
    if (!hasPending()) {
        m_flushing = false;
        emit keptChanged();
        emit settled();
    } else if (m_flushing) {
        save();
    } else {
        m_timer.start();
        emit keptChanged();
    }
}

void Keeping::afterFailure(const Error& error, bool newer)
{
    // Whoever asked for it at once hears that it failed; what is typed later waits its turn again.
    const bool wasAsked = std::exchange(m_flushing, false);
    if (error.code == ErrorCode::conflict) {
        if (newer)
            m_timer.start();
        if (!std::exchange(m_conflict, true)) {
            emit keptChanged();
            emit conflicted();
        }
        return;
    }
    m_trouble = error;
    if (isOutage(error.code)) {
        m_retry.start();
        keepHere();
        if (wasAsked && !m_isTold)
            emit failed(error);
    } else {
        emit failed(error);
    }
    emit keptChanged();
}

}  // namespace holdfast::ui
