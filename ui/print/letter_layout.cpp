#include "print/letter_layout.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextList>
#include <QTextTable>

namespace holdfast::ui {
namespace {

using letters::Block;
using letters::BlockStyle;

constexpr int styleProperty = QTextFormat::UserProperty + 1;

bool isList(BlockStyle style)
{
    return style == BlockStyle::bullet || style == BlockStyle::numbered;
}

bool isStrong(BlockStyle style)
{
    return style == BlockStyle::title || style == BlockStyle::heading;
}

qreal scaleOf(BlockStyle style)
{
    switch (style) {
    case BlockStyle::title: return 1.4;
    case BlockStyle::heading: return 1.12;
    case BlockStyle::note: return 0.9;
    case BlockStyle::paragraph:
    case BlockStyle::address:
    case BlockStyle::bullet:
    case BlockStyle::numbered:
    case BlockStyle::quotation:
    case BlockStyle::table: return 1;
    }
    return 1;
}

QTextBlockFormat blockFormat(BlockStyle style, const LetterLook& look)
{
    QTextBlockFormat format;
    format.setProperty(styleProperty, static_cast<int>(style));
    format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    format.setBottomMargin(isList(style) ? look.gap / 2 : look.gap);
    if (style == BlockStyle::heading) {
        format.setTopMargin(look.gap);
        format.setBottomMargin(look.gap / 2);
        format.setHeadingLevel(2);
    }
    if (style == BlockStyle::title)
        format.setHeadingLevel(1);
    if (style == BlockStyle::quotation) {
        format.setIndent(1);
    }
    if (style == BlockStyle::address)
        format.setBottomMargin(look.gap * 1.6);
    return format;
}

QTextCharFormat charFormat(BlockStyle style, bool strong, const LetterLook& look)
{
    QTextCharFormat format;
    QFont font = look.font;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * scaleOf(style)));
    else
        font.setPointSizeF(font.pointSizeF() * scaleOf(style));
    font.setWeight(strong || isStrong(style) ? QFont::DemiBold : QFont::Normal);
    font.setItalic(style == BlockStyle::quotation);
    format.setFont(font);
    format.setForeground(look.ink);
    return format;
}

QString lines(const std::string& text)
{
    return QString::fromStdString(text).replace(QLatin1Char('\n'), QChar::LineSeparator);
}

std::string plain(QString text)
{
    return text.replace(QChar::LineSeparator, QLatin1Char('\n'))
        .replace(QChar::Nbsp, QLatin1Char(' '))
        .remove(QChar::ObjectReplacementCharacter)
        .toStdString();
}

void insertTable(QTextCursor& cursor, const Block& block, const LetterLook& look)
{
    if (block.rows.empty())
        return;
    std::size_t columns = 1;
    for (const auto& row : block.rows)
        columns = std::max(columns, row.size());
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderBrush(look.line);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setCellPadding(look.gap / 2);
    format.setCellSpacing(0);
    format.setHeaderRowCount(1);
    format.setBottomMargin(look.gap);
    format.setWidth(QTextLength{QTextLength::PercentageLength, 100});
    QTextTable* table = cursor.insertTable(static_cast<int>(block.rows.size()), static_cast<int>(columns), format);
    QTextBlockFormat inCell = blockFormat(BlockStyle::table, look);
    inCell.setBottomMargin(0);
    for (std::size_t row = 0; row < block.rows.size(); ++row)
        for (std::size_t column = 0; column < block.rows[row].size(); ++column) {
            QTextCursor cell = table->cellAt(static_cast<int>(row), static_cast<int>(column)).firstCursorPosition();
            cell.setBlockFormat(inCell);
            cell.setCharFormat(charFormat(BlockStyle::table, row == 0, look));
            cell.insertText(lines(block.rows[row][column]));
        }
    cursor.movePosition(QTextCursor::End);
}

std::vector<letters::Run> runsOf(const QTextBlock& block)
{
    const bool allStrong = isStrong(styleOf(block));
    std::vector<letters::Run> runs;
    for (auto each = block.begin(); !each.atEnd(); ++each) {
        const QTextFragment fragment = each.fragment();
        std::string text = plain(fragment.text());
        if (text.empty())
            continue;
        const bool strong = !allStrong && fragment.charFormat().fontWeight() > QFont::Medium;
        if (!runs.empty() && runs.back().strong == strong)
            runs.back().text += text;
        else
            runs.push_back({std::move(text), strong});
    }
    return runs;
}

