// Every referral and where it stands: sent, silent, refused, due. Filters stay as they were left.
#pragma once

#include "app/worklist.h"
#include "shell/page.h"

#include <QWidget>

class QLineEdit;
class QTableView;
class QTimer;

namespace holdfast::ui {

class Banner;
class Desk;
class EmptyState;
class NeedFilter;
class ReferralModel;
class RunLabel;
class ScrollMemory;
class SegmentedControl;
class ServiceFilter;
class SettingsStore;
class Theme;
class ToggleChip;

class ReferralsPage final : public QWidget, public Page {
    Q_OBJECT

public:
    ReferralsPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("referrals"); }
    QString title() const override { return tr("Referrals"); }
    QString icon() const override { return QStringLiteral("referrals"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    /// Only the count for the rail, for when the page is not shown.
    void count();
    QList<QAction*> actions() override { return {m_logReply, m_open}; }
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;

signals:
    void personRequested(const holdfast::PersonId& person);
    void replyRequested(const holdfast::PersonId& person, holdfast::Need need);
    void countChanged(int silent);  ///< referrals whose reply is late, for the rail

private:
    QWidget* buildHead();
    QWidget* buildFilters();
    void buildTable();
    void restoreFilters();
    void rememberFilters();
    void take(const app::ReferralPage& page);
    void tellSilent(const std::vector<int>& totals);
    void explain(const Error& error);
    void refreshSelection();
    const app::ReferralRow* selected() const;

    Desk& m_desk;
    const Theme& m_theme;
    SettingsStore& m_settings;
    app::ReferralQuery m_query;

    RunLabel* m_summary = nullptr;
    SegmentedControl* m_scope = nullptr;
    QList<ToggleChip*> m_chips;
    NeedFilter* m_need = nullptr;
    ServiceFilter* m_service = nullptr;
    QLineEdit* m_search = nullptr;
    QTimer* m_searchDelay = nullptr;
    Banner* m_problem = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    ReferralModel* m_model = nullptr;
    ScrollMemory* m_scroll = nullptr;
    QAction* m_open = nullptr;
    QAction* m_logReply = nullptr;
    std::pair<PersonId, Need> m_wanted;  ///< what was selected before a reload
};

}  // namespace holdfast::ui
