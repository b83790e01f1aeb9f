#include "shell/nav_rail.h"

#include "theme/mark.h"
#include "theme/style.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace holdfast::ui {

RailItem::RailItem(const Theme& theme, const QString& title, QString icon, QWidget* parent)
    : QToolButton{parent}, m_theme{theme}, m_icon{std::move(icon)}
{
    setText(title);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setProperty(ownFocusProperty, true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::toggled, this, &RailItem::refreshName);
    refreshName();
}

void RailItem::setCount(int count)
{
    m_count = count;
    refreshName();
    update();
}

void RailItem::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
    update();
}

void RailItem::refreshName()
{
    QString name = text();
    if (m_count > 0)
        name += m_count == 1 ? tr(", 1 needs you") : tr(", %1 need you").arg(m_count);
    if (isChecked())
        name += tr(", selected");
    setAccessibleName(name);
}

QSize RailItem::sizeHint() const
{
    return {m_theme.px(m_narrow ? 64 : 72), m_narrow ? m_theme.px(48) : m_theme.size(Size::railItem)};
}

void RailItem::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    // The mark of the selected item is at the edge of the rail, outside the round ground.
    const QRectF ground = QRectF{rect()}.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
    const QRectF box = m_narrow ? QRectF{rect()}.adjusted(m_theme.px(4), 0, -m_theme.px(4), 0) : ground;
    const bool on = isChecked();
    if (on || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(on ? Color::railOn : Color::railHover));
        painter.drawRoundedRect(box, m_theme.size(Size::radiusGroup), m_theme.size(Size::radiusGroup));
    }
    if (on && !m_narrow) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Color::railMark));
        const qreal round = m_theme.px(4);
        painter.setClipRect(QRectF(0, 0, m_theme.px(4), height()));
        painter.drawRoundedRect(QRectF(-round, m_theme.px(12), 2 * round, height() - m_theme.px(24)), round, round);
        painter.setClipping(false);
    }
    const QColor ink = m_theme.color(on ? Color::railInkOn : Color::railInk);
    const qreal icon = m_theme.px(m_narrow ? 20 : 22);
    const qreal line = m_theme.lineHeight(Type::small);
    const qreal gap = m_theme.px(m_narrow ? 2 : 4);
    const qreal top = (height() - icon - gap - line) / 2;
    const QRectF iconBox{(width() - icon) / 2, top, icon, icon};
    m_theme.paintIcon(painter, m_icon, iconBox, ink, 1.5);
    painter.setFont(m_theme.font(Type::small, on ? 600 : 500));
    painter.setPen(ink);
    painter.drawText(QRectF(0, iconBox.bottom() + gap, width(), line), Qt::AlignCenter, text());
    paintCount(painter);
    if (!hasFocus())
        return;
    painter.setPen(QPen{m_theme.color(Color::railInkOn), 2});
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), m_theme.px(6), m_theme.px(6));
}

void RailItem::paintCount(QPainter& painter) const
{
    if (m_count <= 0)
        return;
    const QString number = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    const QFont font = m_theme.font(Type::badge, 700);
    const qreal words = QFontMetricsF{font}.horizontalAdvance(number);
    const qreal high = m_theme.px(16);
    const qreal wide = qMax(m_theme.px(18) * 1.0, words + m_theme.px(8));
    const QRectF badge{width() / 2.0 + m_theme.px(10), qreal(m_theme.px(m_narrow ? 2 : 5)), wide, high};
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Color::railMark));
    painter.drawRoundedRect(badge, high / 2, high / 2);
    painter.setFont(font);
    painter.setPen(m_theme.color(Color::onMark));
    painter.drawText(badge, Qt::AlignCenter, number);
}

NavRail::NavRail(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setAccessibleName(tr("Main"));
    m_column = new QVBoxLayout{this};
    m_column->setSpacing(0);
    m_top = new QVBoxLayout;
    m_end = new QVBoxLayout;
    m_column->addLayout(m_top);
    m_column->addStretch();
    m_column->addLayout(m_end);
    m_group.setExclusive(true);
    connect(&theme, &Theme::themeChanged, this, &NavRail::resizeToTheme);
    resizeToTheme();
}

void NavRail::addItem(const QString& id, const QString& title, const QString& icon, bool atEnd)
{
    auto* item = new RailItem{m_theme, title, icon, this};
    item->setObjectName(QStringLiteral("rail-") + id);
    item->setNarrow(m_narrow);
    m_items.insert(id, item);
    m_group.addButton(item);
    (atEnd ? m_end : m_top)->addWidget(item);
    connect(item, &QAbstractButton::clicked, this, [this, id] { emit chosen(id); });
}

void NavRail::select(const QString& id)
{
    if (RailItem* chosenItem = m_items.value(id)) {
        chosenItem->setChecked(true);
        return;
    }
    m_group.setExclusive(false);
    if (auto* checked = m_group.checkedButton())
        checked->setChecked(false);
    m_group.setExclusive(true);
}

void NavRail::setCount(const QString& id, int count)
{
    if (RailItem* counted = m_items.value(id))
        counted->setCount(count);
}

void NavRail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    for (RailItem* each : std::as_const(m_items))
        each->setNarrow(narrow);
    resizeToTheme();
}

void NavRail::resizeToTheme()
{
    setFixedWidth(m_theme.size(m_narrow ? Size::railNarrow : Size::rail));
    const int logo = m_theme.px(m_narrow ? 36 + 6 + 4 : 44 + 12 + 12);
    m_column->setContentsMargins(0, logo, 0, m_theme.px(m_narrow ? 6 : 8));
    m_top->setSpacing(m_theme.px(m_narrow ? 2 : 4));
    m_end->setSpacing(m_theme.px(m_narrow ? 2 : 4));
    update();
}

void NavRail::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_theme.color(Color::rail));
    const qreal side = m_theme.px(m_narrow ? 30 : 34);
    const qreal top = m_theme.px(m_narrow ? 6 + 3 : 12 + 5);
    paintMark(painter, m_theme, QRectF{(width() - side) / 2, top, side, side});
}

void NavRail::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (by == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto items = m_group.buttons();
    const qsizetype from = items.indexOf(qobject_cast<QAbstractButton*>(focusWidget()));
    const qsizetype to = qBound(qsizetype{0}, from + by, items.size() - 1);
    if (from >= 0)
        items[to]->setFocus(Qt::TabFocusReason);
}

}  // namespace holdfast::ui
