#include "shell/scroll_memory.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QScrollBar>

namespace holdfast::ui {

ScrollMemory::ScrollMemory(QAbstractScrollArea& area, SettingsStore& settings, QString key)
    : QObject{&area}, m_area{area}, m_settings{settings}, m_key{std::move(key)}
{
    m_wanted = qMax(0, m_settings.value(m_key, 0).toInt());
    QScrollBar* bar = area.verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, &ScrollMemory::approach);
    connect(bar, &QScrollBar::actionTriggered, this, &ScrollMemory::release);  // a person's hand, not ours
    connect(bar, &QScrollBar::valueChanged, this, &ScrollMemory::remember);
    area.installEventFilter(this);
    area.viewport()->installEventFilter(this);
}

void ScrollMemory::hold()
{
    if (m_wanted == 0)
        m_wanted = m_area.verticalScrollBar()->value();
}

void ScrollMemory::release()
{
    m_wanted = 0;
}

void ScrollMemory::approach()
{
    QScrollBar& bar = *m_area.verticalScrollBar();
    if (m_wanted == 0 || bar.maximum() == 0)
        return;
    const int wanted = m_wanted;
    bar.setValue(qMin(wanted, bar.maximum()));
    if (bar.maximum() >= wanted)
        m_wanted = 0;
}

void ScrollMemory::remember()
{
    const QScrollBar& bar = *m_area.verticalScrollBar();
    // While rows are on their way the bar stands where nobody put it.
    if (m_wanted == 0 && bar.maximum() > 0)
        m_settings.setValue(m_key, bar.value());
}

bool ScrollMemory::eventFilter(QObject* watched, QEvent* event)
{
    Q_UNUSED(watched)
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        release();
    return false;
}

}  // namespace holdfast::ui
