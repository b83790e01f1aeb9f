#include "assessment/wishes_section.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/assessment_words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui {

WishesSection::WishesSection(const Theme& theme, QWidget* parent) : FormSection{theme, Step::barriers, parent}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12));
    column->setSpacing(theme.px(8));
    column->addLayout(heading(tr("What would help")));
    auto* fields = new QWidget{this};
    auto* grid = new ColumnsLayout{theme, 240, 3, fields};
    column->addWidget(fields);

    m_culture = addWords(*grid, tr("Culture, family and faith"), tr("What helps, what gets in the way"));
    m_stigma = addWords(*grid, tr("Being judged"), tr("What would feel safe"));
    m_companion = new QLineEdit{fields};
    m_companion->setPlaceholderText(tr("A friend, a relative, a worker"));
    grid->addWidget(new FieldBox{theme, tr("Who comes along or refers with them"), m_companion, {}, fields});
    connect(m_companion, &QLineEdit::textChanged, this, &FormSection::changed);

    m_disclosure = addChoice(*grid, tr("Would rather talk"));
    for (const auto value : {record::Disclosure::notAsked, record::Disclosure::oneToOne, record::Disclosure::group,
                             record::Disclosure::either})
        m_disclosure->addChoice(words(value), static_cast<int>(value));
    m_livedExperience = addChoice(*grid, tr("A worker with lived experience"));
    for (const auto value : {record::Wish::notAsked, record::Wish::yes, record::Wish::no, record::Wish::noPreference})
        m_livedExperience->addChoice(words(value), static_cast<int>(value));
    m_readiness = addChoice(*grid, tr("Readiness for change"));
    for (const auto value : {record::Readiness::notAsked, record::Readiness::notYet, record::Readiness::thinking,
                             record::Readiness::ready, record::Readiness::alreadyChanging})
        m_readiness->addChoice(words(value), static_cast<int>(value));
    buildEquality(*column);
}

GrowingText* WishesSection::addWords(QLayout& into, const QString& label, const QString& placeholder)
{
    auto* edit = new GrowingText{theme(), label, 1, 6, into.parentWidget()};
    edit->setPlaceholderText(placeholder);
    into.addWidget(new FieldBox{theme(), label, edit, {}, into.parentWidget()});
    connect(edit, &QPlainTextEdit::textChanged, this, &FormSection::changed);
    return edit;
}

Choice* WishesSection::addChoice(QLayout& into, const QString& label)
{
    auto* choice = new Choice{label, into.parentWidget()};
    into.addWidget(new FieldBox{theme(), label, choice, {}, into.parentWidget()});
    connect(choice, &QComboBox::currentIndexChanged, this, &FormSection::changed);
    return choice;
}

void WishesSection::buildEquality(QLayout& column)
{
    m_equalityToggle = new Button{theme(), {}, ButtonKind::quiet, {}, ButtonSize::small, this};
    m_equalityToggle->setOpens(true);
    column.addWidget(m_equalityToggle);
    static_cast<QBoxLayout&>(column).setAlignment(m_equalityToggle, Qt::AlignLeft);
    m_equality = new QWidget{this};
    auto* box = new QVBoxLayout{m_equality};
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(theme().px(8));
    box->addWidget(new RunLabel{theme(),
                                Type::small,
                                {{tr("In the person's own words. Nothing here decides a route."), Color::ink3}},
                                m_equality});
    auto* fields = new QWidget{m_equality};
    auto* grid = new ColumnsLayout{theme(), 240, 3, fields};
    box->addWidget(fields);
    for (const auto& question : equalityWords()) {
        auto* edit = new QLineEdit{fields};
        edit->setPlaceholderText(tr("Not asked, or would rather not say"));
        grid->addWidget(new FieldBox{theme(), question.label, edit, {}, fields});
        connect(edit, &QLineEdit::textChanged, this, &FormSection::changed);
        m_equalityFields.emplace_back(question.key, edit);
    }
    column.addWidget(m_equality);
    connect(m_equalityToggle, &QPushButton::clicked, this, [this] { openEquality(m_equality->isHidden()); });
    openEquality(false);
}

void WishesSection::openEquality(bool open)
{
    m_equality->setVisible(open);
    m_equalityToggle->setText(open ? tr("Hide the equality questions") : tr("Equality questions, all optional"));
}

void WishesSection::fill(const record::AssessmentForm& form)
{
    const QSignalBlocker quiet{this};
    m_culture->setTextQuietly(text(form.culture));
    m_stigma->setTextQuietly(text(form.stigma));
    setLine(*m_companion, text(form.companion));
    m_disclosure->setValueQuietly(static_cast<int>(form.disclosure));
    m_livedExperience->setValueQuietly(static_cast<int>(form.livedExperience));
    m_readiness->setValueQuietly(static_cast<int>(form.readiness));
    for (const auto& [key, edit] : m_equalityFields) {
        const auto found = form.equality.find(key);
        setLine(*edit, found == form.equality.end() ? QString{} : text(found->second));
    }
    if (!form.equality.empty())
        openEquality(true);
}

void WishesSection::collect(record::AssessmentForm& form) const
{
    form.culture = typed(m_culture->toPlainText());
    form.stigma = typed(m_stigma->toPlainText());
    form.companion = typed(m_companion->text());
    form.disclosure = static_cast<record::Disclosure>(m_disclosure->value().toInt());
    form.livedExperience = static_cast<record::Wish>(m_livedExperience->value().toInt());
    form.readiness = static_cast<record::Readiness>(m_readiness->value().toInt());
    for (const auto& [key, edit] : m_equalityFields) {
        if (auto answer = typed(edit->text()); !answer.empty())
            form.equality[key] = std::move(answer);
        else
            form.equality.erase(key);
    }
}

QWidget* WishesSection::firstStop() const
{
    return m_culture;
}

}  // namespace holdfast::ui
