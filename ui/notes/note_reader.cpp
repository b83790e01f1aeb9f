#include "notes/note_reader.h"

#include "notes/note_text_view.h"
#include "notes/note_words.h"
#include "theme/theme.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QScrollBar>

namespace holdfast::ui {

NoteReader::NoteReader(const Theme& theme, QWidget* parent) : QScrollArea{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("noteReader"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The note"));
    showNothing(false, false);
}

QVBoxLayout* NoteReader::freshPage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(m_theme.px(4), 0, m_theme.px(12), m_theme.px(16));
    column->setSpacing(m_theme.px(12));
    setWidget(page);
    addBack(*column);
    return column;
}

void NoteReader::addBack(QVBoxLayout& column)
{
    auto* back = new Button{m_theme, tr("All notes"), ButtonKind::quiet, QStringLiteral("chev-l"), ButtonSize::small};
    back->setObjectName(QStringLiteral("notesBack"));
    connect(back, &QPushButton::clicked, this, &NoteReader::backRequested);
    column.addWidget(back, 0, Qt::AlignLeft);
    back->setVisible(m_backOffered);
    m_back = back;
}

void NoteReader::setBackOffered(bool offered)
{
    m_backOffered = offered;
    m_back->setVisible(offered);
}

void NoteReader::showNothing(bool anyNotes, bool mayWrite)
{
    m_note = {};
    auto* column = freshPage();
    auto* empty =
        anyNotes ? new EmptyState{m_theme, QStringLiteral("note"), tr("Choose a note to read it"),
                                  tr("Up and Down go from note to note. Reading one says so to its author.")}
                 : new EmptyState{m_theme, QStringLiteral("note"), tr("No notes yet"),
                                  tr("What you write here is read by both services, so nobody has to tell it twice."),
                                  mayWrite ? tr("Write a note") : QString{}};
    connect(empty, &EmptyState::actionTriggered, this, &NoteReader::newRequested);
    column->addWidget(empty, 0, Qt::AlignHCenter | Qt::AlignTop);
    column->addStretch();
}

void NoteReader::show(const NoteSight& sight)
{
    const bool same = m_note == sight.view.record.note.id;
    const int scrolled = same ? verticalScrollBar()->value() : 0;
    m_note = sight.view.record.note.id;
    auto* column = freshPage();
    addHead(*column, sight);
    if (!sight.view.withheld) {
        addTexts(*column, sight);
        addPapers(*column, sight);
        addActions(*column, sight);
    }
    column->addStretch();
    verticalScrollBar()->setValue(scrolled);
}

void NoteReader::addHead(QVBoxLayout& column, const NoteSight& sight)
{
    const Note& note = sight.view.record.note;
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(12));
    row->addWidget(new Avatar{m_theme, workerName(note.author, sight.names)}, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(m_theme.px(2));
    texts->addWidget(new RunLabel{
        m_theme, Type::body, {{authorWords(note.author, note.role, note.service, sight.names), Color::ink, 600}}});
    QString when =
        tr("%1 · written %2").arg(momentWords(note.happenedAt, sight.now), recordedWords(note.writtenAt, sight.now));
    if (!sight.view.withheld)
        when = QStringLiteral("%1 · %2").arg(words(note.kind), when);
    texts->addWidget(new RunLabel{m_theme, Type::small, {{when, Color::ink2, 400}}});
    row->addLayout(texts, 1);
    if (!sight.view.withheld)
        row->addWidget(new Tag{m_theme, needTag(note.need)}, 0, Qt::AlignTop);
    column.addLayout(row);
    if (sight.view.withheld) {
        auto* banner = new Banner{m_theme, Banner::Kind::caution};
        banner->setIconName(QStringLiteral("lock"));
        banner->setText(tr("This note is not shared with you."), withheldWords(note, sight.names));
        column.addWidget(banner);
        return;
    }
    if (note.audience != NoteAudience::everyone) {
        auto* banner = new Banner{m_theme, Banner::Kind::caution};
        banner->setIconName(QStringLiteral("lock"));
        banner->setText(note.audience == NoteAudience::ownService
                            ? tr("Kept to %1.").arg(serviceName(note.service, sight.names))
                            : tr("Kept to its author and the leads of %1.").arg(serviceName(note.service, sight.names)),
                        tr("Why: %1").arg(text(note.whyLimited)));
        column.addWidget(banner);
    }
    if (const auto& wrong = sight.view.record.inError) {
        auto* banner = new Banner{m_theme, Banner::Kind::caution};
        banner->setObjectName(QStringLiteral("noteInError"));
        banner->setText(
            tr("Entered in error. Do not rely on it."),
            tr("%1 by %2: %3")
                .arg(recordedWords(wrong->at, sight.now), workerName(wrong->worker, sight.names), text(wrong->reason)));
        column.addWidget(banner);
    }
    if (!sight.link.isEmpty()) {
        auto* link = new Button{m_theme, tr("Belongs to: %1").arg(sight.link), ButtonKind::link, {}, ButtonSize::small};
        link->setObjectName(QStringLiteral("noteLink"));
        connect(link, &QPushButton::clicked, this, &NoteReader::linkActivated);
        column.addWidget(link, 0, Qt::AlignLeft);
    }
}

QWidget* NoteReader::versionCard(const QString& title, const QString& detail, QWidget* words)
{
    auto* card = new Card{m_theme};
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(14), m_theme.px(12));
    column->setSpacing(m_theme.px(6));
    column->addWidget(new RunLabel{m_theme, Type::small, {{title, Color::ink, 600}}});
    if (!detail.isEmpty())
        column->addWidget(new RunLabel{m_theme, Type::small, {{detail, Color::ink2, 400}}});
    column->addWidget(words);
    column->addStretch();
    return card;
}

