#include "assessment/other_routes_sheet.h"

#include "assessment/form_section.h"
#include "domain/place.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/assessment_words.h"
#include "words/waits.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

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
                                   const record::AssessmentForm& form, const RouteChoice& choice,
                                   std::vector<report::ExpectedWait> waits, QWidget& window)
    : DialogSheet{theme, tr("Other routes"), 860, window},
      m_decision{preview.decision},
      m_before{choice},
      m_waits{std::move(waits)}
{
    setSubtitle({}, tr("Every service in the directory, best first, with each reason"));
    auto* column = new QVBoxLayout{body()};
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    column->setSpacing(theme.px(10));
    m_problem = new Banner{theme, Banner::Kind::stop, body()};
    m_problem->hide();
    column->addWidget(m_problem);
    m_needs = openNeeds(form);
    if (m_needs.empty())
        column->addWidget(new RunLabel{theme,
                                       Type::body,
                                       {{tr("Say under the two needs what was found. Then services can be compared.")}},
                                       body()});
    m_list = new QVBoxLayout;
    m_list->setSpacing(theme.px(10));
    column->addLayout(m_list);
    fill(choice);

    m_why = new GrowingText{theme, tr("Why this route and not the first"), 2, 5, body()};
    m_why->setPlainText(choice.why);
    m_whyField = new FieldBox{theme, tr("Why this route and not the first"), m_why,
                              tr("Kept with the assessment. The person's own wish is a good reason."), body()};
    column->addWidget(m_whyField);
    column->addStretch();

    footer()->addStretch();
    addCancel(tr("Keep the route"));
    if (!m_needs.empty()) {
        auto* use = addPrimary(tr("Use these services"), QStringLiteral("check"));
        connect(use, &QPushButton::clicked, this, [this] { accept(); });
    }
    refresh();
}

void OtherRoutesSheet::fill(const RouteChoice& choice)
{
    clearLayout(*m_list);
    for (const auto need : m_needs) {
        delete m_groups[need];
        m_groups[need] = nullptr;
        m_services[need].clear();
        addNeed(need, choice);
    }
}

void OtherRoutesSheet::showPreview(const app::AssessmentPreview& preview)
{
    const auto choice = choiceNow();
    m_problem->hide();
    m_decision = preview.decision;
    fill(choice);
    refresh();
    for (const auto need : m_needs) {
        const auto at = std::ranges::find(m_services[need], m_typedFor);
        if (at != m_services[need].end())
            return m_groups[need]->button(static_cast<int>(at - m_services[need].begin()))->setFocus();
    }
}

void OtherRoutesSheet::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->show();
}

void OtherRoutesSheet::addNeed(Need need, const RouteChoice& choice)
{
    const bool mental = need == Need::mentalHealth;
    m_list->addWidget(strongLabel(words(need), Type::h2, mental ? Color::mh : Color::da, body()));
    auto* group = new QButtonGroup{this};
    m_groups[need] = group;
    for (const auto& candidate : m_decision.candidates[need])
        m_list->addWidget(candidateCard(need, candidate, *group, choice));
    if (m_decision.candidates[need].empty())
        m_list->addWidget(plainLabel(tr("The directory holds no service yet. Add one under Directory."), Type::dense,
                                     Color::ink2, body()));
    connect(group, &QButtonGroup::idToggled, this, [this] { refresh(); });
}

/// What people have waited of late, or what the service says; the engine ranks by the latter alone.
void OtherRoutesSheet::addWait(QVBoxLayout& column, const engine::Candidate& candidate, QWidget& card)
{
    const report::ExpectedWait* expected = waitOf(m_waits, candidate.service);
    if (expected == nullptr)
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    row->addWidget(new IconLabel{theme(), QStringLiteral("hourglass"), Color::ink2, 14, &card}, 0, Qt::AlignTop);
    auto* words = new RunLabel{theme(), Type::small, {{expectedWaitWords(*expected), Color::ink, 500}}, &card};
    words->setObjectName(QStringLiteral("candidateWait"));
    row->addWidget(words, 1);
    column.addLayout(row);
}

