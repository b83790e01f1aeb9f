#include "assessment/substance_list.h"

#include "assessment/form_section.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "words/assessment_words.h"

#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui {

SubstanceList::SubstanceList(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    m_column = new QVBoxLayout{this};
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(8));
    m_add = new Button{theme, tr("Add another substance"), ButtonKind::quiet, QStringLiteral("plus"), ButtonSize::small,
                       this};
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addBlock({});
        m_blocks.back().substance->setFocus(Qt::TabFocusReason);
    });
    addBlock({});
}

QLineEdit* SubstanceList::entry(QWidget* parent, const QString& name, const QString& placeholder)
{
    auto* edit = new QLineEdit{parent};
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    connect(edit, &QLineEdit::textChanged, this, &SubstanceList::changed);
    return edit;
}

void SubstanceList::addBlock(const record::SubstanceUse& use)
{
    Block block;
    block.frame = new QWidget{this};
    auto* grid = new QGridLayout{block.frame};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(6));
    grid->setVerticalSpacing(m_theme.px(4));
    const QSignalBlocker quiet{this};
    block.substance = entry(block.frame, tr("Substance"), tr("Substance"));
    setLine(*block.substance, text(use.substance));
    auto* completer = new QCompleter{substanceSuggestions(), block.substance};
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    block.substance->setCompleter(completer);
    block.pattern = entry(block.frame, tr("Pattern, in the person's words"), tr("Most evenings, binges at weekends"));
    setLine(*block.pattern, text(use.pattern));
    block.amount = entry(block.frame, tr("Amount"), tr("How much"));
    setLine(*block.amount, text(use.amount));
    block.route = entry(block.frame, tr("How it is taken"), tr("How it is taken"));
    setLine(*block.route, text(use.route));
    block.lastUsed = entry(block.frame, tr("Last used"), tr("Last used"));
    setLine(*block.lastUsed, text(use.lastUsed));
    block.startedAge = entry(block.frame, tr("Age when it started"), tr("Since age"));
    setLine(*block.startedAge, text(use.startedAge));

    auto* off = new Button{m_theme, {}, ButtonKind::quiet, QStringLiteral("x"), ButtonSize::small, block.frame};
    off->setAccessibleName(tr("Take this substance off"));
    off->setToolTip(tr("Take this substance off"));
    connect(off, &QPushButton::clicked, this, [this, frame = block.frame] { remove(frame); });

    grid->addWidget(block.substance, 0, 0);
    grid->addWidget(block.pattern, 0, 1, 1, 3);
    grid->addWidget(off, 0, 4);
    grid->addWidget(block.amount, 1, 0);
    grid->addWidget(block.route, 1, 1);
    grid->addWidget(block.lastUsed, 1, 2);
    grid->addWidget(block.startedAge, 1, 3);
    for (const int column : {0, 1, 2, 3})
        grid->setColumnStretch(column, 1);
    m_column->insertWidget(static_cast<int>(m_blocks.size()), block.frame);
    block.frame->setVisible(true);
    m_blocks.push_back(block);
}

void SubstanceList::remove(QWidget* frame)
{
    std::erase_if(m_blocks, [frame](const Block& block) { return block.frame == frame; });
    frame->hide();
    frame->deleteLater();
    if (m_blocks.empty())
        addBlock({});
    m_blocks.front().substance->setFocus();
    emit changed();
}

void SubstanceList::setSubstances(const std::vector<record::SubstanceUse>& substances)
{
    if (substances == this->substances())
        return;
    const QSignalBlocker quiet{this};
    for (const auto& block : m_blocks)
        delete block.frame;
    m_blocks.clear();
    for (const auto& use : substances)
        addBlock(use);
    if (m_blocks.empty())
        addBlock({});
}

std::vector<record::SubstanceUse> SubstanceList::substances() const
{
    std::vector<record::SubstanceUse> list;
    for (const auto& block : m_blocks) {
        record::SubstanceUse use{typed(block.substance->text()), typed(block.pattern->text()),
                                 typed(block.amount->text()),    typed(block.route->text()),
                                 typed(block.lastUsed->text()),  typed(block.startedAge->text())};
        if (use != record::SubstanceUse{})
            list.push_back(std::move(use));
    }
    return list;
}

QWidget* SubstanceList::firstStop() const
{
    return m_blocks.front().substance;
}

}  // namespace holdfast::ui
