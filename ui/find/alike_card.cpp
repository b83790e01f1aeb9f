#include "find/alike_card.h"

#include "people/people_model.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAccessible>
#include <QBoxLayout>

namespace holdfast::ui {

QString words(app::AlikeWhy why)
{
    switch (why) {
    case app::AlikeWhy::number: return AlikeCard::tr("the same NHS number");
    case app::AlikeWhy::bornAndName: return AlikeCard::tr("born on the same day, with a name like this");
    case app::AlikeWhy::name: return AlikeCard::tr("the same name");
    case app::AlikeWhy::nameAlike: return AlikeCard::tr("a name that sounds or is spelled alike");
    case app::AlikeWhy::bornAndPostcode: return AlikeCard::tr("born on the same day, at the same postcode");
    case app::AlikeWhy::phone: return AlikeCard::tr("the same telephone");
    }
    return {};
}

QString words(app::NotTheSame why)
{
    switch (why) {
    case app::NotTheSame::askedThem: return AlikeCard::tr("I asked them: they are not this person");
    case app::NotTheSame::relative: return AlikeCard::tr("A relative, or a twin");
    case app::NotTheSame::recordSeen: return AlikeCard::tr("I looked at the record: it is about somebody else");
    }
    return {};
}

AlikeCard::AlikeCard(const Theme& theme, QWidget* parent) : Card{theme, parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("alikeCard"));
    setRole(Role::wait, Card::Spine::left, true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(16), theme.px(12), theme.px(14), theme.px(12));
    column->setSpacing(theme.px(8));
    column->addWidget(strongLabel(tr("They may be here already"), Type::h3));
    auto* rows = new QVBoxLayout;
    rows->setSpacing(theme.px(6));
    column->addLayout(rows);
    m_rows = rows;
    m_why = new Choice{tr("Why this is somebody else")};
    m_why->setObjectName(QStringLiteral("alikeWhy"));
    m_why->addChoice(tr("Choose why"), {});
    for (const auto why : {app::NotTheSame::askedThem, app::NotTheSame::relative, app::NotTheSame::recordSeen})
        m_why->addChoice(words(why), text(holdfast::nameOf(why)));
    m_whyBox = new FieldBox{theme, tr("Register anyway, because"), m_why};
    column->addWidget(m_whyBox);
    connect(m_why, &QComboBox::currentIndexChanged, this, [this] {
        m_whyBox->setError({});
        emit answered();
    });
    hide();
}

QWidget* AlikeCard::rowOf(const app::AlikePerson& person)
{
    auto* row = new QWidget;
    auto* across = new QHBoxLayout{row};
    across->setContentsMargins({});
    across->setSpacing(m_theme.px(10));
    across->addWidget(new IconLabel{m_theme, QStringLiteral("user"), Color::ink2}, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(m_theme.px(1));
    const QString name = text(person.row.fullName);
    QStringList reasons;
    for (const app::AlikeWhy why : person.why)
        reasons << words(why);
    QStringList facts;
    if (person.row.born)
        facts << tr("born %1").arg(birthDateWords(*person.row.born));
    if (!person.row.nhsNumber.empty())
        facts << tr("NHS %1").arg(groupedNhsNumber(person.row.nhsNumber));
    if (!person.row.holderName.empty())
        facts << tr("held by %1").arg(text(person.row.holderName));
    const QString why = sentence(capitalised(reasons.join(QStringLiteral("; "))));
    texts->addWidget(new RunLabel{m_theme, Type::dense, {{name, Color::ink, 600}}});
    texts->addWidget(new RunLabel{m_theme, Type::small, {{why, Color::ink, 600}}});
    if (!facts.isEmpty())
        texts->addWidget(new RunLabel{m_theme, Type::small, {{facts.join(QStringLiteral(" · ")), Color::ink2, 400}}});
    across->addLayout(texts, 1);
    auto* open = new Button{m_theme, tr("Open this one"), ButtonKind::secondary, {}, ButtonSize::small};
    open->setAccessibleName(tr("Open %1 instead. %2").arg(name, why));
    connect(open, &QPushButton::clicked, this, [this, id = person.row.id] { emit openRequested(id); });
    across->addWidget(open, 0, Qt::AlignTop);
    return row;
}

void AlikeCard::show(const std::vector<app::AlikePerson>& people)
{
    std::vector<PersonId> ids;
    ids.reserve(people.size());
    for (const app::AlikePerson& person : people)
        ids.push_back(person.row.id);
    const bool others = ids != m_people;
    m_people = std::move(ids);
    if (others)
        m_why->setValueQuietly({});
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const app::AlikePerson& person : people)
        m_rows->addWidget(rowOf(person));
    setVisible(!people.empty());
    if (others && !people.empty()) {
        setAccessibleName(tr("%1 may be here already").arg(text(people.front().row.fullName)));
        QAccessibleEvent event{this, QAccessible::Alert};
        QAccessible::updateAccessibility(&event);
    }
}

std::optional<app::NotTheSame> AlikeCard::answer() const
{
    return m_people.empty() ? std::nullopt : named<app::NotTheSame>(m_why->value().toString().toStdString());
}

bool AlikeCard::isAnswered() const
{
    return m_people.empty() || answer().has_value();
}

void AlikeCard::askForAnswer()
{
    m_whyBox->setError(tr("Open the one they are, or choose why this is somebody else"));
    m_why->setFocus();
}

}  // namespace holdfast::ui
