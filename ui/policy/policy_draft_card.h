// A policy that one might put in force: what it changes, what the scenarios say to it, and from which day it holds.
#pragma once

#include "app/policies.h"
#include "policy/scenario_run.h"
#include "widgets/cards.h"

class QHBoxLayout;
class QProgressBar;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class DayEdit;
class Desk;
class FieldBox;
class RunLabel;

class PolicyDraftCard final : public Card {
    Q_OBJECT

public:
    PolicyDraftCard(Desk& desk, const Theme& theme, app::PolicyDraft draft, const QString& file,
                    QWidget* parent = nullptr);

    const app::PolicyDraft& draft() const { return m_draft; }
    /// Tries it on the scenarios that travel with the program, or on those of a folder.
    void runScenarios(const QString& folder = {});

signals:
    void putInForce(const holdfast::app::PolicyOverview& view);
    void setAside();
    void failed(const QString& message);

private:
    void addHead(const QString& file);
    void addChanges();
    void addScenarios();
    void addForce();
    void showRunning(bool running);
    void showResults(bool whole);
    void chooseFolder();
    void confirm();
    void put(Date from);

    Desk& m_desk;
    const Theme& m_theme;
    app::PolicyDraft m_draft;
    ScenarioRun m_run;
    QVBoxLayout* m_column;
    Button* m_runAll = nullptr;
    Button* m_folder = nullptr;
    Button* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    RunLabel* m_summary = nullptr;
    QVBoxLayout* m_results = nullptr;
    DayEdit* m_from = nullptr;
    FieldBox* m_fromField = nullptr;
    Button* m_put = nullptr;
};

}  // namespace holdfast::ui
