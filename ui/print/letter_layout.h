// Between a letter's tree and a text document: the same styles in the editor and on paper, and back without loss.
#pragma once

#include "letters/document.h"

#include <QColor>
#include <QFont>

class QTextBlock;
class QTextBlockFormat;
class QTextCharFormat;
class QTextCursor;
class QTextDocument;

namespace holdfast::ui {

/// How a letter looks; lengths are in the unit of the font (points on paper, pixels on the screen).
struct LetterLook {
    QFont font;  ///< of plain text, with its size
    QColor ink;
    QColor line;        ///< of tables
    qreal gap = 6;      ///< after a paragraph
    qreal indent = 18;  ///< of lists and quotations
};

/// Which style a block of the document has.
letters::BlockStyle styleOf(const QTextBlock& block);

/// Puts a style on the block under the cursor, as the editor's choice of style does.
void restyle(QTextCursor& cursor, letters::BlockStyle style, const LetterLook& look);

/// Replaces the content by the letter.
void fillDocument(QTextDocument& document, const letters::Document& letter, const LetterLook& look);

/// Adds the letter after what is there.
void appendLetter(QTextCursor& cursor, const letters::Document& letter, const LetterLook& look);

/// The blocks as they stand; `letter` gives title, form and letterhead.
letters::Document readDocument(const QTextDocument& document, const letters::Document& letter);

}  // namespace holdfast::ui
