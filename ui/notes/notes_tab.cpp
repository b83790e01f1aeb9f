#include "notes/notes_tab.h"

#include "async/desk.h"
#include "notes/note_delegate.h"
#include "notes/note_editor.h"
#include "notes/note_filter.h"
#include "notes/note_reader.h"
#include "notes/note_words.h"
#include "notes/notes_model.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/page_parts.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto longEnoughToRead = 900ms;
constexpr int listDrawn = 400;

}  // namespace

NotesTab::NotesTab(Theme& theme, Desk& desk, SettingsStore& settings, QWidget* parent)
    : PersonTab{parent}, m_theme{theme}, m_desk{desk}, m_settings{settings}, m_papers{theme, desk, *this}
{
    setAccessibleName(tr("Notes"));
    m_dwell.setSingleShot(true);
    m_dwell.setInterval(longEnoughToRead);
    connect(&m_dwell, &QTimer::timeout, this, &NotesTab::countRead);
    build();
    connectReader();
    connectEditor();
    connect(&m_papers, &Attachments::attached, this, &NotesTab::reload);
    connect(&m_papers, &Attachments::done, this, [this](const QString& message) { emit done(message); });
    connect(&m_papers, &Attachments::failed, this, &NotesTab::failed);
}

NotesTab::~NotesTab() = default;

