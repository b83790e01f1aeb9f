#include "letters/letter_editor.h"

#include "print/letter_layout.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextList>

namespace holdfast::ui {
namespace {

using letters::BlockStyle;

/// Takes text without its looks, and begins an ordinary paragraph after a heading.
class LetterText final : public QTextEdit {
public:
    explicit LetterText(std::function<void()> afterHeading) : m_afterHeading{std::move(afterHeading)} {}

protected:
    void insertFromMimeData(const QMimeData* source) override
    {
        if (source->hasText())
            insertPlainText(source->text());
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        const BlockStyle before = styleOf(textCursor().block());
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        QTextEdit::keyPressEvent(event);
        if (enter && (before == BlockStyle::heading || before == BlockStyle::title) &&
            textCursor().block().text().isEmpty())
            m_afterHeading();
    }

private:
    std::function<void()> m_afterHeading;
};

LetterLook screenLook(const Theme& theme)
{
    LetterLook look;
    look.font = theme.font(Type::body);
    look.ink = theme.color(Color::ink);
    look.line = theme.color(Color::lineStrong);
    look.gap = theme.px(9);
    look.indent = theme.px(22);
    return look;
}

}  // namespace

LetterEditor::LetterEditor(Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins({});
    column->setSpacing(theme.px(8));
    auto* tools = new QHBoxLayout;
    tools->setSpacing(theme.px(8));
    buildTools(*tools);
    column->addLayout(tools);
    m_text = new LetterText{[this] {
        QTextCursor cursor = m_text->textCursor();
        restyle(cursor, BlockStyle::paragraph, screenLook(m_theme));
        m_text->setTextCursor(cursor);
    }};
    m_text->setObjectName(QStringLiteral("letterText"));
    m_text->setAccessibleName(tr("Text of the letter"));
    m_text->setTabChangesFocus(true);
    m_text->setAcceptRichText(false);
    connect(m_text, &QTextEdit::textChanged, this, [this] {
        if (!m_filling)
            emit changed();
    });
    connect(m_text, &QTextEdit::cursorPositionChanged, this, &LetterEditor::followCursor);
    connect(&theme, &Theme::themeChanged, this, &LetterEditor::redress);
    column->addWidget(m_text, 1);
}

void LetterEditor::buildTools(QBoxLayout& row)
{
    m_styles = new Choice{tr("Style of the line")};
    m_styles->setObjectName(QStringLiteral("letterStyle"));
    for (const auto& [words, style] : {std::pair{tr("Text"), BlockStyle::paragraph},
                                       {tr("Heading"), BlockStyle::heading},
                                       {tr("Title"), BlockStyle::title},
                                       {tr("List"), BlockStyle::bullet},
                                       {tr("Numbered list"), BlockStyle::numbered},
                                       {tr("Quotation"), BlockStyle::quotation},
                                       {tr("Address"), BlockStyle::address},
                                       {tr("Small print"), BlockStyle::note}})
        m_styles->addChoice(words, static_cast<int>(style));
    connect(m_styles, &QComboBox::activated, this, &LetterEditor::chooseStyle);
    row.addWidget(m_styles);
    m_strong = new Button{m_theme, tr("Bold"), ButtonKind::secondary, {}, ButtonSize::small};
    m_strong->setCheckable(true);
    m_strong->setShortcut(QKeySequence::Bold);
    connect(m_strong, &QPushButton::clicked, this, &LetterEditor::toggleStrong);
    row.addWidget(m_strong);
    auto* undo = new Button{m_theme, tr("Undo"), ButtonKind::quiet, QStringLiteral("undo"), ButtonSize::small};
    connect(undo, &QPushButton::clicked, this, [this] { m_text->undo(); });
    row.addWidget(undo);
    row.addStretch(1);
}

void LetterEditor::show(const letters::Document& letter)
{
    m_letter = letter;
    m_filling = true;
    fillDocument(*m_text->document(), letter, screenLook(m_theme));
    m_text->document()->setDocumentMargin(m_theme.px(18));
    m_filling = false;
    m_text->moveCursor(QTextCursor::Start);
    followCursor();
}

letters::Document LetterEditor::letter() const
{
    return readDocument(*m_text->document(), m_letter);
}

void LetterEditor::chooseStyle()
{
    QTextCursor cursor = m_text->textCursor();
    if (cursor.currentTable())
        return followCursor();
    restyle(cursor, static_cast<BlockStyle>(m_styles->value().toInt()), screenLook(m_theme));
    m_text->setTextCursor(cursor);
    m_text->setFocus();
}

void LetterEditor::toggleStrong()
{
    QTextCharFormat format;
    format.setFontWeight(m_strong->isChecked() ? QFont::DemiBold : QFont::Normal);
    m_text->mergeCurrentCharFormat(format);
    m_text->setFocus();
}

void LetterEditor::followCursor()
{
    const QTextCursor cursor = m_text->textCursor();
    m_styles->setValueQuietly(static_cast<int>(styleOf(cursor.block())));
    m_styles->setEnabled(cursor.currentTable() == nullptr);
    m_strong->setChecked(m_text->currentCharFormat().fontWeight() > QFont::Medium);
}

/// Another text size or colour scheme: the same words in new looks, the cursor where it was.
void LetterEditor::redress()
{
    const int position = m_text->textCursor().position();
    m_letter = letter();
    show(m_letter);
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(qMin(position, m_text->document()->characterCount() - 1));
    m_text->setTextCursor(cursor);
}

}  // namespace holdfast::ui
