// The policy that decides: which one is in force, a local file over it, sign-offs of citations, and what was before;
// and the protocols and leaflets of the team's own.
#pragma once

#include "app/policies.h"
#include "shell/page.h"

#include <QPointer>
#include <QWidget>

class QTableWidget;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Button;
class Desk;
class LocalGuidesCard;
class PolicyDraftCard;
class RunLabel;
class Theme;

class PolicyPage final : public QWidget, public Page {
    Q_OBJECT

public:
    PolicyPage(Desk& desk, Theme& theme, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("policy"); }
    QString title() const override { return tr("Policy"); }
    QString icon() const override { return QStringLiteral("guidance"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QWidget* firstFocus() override;

    /// A local file, as chosen or dropped; `file` is only its name.
    void loadText(const QString& file, const std::string& content);

signals:
    /// Another policy may be in force now.
    void policyChanged();
    void done(const QString& message);
    void failed(const QString& message);

private:
    QWidget* buildHead();
    QWidget* buildCitations();
    QWidget* buildHistory();
    void chooseFile();
    void showDraft(const app::PolicyDraft& draft, const QString& file);
    void closeDraft();
    void showView(const app::PolicyOverview& view);
    void showHead();
    void showCitations();
    void showHistory();
    void confirmSignOff();
    void signOff(const std::string& citation);
    void compareChosen();

    Desk& m_desk;
    Theme& m_theme;
    app::PolicyOverview m_view;
    QVBoxLayout* m_column = nullptr;
    RunLabel* m_inForce = nullptr;
    RunLabel* m_coming = nullptr;
    Button* m_load = nullptr;
    RunLabel* m_who = nullptr;
    Banner* m_problem = nullptr;
    QPointer<PolicyDraftCard> m_draft;
    LocalGuidesCard* m_guides = nullptr;
    QTableWidget* m_citations = nullptr;
    RunLabel* m_noCitations = nullptr;
    Button* m_sign = nullptr;
    QTableWidget* m_history = nullptr;
    Button* m_compare = nullptr;
};

}  // namespace holdfast::ui
