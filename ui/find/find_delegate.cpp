#include "find/find_delegate.h"

#include "find/find_model.h"
#include "theme/theme.h"
#include "widgets/tag.h"

#include <QPainter>
#include <QTextLayout>

namespace holdfast::ui {
namespace {

constexpr int side = 14;
constexpr int above = 6;

int linesOf(const FindRow& row)
{
    return (row.detail.isEmpty() && row.doubt.isEmpty() ? 1 : 2) + (row.line.isEmpty() ? 0 : 1);
}

}  // namespace

FindDelegate::FindDelegate(const Theme& theme, const FindModel& model, QObject* parent)
    : QStyledItemDelegate{parent}, m_theme{theme}, m_model{model}
{}

QSize FindDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const FindRow& row = m_model.rowAt(index.row());
    if (row.kind == FindRow::Kind::heading)
        return {m_theme.px(100), m_theme.px(14) + m_theme.lineHeight(Type::small)};
    return {m_theme.px(100), m_theme.px(2 * above) + m_theme.lineHeight(Type::dense) +
                                 (linesOf(row) - 1) * m_theme.lineHeight(Type::small)};
}

void FindDelegate::paintHeading(QPainter& painter, const QRect& rect, const FindRow& row) const
{
    painter.setFont(m_theme.font(Type::small, 600));
    painter.setPen(m_theme.color(Color::ink2));
    painter.drawText(rect.adjusted(m_theme.px(side), m_theme.px(8), -m_theme.px(side), -m_theme.px(2)),
                     Qt::AlignLeft | Qt::AlignVCenter, row.title);
}

/// When it was, its keys, or that it was an error, at the end of the line. Returns the room it took.
int FindDelegate::paintEnd(QPainter& painter, const QRect& line, const FindRow& row) const
{
    const QString words = row.keys.isEmpty() ? row.when : row.keys;
    int room = 0;
    if (!words.isEmpty()) {
        const QFont font = m_theme.font(Type::small, row.keys.isEmpty() ? 400 : 600);
        painter.setFont(font);
        painter.setPen(m_theme.color(Color::ink2));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, words);
        room = QFontMetrics{font}.horizontalAdvance(words) + m_theme.px(10);
    }
    if (row.inError) {
        TagLook look;
        look.density = TagLook::Density::compact;
        look.role = Role::wait;
        look.text = tr("In error");
        const QSize size = tagSize(m_theme, look);
        paintTag(
            painter, m_theme, look,
            QRectF{QPointF(line.right() - room - size.width() + 1, line.top() + (line.height() - size.height()) / 2.0),
                   size});
        room += size.width() + m_theme.px(8);
    }
    return room;
}

void FindDelegate::paintMatches(QPainter& painter, const QRect& line, const FindRow& row) const
{
    const QFont plain = m_theme.font(Type::small);
    QList<QTextLayout::FormatRange> marks;
    for (const FindRow::Match& match : row.matches) {
        QTextLayout::FormatRange mark;
        mark.start = match.begin;
        mark.length = match.length;
        mark.format.setFontWeight(QFont::DemiBold);
        mark.format.setForeground(m_theme.color(Color::ink));
        mark.format.setBackground(m_theme.color(Color::jointTint));
        marks.append(mark);
    }
    QTextLayout layout{row.line, plain};
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(wrap);
    layout.setFormats(marks);
    layout.beginLayout();
    QTextLine text = layout.createLine();
    text.setLineWidth(line.width());
    layout.endLayout();
    painter.save();
    painter.setFont(plain);
    painter.setPen(m_theme.color(Color::ink2));
    // The first match is in view, however narrow the line is.
    qreal shift = 0;
    if (!row.matches.isEmpty()) {
        const auto& first = row.matches.first();
        const qreal end = text.cursorToX(first.begin + first.length);
        shift = qMax<qreal>(0, end + m_theme.px(24) - line.width());
    }
    QRect shown = line;
    if (text.naturalTextWidth() - shift > line.width()) {
        const QString more = QStringLiteral("…");
        shown.setRight(line.right() - QFontMetrics{plain}.horizontalAdvance(more));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, more);
    }
    painter.setClipRect(shown, Qt::IntersectClip);
    layout.draw(&painter, QPointF(line.left() - shift, line.top() + (line.height() - text.height()) / 2));
    painter.restore();
}

void FindDelegate::paintRow(QPainter& painter, QRect rect, const FindRow& row) const
{
    rect.adjust(m_theme.px(side), m_theme.px(above), -m_theme.px(side), -m_theme.px(above));
    const int dense = m_theme.lineHeight(Type::dense);
    const int small = m_theme.lineHeight(Type::small);
    const qreal icon = m_theme.px(16);
    m_theme.paintIcon(painter, row.icon, QRectF{qreal(rect.left()), rect.top() + (dense - icon) / 2, icon, icon},
                      m_theme.color(Color::ink2));
    rect.setLeft(rect.left() + m_theme.px(26));
    QRect line{rect.left(), rect.top(), rect.width(), dense};
    const int room = paintEnd(painter, line, row);
    const QFont titleFont = m_theme.font(Type::dense, row.kind == FindRow::Kind::more ? 500 : 600);
    painter.setFont(titleFont);
    painter.setPen(m_theme.color(row.kind == FindRow::Kind::more ? Color::joint : Color::ink));
    painter.drawText(line.adjusted(0, 0, -room, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics{titleFont}.elidedText(row.title, Qt::ElideRight, line.width() - room));
    line = QRect{rect.left(), line.bottom() + 1, rect.width(), small};
    if (!row.detail.isEmpty() || !row.doubt.isEmpty()) {
        const QFont doubtFont = m_theme.font(Type::small, 600);
        QRect rest = line;
        if (!row.doubt.isEmpty()) {
            painter.setFont(doubtFont);
            painter.setPen(m_theme.color(Color::wait));
            painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics{doubtFont}.elidedText(row.doubt, Qt::ElideRight, rest.width()));
            rest.setLeft(rest.left() + QFontMetrics{doubtFont}.horizontalAdvance(row.doubt) + m_theme.px(10));
        }
        const QFont font = m_theme.font(Type::small);
        painter.setFont(font);
        painter.setPen(m_theme.color(Color::ink2));
        if (rest.width() > m_theme.px(40))
            painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics{font}.elidedText(row.detail, Qt::ElideRight, rest.width()));
        line.translate(0, small);
    }
    if (!row.line.isEmpty())
        paintMatches(painter, line, row);
}

void FindDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const FindRow& row = m_model.rowAt(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    if (row.kind == FindRow::Kind::heading) {
        paintHeading(*painter, option.rect, row);
    } else {
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen || (option.state & QStyle::State_MouseOver))
            painter->fillRect(option.rect, m_theme.color(chosen ? Color::hover : Color::sunken));
        if (chosen)
            painter->fillRect(QRect{option.rect.left(), option.rect.top(), m_theme.px(4), option.rect.height()},
                              m_theme.color(Color::jointFill));
        paintRow(*painter, option.rect, row);
    }
    painter->restore();
}

}  // namespace holdfast::ui
