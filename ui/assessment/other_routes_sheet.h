// Every service of the directory for each open need: match or not, each reason, and what it would leave unmet. Nothing
// is filtered away; choosing a weaker one asks why.
#pragma once

#include "app/assessments.h"
#include "assessment/route_choice.h"
#include "report/waits.h"
#include "widgets/dialog_sheet.h"

#include <optional>

class QButtonGroup;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class FieldBox;
class GrowingText;

class OtherRoutesSheet final : public DialogSheet {
    Q_OBJECT

public:
    OtherRoutesSheet(const Theme& theme, const app::AssessmentPreview& preview, const record::AssessmentForm& form,
                     const RouteChoice& choice, std::vector<report::ExpectedWait> waits, QWidget& window);

    /// The same services held against other facts: a distance was typed. What was chosen here stays chosen.
    void showPreview(const app::AssessmentPreview& preview);
    void showProblem(const QString& problem);

signals:
    void chosen(const holdfast::ui::RouteChoice& choice);
    /// In tenths of a mile; nothing goes back to what is reckoned.
    void distanceTyped(const holdfast::ServiceId& service, const std::optional<int>& tenths);

private:
    void fill(const RouteChoice& choice);
    void addNeed(Need need, const RouteChoice& choice);
    void addWait(QVBoxLayout& column, const engine::Candidate& candidate, QWidget& card);
    QWidget* candidateCard(Need need, const engine::Candidate& candidate, QButtonGroup& group,
                           const RouteChoice& choice);
    void addReason(QVBoxLayout& column, QWidget& card, const engine::Candidate& candidate,
                   const engine::FitReason& reason);
    void addDistance(QVBoxLayout& column, QWidget& card, const engine::Candidate& candidate);
    void refresh();
    RouteChoice choiceNow() const;
    bool needsWhy() const;
    void accept() override;

    engine::AssessmentDecision m_decision;
    std::vector<Need> m_needs;
    QVBoxLayout* m_list = nullptr;
    Banner* m_problem = nullptr;
    ServiceId m_typedFor;  ///< the focus goes back to it
    RouteChoice m_before;
    std::vector<report::ExpectedWait> m_waits;
    PerNeed<QButtonGroup*> m_groups;
    PerNeed<std::vector<ServiceId>> m_services;
    FieldBox* m_whyField = nullptr;
    GrowingText* m_why = nullptr;
};

}  // namespace holdfast::ui
