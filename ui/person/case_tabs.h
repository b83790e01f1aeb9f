// The tabs of a person's page that read the record: referrals and replies, and everything that happened.
#pragma once

#include "person/person_view.h"

#include <QHash>
#include <QScrollArea>

namespace holdfast::ui {

class CaseActions;

/// Every event, newest first, also those entered late or in error, with why.
class HistoryTab final : public QScrollArea {
    Q_OBJECT

public:
    HistoryTab(const Theme& theme, CaseActions& actions, QWidget* parent = nullptr);
    void show(const CaseLens& lens);
    using QWidget::show;
    /// Scrolls to an entry and gives it the focus.
    void goTo(const EventId& event);

private:
    const Theme& m_theme;
    CaseActions& m_actions;
    QHash<QString, QWidget*> m_rows;
    EventId m_wanted;  ///< to be gone to once it is there
};

/// For each need: where it was sent, what came back, what was challenged.
class RepliesTab final : public QScrollArea {
    Q_OBJECT

public:
    RepliesTab(const Theme& theme, CaseActions& actions, QWidget* parent = nullptr);
    void show(const CaseLens& lens);
    using QWidget::show;
    /// How many entries it lists, for the tab.
    static int countOf(const app::CaseFile& file);

private:
    QWidget* needCard(const CaseLens& lens, Need need);

    const Theme& m_theme;
    CaseActions& m_actions;
};

}  // namespace holdfast::ui
