#include "assessment/other_routes_sheet.h"

#include "assessment/form_section.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/assessment_words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

TagLook matchLook(const engine::Candidate& candidate)
{
    return candidate.match ? stateLook(TagState::accepted, OtherRoutesSheet::tr("Match"))
                           : stateLook(TagState::waiting, OtherRoutesSheet::tr("Not a match"));
}

/// What this service would leave unmet, in a few words.
QString leavesUnmet(const engine::Candidate& candidate)
{
    QStringList unmet;
    for (const auto& reason : candidate.reasons)
        if (reason.fit == engine::Fit::no)
            unmet.append(criterionWords(reason.criterion).toLower());
    return unmet.isEmpty() ? OtherRoutesSheet::tr("Leaves nothing unmet that was asked about.")
                           : OtherRoutesSheet::tr("Leaves unmet: %1.").arg(unmet.join(QStringLiteral(", ")));
}

}  // namespace

OtherRoutesSheet::OtherRoutesSheet(const Theme& theme, const app::AssessmentPreview& preview,
                                   const record::AssessmentForm& form, const RouteChoice& choice, QWidget& window)
    : DialogSheet{theme, tr("Other routes"), 860, window}, m_decision{preview.decision}, m_before{choice}
{
    setSubtitle({}, tr("Every service in the directory, best first, with each reason"));
    auto* column = new QVBoxLayout{body()};
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    column->setSpacing(theme.px(10));
    const auto needs = openNeeds(form);
    if (needs.empty())
        column->addWidget(new RunLabel{theme,
                                       Type::body,
                                       {{tr("Say under the two needs what was found. Then services can be compared.")}},
                                       body()});
    for (const auto need : needs)
        addNeed(*column, need);

    m_why = new GrowingText{theme, tr("Why this route and not the first"), 2, 5, body()};
    m_why->setPlainText(choice.why);
    m_whyField = new FieldBox{theme, tr("Why this route and not the first"), m_why,
                              tr("Kept with the assessment. The person's own wish is a good reason."), body()};
    column->addWidget(m_whyField);
    column->addStretch();

    footer()->addStretch();
    addCancel(tr("Keep the route"));
    if (!needs.empty()) {
        auto* use = addPrimary(tr("Use these services"), QStringLiteral("check"));
        connect(use, &QPushButton::clicked, this, [this] { accept(); });
    }
    refresh();
}

void OtherRoutesSheet::addNeed(QVBoxLayout& column, Need need)
{
    const bool mental = need == Need::mentalHealth;
    column.addWidget(strongLabel(words(need), Type::h2, mental ? Color::mh : Color::da, body()));
    auto* group = new QButtonGroup{this};
    m_groups[need] = group;
    for (const auto& candidate : m_decision.candidates[need])
        column.addWidget(candidateCard(need, candidate, *group));
    if (m_decision.candidates[need].empty())
        column.addWidget(plainLabel(tr("The directory holds no service yet. Add one under Directory."), Type::dense,
                                    Color::ink2, body()));
    connect(group, &QButtonGroup::idToggled, this, [this] { refresh(); });
}

QWidget* OtherRoutesSheet::candidateCard(Need need, const engine::Candidate& candidate, QButtonGroup& group)
{
    const Theme& look = theme();
    auto* card = new Card{look, body()};
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(10));
    column->setSpacing(look.px(4));
    auto* top = new QHBoxLayout;
    auto* pick = new QRadioButton{tr("%1. %2").arg(candidate.rank).arg(text(candidate.name)), card};
    pick->setAccessibleName(
        tr("%1, %2, %3")
            .arg(text(candidate.name), candidate.match ? tr("match") : tr("not a match"), leavesUnmet(candidate)));
    top->addWidget(pick, 1);
    if (candidate.waitDays)
        top->addWidget(plainLabel(tr("Wait %1 days").arg(*candidate.waitDays), Type::small, Color::ink2, card));
    top->addWidget(plainLabel(tr("%1 points").arg(candidate.score), Type::small, Color::ink2, card));
    top->addWidget(new Tag{look, matchLook(candidate), card});
    column->addLayout(top);
    const int id = static_cast<int>(m_services[need].size());
    m_services[need].push_back(candidate.service);
    group.addButton(pick, id);
    if (routeFor(need, m_decision, m_before) == candidate.service)
        pick->setChecked(true);

    for (const auto& reason : candidate.reasons) {
        auto* row = new QHBoxLayout;
        row->setSpacing(look.px(8));
        const bool yes = reason.fit == engine::Fit::yes;
        const bool no = reason.fit == engine::Fit::no;
        row->addWidget(
            new IconLabel{look, yes ? QStringLiteral("ok") : (no ? QStringLiteral("xcircle") : QStringLiteral("info")),
                          yes ? Color::ok : (no && reason.required ? Color::late : Color::ink3), 14, card},
            0, Qt::AlignTop);
        QList<TextRun> runs{{criterionWords(reason.criterion) + QStringLiteral(". "), Color::ink, 600},
                            {text(reason.sentence), Color::ink2}};
        if (reason.points != 0)
            runs.append({tr(" %1 points").arg(reason.points), Color::ink3});
        row->addWidget(new RunLabel{look, Type::small, runs, card}, 1);
        column->addLayout(row);
    }
    column->addWidget(new RunLabel{look, Type::small, {{leavesUnmet(candidate), Color::ink2, 500}}, card});
    return card;
}

RouteChoice OtherRoutesSheet::choiceNow() const
{
    RouteChoice choice;
    for (const auto need : allNeeds) {
        const auto* group = m_groups[need];
        const int id = group != nullptr ? group->checkedId() : -1;
        if (id < 0)
            continue;
        const auto& service = m_services[need][static_cast<std::size_t>(id)];
        if (routeFor(need, m_decision, {}) != service)
            choice.other[need] = service;
    }
    choice.why = m_why->toPlainText().trimmed();
    return choice;
}

bool OtherRoutesSheet::needsWhy() const
{
    const auto choice = choiceNow();
    return std::any_of(allNeeds.begin(), allNeeds.end(), [&](Need need) {
        return choice.other[need] && isWeaker(need, *choice.other[need], m_decision);
    });
}

void OtherRoutesSheet::refresh()
{
    if (m_whyField == nullptr)
        return;
    m_whyField->setVisible(needsWhy());
    setUnsaved(choiceNow() != m_before);
}

void OtherRoutesSheet::accept()
{
    auto choice = choiceNow();
    if (needsWhy() && choice.why.isEmpty()) {
        m_whyField->setError(tr("Say why, so that the plan explains itself"));
        m_why->setFocus();
        return;
    }
    if (!needsWhy())
        choice.why.clear();
    emit chosen(choice);
    setUnsaved(false);
    DialogSheet::accept();
}

}  // namespace holdfast::ui
