#include "person/history_pane.h"

#include "person/case_actions.h"
#include "person/case_tabs.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "timeline/timeline_pane.h"
#include "widgets/segmented_control.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace holdfast::ui {
namespace {

const QString timelineKey = QStringLiteral("person/historyAsTimeline");

}  // namespace

HistoryPane::HistoryPane(const Theme& theme, Desk& desk, SettingsStore& settings, CaseActions& actions, QWidget* parent)
    : QWidget{parent},
      m_settings{settings},
      m_choice{new SegmentedControl{theme, tr("Show as"), {tr("List"), tr("Timeline")}}},
      m_stack{new QStackedWidget},
      m_list{new HistoryTab{theme, actions}},
      m_timeline{new TimelinePane{theme, desk}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins({});
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    const int padding = theme.size(Size::pagePadding);
    head->setContentsMargins(padding, theme.px(10), padding, 0);
    head->addWidget(m_choice);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_timeline);
    connect(m_choice, &SegmentedControl::chosen, this, [this](int index) {
        m_settings.setValue(timelineKey, index == 1);
        showTimeline(index == 1);
    });
    connect(m_timeline, &TimelinePane::eventActivated, this, &HistoryPane::goTo);
    connect(m_timeline, &TimelinePane::done, &actions, &CaseActions::said);
    connect(m_timeline, &TimelinePane::failed, &actions, &CaseActions::failed);
    showTimeline(settings.value(timelineKey, false).toBool());
}

void HistoryPane::show(const CaseLens& lens)
{
    if (m_stack->currentWidget() == m_timeline)
        m_timeline->show(lens);
    else
        m_list->show(lens);
}

void HistoryPane::goTo(const EventId& event)
{
    showTimeline(false);
    m_list->goTo(event);
}

void HistoryPane::showTimeline(bool timeline)
{
    const QSignalBlocker quiet{m_choice};
    m_choice->setCurrent(timeline ? 1 : 0);
    if (m_stack->currentIndex() == (timeline ? 1 : 0))
        return;
    m_stack->setCurrentIndex(timeline ? 1 : 0);
    emit wanted();
}

QList<QWidget*> HistoryPane::regions() const
{
    return {m_choice, m_stack->currentWidget()};
}

}  // namespace holdfast::ui
