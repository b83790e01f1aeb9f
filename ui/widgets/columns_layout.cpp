#include "widgets/columns_layout.h"

#include "theme/theme.h"

#include <QWidget>

namespace holdfast::ui {
namespace {

int heightOf(const QLayoutItem& item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

}  // namespace

ColumnsLayout::ColumnsLayout(const Theme& theme, int drawnLeast, int most, QWidget* parent)
    : QLayout{parent}, m_theme{theme}, m_least{drawnLeast}, m_most{most}
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(10);
}

ColumnsLayout::~ColumnsLayout()
{
    qDeleteAll(m_items);
}

int ColumnsLayout::columnsFor(int width) const
{
    const int gap = m_theme.px(spacing());
    return qBound(1, (width + gap) / (m_theme.px(m_least) + gap), m_most);
}

void ColumnsLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* ColumnsLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int ColumnsLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return arrange(QRect{0, 0, width, 0}.marginsRemoved(margins), false) + margins.top() + margins.bottom();
}

QSize ColumnsLayout::minimumSize() const
{
    const QMargins margins = contentsMargins();
    int widest = 0;
    for (const auto* item : m_items)
        if (!item->isEmpty())
            widest = qMax(widest, item->minimumSize().width());
    return QSize{widest + margins.left() + margins.right(), 0};
}

QSize ColumnsLayout::sizeHint() const
{
    const int gap = m_theme.px(spacing());
    const int width = m_most * m_theme.px(m_least) + (m_most - 1) * gap;
    return QSize{width, heightForWidth(width)};
}

void ColumnsLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect.marginsRemoved(contentsMargins()), true);
}

int ColumnsLayout::arrange(const QRect& rect, bool place) const
{
    const int gap = m_theme.px(spacing());
    const int columns = columnsFor(rect.width());
    const int width = qMax(1, (rect.width() - (columns - 1) * gap) / columns);
    int top = rect.top();
    int column = 0;
    int tallest = 0;
    for (auto* item : m_items) {
        if (item->isEmpty())
            continue;
        if (column == columns) {
            column = 0;
            top += tallest + gap;
            tallest = 0;
        }
        const int height = heightOf(*item, width);
        if (place)
            item->setGeometry(QRect{rect.left() + column * (width + gap), top, width, height});
        tallest = qMax(tallest, height);
        ++column;
    }
    return top + tallest - rect.top();
}

}  // namespace holdfast::ui
