// For supervisors: restricted records that were opened in an emergency and that nobody has reviewed yet.
#pragma once

#include "app/restrictions.h"
#include "widgets/cards.h"

#include <optional>

namespace holdfast::ui {

class Button;
class Desk;
class RunLabel;

/// Not there when nothing waits.
class ReviewCard final : public Card {
    Q_OBJECT

public:
    ReviewCard(const Theme& theme, Desk& desk, QWidget* parent = nullptr);

    void refresh();

signals:
    void reviewed(const QString& said);

private:
    void show(const std::vector<app::EmergencyLine>& lines);
    void review(const app::EmergencyLine& line);

    const Theme& m_theme;
    Desk& m_desk;
    RunLabel* m_text;
    Button* m_review;
    std::optional<app::EmergencyLine> m_next;
};

}  // namespace holdfast::ui
