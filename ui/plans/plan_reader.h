// A plan as it was agreed: the person's words first, who does what in two strands and together, and all the rest.
#pragma once

#include "app/plans.h"

#include <QWidget>

class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class Choice;
class Theme;

struct PlanSight {
    PlanKind kind = PlanKind::care;
    std::vector<Plan> versions;  ///< of this kind, newest first
    int number = 0;              ///< the version that is read; 0: the newest
    std::optional<app::PlanDraft> draft;
    std::vector<PlanMark> marks;
    app::NameBook names;
    QString calledName;
    Instant now;
    bool mayWrite = false;
    bool mayExport = false;
};

class PlanReader final : public QWidget {
    Q_OBJECT

public:
    explicit PlanReader(const Theme& theme, QWidget* parent = nullptr);

    void show(const PlanSight& sight);
    using QWidget::show;

signals:
    void writeRequested();
    void changesRequested(int older, int newer);
    /// Print, or save as a PDF; in large print or as usual.
    void paperRequested(int number, bool toFile, bool large);
    void markRequested(const QString& line, bool done);
    void versionChosen(int number);

private:
    void render();
    const Plan* plan() const;
    QWidget* head();
    QWidget* strands(const Plan& plan);
    QWidget* strand(const Plan& plan, NeedScope need);
    QWidget* lineRow(const PlanLine& line, bool standing);
    QWidget* sections(const Plan& plan);
    QWidget* accord(const Plan& plan);
    QWidget* draftLine();

    const Theme& m_theme;
    PlanSight m_sight;
    QScrollArea* m_scroll;
};

}  // namespace holdfast::ui
