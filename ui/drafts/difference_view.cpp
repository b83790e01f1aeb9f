#include "drafts/difference_view.h"

#include "domain/note_text.h"
#include "drafts/kept_words.h"
#include "theme/theme.h"
#include "words/codes.h"

#include <QTextBlock>

#include <algorithm>

namespace holdfast::ui {
namespace {

using Kind = WordPiece::Kind;

const std::string* textOf(const std::vector<app::Passage>& passages, const std::string& field)
{
    const auto found = std::ranges::find(passages, field, &app::Passage::field);
    return found == passages.end() ? nullptr : &found->text;
}

/// In the order of what stands now, then what is gone.
std::vector<std::string> fieldsOf(const std::vector<app::Passage>& before, const std::vector<app::Passage>& now)
{
    std::vector<std::string> fields;
    for (const auto* passages : {&now, &before})
        for (const app::Passage& passage : *passages)
            if (std::ranges::find(fields, passage.field) == fields.end())
                fields.push_back(passage.field);
    return fields;
}

}  // namespace

QString spokenDifference(const std::vector<WordPiece>& pieces)
{
    QStringList said;
    for (const MarkedPiece& piece : markedPieces(pieces)) {
        const QString words = text(piece.text).simplified();
        if (piece.kind == Kind::removed)
            said << DifferenceView::tr("taken out: %1").arg(words);
        else if (piece.kind == Kind::added)
            said << DifferenceView::tr("put in: %1").arg(words);
    }
    return said.join(QStringLiteral("; "));
}

DifferenceView::DifferenceView(const Theme& theme, QWidget* parent) : QTextEdit{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("differenceView"));
    setReadOnly(true);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setAccessibleName(tr("What differs, word by word"));
    document()->setDefaultFont(theme.font(Type::body));
}

bool DifferenceView::show(const std::vector<app::Passage>& before, const std::vector<app::Passage>& now)
{
    clear();
    QStringList spoken;
    int same = 0;
    for (const std::string& field : fieldsOf(before, now)) {
        const std::string* was = textOf(before, field);
        const std::string* is = textOf(now, field);
        const auto pieces = wordDifference(was ? *was : std::string{}, is ? *is : std::string{});
        if (std::ranges::all_of(pieces, [](const WordPiece& piece) { return piece.kind == Kind::same; })) {
            ++same;
            continue;
        }
        heading(draftFieldWords(field));
        for (const MarkedPiece& piece : markedPieces(pieces))
            write(piece);
        spoken << QStringLiteral("%1: %2").arg(draftFieldWords(field), spokenDifference(pieces));
    }
    const bool differs = !spoken.isEmpty();
    if (!differs)
        quietly(tr("Both say the same."));
    else if (same > 0)
        quietly(same == 1 ? tr("1 other answer is the same in both.")
                          : tr("%1 other answers are the same in both.").arg(same));
    setAccessibleDescription(differs ? spoken.join(QStringLiteral(". ")) : tr("Both say the same."));
    moveCursor(QTextCursor::Start);
    return differs;
}

void DifferenceView::showWhole(const std::vector<app::Passage>& passages)
{
    clear();
    for (const app::Passage& passage : passages) {
        heading(draftFieldWords(passage.field));
        for (const NotePassage& part : passagesOf(passage.text))
            write({Kind::same, part.text, part.thirdParty});
    }
    setAccessibleDescription({});
    moveCursor(QTextCursor::Start);
}

void DifferenceView::heading(const QString& words)
{
    QTextCharFormat format;
    format.setFont(m_theme.font(Type::small));
    format.setFontWeight(QFont::DemiBold);
    format.setForeground(m_theme.color(Color::ink3));
    QTextCursor cursor{document()};
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setTopMargin(document()->isEmpty() ? 0 : m_theme.px(10));
    if (document()->isEmpty())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    cursor.insertText(words, format);
    cursor.insertBlock(QTextBlockFormat{}, QTextCharFormat{});
}

void DifferenceView::write(const MarkedPiece& piece)
{
    QTextCharFormat format;
    format.setFont(m_theme.font(Type::body));
    switch (piece.kind) {
    case Kind::same: format.setForeground(m_theme.color(Color::ink)); break;
    case Kind::removed:
        format.setFontStrikeOut(true);
        format.setForeground(m_theme.color(Color::late));
        format.setBackground(m_theme.color(Color::lateTint));
        break;
    case Kind::added:
        format.setFontUnderline(true);
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(m_theme.color(Color::joint));
        format.setBackground(m_theme.color(Color::jointTint));
        break;
    }
    if (piece.thirdParty) {
        format.setFontItalic(true);
        format.setBackground(m_theme.color(Color::waitTint));
    }
    QTextCursor cursor{document()};
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text(piece.text), format);
}

void DifferenceView::quietly(const QString& words)
{
    QTextCharFormat format;
    format.setFont(m_theme.font(Type::small));
    format.setForeground(m_theme.color(Color::ink3));
    QTextCursor cursor{document()};
    cursor.movePosition(QTextCursor::End);
    if (!document()->isEmpty())
        cursor.insertBlock();
    cursor.insertText(words, format);
}

}  // namespace holdfast::ui