void NoteReader::addTexts(QVBoxLayout& column, const NoteSight& sight)
{
    const NoteRecord& record = sight.view.record;
    auto* original = new NoteTextView{m_theme, tr("Text of the note")};
    original->setObjectName(QStringLiteral("noteText"));
    original->show(record.note.text, record.inError.has_value());
    if (record.amendments.empty()) {
        auto* card = new Card{m_theme};
        auto* inside = new QVBoxLayout{card};
        inside->setContentsMargins(m_theme.px(16), m_theme.px(14), m_theme.px(16), m_theme.px(14));
        inside->addWidget(original);
        column.addWidget(card);
    } else {
        auto* pair = new QWidget;
        auto* columns = new ColumnsLayout{m_theme, 260, 2};
        pair->setLayout(columns);
        columns->addWidget(
            versionCard(tr("As it was signed"), recordedWords(record.note.writtenAt, sight.now), original));
        const std::string* before = &record.note.text;
        for (const NoteAmendment& amendment : record.amendments) {
            auto* view = new NoteTextView{m_theme, tr("Amendment %1, with what changed").arg(amendment.number)};
            view->setObjectName(QStringLiteral("noteAmendment"));
            view->showDifference(*before, amendment.text);
            QString who = authorWords(amendment.author, amendment.role, amendment.service, sight.names);
            if (!amendment.reason.empty())
                who = tr("%1. Why: %2").arg(who, text(amendment.reason));
            columns->addWidget(
                versionCard(tr("Amended %1").arg(recordedWords(amendment.writtenAt, sight.now)), who, view));
            before = &amendment.text;
        }
        column.addWidget(pair);
    }
    if (hasThirdParty(record.textNow()) || hasThirdParty(record.note.text))
        column.addWidget(new RunLabel{
            m_theme,
            Type::small,
            {{tr("Shaded: told by somebody else, or about them. Prints leave it out."), Color::ink3, 400}}});
}

void NoteReader::addPapers(QVBoxLayout& column, const NoteSight& sight)
{
    for (const KeptDocument& paper : sight.papers) {
        const QString name = paper.name.empty() ? tr("Attachment") : text(paper.name);
        auto* open = new Button{m_theme, name, ButtonKind::secondary, QStringLiteral("folder"), ButtonSize::small};
        open->setAccessibleName(tr("Open the attached paper %1").arg(name));
        connect(open, &QPushButton::clicked, this, [this, id = text(paper.id.text())] { emit paperActivated(id); });
        column.addWidget(open, 0, Qt::AlignLeft);
    }
}

void NoteReader::addActions(QVBoxLayout& column, const NoteSight& sight)
{
    auto* box = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(8), box};
    const auto add = [&](const QString& words, const QString& icon, const QString& name, auto then) {
        auto* button = new Button{m_theme, words, ButtonKind::secondary, icon, ButtonSize::small};
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, then);
        flow->addWidget(button);
    };
    const NoteRecord& record = sight.view.record;
    const bool pinned = record.pin.has_value();
    if (sight.mayWrite && !record.inError)
        add(tr("Amend"), QStringLiteral("edit"), QStringLiteral("noteAmend"), &NoteReader::amendRequested);
    if (sight.mayWrite)
        add(pinned ? tr("Unpin") : tr("Pin"), QStringLiteral("pin"), QStringLiteral("notePin"),
            [this, pinned] { emit pinRequested(!pinned); });
    add(tr("Who has read this"), QStringLiteral("eye"), QStringLiteral("noteReaders"), &NoteReader::readersRequested);
    if (sight.mayAttach)
        add(tr("Attach"), QStringLiteral("folder"), QStringLiteral("noteAttach"), &NoteReader::attachRequested);
    add(tr("Print"), QStringLiteral("letter"), QStringLiteral("notePrint"), &NoteReader::printRequested);
    if (sight.mayWrite && sight.view.mayEnterInError)
        add(tr("Entered in error"), QStringLiteral("xcircle"), QStringLiteral("noteError"),
            &NoteReader::errorRequested);
    column.addWidget(box);
    if (pinned)
        column.addWidget(new RunLabel{
            m_theme,
            Type::small,
            {{tr("Pinned by %1, %2.")
                  .arg(workerName(record.pin->worker, sight.names), recordedWords(record.pin->at, sight.now)),
              Color::ink3, 400}}});
}

}  // namespace holdfast::ui
