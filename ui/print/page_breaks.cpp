#include "print/page_breaks.h"

#include "print/letter_layout.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QTextLayout>
#include <QTextList>
#include <QTextTable>

#include <cmath>
#include <optional>

namespace holdfast::ui {
namespace {

constexpr int fewLines = 3;  ///< a paragraph of so many lines goes over as a whole
constexpr int leastLines = 2;
constexpr int lonelyLines = 2;      ///< so few on the last page look like a mistake
constexpr int longestSection = 14;  ///< lines that may go over to keep them company

/// The page on which a line of the block begins.
int pageOf(const QTextDocument& document, const QTextBlock& block, int line)
{
    const QRectF box = document.documentLayout()->blockBoundingRect(block);
    const qreal middle = box.top() + block.layout()->lineAt(line).rect().center().y();
    return static_cast<int>(std::floor(middle / document.pageSize().height()));
}

bool hasLines(const QTextBlock& block)
{
    return block.isValid() && block.layout()->lineCount() > 0;
}

int lastPageOf(const QTextDocument& document, const QTextBlock& block)
{
    return pageOf(document, block, block.layout()->lineCount() - 1);
}

/// False when a page begins with it already.
bool beginPageWith(const QTextBlock& block)
{
    QTextBlockFormat format = block.blockFormat();
    if (format.pageBreakPolicy() == QTextFormat::PageBreak_AlwaysBefore)
        return false;
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor{block}.setBlockFormat(format);
    return true;
}

/// Takes a page's beginning back from a block or its table: it follows what begins the page now.
void followOn(const QTextBlock& block)
{
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
    QTextCursor{block}.setBlockFormat(format);
    if (QTextTable* table = QTextCursor{block}.currentTable()) {
        QTextTableFormat whole = table->format();
        whole.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
        table->setFormat(whole);
    }
}

/// The rest of the paragraph in a block of its own, which looks as if it went on.
void splitAt(const QTextBlock& block, int line)
{
    QTextCursor cursor{block};
    cursor.setPosition(block.position() + block.layout()->lineAt(line).textStart());
    QTextBlockFormat first = block.blockFormat();
    QTextBlockFormat rest = first;
    first.setBottomMargin(0);
    rest.setTopMargin(0);
    rest.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor{block}.setBlockFormat(first);
    cursor.insertBlock(rest);
    if (QTextList* list = cursor.block().textList())
        list->remove(cursor.block());  // the item has its mark already; what leaves a list keeps its indent
}

/// True when the block went over to the next page and something was done about it.
bool settleParagraph(const QTextDocument& document, const QTextBlock& block)
{
    const int lines = block.layout()->lineCount();
    int over = 1;
    while (over < lines && pageOf(document, block, over) == pageOf(document, block, 0))
        ++over;
    if (over >= lines)
        return false;
    if ((lines <= fewLines || over < leastLines) && beginPageWith(block))
        return true;
    splitAt(block, lines - over < leastLines && over > leastLines ? over - 1 : over);
    return true;
}

/// Heading and text stay together. True when the heading stood alone at the foot of a page and was moved.
bool keepWithNext(const QTextDocument& document, const QTextBlock& block)
{
    const QTextBlock next = block.next();
    if (!block.isValid() || block.blockFormat().headingLevel() == 0 || !hasLines(block) || !hasLines(next))
        return false;
    if (pageOf(document, next, 0) == lastPageOf(document, block) || !beginPageWith(block))
        return false;
    followOn(next);
    return true;
}

QTextBlock firstBlockOf(const QTextTable& table, int row, int column)
{
    return table.cellAt(row, column).firstCursorPosition().block();
}

/// The first row that stands on two pages; nothing when every row is whole.
std::optional<int> brokenRow(const QTextDocument& document, const QTextTable& table)
{
    for (int row = 0; row < table.rows(); ++row)
        for (int column = 0; column < table.columns(); ++column) {
            const QTextBlock last = table.cellAt(row, column).lastCursorPosition().block();
            if (hasLines(last) && lastPageOf(document, last) != pageOf(document, firstBlockOf(table, row, 0), 0))
                return row;
        }
    return std::nullopt;
}

void copyRow(const QTextTable& from, int row, const QTextTable& to, int at)
{
    for (int column = 0; column < from.columns(); ++column) {
        const QTextTableCell cell = from.cellAt(row, column);
        QTextCursor text = cell.firstCursorPosition();
        text.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
        QTextCursor place = to.cellAt(at, column).firstCursorPosition();
        place.setBlockFormat(cell.firstCursorPosition().blockFormat());
        place.insertFragment(text.selection());
    }
}

/// An empty line right after the table, too low to be seen, where the next page begins.
QTextCursor newPageAfter(const QTextTable& table)
{
    QTextCursor cursor = table.lastCursorPosition();
    cursor.movePosition(QTextCursor::NextBlock);
    cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat());
    cursor.movePosition(QTextCursor::PreviousBlock);
    QTextBlockFormat line;
    line.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    cursor.setBlockFormat(line);
    QTextCharFormat low;
    low.setFontPointSize(1);
    cursor.setBlockCharFormat(low);
    return cursor;
}

/// True when a row stood on two pages: it goes over whole, and its table goes on there under the same head.
bool settleTable(const QTextDocument& document, QTextTable& table)
{
    const auto row = brokenRow(document, table);
    if (!row)
        return false;
    QTextTableFormat format = table.format();
    const int head = format.headerRowCount();
    if (*row <= head) {
        if (format.pageBreakPolicy() == QTextFormat::PageBreak_AlwaysBefore)
            return false;  // it is higher than a page
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        table.setFormat(format);
        return true;
    }
    QTextCursor after = newPageAfter(table);
    QTextTable* rest = after.insertTable(head + table.rows() - *row, table.columns(), format);
    for (int at = 0; at < rest->rows(); ++at)
        copyRow(table, at < head ? at : *row + at - head, *rest, at);
    table.removeRows(*row, table.rows() - *row);
    return true;
}

/// Who signs stays with the greeting before and the notes after it, and with the last words of the letter: nobody gets a
/// page with a name alone. True when they were moved.
bool keepTheEnd(const QTextDocument& document)
{
    constexpr int most = 4;
    const QTextBlock end = document.lastBlock();
    QTextBlock sign = end;
    for (int i = 0; sign.isValid() && styleOf(sign) != letters::BlockStyle::address; ++i, sign = sign.previous())
        if (i == most)
            return false;
    const QTextBlock greeting = sign.isValid() ? sign.previous() : sign;
    const QTextBlock words = greeting.isValid() ? greeting.previous() : greeting;
    if (!hasLines(words) || !hasLines(end))
        return false;
    const bool torn = pageOf(document, words, 0) != lastPageOf(document, end);
    const bool inTable = QTextCursor{words}.currentTable() != nullptr;
    return torn && beginPageWith(inTable ? greeting : words);
}

/// The last block that says something.
QTextBlock lastWords(const QTextDocument& document)
{
    QTextBlock last = document.lastBlock();
    while (last.text().isEmpty() && last.previous().isValid())
        last = last.previous();
    return last;
}

/// From the beginning to the end: after a change Qt lays out what follows only when it is looked at on a screen.
void layOut(QTextDocument& document)
{
    document.markContentsDirty(0, document.characterCount());
    document.documentLayout()->documentSize();
}

}  // namespace

