#include "widgets/table_columns.h"

#include "theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace holdfast::ui {

TableColumns::TableColumns(QTableView& table, const Theme& theme, QList<Plan> plans)
    : QObject{&table}, m_table{table}, m_theme{theme}, m_plans{std::move(plans)}
{
    table.installEventFilter(this);
    table.horizontalHeader()->setMinimumSectionSize(24);
    for (const Plan& plan : m_plans)
        table.horizontalHeader()->setSectionResizeMode(plan.column, plan.width == 0 ? QHeaderView::Stretch
                                                                                    : QHeaderView::Interactive);
    connect(&theme, &Theme::themeChanged, this, &TableColumns::arrange);
    arrange();
}

void TableColumns::leaveOut(int column, bool out)
{
    m_leftOut.removeAll(column);
    if (out)
        m_leftOut.append(column);
    arrange();
}

bool TableColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        arrange();
    return QObject::eventFilter(watched, event);
}

void TableColumns::arrange()
{
    const qreal room = m_table.width() / m_theme.u();
    for (const Plan& plan : m_plans) {
        m_table.setColumnHidden(plan.column, room < plan.hideBelow || m_leftOut.contains(plan.column));
        if (plan.width > 0)
            m_table.setColumnWidth(plan.column, m_theme.px(plan.width));
    }
}

}  // namespace holdfast::ui
