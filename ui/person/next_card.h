// What happens next for one person: every outstanding action with its owner, its day and why; the urgent first.
#pragma once

#include "person/person_view.h"
#include "person/why_view.h"
#include "widgets/cards.h"

namespace holdfast::ui {

class Button;

class NextCard final : public Card {
    Q_OBJECT

public:
    /// What is overdue is always shown; of the rest the first, up to `most` in all, until all are asked for.
    NextCard(const Theme& theme, const CaseLens& lens, int most, QWidget* parent = nullptr);

    /// Those that were not shown at first.
    void showAll();

signals:
    void allRequested();
    /// The code, its NeedScope, and the service it is about, which may be empty.
    void actionRequested(const QString& what, int scope, const QString& service);
    void whyRequested(const holdfast::ui::WhyQuestion& question);

private:
    QWidget* row(const CaseLens& lens, const engine::NextAction& action);
    QWidget* marks(const CaseLens& lens);

    const Theme& m_theme;
    QWidget* m_rest = nullptr;
    Button* m_more = nullptr;
};

/// The sentence of the rule that asked for it, or nothing.
QString whyOf(const engine::Snapshot& now, const RuleId& rule);

}  // namespace holdfast::ui
