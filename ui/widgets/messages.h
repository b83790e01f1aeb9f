// What the program says: banners in the page, toasts over it, and what stands where there is nothing yet.
#pragma once

#include "theme/tokens.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace holdfast::ui {

class Button;
class IconLabel;
class RunLabel;
class Theme;

/// Stop is red and announced; caution is slate, never ochre; good news is pine.
class Banner final : public QFrame {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { stop, caution, good };

    Banner(const Theme& theme, Kind kind, QWidget* parent = nullptr);

    void setText(const QString& strong, const QString& rest = {});
    void setIconName(const QString& icon);
    void setAction(const QString& text);  ///< empty takes the button away
    QString text() const;

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void announce();

    const Theme& m_theme;
    Kind m_kind;
    IconLabel* m_icon;
    RunLabel* m_text;
    Button* m_action;
};

/// One message at the foot of the window. Done goes after 8 s, not while it is looked at; failed stays.
class Toast final : public QFrame {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { done, failed };

    Toast(const Theme& theme, Kind kind, const QString& text, const QString& action, QWidget* parent = nullptr);

    QString text() const;
    QTimer& timer() { return m_timer; }

signals:
    void actionTriggered();
    void finished();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void pauseOrRun();

    const Theme& m_theme;
    Kind m_kind;
    RunLabel* m_text;
    QTimer m_timer;
};

/// Bottom centre of its parent; the newest message replaces the last.
class ToastArea final : public QObject {
    Q_OBJECT

public:
    ToastArea(const Theme& theme, QWidget& window);

    void done(const QString& text);
    void done(const QString& text, std::function<void()> undo);
    void failed(const QString& text, std::function<void()> tryAgain = {});
    /// What was said, and the undo it offered, end here: another worker must not undo it.
    void close();
    Toast* current() const { return m_toast; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(Toast::Kind kind, const QString& text, const QString& action, std::function<void()> act);
    void place();

    const Theme& m_theme;
    QWidget& m_window;
    QPointer<Toast> m_toast;
};

/// What is true, then what can be done.
class EmptyState final : public QFrame {
    Q_OBJECT

public:
    EmptyState(const Theme& theme, const QString& icon, const QString& title, const QString& detail,
               const QString& action = {}, QWidget* parent = nullptr);
    void setWords(const QString& title, const QString& detail);
    void setAction(const QString& action);  ///< empty: there is nothing to press

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    RunLabel* m_title;
    RunLabel* m_detail;
    Button* m_button;
};

}  // namespace holdfast::ui
