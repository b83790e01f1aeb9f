// Referral bounces over a period: the overview, every measure, the pictures; the cases behind a figure; and the ways out.
#pragma once

#include "report/case_list.h"
#include "report/document.h"
#include "report/full_report.h"
#include "report/picture.h"
#include "shell/page.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QStackedLayout;

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Banner;
class BounceView;
class Button;
class CasesView;
class Desk;
class MeasuresView;
class PicturesView;
class ReportFilters;
class RunLabel;
class ScrollMemory;
class SegmentedControl;
class SettingsStore;
class Theme;

class ReportsPage final : public QWidget, public Page {
    Q_OBJECT

public:
    ReportsPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);
    ~ReportsPage() override;

    QString id() const override { return QStringLiteral("reports"); }
    QString title() const override { return tr("Reports"); }
    QString icon() const override { return QStringLiteral("reports"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override { return {m_export, m_print}; }
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;
    QString place() const override;
    void goTo(const QString& place) override;

    enum class Part : std::uint8_t { overview, measures, pictures };
    void showPart(Part part);

signals:
    void done(const QString& message);
    void failed(const QString& message);
    void placeRequested(const QString& place);  ///< a place of this page, so that Back comes back
    void backRequested();
    void personRequested(const holdfast::PersonId& person);
    void peopleRequested();

private:
    /// The report as it was read, with what the screen draws from it.
    struct Shown {
        report::FullReport full;
        report::Document document;  ///< with exact figures
        std::vector<report::Picture> pictures;
    };
    struct Asked {
        report::CaseAsked cases;
        QString of;
    };

    QWidget* buildReport();
    QWidget* buildHead();
    void buildParts();
    void showReport(Shown shown);
    report::CaseAsked askedOf(std::string_view measure) const;
    void showCases(const report::CaseAsked& asked, const QString& of);
    void showAbout(const QString& measure);
    void openExport(bool print, const QString& picture = {});
    void explain(const Error& error);

    Desk& m_desk;
    const Theme& m_theme;
    SettingsStore& m_settings;
    int m_question = 0;  ///< answers to an earlier one are dropped
    std::unique_ptr<Shown> m_shown;
    std::vector<Asked> m_asked;  ///< lists of cases that were opened; a place is one of them
    int m_place = -1;            ///< which of them is shown; -1: the report

    QPointer<QWidget> m_left;  ///< had the focus when the last list was opened

    QAction* m_export;
    QAction* m_print;
    QStackedLayout* m_stack = nullptr;
    ScrollMemory* m_scroll = nullptr;
    RunLabel* m_summary = nullptr;
    ReportFilters* m_filters = nullptr;
    SegmentedControl* m_parts = nullptr;
    Banner* m_problem = nullptr;
    BounceView* m_overview = nullptr;
    MeasuresView* m_measures = nullptr;
    PicturesView* m_pictures = nullptr;
    CasesView* m_cases = nullptr;
};

}  // namespace holdfast::ui
