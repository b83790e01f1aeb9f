// For supervisors: restricted records that were opened in an emergency and that nobody has reviewed yet.
#pragma once

#include "app/restrictions.h"
#include "widgets/cards.h"

class QVBoxLayout;

namespace holdfast::ui {

class Desk;

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
    void addLine(const app::EmergencyLine& line);
    void review(const app::EmergencyLine& line);

    const Theme& m_theme;
    Desk& m_desk;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
};

}  // namespace holdfast::ui
