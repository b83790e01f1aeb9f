// How wide the columns of a table are, and which of them give way when there is little room or the text is large.
#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace holdfast::ui {

class Theme;

class TableColumns final : public QObject {
    Q_OBJECT

public:
    struct Plan {
        int column = 0;
        int width = 0;      ///< as drawn at 100 %; 0 takes what is left
        int hideBelow = 0;  ///< hidden when the table is narrower than this many drawn pixels
    };

    /// Lives as long as the table.
    TableColumns(QTableView& table, const Theme& theme, QList<Plan> plans);

    /// Hidden at any width, until it is wanted again.
    void leaveOut(int column, bool out);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();

    QTableView& m_table;
    const Theme& m_theme;
    QList<Plan> m_plans;
    QList<int> m_leftOut;
};

}  // namespace holdfast::ui
