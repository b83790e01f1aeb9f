// Equal columns, as many as fit: four answers side by side on a wide screen, one below the other with large text.
#pragma once

#include <QLayout>
#include <QList>

namespace holdfast::ui {

class Theme;

class ColumnsLayout final : public QLayout {
public:
    /// `drawnLeast` is the narrowest a column may be at 100 % text; never more columns than `most`.
    ColumnsLayout(const Theme& theme, int drawnLeast, int most, QWidget* parent = nullptr);
    ~ColumnsLayout() override;

    /// The columns a width has room for.
    int columnsFor(int width) const;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool place) const;

    const Theme& m_theme;
    QList<QLayoutItem*> m_items;
    int m_least;
    int m_most;
};

}  // namespace holdfast::ui
