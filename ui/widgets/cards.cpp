#include "widgets/cards.h"

#include "theme/style.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace holdfast::ui {

Card::Card(const Theme& theme, QWidget* parent) : QFrame{parent}, m_theme{theme}
{
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

void Card::setRole(Role role, Spine spine, bool tinted)
{
    m_role = role;
    m_spine = spine;
    m_tinted = tinted;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(crisp(rect()), m_theme.size(Size::radiusCard), m_theme.size(Size::radiusCard));
    painter.fillPath(shape, m_tinted ? m_theme.tint(m_role) : m_theme.color(Color::surface));
    if (m_spine != Spine::none) {
        const qreal spine = m_theme.px(4);
        painter.setClipPath(shape);
        painter.fillRect(QRectF{m_spine == Spine::left ? 0 : width() - spine, 0, spine, qreal(height())},
                         m_theme.fill(m_role));
        painter.setClipping(false);
    }
    painter.setPen(m_theme.line(m_role));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
}

WorkRow::WorkRow(const Theme& theme, QWidget* parent) : QFrame{parent}, m_theme{theme}
{
    setFocusPolicy(Qt::StrongFocus);
    setProperty(ownFocusProperty, true);  // inside its edges: a ring around it would be cut off by the scrolling list
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

void WorkRow::setFirst(bool first)
{
    m_first = first;
    update();
}

void WorkRow::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    // The card's own line and round corners stay visible around the ground of a row.
    if (underMouse())
        painter.fillRect(rect().adjusted(m_theme.px(5), m_theme.px(3), -m_theme.px(4), -m_theme.px(3)),
                         m_theme.color(Color::hover));
    if (!m_first)
        painter.fillRect(QRect{1, 0, width() - 2, 1}, m_theme.color(Color::line));
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{m_theme.color(Color::focus), 2});
    painter.setBrush(Qt::NoBrush);
    const qreal round = m_theme.size(Size::radiusControl);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(3, 3, -3, -3), round, round);
}

void WorkRow::step(int by)
{
    // All rows on the page, also those in the next card.
    const auto rows = window()->findChildren<WorkRow*>();
    QList<WorkRow*> shown;
    for (WorkRow* row : rows)
        if (row->isVisible())
            shown.append(row);
    std::stable_sort(shown.begin(), shown.end(), [](const WorkRow* a, const WorkRow* b) {
        return a->mapToGlobal(QPoint{}).y() < b->mapToGlobal(QPoint{}).y();
    });
    const qsizetype next = shown.indexOf(this) + by;
    if (next >= 0 && next < shown.size())
        shown[next]->setFocus(Qt::TabFocusReason);
}

void WorkRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up: step(-1); return;
    case Qt::Key_Down: step(1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: emit activated(); return;
    default: QFrame::keyPressEvent(event);
    }
}

void WorkRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit activated();
    else
        QFrame::mouseReleaseEvent(event);
}

void WorkRow::enterEvent(QEnterEvent*)
{
    update();
}

void WorkRow::leaveEvent(QEvent*)
{
    update();
}

FlowLayout::FlowLayout(int horizontalGap, int verticalGap, QWidget* parent)
    : QLayout{parent}, m_horizontalGap{horizontalGap}, m_verticalGap{verticalGap}
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect{0, 0, width, 0}, false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize{margins.left() + margins.right(), margins.top() + margins.bottom()};
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + m_horizontalGap;
        height = qMax(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return QSize{qMax(0, width - m_horizontalGap), height} +
           QSize{margins.left() + margins.right(), margins.top() + margins.bottom()};
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const
{
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    int x = area.left();
    int y = area.top();
    int lineHeight = 0;
    QList<QLayoutItem*> line;
    const auto endLine = [&] {
        if (place)
            for (QLayoutItem* item : line) {
                const QRect at = item->geometry();
                item->setGeometry(QRect{QPoint{at.x(), y + (lineHeight - at.height()) / 2}, at.size()});
            }
        line.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size{qMin(item->sizeHint().width(), area.width()), item->sizeHint().height()};
        if (x > area.left() && x + size.width() > area.right() + 1) {
            endLine();
            x = area.left();
            y += lineHeight + m_verticalGap;
            lineHeight = 0;
        }
        if (place)
            item->setGeometry(QRect{QPoint{x, y}, size});
        line.append(item);
        x += size.width() + m_horizontalGap;
        lineHeight = qMax(lineHeight, size.height());
    }
    endLine();
    return y + lineHeight - rect.top() + margins.bottom();
}

void clearLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(*inner);
        }
        delete item;
    }
}

}  // namespace holdfast::ui
