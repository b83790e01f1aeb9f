// Notes in the log when the first window is there to be used: how long a start took is seen from the times of its lines.
#pragma once

#include <QObject>

namespace holdfast::ui {

class MainWindow;

/// Waits until Today has its rows and they are painted, writes "client.ready" once, and goes.
class ReadyNote final : public QObject {
    Q_OBJECT

public:
    explicit ReadyNote(MainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_hasRows = false;
};

}  // namespace holdfast::ui