void NotesTab::build()
{
    auto* outer = new QVBoxLayout{this};
    const int pad = m_theme.size(Size::pagePadding);
    outer->setContentsMargins(pad, m_theme.px(12), pad, 0);
    outer->setSpacing(m_theme.px(8));
    m_trouble = retryBanner(m_theme, this, &NotesTab::reload);
    m_top = new QWidget;
    auto* top = new QHBoxLayout{m_top};
    top->setContentsMargins({});
    top->setSpacing(m_theme.px(8));
    m_filters = new NoteFilterBar{m_theme, m_settings};
    connect(m_filters, &NoteFilterBar::changed, this, &NotesTab::render);
    top->addWidget(m_filters, 1);
    m_paper = new Button{m_theme, tr("On paper"), ButtonKind::secondary, QStringLiteral("letter")};
    m_paper->setObjectName(QStringLiteral("notesOnPaper"));
    auto* menu = new QMenu{this};
    const auto entry = [&](const QString& words, bool toFile) {
        connect(menu->addAction(words), &QAction::triggered, this,
                [this, toFile] { print(m_model->readableShown(), toFile); });
    };
    entry(tr("Print the notes shown"), false);
    entry(tr("Save the notes shown as a PDF"), true);
    m_paper->setPopup(menu);
    top->addWidget(m_paper, 0, Qt::AlignTop);
    m_new = new Button{m_theme, tr("New note"), ButtonKind::primary, QStringLiteral("plus")};
    m_new->setObjectName(QStringLiteral("newNote"));
    connect(m_new, &QPushButton::clicked, this, &NotesTab::writeNew);
    top->addWidget(m_new, 0, Qt::AlignTop);
    outer->addWidget(m_top);
    outer->addWidget(m_trouble);

    m_columns = new QBoxLayout{QBoxLayout::LeftToRight};
    m_columns->setSpacing(m_theme.px(16));
    m_side = new QWidget;
    auto* side = new QVBoxLayout{m_side};
    side->setContentsMargins(0, 0, 0, m_theme.px(8));
    side->setSpacing(m_theme.px(4));
    m_sum = new RunLabel{m_theme, Type::small};
    m_sum->setObjectName(QStringLiteral("notesSum"));
    side->addWidget(m_sum);
    m_model = new NotesModel{this};
    m_view = new QListView;
    m_view->setObjectName(QStringLiteral("notesList"));
    m_view->setAccessibleName(tr("Notes, newest first"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new NoteDelegate{m_theme, *m_model, this});
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setUniformItemSizes(true);
    m_view->setMinimumHeight(1);  // what stands above, safety first, keeps its room
    m_view->setMouseTracking(true);
    m_view->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        // A draft is opened by a click or Return: who only passes it by is not taken out of the list.
        if (!m_choosing && index.isValid() && m_model->noteAt(index.row()))
            choose(index.row());
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    side->addWidget(m_view, 1);
    m_columns->addWidget(m_side);
    m_stack = new QStackedWidget;
    m_reader = new NoteReader{m_theme};
    m_editor = new NoteEditor{m_theme, m_desk};
    m_stack->addWidget(m_reader);
    m_stack->addWidget(m_editor);
    m_columns->addWidget(m_stack, 1);
    outer->addLayout(m_columns, 1);
    connect(&m_theme, &Theme::themeChanged, this, [this] {
        m_view->doItemsLayout();
        followSpace();
        render();
    });
    followSpace();
}

void NotesTab::connectReader()
{
    connect(m_reader, &NoteReader::backRequested, this, [this] {
        m_open = {};
        m_dwell.stop();
        followSpace();
        focusList();
    });
    connect(m_reader, &NoteReader::newRequested, this, &NotesTab::writeNew);
    connect(m_reader, &NoteReader::amendRequested, this, [this] {
        NoteContent content;
        content.amends = m_open;
        begin(content);
    });
    connect(m_reader, &NoteReader::pinRequested, this, &NotesTab::pin);
    connect(m_reader, &NoteReader::readersRequested, this, &NotesTab::showReaders);
    connect(m_reader, &NoteReader::attachRequested, this,
            [this] { m_papers.chooseForNote(m_file->person.id, m_open); });
    connect(m_reader, &NoteReader::printRequested, this, [this] { print({m_open}, false); });
    connect(m_reader, &NoteReader::errorRequested, this, &NotesTab::enterInError);
    connect(m_reader, &NoteReader::linkActivated, this, &NotesTab::followLink);
    connect(m_reader, &NoteReader::paperActivated, this,
            [this](const QString& id) { m_papers.open(m_file->person.id, DocumentId{id.toStdString()}); });
}

void NotesTab::connectEditor()
{
    connect(m_editor, &NoteEditor::signedOff, this, [this](const NoteId& note, bool amendment) {
        m_wanted = note;
        showPane(m_reader);
        reload();
        emit done(amendment ? tr("Amendment signed. It stands beside the note.")
                            : tr("Signed. Both services can read it."));
    });
    connect(m_editor, &NoteEditor::closed, this, &NotesTab::closeEditor);
    connect(m_editor, &NoteEditor::discarded, this, [this] {
        closeEditor();
        emit done(tr("Draft discarded."));
    });
    connect(m_editor, &NoteEditor::templatesRequested, this, &NotesTab::showTemplates);
    connect(m_editor, &NoteEditor::said, this, &NotesTab::failed);
}

/// The draft, if there still is one, takes its place in the list as it is now.
void NotesTab::closeEditor()
{
    m_editor->leave();
    m_open = {};
    showPane(m_reader);
    render();
    reload();
    focusList();
}

/// A view without a current row would take its first on getting the focus, and open it.
void NotesTab::focusList()
{
    m_choosing = true;
    m_view->setFocus();
    m_choosing = false;
}

QString NotesTab::title() const
{
    return m_list.unread > 0 ? tr("Notes  %1 new").arg(m_list.unread) : tr("Notes");
}

void NotesTab::show(const app::CaseFile& file)
{
    if (m_file && m_file->person.id != file.person.id)
        leave();
    m_file = file;
    m_new->setVisible(m_desk.may(app::Action::writeNote));
    m_paper->setVisible(m_desk.may(app::Action::exportNotes));
    reload();
}

void NotesTab::leave()
{
    m_editor->leave();
    m_dwell.stop();
    m_open = {};
    m_wanted = {};
    m_wantedDraft.clear();
    m_file.reset();
    m_list = {};
    m_loaded = false;
    ++m_generation;
    showPane(m_reader);
    render();
}

void NotesTab::pause()
{
    m_dwell.stop();
    m_editor->pause();
}

void NotesTab::reload()
{
    if (!m_file || !m_desk.may(app::Action::viewNotes))
        return;
    struct Loaded {
        app::NoteList list;
        std::vector<NoteTemplate> texts;
    };
    m_desk.ask(
        this,
        [person = m_file->person.id](UseCases& use, const app::Session& session) -> Result<Loaded> {
            auto list = use.notes.list(session, person);
            if (!list)
                return list.error();
            auto texts = use.noteTemplates.list(session);
            if (!texts)
                return texts.error();
            return Loaded{*std::move(list), *std::move(texts)};
        },
        [this, generation = ++m_generation](const Result<Loaded>& loaded) {
            if (generation != m_generation)
                return;
            m_trouble->setVisible(!loaded);
            if (!loaded)
                return m_trouble->setText(noteErrorWords(loaded.error()));
            m_teamTexts = loaded->texts;
            take(loaded->list);
        });
}

void NotesTab::take(const app::NoteList& list)
{
    m_list = list;
    m_loaded = true;
    if (!m_wanted.empty())
        m_open = std::exchange(m_wanted, NoteId{});
    m_filters->offer(m_list);
    if (m_editor->isOpen())
        m_editor->setTemplates(m_teamTexts);
    render();
    emit titleChanged();
    const auto draft = std::ranges::find(m_list.drafts, std::exchange(m_wantedDraft, {}), &app::NoteDraft::id);
    if (draft != m_list.drafts.end() && (!m_editor->isOpen() || m_editor->draft() != draft->id))
        openDraft(std::string{draft->id});
}

void NotesTab::render()
{
    m_choosing = true;
    const int scrolled = m_view->verticalScrollBar()->value();
    m_model->show(m_list, m_filters->filter(), m_open, m_desk.clock().now());
    const int row = m_editor->isOpen() ? m_model->rowOfDraft(m_editor->draft()) : m_model->rowOf(m_open);
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    m_view->verticalScrollBar()->setValue(scrolled);
    m_choosing = false;
    const auto all = static_cast<int>(m_list.notes.size());
    const int shown = m_model->notesShown();
    QString sum = all == 1 ? tr("1 note") : tr("%1 notes").arg(all);
    if (shown < all)
        sum = tr("%1 of %2 shown").arg(shown).arg(sum);
    if (m_list.unread > 0)
        sum += tr(", %1 unread by you").arg(m_list.unread);
    m_sum->setRuns({{sum, Color::ink2, 400}});
    m_paper->setEnabled(shown > 0);
    if (m_editor->isOpen())
        return;
    if (const auto* view = m_model->noteAt(m_model->rowOf(m_open)))
        showNote(*view);
    else
        m_reader->showNothing(all > 0 || !m_list.drafts.empty(), m_new->isVisibleTo(this));
    followSpace();
}

void NotesTab::choose(int row)
{
    if (const auto* draft = m_model->draftAt(row)) {
        if (!m_editor->isOpen() || m_editor->draft() != draft->id)
            openDraft(draft->id);
        return;
    }
    const auto* view = m_model->noteAt(row);
    if (!view)
        return;
    if (m_editor->isOpen()) {
        m_editor->leave();
        reload();  // the draft takes its place in the list as it is now
    }
    m_open = view->record.note.id;
    showNote(*view);
    showPane(m_reader);
}

void NotesTab::showNote(const app::NoteView& view)
{
    NoteSight sight;
    sight.view = view;
    sight.names = m_list.names;
    for (const KeptDocument& paper : m_list.papers)
        if (paper.about == view.record.note.id.text())
            sight.papers.push_back(paper);
    sight.link = linkWords(view.record.note.link, *m_file);
    sight.now = m_desk.clock().now();
    sight.mayWrite = m_desk.may(app::Action::writeNote);
    sight.mayAttach = m_desk.may(app::Action::attachDocument);
    m_reader->show(sight);
    if (!view.withheld && view.record.isUnread())
        m_dwell.start();
    else
        m_dwell.stop();
}

void NotesTab::showPane(QWidget* pane)
{
    m_stack->setCurrentWidget(pane);
    followSpace();
}

void NotesTab::arrange(WindowClass windowClass)
{
    m_class = windowClass;
    followSpace();
}

/// In a narrow window the list or what is chosen in it; else both, side by side.
void NotesTab::followSpace()
{
    const bool one = m_class == WindowClass::narrow;
    const bool chosen = m_editor->isOpen() || !m_open.empty();
    m_side->setVisible(!one || !chosen);
    m_top->setVisible(!one || !chosen);
    m_stack->setVisible(!one || chosen || (m_loaded && m_list.notes.empty() && m_list.drafts.empty()));
    m_reader->setBackOffered(one && chosen);
    m_side->setMinimumWidth(one ? 0 : m_theme.px(m_class == WindowClass::small ? listDrawn - 60 : listDrawn));
    m_side->setMaximumWidth(one ? QWIDGETSIZE_MAX
                                : m_theme.px(m_class == WindowClass::wide ? listDrawn + 100 : listDrawn));
}

QList<QWidget*> NotesTab::regions() const
{
    QList<QWidget*> regions;
    if (m_top->isVisibleTo(this))
        regions << m_filters;
    if (m_side->isVisibleTo(this))
        regions << m_view;
    if (m_stack->isVisibleTo(this))
        regions << m_stack->currentWidget();
    return regions;
}

bool NotesTab::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(m_view->currentIndex().row());
            if (!m_editor->isOpen())
                m_reader->setFocus();
            return true;
        }
    }
    // The first row becomes the current one, without being opened.
    if (watched == m_view && event->type() == QEvent::FocusIn && !m_view->currentIndex().isValid()) {
        m_choosing = true;
        m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
        m_choosing = false;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace holdfast::ui
