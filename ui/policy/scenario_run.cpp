#include "policy/scenario_run.h"

#include "async/desk.h"

namespace holdfast::ui {

void ScenarioRun::start(const app::PolicyDraft& draft, const QString& folder)
{
    m_running = true;
    m_results.clear();
    m_plan.reset();
    const int round = ++m_round;
    m_desk.ask(
        this,
        [draft, folder = folder.toStdString()](UseCases& use,
                                               const app::Session& session) -> Result<std::shared_ptr<const Plan>> {
            auto bench = use.policies.bench(session, draft);
            if (!bench)
                return std::move(bench).error();
            if (folder.empty())
                return std::shared_ptr<const Plan>{new Plan{*std::move(bench), app::shippedScenarios()}};
            auto files = app::scenariosIn(folder);
            if (!files)
                return std::move(files).error();
            return std::shared_ptr<const Plan>{new Plan{*std::move(bench), *std::move(files)}};
        },
        [this, round](const Result<std::shared_ptr<const Plan>>& plan) {
            if (round != m_round || !m_running)
                return;
            if (!plan) {
                m_running = false;
                emit failed(plan.error());
                return;
            }
            m_plan = *plan;
            emit progressed(0, static_cast<int>(m_plan->files.size()));
            next();
        });
}

void ScenarioRun::cancel()
{
    m_running = false;
    ++m_round;
}

void ScenarioRun::next()
{
    if (m_results.size() == m_plan->files.size()) {
        m_running = false;
        emit finished();
        return;
    }
    m_desk.ask(
        this,
        [plan = m_plan, at = m_results.size()](UseCases&, const app::Session&) {
            return plan->bench.run(plan->files[at]);
        },
        [this, round = m_round](const Result<app::ScenarioOutcome>& outcome) {
            if (round != m_round)
                return;
            ScenarioResult result{m_plan->files[m_results.size()].name, {}, {}};
            if (outcome)
                result.outcome = *outcome;
            else
                result.fault = outcome.error().where + ": " + outcome.error().detail;
            m_results.push_back(std::move(result));
            emit progressed(static_cast<int>(m_results.size()), static_cast<int>(m_plan->files.size()));
            next();
        });
}

}  // namespace holdfast::ui
