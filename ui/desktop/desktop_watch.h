// Hears when the desktop locks its screen or goes to sleep, where the desktop says so (D-Bus; no network).
#pragma once

#include <QObject>

namespace holdfast::ui {

class DesktopWatch final : public QObject {
    Q_OBJECT

public:
    /// Without a desktop that tells, nothing is ever heard.
    explicit DesktopWatch(QObject* parent = nullptr);

signals:
    void left();

public slots:
    void screenSaverChanged(bool active);
    void sleepChanged(bool begins);
};

}  // namespace holdfast::ui
