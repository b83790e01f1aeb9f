// Short cards for mental health staff about substances and for drug and alcohol staff about mental health: those that
// help here first. Each with its source and how sure it is.
#pragma once

#include "domain/guidance.h"
#include "widgets/dialog_sheet.h"

class QListWidget;

namespace holdfast::ui {

class SegmentedControl;

class GuidanceSheet final : public DialogSheet {
    Q_OBJECT

public:
    GuidanceSheet(const Theme& theme, GuidancePlace place, NeedScope about, QWidget& window);

private:
    void fill();
    void choose(int row);

    GuidancePlace m_place;
    NeedScope m_about;
    std::vector<GuidanceCard> m_shown;
    SegmentedControl* m_which = nullptr;
    QListWidget* m_list = nullptr;
    QWidget* m_card = nullptr;
};

/// Opens over the window of `from` and deletes itself when closed.
void openGuidance(const Theme& theme, GuidancePlace place, NeedScope about, QWidget& from);

QString markWords(GuidanceMark mark);

}  // namespace holdfast::ui
