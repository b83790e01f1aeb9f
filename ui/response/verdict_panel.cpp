#include "response/verdict_panel.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/icon_label.h"
#include "widgets/steps.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

struct BoxLook {
    Color fill;
    Color tint;
    Color ink;
    QString icon;
};

BoxLook lookOf(VerdictBox::Kind kind)
{
    switch (kind) {
    case VerdictBox::Kind::notAllowed:
        return {Color::lateFill, Color::lateTint, Color::late, QStringLiteral("xcircle")};
    case VerdictBox::Kind::withPlan: return {Color::wait, Color::waitTint, Color::wait, QStringLiteral("hourglass")};
    case VerdictBox::Kind::accepted: return {Color::jointFill, Color::jointTint, Color::joint, QStringLiteral("ok")};
    }
    return {};
}

VerdictBox::Kind kindOf(const engine::Verdict& verdict)
{
    if (!verdict.cls)
        return VerdictBox::Kind::accepted;
    return *verdict.cls == BounceClass::never ? VerdictBox::Kind::notAllowed : VerdictBox::Kind::withPlan;
}

QString iconOf(std::string_view what)
{
    if (what == "challenge_letter" || what == "chase")
        return QStringLiteral("letter");
    if (what == "hold_mdt")
        return QStringLiteral("mdt");
    if (what == "safety_follow_up" || what == "supervisor_review")
        return QStringLiteral("crisis");
    if (what == "keyworker_query" || what == "call_back")
        return QStringLiteral("phone");
    return QStringLiteral("timer");
}

/// What a clock of the next step shows: whole working days, or the hours of one that runs out within the day.
struct ClockFace {
    int number = 0;
    QString caption;
    bool urgent = false;
};

ClockFace clockFace(Instant due, Instant now, const WorkingDays& days)
{
    using namespace std::chrono_literals;
    if (const int whole = days.between(now, due); whole > 0)
        return {whole,
                whole == 1 ? VerdictPanel::tr("working day\non the clock")
                           : VerdictPanel::tr("working days\non the clock"),
                false};
    const auto left = std::max(due - now, Instant::duration{0});
    if (left < 1h)
        return {static_cast<int>(std::chrono::ceil<std::chrono::minutes>(left).count()),
                VerdictPanel::tr("minutes\non the clock"), true};
    const int hours = static_cast<int>(std::chrono::floor<std::chrono::hours>(left).count());
    return {hours, hours == 1 ? VerdictPanel::tr("hour\non the clock") : VerdictPanel::tr("hours\non the clock"), true};
}

}  // namespace

VerdictBox::VerdictBox(const Theme& theme, Kind kind, const QString& title, QWidget* parent)
    : QFrame{parent}, m_theme{theme}, m_kind{kind}
{
    const auto look = lookOf(kind);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(0);
    m_head = new QWidget{this};
    auto* head = new QHBoxLayout{m_head};
    head->setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(9));
    head->setSpacing(theme.px(10));
    head->addWidget(new IconLabel{theme, look.icon, Color::onFill, 20, m_head}, 0, Qt::AlignTop);
    head->addWidget(new RunLabel{theme, Type::h2, {{title, Color::onFill, 600}}, m_head}, 1);
    column->addWidget(m_head);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(12));
    m_body->setSpacing(theme.px(6));
    column->addLayout(m_body);
    setAccessibleName(title);
}

void VerdictBox::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const auto look = lookOf(m_kind);
    const qreal radius = m_theme.size(Size::radiusCard);
    QPainterPath shape;
    shape.addRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), radius, radius);
    painter.fillPath(shape, m_theme.color(look.tint));
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(QRect{0, 0, width(), m_head->geometry().bottom() + 1}, m_theme.color(look.fill));
    painter.restore();
    painter.setPen(QPen{m_theme.color(look.fill), 2});
    painter.drawPath(shape);
}

