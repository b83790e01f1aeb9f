// Closed records whose time is over, for supervisors: why each was kept and until when, keeping one longer, and letting one
// go. Who sees no people finds here what waits for them to confirm.
#pragma once

#include "app/retention.h"
#include "shell/page.h"

#include <QWidget>

class QAction;
class QTableWidget;

namespace holdfast::ui {

class AwaitingCard;
class Banner;
class Card;
class Desk;
class DisposalSheet;
class EmptyState;
class FilterButton;
class PageHead;
class ReasonSheet;
class RunLabel;
class SettingsStore;
class TableCard;
class Theme;

class RetentionPage final : public QWidget, public Page {
    Q_OBJECT

public:
    RetentionPage(Desk& desk, const Theme& theme, SettingsStore& settings, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("retention"); }
    QString title() const override { return tr("Retention"); }
    QString icon() const override { return QStringLiteral("clock"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override;
    QWidget* firstFocus() override;

signals:
    void personRequested(const holdfast::PersonId& person);
    void done(const QString& message);
    void failed(const QString& message);

private:
    void buildActions();
    QWidget* buildHead();
    QWidget* buildFilters();
    void buildTable();
    QWidget* buildWhy();
    void ask(bool more);
    void showList(const app::RetentionList& list, bool more);
    void addRow(const app::RetentionLine& line);
    void showEverything(const app::RetentionList& list);
    void showEmpty();
    void showSelected();
    const app::RetentionLine* selected() const;
    void keepLonger();
    void liftSelected();
    void suspendOrLift();
    void proposeDisposal();
    void openDisposal(DisposalSheet* sheet);
    void saveCsv();
    void print();
    template <class Use>
    void askForWhole(Use use);
    void lift(const RetentionKeep& keep, const QString& about);
    template <class Answer, class Work>
    void decide(ReasonSheet* sheet, const QString& said, Work work);

    Desk& m_desk;
    const Theme& m_theme;
    SettingsStore& m_settings;
    app::RetentionQuestion m_question;
    std::vector<app::RetentionLine> m_lines;
    std::optional<RetentionKeep> m_everything;
    std::optional<store::RetentionCursor> m_next;
    int m_asked = 0;  ///< the number of the newest question: older answers are dropped
    QAction* m_open = nullptr;
    QAction* m_keep = nullptr;
    QAction* m_lift = nullptr;
    QAction* m_suspend = nullptr;
    QAction* m_propose = nullptr;
    QAction* m_csv = nullptr;
    QAction* m_print = nullptr;
    QAction* m_more = nullptr;
    Banner* m_suspended = nullptr;
    Banner* m_problem = nullptr;
    AwaitingCard* m_awaiting = nullptr;
    QWidget* m_filters = nullptr;
    FilterButton* m_filter = nullptr;
    RunLabel* m_count = nullptr;
    QTableWidget* m_table = nullptr;
    TableCard* m_tableCard = nullptr;
    EmptyState* m_empty = nullptr;
    Card* m_whyCard = nullptr;
    RunLabel* m_why = nullptr;
};

}  // namespace holdfast::ui
