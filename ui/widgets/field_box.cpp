#include "widgets/field_box.h"

#include "theme/theme.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"

#include <QAccessible>
#include <QStyle>
#include <QVBoxLayout>

namespace holdfast::ui {

FieldBox::FieldBox(const Theme& theme, const QString& label, QWidget* editor, const QString& hint, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_label{strongLabel(label, Type::dense)},
      m_labelIcon{new IconLabel{theme, {}, Color::ink2, 14}},
      m_editor{editor},
      m_hint{new RunLabel{theme, Type::small}},
      m_errorRow{new QWidget},
      m_error{new RunLabel{theme, Type::small}}
{
    auto* head = new QHBoxLayout;
    head->setSpacing(5);
    head->addWidget(m_labelIcon);
    head->addWidget(m_label);
    head->addStretch();
    m_labelIcon->hide();
    m_label->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);

    auto* errorLine = new QHBoxLayout{m_errorRow};
    errorLine->setContentsMargins(0, 0, 0, 0);
    errorLine->setSpacing(6);
    errorLine->addWidget(new IconLabel{theme, QStringLiteral("alert"), Color::late, 14}, 0, Qt::AlignTop);
    errorLine->addWidget(m_error, 1);
    m_errorRow->hide();

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(editor);
    column->addWidget(m_hint);
    column->addWidget(m_errorRow);
    m_label->setVisible(!label.isEmpty());
    setHint(hint);
}

void FieldBox::setLabel(const QString& label)
{
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    m_editor->setAccessibleName(label);
}

void FieldBox::setHint(const QString& hint)
{
    m_hint->setText(hint, Color::ink3);
    m_hint->setVisible(!hint.isEmpty() && !hasError());
    if (!hasError())
        m_editor->setAccessibleDescription(hint);
}

void FieldBox::setError(const QString& error)
{
    if (error == this->error())
        return;
    m_error->setText(error, Color::late, 600);
    m_errorRow->setVisible(!error.isEmpty());
    m_hint->setVisible(error.isEmpty() && !m_hint->text().isEmpty());
    m_editor->setProperty("invalid", !error.isEmpty());
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
    m_editor->setAccessibleDescription(error.isEmpty() ? m_hint->text() : error);
    QAccessibleEvent changed{m_editor, QAccessible::DescriptionChanged};
    QAccessible::updateAccessibility(&changed);
}

QString FieldBox::error() const
{
    return m_error->text();
}

void FieldBox::setLabelIcon(const QString& icon)
{
    m_labelIcon->setIcon(icon, Color::ink2);
    m_labelIcon->setVisible(!icon.isEmpty());
}

FieldBox* firstWithError(const QList<FieldBox*>& fields)
{
    for (FieldBox* field : fields)
        if (field->hasError())
            return field;
    return nullptr;
}

}  // namespace holdfast::ui
