#include "audit/audit_run.h"

#include "async/desk.h"

namespace holdfast::ui {

void AuditRun::start()
{
    m_running = true;
    const int round = ++m_round;
    m_desk.ask(
        this,
        [](UseCases& use, const app::Session& session) -> Result<Checking> {
            auto begun = use.audit.beginCheck(session, {});
            if (!begun)
                return std::move(begun).error();
            return Checking{*std::move(begun)};
        },
        [this, round](const Result<Checking>& checking) {
            if (round != m_round)
                return;
            if (!checking)
                return fail(checking.error());
            goOn(*checking);
        });
}

void AuditRun::cancel()
{
    m_running = false;
    ++m_round;
}

void AuditRun::goOn(const Checking& checking)
{
    emit progressed(checking->done(), checking->expected());
    m_desk.ask(
        this, [checking](UseCases& use, const app::Session& session) { return use.audit.goOn(session, *checking); },
        [this, checking, round = m_round](const Result<bool>& more) {
            if (round != m_round)
                return;
            if (!more)
                return fail(more.error());
            if (*more)
                goOn(checking);
            else
                end(checking);
        });
}

void AuditRun::end(const Checking& checking)
{
    m_desk.ask(
        this, [checking](UseCases& use, const app::Session& session) { return use.audit.endCheck(session, *checking); },
        [this, round = m_round](const Result<app::AuditVerdict>& verdict) {
            if (round != m_round)
                return;
            if (!verdict)
                return fail(verdict.error());
            m_running = false;
            emit finished(*verdict);
        });
}

void AuditRun::fail(const Error& error)
{
    m_running = false;
    emit failed(error);
}

}  // namespace holdfast::ui
