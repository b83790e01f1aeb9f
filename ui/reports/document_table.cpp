#include "reports/document_table.h"

#include "reports/report_words.h"
#include "theme/theme.h"
#include "widgets/report_widgets.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/reasons.h"

#include <QHeaderView>
#include <QLocale>
#include <QTableView>

#include <algorithm>
#include <array>

namespace holdfast::ui {
namespace {

/// Ids whose name stands in the next column.
constexpr std::array leftOut{std::string_view{"key"}, std::string_view{"from"}, std::string_view{"to"},
                             std::string_view{"id"}, std::string_view{"code"}};

QString shortDay(Date day)
{
    return QLocale{QLocale::English, QLocale::UnitedKingdom}.toString(qtDate(day), QStringLiteral("d MMM yyyy"));
}

QString signalWords(const std::string& names)
{
    QStringList said;
    for (const QString& name : text(names).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        if (name == QLatin1String{"outside_limits"})
            said << DocumentTableModel::tr("Beyond a limit");
        else if (name == QLatin1String{"shift"})
            said << DocumentTableModel::tr("Seven on one side");
        else if (name == QLatin1String{"trend"})
            said << DocumentTableModel::tr("Seven in one direction");
        else if (name == QLatin1String{"near_limit"})
            said << DocumentTableModel::tr("Two of three near a limit");
        else
            said << name;
    }
    return said.join(QStringLiteral("; "));
}

QString textWords(std::string_view column, const std::string& value)
{
    using report::Dimension;
    if (column == "month")
        return keyWords(Dimension::month, value);
    if (column == "quadrant")
        return value.empty() ? keyWords(Dimension::quadrant, "not_recorded") : keyWords(Dimension::quadrant, value);
    if (column == "need")
        return keyWords(Dimension::need, value);
    if (column == "signals")
        return signalWords(value);
    if (column == "side")
        return plainWords(value);
    if (value.empty() && (column == "mhsds_rejection" || column == "mhsds_closure"))
        return DocumentTableModel::tr("no code");
    return text(value);
}

}  // namespace

void DocumentTableModel::setTable(report::Table table)
{
    beginResetModel();
    m_table = std::move(table);
    m_shown.clear();
    for (std::size_t i = 0; i < m_table.columns.size(); ++i)
        if (std::ranges::find(leftOut, m_table.columns[i].key) == leftOut.end())
            m_shown.push_back(i);
    endResetModel();
}

const report::Column& DocumentTableModel::columnAt(int column) const
{
    return m_table.columns.at(m_shown.at(static_cast<std::size_t>(column)));
}

int DocumentTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int DocumentTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QString DocumentTableModel::cell(int row, int column) const
{
    const report::Column& head = columnAt(column);
    const report::Cell& cell =
        m_table.rows.at(static_cast<std::size_t>(row)).at(m_shown.at(static_cast<std::size_t>(column)));
    if (const auto* words = std::get_if<std::string>(&cell))
        return textWords(head.key, *words);
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return QString::number(*count);
    if (const auto* value = std::get_if<double>(&cell))
        return head.kind == report::ColumnKind::percent ? tr("%1%").arg(qRound(100 * *value))
                                                        : QString::number(*value, 'f', 1);
    if (const auto* day = std::get_if<Date>(&cell))
        return shortDay(*day);
    return std::holds_alternative<report::Hidden>(cell) ? QStringLiteral("*") : QString{};
}

QVariant DocumentTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isText = columnAt(index.column()).kind == report::ColumnKind::text;
    switch (role) {
    case Qt::DisplayRole: return cell(index.row(), index.column());
    case Qt::ToolTipRole: return isText ? QVariant{plainToolTip(cell(index.row(), index.column()))} : QVariant{};
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(),
                                cell(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return isText ? QVariant{Qt::AlignLeft | Qt::AlignVCenter} : QVariant{Qt::AlignRight | Qt::AlignVCenter};
    default: return {};
    }
}

QVariant DocumentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::DisplayRole)
        return text(columnAt(section).title);
    if (role == Qt::TextAlignmentRole)
        return columnAt(section).kind == report::ColumnKind::text ? QVariant{Qt::AlignLeft | Qt::AlignVCenter}
                                                                  : QVariant{Qt::AlignRight | Qt::AlignVCenter};
    return QAbstractTableModel::headerData(section, orientation, role);
}

std::string textIn(const report::Table& table, int row, std::string_view column)
{
    const auto at = std::ranges::find(table.columns, column, &report::Column::key);
    if (at == table.columns.end() || row < 0 || static_cast<std::size_t>(row) >= table.rows.size())
        return {};
    const auto& cell = table.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(at - table.columns.begin())];
    const auto* words = std::get_if<std::string>(&cell);
    return words == nullptr ? std::string{} : *words;
}

QTableView* documentTable(const Theme& theme, DocumentTableModel& model, const QString& name)
{
    auto* table = new QTableView;
    table->setAccessibleName(name);
    table->setModel(&model);
    dressTable(*table, theme);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->viewport()->setCursor(Qt::PointingHandCursor);  // each line opens its cases
    const auto fit = [table, &model, &theme] {
        QHeaderView& head = *table->horizontalHeader();
        for (int column = 0; column < model.columnCount(); ++column)
            head.setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
        fitHeight(*table, theme);
    };
    QObject::connect(&model, &QAbstractItemModel::modelReset, table, fit);
    QObject::connect(&theme, &Theme::themeChanged, table, fit);
    return table;
}

void fitHeight(QTableView& table, const Theme& theme)
{
    const int rows = table.model()->rowCount();
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + rows * theme.size(Size::rowTable) +
                         theme.px(6));
}

}  // namespace holdfast::ui
