#include "notes/note_delegate.h"

#include "notes/note_words.h"
#include "notes/notes_model.h"
#include "theme/theme.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QPainter>
#include <QTextLayout>

namespace holdfast::ui {
namespace {

constexpr int linesOfText = 2;

/// The first lines of a text, the last of them elided.
void paintBeginning(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, int lineHeight)
{
    QTextLayout layout{text, font};
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    for (int i = 0; i < linesOfText; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const QRect at{rect.left(), rect.top() + i * lineHeight, rect.width(), lineHeight};
        const QString rest = i + 1 < linesOfText ? text.mid(line.textStart(), line.textLength())
                                                 : QFontMetrics{font}.elidedText(text.mid(line.textStart()),
                                                                                 Qt::ElideRight, rect.width());
        painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter, rest.trimmed());
    }
    layout.endLayout();
}

}  // namespace

NoteDelegate::NoteDelegate(const Theme& theme, const NotesModel& model, QObject* parent)
    : QStyledItemDelegate{parent}, m_theme{theme}, m_model{model}
{}

NoteDelegate::Row NoteDelegate::rowAt(int at) const
{
    Row row;
    if (const auto* draft = m_model.draftAt(at)) {
        row.icon = QStringLiteral("edit");
        row.who =
            draft->content.amends.empty() ? tr("Your note, not signed yet") : tr("Your amendment, not signed yet");
        row.when = draft->savedAt ? recordedWords(*draft->savedAt, m_model.now()) : QString{};
        row.beginning = text(withoutMarks(draft->content.text)).simplified();
        row.foot = tr("Draft, seen by you alone");
        row.strong = true;
        row.ground = Role::joint;
        return row;
    }
    const app::NoteView& view = *m_model.noteAt(at);
    const NoteRecord& record = view.record;
    row.who = workerName(record.note.author, m_model.names());
    row.when = recordedWords(record.note.happenedAt, m_model.now());
    if (view.withheld) {
        row.icon = QStringLiteral("lock");
        row.beginning = withheldWords(record.note, m_model.names());
        row.foot = serviceName(record.note.service, m_model.names());
        row.faded = true;
        return row;
    }
    row.icon = noteIcon(record.note.kind);
    row.beginning = text(withoutMarks(record.textNow())).simplified();
    QStringList foot{words(record.note.kind), serviceName(record.note.service, m_model.names())};
    if (record.note.audience != NoteAudience::everyone)
        foot.insert(1, tr("not shared"));
    if (!record.amendments.empty())
        foot.insert(1, tr("amended"));
    if (record.pin)
        foot.prepend(tr("Pinned"));
    row.foot = foot.join(QStringLiteral(" · "));
    row.faded = record.inError.has_value();
    row.strong = record.isUnread() && !record.inError;
    if (record.inError) {
        row.state = tr("In error");
        row.stateRole = Role::wait;
    } else if (row.strong) {
        row.state = record.readUpTo ? tr("Amended") : tr("New");
        row.stateRole = Role::joint;
    }
    if (record.note.kind == NoteKind::carerContact)
        row.ground = Role::wait;
    return row;
}

void NoteDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Row& row) const
{
    const QRect rect = option.rect;
    QColor ground = m_theme.color(Color::surface);
    if (option.state & QStyle::State_Selected)
        ground = m_theme.color(Color::jointTint);
    else if (option.state & QStyle::State_MouseOver)
        ground = m_theme.color(Color::hover);
    else if (row.ground == Role::wait)
        ground = m_theme.color(Color::waitTint);
    painter.fillRect(rect, ground);
    if (row.ground == Role::joint || (option.state & QStyle::State_Selected))
        painter.fillRect(QRect{rect.left(), rect.top(), m_theme.px(4), rect.height()}, m_theme.color(Color::jointFill));
    painter.setPen(m_theme.color(Color::line));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen{m_theme.color(Color::focus), 2});
        painter.drawRect(rect.adjusted(1, 1, -2, -2));
    }
}

void NoteDelegate::paintLines(QPainter& painter, const QRect& rect, const Row& row) const
{
    const int dense = m_theme.lineHeight(Type::dense);
    const int small = m_theme.lineHeight(Type::small);
    const qreal side = m_theme.px(16);
    m_theme.paintIcon(painter, row.icon, QRectF{qreal(rect.left()), rect.top() + (dense - side) / 2, side, side},
                      m_theme.color(Color::ink2));
    QRect line{rect.left() + m_theme.px(24), rect.top(), rect.width() - m_theme.px(24), dense};
    const QFont whenFont = m_theme.font(Type::small);
    const int whenWidth = QFontMetrics{whenFont}.horizontalAdvance(row.when);
    painter.setFont(whenFont);
    painter.setPen(m_theme.color(Color::ink3));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.when);
    QRect left = line.adjusted(0, 0, -whenWidth - m_theme.px(8), 0);
    if (!row.state.isEmpty()) {
        TagLook look;
        look.density = TagLook::Density::compact;
        look.role = row.stateRole;
        look.text = row.state;
        const QSize size = tagSize(m_theme, look);
        paintTag(painter, m_theme, look,
                 QRectF{QPointF(left.right() - size.width() + 1, left.top() + (dense - size.height()) / 2.0), size});
        left.setRight(left.right() - size.width() - m_theme.px(8));
    }
    const QFont whoFont = m_theme.font(Type::dense, 600);
    painter.setFont(whoFont);
    painter.setPen(m_theme.color(row.faded ? Color::ink3 : Color::ink));
    painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics{whoFont}.elidedText(row.who, Qt::ElideRight, left.width()));
    line.translate(0, dense + m_theme.px(2));
    line.setHeight(linesOfText * dense);
    QFont textFont = m_theme.font(Type::dense, row.strong ? 500 : 400);
    textFont.setStrikeOut(row.state == tr("In error"));
    painter.setFont(textFont);
    painter.setPen(m_theme.color(row.faded ? Color::ink3 : Color::ink2));
    paintBeginning(painter, line, row.beginning, textFont, dense);
    const QRect foot{line.left(), line.bottom() + m_theme.px(3), line.width(), small};
    painter.setFont(m_theme.font(Type::small));
    painter.setPen(m_theme.color(Color::ink3));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics{painter.font()}.elidedText(row.foot, Qt::ElideRight, foot.width()));
}

void NoteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    const Row row = rowAt(index.row());
    paintGround(*painter, option, row);
    paintLines(*painter, option.rect.adjusted(m_theme.px(14), m_theme.px(9), -m_theme.px(12), -m_theme.px(8)), row);
    painter->restore();
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(200),
            m_theme.px(22) + (1 + linesOfText) * m_theme.lineHeight(Type::dense) + m_theme.lineHeight(Type::small)};
}

}  // namespace holdfast::ui
