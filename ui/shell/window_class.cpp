#include "shell/window_class.h"

#include "theme/theme.h"

#include <QEvent>

namespace holdfast::ui {
namespace {

constexpr int wideFrom = 1700;
constexpr int normalFrom = 1361;
constexpr int smallFrom = 1101;
constexpr int tallFrom = 760;

}  // namespace

WindowClass windowClassFor(int width, qreal u)
{
    const qreal effective = width / u;
    if (effective >= wideFrom)
        return WindowClass::wide;
    if (effective >= normalFrom)
        return WindowClass::normal;
    if (effective >= smallFrom)
        return WindowClass::small;
    return WindowClass::narrow;
}

WindowClassWatcher::WindowClassWatcher(const Theme& theme, QWidget& window) : m_theme{theme}, m_window{window}
{
    window.installEventFilter(this);
    connect(&theme, &Theme::themeChanged, this, &WindowClassWatcher::measure);
    measure();
}

bool WindowClassWatcher::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        measure();
    return QObject::eventFilter(watched, event);
}

void WindowClassWatcher::measure()
{
    const WindowClass now = windowClassFor(m_window.width(), m_theme.u());
    const bool isShortNow = m_window.height() / m_theme.u() < tallFrom;
    if (now != m_class) {
        m_class = now;
        emit windowClassChanged(now);
    }
    if (isShortNow != m_short) {
        m_short = isShortNow;
        emit shortChanged(isShortNow);
    }
}

}  // namespace holdfast::ui