QWidget* OtherRoutesSheet::candidateCard(Need need, const engine::Candidate& candidate, QButtonGroup& group,
                                         const RouteChoice& choice)
{
    const Theme& look = theme();
    auto* card = new Card{look, body()};
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(10));
    column->setSpacing(look.px(4));
    auto* top = new QHBoxLayout;
    top->setSpacing(look.px(10));
    auto* pick = new QRadioButton{tr("%1. %2").arg(candidate.rank).arg(text(candidate.name)), card};
    pick->setAccessibleName(
        tr("%1, %2, %3")
            .arg(text(candidate.name), candidate.match ? tr("match") : tr("not a match"), leavesUnmet(candidate)));
    top->addWidget(pick, 1);
    if (candidate.distance)
        top->addWidget(plainLabel(text(formatMiles(candidate.distance->tenths)), Type::small, Color::ink2, card));
    top->addWidget(plainLabel(tr("%1 points").arg(candidate.score), Type::small, Color::ink2, card));
    top->addWidget(new Tag{look, matchLook(candidate), card});
    column->addLayout(top);
    addWait(*column, candidate, *card);
    const int id = static_cast<int>(m_services[need].size());
    m_services[need].push_back(candidate.service);
    group.addButton(pick, id);
    if (routeFor(need, m_decision, choice) == candidate.service)
        pick->setChecked(true);
    for (const auto& reason : candidate.reasons)
        addReason(*column, *card, candidate, reason);
    column->addWidget(new RunLabel{look, Type::small, {{leavesUnmet(candidate), Color::ink2, 500}}, card});
    return card;
}

void OtherRoutesSheet::addReason(QVBoxLayout& column, QWidget& card, const engine::Candidate& candidate,
                                 const engine::FitReason& reason)
{
    const Theme& look = theme();
    auto* row = new QHBoxLayout;
    row->setSpacing(look.px(8));
    const bool yes = reason.fit == engine::Fit::yes;
    const bool no = reason.fit == engine::Fit::no;
    row->addWidget(new IconLabel{look,
                                 yes ? QStringLiteral("ok") : (no ? QStringLiteral("xcircle") : QStringLiteral("info")),
                                 yes ? Color::ok : (no && reason.required ? Color::late : Color::ink3), 14, &card},
                   0, Qt::AlignTop);
    QList<TextRun> runs{{criterionWords(reason.criterion) + QStringLiteral(". "), Color::ink, 600},
                        {text(reason.sentence), Color::ink2}};
    if (reason.points != 0)
        runs.append({tr(" %1 points").arg(reason.points), Color::ink3});
    row->addWidget(new RunLabel{look, Type::small, runs, &card}, 1);
    column.addLayout(row);
    if (reason.criterion == "travel" || reason.criterion == "not_near_home")
        addDistance(column, card, candidate);
}

/// A link that opens one line to type how far it is for this person.
void OtherRoutesSheet::addDistance(QVBoxLayout& column, QWidget& card, const engine::Candidate& candidate)
{
    const Theme& look = theme();
    const bool typed = candidate.distance && candidate.distance->typed;
    auto* box = new QWidget{&card};
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(look.px(22), 0, 0, 0);
    row->setSpacing(look.px(8));
    const QString name = text(candidate.name);
    auto* open = new Button{look,
                            typed ? tr("Change the typed distance") : tr("Type the distance"),
                            ButtonKind::link,
                            {},
                            ButtonSize::small,
                            box};
    open->setObjectName(QStringLiteral("typeDistanceButton"));
    open->setAccessibleName(tr("%1, %2").arg(open->text(), name));
    auto* miles = new QLineEdit{box};
    miles->setObjectName(QStringLiteral("milesEdit"));
    miles->setPlaceholderText(tr("Miles, like 4.5"));
    miles->setAccessibleName(tr("Miles to %1 for this person").arg(name));
    miles->setMaxLength(12);
    keepWidth(*miles, look, 150);
    auto* keep = new Button{look, tr("Save distance"), ButtonKind::secondary, {}, ButtonSize::small, box};
    keep->setObjectName(QStringLiteral("saveDistanceButton"));
    auto* forget = new Button{look, tr("Forget it"), ButtonKind::link, {}, ButtonSize::small, box};
    forget->setObjectName(QStringLiteral("forgetDistanceButton"));
    auto* wrong = plainLabel(tr("Enter miles from 0 to 700, like 4.5"), Type::small, Color::late, box);
    for (QWidget* each : {static_cast<QWidget*>(open), static_cast<QWidget*>(miles), static_cast<QWidget*>(keep),
                          static_cast<QWidget*>(forget), static_cast<QWidget*>(wrong)}) {
        row->addWidget(each);
        each->setVisible(each == open);
    }
    row->addStretch();
    column.addWidget(box);
    if (typed)
        setLine(*miles, text(formatMiles(candidate.distance->tenths)));
    connect(open, &Button::clicked, this, [=] {
        open->hide();
        miles->show();
        keep->show();
        forget->setVisible(typed);
        miles->setFocus();
        miles->selectAll();
    });
    const auto save = [this, miles, wrong, service = candidate.service] {
        const auto tenths = parseMiles(miles->text().toStdString());
        wrong->setVisible(!tenths);
        if (!tenths)
            return miles->setFocus();
        m_typedFor = service;
        emit distanceTyped(service, *tenths);
    };
    connect(keep, &Button::clicked, this, save);
    connect(miles, &QLineEdit::returnPressed, this, save);
    connect(forget, &Button::clicked, this, [this, service = candidate.service] {
        m_typedFor = service;
        emit distanceTyped(service, std::nullopt);
    });
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
