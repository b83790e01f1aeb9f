#include "widgets/report_widgets.h"

#include "theme/theme.h"
#include "widgets/tag.h"

#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

/// Diagonal lines over a ground, clipped to a shape; Qt's own pattern brushes do not scale.
void hatch(QPainter& painter, const QPainterPath& shape, const QColor& ground, const QColor& lines, qreal step,
           qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape, ground);
    painter.setClipPath(shape);
    painter.setPen(QPen{lines, width});
    const QRectF box = shape.boundingRect();
    const int count = qCeil((box.width() + box.height()) / step);
    for (int i = 0; i < count; ++i) {
        const qreal x = box.left() - box.height() + i * step;
        painter.drawLine(QPointF{x, box.bottom()}, QPointF{x + box.height(), box.top()});
    }
    painter.restore();
}

CellKind kindOf(const QModelIndex& index)
{
    return static_cast<CellKind>(index.data(cellKindRole).toInt());
}

}  // namespace

BarRow::BarRow(const Theme& theme, Lane lane, const QString& label, int count, int largest, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_lane{lane},
      m_label{label},
      m_text{QString::number(count)},
      m_count{count},
      m_largest{qMax(1, largest)}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(QStringLiteral("%1: %2").arg(label).arg(count));
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void BarRow::setHidden(const QString& text)
{
    m_hidden = true;
    m_text = text;
    setAccessibleName(tr("%1: %2, number hidden").arg(m_label, text));
    update();
}

QSize BarRow::sizeHint() const
{
    return {m_theme.px(384), m_theme.px(38)};
}

QSize BarRow::minimumSizeHint() const
{
    return {m_theme.px(280), m_theme.px(38)};
}

void BarRow::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2.0;
    const qreal icon = m_theme.px(18);
    const Role role = roleOf(m_lane);
    m_theme.paintIcon(painter, role == Role::mh ? u"mh" : u"da", QRectF{0, middle - icon / 2, icon, icon},
                      m_theme.text(role));
    const qreal labelX = m_theme.px(26);
    const qreal barX = qMin(m_theme.px(26 + 196 + 8) * 1.0, width() * 0.62);
    const QFont plain = m_theme.font(Type::dense);
    painter.setFont(plain);
    painter.setPen(m_theme.color(Color::ink));
    painter.drawText(QRectF{labelX, 0, barX - labelX - 6, qreal(height())}, Qt::AlignVCenter,
                     QFontMetricsF{plain}.elidedText(m_label, Qt::ElideRight, barX - labelX - 6));
    const QFont strong = m_theme.font(Type::dense, 600);
    const qreal room = width() - barX - m_theme.px(44);
    const qreal length = m_hidden ? m_theme.px(22) : qMax(m_theme.px(4) * 1.0, room * m_count / m_largest);
    QPainterPath bar;
    bar.addRoundedRect(QRectF{barX, middle - m_theme.px(8), length, qreal(m_theme.px(16))}, 3, 3);
    if (m_hidden)
        hatch(painter, bar, m_theme.color(Color::surface), m_theme.color(Color::lineStrong), m_theme.px(5), 1.2);
    else if (role == Role::da)
        hatch(painter, bar, m_theme.fill(role), m_theme.text(role), m_theme.px(6), m_theme.px(2));
    else
        painter.fillPath(bar, m_theme.fill(role));
    painter.setFont(strong);
    painter.setPen(m_theme.color(m_hidden ? Color::ink2 : Color::ink));
    painter.drawText(QRectF{barX + length + m_theme.px(8), 0, width() - barX - length, qreal(height())},
                     Qt::AlignVCenter, m_text);
}

