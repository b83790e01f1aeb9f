// An icon beside nothing, decorative: its meaning is always in a word near it.
#pragma once

#include "theme/tokens.h"

#include <QWidget>

namespace holdfast::ui {

class Theme;

class IconLabel final : public QWidget {
    Q_OBJECT

public:
    IconLabel(const Theme& theme, QString icon, Color tone = Color::ink2, int drawnSize = 16,
              QWidget* parent = nullptr);

    void setIcon(const QString& icon, Color tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    Color m_tone;
    int m_size;
};

/// A hairline that follows the theme.
class Line final : public QWidget {
    Q_OBJECT

public:
    explicit Line(const Theme& theme, Qt::Orientation orientation = Qt::Horizontal, Color tone = Color::line,
                  QWidget* parent = nullptr);
    QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Color m_tone;
};

}  // namespace holdfast::ui
