#include "assessment/route_panel.h"

#include "domain/calendar.h"
#include "domain/place.h"
#include "theme/theme.h"
#include "widgets/assessment_widgets.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/assessment_words.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/waits.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

/// How far along its axis a need sits. Nothing while nobody has said how much it affects daily life.
std::optional<qreal> placeOf(Need need, const record::AssessmentForm& form)
{
    if (form.status[need] == NeedStatus::none || form.status[need] == NeedStatus::met)
        return 0.08;
    if (!form.severity[need])
        return std::nullopt;
    switch (*form.severity[need]) {
    case Severity::none: return 0.08;
    case Severity::mild: return 0.3;
    case Severity::moderate: return 0.62;
    case Severity::severe: return 0.88;
    }
    return std::nullopt;
}

/// The corner that the policy named; inside it the severities decide where.
QuadrantPlot::Point inQuadrant(std::string_view quadrant, qreal mental, qreal use)
{
    constexpr qreal low = 0.42;
    constexpr qreal high = 0.58;
    const bool together = quadrant == "held_together";
    const bool mentalHigh = together || quadrant == "mental_health_leads";
    const bool useHigh = together || quadrant == "substance_use_leads";
    return {mentalHigh ? qMax(mental, high) : qMin(mental, low), useHigh ? qMax(use, high) : qMin(use, low), 0.12};
}

}  // namespace

RoutePanel::RoutePanel(const Theme& theme, QWidget* parent) : Card{theme, parent}, m_theme{theme}
{
    setAccessibleName(tr("Recommended route"));
    m_column = new QVBoxLayout{this};
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    buildHead();

    m_scroll = new QScrollArea{this};
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QWidget;
    m_lines = new QVBoxLayout{m_body};
    m_lines->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10));
    m_lines->setSpacing(theme.px(6));
    m_scroll->setWidget(m_body);
    m_column->addWidget(m_scroll, 1);
    buildFoot();
    showNothingYet();
}

void RoutePanel::buildHead()
{
    m_head = new QWidget{this};
    auto* head = new QVBoxLayout{m_head};
    head->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(10));
    head->setSpacing(m_theme.px(2));
    auto* top = new QHBoxLayout;
    top->setSpacing(m_theme.px(6));
    top->addWidget(new IconLabel{m_theme, QStringLiteral("clasp"), Color::joint, 16, m_head});
    top->addWidget(strongLabel(tr("Recommended route"), Type::small, Color::joint, m_head));
    top->addStretch();
    top->addWidget(plainLabel(tr("updates as you type"), Type::small, Color::ink2, m_head));
    head->addLayout(top);
    m_title = strongLabel({}, Type::h1s, Color::ink, m_head);
    m_title->setWordWrap(true);
    head->addWidget(m_title);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(m_theme.px(1));
    head->addLayout(m_rows);
    m_column->addWidget(m_head);
}

void RoutePanel::buildFoot()
{
    auto* foot = new QWidget{this};
    auto* column = new QVBoxLayout{foot};
    column->setContentsMargins(m_theme.px(16), m_theme.px(8), m_theme.px(16), m_theme.px(10));
    column->setSpacing(m_theme.px(8));
    m_promise = new RunLabel{m_theme, Type::small, {}, foot};
    column->addWidget(m_promise);
    m_primary = new Button{
        m_theme, tr("Hold together and refer"), ButtonKind::primary, QStringLiteral("clasp"), ButtonSize::dialog, foot};
    m_primary->setToolTip(tr("Ctrl+Enter"));
    column->addWidget(m_primary);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(m_theme.px(8));
    m_others = new Button{m_theme, tr("Other routes"), ButtonKind::secondary, {}, ButtonSize::normal, foot};
    m_later = new Button{m_theme, tr("Save for later"), ButtonKind::secondary, {}, ButtonSize::normal, foot};
    pair->addWidget(m_others, 1);
    pair->addWidget(m_later, 1);
    column->addLayout(pair);
    auto* last = new QHBoxLayout;
    m_saved = plainLabel({}, Type::small, Color::ink3, foot);
    last->addWidget(m_saved, 1);
    m_signOnly = new Button{m_theme, tr("Sign without referring"), ButtonKind::link, {}, ButtonSize::small, foot};
    last->addWidget(m_signOnly);
    column->addLayout(last);
    m_column->addWidget(new Line{m_theme, Qt::Horizontal, Color::line, this});
    m_column->addWidget(foot);
    connect(m_primary, &QPushButton::clicked, this, &RoutePanel::signAndRefer);
    connect(m_others, &QPushButton::clicked, this, &RoutePanel::otherRoutesAsked);
    connect(m_later, &QPushButton::clicked, this, &RoutePanel::saveForLater);
    connect(m_signOnly, &QPushButton::clicked, this, &RoutePanel::signOnly);
}

