#include "plans/plan_reader.h"

#include "domain/calendar.h"
#include "plans/plan_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QMenu>
#include <QScrollArea>

#include <algorithm>

namespace holdfast::ui {
namespace {

/// The section that is the person's own before all others.
bool isOwnWords(const PlanSection& section)
{
    return section.code == "goals" || section.code == "what_matters" || section.code == "warning_signs" ||
           section.code == "why_it_ends";
}

TagLook accordLook(PlanAccord accord)
{
    return stateLook(accord == PlanAccord::agreed ? TagState::done : TagState::waiting, words(accord));
}

}  // namespace

PlanReader::PlanReader(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}, m_scroll{new QScrollArea}
{
    setObjectName(QStringLiteral("planReader"));
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(m_scroll);
}

void PlanReader::show(const PlanSight& sight)
{
    m_sight = sight;
    render();
}

const Plan* PlanReader::plan() const
{
    if (m_sight.versions.empty())
        return nullptr;
    const auto found = std::ranges::find(m_sight.versions, m_sight.number, &Plan::number);
    return found == m_sight.versions.end() ? &m_sight.versions.front() : &*found;
}

void PlanReader::render()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(m_theme.px(4), 0, m_theme.px(12), m_theme.px(16));
    column->setSpacing(m_theme.px(12));
    column->addWidget(head());
    if (QWidget* line = draftLine())
        column->addWidget(line);
    if (const Plan* shown = plan()) {
        column->addWidget(sections(*shown));
        if (!shown->content.lines.empty())
            column->addWidget(strands(*shown));
        column->addWidget(accord(*shown));
    } else if (!m_sight.draft) {
        auto* nothing =
            new EmptyState{m_theme, iconOf(m_sight.kind), tr("No %1 yet").arg(words(m_sight.kind).toLower()),
                           purposeWords(m_sight.kind), m_sight.mayWrite ? tr("Write it") : QString{}};
        connect(nothing, &EmptyState::actionTriggered, this, &PlanReader::writeRequested);
        column->addWidget(nothing);
    }
    column->addStretch();
    m_scroll->setWidget(page);
}

QWidget* PlanReader::head()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->setSpacing(m_theme.px(6));
    column->addWidget(strongLabel(words(m_sight.kind), Type::h2));
    const Plan* shown = plan();
    column->addWidget(
        new RunLabel{m_theme,
                     Type::small,
                     {{shown ? versionWords(*shown, m_sight.names) : purposeWords(m_sight.kind), Color::ink2, 400}}});
    if (!shown)
        return box;
    auto* tools = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(6), tools};
    if (m_sight.mayWrite && !m_sight.draft) {
        auto* write = new Button{m_theme, tr("Write a new version"), ButtonKind::primary, QStringLiteral("edit")};
        write->setObjectName(QStringLiteral("planWrite"));
        connect(write, &QPushButton::clicked, this, &PlanReader::writeRequested);
        flow->addWidget(write);
    }
    if (m_sight.mayExport) {
        auto* paper = new Button{m_theme, tr("On paper"), ButtonKind::secondary, QStringLiteral("letter")};
        paper->setObjectName(QStringLiteral("planOnPaper"));
        auto* menu = new QMenu{paper};
        const auto entry = [&](const QString& said, bool toFile, bool large) {
            connect(menu->addAction(said), &QAction::triggered, this,
                    [this, number = shown->number, toFile, large] { emit paperRequested(number, toFile, large); });
        };
        entry(tr("Print"), false, false);
        entry(tr("Print in large print"), false, true);
        entry(tr("Save as a PDF"), true, false);
        entry(tr("Save as a PDF in large print"), true, true);
        paper->setPopup(menu);
        flow->addWidget(paper);
    }
    if (shown->number > 1) {
        auto* changes = new Button{m_theme, tr("What changed"), ButtonKind::secondary, QStringLiteral("eye")};
        changes->setObjectName(QStringLiteral("planChanges"));
        connect(changes, &QPushButton::clicked, this,
                [this, number = shown->number] { emit changesRequested(number - 1, number); });
        flow->addWidget(changes);
    }
    if (m_sight.versions.size() > 1) {
        auto* versions = new Choice{tr("Version")};
        versions->setObjectName(QStringLiteral("planVersions"));
        for (const Plan& each : m_sight.versions)
            versions->addChoice(tr("Version %1, %2").arg(each.number).arg(birthDateWords(londonDate(each.agreedAt))),
                                each.number);
        versions->setValueQuietly(shown->number);
        // Later: what is shown next takes the place of the list itself.
        connect(
            versions, &QComboBox::currentIndexChanged, this,
            [this, versions] { emit versionChosen(versions->value().toInt()); }, Qt::QueuedConnection);
        flow->addWidget(versions);
    }
    column->addWidget(tools);
    if (shown != &m_sight.versions.front()) {
        auto* old = new Banner{m_theme, Banner::Kind::caution};
        old->setText(tr("This is an earlier version. "), tr("Version %1 stands.").arg(m_sight.versions.front().number));
        column->addWidget(old);
    }
    return box;
}

QWidget* PlanReader::draftLine()
{
    if (!m_sight.draft)
        return nullptr;
    auto* line = new Banner{m_theme, Banner::Kind::good};
    line->setObjectName(QStringLiteral("planBegun"));
    line->setIconName(QStringLiteral("edit"));
    const auto& draft = *m_sight.draft;
    const auto by = m_sight.names.workers.find(draft.savedBy);
    const QString who = by == m_sight.names.workers.end() ? tr("somebody") : text(by->second);
    const QString when = draft.savedAt ? recordedWords(*draft.savedAt, m_sight.now) : QString{};
    line->setText(tr("A new version is being written. "), tr("Saved last by %1, %2.").arg(who, when));
    if (m_sight.mayWrite)
        line->setAction(tr("Go on writing"));
    connect(line, &Banner::actionTriggered, this, &PlanReader::writeRequested);
    return line;
}

