// The picture of a whole case: wheel, keys and buttons go nearer and along, arrows walk through what happened.
#pragma once

#include "timeline/case_chart_painter.h"

#include <QWidget>

namespace holdfast::ui {

class CaseChart final : public QWidget {
    Q_OBJECT

public:
    explicit CaseChart(const Theme& theme, QWidget* parent = nullptr);

    /// The stretch that is shown stays as long as it is the same case.
    void setPicture(CasePicture picture, bool sameCase);
    const CasePicture& picture() const { return m_picture; }
    const TimeWindow& window() const { return m_layout.window; }
    /// The whole stretch, with a little air on both sides.
    TimeWindow whole() const;

    /// Nearer (factor below 1) or further around an instant; never nearer than two weeks nor beyond the whole.
    void zoom(double factor, Instant around);
    void zoomIn();
    void zoomOut();
    void showWhole();
    bool isWhole() const { return window() == whole(); }

    int current() const { return m_current; }
    void setCurrent(int group);
    const ChartLayout& chart() const { return m_layout; }
    /// What stands at the mark that has the focus, a line each; empty for none.
    QStringList currentWords() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentChanged();
    void windowChanged();
    void eventActivated(const holdfast::EventId& event);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void show(TimeWindow window);
    void shift(double part);
    void activate();
    int groupAt(const QPointF& point) const;
    QStringList wordsOf(int group) const;

    const Theme& m_theme;
    CasePicture m_picture;
    ChartLayout m_layout;
    int m_current = -1;
    std::optional<qreal> m_draggedFrom;
};

}  // namespace holdfast::ui
