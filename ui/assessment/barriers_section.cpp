#include "assessment/barriers_section.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/columns_layout.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/assessment_words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui {

BarriersSection::BarriersSection(const Theme& theme, QWidget* parent) : FormSection{theme, Step::barriers, parent}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12));
    column->setSpacing(theme.px(8));
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(strongLabel(tr("What gets in the way"), Type::h2, Color::ink, this));
    m_count = plainLabel({}, Type::small, Color::ink3, this);
    titles->addWidget(m_count);
    column->addLayout(titles);

    auto* chips = new QWidget{this};
    auto* flow = new FlowLayout{theme.px(6), theme.px(6), chips};
    flow->setContentsMargins(0, 0, 0, 0);
    column->addWidget(chips);
    auto* plans = new QWidget{this};
    auto* grid = new ColumnsLayout{theme, 240, 3, plans};
    column->addWidget(plans);

    for (const auto& barrier : barrierWords()) {
        Row row;
        row.code = barrier.code;
        row.chip = new ToggleChip{theme, barrier.label, barrier.icon, ToggleChip::Off::plus, chips};
        row.chip->setCheckable(true);
        flow->addWidget(row.chip);
        row.plan = new QLineEdit{plans};
        row.plan->setPlaceholderText(barrier.hint);
        row.planField = new FieldBox{theme, tr("%1: the plan").arg(barrier.label), row.plan, {}, plans};
        grid->addWidget(row.planField);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        connect(m_rows[i].chip, &QAbstractButton::toggled, this, [this, i](bool on) {
            refresh(m_rows[i]);
            refreshCount();
            if (on && m_rows[i].chip->hasFocus())
                m_rows[i].plan->setFocus(Qt::TabFocusReason);
            emit changed();
        });
        connect(m_rows[i].plan, &QLineEdit::textChanged, this, [this, i] {
            refresh(m_rows[i]);
            emit changed();
        });
        refresh(m_rows[i]);
    }
    refreshCount();
}

void BarriersSection::refresh(Row& row)
{
    row.planField->setVisible(row.chip->isChecked());
    row.chip->setDetail(row.chip->isChecked() ? row.plan->text().simplified().left(40) : QString{});
    row.chip->updateGeometry();
}

void BarriersSection::refreshCount()
{
    const auto on = std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.chip->isChecked(); });
    m_count->setText(on == 0 ? tr("Nothing chosen yet") : tr("%1 to plan around").arg(on));
}

void BarriersSection::fill(const record::AssessmentForm& form)
{
    const QSignalBlocker quiet{this};
    for (auto& row : m_rows) {
        const auto found = std::find_if(form.barriers.begin(), form.barriers.end(),
                                        [&](const record::Barrier& barrier) { return barrier.code == row.code; });
        const QSignalBlocker quietChip{row.chip};
        row.chip->setChecked(found != form.barriers.end());
        setLine(*row.plan, found == form.barriers.end() ? QString{} : text(found->plan));
        refresh(row);
    }
    refreshCount();
}

void BarriersSection::collect(record::AssessmentForm& form) const
{
    form.barriers.clear();
    for (const auto& row : m_rows)
        if (row.chip->isChecked())
            form.barriers.push_back({row.code, typed(row.plan->text())});
}

QWidget* BarriersSection::firstStop() const
{
    return m_rows.front().chip;
}

}  // namespace holdfast::ui
