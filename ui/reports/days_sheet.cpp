#include "reports/days_sheet.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"

#include <QHBoxLayout>

namespace holdfast::ui {

DaysSheet::DaysSheet(const Theme& theme, const Period& period, Date today, QWidget& window)
    : DialogSheet{theme, tr("Choose the days of the report"), 520, window}
{
    setObjectName(QStringLiteral("daysSheet"));
    m_from = new DayEdit{theme, tr("First day"), today};
    m_from->setObjectName(QStringLiteral("fromDayEdit"));
    m_from->setDayQuietly(period.from);
    m_to = new DayEdit{theme, tr("Last day"), today};
    m_to->setObjectName(QStringLiteral("toDayEdit"));
    m_to->setDayQuietly(period.to);
    m_fromField = new FieldBox{theme, tr("First day"), m_from, tr("Day, month, year")};
    m_toField = new FieldBox{theme, tr("Last day"), m_to, tr("Included in the report")};
    auto* row = new QHBoxLayout{body()};
    row->addWidget(m_fromField);
    row->addWidget(m_toField);

    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &DaysSheet::reject);
    connect(addPrimary(tr("Show these days")), &Button::clicked, this, &DaysSheet::choose);
}

void DaysSheet::choose()
{
    const auto from = m_from->day();
    const auto to = m_to->day();
    m_fromField->setError(from ? QString{} : tr("Enter the first day"));
    m_toField->setError(!to                   ? tr("Enter the last day")
                        : from && *to < *from ? tr("Enter a day after the first")
                                              : QString{});
    if (FieldBox* wrong = firstWithError({m_fromField, m_toField}))
        return wrong->editor()->setFocus();
    emit chosen({{}, *from, *to});
    accept();
}

}  // namespace holdfast::ui