MatrixDelegate::MatrixDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate{parent}, m_theme{theme} {}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(56), m_theme.px(36)};
}

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath cell;
    cell.addRoundedRect(QRectF{option.rect}.adjusted(1, 1, -1, -1), 4, 4);
    int weight = 600;
    Color ink = Color::ink;
    Qt::Alignment alignment = Qt::AlignCenter;
    switch (kindOf(index)) {
    case CellKind::number: {
        QColor heat = m_theme.fill(Role::bounce);
        heat.setAlphaF(0.12F + 0.33F * index.data(cellShareRole).toFloat());
        painter->fillPath(cell, m_theme.color(Color::surface));
        painter->fillPath(cell, heat);
        break;
    }
    case CellKind::zero:
        painter->fillPath(cell, m_theme.color(Color::sunken));
        weight = 400;
        ink = Color::ink3;
        break;
    case CellKind::hidden:
        hatch(*painter, cell, m_theme.color(Color::surface), m_theme.color(Color::hover), m_theme.px(6), m_theme.px(3));
        painter->setPen(m_theme.color(Color::line));
        painter->drawPath(cell);
        weight = 500;
        ink = Color::ink2;
        break;
    case CellKind::same:
        weight = 400;
        ink = Color::ink3;
        break;
    case CellKind::head:
        weight = 500;
        alignment = Qt::AlignVCenter | Qt::AlignLeft;
        break;
    case CellKind::total:
        if (index.column() == 0)
            alignment = Qt::AlignVCenter | Qt::AlignLeft;
        break;
    }
    QRectF box = QRectF{option.rect}.adjusted(2, 0, -2, 0);
    const QString icon = index.data(cellIconRole).toString();
    if (!icon.isEmpty()) {
        const qreal side = m_theme.px(14);
        m_theme.paintIcon(*painter, icon, QRectF{box.left(), box.center().y() - side / 2, side, side},
                          m_theme.text(icon == QLatin1String{"da"} ? Role::da : Role::mh), 1.8);
        box.setLeft(box.left() + side + m_theme.px(6));
    }
    const QFont font = m_theme.font(Type::small, weight);
    painter->setFont(font);
    painter->setPen(m_theme.color(ink));
    painter->drawText(box, static_cast<int>(alignment),
                      QFontMetricsF{font}.elidedText(index.data().toString(), Qt::ElideRight, box.width()));
    painter->restore();
}

TableDelegate::TableDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate{parent}, m_theme{theme} {}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool bold = index.data(Qt::FontRole).value<QFont>().bold();
    const QFontMetricsF metrics{m_theme.font(Type::dense, bold ? 600 : 400)};
    qreal width = metrics.horizontalAdvance(index.data().toString()) + 2 * m_theme.px(12) + 1;
    if (!index.data(cellIconRole).toString().isEmpty())
        width += m_theme.px(24);
    Q_UNUSED(option)
    return {qCeil(width), m_theme.size(Size::rowTable)};
}

void TableDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool total = kindOf(index) == CellKind::total;
    const Color ground = selected                                 ? Color::jointTint
                         : option.state & QStyle::State_MouseOver ? Color::hover
                         : total                                  ? Color::sunken
                                                                  : Color::surface;
    painter.fillRect(option.rect, m_theme.color(ground));
    painter.fillRect(QRect{option.rect.left(), option.rect.bottom(), option.rect.width(), 1},
                     m_theme.color(Color::line));
    if (selected && index.column() == 0)
        painter.fillRect(QRect{option.rect.topLeft(), QSize{m_theme.px(3), option.rect.height()}},
                         m_theme.color(Color::jointFill));
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(*painter, option, index);
    QRectF box = QRectF{option.rect}.adjusted(m_theme.px(12), 0, -m_theme.px(12), 0);
    const QVariant tone = index.data(cellToneRole);
    const QString icon = index.data(cellIconRole).toString();
    const Color ink = tone.isValid() ? static_cast<Color>(tone.toInt()) : Color::ink;
    if (!icon.isEmpty()) {
        const qreal side = m_theme.px(16);
        const QColor iconInk = icon == QLatin1String{"da"}      ? m_theme.text(Role::da)
                               : icon == QLatin1String{"mh"}    ? m_theme.text(Role::mh)
                               : icon == QLatin1String{"clasp"} ? m_theme.text(Role::joint)
                                                                : m_theme.color(ink);
        m_theme.paintIcon(*painter, icon, QRectF{box.left(), box.center().y() - side / 2, side, side}, iconInk);
        box.setLeft(box.left() + side + m_theme.px(8));
    }
    const QVariant asked = index.data(Qt::FontRole);
    const bool bold = kindOf(index) == CellKind::total || (asked.isValid() && asked.value<QFont>().bold());
    const QFont font = m_theme.font(Type::dense, bold ? 600 : 400);
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const int alignment = aligned.isValid() ? aligned.toInt() | Qt::AlignVCenter : Qt::AlignVCenter | Qt::AlignLeft;
    painter->setFont(font);
    painter->setPen(m_theme.color(ink));
    painter->drawText(box, alignment,
                      QFontMetricsF{font}.elidedText(index.data().toString(), Qt::ElideRight, box.width()));
    painter->restore();
}

void RateBarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, index);
    const QRectF box = QRectF{option.rect}.adjusted(theme().px(12), 0, -theme().px(12), 0);
    const qreal words = theme().px(56);
    const qreal thick = theme().px(8);
    const QRectF bar{box.left(), box.center().y() - thick / 2,
                     qMax(0.0, qMin(box.width() - words, theme().px(96) * 1.0)), thick};
    const QVariant share = index.data(cellShareRole);
    if (share.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().color(Color::hover));
        painter->drawRoundedRect(bar, thick / 2, thick / 2);
        painter->setBrush(theme().fill(Role::bounce));
        const qreal length = qMax(thick, bar.width() * qBound(0.0, share.toDouble(), 1.0));
        painter->drawRoundedRect(QRectF{bar.topLeft(), QSizeF{length, thick}}, thick / 2, thick / 2);
    }
    painter->setFont(theme().font(Type::dense, kindOf(index) == CellKind::total ? 600 : 400));
    painter->setPen(theme().color(Color::ink));
    const qreal x = share.isValid() ? bar.right() + theme().px(8) : box.left();
    painter->drawText(QRectF{x, box.top(), box.right() - x, box.height()}, Qt::AlignVCenter, index.data().toString());
    painter->restore();
}

void TagDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(*painter, option, index);
    const QVariant state = index.data(cellKindRole);
    const QString text = index.data().toString();
    if (state.isValid() && !text.isEmpty()) {
        const TagLook look = stateLook(static_cast<TagState>(state.toInt()), text);
        const QSize size = tagSize(theme(), look);
        const QRectF at(option.rect.left() + theme().px(12),
                        option.rect.top() + (option.rect.height() - size.height()) / 2.0,
                        qMin(size.width(), option.rect.width() - theme().px(16)), size.height());
        paintTag(*painter, theme(), look, at);
    }
    painter->restore();
}

QSize TagDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const TagLook look = stateLook(static_cast<TagState>(index.data(cellKindRole).toInt()), index.data().toString());
    return {tagSize(theme(), look).width() + theme().px(24), theme().size(Size::rowTable)};
}

TableCard::TableCard(const Theme& theme, QTableView& table) : Card{theme}
{
    auto* inside = new QVBoxLayout{this};
    inside->setContentsMargins(1, theme.px(4), 1, theme.px(4));
    inside->addWidget(&table);
    table.installEventFilter(this);
}

bool TableCard::eventFilter(QObject* watched, QEvent* event)
{
    const auto* table = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::HideToParent || event->type() == QEvent::ShowToParent)
        setVisible(!table->isHidden());
    return Card::eventFilter(watched, event);
}

void dressTable(QTableView& table, const Theme& theme)
{
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setMouseTracking(true);
    table.setWordWrap(false);
    table.setItemDelegate(new TableDelegate{theme, &table});
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto size = [&table, &theme] {
        table.verticalHeader()->setDefaultSectionSize(theme.size(Size::rowTable));
        table.verticalHeader()->setMinimumSectionSize(theme.px(24));
    };
    size();
    QObject::connect(&theme, &Theme::themeChanged, &table, size);
}

}  // namespace holdfast::ui
