// Whether the audit hangs together: what the last check said, and a check with its progress.
#pragma once

#include "audit/audit_run.h"
#include "widgets/cards.h"

class QProgressBar;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class IconLabel;
class RunLabel;

class ChainCard final : public Card {
    Q_OBJECT

public:
    ChainCard(const Theme& theme, Desk& desk, QWidget* parent = nullptr);

signals:
    void checked();  ///< which is an entry of its own

private:
    void startOrStop();
    void show(const app::AuditVerdict& verdict);
    void say(const QString& strong, const QString& rest, Color tone);
    void showRunning(bool running);

    const Theme& m_theme;
    Desk& m_desk;
    AuditRun m_run;
    RunLabel* m_state;
    QVBoxLayout* m_findings;
    QProgressBar* m_progress;
    Button* m_check;
};

}  // namespace holdfast::ui
