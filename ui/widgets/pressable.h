// Makes a widget that only shows something into one that opens something: a click, Enter or Space press it.
#pragma once

#include <QObject>

class QWidget;

namespace holdfast::ui {

class Pressable final : public QObject {
    Q_OBJECT

public:
    /// Lives as long as the widget. `opens` is said after the widget's name: "Opens the cases".
    Pressable(QWidget& widget, const QString& opens);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void pressed();
};

}  // namespace holdfast::ui
