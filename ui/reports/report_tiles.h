// The five figures at the head of the report. Each opens its cases; a small button says what it is.
#pragma once

#include "report/full_report.h"

#include <QWidget>

namespace holdfast::ui {

class KpiTile;
class Theme;

class ReportTiles final : public QWidget {
    Q_OBJECT

public:
    explicit ReportTiles(const Theme& theme, QWidget* parent = nullptr);

    void show(const report::FullReport& report);
    using QWidget::show;

signals:
    void casesRequested(const QString& measure);
    void aboutRequested(const QString& measure);
    void peopleRequested();  ///< those who are held now, which is no figure of a period

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    KpiTile* addTile(const QString& measure);
    void showBounces(const report::FullReport& report);
    void showHeld(const report::BounceReport& report);
    void arrange();

    const Theme& m_theme;
    QList<KpiTile*> m_tiles;
};

}  // namespace holdfast::ui
