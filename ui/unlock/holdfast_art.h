// Two strands that become one hold: the painted panel beside the first words people see.
#pragma once

#include <QWidget>

namespace holdfast::ui {

class Theme;

class HoldfastArt final : public QWidget {
    Q_OBJECT

public:
    explicit HoldfastArt(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintGround(QPainter& painter) const;
    void paintStrands(QPainter& painter) const;
    void paintRoots(QPainter& painter) const;
    void paintWords(QPainter& painter, qreal scale) const;

    const Theme& m_theme;
};

}  // namespace holdfast::ui
