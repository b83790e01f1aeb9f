// The live answer beside the assessment: the recommended route, why line by line, what to mind, what is still to ask,
// and the way to sign. It suggests; it never decides whether the person is seen.
#pragma once

#include "app/assessments.h"
#include "assessment/route_choice.h"
#include "report/waits.h"
#include "widgets/cards.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class IconLabel;
class QuadrantPlot;
class RunLabel;
class Theme;

class RoutePanel final : public Card {
    Q_OBJECT

public:
    explicit RoutePanel(const Theme& theme, QWidget* parent = nullptr);

    /// Before the first answer of the engine.
    void showNothingYet();
    /// `name` is what the person likes to be called.
    void showRoute(const app::AssessmentPreview& preview, const record::AssessmentForm& form, const RouteChoice& choice,
                   const QString& name);
    /// What wait may be expected of each service; shown from the next showRoute() on.
    void setWaits(std::vector<report::ExpectedWait> waits) { m_waits = std::move(waits); }
    void setName(const QString& name);
    void setSaved(const QString& line);
    void setBusy(bool busy);
    /// One column: the body is as high as what it holds and the page scrolls.
    void setStacked(bool stacked);
    QString title() const;
    Button* primary() const { return m_primary; }

signals:
    void signAndRefer();
    void signOnly();
    void saveForLater();
    void otherRoutesAsked();
    /// The route itself changed: announced, unlike every other update.
    void routeChanged(const QString& title);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead();
    void buildFoot();
    void addRow(const QString& label, const QString& value, const QString& rest = {});
    void addHeading(const QString& title);
    void addLine(const QString& icon, Color tone, const QString& text, const QString& rule = {});
    void addWhy(const app::AssessmentPreview& preview);
    void addPlot(const engine::AssessmentDecision& decision, const record::AssessmentForm& form, const QString& name);
    void addAdvice(const app::AssessmentPreview& preview);
    void fillHead(const app::AssessmentPreview& preview, const record::AssessmentForm& form, const RouteChoice& choice);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QWidget* m_head;
    QLabel* m_title;
    QVBoxLayout* m_rows;
    QScrollArea* m_scroll;
    QWidget* m_body;
    QVBoxLayout* m_lines;
    QuadrantPlot* m_plot = nullptr;
    std::vector<report::ExpectedWait> m_waits;
    RunLabel* m_promise;
    Button* m_primary;
    Button* m_others;
    Button* m_later;
    Button* m_signOnly;
    QLabel* m_saved;
};

}  // namespace holdfast::ui
