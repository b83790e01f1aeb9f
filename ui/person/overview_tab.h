// The overview: both lanes with the clasp between, the back and forth, and what happens next.
#pragma once

#include "person/person_view.h"
#include "person/why_view.h"
#include "shell/window_class.h"

#include <QScrollArea>

class QBoxLayout;
class QVBoxLayout;

namespace holdfast::ui {

class CaseActions;
class Desk;
class NextCard;
class NotePanel;
class StoryLine;
class SupportCard;
class SettingsStore;
class TimelineCard;

class OverviewTab final : public QWidget {
    Q_OBJECT

public:
    OverviewTab(Theme& theme, Desk& desk, SettingsStore& settings, QWidget* parent = nullptr);

    void show(const CaseLens& lens, bool mayAssess);
    using QWidget::show;
    void arrange(WindowClass windowClass);

    LanesRow& lanes() const { return *m_lanes; }
    TimelineCard& timeline() const { return *m_timeline; }
    StoryLine& story() const { return *m_story; }
    NotePanel& notes() const { return *m_notes; }
    NextCard* next() const { return m_next; }
    SupportCard* support() const { return m_support; }  ///< nothing while nobody waits
    QList<QWidget*> regions() const;

signals:
    void laneActivated(int need);
    void ringRequested(int need);
    void claspActivated();
    void bounceActivated(const QString& event);
    void holdTogetherRequested();
    void actionRequested(const QString& what, int scope, const QString& service);
    void whyRequested(const holdfast::ui::WhyQuestion& question);

private:
    Theme& m_theme;
    QBoxLayout* m_columns;
    QScrollArea* m_mainScroll;
    QScrollArea* m_sideScroll;
    QVBoxLayout* m_main;
    QVBoxLayout* m_side;
    StoryLine* m_story;
    LanesRow* m_lanes;
    TimelineCard* m_timeline;
    NotePanel* m_notes;
    NextCard* m_next = nullptr;
    SupportCard* m_support = nullptr;
    bool m_allNext = false;  ///< everything that happens next, and not only the first
    WindowClass m_class = WindowClass::normal;

    void showSupport(const CaseLens& lens);
    void placeNext();
};

}  // namespace holdfast::ui
