// A page that is as high as its window allows and scrolls once its parts would be squeezed below the least they need:
// large text and small windows.
#pragma once

#include <QLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace holdfast::ui {

/// Its layout decides what is the least.
class SqueezedPage final : public QWidget {
public:
    using QWidget::QWidget;
    int heightForWidth(int width) const override { return layout()->totalMinimumHeightForWidth(width); }
};

/// Parts that scroll for themselves: only its own minimum height counts for the page around it.
class PartStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    bool hasHeightForWidth() const override { return false; }
};

/// Without a frame, never sideways, and no stop of the keyboard of its own.
inline QScrollArea* bareScrollArea()
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

}  // namespace holdfast::ui
