// What concerns the record itself: joining it with another one, who has looked at it, and who may.
#include "async/desk.h"
#include "audit/who_looked_sheet.h"
#include "merge/joined_line.h"
#include "merge/merge_actions.h"
#include "person/case_actions.h"
#include "person/person_page.h"
#include "restricted/restrict_sheet.h"
#include "restricted/restricted_line.h"
#include "widgets/messages.h"

#include <QAction>

namespace holdfast::ui {

void PersonPage::buildJoining()
{
    m_join = new QAction{tr("Join with another record"), this};
    connect(m_join, &QAction::triggered, this, [this] {
        if (m_file)
            joinRecords(m_theme, m_desk, m_actions, m_file->person, *window());
    });
    m_whoLooked = new QAction{tr("Who has looked at this record"), this};
    connect(m_whoLooked, &QAction::triggered, this, [this] {
        if (!m_file)
            return;
        auto* sheet = new WhoLookedSheet{m_theme, m_desk, m_file->person, *window()};
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(sheet, &WhoLookedSheet::said, this, [this](const QString& message) { m_actions.said(message); });
        connect(sheet, &WhoLookedSheet::failed, this, [this](const QString& message) { m_actions.failed(message); });
        sheet->open();
    });
    m_joined = new JoinedLine{m_theme, this};
    connect(m_joined, &JoinedLine::apartRequested, this,
            [this](const app::JoinedRecord& joined) { takeApart(m_theme, m_desk, m_actions, joined, *window()); });
}

void PersonPage::buildRestricted()
{
    m_whoMaySee = new QAction{tr("Who may see this record"), this};
    connect(m_whoMaySee, &QAction::triggered, this, [this] {
        if (!m_file)
            return;
        auto* sheet = new RestrictSheet{m_theme, m_desk, m_file->person, *window()};
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(sheet, &RestrictSheet::decided, this, [this](const QString& message) {
            m_actions.said(message);
            refresh();
        });
        sheet->open();
    });
    m_restricted = new RestrictedLine{m_theme, m_desk, this};
    connect(m_restricted, &RestrictedLine::whoRequested, m_whoMaySee, &QAction::trigger);
    connect(m_restricted, &RestrictedLine::failed, this, [this](const QString& message) { m_actions.failed(message); });
    connect(m_restricted, &RestrictedLine::ended, this, [this] {
        closeRecord();
        m_trouble->setText(tr("The record is closed again."),
                           tr(" It was open for an emergency. If you still need it, open it again and say why."));
        m_trouble->show();
    });
}

void PersonPage::showJoined(const PersonId& asked)
{
    m_joined->show(*m_file, asked, m_actions.may(app::Action::takePeopleApart), m_desk.clock().now());
}

}  // namespace holdfast::ui
