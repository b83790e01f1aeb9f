#include "assessment/word_list.h"

#include "assessment/form_section.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace holdfast::ui {

WordList::WordList(const Theme& theme, const QString& name, const QStringList& suggestions, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_name{name}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    m_chips = new QWidget{this};
    m_flow = new FlowLayout{theme.px(6), theme.px(6), m_chips};
    m_flow->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chips);
    m_entry = new QLineEdit{this};
    m_entry->setAccessibleName(name);
    m_entry->setPlaceholderText(tr("Type and press Enter"));
    column->addWidget(m_entry);
    setFocusProxy(m_entry);

    auto* completer = new QCompleter{suggestions, m_entry};
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_entry->setCompleter(completer);
    // The completer writes its choice after the key was handled.
    connect(m_entry, &QLineEdit::returnPressed, this, [this] { QTimer::singleShot(0, this, [this] { add(); }); });
    connect(m_entry, &QLineEdit::editingFinished, this, [this] { add(); });
    connect(m_entry, &QLineEdit::textEdited, this, [this] { emit changed(); });
    rebuild();
}

void WordList::setWords(const std::vector<std::string>& words)
{
    m_words.clear();
    for (const auto& word : words)
        m_words.append(text(word));
    m_entry->clear();
    rebuild();
}

std::vector<std::string> WordList::words() const
{
    std::vector<std::string> words;
    for (const auto& word : m_words)
        words.push_back(word.toStdString());
    if (const auto pending = typed(m_entry->text()); !pending.empty())
        words.push_back(pending);
    return words;
}

void WordList::add()
{
    const QString word = m_entry->text().simplified();
    if (word.isEmpty())
        return;
    m_entry->clear();
    if (!m_words.contains(word, Qt::CaseInsensitive))
        m_words.append(word);
    rebuild();
    emit changed();
}

void WordList::rebuild()
{
    clearLayout(*m_flow);
    for (const auto& word : m_words) {
        auto* chip = new Button{m_theme, word, ButtonKind::secondary, QStringLiteral("x"), ButtonSize::small, m_chips};
        chip->setAccessibleName(tr("Take %1 off %2").arg(word, m_name));
        chip->setToolTip(tr("Take this off the list"));
        connect(chip, &QPushButton::clicked, this, [this, word] {
            m_words.removeAll(word);
            m_entry->setFocus();
            QTimer::singleShot(0, this, [this] { rebuild(); });
            emit changed();
        });
        m_flow->addWidget(chip);
    }
    m_chips->setVisible(!m_words.isEmpty());
    updateGeometry();
}

}  // namespace holdfast::ui
