// Paints a row of what was found: icon, title, what it is, when, and the words that match in their line.
#pragma once

#include "find/find_rows.h"
#include "theme/tokens.h"

#include <QStyledItemDelegate>

namespace holdfast::ui {

class FindModel;
class Theme;

class FindDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    FindDelegate(const Theme& theme, const FindModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QRect& rect, const FindRow& row) const;
    void paintRow(QPainter& painter, QRect rect, const FindRow& row) const;
    int paintEnd(QPainter& painter, const QRect& line, const FindRow& row) const;
    void paintMatches(QPainter& painter, const QRect& line, const FindRow& row) const;

    const Theme& m_theme;
    const FindModel& m_model;
};

}  // namespace holdfast::ui
