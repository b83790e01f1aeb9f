#include "kindwords/word_list_sheet.h"

#include "async/desk.h"
#include "kindwords/own_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 860;
constexpr int positionRole = Qt::UserRole;

/// The first form of an entry: what the list calls it.
QString nameOf(const KindWord& word)
{
    const QString lines = text(word.lines);
    return lines.left(lines.indexOf(u'=')).section(u',', 0, 0).trimmed();
}

}  // namespace

WordListSheet::WordListSheet(const Theme& theme, Desk& desk, app::KindWordList list, QWidget& window)
    : DialogSheet{theme, tr("Words that do not hurt"), sheetWidth, window},
      m_desk{desk},
      m_all{std::move(list)},
      m_mayEdit{desk.may(app::Action::editWordList)}
{
    setObjectName(QStringLiteral("wordListSheet"));
    setSubtitle(tr("Underlined while you type, as advice."),
                m_mayEdit ? QString{} : tr(" Coordinators and supervisors of your team change the list."));
    build();
    fillList();
    choose(m_all.words.empty() ? -1 : 0);
}

void WordListSheet::build()
{
    auto* across = new QHBoxLayout{body()};
    across->setContentsMargins(theme().px(24), theme().px(14), theme().px(24), theme().px(16));
    across->setSpacing(theme().px(16));
    auto* left = new QVBoxLayout;
    m_find = new QLineEdit;
    m_find->setObjectName(QStringLiteral("wordFind"));
    m_find->setPlaceholderText(tr("Find a word"));
    m_find->setAccessibleName(tr("Find a word"));
    m_find->setClearButtonEnabled(true);
    connect(m_find, &QLineEdit::textChanged, this, &WordListSheet::fillList);
    left->addWidget(m_find);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("wordList"));
    m_list->setAccessibleName(tr("Words"));
    m_list->setMinimumHeight(theme().px(300));
    connect(m_list, &QListWidget::currentRowChanged, this, &WordListSheet::choose);
    left->addWidget(m_list, 1);
    auto* fresh = new Button{theme(), tr("New word"), ButtonKind::secondary, QStringLiteral("plus"), ButtonSize::small};
    fresh->setObjectName(QStringLiteral("wordNew"));
    connect(fresh, &QPushButton::clicked, this, [this] {
        m_list->setCurrentRow(-1);
        choose(-1);
        m_lines->setFocus();
    });
    left->addWidget(fresh, 0, Qt::AlignLeft);
    fresh->setVisible(m_mayEdit);
    across->addLayout(left, 2);
    across->addWidget(buildFields(), 3);
    m_toggle = addSecondary(tr("Switch off"));
    m_toggle->setObjectName(QStringLiteral("wordToggle"));
    connect(m_toggle, &QPushButton::clicked, this, &WordListSheet::toggle);
    m_back = addSecondary(tr("As it came"));
    m_back->setObjectName(QStringLiteral("wordBack"));
    connect(m_back, &QPushButton::clicked, this, &WordListSheet::putBack);
    addCancel(tr("Close"));
    if (!m_mayEdit)
        return;
    auto* save = addPrimary(tr("Save"));
    save->setObjectName(QStringLiteral("wordSave"));
    connect(save, &QPushButton::clicked, this, &WordListSheet::save);
}

QWidget* WordListSheet::buildFields()
{
    auto* fields = new QWidget;
    auto* column = new QVBoxLayout{fields};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(10));
    m_lines = new GrowingText{theme(), tr("Words and what to write instead"), 6, 14};
    m_lines->setObjectName(QStringLiteral("wordLines"));
    holdsOwnWords(*m_lines);
    m_linesBox =
        new FieldBox{theme(), tr("Words and what to write instead"), m_lines,
                     tr("One line each: the word and its forms with commas, then = and what to write instead. A "
                        "second suggestion after a slash.")};
    m_why = new GrowingText{theme(), tr("Why"), 2, 5};
    m_why->setObjectName(QStringLiteral("wordWhy"));
    holdsOwnWords(*m_why);
    m_whyBox = new FieldBox{theme(), tr("Why"), m_why};
    m_state = new RunLabel{theme(), Type::small};
    m_state->setObjectName(QStringLiteral("wordState"));
    column->addWidget(m_linesBox);
    column->addWidget(m_whyBox);
    column->addWidget(m_state);
    column->addStretch();
    for (GrowingText* field : {m_lines, m_why}) {
        field->setReadOnly(!m_mayEdit);
        connect(field, &QPlainTextEdit::textChanged, this, [this, field] {
            if (field->hasFocus())
                setUnsaved(true);
        });
    }
    return fields;
}

