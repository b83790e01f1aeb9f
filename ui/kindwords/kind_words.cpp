#include "kindwords/kind_words.h"

#include "print/letter_layout.h"
#include "theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace holdfast::ui {

KindWords::KindWords(const Theme& theme, QPlainTextEdit& editor) : MarkedWords{theme, editor}, m_editor{&editor}
{
    connect(&editor, &QPlainTextEdit::textChanged, &timer(), qOverload<>(&QTimer::start));
    begin();
}

KindWords::KindWords(const Theme& theme, QTextEdit& editor) : MarkedWords{theme, editor}, m_editor{&editor}
{
    connect(&editor, &QTextEdit::textChanged, &timer(), qOverload<>(&QTimer::start));
    begin();
}

void KindWords::begin()
{
    connect(&theme(), &Theme::themeChanged, this, &KindWords::draw);
    area().viewport()->installEventFilter(this);
}

QAbstractScrollArea& KindWords::area() const
{
    return std::visit([](auto* editor) -> QAbstractScrollArea& { return *editor; }, m_editor);
}

QTextDocument* KindWords::document() const
{
    return std::visit([](auto* editor) { return editor->document(); }, m_editor);
}

QTextCursor KindWords::cursor() const
{
    return std::visit([](auto* editor) { return editor->textCursor(); }, m_editor);
}

void KindWords::setCursor(const QTextCursor& cursor)
{
    std::visit([&](auto* editor) { editor->setTextCursor(cursor); }, m_editor);
}

QString KindWords::plainText() const
{
    return document()->toPlainText();
}

int KindWords::selectionEnd() const
{
    return cursor().selectionEnd();
}

QString KindWords::select(int from, int length)
{
    QTextCursor chosen{document()};
    chosen.setPosition(from);
    chosen.setPosition(from + length, QTextCursor::KeepAnchor);
    setCursor(chosen);
    return chosen.selectedText();
}

void KindWords::replace(int from, int to, const QString& words)
{
    QTextCursor place{document()};
    place.beginEditBlock();
    place.setPosition(from);
    place.setPosition(to, QTextCursor::KeepAnchor);
    place.insertText(words);
    place.endEditBlock();
    setCursor(place);
}

/// Beside the cursor, which stands at the end of the word.
QRect KindWords::placeIn(const QWidget& ground, const Mark&) const
{
    const QRect line = std::visit([](auto* editor) { return editor->cursorRect(); }, m_editor);
    return QRect{area().viewport()->mapTo(&ground, line.topLeft()), line.size()};
}

/// A letter's quotations have a style of their own besides their marks.
bool KindWords::isQuotation(int position) const
{
    return std::holds_alternative<QTextEdit*>(m_editor) &&
           styleOf(document()->findBlock(position)) == letters::BlockStyle::quotation;
}

void KindWords::marksChanged()
{
    draw();
    describe();
}

void KindWords::draw()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const Mark& mark : marks()) {
        QTextEdit::ExtraSelection underline;
        underline.cursor = QTextCursor{document()};
        underline.cursor.setPosition(mark.from);
        underline.cursor.setPosition(mark.from + mark.length, QTextCursor::KeepAnchor);
        underline.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        underline.format.setUnderlineColor(theme().color(Color::wait));
        selections.append(underline);
    }
    std::visit([&](auto* editor) { editor->setExtraSelections(selections); }, m_editor);
}

/// Said with the editor's own description when a screen reader comes to it.
void KindWords::describe()
{
    QString own = area().accessibleDescription();
    if (!m_described.isEmpty() && own.endsWith(m_described))
        own.chop(m_described.size());
    m_described = marks().empty() ? QString{} : tr(" Underlined words: %1. F7 goes to them.").arg(count());
    area().setAccessibleDescription(own + m_described);
}

const KindWords::Mark* KindWords::markAt(const QPoint& point) const
{
    const int position =
        std::visit([&](auto* editor) { return editor->cursorForPosition(point).position(); }, m_editor);
    const auto found = std::ranges::find_if(
        marks(), [&](const Mark& mark) { return position >= mark.from && position <= mark.from + mark.length; });
    return found == marks().end() ? nullptr : &*found;
}

bool KindWords::eventFilter(QObject* watched, QEvent* event)
{
    const bool typed = event->type() == QEvent::KeyPress && watched == &area();
    if (typed && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F7) {
        goToNextOrSay(*area().viewport());
        return true;
    }
    if (event->type() == QEvent::ToolTip && watched == area().viewport()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const Mark* mark = markAt(help->pos())) {
            showAdvice(*mark, help->globalPos());
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace holdfast::ui
