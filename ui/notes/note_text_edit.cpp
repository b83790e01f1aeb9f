#include "notes/note_text_edit.h"

#include "domain/note.h"
#include "domain/note_text.h"
#include "theme/theme.h"
#include "words/codes.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace holdfast::ui {
namespace {

const QString opening = QStringLiteral("[[");
const QString closing = QStringLiteral("]]");
constexpr int markLength = 2;

/// Shades passages of third parties; a passage may go over several lines, so each line says how deep it ends.
class MarkShader final : public QSyntaxHighlighter {
public:
    MarkShader(const Theme& theme, QTextDocument* document) : QSyntaxHighlighter{document}, m_theme{theme} {}

protected:
    void highlightBlock(const QString& line) override
    {
        QTextCharFormat shaded;
        shaded.setBackground(m_theme.color(Color::waitTint));
        shaded.setForeground(m_theme.color(Color::wait));
        QTextCharFormat mark = shaded;
        mark.setForeground(m_theme.color(Color::ink3));
        int depth = std::max(0, previousBlockState());
        int from = 0;
        for (int at = 0; at < line.size();) {
            const auto here = QStringView{line}.mid(at);
            const bool opens = here.startsWith(opening);
            if (!opens && !here.startsWith(closing)) {
                ++at;
                continue;
            }
            if (depth > 0)
                setFormat(from, at - from, shaded);
            if (opens || depth > 0)
                setFormat(at, markLength, mark);
            depth = opens ? depth + 1 : std::max(0, depth - 1);
            at += markLength;
            from = at;
        }
        if (depth > 0)
            setFormat(from, static_cast<int>(line.size()) - from, shaded);
        setCurrentBlockState(depth);
    }

private:
    const Theme& m_theme;
};

bool isShortcutLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
}

}  // namespace

NoteTextEdit::NoteTextEdit(const Theme& theme, QWidget* parent) : QPlainTextEdit{parent}
{
    setObjectName(QStringLiteral("noteEdit"));
    setAccessibleName(tr("Text of the note"));
    setTabChangesFocus(true);
    auto* shader = new MarkShader{theme, document()};
    connect(&theme, &Theme::themeChanged, shader, &QSyntaxHighlighter::rehighlight);
}

void NoteTextEdit::begin(const QString& words)
{
    setPlainText(words);
    document()->clearUndoRedoStacks();
    moveCursor(QTextCursor::End);
}

void NoteTextEdit::insertText(const QString& words)
{
    QTextCursor cursor = textCursor();
    const int from = cursor.selectionStart();
    cursor.insertText(words);
    const int firstLine = static_cast<int>(words.indexOf(QStringLiteral(": \n")));
    const int gap = firstLine >= 0 ? firstLine + markLength : static_cast<int>(words.indexOf(opening + closing));
    if (gap >= 0)
        cursor.setPosition(from + gap + (firstLine >= 0 ? 0 : markLength));
    setTextCursor(cursor);
    setFocus();
}

void NoteTextEdit::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText())
        textCursor().insertText(source->text());
}

void NoteTextEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->text() == QStringLiteral(" ") && event->modifiers() == Qt::NoModifier && expandAtCursor())
        return;
    QPlainTextEdit::keyPressEvent(event);
}

bool NoteTextEdit::expandAtCursor()
{
    QTextCursor cursor = textCursor();
    if (!m_expand || cursor.hasSelection())
        return false;
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    int from = static_cast<int>(line.size());
    while (from > 0 && isShortcutLetter(line[from - 1]) && line.size() - from <= static_cast<int>(longestShortcut))
        --from;
    if (from == 0 || from == line.size() || line[from - 1] != u';')
        return false;
    const QString shortcut = line.mid(from);
    const auto words = m_expand(shortcut);
    if (!words)
        return false;
    // The space is a step of its own before: one step back brings ";visit " again, ready to go on.
    QPlainTextEdit::keyPressEvent(
        std::make_unique<QKeyEvent>(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" ")).get());
    cursor = textCursor();
    cursor.setPosition(cursor.position() - static_cast<int>(shortcut.size()) - markLength, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    insertText(*words);
    emit expanded(shortcut);
    return true;
}

std::optional<std::pair<int, int>> NoteTextEdit::passageAround(int position) const
{
    const QString all = toPlainText();
    if (position <= 0)
        return std::nullopt;
    const auto opens = all.lastIndexOf(opening, position - 1);
    if (opens < 0)
        return std::nullopt;
    const auto closesBefore = all.indexOf(closing, opens + markLength);
    if (closesBefore >= 0 && closesBefore + markLength <= position)
        return std::nullopt;
    return std::pair{static_cast<int>(opens), static_cast<int>(closesBefore)};
}

bool NoteTextEdit::isInThirdParty() const
{
    return passageAround(textCursor().selectionStart()).has_value();
}

void NoteTextEdit::toggleThirdParty()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    if (const auto passage = passageAround(cursor.selectionStart())) {
        if (passage->second >= 0) {
            cursor.setPosition(passage->second);
            cursor.setPosition(passage->second + markLength, QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
        }
        cursor.setPosition(passage->first);
        cursor.setPosition(passage->first + markLength, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        cursor.endEditBlock();
        setFocus();
        return;
    }
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    cursor.setPosition(to);
    cursor.insertText(closing);
    cursor.setPosition(from);
    cursor.insertText(opening);
    cursor.endEditBlock();
    cursor.setPosition(from == to ? from + markLength : to + 2 * markLength);
    setTextCursor(cursor);
    setFocus();
}

}  // namespace holdfast::ui
