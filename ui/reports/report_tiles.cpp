#include "reports/report_tiles.h"

#include "reports/report_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/kpi_tile.h"
#include "widgets/pressable.h"
#include "words/codes.h"

#include <QGridLayout>

namespace holdfast::ui {
namespace {

using Trend = KpiData::Trend;

constexpr int tileCount = 5;

struct Change {
    QString words;
    Trend trend = Trend::level;
    bool up = false;
};

double valueOf(const report::Measure& measure, const report::Figure& figure)
{
    if (measure.unit == report::Unit::share)
        return figure.share().value_or(0);
    return measure.unit == report::Unit::count ? figure.part : figure.median.value_or(0);
}

std::size_t placeOf(const char* id)
{
    return static_cast<std::size_t>(report::measure(id) - report::measures().data());
}

/// Since the period before; `fewerIsBetter` of bounces and days, not of challenges that were won.
Change changeOf(const report::FullReport& report, const char* id, bool fewerIsBetter)
{
    if (!report.before)
        return {};
    const report::Measure& measure = *report::measure(id);
    const report::Figure& now = report.measures.all.figures[placeOf(id)];
    const report::Figure& before = report.before->all.figures[placeOf(id)];
    Change change;
    change.words = changeWords(measure, now, before);
    const double difference = valueOf(measure, now) - valueOf(measure, before);
    if (change.words.isEmpty() || difference == 0)
        return change;
    change.up = difference > 0;
    change.trend = change.up == fewerIsBetter ? Trend::worse : Trend::better;
    return change;
}

KpiData tileOf(const QString& caption, const QString& value, const QString& unit, const Change& change,
               const QString& otherwise, const QString& icon)
{
    const bool compared = !change.words.isEmpty();
    return {caption,
            value,
            unit,
            change.trend,
            change.up,
            compared ? change.words : otherwise,
            compared ? QString{} : icon};
}

}  // namespace

ReportTiles::ReportTiles(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(theme.px(12));
    addTile(QStringLiteral("bounces.all"));
    addTile(QStringLiteral("days_lost.bounce"));
    addTile(QStringLiteral("challenges.overturned"));
    auto* held = new KpiTile{theme, this};
    held->setObjectName(QStringLiteral("tile.held"));
    connect(new Pressable{*held, tr("Opens People")}, &Pressable::pressed, this, &ReportTiles::peopleRequested);
    m_tiles << held << new KpiTile{theme, this};
}

KpiTile* ReportTiles::addTile(const QString& measure)
{
    auto* tile = new KpiTile{m_theme, this};
    tile->setObjectName(QStringLiteral("tile.") + measure);
    auto* about = new Button{m_theme, {}, ButtonKind::quiet, QStringLiteral("info"), ButtonSize::small};
    about->setObjectName(QStringLiteral("about.") + measure);
    about->setAccessibleName(tr("What is this: %1").arg(text(report::measure(measure.toStdString())->title)));
    about->setToolTip(tr("What is this?"));
    tile->addAction(*about);
    connect(about, &Button::clicked, this, [this, measure] { emit aboutRequested(measure); });
    connect(new Pressable{*tile, tr("Opens the cases behind it")}, &Pressable::pressed, this,
            [this, measure] { emit casesRequested(measure); });
    m_tiles << tile;
    return tile;
}

void ReportTiles::show(const report::FullReport& report)
{
    showBounces(report);
    showHeld(report.bounces);
    arrange();
}

void ReportTiles::showBounces(const report::FullReport& report)
{
    const report::BounceReport& bounces = report.bounces;
    m_tiles[0]->setData(tileOf(tr("Bounces"), QString::number(bounces.bounces), {},
                               changeOf(report, "bounces.all", true),
                               tr("%1 not allowed by the protocol").arg(bounces.never), QStringLiteral("bounce")));
    m_tiles[1]->setData(tileOf(
        tr("Days lost per bounce, median"), bounces.daysLostMedian ? daysNumber(*bounces.daysLostMedian) : tr("none"),
        bounces.daysLostMedian ? tr("days") : QString{}, changeOf(report, "days_lost.bounce", true),
        tr("%1 days in all").arg(bounces.daysLost), QStringLiteral("hourglass")));
    const report::Figure& won = report.measures.all.figures[placeOf("challenges.overturned")];
    const int sent = won.whole.value_or(0);
    m_tiles[2]->setData(tileOf(tr("Challenges overturned"), sent == 0 ? tr("none yet") : shareWords(won.part, sent),
                               sent == 0 ? QString{} : tr("%1 of %2").arg(won.part).arg(sent),
                               changeOf(report, "challenges.overturned", false),
                               tr("%1 people bounced twice or more").arg(bounces.peopleTwiceOrMore),
                               QStringLiteral("letter")));
}

void ReportTiles::showHeld(const report::BounceReport& report)
{
    m_tiles[3]->setData({tr("Held together now"), QString::number(report.heldNow), tr("people"), Trend::joint, false,
                         tr("both services accepted for %1").arg(report.joinedNow), QStringLiteral("clasp")});
    const bool everyone = report.openWithoutHolder == 0;
    m_tiles[4]->setData({tr("People with no named lead"),
                         QString::number(report.openWithoutHolder),
                         {},
                         everyone ? Trend::joint : Trend::worse,
                         false,
                         everyone ? tr("everyone has one") : tr("name one today"),
                         QStringLiteral("ok"),
                         everyone});
}

void ReportTiles::arrange()
{
    const qreal wide = width() / m_theme.u();
    const int perRow = wide > 1100 ? tileCount : wide > 700 ? 3 : 2;
    auto* grid = static_cast<QGridLayout*>(layout());
    for (int i = 0; i < m_tiles.size(); ++i)
        grid->addWidget(m_tiles[i], i / perRow, i % perRow);
}

void ReportTiles::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace holdfast::ui
