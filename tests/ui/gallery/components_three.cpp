#include "gallery.h"

namespace holdfast::ui::gallery {

QWidget* componentsThree(const Theme&)
{
    return new QWidget;
}

}  // namespace holdfast::ui::gallery
