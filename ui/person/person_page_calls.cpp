// The call log on the person's page: F9, then one key.
#include "async/desk.h"
#include "circle/circle_tab.h"
#include "person/call_panel.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QScrollArea>
#include <QTabBar>
#include <QTimer>

namespace holdfast::ui {

void PersonPage::buildCalls()
{
    m_call = new QAction{tr("Log a call"), this};
    m_call->setIcon(m_theme.icon(QStringLiteral("phone")));
    m_call->setShortcut(QKeySequence{Qt::Key_F9});
    m_call->setAutoRepeat(false);
    connect(m_call, &QAction::triggered, this, [this] { openCalls({}); });
    m_carerCall = new QAction{tr("Log a carer's call"), this};
    m_carerCall->setIcon(m_theme.icon(QStringLiteral("carer")));
    m_carerCall->setShortcut(QKeySequence{QStringLiteral("Ctrl+Shift+L")});
    m_carerCall->setAutoRepeat(false);
    connect(m_carerCall, &QAction::triggered, this, [this] { m_circle->logCall(); });
    m_undo = new QAction{tr("Undo what was just recorded"), this};
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setAutoRepeat(false);
    connect(m_undo, &QAction::triggered, &m_actions, &CaseActions::undoLast);
    m_calls = new CallPanel{m_theme, this};
    connect(m_calls, &CallPanel::chosen, this, [this](const event::Contact& call, const QString& service) {
        m_actions.logCall(m_person, call, callWords(call, service));
    });
    connect(m_calls, &CallPanel::contactRequested, this,
            [this] { m_actions.record(m_person, RecordKind::contact, std::nullopt); });
}

void PersonPage::openCalls(const ServiceId& first)
{
    if (!m_file)
        return;
    m_calls->open(first);
    QTimer::singleShot(0, m_calls, [this] { m_scroll->ensureWidgetVisible(m_calls, 0, 0); });  // once it has its place
}

void PersonPage::logCallTo(const ServiceId& service)
{
    m_wantedCall = service;
    if (m_file && m_file->person.id == m_person)
        openCalls(std::exchange(m_wantedCall, {}));
}

void PersonPage::showCalls()
{
    m_call->setVisible(!m_file->now.died);
    m_calls->setCalls(callsOf(lens(), m_desk.session().worker.service), m_file->names, m_file->now.at);
    if (m_file->now.died)
        m_calls->shut();
    else if (!m_wantedCall.empty())  // once the page is drawn and the focus is where it was
        QTimer::singleShot(0, this, [this] { openCalls(std::exchange(m_wantedCall, {})); });
}

/// Drawing the page again takes the focus from what is put together anew, and the keys with it.
void PersonPage::keepFocus(QWidget* before)
{
    if (!isVisible() || !isActiveWindow())
        return;
    if (before && isAncestorOf(before) && before->isVisible())
        before->setFocus(Qt::OtherFocusReason);
    else if (!QApplication::focusWidget())
        m_tabs->setFocus(Qt::OtherFocusReason);
}

}  // namespace holdfast::ui
