// What pages have in common around their content.
#pragma once

#include "widgets/messages.h"

class QVBoxLayout;

namespace holdfast::ui {

/// The column that a page's parts stand in, with the margins of pages.
QVBoxLayout* pageColumn(const Theme& theme, QWidget* page);

/// The same in a page that scrolls when it is higher than the window.
QVBoxLayout* scrollingColumn(const Theme& theme, QWidget* page);

/// Hidden until something could not be read; its button calls `again` of `page`.
Banner* retryBanner(const Theme& theme);
template <class Page, class Again>
Banner* retryBanner(const Theme& theme, Page* page, Again again)
{
    Banner* banner = retryBanner(theme);
    QObject::connect(banner, &Banner::actionTriggered, page, again);
    return banner;
}

}  // namespace holdfast::ui
