// What waits for a supervisor on pages that are not looked at every day: told on Today, and the way there.
#include "app/restrictions.h"
#include "audit/audit_page.h"
#include "client/client.h"
#include "retention/retention_page.h"
#include "settings/settings_page.h"
#include "shell/commands.h"
#include "shell/main_window.h"
#include "today/today_page.h"
#include "words/numbers.h"

#include <QAction>

namespace holdfast::ui {

void Client::connectReviews()
{
    const auto open = [this] { m_window->go(m_retention->id()); };
    m_openRetention = m_window->commands().add(QStringLiteral("go"), tr("R&etention"), {});
    connect(m_openRetention, &QAction::triggered, this, open);
    connect(m_settingsPage, &SettingsPage::retentionRequested, this, open);
    connect(m_retention, &RetentionPage::personRequested, this, &Client::openPerson);
    connect(m_today, &TodayPage::pageRequested, this, [this](const QString& page) { m_window->go(page); });
}

/// Emergency openings and disposals that somebody else has to look at; nothing is noted in the audit for counting them.
void Client::tellReviews()
{
    struct Waiting {
        int emergencies = 0;
        int disposals = 0;
    };
    m_desk.ask(
        this,
        [](UseCases& use, const app::Session& session) {
            Waiting waiting;
            if (app::authorise(session.worker, app::Action::reviewEmergencies))
                if (const auto count = use.restrictions.toReview(session))
                    waiting.emergencies = *count;
            if (app::authorise(session.worker, app::Action::confirmDisposal))
                if (const auto count = use.disposals.toConfirm(session))
                    waiting.disposals = *count;
            return waiting;
        },
        [this](const Waiting& waiting) {
            const QString opened = waiting.emergencies == 0
                                       ? QString{}
                                       : counted(waiting.emergencies, tr("1 emergency opening to review. "),
                                                 tr("%1 emergency openings to review. "));
            const QString proposed = waiting.disposals == 0 ? QString{}
                                                            : counted(waiting.disposals, tr("1 disposal to confirm. "),
                                                                      tr("%1 disposals to confirm. "));
            const QString why = tr("Somebody proposed to let a record go. Nothing goes until you look.");
            m_today->setWaiting(m_audit->id(), opened,
                                tr("Somebody opened a restricted record who is not named for it."), tr("Review"));
            m_today->setWaiting(m_retention->id(), proposed, why, tr("Look"));
            m_settingsPage->setWaiting(proposed, why);
        });
}

}  // namespace holdfast::ui
