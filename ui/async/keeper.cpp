#include "async/keeper.h"

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto pause = 1000ms;

}  // namespace

Keeping::Keeping(QObject* parent) : QObject{parent}
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &Keeping::save);
}

void Keeping::stop()
{
    m_timer.stop();
    dropPending();
    m_saving = false;
    m_conflict = false;
    m_flushing = false;
    ++m_generation;
}

void Keeping::typed()
{
    if (!m_conflict)
        m_timer.start();
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
    // One save at a time: each goes out with the version that the one before brought back.
    if (!hasPending() || m_saving || m_conflict)
        return;
    m_saving = true;
    send();
}

void Keeping::afterSaved()
{
    if (!hasPending()) {
        m_flushing = false;
        emit settled();
    } else if (m_flushing) {
        save();
    } else {
        m_timer.start();
    }
}

void Keeping::afterFailure(const Error& error)
{
    // Whoever asked for it at once hears that it failed; what is typed later waits for a pause again.
    m_flushing = false;
    if (error.code == ErrorCode::conflict) {
        m_conflict = true;
        emit conflicted();
    } else {
        emit failed(error);
    }
}

}  // namespace holdfast::ui
