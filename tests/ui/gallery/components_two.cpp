#include "gallery.h"

namespace holdfast::ui::gallery {

QWidget* componentsTwo(const Theme&)
{
    return new QWidget;
}

}  // namespace holdfast::ui::gallery
