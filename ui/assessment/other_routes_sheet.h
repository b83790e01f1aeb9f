// Every service of the directory for each open need: match or not, each reason, and what it would leave unmet. Nothing
// is filtered away; choosing a weaker one asks why.
#pragma once

#include "app/assessments.h"
#include "assessment/route_choice.h"
#include "widgets/dialog_sheet.h"

class QButtonGroup;
class QVBoxLayout;

namespace holdfast::ui {

class FieldBox;
class GrowingText;

class OtherRoutesSheet final : public DialogSheet {
    Q_OBJECT

public:
    OtherRoutesSheet(const Theme& theme, const app::AssessmentPreview& preview, const record::AssessmentForm& form,
                     const RouteChoice& choice, QWidget& window);

signals:
    void chosen(const holdfast::ui::RouteChoice& choice);

private:
    void addNeed(QVBoxLayout& column, Need need);
    QWidget* candidateCard(Need need, const engine::Candidate& candidate, QButtonGroup& group);
    void refresh();
    RouteChoice choiceNow() const;
    bool needsWhy() const;
    void accept() override;

    engine::AssessmentDecision m_decision;
    RouteChoice m_before;
    PerNeed<QButtonGroup*> m_groups;
    PerNeed<std::vector<ServiceId>> m_services;
    FieldBox* m_whyField = nullptr;
    GrowingText* m_why = nullptr;
};

}  // namespace holdfast::ui
