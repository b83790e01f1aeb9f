#include "widgets/pressable.h"

#include "widgets/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWidget>

namespace holdfast::ui {

Pressable::Pressable(QWidget& widget, const QString& opens) : QObject{&widget}
{
    widget.setFocusPolicy(Qt::StrongFocus);
    widget.setCursor(Qt::PointingHandCursor);
    widget.setAccessibleDescription(opens);
    widget.setToolTip(plainToolTip(opens));
    widget.installEventFilter(this);
}

bool Pressable::eventFilter(QObject* watched, QEvent* event)
{
    const auto* widget = static_cast<QWidget*>(watched);
    switch (event->type()) {
    case QEvent::MouseButtonPress: return true;
    case QEvent::MouseButtonRelease: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton && widget->rect().contains(mouse->position().toPoint()))
            emit pressed();
        return true;
    }
    case QEvent::KeyPress:
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space: emit pressed(); return true;
        default: return false;
        }
    default: return false;
    }
}

}  // namespace holdfast::ui
