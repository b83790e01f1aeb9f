// What Today tells above the list: trouble, how backups stand, and what waits on other pages.
#include "theme/theme.h"
#include "today/today_page.h"
#include "widgets/messages.h"
#include "words/codes.h"

#include <QBoxLayout>

namespace holdfast::ui {

void TodayPage::setNotice(const QString& strong, const QString& rest)
{
    m_notice->setText(strong, rest);
    m_notice->setVisible(!strong.isEmpty());
}

void TodayPage::setWaiting(const QString& page, const QString& strong, const QString& rest, const QString& action)
{
    Banner*& banner = m_waiting[page];
    if (banner == nullptr) {
        banner = new Banner{m_theme, Banner::Kind::caution};
        banner->setObjectName(QStringLiteral("waiting:") + page);
        connect(banner, &Banner::actionTriggered, this, [this, page] { emit pageRequested(page); });
        m_banners->addWidget(banner);
    }
    banner->setAction(action);
    banner->setText(strong, rest);
    banner->setVisible(!strong.isEmpty());
}

void TodayPage::explain(const Error& error)
{
    m_trouble->setText(words(error));
    m_trouble->show();
}

}  // namespace holdfast::ui