void RoutePanel::setName(const QString& name)
{
    m_promise->setText(tr("The plot suggests who leads. It never decides whether %1 is seen.").arg(name), Color::ink2);
}

void RoutePanel::setSaved(const QString& line)
{
    m_saved->setText(line);
}

void RoutePanel::setBusy(bool busy)
{
    m_primary->setBusy(busy);
    m_signOnly->setEnabled(!busy);
    m_others->setEnabled(!busy);
}

void RoutePanel::setStacked(bool stacked)
{
    m_scroll->setVerticalScrollBarPolicy(stacked ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_scroll->setMinimumHeight(stacked ? m_body->sizeHint().height() : 0);
}

QString RoutePanel::title() const
{
    return m_title->text();
}

void RoutePanel::showNothingYet()
{
    m_title->setText(tr("Looking at the answers"));
    clearLayout(*m_rows);
    clearLayout(*m_lines);
    m_plot = nullptr;
    addLine(QStringLiteral("info"), Color::ink2, tr("The route appears here as soon as there is something to go by."));
    m_lines->addStretch();
}

void RoutePanel::addRow(const QString& label, const QString& value, const QString& rest)
{
    auto* row = new QWidget{m_head};
    auto* cells = new QHBoxLayout{row};
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(m_theme.px(8));
    auto* key = plainLabel(label, Type::dense, Color::ink2, row);
    key->setFixedWidth(m_theme.px(76));
    cells->addWidget(key, 0, Qt::AlignTop);
    QList<TextRun> runs{{value, Color::ink, 500}};
    if (!rest.isEmpty())
        runs.append({QStringLiteral(", ") + rest, Color::ink2, 400});
    cells->addWidget(new RunLabel{m_theme, Type::dense, runs, row}, 1);
    m_rows->addWidget(row);
}

void RoutePanel::addHeading(const QString& title)
{
    if (m_lines->count() > 0)
        m_lines->addSpacing(m_theme.px(4));
    m_lines->addWidget(strongLabel(title, Type::h3, Color::ink, m_body));
}

void RoutePanel::addLine(const QString& icon, Color tone, const QString& text, const QString& rule)
{
    auto* row = new QWidget{m_body};
    auto* cells = new QHBoxLayout{row};
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(m_theme.px(8));
    cells->addWidget(new IconLabel{m_theme, icon, tone, 16, row}, 0, Qt::AlignTop);
    QList<TextRun> runs{{text, Color::ink}};
    if (!rule.isEmpty())
        runs.append({tr(" Rule %1").arg(rule), Color::ink3});
    cells->addWidget(new RunLabel{m_theme, Type::dense, runs, row}, 1);
    m_lines->addWidget(row);
}

void RoutePanel::fillHead(const app::AssessmentPreview& preview, const record::AssessmentForm& form,
                          const RouteChoice& choice)
{
    const auto& decision = preview.decision;
    const auto nameFor = [&](Need need) -> QString {
        const auto service = routeFor(need, decision, choice);
        if (!service)
            return tr("No service fits yet");
        QString name = serviceName(*service, preview.names);
        const auto& list = decision.candidates[need];
        const auto there = std::ranges::find(list, *service, &engine::Candidate::service);
        if (there != list.end() && there->distance)
            name = tr("%1, %2").arg(name, text(formatMiles(there->distance->tenths)));
        return choice.other[need] ? tr("%1 (your choice)").arg(name) : name;
    };
    const auto waitFor = [&](Need need) -> QString {
        const auto service = routeFor(need, decision, choice);
        const report::ExpectedWait* expected = service ? waitOf(m_waits, *service) : nullptr;
        return expected ? briefWaitWords(*expected) : QString{};
    };
    clearLayout(*m_rows);
    const auto open = openNeeds(form);
    const Need lead = decision.lead.need;
    const bool leadOpen = isOpen(form.status[lead]);
    if (leadOpen)
        addRow(tr("Lead"), nameFor(lead), waitFor(lead));
    if (isOpen(form.status[other(lead)]))
        addRow(leadOpen ? tr("Alongside") : tr("Lead"), nameFor(other(lead)), waitFor(other(lead)));
    if (open.empty())
        addRow(tr("Needs"), tr("Say below what was found"));
    addRow(tr("Urgency"), words(decision.urgency));
    if (decision.agreeNewTime)
        addRow(tr("Now"), tr("Agree a time to meet again"));
}

void RoutePanel::showRoute(const app::AssessmentPreview& preview, const record::AssessmentForm& form,
                           const RouteChoice& choice, const QString& name)
{
    const auto& decision = preview.decision;
    const QString before = m_title->text();
    const auto open = openNeeds(form);
    const QString title = open.empty() ? tr("Nothing to route yet") : text(decision.lead.label);
    m_title->setText(title);
    fillHead(preview, form, choice);
    setName(name);

    const int scrolled = m_scroll->verticalScrollBar()->value();
    clearLayout(*m_lines);
    m_plot = nullptr;
    addWhy(preview);
    addPlot(decision, form, name);
    addAdvice(preview);
    m_lines->addStretch();
    m_scroll->verticalScrollBar()->setValue(scrolled);

    m_primary->setText(open.size() == 1 ? tr("Sign and refer") : tr("Hold together and refer"));
    if (title != before)
        emit routeChanged(title);
    update();
}

void RoutePanel::addWhy(const app::AssessmentPreview& preview)
{
    const auto& decision = preview.decision;
    for (const auto& caution : decision.cautions)
        addLine(QStringLiteral("alert"), Color::late, text(caution.text));
    addHeading(tr("Why"));
    if (!decision.lead.sentence.empty())
        addLine(QStringLiteral("clasp"), Color::joint, text(decision.lead.sentence), text(decision.lead.rule.text()));
    for (const auto& why : decision.why)
        if (!why.sentence.empty() && why.rule != decision.lead.rule)
            addLine(QStringLiteral("guidance"), Color::joint, text(why.sentence), text(why.rule.text()));
}

void RoutePanel::addPlot(const engine::AssessmentDecision& decision, const record::AssessmentForm& form,
                         const QString& name)
{
    m_lines->addSpacing(m_theme.px(2));
    m_lines->addWidget(new Line{m_theme, Qt::Horizontal, Color::line, m_body});
    m_plot = new QuadrantPlot{m_theme, m_body};
    m_plot->setWords({tr("MH leads"), tr("Held together"), tr("GP and brief"), tr("D&A leads")},
                     {tr("D&A alongside"), tr("MH lead, both in"), tr("support, one plan"), tr("MH alongside")});
    const auto mental = placeOf(Need::mentalHealth, form);
    const auto use = placeOf(Need::substanceUse, form);
    std::optional<QuadrantPlot::Point> point;
    if (mental && use) {
        point = inQuadrant(decision.lead.quadrant, *mental, *use);
        if (form.status.mentalHealth == NeedStatus::possible || form.status.substanceUse == NeedStatus::possible)
            point->uncertainty = 0.2;
    }
    m_plot->setUnknownText(tr("Choose the effect on daily life for both needs to see where %1 stands.").arg(name));
    m_plot->setPoint(point, name);
    m_lines->addWidget(m_plot);
}

void RoutePanel::addAdvice(const app::AssessmentPreview& preview)
{
    const auto& decision = preview.decision;
    if (!decision.ask.empty()) {
        addHeading(tr("Still to ask"));
        for (const auto& ask : decision.ask)
            addLine(QStringLiteral("speak"), Color::ink2, text(ask.text));
    }
    if (!decision.interimSupport.empty()) {
        addHeading(tr("While waiting"));
        for (const auto& support : decision.interimSupport)
            addLine(QStringLiteral("clasp"), Color::joint, text(support.text));
    }
    if (!decision.clocks.empty()) {
        addHeading(tr("Clocks that start"));
        for (const auto& clock : decision.clocks) {
            const QString due =
                clock.due ? tr(", by %1").arg(dayWords(londonDate(*clock.due), londonDate(*clock.due))) : QString{};
            addLine(QStringLiteral("timer"), Color::ink2,
                    tr("%1: %2%3").arg(serviceName(clock.service, preview.names), text(clock.label), due),
                    text(clock.status));
        }
    }
}

void RoutePanel::paintEvent(QPaintEvent* event)
{
    Card::paintEvent(event);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = m_theme.size(Size::radiusCard);
    QPainterPath shape;
    shape.addRoundedRect(crisp(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setClipPath(shape);
    const QRect head{0, 0, width(), m_head->geometry().bottom() + 1};
    painter.fillRect(head, m_theme.color(Color::jointTint));
    painter.fillRect(QRect{0, head.bottom(), width(), 1}, m_theme.color(Color::jointLine));
}

}  // namespace holdfast::ui
