// Tries a policy on scenarios, one after another on the background thread, so that other work gets its turn between
// them and a person can stop it.
#pragma once

#include "app/policies.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace holdfast::ui {

class Desk;

struct ScenarioResult {
    std::string name;
    std::optional<app::ScenarioOutcome> outcome;
    std::string fault;  ///< why it could not be run: "file: pointer: expected ..."

    bool holds() const { return outcome && outcome->holds(); }
};

class ScenarioRun final : public QObject {
    Q_OBJECT

public:
    explicit ScenarioRun(Desk& desk, QObject* parent = nullptr) : QObject{parent}, m_desk{desk} {}

    /// What was running is forgotten. An empty folder means the scenarios that travel with the program.
    void start(const app::PolicyDraft& draft, const QString& folder = {});
    void cancel();

    bool isRunning() const { return m_running; }
    const std::vector<ScenarioResult>& results() const { return m_results; }

signals:
    void progressed(int done, int all);
    void finished();
    void failed(const holdfast::Error& error);

private:
    struct Plan {
        app::ScenarioBench bench;
        std::vector<app::ScenarioFile> files;
    };
    void next();

    Desk& m_desk;
    std::shared_ptr<const Plan> m_plan;
    std::vector<ScenarioResult> m_results;
    bool m_running = false;
    int m_round = 0;
};

}  // namespace holdfast::ui
