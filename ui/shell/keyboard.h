// Keys that no QAction can carry: Alt alone, ? outside of typing, and F6 round the regions of the window.
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace holdfast::ui {

class KeyWatch final : public QObject {
    Q_OBJECT

public:
    explicit KeyWatch(QWidget& window);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void altAlone();      ///< pressed and let go with nothing in between
    void questionMark();  ///< typed where nothing is being written

private:
    QWidget& m_window;
    bool m_altAlone = false;
};

/// Focus to the first stop of the next region (by = 1) or the one before (by = -1), round and round.
void focusRegion(const QList<QWidget*>& regions, int by);

}  // namespace holdfast::ui
