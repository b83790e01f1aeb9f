// Records that somebody proposed to dispose of, and that wait for another to confirm.
#pragma once

#include "app/disposals.h"
#include "widgets/cards.h"

#include <vector>

class QVBoxLayout;

namespace holdfast::ui {

class Desk;

/// Not there when nothing waits.
class AwaitingCard final : public Card {
    Q_OBJECT

public:
    AwaitingCard(const Theme& theme, Desk& desk, QWidget* parent = nullptr);

    void refresh();

signals:
    void lookRequested(const holdfast::DisposalId& disposal);
    void answered(int waiting);

private:
    void show(const std::vector<app::AwaitingDisposal>& lines);
    void addLine(const app::AwaitingDisposal& line);

    const Theme& m_theme;
    Desk& m_desk;
    QVBoxLayout* m_column;
};

}  // namespace holdfast::ui
