#include "letters/letter_keeper.h"

#include <QPointer>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto pause = 1000ms;

}  // namespace

LetterKeeper::LetterKeeper(Save save, QObject* parent) : QObject{parent}, m_save{std::move(save)}
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &LetterKeeper::save);
}

void LetterKeeper::start(const app::LetterDraft& draft)
{
    stop();
    m_draft = draft;
}

void LetterKeeper::stop()
{
    m_timer.stop();
    m_pending.reset();
    m_saving = false;
    m_conflict = false;
    m_flushing = false;
    ++m_generation;
}

void LetterKeeper::touch(const letters::Document& text)
{
    m_pending = text;
    if (!m_conflict)
        m_timer.start();
}

void LetterKeeper::flush()
{
    m_timer.stop();
    if (!isUnsaved()) {
        emit settled();
        return;
    }
    m_flushing = true;
    save();
}

void LetterKeeper::settle(std::int64_t version)
{
    m_conflict = false;
    m_draft.version = version;
    flush();
}

void LetterKeeper::save()
{
    // One save at a time: each goes out with the version that the one before brought back.
    if (!m_pending || m_saving || m_conflict)
        return;
    m_saving = true;
    app::LetterDraft draft = m_draft;
    draft.draft.document = *m_pending;
    draft.draft.request.variant = m_pending->variant;
    m_pending.reset();
    m_save(draft, [self = QPointer<LetterKeeper>{this}, generation = m_generation,
                   sent = draft.draft.document](const Result<app::LetterDraft>& answer) {
        if (self && generation == self->m_generation)
            self->take(answer, sent);
    });
}

void LetterKeeper::take(const Result<app::LetterDraft>& answer, const letters::Document& sent)
{
    m_saving = false;
    if (answer) {
        m_draft = *answer;
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
    m_flushing = false;
    if (answer.error().code == ErrorCode::conflict) {
        m_conflict = true;
        emit conflicted();
    } else {
        emit failed(answer.error());
    }
}

}  // namespace holdfast::ui
