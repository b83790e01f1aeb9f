// Twelve months as two lines: all bounces, and those whose challenge was won. Lines differ in marker and dash, and each
// is named on the line. The table of the report says the same in numbers.
#pragma once

#include <QWidget>

#include <vector>

namespace holdfast::ui {

class Theme;

struct TrendPoint {
    QString month;  ///< "Oct"
    int bounces = 0;
    int overturned = 0;
    bool chosen = false;  ///< inside the report's period: shaded
};

class TrendChart final : public QWidget {
    Q_OBJECT

public:
    explicit TrendChart(const Theme& theme, QWidget* parent = nullptr);
    void setPoints(std::vector<TrendPoint> points);
    QSize sizeHint() const override;

signals:
    void monthActivated(int index);  ///< a click, or Enter on the month that Left and Right chose

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Frame;
    Frame frame() const;
    void choose(int month);
    void paintGround(QPainter& painter, const Frame& frame) const;
    void paintSeries(QPainter& painter, const Frame& frame, int TrendPoint::*value, bool overturned) const;
    void paintMonths(QPainter& painter, const Frame& frame) const;
    void paintNames(QPainter& painter, const Frame& frame) const;

    const Theme& m_theme;
    std::vector<TrendPoint> m_points;
    int m_current = -1;  ///< chosen with the keys; -1: the last
};

}  // namespace holdfast::ui
