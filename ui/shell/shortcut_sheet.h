// F1 and ?: every key there is, in one place.
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace holdfast::ui {

class Theme;

struct ShortcutGroup {
    struct Line {
        QString keys;
        QString does;
    };
    QString title;
    QList<Line> lines;
};

/// Opens over the window and deletes itself when closed.
void showShortcutSheet(const Theme& theme, QWidget& window, const QList<ShortcutGroup>& groups);

}  // namespace holdfast::ui
