// Safety, looked at again when somebody is turned away: what is known now, and what this reply adds. Nothing chosen
// means no news, never no.
#pragma once

#include "domain/event.h"
#include "domain/policy.h"

#include <QWidget>

#include <vector>

namespace holdfast::ui {

class Choice;
class RunLabel;
class Theme;

class ReplySafety final : public QWidget {
    Q_OBJECT

public:
    explicit ReplySafety(const Theme& theme, QWidget* parent = nullptr);

    /// The facts on record before this reply.
    void setKnown(const SafetyFacts& known);
    SafetyFacts facts() const;

signals:
    void changed();

private:
    const Theme& m_theme;
    RunLabel* m_known;
    std::vector<std::pair<SafetyFact, Choice*>> m_choices;
};

}  // namespace holdfast::ui
