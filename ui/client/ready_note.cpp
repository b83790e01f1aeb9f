#include "client/ready_note.h"

#include "base/log.h"
#include "shell/main_window.h"
#include "today/today_page.h"

#include <QEvent>
#include <QTimer>

namespace holdfast::ui {

ReadyNote::ReadyNote(MainWindow& window) : QObject{&window}
{
    if (const auto* page = dynamic_cast<TodayPage*>(window.page(QStringLiteral("today"))))
        connect(page, &TodayPage::countChanged, this, [this] { m_hasRows = true; });
    window.installEventFilter(this);
}

bool ReadyNote::eventFilter(QObject* watched, QEvent* event)
{
    // The window is painted while this event is handled; what is queued now runs after it.
    if (m_hasRows && event->type() == QEvent::UpdateRequest) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, [this] {
            log::info("client.ready");
            deleteLater();
        });
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace holdfast::ui
