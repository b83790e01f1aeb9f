#include "reports/bounce_view.h"

#include "report/document.h"
#include "reports/document_table.h"
#include "reports/flow_model.h"
#include "reports/national_card.h"
#include "reports/report_tiles.h"
#include "reports/report_words.h"
#include "reports/service_table_model.h"
#include "reports/trend_chart.h"
#include "reports/word_header.h"
#include "theme/theme.h"
#include "widgets/cards.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/pressable.h"
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
#include <array>

namespace holdfast::ui {
namespace {

constexpr int mostReasons = 7;
constexpr int mostNamed = 3;  ///< months out of the ordinary

}  // namespace

BounceView::BounceView(const Theme& theme, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_tiles{new ReportTiles{theme}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(12));
    connect(m_tiles, &ReportTiles::casesRequested, this,
            [this](const QString& measure) { emit casesRequested(asked(measure.toStdString()), {}); });
    connect(m_tiles, &ReportTiles::aboutRequested, this, &BounceView::aboutRequested);
    connect(m_tiles, &ReportTiles::peopleRequested, this, &BounceView::peopleRequested);
    column->addWidget(m_tiles);
    column->addWidget(buildCharts());
    buildTable();
    column->addWidget(new TableCard{theme, *m_table});
    m_empty = new EmptyState{theme, QStringLiteral("reports"), {}, {}, tr("Clear filters")};
    connect(m_empty, &EmptyState::actionTriggered, this, &BounceView::clearRequested);
    m_empty->hide();
    column->addWidget(m_empty);
    buildGood();
    column->addWidget(m_good);
    m_national = new NationalCard{theme};
    connect(m_national, &NationalCard::reasonActivated, this, [this](const QString& code) {
        openGroup(asked("bounces.all"), report::Dimension::reason, code.toStdString(), reasonWords(code.toStdString()));
    });
    column->addWidget(m_national);
}

QWidget* BounceView::buildCharts()
{
    m_chartBox = new QWidget;
    auto* grid = new QGridLayout{m_chartBox};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(m_theme.px(12));

    const auto card = [&](const QString& title) {
        auto* box = new Card{m_theme, m_chartBox};
        auto* column = new QVBoxLayout{box};
        const int pad = m_theme.size(Size::cardPadding);
        column->setContentsMargins(pad, m_theme.px(12), pad, m_theme.px(12));
        column->addWidget(strongLabel(title, Type::h3));
        m_cards.append(box);
        return column;
    };
    auto* reasons = card(tr("Reasons given"));
    auto* legend = new QHBoxLayout;
    for (const auto& [icon, tone, need] :
         {std::tuple{"mh", Color::mh, Need::mentalHealth}, std::tuple{"da", Color::da, Need::substanceUse}}) {
        legend->addWidget(new IconLabel{m_theme, QLatin1String{icon}, tone, 14});
        legend->addWidget(plainLabel(words(need), Type::small, tone));
        legend->addSpacing(m_theme.px(8));
    }
    legend->addStretch(1);
    reasons->addLayout(legend);
    m_reasons = new QVBoxLayout;
    m_reasons->setSpacing(m_theme.px(6));
    reasons->addLayout(m_reasons);
    reasons->addStretch(1);

    buildMatrix(*card(tr("Who refused, and where the person was sent")));

    auto* trend = card(tr("Bounces each month"));
    m_trend = new TrendChart{m_theme};
    connect(m_trend, &TrendChart::monthActivated, this, &BounceView::openMonth);
    trend->addWidget(m_trend, 1);
    m_unusual = new RunLabel{m_theme, Type::small};
    trend->addWidget(m_unusual);
    return m_chartBox;
}

void BounceView::buildMatrix(QVBoxLayout& column)
{
    m_flow = new FlowModel{this};
    m_matrix = new QTableView;
    m_matrix->setObjectName(QStringLiteral("flowMatrix"));
    m_matrix->setAccessibleName(tr("Who refused, and where the person was sent"));
    m_matrix->setModel(m_flow);
    dressTable(*m_matrix, m_theme);
    m_matrix->setItemDelegate(new MatrixDelegate{m_theme, m_matrix});
    m_matrix->setHorizontalHeader(new WordHeader{m_theme, m_matrix});
    m_matrix->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_matrix->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_matrix->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_matrix->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_matrix->setWordWrap(true);
    m_matrix->viewport()->setCursor(Qt::PointingHandCursor);
    connect(m_matrix, &QTableView::activated, this, &BounceView::openWay);
    connect(m_matrix, &QTableView::clicked, this, &BounceView::openWay);
    column.addWidget(m_matrix, 1);
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
    connect(m_table, &QTableView::activated, this, &BounceView::openLine);
    connect(m_table, &QTableView::clicked, this, &BounceView::openLine);
    using M = ServiceTableModel;
    m_columns = new TableColumns{*m_table,
                                 m_theme,
                                 {{M::Label, 0},
                                  {M::Sent, 88, 700},
                                  {M::Bounced, 82},
                                  {M::Before, 76},
                                  {M::Rate, 150, 900},
                                  {M::Never, 100},
                                  {M::People, 72, 620},
                                  {M::DaysLost, 132, 820},
                                  {M::CommonReason, 200, 1180},
                                  {M::Challenged, 96, 1040},
                                  {M::Overturned, 98, 560}}};
}

void BounceView::show(const report::FullReport& report, const report::Document& document, bool narrowed)
{
    const bool none = report.bounces.bounces == 0;
    m_query = report.measures.query;
    m_chartBox->setVisible(!none);
    m_table->setVisible(!none);
    m_national->setVisible(!none);
    m_empty->setVisible(none);
    m_empty->setWords(narrowed ? tr("No bounces with these filters") : tr("No bounces in this period"),
                      narrowed
                          ? tr("In the whole report there may be some. What went well is below.")
                          : tr("Nobody was turned away, as far as anybody wrote it down. Choose a longer period to "
                               "compare. What went well is below."));
    m_empty->setAction(narrowed ? tr("Clear filters") : QString{});
    m_tiles->show(report);
    showReasons(report.bounces);
    m_flow->setReport(report.bounces);
    fitMatrix();
    showTrend(report);
    showGood(report.bounces);
    m_rows->setReport(report);
    fitTable();
    if (const report::Table* national = document.table("national"))
        m_national->show(*national);
    arrange();
}

void BounceView::fitTable()
{
    m_columns->leaveOut(ServiceTableModel::Before, !m_rows->compares());
    fitHeight(*m_table, m_theme);
}

void BounceView::fitMatrix()
{
    const int columns = m_flow->columnCount();
    if (columns == 0)
        return;
    QHeaderView& head = *m_matrix->horizontalHeader();
    head.setMinimumSectionSize(m_theme.px(38));
    for (const auto& [column, width] : {std::pair{0, columns > 6 ? 132 : 150}, std::pair{columns - 1, 46}}) {
        head.setSectionResizeMode(column, QHeaderView::Fixed);
        head.resizeSection(column, m_theme.px(width));
    }
    m_matrix->resizeRowsToContents();
    int height = head.sizeHint().height() + m_theme.px(4);
    for (int row = 0; row < m_flow->rowCount(); ++row)
        height += m_matrix->rowHeight(row);
    m_matrix->setMinimumHeight(height);
}

void BounceView::showReasons(const report::BounceReport& report)
{
    auto groups = report.byReason;
    std::ranges::stable_sort(groups, std::ranges::greater{}, &report::BounceGroup::bounces);
    if (groups.size() > mostReasons)
        groups.resize(mostReasons);
    if (groups == m_shownReasons)
        return;  // whoever came back to a bar stays on it
    m_shownReasons = groups;
    clearLayout(*m_reasons);
    const int largest = groups.empty() ? 1 : groups.front().bounces;
    for (const report::BounceGroup& group : groups) {
        const Lane lane = group.need == Need::substanceUse ? Lane::substanceUse : Lane::mentalHealth;
        auto* bar = new BarRow{m_theme, lane, reasonWords(group.key), group.bounces, largest};
        connect(new Pressable{*bar, tr("Opens the cases behind it")}, &Pressable::pressed, this,
                [this, key = group.key] {
                    openGroup(asked("bounces.all"), report::Dimension::reason, key, reasonWords(key));
                });
        m_reasons->addWidget(bar);
    }
}

void BounceView::showTrend(const report::FullReport& report)
{
    const QLocale english{QLocale::English, QLocale::UnitedKingdom};
    std::vector<TrendPoint> points;
    QStringList unusual;
    m_months.clear();
    for (const report::BounceGroup& group : report.bounces.byMonth) {
        const QDate month = QDate::fromString(text(group.key) + QStringLiteral("-01"), Qt::ISODate);
        const bool chosen = month.isValid() && fromQt(month.addMonths(1)) > report.measures.query.from &&
                            fromQt(month) <= report.measures.query.to;
        const std::size_t at = m_months.size();
        if (at < report.chart.points.size() && !report.chart.points[at].causes.empty())
            unusual << keyWords(report::Dimension::month, group.key);
        points.push_back({english.toString(month, QStringLiteral("MMM")), group.bounces, group.overturned, chosen});
        m_months.push_back(group.key);
    }
    m_trend->setPoints(std::move(points));
    if (!report.chart.limits)
        m_unusual->setText(tr("Too few months to tell change from chance."), Color::ink3);
    else if (unusual.isEmpty())
        m_unusual->setText(tr("It varies as it always has: no month is out of the ordinary."), Color::ink3);
    else if (unusual.size() > mostNamed)
        m_unusual->setRuns({{tr("%1 of %2 months").arg(unusual.size()).arg(m_months.size()), Color::bounce, 600},
                            {tr(" are out of the ordinary. Which, and why, is under Pictures."), Color::ink2}});
    else
        m_unusual->setRuns({{tr("Out of the ordinary: "), Color::ink2},
                            {unusual.join(tr(", ")), Color::bounce, 600},
                            {tr(". Why is under Pictures."), Color::ink2}});
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
    auto* charts = static_cast<QGridLayout*>(m_chartBox->layout());
    const int across = wide > 1200 ? 3 : wide > 760 ? 2 : 1;
    for (int i = 0; i < m_cards.size(); ++i)
        charts->addWidget(m_cards[i], i / across, i % across);
    constexpr std::array stretches{8, 9, 7};  // as drawn: 416, what is left, 356
    for (std::size_t column = 0; column < stretches.size(); ++column)
        charts->setColumnStretch(static_cast<int>(column), static_cast<int>(column) < across ? stretches[column] : 0);
    fitMatrix();
}

report::CaseAsked BounceView::asked(std::string_view measure) const
{
    report::CaseAsked asked;
    asked.query = m_query;
    asked.measure = measure;
    return asked;
}

void BounceView::openGroup(const report::CaseAsked& of, report::Dimension by, const std::string& key,
                           const QString& words)
{
    report::CaseAsked line = of;
    line.only = {by, key};
    emit casesRequested(line, words);
}

void BounceView::openWay(const QModelIndex& cell)
{
    std::optional<std::string> from;
    report::CaseAsked way = asked("bounces.all");
    if (m_flow->standsForOthers(cell))
        return emit picturesRequested();
    if (!m_flow->wayAt(cell, from, way.sentTo))
        return;
    if (from)
        way.only = {report::Dimension::service, *from};
    const QString refused = from ? m_flow->index(cell.row(), 0).data().toString() : tr("every service");
    const QString sent = m_flow->headerData(cell.column(), Qt::Horizontal).toString().toLower();
    emit casesRequested(
        way, !way.sentTo ? refused
             : way.sentTo->empty()
                 ? tr("%1, %2").arg(refused, sent)
                 : tr("%1, sent to %2").arg(refused, m_flow->headerData(cell.column(), Qt::Horizontal).toString()));
}

void BounceView::openLine(const QModelIndex& cell)
{
    using M = ServiceTableModel;
    const auto column = static_cast<M::Column>(cell.column());
    report::CaseAsked line = asked(column == M::Sent       ? report::everyReferral
                                   : column == M::Never    ? std::string_view{"bounces.never"}
                                   : column == M::DaysLost ? std::string_view{"days_lost.bounce"}
                                                           : std::string_view{"bounces.all"});
    if (column == M::Before)
        line.query = report::before(m_query);
    const auto key = m_rows->keyAt(cell.row());
    if (!key)
        return emit casesRequested(line, {});
    openGroup(line, m_rows->dimension(), *key, m_rows->labelAt(cell.row()));
}

void BounceView::openMonth(int index)
{
    const std::string& month = m_months.at(static_cast<std::size_t>(index));
    const QDate first = QDate::fromString(text(month) + QStringLiteral("-01"), Qt::ISODate);
    report::CaseAsked of = asked("bounces.all");
    of.query.from = fromQt(first);
    of.query.to = std::min(fromQt(first.addMonths(1).addDays(-1)), m_query.to);
    emit casesRequested(of, keyWords(report::Dimension::month, month));
}

void BounceView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace holdfast::ui
