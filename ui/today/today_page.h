// Today: what needs somebody, most urgent first, each with one thing to do; and the proof that nobody is dropped.
#pragma once

#include "app/carers.h"
#include "app/drafts.h"
#include "app/handovers.h"
#include "app/notes.h"
#include "app/worklist.h"
#include "shell/page.h"
#include "shell/window_class.h"
#include "widgets/buttons.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class CaseActions;
class Desk;
class RunLabel;
class SegmentedControl;
class SettingsStore;
class Theme;
class TodayRow;

class TodayPage final : public QWidget, public Page {
    Q_OBJECT

public:
    TodayPage(Theme& theme, Desk& desk, SettingsStore& settings, CaseActions& actions, QWidget* parent = nullptr);
    ~TodayPage() override;

    QString id() const override { return QStringLiteral("today"); }
    QString title() const override { return tr("Today"); }
    QString icon() const override { return QStringLiteral("today"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;

    /// Draws the page; loads nothing.
    void show(const app::Today& today);
    /// What the worker was writing when the program stopped: a line each, over the list.
    void showCutOff(const std::vector<app::CutOff>& cutOff);
    /// Packs to agree, and own ones that wait: a line each, over the list.
    void showHandovers(const app::HandoverLines& waiting);
    /// What whoever looks after the store has to know, over everything else; empty when there is nothing.
    void setNotice(const QString& strong, const QString& rest);
    /// What waits for a supervisor on another page, which its button opens; empty when there is nothing.
    void setWaiting(const QString& page, const QString& strong, const QString& rest, const QString& action);
    using QWidget::show;
    const QList<TodayRow*>& rows() const { return m_rows; }

signals:
    void personRequested(const holdfast::PersonId& person);
    void heldRequested();          ///< see whom I hold
    void countChanged(int total);  ///< for the rail
    void pageRequested(const QString& page);
    void draftRequested(const holdfast::app::CutOff& what);
    void backupsRequested();
    void handoverRequested(const holdfast::PersonId& person, const holdfast::HandoverPackId& pack);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildHeader();
    void load();
    void askUnread();
    void askOwed();
    void setRungBack(const PersonId& person, const CarerCallId& call, bool done);
    void askCutOff();
    void askHandovers();
    void arrange();
    void render();
    void renderSummary();
    void addGroup(app::WorkGroup group, QVBoxLayout& list);
    void addEmptyState(QVBoxLayout& list);
    void addSide();
    void act(const app::WorkItem& item);
    void explain(const Error& error);
    WindowClass windowClass() const;
    QString focusedKey() const;

    Theme& m_theme;
    Desk& m_desk;
    SettingsStore& m_settings;
    CaseActions& m_actions;
    app::TodayQuery m_query;
    std::optional<app::Today> m_today;
    app::UnreadNotes m_unread;
    std::vector<app::OwedCall> m_owed;
    WindowClass m_class = WindowClass::normal;
    QTimer m_minute;

    QWidget* m_header;
    RunLabel* m_summary;
    QVBoxLayout* m_titles;
    QBoxLayout* m_headerRow;
    QWidget* m_heldLine = nullptr;
    QWidget* m_cutOff = nullptr;
    QWidget* m_handovers = nullptr;
    SegmentedControl* m_scope;
    FilterButton* m_sort;
    Banner* m_trouble;
    Banner* m_notice;
    QHash<QString, Banner*> m_waiting;  ///< by the page that it opens
    QVBoxLayout* m_outer;
    QVBoxLayout* m_banners;  ///< takes no room while none is shown
    QScrollArea* m_scroll;
    QVBoxLayout* m_content;
    QWidget* m_list = nullptr;
    QScrollArea* m_side;
    QList<TodayRow*> m_rows;
    QStringList m_keys;
};

}  // namespace holdfast::ui