int settlePages(QTextDocument& document)
{
    layOut(document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextTable* table = QTextCursor{block}.currentTable();
        if (table != nullptr ? settleTable(document, *table) : hasLines(block) && settleParagraph(document, block))
            layOut(document);
        // Where a block goes over, the heading before it goes along, and so on; then the block is looked at once more.
        while (keepWithNext(document, block.previous())) {
            layOut(document);
            block = block.previous();
        }
    }
    if (keepTheEnd(document))
        return settlePages(document);
    const QTextBlock last = lastWords(document);
    return hasLines(last) ? lastPageOf(document, last) + 1 : 1;
}

bool hasLonelyEnd(const QTextDocument& document)
{
    QTextBlock block = lastWords(document);
    if (!hasLines(block))
        return false;
    const int page = lastPageOf(document, block);
    int lines = 0;
    for (; block.isValid() && hasLines(block) && lastPageOf(document, block) == page; block = block.previous())
        for (int line = 0; line < block.layout()->lineCount(); ++line)
            lines += pageOf(document, block, line) == page ? 1 : 0;
    return page > 0 && lines <= lonelyLines;
}

int settleLonelyEnd(QTextDocument& document)
{
    int lines = 0;
    QTextBlock block = lastWords(document);
    for (; block.isValid() && hasLines(block) && block.blockFormat().headingLevel() == 0; block = block.previous())
        lines += block.layout()->lineCount();
    const bool isSection = block.isValid() && hasLines(block) && lines <= longestSection;
    if (isSection && hasLonelyEnd(document) && beginPageWith(block))
        layOut(document);
    return settlePages(document);
}

}  // namespace holdfast::ui