void WordListSheet::fillList()
{
    const QSignalBlocker quiet{m_list};
    const QString wanted = m_find->text().trimmed().toLower();
    m_list->clear();
    int position = 0;
    for (const ListedKindWord& listed : m_all.words) {
        const int at = position++;
        if (!wanted.isEmpty() && !text(listed.word.lines).toLower().contains(wanted))
            continue;
        QString name = nameOf(listed.word);
        if (!listed.on)
            name = tr("%1   switched off").arg(name);
        else if (listed.own || listed.changed)
            name = tr("%1   your team's").arg(name);
        auto* item = new QListWidgetItem{name, m_list};
        item->setData(positionRole, at);
        item->setSizeHint({0, theme().size(Size::rowTable)});
        item->setFont(theme().font(Type::dense));
        if (!listed.on)
            item->setForeground(theme().color(Color::ink3));
        if (m_chosen.word.id == listed.word.id)
            m_list->setCurrentItem(item);
    }
}

QString WordListSheet::stateOf(const ListedKindWord& word) const
{
    if (word.word.id.empty())
        return tr("A new entry of your team.");
    if (!word.by || !word.at)
        return tr("As it came with the program.");
    const auto who = m_all.workers.find(*word.by);
    const QString by = who == m_all.workers.end() ? text(word.by->text()) : text(who->second);
    const QString when = birthDateWords(londonDate(*word.at));
    if (!word.on)
        return tr("Switched off by %1, %2.").arg(by, when);
    return word.own || word.changed ? tr("Your team's words, by %1, %2.").arg(by, when)
                                    : tr("As it came, put back by %1, %2.").arg(by, when);
}

void WordListSheet::choose(int row)
{
    const auto* item = m_list->item(row);
    m_chosen = item ? m_all.words.at(static_cast<std::size_t>(item->data(positionRole).toInt())) : ListedKindWord{};
    if (m_list->currentRow() != row) {
        const QSignalBlocker quiet{m_list};
        m_list->setCurrentRow(row);
    }
    m_lines->setPlainText(text(m_chosen.word.lines));
    m_why->setPlainText(text(m_chosen.word.why));
    m_state->setText(stateOf(m_chosen), Color::ink2);
    m_linesBox->setError({});
    m_whyBox->setError({});
    const bool known = m_mayEdit && !m_chosen.word.id.empty();
    m_toggle->setVisible(known);
    m_toggle->setText(m_chosen.on ? tr("Switch off") : tr("Put back"));
    m_back->setVisible(known && m_chosen.changed);
    setUnsaved(false);
}

void WordListSheet::save()
{
    KindWord word = m_chosen.word;
    word.lines = m_lines->toPlainText().trimmed().toStdString();
    word.why = m_why->toPlainText().toStdString();
    m_linesBox->setError({});
    m_whyBox->setError({});
    m_desk.ask(
        this,
        [word, version = m_chosen.version](UseCases& use, const app::Session& session) {
            return use.kindWords.save(session, word, version);
        },
        [this](const Result<ListedKindWord>& saved) { took(saved); });
}

void WordListSheet::toggle()
{
    m_desk.ask(
        this,
        [id = m_chosen.word.id, on = !m_chosen.on, version = m_chosen.version](
            UseCases& use, const app::Session& session) { return use.kindWords.setOn(session, id, on, version); },
        [this](const Result<ListedKindWord>& done) { took(done); });
}

void WordListSheet::putBack()
{
    m_desk.ask(
        this,
        [id = m_chosen.word.id, version = m_chosen.version](UseCases& use, const app::Session& session) {
            return use.kindWords.asItCame(session, id, version);
        },
        [this](const Result<ListedKindWord>& done) { took(done); });
}

void WordListSheet::took(const Result<ListedKindWord>& result)
{
    if (!result)
        return explain(result.error());
    setUnsaved(false);
    emit changed();
    reload(result->word.id);
}

void WordListSheet::reload(const KindWordId& chosen)
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.kindWords.list(session); },
        [this, chosen](const Result<app::KindWordList>& list) {
            if (!list)
                return explain(list.error());
            m_all = *list;
            m_chosen.word.id = chosen;
            fillList();
            choose(m_list->currentRow());
        });
}

void WordListSheet::explain(const Error& error)
{
    if (error.where == "why")
        return m_whyBox->setError(tr("Say why in a sentence of at most 400 letters."));
    if (error.code == ErrorCode::conflict)
        return m_linesBox->setError(
            tr("Somebody changed this entry. Close the list, open it again and look at theirs."));
    if (error.where != "lines")
        return m_linesBox->setError(words(error));
    m_linesBox->setError(error.detail == "full"
                             ? tr("A team can have at most 500 words of its own. Change one of them.")
                             : tr("Line %1 cannot be read. Write it like: old word, old words = "
                                  "kind word")
                                   .arg(text(error.detail)));
}

}  // namespace holdfast::ui
