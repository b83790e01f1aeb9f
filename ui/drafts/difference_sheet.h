// One difference in a sheet of its own, with what can be done about it.
#pragma once

#include "app/drafts.h"
#include "widgets/dialog_sheet.h"

namespace holdfast::ui {

class DifferenceView;

class DifferenceSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `legend` says whose words are struck through and whose are underlined.
    DifferenceSheet(const Theme& theme, const QString& title, const QString& legend,
                    const std::vector<app::Passage>& before, const std::vector<app::Passage>& now, QWidget& window);

    /// Buttons in the order they are added, then Close.
    void addChoice(const QString& words, bool primary, std::function<void()> chosen);

private:
    DifferenceView* m_view;
};

}  // namespace holdfast::ui
