#include "notes/template_sheet.h"

#include "async/desk.h"
#include "notes/note_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 760;
constexpr int noKind = -1;

}  // namespace

TemplateSheet::TemplateSheet(const Theme& theme, Desk& desk, std::vector<NoteTemplate> templates, QWidget& window)
    : DialogSheet{theme, tr("Your team's texts"), sheetWidth, window},
      m_desk{desk},
      m_templates{std::move(templates)},
      m_mayEdit{desk.may(app::Action::editNoteTemplates)}
{
    setObjectName(QStringLiteral("templateSheet"));
    setSubtitle(tr("In a note, type ; and the shortcut, then a space."),
                m_mayEdit ? QString{} : tr(" Coordinators and supervisors of your team change them."));
    build();
    fillList();
    choose(m_templates.empty() ? -1 : 0);
}

void TemplateSheet::build()
{
    auto* across = new QHBoxLayout{body()};
    across->setContentsMargins(theme().px(24), theme().px(14), theme().px(24), theme().px(16));
    across->setSpacing(theme().px(16));
    auto* left = new QVBoxLayout;
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("templateList"));
    m_list->setAccessibleName(tr("Your team's texts"));
    m_list->setMinimumHeight(theme().px(240));
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplateSheet::choose);
    left->addWidget(m_list, 1);
    auto* fresh = new Button{theme(), tr("New text"), ButtonKind::secondary, QStringLiteral("plus"), ButtonSize::small};
    fresh->setObjectName(QStringLiteral("templateNew"));
    connect(fresh, &QPushButton::clicked, this, [this] {
        m_list->setCurrentRow(-1);
        choose(-1);
        m_shortcut->setFocus();
    });
    left->addWidget(fresh, 0, Qt::AlignLeft);
    fresh->setVisible(m_mayEdit);
    across->addLayout(left, 2);

    auto* column = new QVBoxLayout;
    column->setSpacing(theme().px(10));
    m_shortcut = new QLineEdit;
    m_shortcut->setObjectName(QStringLiteral("templateShortcut"));
    m_shortcut->setMaxLength(static_cast<int>(longestShortcut));
    m_shortcutBox = new FieldBox{theme(), tr("Shortcut"), m_shortcut, tr("Small letters and digits, like visit")};
    m_title = new QLineEdit;
    m_title->setObjectName(QStringLiteral("templateTitle"));
    m_title->setMaxLength(static_cast<int>(longestTemplateTitle));
    m_titleBox = new FieldBox{theme(), tr("Title"), m_title};
    m_kind = new Choice{tr("A note that begins with it is a")};
    m_kind->addChoice(tr("Any kind"), noKind);
    for (const NoteKind kind : allNoteKinds)
        m_kind->addChoice(words(kind), static_cast<int>(kind));
    m_text = new GrowingText{theme(), tr("Text"), 6, 12};
    m_text->setObjectName(QStringLiteral("templateText"));
    m_textBox =
        new FieldBox{theme(), tr("Text"), m_text,
                     tr("{name}, {day}, {me} and {service} are filled in. The cursor goes after the first colon.")};
    column->addWidget(m_shortcutBox);
    column->addWidget(m_titleBox);
    column->addWidget(new FieldBox{theme(), tr("A note that begins with it is a"), m_kind});
    column->addWidget(m_textBox);
    column->addStretch();
    across->addLayout(column, 3);
    for (QLineEdit* line : {m_shortcut, m_title}) {
        line->setReadOnly(!m_mayEdit);
        connect(line, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    }
    m_kind->setEnabled(m_mayEdit);
    m_text->setReadOnly(!m_mayEdit);
    m_remove = addSecondary(tr("Remove"));
    m_remove->setObjectName(QStringLiteral("templateRemove"));
    connect(m_remove, &QPushButton::clicked, this, &TemplateSheet::remove);
    addCancel(tr("Close"));
    if (!m_mayEdit)
        return;
    auto* save = addPrimary(tr("Save"));
    save->setObjectName(QStringLiteral("templateSave"));
    connect(save, &QPushButton::clicked, this, &TemplateSheet::save);
}

void TemplateSheet::fillList()
{
    const QSignalBlocker quiet{m_list};
    m_list->clear();
    for (const NoteTemplate& made : m_templates) {
        auto* item = new QListWidgetItem{tr(";%1   %2").arg(text(made.shortcut), text(made.title)), m_list};
        item->setSizeHint({0, theme().size(Size::rowTable)});
        item->setFont(theme().font(Type::dense));
    }
}

void TemplateSheet::choose(int row)
{
    const auto at = static_cast<std::size_t>(row);
    m_chosen = row >= 0 && at < m_templates.size() ? m_templates[at] : NoteTemplate{};
    if (m_list->currentRow() != row) {
        const QSignalBlocker quiet{m_list};
        m_list->setCurrentRow(row);
    }
    setLine(*m_shortcut, text(m_chosen.shortcut));
    setLine(*m_title, text(m_chosen.title));
    m_kind->setValueQuietly(m_chosen.kind ? static_cast<int>(*m_chosen.kind) : noKind);
    m_text->setPlainText(text(m_chosen.text));
    m_remove->setVisible(m_mayEdit && !m_chosen.id.empty());
    for (FieldBox* box : {m_shortcutBox, m_titleBox, m_textBox})
        box->setError({});
    setUnsaved(false);
}

void TemplateSheet::save()
{
    NoteTemplate made = m_chosen;
    made.shortcut = m_shortcut->text().trimmed().toStdString();
    made.title = m_title->text().toStdString();
    const int kind = m_kind->value().toInt();
    made.kind = kind == noKind ? std::nullopt : std::optional{static_cast<NoteKind>(kind)};
    made.text = m_text->toPlainText().toStdString();
    for (FieldBox* box : {m_shortcutBox, m_titleBox, m_textBox})
        box->setError({});
    if (const auto fine = checkTemplate(made); !fine)
        return explain(fine.error());
    m_desk.ask(
        this, [made](UseCases& use, const app::Session& session) { return use.noteTemplates.save(session, made); },
        [this](const Result<NoteTemplate>& saved) {
            if (!saved)
                return explain(saved.error());
            setUnsaved(false);
            load(saved->id);
        });
}

void TemplateSheet::remove()
{
    m_desk.ask(
        this,
        [id = m_chosen.id, version = m_chosen.version](UseCases& use, const app::Session& session) {
            return use.noteTemplates.remove(session, id, version);
        },
        [this](const Result<Done>& gone) {
            if (!gone)
                return explain(gone.error());
            load({});
        });
}

void TemplateSheet::load(const NoteTemplateId& chosen)
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.noteTemplates.list(session); },
        [this, chosen](const Result<std::vector<NoteTemplate>>& templates) {
            if (!templates)
                return explain(templates.error());
            m_templates = *templates;
            fillList();
            const auto found = std::ranges::find(m_templates, chosen, &NoteTemplate::id);
            choose(found == m_templates.end() ? (m_templates.empty() ? -1 : 0)
                                              : static_cast<int>(found - m_templates.begin()));
            emit changed();
        });
}

void TemplateSheet::explain(const Error& error)
{
    FieldBox* box = error.where == "shortcut" ? m_shortcutBox : error.where == "title" ? m_titleBox : m_textBox;
    box->setError(noteErrorWords(error));
    box->editor()->setFocus();
}

}  // namespace holdfast::ui
