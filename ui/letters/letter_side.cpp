#include "letters/letter_side.h"

#include "letters/letter_words.h"
#include "letters/sending.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

RunLabel* line(const Theme& theme, const QString& text, Color tone = Color::ink2)
{
    return new RunLabel{theme, Type::dense, {{text, tone, 400}}};
}

QString homeWords(const Person& person)
{
    if (person.addressStatus != AddressStatus::known)
        return words(person.addressStatus);
    return text(person.address).replace(QLatin1Char('\n'), QStringLiteral(", "));
}

}  // namespace

QString LetterSight::recipient() const
{
    return text(isFinal ? line.recipientName : draft.recipientName);
}

LetterSide::LetterSide(const Theme& theme, QWidget* parent) : QScrollArea{parent}, m_theme{theme}
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("About this letter"));
}

void LetterSide::show(const LetterSight& sight, Instant now, bool mayWrite)
{
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout{inside};
    column->setContentsMargins(0, 0, m_theme.px(4), 0);
    column->setSpacing(m_theme.px(10));
    column->addWidget(strongLabel(tr("What it is for"), Type::h3));
    column->addWidget(line(m_theme, explain(sight.kind())));
    if (!sight.isFinal && mayWrite)
        addForm(*column, sight);
    addSafeContact(*column, sight);
    addQuoted(*column, sight);
    if (sight.isFinal)
        addSent(*column, sight, now);
    else if (mayWrite)
        addChanges(*column);
    column->addStretch(1);
    setWidget(inside);
}

void LetterSide::addForm(QVBoxLayout& column, const LetterSight& sight)
{
    const auto variants = letters::variantsOf(sight.kind());
    QStringList names;
    int current = 0;
    for (const letters::Variant variant : variants) {
        if (variant == sight.draft.draft.document.variant)
            current = static_cast<int>(names.size());
        names << words(variant);
    }
    column.addWidget(strongLabel(tr("Form"), Type::h3));
    auto* choice = new SegmentedControl{m_theme, tr("Form of the letter"), names};
    choice->setObjectName(QStringLiteral("letterVariant"));
    choice->setCurrent(current);
    connect(choice, &SegmentedControl::chosen, this, [this, variants](int index) {
        emit variantChosen(static_cast<int>(variants.at(static_cast<std::size_t>(index))));
    });
    column.addWidget(choice, 0, Qt::AlignLeft);
    if (!sight.draft.draft.document.letterhead) {
        column.addWidget(line(m_theme, tr("Without the letterhead, so that nobody sees whom it is from.")));
        return;
    }
    column.addWidget(line(m_theme, tr("Letterhead: %1").arg(text(sight.head.organisation))));
    auto* change = new Button{m_theme, tr("Letterhead and margins"), ButtonKind::link};
    connect(change, &QPushButton::clicked, this, &LetterSide::letterheadRequested);
    column.addWidget(change, 0, Qt::AlignLeft);
}

void LetterSide::addSafeContact(QVBoxLayout& column, const LetterSight& sight)
{
    const auto audience = letters::audienceOf(sight.kind());
    if (audience != letters::Audience::person && audience != letters::Audience::carer)
        return;
    const Person& person = sight.file.person;
    column.addWidget(strongLabel(tr("Safe contact"), Type::h3));
    if (audience == letters::Audience::person) {
        column.addWidget(line(m_theme, person.contact.mayWrite ? tr("Letters home: yes, to %1").arg(homeWords(person))
                                                               : tr("Letters home: no, or not asked. Hand it over.")));
        const auto post = letters::adviseSending(person, sight.file.now.died, sight.kind(), LetterMethod::post);
        for (const std::string& reason : post.reasons)
            if (reason == "discreet" || reason == "died")
                column.addWidget(line(m_theme, safeContactWords(reason), Color::late));
    }
    if (!person.safetyAlerts.empty())
        column.addWidget(new RunLabel{m_theme, Type::dense, {{text(person.safetyAlerts), Color::late, 600}}});
}

void LetterSide::addQuoted(QVBoxLayout& column, const LetterSight& sight)
{
    if (sight.quoted.empty())
        return;
    column.addWidget(strongLabel(tr("Guidance it quotes"), Type::h3));
    for (const auto& citation : sight.quoted) {
        auto* row = new QHBoxLayout;
        row->setSpacing(m_theme.px(8));
        row->addWidget(line(m_theme, text(citation.key), Color::ink), 1);
        auto* why = new Button{m_theme, tr("Why?"), ButtonKind::link, {}, ButtonSize::small};
        why->setObjectName(QStringLiteral("citationWhy"));
        why->setAccessibleName(tr("Why %1 is quoted").arg(text(citation.key)));
        connect(why, &QPushButton::clicked, this, [this, citation] { emit citationWhyRequested(citation); });
        row->addWidget(why, 0, Qt::AlignTop);
        column.addLayout(row);
    }
}

void LetterSide::addSent(QVBoxLayout& column, const LetterSight& sight, Instant now)
{
    column.addWidget(strongLabel(tr("Where it has gone"), Type::h3));
    if (sight.line.sent.empty())
        column.addWidget(line(m_theme, tr("Not sent yet. Print it, save it or hand it over, then record it here.")));
    for (const auto& sent : sight.line.sent) {
        QString where = tr("%1, %2").arg(dueWords(sent.at, now), words(sent.method));
        if (!sent.address.empty())
            where += QStringLiteral("\n") + text(sent.address);
        column.addWidget(line(m_theme, where, Color::ink));
    }
    column.addWidget(line(m_theme, tr("This is the exact copy that is kept. It cannot be changed."), Color::ink3));
}

void LetterSide::addChanges(QVBoxLayout& column)
{
    column.addWidget(strongLabel(tr("Start over"), Type::h3));
    auto* again = new Button{m_theme, tr("Write it again from the record"), ButtonKind::secondary,
                             QStringLiteral("undo"), ButtonSize::small};
    again->setObjectName(QStringLiteral("remakeLetter"));
    connect(again, &QPushButton::clicked, this, &LetterSide::remakeRequested);
    column.addWidget(again, 0, Qt::AlignLeft);
    auto* discard =
        new Button{m_theme, tr("Discard this draft"), ButtonKind::quiet, QStringLiteral("x"), ButtonSize::small};
    discard->setObjectName(QStringLiteral("discardLetter"));
    connect(discard, &QPushButton::clicked, this, &LetterSide::discardRequested);
    column.addWidget(discard, 0, Qt::AlignLeft);
}

}  // namespace holdfast::ui