Block readTable(const QTextTable& table)
{
    Block block;
    block.style = BlockStyle::table;
    for (int row = 0; row < table.rows(); ++row) {
        auto& cells = block.rows.emplace_back();
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            QTextCursor text = cell.firstCursorPosition();
            text.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
            cells.push_back(plain(text.selectedText().replace(QChar::ParagraphSeparator, QChar::LineSeparator)));
        }
    }
    return block;
}

}  // namespace

BlockStyle styleOf(const QTextBlock& block)
{
    if (const QTextList* list = block.textList())
        return list->format().style() == QTextListFormat::ListDecimal ? BlockStyle::numbered : BlockStyle::bullet;
    const QVariant kept = block.blockFormat().property(styleProperty);
    const auto style = static_cast<BlockStyle>(kept.isValid() ? kept.toInt() : static_cast<int>(BlockStyle::paragraph));
    // What left its list, or was typed under a table, is a paragraph.
    return isList(style) || style == BlockStyle::table ? BlockStyle::paragraph : style;
}

void restyle(QTextCursor& cursor, BlockStyle style, const LetterLook& look)
{
    cursor.beginEditBlock();
    if (QTextList* list = cursor.block().textList())
        list->remove(cursor.block());
    cursor.setBlockFormat(blockFormat(style, look));
    QTextCursor whole{cursor.block()};
    whole.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    whole.setCharFormat(charFormat(style, false, look));
    cursor.setBlockCharFormat(charFormat(style, false, look));
    if (isList(style)) {
        QTextListFormat format;
        format.setStyle(style == BlockStyle::bullet ? QTextListFormat::ListDisc : QTextListFormat::ListDecimal);
        const QTextBlock before = cursor.block().previous();
        QTextList* list = before.isValid() ? before.textList() : nullptr;
        if (list != nullptr && list->format().style() == format.style())
            list->add(cursor.block());
        else
            cursor.createList(format);
    }
    cursor.endEditBlock();
}

void appendLetter(QTextCursor& cursor, const letters::Document& letter, const LetterLook& look)
{
    bool fresh = cursor.block().length() <= 1;  // an empty block to write into
    QTextList* list = nullptr;
    BlockStyle before = BlockStyle::paragraph;
    for (const Block& block : letter.blocks) {
        if (block.style == BlockStyle::table) {
            if (fresh)
                cursor.setBlockFormat(blockFormat(BlockStyle::paragraph, look));
            insertTable(cursor, block, look);
            fresh = true;
            before = block.style;
            continue;
        }
        if (!fresh)
            cursor.insertBlock();
        if (QTextList* inherited = cursor.block().textList())
            inherited->remove(cursor.block());
        cursor.setBlockFormat(blockFormat(block.style, look));
        cursor.setBlockCharFormat(charFormat(block.style, false, look));
        if (isList(block.style)) {
            if (before != block.style || list == nullptr) {
                QTextListFormat format;
                format.setStyle(block.style == BlockStyle::bullet ? QTextListFormat::ListDisc
                                                                  : QTextListFormat::ListDecimal);
                list = cursor.createList(format);
            } else {
                list->add(cursor.block());
            }
        }
        for (const letters::Run& run : block.runs)
            cursor.insertText(lines(run.text), charFormat(block.style, run.strong, look));
        before = block.style;
        fresh = false;
    }
}

void fillDocument(QTextDocument& document, const letters::Document& letter, const LetterLook& look)
{
    document.clear();
    document.setDefaultFont(look.font);
    document.setIndentWidth(look.indent);
    QTextCursor cursor{&document};
    appendLetter(cursor, letter, look);
    document.clearUndoRedoStacks();
    document.setModified(false);
}

letters::Document readDocument(const QTextDocument& document, const letters::Document& letter)
{
    letters::Document read;
    read.title = letter.title;
    read.variant = letter.variant;
    read.letterhead = letter.letterhead;
    for (auto each = document.rootFrame()->begin(); !each.atEnd(); ++each) {
        if (const auto* table = qobject_cast<QTextTable*>(each.currentFrame())) {
            read.blocks.push_back(readTable(*table));
            continue;
        }
        const QTextBlock block = each.currentBlock();
        if (!block.isValid())
            continue;
        Block made;
        made.style = styleOf(block);
        made.runs = runsOf(block);
        if (!made.runs.empty())  // an empty line is spacing, and spacing is the style's
            read.blocks.push_back(std::move(made));
    }
    return read;
}

}  // namespace holdfast::ui
