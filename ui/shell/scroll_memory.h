// Where a list was scrolled to: kept between sessions, and held while its rows are loaded again.
#pragma once

#include "shell/settings_store.h"

#include <QObject>

class QAbstractScrollArea;

namespace holdfast::ui {

class ScrollMemory final : public QObject {
    Q_OBJECT

public:
    /// Begins by going back to where `key` says the area was left, as far as its rows have come by then.
    ScrollMemory(QAbstractScrollArea& area, SettingsStore& settings, QString key);

    /// The same rows are about to be loaded again: stay here.
    void hold();
    /// Other rows are about to be loaded: begin at the top.
    void release();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void approach();
    void remember();

    QAbstractScrollArea& m_area;
    SettingsStore& m_settings;
    QString m_key;
    int m_wanted = 0;  ///< where to go once there are rows enough; 0: nowhere
};

}  // namespace holdfast::ui
