#include "reports/bounce_view.h"

#include "reports/flow_model.h"
#include "reports/service_table_model.h"
#include "reports/trend_chart.h"
#include "reports/word_header.h"
#include "theme/theme.h"
#include "widgets/cards.h"
#include "widgets/kpi_tile.h"
#include "widgets/messages.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/reasons.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int tileCount = 5;
constexpr int mostReasons = 7;

}  // namespace

BounceView::BounceView(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(12));
    column->addWidget(buildTiles());
    column->addWidget(buildCharts());
    buildGood();
    column->addWidget(m_good);
    buildTable();
    column->addWidget(m_table);
    m_empty = new EmptyState{
        theme, QStringLiteral("reports"), tr("No bounces in this period"),
        tr("Nobody was turned away, as far as anybody wrote it down. Choose a longer period to compare.")};
    m_empty->hide();
    column->addWidget(m_empty);
    m_note = new RunLabel{theme, Type::small};
    column->addWidget(m_note);
}

QWidget* BounceView::buildTiles()
{
    m_tileBox = new QWidget;
    auto* grid = new QGridLayout{m_tileBox};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(m_theme.px(12));
    for (int i = 0; i < tileCount; ++i)
        m_tiles.append(new KpiTile{m_theme});
    return m_tileBox;
}

QWidget* BounceView::buildCharts()
{
    m_chartBox = new QWidget;
    auto* grid = new QGridLayout{m_chartBox};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(m_theme.px(12));

    const auto card = [&](const QString& title) {
        auto* box = new Card{m_theme};
        auto* column = new QVBoxLayout{box};
        const int pad = m_theme.size(Size::cardPadding);
        column->setContentsMargins(pad, m_theme.px(12), pad, m_theme.px(12));
        column->addWidget(strongLabel(title, Type::h3));
        m_cards.append(box);
        return column;
    };
    auto* reasons = card(tr("Reasons given"));
    m_reasons = new QVBoxLayout;
    m_reasons->setSpacing(m_theme.px(6));
    reasons->addLayout(m_reasons);
    reasons->addStretch(1);

    auto* flow = card(tr("Who refused, and where the person was sent"));
    m_flow = new FlowModel{this};
    m_matrix = new QTableView;
    m_matrix->setObjectName(QStringLiteral("flowMatrix"));
    m_matrix->setAccessibleName(tr("Who refused, and where the person was sent"));
    m_matrix->setModel(m_flow);
    dressTable(*m_matrix, m_theme);
    m_matrix->setItemDelegate(new MatrixDelegate{m_theme, m_matrix});
    m_matrix->setFrameShape(QFrame::NoFrame);
    m_matrix->setHorizontalHeader(new WordHeader{m_theme, m_matrix});
    m_matrix->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_matrix->setSelectionMode(QAbstractItemView::NoSelection);
    m_matrix->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_matrix->setWordWrap(true);
    flow->addWidget(m_matrix, 1);

    auto* trend = card(tr("Bounces each month"));
    m_trend = new TrendChart{m_theme};
    trend->addWidget(m_trend, 1);
    return m_chartBox;
}

void BounceView::buildGood()
{
    m_good = new Card{m_theme};
    auto* column = new QVBoxLayout{m_good};
    const int pad = m_theme.size(Size::cardPadding);
    column->setContentsMargins(pad, m_theme.px(12), pad, m_theme.px(12));
    column->setSpacing(m_theme.px(6));
    column->addWidget(strongLabel(tr("What went well"), Type::h3));
    m_goodWords = new RunLabel{m_theme, Type::dense};
    column->addWidget(m_goodWords);
    m_goodRows = new QVBoxLayout;
    m_goodRows->setSpacing(m_theme.px(6));
    column->addLayout(m_goodRows);
}

void BounceView::buildTable()
{
    m_rows = new ServiceTableModel{this};
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("bounceTable"));
    m_table->setAccessibleName(tr("Bounces"));
    m_table->setModel(m_rows);
    dressTable(*m_table, m_theme);
    m_table->setItemDelegate(new TableDelegate{m_theme, m_table});
    m_table->setItemDelegateForColumn(ServiceTableModel::Rate, new RateBarDelegate{m_theme, m_table});
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    using M = ServiceTableModel;
    new TableColumns{*m_table,
                     m_theme,
                     {{M::Label, 0},
                      {M::Sent, 92, 700},
                      {M::Bounced, 92},
                      {M::Rate, 188, 900},
                      {M::Never, 108},
                      {M::People, 80, 620},
                      {M::DaysLost, 140, 820},
                      {M::CommonReason, 210, 1180},
                      {M::Challenged, 100, 1040},
                      {M::Overturned, 104, 560}}};
}

void BounceView::show(const report::BounceReport& report, Instant now)
{
    const bool none = report.bounces == 0;
    m_chartBox->setVisible(!none);
    m_table->setVisible(!none);
    m_empty->setVisible(none);
    showTiles(report);
    showReasons(report);
    m_flow->setReport(report);
    fitMatrix();
    showTrend(report);
    showGood(report);
    m_rows->setReport(report);
    m_note->setRuns({{tr("Exact figures, for use inside the services. "), Color::ink2, 600},
                     {tr("Before they go further, small numbers have to be protected. Data to %1, policy %2 %3.")
                          .arg(recordedWords(report.dataAsOf, now), text(report.policyId), text(report.policyVersion)),
                      Color::ink3}});
    const int rows = m_rows->rowCount();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * m_theme.size(Size::rowTable) +
                            m_theme.px(4));
    m_matrix->resizeRowsToContents();
    arrange();
}