VerdictPanel::VerdictPanel(const Theme& theme, const WorkingDays& days, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_days{days}
{
    setAccessibleName(tr("What the protocol says and what happens next"));
    m_column = new QVBoxLayout{this};
    m_column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    m_column->setSpacing(theme.px(12));
    showPrompt(tr("Choose what they said. What the protocol says and what happens next appears here."));
}

void VerdictPanel::showPrompt(const QString& words)
{
    m_title.clear();
    clearLayout(*m_column);
    m_column->addWidget(new RunLabel{m_theme, Type::body, {{words, Color::ink3}}, this});
    m_column->addStretch();
}

void VerdictPanel::showOutcome(const app::RecordOutcome& outcome, const QString& name, const WorkerId& me, Instant now)
{
    if (!outcome.verdict) {
        showPrompt(tr("This is kept in the history."));
        return;
    }
    const auto& verdict = *outcome.verdict;
    const QString before = m_title;
    clearLayout(*m_column);
    m_title = text(verdict.title);
    m_why.clear();
    for (const engine::Why& each : verdict.why)
        m_why.push_back(partOf(each, outcome.names, now));
    addBox(verdict, outcome.names, now);
    addNext(verdict, outcome, me, now);
    addTell(verdict, name, outcome.names);
    addChanges(outcome);
    m_column->addStretch();
    // Announced once when it appears; the focus stays where the worker types.
    if (m_title != before && kindOf(verdict) == VerdictBox::Kind::notAllowed) {
        setAccessibleName(m_title);
        QAccessibleEvent alert{this, QAccessible::Alert};
        QAccessible::updateAccessibility(&alert);
    }
}

QWidget* VerdictPanel::citationRow(const engine::VerdictCitation& citation, const WhyPart& why, Color tone)
{
    auto* line = new QWidget{this};
    auto* row = new QHBoxLayout{line};
    row->setContentsMargins({});
    row->setSpacing(m_theme.px(8));
    row->addWidget(new IconLabel{m_theme, QStringLiteral("guidance"), tone, 18, line}, 0, Qt::AlignTop);
    row->addWidget(new RunLabel{m_theme,
                                Type::dense,
                                {{text(citation.key) + QStringLiteral(". "), Color::ink, 600},
                                 {sentence(capitalised(text(citation.text)))}},
                                line},
                   1);
    auto* ask = new Button{m_theme, tr("Why?"), ButtonKind::link, {}, ButtonSize::small, line};
    ask->setObjectName(QStringLiteral("citationWhy"));
    ask->setAccessibleName(tr("Why %1 is quoted").arg(text(citation.key)));
    connect(ask, &QPushButton::clicked, this, [this, why] { emit citationWhyRequested(why); });
    row->addWidget(ask, 0, Qt::AlignTop);
    return line;
}

void VerdictPanel::addBox(const engine::Verdict& verdict, const app::NameBook& names, Instant now)
{
    const auto kind = kindOf(verdict);
    auto* box = new VerdictBox{m_theme, kind, text(verdict.title), this};
    QStringList says;
    if (!verdict.protocol.empty())
        says.append(text(verdict.protocol));
    if (!verdict.holderSentence.empty())
        says.append(withNames(verdict.holderSentence, names));
    box->body()->addWidget(new RunLabel{m_theme, Type::dense, {{says.join(QLatin1Char(' '))}}, box});
    for (const auto& citation : verdict.citations) {
        if (!citation.printable)
            continue;
        box->body()->addWidget(citationRow(citation, partOf(citation, names, now), lookOf(kind).ink));
    }
    if (!verdict.requiredStep.empty())
        box->body()->addWidget(new RunLabel{
            m_theme, Type::dense, {{tr("What has to follow: "), Color::ink, 600}, {text(verdict.requiredStep)}}, box});
    QStringList flags;
    for (const auto& flag : verdict.flags)
        flags.append(flagWords(flag));
    if (!flags.isEmpty())
        box->body()->addWidget(
            new RunLabel{m_theme, Type::dense, {{flags.join(QStringLiteral(". ")), Color::late, 600}}, box});
    auto* why = new Button{m_theme, tr("Why? Show the rules"), ButtonKind::link, {}, ButtonSize::small, box};
    why->setObjectName(QStringLiteral("verdictWhy"));
    connect(why, &QPushButton::clicked, this, &VerdictPanel::whyRequested);
    box->body()->addWidget(why, 0, Qt::AlignLeft);
    m_column->addWidget(box);
}

void VerdictPanel::addNext(const engine::Verdict& verdict, const app::RecordOutcome& outcome, const WorkerId& me,
                           Instant now)
{
    auto* heading = new QHBoxLayout;
    heading->addWidget(strongLabel(tr("What happens next"), Type::h2, Color::ink, this), 1);
    const auto first =
        std::find_if(verdict.steps.begin(), verdict.steps.end(), [](const auto& step) { return step.level >= 2; });
    if (first != verdict.steps.end()) {
        const ClockFace clock = clockFace(first->due, now, m_days);
        auto* caption = plainLabel(clock.caption, Type::small, Color::ink2, this);
        caption->setObjectName(QStringLiteral("clockCaption"));
        caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        heading->addWidget(caption);
        heading->addWidget(new ClockRing{m_theme, clock.number, clock.urgent ? Role::late : Role::joint, this});
    }
    m_column->addLayout(heading);

    auto* line = new QVBoxLayout;
    line->setSpacing(0);
    const bool held = verdict.holder.has_value();
    const QString holder = held ? workerName(verdict.holder->worker, outcome.names) : QString{};
    StepRow::Data stays;
    stays.icon = QStringLiteral("clasp");
    stays.title = held ? tr("Now: the hold stays on") : tr("Now: this need is not open");
    stays.detail = held ? tr("Nothing closes. %1 is accountable.").arg(holder) : QString{};
    stays.now = true;
    stays.last = verdict.steps.empty();
    stays.certain = true;
    auto* tag = held ? new Tag{m_theme, stateLook(TagState::held), this} : nullptr;
    line->addWidget(new StepRow{m_theme, stays, tag, this});
    for (std::size_t i = 0; i < verdict.steps.size(); ++i) {
        const auto& step = verdict.steps[i];
        StepRow::Data row;
        row.icon = iconOf(step.what);
        row.title = tr("%1: %2").arg(momentWords(step.due, now), actionWords(step.what));
        QStringList detail{ownerWords(step.owner, outcome.names, me)};
        if (!step.sentence.empty())
            detail.append(withNames(step.sentence, outcome.names));
        for (QString& part : detail)
            part = sentence(part);
        row.detail = detail.join(QLatin1Char(' '));
        row.certain = false;
        row.last = i + 1 == verdict.steps.size();
        line->addWidget(new StepRow{m_theme, row, nullptr, this});
    }
    m_column->addLayout(line);
}

void VerdictPanel::addTell(const engine::Verdict& verdict, const QString& name, const app::NameBook& names)
{
    if (verdict.tellPerson.empty() && verdict.tellCarer.empty())
        return;
    auto* card = new Card{m_theme, this};
    card->setRole(Role::joint, Card::Spine::left, true);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(m_theme.px(14), m_theme.px(8), m_theme.px(14), m_theme.px(10));
    column->setSpacing(m_theme.px(4));
    if (!verdict.tellPerson.empty()) {
        column->addWidget(strongLabel(tr("Tell %1").arg(name), Type::dense, Color::joint, card));
        column->addWidget(new RunLabel{m_theme, Type::dense, {{withNames(verdict.tellPerson, names)}}, card});
    }
    if (!verdict.tellCarer.empty()) {
        column->addWidget(
            strongLabel(tr("Tell a carer, if %1 agreed to it").arg(name), Type::dense, Color::joint, card));
        column->addWidget(new RunLabel{m_theme, Type::dense, {{withNames(verdict.tellCarer, names)}}, card});
    }
    m_column->addWidget(card);
}

void VerdictPanel::addChanges(const app::RecordOutcome& outcome)
{
    if (!outcome.late || outcome.changed.empty())
        return;
    m_column->addWidget(strongLabel(tr("A late entry: this is what it changes"), Type::h3, Color::ink, this));
    for (const auto& change : outcome.changed) {
        const QString words = changeWords(change, outcome.names);
        if (!words.isEmpty())
            m_column->addWidget(new RunLabel{m_theme, Type::dense, {{words, Color::ink2}}, this});
    }
}

void VerdictPanel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_theme.color(Color::sunken));
    painter.fillRect(QRect{0, 0, 1, height()}, m_theme.color(Color::line));
}

}  // namespace holdfast::ui
