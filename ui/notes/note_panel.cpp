#include "notes/note_panel.h"

#include "async/desk.h"
#include "notes/note_delegate.h"
#include "notes/note_editor.h"
#include "notes/note_words.h"
#include "notes/notes_model.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QListView>

namespace holdfast::ui {
namespace {

constexpr int leastList = 190;
constexpr int leastWriting = 300;

NoteFilter filterOf(int shown)
{
    NoteFilter filter;
    if (shown == 1 || shown == 2)
        filter.need = shown == 1 ? Need::mentalHealth : Need::substanceUse;
    if (shown == 3)
        filter.kind = NoteKind::carerContact;
    return filter;
}

}  // namespace

NotePanel::NotePanel(Theme& theme, Desk& desk, QWidget* parent) : Card{theme, parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("notePanel"));
    setAccessibleName(tr("Shared notes"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, theme.px(12), 1, 1);
    column->setSpacing(theme.px(10));
    buildHead(*column);
    buildList(*column);
}

void NotePanel::buildHead(QVBoxLayout& column)
{
    const int pad = m_theme.size(Size::cardPadding);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(pad, 0, pad, 0);
    head->addWidget(strongLabel(tr("Shared notes"), Type::h2), 1);
    head->addWidget(new ElidedLabel{tr("Both services see these"), Type::small, Color::ink3});
    column.addLayout(head);
    auto* writing = new QVBoxLayout;
    writing->setContentsMargins(pad, 0, pad, 0);
    m_add = new Button{m_theme, tr("Add a note for both services"), ButtonKind::secondary, QStringLiteral("edit")};
    m_add->setObjectName(QStringLiteral("panelAddNote"));
    connect(m_add, &QPushButton::clicked, this, &NotePanel::begin);
    writing->addWidget(m_add);
    m_editor = new NoteEditor{m_theme, m_desk};
    m_editor->setCompact();
    m_editor->setMinimumHeight(m_theme.px(leastWriting));
    m_editor->hide();
    connect(&m_theme, &Theme::themeChanged, m_editor, [this] { m_editor->setMinimumHeight(m_theme.px(leastWriting)); });
    connect(m_editor, &NoteEditor::signedOff, this, [this] {
        close();
        emit signedOff();
    });
    connect(m_editor, &NoteEditor::closed, this, &NotePanel::close);
    connect(m_editor, &NoteEditor::discarded, this, &NotePanel::close);
    connect(m_editor, &NoteEditor::said, this, &NotePanel::failed);
    writing->addWidget(m_editor);
    column.addLayout(writing);
}

void NotePanel::buildList(QVBoxLayout& column)
{
    const int pad = m_theme.size(Size::cardPadding);
    auto* filters = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(6), filters};
    flow->setContentsMargins(pad, 0, pad, 0);
    const std::array names{tr("All"), tr("MH"), tr("D&A"), tr("Carer")};
    const std::array icons{"", "mh", "da", ""};
    for (int i = all; i <= carers; ++i) {
        const auto at = static_cast<std::size_t>(i);
        auto* chip = new ToggleChip{m_theme, names.at(at), QLatin1String{icons.at(at)}};
        chip->setCheckable(true);
        chip->setAutoExclusive(true);
        chip->setChecked(i == all);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { choose(i); });
        m_chips << chip;
        flow->addWidget(chip);
    }
    column.addWidget(filters);
    m_none = new RunLabel{m_theme, Type::dense, {{tr("No note of this kind yet."), Color::ink2, 400}}};
    auto* none = new QHBoxLayout;
    none->setContentsMargins(pad, 0, pad, m_theme.px(12));
    none->addWidget(m_none);
    column.addLayout(none);
    m_model = new NotesModel{this};
    m_view = new QListView;
    m_view->setObjectName(QStringLiteral("panelNotes"));
    m_view->setAccessibleName(tr("Notes, newest first. Enter opens one."));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new NoteDelegate{m_theme, *m_model, this});
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setTabKeyNavigation(false);
    m_view->setMinimumHeight(m_theme.px(leastList));
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) { activate(index.row()); });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) { activate(index.row()); });
    connect(&m_theme, &Theme::themeChanged, m_view, [this] {
        m_view->setMinimumHeight(m_theme.px(leastList));
        m_view->doItemsLayout();
    });
    column.addWidget(m_view, 1);
}

void NotePanel::show(const app::CaseFile& file)
{
    if (file.person.id != m_person)
        leave();
    m_person = file.person.id;
    m_add->setVisible(m_desk.may(app::Action::writeNote) && !m_editor->isOpen());
}

void NotePanel::show(const app::NoteList& list)
{
    m_list = list;
    render();
}

void NotePanel::render()
{
    for (int i = all; i <= carers; ++i) {
        const NoteFilter filter = filterOf(i);
        const auto count = std::ranges::count_if(
            m_list.notes, [&](const app::NoteView& view) { return matches(filter, view, m_list.names); });
        m_chips[i]->setDetail(i == all && count > 0 ? QString::number(count) : QString{});
    }
    // What is open in the editor above is not offered a second time.
    app::NoteList shown = m_list;
    if (m_editor->isOpen())
        std::erase_if(shown.drafts, [this](const app::NoteDraft& draft) { return draft.id == m_editor->draft(); });
    m_model->show(shown, filterOf(m_shown), {}, m_desk.clock().now());
    m_none->setVisible(m_model->rowCount() == 0);
    m_view->setVisible(m_model->rowCount() > 0);
}

void NotePanel::choose(int shown)
{
    m_shown = shown;
    render();
}

void NotePanel::activate(int row)
{
    if (const auto* draft = m_model->draftAt(row))
        emit draftActivated(std::string{draft->id});
    else if (const auto* view = m_model->noteAt(row))
        emit noteActivated(NoteId{view->record.note.id});
}

void NotePanel::begin()
{
    NoteContent content;
    content.kind = NoteKind::contact;
    content.happenedAt = std::chrono::floor<std::chrono::minutes>(m_desk.clock().now());
    // One that was begun and holds nothing yet is used first.
    std::string empty;
    for (const app::NoteDraft& draft : m_list.drafts)
        if (draft.content.amends.empty() && draft.content.text.empty())
            empty = draft.id;
    m_desk.ask(
        this,
        [person = m_person, content, empty](UseCases& use, const app::Session& session) {
            return empty.empty() ? use.notes.begin(session, person, content) : use.notes.draft(session, person, empty);
        },
        [this, person = m_person, generation = ++m_generation](const Result<app::NoteDraft>& draft) {
            if (generation != m_generation || person != m_person || !isVisible())
                return;
            if (!draft)
                return emit failed(noteErrorWords(draft.error()));
            NoteWriting writing;
            writing.person = person;
            writing.draft = *draft;
            m_add->hide();
            m_editor->show();
            m_editor->open(writing);
            render();
        });
}

void NotePanel::close()
{
    leave();
    m_add->setFocus();
    emit changed();
}

void NotePanel::leave()
{
    ++m_generation;
    m_editor->leave();
    m_editor->hide();
    m_add->setVisible(m_desk.may(app::Action::writeNote));
}

/// Another tab, another page: nothing is open in two places.
void NotePanel::hideEvent(QHideEvent* event)
{
    Card::hideEvent(event);
    if (event->spontaneous() || !m_editor->isOpen())
        return;
    leave();
    emit changed();
}

}  // namespace holdfast::ui
