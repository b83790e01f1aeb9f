// Why something is as it is: the rules that fired, the facts they read, and the policy they are from. One sheet for every
// page.
#pragma once

#include "person/why_view.h"
#include "widgets/dialog_sheet.h"

namespace holdfast::ui {

class WhySheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `policy` is the one in force now.
    WhySheet(const Theme& theme, const QString& title, const std::vector<WhyPart>& parts, const QString& policy,
             QWidget& window);

private:
    QWidget* partCard(const WhyPart& part);
};

}  // namespace holdfast::ui