void BounceView::fitMatrix()
{
    const int columns = m_flow->columnCount();
    if (columns == 0)
        return;
    QHeaderView& head = *m_matrix->horizontalHeader();
    head.setMinimumSectionSize(m_theme.px(44));
    for (const auto& [column, width] : {std::pair{0, 150}, std::pair{columns - 1, 46}}) {
        head.setSectionResizeMode(column, QHeaderView::Fixed);
        head.resizeSection(column, m_theme.px(width));
    }
}

void BounceView::showTiles(const report::BounceReport& report)
{
    using Trend = KpiData::Trend;
    const QString share =
        report.challenged == 0 ? tr("none yet") : tr("%1%").arg(qRound(100.0 * report.overturned / report.challenged));
    m_tiles[0]->setData({tr("Bounces"),
                         QString::number(report.bounces),
                         {},
                         Trend::level,
                         false,
                         tr("%1 not allowed by the protocol").arg(report.never),
                         QStringLiteral("bounce")});
    m_tiles[1]->setData({tr("Days lost per bounce, median"),
                         report.daysLostMedian ? QString::number(*report.daysLostMedian, 'g', 4) : tr("none"),
                         tr("days"), Trend::level, false, tr("%1 days in all").arg(report.daysLost),
                         QStringLiteral("hourglass")});
    m_tiles[2]->setData(
        {tr("Challenges overturned"), share, tr("%1 of %2").arg(report.overturned).arg(report.challenged), Trend::level,
         false, tr("%1 people bounced twice or more").arg(report.peopleTwiceOrMore), QStringLiteral("letter")});
    m_tiles[3]->setData({tr("Held together now"), QString::number(report.heldNow), tr("people"), Trend::joint, false,
                         tr("both services accepted for %1").arg(report.joinedNow), QStringLiteral("clasp")});
    m_tiles[4]->setData({tr("People with no named lead"),
                         QString::number(report.openWithoutHolder),
                         {},
                         report.openWithoutHolder == 0 ? Trend::joint : Trend::worse,
                         false,
                         report.openWithoutHolder == 0 ? tr("everyone has one") : tr("name one today"),
                         QStringLiteral("ok"),
                         report.openWithoutHolder == 0});
}

void BounceView::showReasons(const report::BounceReport& report)
{
    clearLayout(*m_reasons);
    auto groups = report.byReason;
    std::ranges::stable_sort(groups, std::ranges::greater{}, &report::BounceGroup::bounces);
    if (groups.size() > mostReasons)
        groups.resize(mostReasons);
    const int largest = groups.empty() ? 1 : groups.front().bounces;
    for (const report::BounceGroup& group : groups) {
        const Lane lane = group.need == Need::substanceUse ? Lane::substanceUse : Lane::mentalHealth;
        m_reasons->addWidget(new BarRow{m_theme, lane, reasonWords(group.key), group.bounces, largest});
    }
}

void BounceView::showTrend(const report::BounceReport& report)
{
    const QLocale english{QLocale::English, QLocale::UnitedKingdom};
    std::vector<TrendPoint> points;
    for (const report::BounceGroup& group : report.byMonth) {
        const QDate month = QDate::fromString(text(group.key) + QStringLiteral("-01"), Qt::ISODate);
        const bool chosen =
            month.isValid() && fromQt(month.addMonths(1)) > report.query.from && fromQt(month) <= report.query.to;
        points.push_back({english.toString(month, QStringLiteral("MMM")), group.bounces, group.overturned, chosen});
    }
    m_trend->setPoints(std::move(points));
}

void BounceView::showGood(const report::BounceReport& report)
{
    clearLayout(*m_goodRows);
    auto groups = report.byService;
    std::erase_if(groups, [](const report::BounceGroup& group) { return group.wentWell == 0; });
    std::ranges::stable_sort(groups, std::ranges::greater{}, &report::BounceGroup::wentWell);
    if (groups.size() > mostReasons)
        groups.resize(mostReasons);
    for (const report::BounceGroup& group : groups) {
        auto* line = new RunLabel{m_theme, Type::dense};
        line->setRuns({{text(group.label), Color::ink, 600},
                       {tr("  %1").arg(group.wentWell), Color::ink2},
                       {group.heldBoth == 0 ? QString{} : tr(", %1 with both needs held together").arg(group.heldBoth),
                        Color::ink2}});
        m_goodRows->addWidget(line);
    }
    if (report.wentWell == 0)
        m_goodWords->setRuns({{tr("Nobody wrote down something that went well in this period. "
                                  "On a person's page, Record and then Something that went well adds it here."),
                               Color::ink2}});
    else
        m_goodWords->setRuns(
            {{counted(report.wentWell, tr("1 good experience"), tr("%1 good experiences")), Color::ink, 600},
             {tr(", in %1 both needs were held together.").arg(report.heldBoth), Color::ink2}});
}

void BounceView::arrange()
{
    const qreal wide = width() / m_theme.u();
    const int perRow = wide > 1150 ? tileCount : wide > 700 ? 3 : 2;
    auto* tiles = static_cast<QGridLayout*>(m_tileBox->layout());
    for (int i = 0; i < m_tiles.size(); ++i)
        tiles->addWidget(m_tiles[i], i / perRow, i % perRow);

    auto* charts = static_cast<QGridLayout*>(m_chartBox->layout());
    const int across = wide > 1200 ? 3 : wide > 760 ? 2 : 1;
    for (int i = 0; i < m_cards.size(); ++i)
        charts->addWidget(m_cards[i], i / across, i % across);
    for (int column = 0; column < 3; ++column)
        charts->setColumnStretch(column, column >= across ? 0 : column == 1 ? 5 : 4);
    fitMatrix();
}

void BounceView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace holdfast::ui
