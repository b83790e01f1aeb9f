#include "desktop/desktop_watch.h"

#include <QDBusConnection>
#include <QFile>

namespace holdfast::ui {
namespace {

/// Asking for a bus that is not there could start one.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
}

bool hasSystemBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SYSTEM_BUS_ADDRESS") ||
           QFile::exists(QStringLiteral("/run/dbus/system_bus_socket"));
}

}  // namespace

DesktopWatch::DesktopWatch(QObject* parent) : QObject{parent}
{
    // The senders are not named: a desktop may start its screen saver later than we start.
    if (hasSessionBus())
        for (const char* saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver",
                                  "org.cinnamon.ScreenSaver"})
            QDBusConnection::sessionBus().connect({}, {}, QLatin1String{saver}, QStringLiteral("ActiveChanged"), this,
                                                  SLOT(screenSaverChanged(bool)));
    if (hasSystemBus())
        QDBusConnection::systemBus().connect({}, QStringLiteral("/org/freedesktop/login1"),
                                             QStringLiteral("org.freedesktop.login1.Manager"),
                                             QStringLiteral("PrepareForSleep"), this, SLOT(sleepChanged(bool)));
}

void DesktopWatch::screenSaverChanged(bool active)
{
    if (active)
        emit left();
}

void DesktopWatch::sleepChanged(bool begins)
{
    if (begins)
        emit left();
}

}  // namespace holdfast::ui