QWidget* PlanReader::sections(const Plan& plan)
{
    auto* box = new QWidget;
    auto* columns = new ColumnsLayout{m_theme, 320, 2};
    box->setLayout(columns);
    for (const PlanSection& section : sectionsOf(plan.content.kind)) {
        const auto answer = plan.content.answers.find(std::string{section.code});
        if (answer == plan.content.answers.end())
            continue;
        auto* card = new Card{m_theme};
        if (isOwnWords(section))
            card->setRole(Role::joint, Card::Spine::left, true);
        auto* inside = new QVBoxLayout{card};
        inside->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(14), m_theme.px(12));
        inside->setSpacing(m_theme.px(4));
        auto* title = strongLabel(sectionTitle(plan.content.kind, section.code), Type::small,
                                  isOwnWords(section) ? Color::joint : Color::ink2);
        title->setWordWrap(true);
        inside->addWidget(title);
        auto* said = plainLabel(text(answer->second), Type::body);
        said->setWordWrap(true);
        said->setTextInteractionFlags(Qt::TextSelectableByMouse);
        inside->addWidget(said);
        columns->addWidget(card);
    }
    return box;
}

QWidget* PlanReader::strands(const Plan& plan)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->setSpacing(m_theme.px(8));
    column->addWidget(strongLabel(tr("Who does what by when"), Type::h2));
    auto* across = new QWidget;
    auto* columns = new ColumnsLayout{m_theme, 250, 3};
    across->setLayout(columns);
    for (const NeedScope need : {NeedScope::mentalHealth, NeedScope::both, NeedScope::substanceUse})
        columns->addWidget(strand(plan, need));
    column->addWidget(across);
    return box;
}

QWidget* PlanReader::strand(const Plan& plan, NeedScope need)
{
    auto* card = new Card{m_theme};
    const bool joint = need == NeedScope::both;
    const bool mental = need == NeedScope::mentalHealth;
    card->setRole(joint    ? Role::joint
                  : mental ? Role::mh
                           : Role::da,
                  joint    ? Card::Spine::none
                  : mental ? Card::Spine::left
                           : Card::Spine::right,
                  joint);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(14), m_theme.px(12));
    column->setSpacing(m_theme.px(6));
    column->addWidget(strongLabel(joint ? tr("Together") : words(need), Type::dense,
                                  joint    ? Color::joint
                                  : mental ? Color::mh
                                           : Color::da));
    const bool standing = &plan == &m_sight.versions.front();
    bool any = false;
    for (const PlanLine& line : plan.content.lines)
        if (line.need == need) {
            any = true;
            column->addWidget(lineRow(line, standing));
        }
    if (!any)
        column->addWidget(new RunLabel{m_theme, Type::small, {{tr("Nothing was agreed here."), Color::ink3, 400}}});
    column->addStretch();
    return card;
}

QWidget* PlanReader::lineRow(const PlanLine& line, bool standing)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->setSpacing(m_theme.px(1));
    const bool done = isDone(line.id, m_sight.marks);
    const bool late = !done && standing && line.due && *line.due < londonDate(m_sight.now);
    column->addWidget(new RunLabel{m_theme, Type::body, {{text(line.what), done ? Color::ink3 : Color::ink, 500}}});
    QString who =
        tr("%1, by %2")
            .arg(ownerWords(line, m_sight.names), line.due ? dayWords(*line.due, londonDate(m_sight.now)) : QString{});
    if (late)
        who += tr(" (the day has passed)");
    column->addWidget(new RunLabel{m_theme, Type::small, {{who, late ? Color::late : Color::ink2, 400}}});
    if (!standing)
        return box;
    auto* tick = new QCheckBox{tr("Done")};
    tick->setObjectName(QStringLiteral("planLineDone"));
    tick->setAccessibleName(tr("Done: %1").arg(text(line.what)));
    tick->setChecked(done);
    tick->setEnabled(m_sight.mayWrite);
    connect(tick, &QCheckBox::clicked, this, [this, id = text(line.id)](bool yes) { emit markRequested(id, yes); });
    column->addWidget(tick);
    return box;
}

QWidget* PlanReader::accord(const Plan& plan)
{
    auto* card = new Card{m_theme};
    card->setRole(Role::joint, Card::Spine::left, true);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(m_theme.px(16), m_theme.px(10), m_theme.px(14), m_theme.px(12));
    column->setSpacing(m_theme.px(6));
    auto* top = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(10), m_theme.px(4), top};
    flow->addWidget(strongLabel(tr("What %1 says to it").arg(m_sight.calledName), Type::small, Color::joint));
    if (plan.content.accord)
        flow->addWidget(new Tag{m_theme, accordLook(*plan.content.accord)});
    column->addWidget(top);
    if (!plan.content.personsView.empty()) {
        auto* said = plainLabel(text(plan.content.personsView), Type::body);
        said->setWordWrap(true);
        column->addWidget(said);
    }
    QStringList facts;
    const Date today = londonDate(m_sight.now);
    if (plan.content.reviewOn)
        facts << tr("We look at it again on %1.").arg(dayWords(*plan.content.reviewOn, today));
    if (plan.content.until)
        facts << tr("It runs until %1.").arg(dayWords(*plan.content.until, today));
    if (!plan.content.copiesTo.empty())
        facts << tr("Copies to: %1").arg(sentence(text(plan.content.copiesTo)));
    column->addWidget(new RunLabel{m_theme, Type::small, {{facts.join(u' '), Color::ink2, 400}}});
    return card;
}

}  // namespace holdfast::ui
