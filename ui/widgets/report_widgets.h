// The parts of a report: bars with their count, the matrix of who sent whom where, and rates in a table.
#pragma once

#include "theme/tokens.h"
#include "widgets/cards.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QTableView;

namespace holdfast::ui {

class Theme;

/// A label, a bar and its count. MH bars are solid, D&A bars hatched. A hidden count is short and hatched.
class BarRow final : public QWidget {
    Q_OBJECT

public:
    BarRow(const Theme& theme, Lane lane, const QString& label, int count, int largest, QWidget* parent = nullptr);
    /// A count that may not be shown: the bar is not drawn, the text says "<5".
    void setHidden(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Lane m_lane;
    QString m_label;
    QString m_text;
    int m_count;
    int m_largest;
    bool m_hidden = false;
};

/// Item data of the two delegates below, beside Qt::DisplayRole.
enum ReportRole : int {
    cellKindRole = Qt::UserRole + 1,  ///< CellKind as int
    cellShareRole,                    ///< 0 to 1: depth of the tint, or length of the bar
    cellIconRole,                     ///< icon name before the text
    cellToneRole,                     ///< Color as int
};
enum class CellKind : std::uint8_t { number, zero, hidden, same, head, total };

/// Berry tint by share, hatch for hidden, sunken for zero.
class MatrixDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit MatrixDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

/// Rows of a table in the look of the drawing: padding, bold where asked, icon before text, selected bar at the left.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TableDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    const Theme& theme() const { return m_theme; }
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

private:
    const Theme& m_theme;
};

/// A bar and its percentage.
class RateBarDelegate final : public TableDelegate {
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A state tag in a cell; the model gives a TagState as int in cellKindRole and its text in Qt::DisplayRole.
class TagDelegate final : public TableDelegate {
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The card that a table stands in, with its round corners free. It is shown and hidden with the table.
class TableCard final : public Card {
    Q_OBJECT

public:
    TableCard(const Theme& theme, QTableView& table);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// The looks every table shares: row height, no grid, header, selection by row.
void dressTable(QTableView& table, const Theme& theme);

}  // namespace holdfast::ui
