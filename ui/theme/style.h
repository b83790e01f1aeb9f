// Fusion with our focus ring: 2 px, 2 px away from the control, in the focus colour. And the object that moves it.
#pragma once

#include <QPointer>
#include <QProxyStyle>

class QFocusFrame;

namespace holdfast::ui {

class Theme;

/// A widget that paints its own focus says so: `widget->setProperty(ownFocusProperty, true)`.
inline constexpr const char* ownFocusProperty = "ownFocus";
/// Corner radius of the ring in drawn pixels, when it is not that of a control.
inline constexpr const char* focusRadiusProperty = "focusRadius";

class Style final : public QProxyStyle {
    Q_OBJECT

public:
    explicit Style(const Theme& theme);

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

private:
    void paintIndicator(PrimitiveElement element, const QStyleOption& option, QPainter& painter) const;

    const Theme& m_theme;
};

/// Keeps one ring around the widget with the keyboard focus. A mouse click rings only what is typed in.
class FocusRing final : public QObject {
    Q_OBJECT

public:
    explicit FocusRing(QObject* parent = nullptr);
    ~FocusRing() override;

    bool eventFilter(QObject* watched, QEvent* event) override;
    /// The widget that has the ring, or nothing.
    QWidget* target() const;

private:
    void moveTo(QWidget* widget);

    QPointer<QFocusFrame> m_frame;
};

}  // namespace holdfast::ui
