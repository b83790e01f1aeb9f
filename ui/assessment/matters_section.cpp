#include "assessment/matters_section.h"

#include "kindwords/own_words.h"
#include "theme/theme.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"

#include <QVBoxLayout>

namespace holdfast::ui {

MattersSection::MattersSection(const Theme& theme, QWidget* parent) : FormSection{theme, Step::whatMatters, parent}
{
    m_words = new GrowingText{theme, tr("What matters to me"), 2, 8, this};
    holdsOwnWords(*m_words);
    m_words->setPlaceholderText(tr("In the person's own words: what should be different, what must not be lost"));
    m_present = new QLineEdit{this};
    m_present->setPlaceholderText(tr("Workers of both services, an interpreter, someone they brought"));

    auto* words = new FieldBox{theme, tr("What matters to me"), m_words, {}, this};
    auto* present = new FieldBox{theme, tr("Who took part"), m_present, {}, this};
    addField(QStringLiteral("what_matters"), words);
    addField(QStringLiteral("present"), present);

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12));
    column->setSpacing(theme.px(8));
    column->addWidget(words);
    column->addWidget(present);

    connect(m_words, &QPlainTextEdit::textChanged, this, &FormSection::changed);
    connect(m_present, &QLineEdit::textEdited, this, &FormSection::changed);
}

void MattersSection::fill(const record::AssessmentForm& form)
{
    m_words->setTextQuietly(text(form.whatMatters));
    setLine(*m_present, text(form.present));
}

void MattersSection::collect(record::AssessmentForm& form) const
{
    form.whatMatters = typed(m_words->toPlainText());
    form.present = typed(m_present->text());
}

QWidget* MattersSection::firstStop() const
{
    return m_words;
}

}  // namespace holdfast::ui
