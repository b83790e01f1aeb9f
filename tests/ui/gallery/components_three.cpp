#include "gallery.h"
#include "widgets/assessment_widgets.h"
#include "widgets/bounce_table.h"
#include "widgets/bounce_timeline.h"
#include "widgets/cards.h"
#include "widgets/kpi_tile.h"
#include "widgets/report_widgets.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdfast::ui::gallery {
namespace {

TimelineBounce bounce(Lane lane, QDate asked, QDate refused, const char* service, const char* words, int lost)
{
    return {QString::number(refused.dayOfYear()),
            lane,
            asked,
            refused,
            QString::fromUtf8(service),
            QString::fromUtf8(words),
            QString::fromUtf8(words),
            lost,
            false};
}

TimelineData dani()
{
    TimelineData data;
    data.firstReferral = {2025, 1, 13};
    data.today = {2025, 11, 18};
    data.heldFrom = QDate{2025, 6, 2};
    data.nextReview = QStringLiteral("Next joint review 2 Dec");
    data.bounces = {
        bounce(Lane::mentalHealth, {2025, 1, 13}, {2025, 2, 3}, "CMHT", "Must be abstinent 3 months", 23),
        bounce(Lane::substanceUse, {2025, 2, 5}, {2025, 2, 19}, "Lantern", "Not drinking enough", 19),
        bounce(Lane::mentalHealth, {2025, 2, 24}, {2025, 3, 31}, "Talking Therapies", "Too complex while drinking", 37),
        bounce(Lane::substanceUse, {2025, 4, 2}, {2025, 4, 28}, "Lantern", "Mental health is the main need", 28),
        bounce(Lane::mentalHealth, {2025, 4, 30}, {2025, 5, 27}, "A&E liaison", "Had been drinking when seen", 33),
    };
    return data;
}

QWidget* inCard(const Theme& theme, QWidget* widget)
{
    auto* card = new Card{theme};
    auto* inside = new QVBoxLayout{card};
    inside->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8));
    inside->addWidget(widget);
    return card;
}

QWidget* timeline(const Theme& theme, TimelineData data, int height)
{
    auto* picture = new BounceTimeline{theme};
    picture->setData(std::move(data));
    picture->setFixedHeight(theme.px(height));
    return inCard(theme, picture);
}

QWidget* assessment(const Theme& theme)
{
    auto* host = new QWidget;
    auto* column = new QVBoxLayout{host};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* band = new ScoreBand{theme, Lane::mentalHealth};
    band->setBands(QStringLiteral("PHQ-9"),
                   {{0, QStringLiteral("none")},
                    {5, QStringLiteral("mild")},
                    {10, QStringLiteral("moderate")},
                    {15, QStringLiteral("moderately severe")},
                    {20, QStringLiteral("severe")}},
                   27);
    band->setScore(17);
    column->addWidget(band);
    const char* topics[]{"Interest", "Mood", "Sleep"};
    for (int i = 0; i < 3; ++i) {
        auto* row = new ScaleRow{
            theme, Lane::mentalHealth, i + 1, QString::fromUtf8(topics[i]), {{0, {}}, {1, {}}, {2, {}}, {3, {}}}};
        if (i < 2)
            row->setAnswer(i + 2);
        else
            row->setMissing(true);
        column->addWidget(row);
    }
    auto* injury = new ScaleRow{theme, Lane::substanceUse, 9, QStringLiteral("Injury"), {{0, {}}, {2, {}}, {4, {}}}};
    injury->setAnswer(4);
    column->addWidget(injury);
    auto* plot = new QuadrantPlot{theme};
    plot->setWords({QStringLiteral("MH leads"), QStringLiteral("Held together"), QStringLiteral("GP and brief"),
                    QStringLiteral("D&A leads")},
                   {QStringLiteral("D&A alongside"), QStringLiteral("MH lead, both in"),
                    QStringLiteral("support, one plan"), QStringLiteral("MH alongside")});
    plot->setPoint(QuadrantPlot::Point{0.68, 0.7, 0.11}, QStringLiteral("Tomasz"));
    column->addSpacing(10);
    column->addWidget(plot);
    return host;
}

