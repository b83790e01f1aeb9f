#include "assessment/draft_keeper.h"

#include <QPointer>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto pause = 1000ms;

}  // namespace

DraftKeeper::DraftKeeper(Save save, QObject* parent) : QObject{parent}, m_save{std::move(save)}
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::save);
}

void DraftKeeper::start(const app::AssessmentDraft& draft)
{
    stop();
    m_version = draft.version;
}

void DraftKeeper::stop()
{
    m_timer.stop();
    m_pending.reset();
    m_saving = false;
    m_conflict = false;
    m_flushing = false;
    ++m_generation;
}

void DraftKeeper::touch(const record::AssessmentForm& form)
{
    m_pending = form;
    if (!m_conflict)
        m_timer.start();
}

void DraftKeeper::flush()
{
    m_timer.stop();
    m_flushing = true;
    save();
}

void DraftKeeper::settle(std::int64_t currentVersion, const record::AssessmentForm& form)
{
    m_conflict = false;
    m_version = currentVersion;
    m_pending = form;
    flush();
}

void DraftKeeper::save()
{
    // One save at a time: each goes out with the version that the one before brought back.
    if (!m_pending || m_saving || m_conflict)
        return;
    m_saving = true;
    const app::AssessmentDraft draft{*m_pending, m_version, std::nullopt};
    m_pending.reset();
    m_save(draft, [self = QPointer<DraftKeeper>{this}, generation = m_generation,
                   sent = draft.form](const Result<app::AssessmentDraft>& answer) {
        if (self && generation == self->m_generation)
            self->take(answer, sent);
    });
}

void DraftKeeper::take(const Result<app::AssessmentDraft>& answer, const record::AssessmentForm& sent)
{
    m_saving = false;
    if (answer) {
        m_version = answer->version;
        emit saved(*answer);
        if (!m_pending) {
            m_flushing = false;
            emit settled();
        } else if (m_flushing) {
            save();
        } else {
            m_timer.start();
        }
        return;
    }
    // What was sent is still unsaved; what was typed since then is newer.
    if (!m_pending)
        m_pending = sent;
    if (answer.error().code == ErrorCode::conflict) {
        m_conflict = true;
        emit conflicted();
    } else {
        emit failed(answer.error());
    }
}

}  // namespace holdfast::ui
