// What happened, as a list or on one axis of time, whichever was looked at last.
#pragma once

#include "person/person_view.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace holdfast::ui {

class CaseActions;
class Desk;
class HistoryTab;
class SegmentedControl;
class SettingsStore;
class TimelinePane;

class HistoryPane final : public QWidget {
    Q_OBJECT

public:
    HistoryPane(const Theme& theme, Desk& desk, SettingsStore& settings, CaseActions& actions,
                QWidget* parent = nullptr);

    /// Makes what is looked at; the other is made when somebody chooses it.
    void show(const CaseLens& lens);
    using QWidget::show;
    /// The entry in the list, with the focus.
    void goTo(const EventId& event);
    void showTimeline(bool timeline);
    TimelinePane& timeline() const { return *m_timeline; }
    QList<QWidget*> regions() const;

signals:
    /// The other one was chosen and is not made yet.
    void wanted();

private:
    SettingsStore& m_settings;
    SegmentedControl* m_choice;
    QStackedWidget* m_stack;
    HistoryTab* m_list;
    TimelinePane* m_timeline;
};

}  // namespace holdfast::ui
