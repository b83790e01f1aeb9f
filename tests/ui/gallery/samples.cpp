#include "gallery.h"
#include "widgets/text.h"

#include <QVBoxLayout>

namespace holdfast::ui::gallery {

QWidget* section(const QString& title, QLayout* content)
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout{widget};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(strongLabel(title, Type::dense, Color::ink2));
    column->addLayout(content);
    return widget;
}

}  // namespace holdfast::ui::gallery
