#include "reports/pictures_view.h"

#include "reports/document_table.h"
#include "reports/picture_view.h"
#include "reports/report_words.h"
#include "theme/theme.h"
#include "widgets/messages.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QGridLayout>
#include <QScrollArea>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int twoFrom = 1200;  ///< drawn pixels: two pictures side by side, with letters that can still be read

/// Which line of the report a row of a picture's table is.
std::optional<std::pair<report::Dimension, std::string>> lineOf(const report::Table& table, int row)
{
    using report::Dimension;
    if (table.id == "by_reason" || table.id == "national")
        return std::pair{Dimension::reason, textIn(table, row, table.id == "national" ? "code" : "key")};
    if (table.id == "flow")
        return std::pair{Dimension::service, textIn(table, row, "from")};
    if (table.id == "quadrants") {
        const std::string quadrant = textIn(table, row, "quadrant");
        return std::pair{Dimension::quadrant, quadrant.empty() ? std::string{"not_recorded"} : quadrant};
    }
    return std::nullopt;
}

/// What the picture shows of its table: a table of groups has columns that no bar stands for.
report::Table drawnOf(const report::Table& table)
{
    if (table.id != "by_reason")
        return table;
    report::Table drawn{
        table.id, table.title, table.note, {}, std::vector<std::vector<report::Cell>>(table.rows.size())};
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const std::string& key = table.columns[column].key;
        if (key != "key" && key != "label" && key != "bounces")
            continue;
        drawn.columns.push_back(table.columns[column]);
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            drawn.rows[row].push_back(table.rows[row][column]);
    }
    return drawn;
}

void narrowToMonth(report::MeasureQuery& query, const std::string& month)
{
    const QDate first = QDate::fromString(text(month) + QStringLiteral("-01"), Qt::ISODate);
    query.from = fromQt(first);
    query.to = std::min(fromQt(first.addMonths(1).addDays(-1)), query.to);
}

}  // namespace

PicturesView::PicturesView(const Theme& theme, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_grid{new QGridLayout{this}},
      m_empty{new EmptyState{theme, QStringLiteral("reports"), tr("Nothing to draw in this period"),
                             tr("Pictures are drawn from bounces and waits. Choose a longer period.")}}
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(theme.px(12));
    m_empty->hide();
    arrange();
}

PictureCard* PicturesView::addCard()
{
    auto* card = new PictureCard{m_theme, this};
    connect(card, &PictureCard::saveRequested, this, &PicturesView::saveRequested);
    connect(card, &PictureCard::rowActivated, this, [this, card](int row) { openRow(*card, row); });
    m_cards.append(card);
    return card;
}

void PicturesView::show(const report::MeasureQuery& query, const report::Document& document,
                        std::vector<report::Picture> pictures, bool mayExport)
{
    m_query = query;
    m_document = document;
    while (m_cards.size() > static_cast<qsizetype>(pictures.size()))
        delete m_cards.takeLast();
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        PictureCard* card = static_cast<qsizetype>(i) < m_cards.size() ? m_cards[static_cast<qsizetype>(i)] : addCard();
        const report::Table* table = document.table(pictures[i].table);
        card->setSaveable(mayExport);
        card->show(std::move(pictures[i]), table == nullptr ? report::Table{} : drawnOf(*table));
    }
    m_empty->setVisible(m_cards.isEmpty());
    arrange();
}

void PicturesView::openRow(const PictureCard& card, int row)
{
    const report::Table* table = m_document.table(card.picture().table);
    if (table == nullptr)
        return;
    report::CaseAsked asked;
    asked.query = m_query;
    asked.measure = "bounces.all";
    if (table->id == "trend") {
        const std::string month = textIn(*table, row, "month");
        narrowToMonth(asked.query, month);
        return emit casesRequested(asked, keyWords(report::Dimension::month, month));
    }
    if (table->id == "waiting") {
        asked.measure = "first_help." + textIn(*table, row, "need");
        return emit casesRequested(asked, {});
    }
    asked.only = lineOf(*table, row);
    if (!asked.only)
        return;
    QString of = keyWords(asked.only->first, asked.only->second);
    if (table->id == "flow") {
        asked.sentTo = textIn(*table, row, "to");
        of = tr("%1, sent to %2").arg(text(textIn(*table, row, "from_name")), text(textIn(*table, row, "to_name")));
        if (asked.sentTo->empty())
            of = tr("%1, nobody named").arg(text(textIn(*table, row, "from_name")));
    }
    emit casesRequested(asked, of);
}

void PicturesView::arrange()
{
    const int across = width() / m_theme.u() >= twoFrom ? 2 : 1;
    m_grid->addWidget(m_empty, 0, 0, 1, 2);
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], 1 + i / across, i % across);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, across == 2 ? 1 : 0);
}

void PicturesView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace holdfast::ui
