// What is copied here goes from the clipboard after a minute, if it is still there, and clipboard managers are asked not
// to keep it: most of what is copied is a name or an NHS number.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

namespace holdfast::ui {

class ClipboardCare final : public QObject {
    Q_OBJECT

public:
    explicit ClipboardCare(QObject* parent = nullptr);

    /// Runs out a minute after the last copy.
    QTimer& timer() { return m_timer; }
    /// At once, if what was copied here is still there.
    void clear();

private:
    void look();

    QTimer m_timer;
    QByteArray m_print;  ///< of what was copied; the text itself is not kept
};

}  // namespace holdfast::ui
