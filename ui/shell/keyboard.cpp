#include "shell/keyboard.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace holdfast::ui {
namespace {

bool focusFirstOf(QWidget& region)
{
    QWidget* widget = &region;
    do {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() &&
            (widget == &region || region.isAncestorOf(widget))) {
            widget->setFocus(Qt::TabFocusReason);
            return true;
        }
        widget = widget->nextInFocusChain();
    } while (widget != &region);
    return false;
}

}  // namespace

KeyWatch::KeyWatch(QWidget& window) : QObject{&window}, m_window{window}
{
    qApp->installEventFilter(this);
}

bool KeyWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != &m_window)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyRelease) {
        if (key->key() == Qt::Key_Alt && m_altAlone && !key->isAutoRepeat())
            emit altAlone();
        m_altAlone = false;
        return false;
    }
    m_altAlone = key->key() == Qt::Key_Alt;
    const bool typing = widget->testAttribute(Qt::WA_InputMethodEnabled);
    if (key->text() != QStringLiteral("?") || typing)
        return false;
    emit questionMark();
    return true;
}

void focusRegion(const QList<QWidget*>& regions, int by)
{
    const QWidget* focus = QApplication::focusWidget();
    const qsizetype count = regions.size();
    qsizetype now = by > 0 ? -1 : 0;
    for (qsizetype i = 0; i < count; ++i)
        if (focus && (regions[i] == focus || regions[i]->isAncestorOf(focus)))
            now = i;
    for (qsizetype step = 1; step <= count; ++step)
        if (focusFirstOf(*regions[(now + by * step + 2 * count) % count]))
            return;
}

}  // namespace holdfast::ui