QWidget* matrix(const Theme& theme)
{
    auto* table = new QTableWidget{3, 5};
    const CellKind kinds[3][5]{
        {CellKind::head, CellKind::same, CellKind::number, CellKind::number, CellKind::hidden},
        {CellKind::head, CellKind::hidden, CellKind::same, CellKind::number, CellKind::zero},
        {CellKind::head, CellKind::zero, CellKind::number, CellKind::hidden, CellKind::zero},
    };
    const char* texts[3][5]{{"Wrenfield CMHT", "same", "5", "10", "<5"},
                            {"Talking Therapies", "<5", "same", "7", "0"},
                            {"Lantern", "0", "5", "<5", "0"}};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 5; ++column) {
            auto* cell = new QTableWidgetItem{QString::fromUtf8(texts[row][column])};
            cell->setData(cellKindRole, static_cast<int>(kinds[row][column]));
            cell->setData(cellShareRole, cell->text().toDouble() / 10);
            if (column == 0)
                cell->setData(cellIconRole, row == 2 ? QStringLiteral("da") : QStringLiteral("mh"));
            table->setItem(row, column, cell);
        }
    dressTable(*table, theme);
    table->setItemDelegate(new MatrixDelegate{theme, table});
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    table->setColumnWidth(0, theme.px(140));
    table->verticalHeader()->setDefaultSectionSize(theme.px(36));
    table->setFixedHeight(theme.px(110));
    return table;
}

QLayout* tiles(const Theme& theme)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    const KpiData data[]{
        {QStringLiteral("Bounces"),
         QStringLiteral("61"),
         {},
         KpiData::Trend::better,
         false,
         QStringLiteral("23% fewer than 79 last quarter"),
         {},
         false},
        {QStringLiteral("Days lost per bounce, median"),
         QStringLiteral("19"),
         QStringLiteral("days"),
         KpiData::Trend::worse,
         true,
         QStringLiteral("3 more"),
         {},
         false},
        {QStringLiteral("Under 18"),
         QStringLiteral("<5"),
         {},
         KpiData::Trend::hidden,
         false,
         QStringLiteral("number hidden"),
         {},
         false},
        {QStringLiteral("People with no named lead"),
         QStringLiteral("0"),
         {},
         KpiData::Trend::joint,
         false,
         QStringLiteral("none since 2 June"),
         QStringLiteral("consent"),
         true},
    };
    for (const KpiData& each : data) {
        auto* tile = new KpiTile{theme};
        tile->setData(each);
        row->addWidget(tile, 1);
    }
    return row;
}

}  // namespace

QWidget* componentsThree(const Theme& theme)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addLayout(tiles(theme));
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(timeline(theme, dani(), 324), 1);
    auto* side = new QVBoxLayout;
    side->addWidget(assessment(theme));
    side->addStretch();
    auto* sideHost = new QWidget;
    sideHost->setLayout(side);
    sideHost->setFixedWidth(theme.px(360));
    top->addWidget(sideHost);
    column->addLayout(top);
    TimelineData open = dani();
    open.heldFrom.reset();
    open.offerHold = true;
    open.bounces[1].overturned = true;
    for (int i = 0; i < 6; ++i)
        open.bounces.append(bounce(i % 2 ? Lane::mentalHealth : Lane::substanceUse, QDate{2025, 6, 1}.addDays(i * 12),
                                   QDate{2025, 6, 8}.addDays(i * 14), "CMHT", "Too complex for this team", 12));
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(16);
    auto* left = new QVBoxLayout;
    left->addWidget(timeline(theme, open, 230));
    auto* table = new BounceTable{theme};
    table->setData(dani());
    left->addWidget(inCard(theme, table));
    bottom->addLayout(left, 1);
    auto* reports = new QVBoxLayout;
    reports->addWidget(new BarRow{theme, Lane::mentalHealth, QStringLiteral("Must be abstinent first"), 19, 19});
    reports->addWidget(new BarRow{theme, Lane::substanceUse, QStringLiteral("MH seen as the main need"), 7, 19});
    auto* hidden = new BarRow{theme, Lane::substanceUse, QStringLiteral("Use seen as too low"), 3, 19};
    hidden->setHidden(QStringLiteral("<5"));
    reports->addWidget(hidden);
    reports->addWidget(matrix(theme));
    reports->addStretch();
    auto* reportsHost = new QWidget;
    reportsHost->setLayout(reports);
    reportsHost->setFixedWidth(theme.px(420));
    bottom->addWidget(reportsHost);
    column->addLayout(bottom, 1);
    return page;
}

}  // namespace holdfast::ui::gallery
