#include "tour/hands.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPlainTextEdit>

namespace holdfast::ui {
namespace {

bool canBeUsed(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled();
}

QString withoutMnemonic(QString words)
{
    return words.remove(QLatin1Char('&'));
}

}  // namespace

bool Hands::press(const QString& words, const QWidget* within) const
{
    for (auto* button : (within ? within : &m_window)->findChildren<QAbstractButton*>())
        if (canBeUsed(*button) && (withoutMnemonic(button->text()) == words || button->accessibleName() == words)) {
            click(*button);
            return true;
        }
    return false;
}

bool Hands::type(const QString& name, const QString& text, const QWidget* within) const
{
    QWidget* editor = named<QLineEdit>(name, within);
    if (!editor)
        editor = named<QPlainTextEdit>(name, within);
    if (!editor)
        return false;
    editor->setFocus();
    for (const QChar letter : text)
        key(*editor, 0, letter);
    return true;
}

bool Hands::choose(const QString& name, const QString& choice, const QWidget* within) const
{
    auto* box = named<QComboBox>(name, within);
    const int wanted = box ? box->findText(choice) : -1;
    if (wanted < 0)
        return false;
    box->setFocus();
    while (box->currentIndex() != wanted) {
        const int before = box->currentIndex();
        key(*box, before < wanted ? Qt::Key_Down : Qt::Key_Up);
        if (box->currentIndex() == before)
            return false;
    }
    return true;
}

bool Hands::answer(const QString& firstItem, const QString& digits) const
{
    QWidget* row = nullptr;
    for (QWidget* widget : m_window.findChildren<QWidget*>())
        if (canBeUsed(*widget) && widget->accessibleName().startsWith(firstItem) &&
            widget->focusPolicy() != Qt::NoFocus) {
            row = widget;
            break;
        }
    if (!row)
        return false;
    row->setFocus();
    for (const QChar digit : digits) {
        QWidget* now = QApplication::focusWidget();
        if (!now)
            return false;
        key(*now, Qt::Key_0 + digit.digitValue(), digit);
    }
    return true;
}

void Hands::click(QWidget& widget)
{
    const QPointF middle = QRectF{widget.rect()}.center();
    const QPointF there = widget.mapToGlobal(middle);
    QMouseEvent press{QEvent::MouseButtonPress, middle, there, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&widget, &press);
    QMouseEvent release{QEvent::MouseButtonRelease, middle, there, Qt::LeftButton, Qt::NoButton, Qt::NoModifier};
    QApplication::sendEvent(&widget, &release);
}

void Hands::key(QWidget& widget, int key, const QString& text, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent press{QEvent::KeyPress, key, modifiers, text};
    QApplication::sendEvent(&widget, &press);
    QKeyEvent release{QEvent::KeyRelease, key, modifiers, text};
    QApplication::sendEvent(&widget, &release);
}

}  // namespace holdfast::ui
