#include "widgets/page_parts.h"

#include "theme/theme.h"
#include "widgets/page_scroll.h"

#include <QVBoxLayout>

namespace holdfast::ui {

QVBoxLayout* pageColumn(const Theme& theme, QWidget* page)
{
    auto* column = new QVBoxLayout{page};
    const int pad = theme.size(Size::pagePadding);
    column->setContentsMargins(pad, theme.px(16), pad, theme.px(16));
    column->setSpacing(theme.px(12));
    return column;
}

QVBoxLayout* scrollingColumn(const Theme& theme, QWidget* page)
{
    auto* outer = new QVBoxLayout{page};
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = bareScrollArea();
    outer->addWidget(scroll);
    auto* content = new QWidget;
    scroll->setWidget(content);
    return pageColumn(theme, content);
}

Banner* retryBanner(const Theme& theme)
{
    auto* banner = new Banner{theme, Banner::Kind::stop};
    banner->setAction(Banner::tr("Try again"));
    banner->hide();
    return banner;
}

}  // namespace holdfast::ui
