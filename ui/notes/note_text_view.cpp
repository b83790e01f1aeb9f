#include "notes/note_text_view.h"

#include "base/word_difference.h"
#include "domain/note_text.h"
#include "drafts/difference_view.h"
#include "drafts/marked_pieces.h"
#include "theme/theme.h"
#include "words/codes.h"

#include <QScrollBar>
#include <QWheelEvent>

namespace holdfast::ui {

NoteTextView::NoteTextView(const Theme& theme, const QString& name, QWidget* parent) : QTextEdit{parent}, m_theme{theme}
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setProperty("look", QStringLiteral("plain"));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(&theme, &Theme::themeChanged, this, &NoteTextView::draw);
}

QTextCharFormat NoteTextView::plain() const
{
    QTextCharFormat format;
    format.setFont(m_theme.font(Type::body));
    format.setForeground(m_theme.color(Color::ink));
    return format;
}

QTextCharFormat NoteTextView::ofOthers() const
{
    QTextCharFormat format = plain();
    format.setBackground(m_theme.color(Color::waitTint));
    format.setForeground(m_theme.color(Color::wait));
    format.setFontItalic(true);
    return format;
}

void NoteTextView::show(const std::string& words, bool struck)
{
    m_text = words;
    m_struck = struck;
    m_difference = false;
    draw();
}

void NoteTextView::showDifference(const std::string& before, const std::string& after)
{
    m_before = before;
    m_text = after;
    m_difference = true;
    draw();
    setAccessibleDescription(spokenDifference(wordDifference(before, after)));
}

void NoteTextView::draw()
{
    clear();
    setFont(m_theme.font(Type::body));
    QTextCursor cursor = textCursor();
    if (m_difference)
        for (const MarkedPiece& piece : markedPieces(wordDifference(m_before, m_text))) {
            QTextCharFormat format = piece.thirdParty ? ofOthers() : plain();
            if (piece.kind == WordPiece::Kind::removed) {
                format.setFontStrikeOut(true);
                format.setForeground(m_theme.color(Color::late));
            } else if (piece.kind == WordPiece::Kind::added) {
                format.setFontUnderline(true);
                format.setForeground(m_theme.color(Color::ok));
                if (!piece.thirdParty)
                    format.setBackground(m_theme.color(Color::okTint));
            }
            cursor.insertText(text(piece.text), format);
        }
    else
        for (const NotePassage& passage : passagesOf(m_text)) {
            QTextCharFormat format = passage.thirdParty ? ofOthers() : plain();
            format.setFontStrikeOut(m_struck);
            cursor.insertText(text(passage.text), format);
        }
    moveCursor(QTextCursor::Start);
    setFixedHeight(heightNow());
}

int NoteTextView::heightNow() const
{
    document()->setTextWidth(std::max(1, viewport()->width()));
    return qCeil(document()->size().height()) + 2;
}

QSize NoteTextView::sizeHint() const
{
    return {m_theme.px(240), heightNow()};
}

void NoteTextView::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    if (const int needed = heightNow(); needed != height())
        setFixedHeight(needed);
}

void NoteTextView::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

}  // namespace holdfast::ui
