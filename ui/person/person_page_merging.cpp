// Joining this record with another one, and what the page says of records that were joined to it.
#include "async/desk.h"
#include "merge/joined_line.h"
#include "merge/merge_actions.h"
#include "person/case_actions.h"
#include "person/person_page.h"

#include <QAction>

namespace holdfast::ui {

void PersonPage::buildJoining()
{
    m_join = new QAction{tr("Join with another record"), this};
    connect(m_join, &QAction::triggered, this, [this] {
        if (m_file)
            joinRecords(m_theme, m_desk, m_actions, m_file->person, *window());
    });
    m_joined = new JoinedLine{m_theme, this};
    connect(m_joined, &JoinedLine::apartRequested, this,
            [this](const app::JoinedRecord& joined) { takeApart(m_theme, m_desk, m_actions, joined, *window()); });
}

void PersonPage::showJoined(const PersonId& asked)
{
    m_joined->show(*m_file, asked, m_actions.may(app::Action::takePeopleApart), m_desk.clock().now());
}

}  // namespace holdfast::ui
