// How much room there is, measured in text and not in pixels: 1440 wide with 200 % text is like 720 wide.
#pragma once

#include <QObject>
#include <QWidget>

#include <cstdint>

namespace holdfast::ui {

class Theme;

enum class WindowClass : std::uint8_t { wide, normal, small, narrow };

/// design.md section 5: wide from 1700, normal from 1361, small from 1101.
WindowClass windowClassFor(int width, qreal u);

/// Watches a window and tells when it comes into another class, or when the page must scroll.
class WindowClassWatcher final : public QObject {
    Q_OBJECT

public:
    WindowClassWatcher(const Theme& theme, QWidget& window);

    WindowClass current() const { return m_class; }
    /// Less than 760 high in drawn pixels: the page scrolls.
    bool isShort() const { return m_short; }

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void windowClassChanged(holdfast::ui::WindowClass now);
    void shortChanged(bool isShort);

private:
    void measure();

    const Theme& m_theme;
    QWidget& m_window;
    WindowClass m_class = WindowClass::normal;
    bool m_short = false;
};

}  // namespace holdfast::ui
