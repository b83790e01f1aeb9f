#include "people/people_delegate.h"

#include "people/leg_look.h"
#include "people/people_model.h"
#include "theme/theme.h"
#include "words/codes.h"

#include <QPainter>

namespace holdfast::ui {

PeopleDelegate::PeopleDelegate(const Theme& theme, const PeopleModel& model, QObject* parent)
    : TableDelegate{theme, parent}, m_model{model}
{}

void PeopleDelegate::paintText(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
                               Color tone) const
{
    painter.setFont(font);
    painter.setPen(theme().color(tone));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics{font}.elidedText(text, Qt::ElideRight, rect.width()));
}

void PeopleDelegate::paintNeed(QPainter& painter, QRect rect, const QModelIndex& index, Need need) const
{
    const app::PersonRow& row = m_model.rowAt(index.row());
    const NeedStatus status = row.status[need];
    if (!isOpen(status)) {
        paintText(painter, rect, words(status), theme().font(Type::dense), Color::ink3);
        return;
    }
    const TagState state = legTagState(status, row.leg[need], row.silent[need]);
    const TagLook look = stateLook(state, legTagText(status, row.leg[need], row.silent[need]));
    const QSize size = tagSize(theme(), look);
    const QRectF place{static_cast<qreal>(rect.left()), rect.top() + (rect.height() - size.height()) / 2.0,
                       static_cast<qreal>(size.width()), static_cast<qreal>(size.height())};
    paintTag(painter, theme(), look, place);
    rect.setLeft(rect.left() + size.width() + theme().px(8));
    if (m_showDetail && !row.detail[need].empty() && rect.width() > theme().px(24))
        paintText(painter, rect, plainWords(row.detail[need]), theme().font(Type::dense), Color::ink2);
}

void PeopleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, index);
    const QRect rect = option.rect.adjusted(theme().px(12), 0, -theme().px(8), 0);
    painter->setClipRect(option.rect);
    const app::PersonRow& row = m_model.rowAt(index.row());
    const QString shown = index.data().toString();
    switch (index.column()) {
    case PeopleModel::Name:
        paintText(*painter, rect, row.died ? tr("%1, has died").arg(shown) : shown, theme().font(Type::dense, 600),
                  row.died ? Color::ink3 : Color::ink);
        break;
    case PeopleModel::MentalHealth: paintNeed(*painter, rect, index, Need::mentalHealth); break;
    case PeopleModel::SubstanceUse: paintNeed(*painter, rect, index, Need::substanceUse); break;
    case PeopleModel::NextDate: {
        const bool late = row.nextDue && *row.nextDue < m_now;
        paintText(*painter, rect, shown, theme().font(Type::dense, late ? 600 : 400), late ? Color::late : Color::ink);
        break;
    }
    default: paintText(*painter, rect, shown, theme().font(Type::dense), Color::ink2); break;
    }
    painter->restore();
}

QSize PeopleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {theme().px(80), theme().size(Size::rowTable)};
}

}  // namespace holdfast::ui
