#include "assessment/form_section.h"

#include "theme/theme.h"
#include "widgets/text.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace holdfast::ui {

FormSection::FormSection(const Theme& theme, Step step, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_step{step}
{}

QLayout* FormSection::heading(const QString& title, const QString& note)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(8));
    row->addWidget(strongLabel(title, Type::h2, Color::ink, this));
    if (!note.isEmpty()) {
        auto* quiet = new RunLabel{m_theme, Type::small, {{note, Color::ink3}}, this};
        row->addWidget(quiet, 1, Qt::AlignVCenter);
    } else {
        row->addStretch();
    }
    return row;
}

}  // namespace holdfast::ui
