// Works the client as a person does: finds what can be seen by its words, and sends it keys and clicks. Nothing is
// called that a mouse or a keyboard could not reach.
#pragma once

#include <QString>
#include <QWidget>

namespace holdfast::ui {

class Hands {
public:
    /// Everything is looked for inside this window and the sheets over it.
    explicit Hands(QWidget& window) : m_window{window} {}

    /// The visible, enabled widget of that kind with that accessible name inside `within` (the window when nothing).
    template <class Kind = QWidget>
    Kind* named(const QString& name, const QWidget* within = nullptr) const
    {
        for (Kind* widget : (within ? within : &m_window)->template findChildren<Kind*>())
            if (widget->isVisible() && widget->isEnabled() && widget->accessibleName() == name)
                return widget;
        return nullptr;
    }

    bool press(const QString& words, const QWidget* within = nullptr) const;
    bool type(const QString& name, const QString& text, const QWidget* within = nullptr) const;
    bool choose(const QString& name, const QString& choice, const QWidget* within = nullptr) const;
    /// Digits into the first item of an instrument; each answer moves on to the next item.
    bool answer(const QString& firstItem, const QString& digits) const;

    static void click(QWidget& widget);
    static void key(QWidget& widget, int key, const QString& text = {}, Qt::KeyboardModifiers modifiers = {});

private:
    QWidget& m_window;
};

}  // namespace holdfast::ui
