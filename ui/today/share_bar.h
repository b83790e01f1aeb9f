// A bar in parts: how many of the held have both services, or how much of a clock has run.
#pragma once

#include "theme/tokens.h"

#include <QList>
#include <QWidget>

namespace holdfast::ui {

class Theme;

class ShareBar final : public QWidget {
    Q_OBJECT

public:
    struct Part {
        double share = 0;
        Color fill = Color::jointFill;
    };

    ShareBar(const Theme& theme, int drawnHeight, QList<Part> parts, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_height;
    QList<Part> m_parts;
};

}  // namespace holdfast::ui
