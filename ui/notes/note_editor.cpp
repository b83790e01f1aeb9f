#include "notes/note_editor.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "drafts/parting.h"
#include "notes/note_text_edit.h"
#include "notes/note_text_view.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>

namespace holdfast::ui {

NoteEditor::NoteEditor(Theme& theme, Desk& desk, QWidget* parent) : QWidget{parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("noteEditor"));
    setAccessibleName(tr("Write a note"));
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    outer->setSpacing(theme.px(8));
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(theme.px(4), 0, theme.px(12), theme.px(8));
    column->setSpacing(theme.px(10));
    buildHead(*column);
    buildFields(*column);
    buildText(*column);
    m_scroll->setWidget(page);
    outer->addWidget(m_scroll, 1);
    buildFoot(*outer);
    const auto shortcut = [this](const QKeySequence& keys, auto then) {
        auto* made = new QShortcut{keys, this};
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, then);
    };
    shortcut(QKeySequence{QStringLiteral("Ctrl+Return")}, &NoteEditor::sign);
    shortcut(QKeySequence{QStringLiteral("Ctrl+Enter")}, &NoteEditor::sign);
    shortcut(QKeySequence{QStringLiteral("Ctrl+T")}, [this] { m_text->toggleThirdParty(); });
    shortcut(QKeySequence{Qt::Key_Escape}, &NoteEditor::closed);
}

NoteEditor::~NoteEditor() = default;

std::string NoteEditor::kindOfDraft() const
{
    return app::Notes::textOf(m_desk.session(), m_writing.person, m_writing.draft).kind;
}

void NoteEditor::open(const NoteWriting& writing)
{
    leave();
    ++m_generation;
    m_writing = writing;
    m_command = {};
    m_signing = false;
    m_trouble->hide();
    m_link->clear();
    m_link->addChoice(tr("Nothing in particular"), QString{});
    for (const NoteLinkChoice& choice : writing.links)
        m_link->addChoice(choice.words, text(nameOf(choice.link.kind)) + u' ' + text(choice.link.id));
    setTemplates(writing.templates);
    const bool amends = writing.amended.has_value();
    m_fields->setVisible(!amends);
    m_original->setVisible(amends);
    m_whyAmendedBox->setVisible(amends);
    m_textBox->setLabel(amends ? tr("As it should read") : tr("What happened"));
    m_sign->setText(amends ? tr("Sign the amendment") : tr("Sign"));
    m_title->setText(amends        ? tr("Amend the note of %1").arg(writing.amendedBy)
                     : m_isCompact ? QString{}
                                   : tr("A note for both services"),
                     Color::ink, 600);
    if (amends)
        m_originalText->show(writing.amended->record.textNow());
    fill(writing.draft);
    startKeeper(writing.draft);
    m_offer->look(writing.person, kindOfDraft());
    m_text->setFocus();
    // Where there is little room, where one types comes first.
    QTimer::singleShot(0, m_text, [this] { m_scroll->ensureWidgetVisible(m_textBox, 0, 0); });
}

void NoteEditor::fill(const app::NoteDraft& draft)
{
    m_filling = true;
    const NoteContent& content = draft.content;
    m_kind->setValueQuietly(static_cast<int>(content.kind));
    m_need->setValueQuietly(static_cast<int>(content.need));
    m_audience->setValueQuietly(static_cast<int>(content.audience));
    const bool linked = content.link.kind != NoteLinkKind::none;
    m_link->setValueQuietly(linked ? text(nameOf(content.link.kind)) + u' ' + text(content.link.id) : QString{});
    const Instant at = content.happenedAt.value_or(m_desk.clock().now());
    m_day->setDayQuietly(londonDate(at));
    m_time->setText(timeWords(at));
    m_why->setTextQuietly(text(content.whyLimited));
    m_whyAmended->setText(text(content.whyAmended));
    m_text->begin(text(content.text));
    m_filling = false;
    for (FieldBox* box : {m_audienceBox, m_dayBox, m_timeBox, m_whyBox, m_textBox})
        box->setError({});
    followChoices();
}

void NoteEditor::startKeeper(const app::NoteDraft& draft)
{
    m_keeper = std::make_unique<NoteKeeper>(
        [this, person = m_writing.person](const app::NoteDraft& changed, const NoteKeeper::Answer& answer) {
            m_desk.keep(
                [person, changed](UseCases& use, const app::Session& session) {
                    return use.notes.saveDraft(session, person, changed);
                },
                answer);
        });
    const std::string kind = kindOfDraft();
    m_keeper->setHere(
        [this, person = m_writing.person](const app::NoteDraft& changed, const auto& answer) {
            m_desk.keepHere(app::Notes::textOf(m_desk.session(), person, changed), answer);
        },
        [this, person = m_writing.person, kind] { m_desk.forgetHere(kind, person); });
    connect(m_keeper.get(), &NoteKeeper::saved, this, &NoteEditor::draftSaved);
    connect(m_keeper.get(), &NoteKeeper::failed, this, &NoteEditor::failed);
    connect(m_keeper.get(), &NoteKeeper::conflicted, this, [this] {
        failed({ErrorCode::conflict, "version", {}});
        reread();
    });
    connect(m_keeper.get(), &NoteKeeper::settled, this, [this] {
        if (m_signing)
            signNow();
    });
    m_kept->follow(*m_keeper);
    m_keeper->start(draft);
}

/// In the store it is no longer being written: nothing of it is cut off.
void NoteEditor::letGo()
{
    endWriting(m_desk, m_writing.person, kindOfDraft());
}

void NoteEditor::pause()
{
    if (!m_keeper)
        return;
    m_keeper->flush();
    letGo();
}

void NoteEditor::leave()
{
    if (!m_keeper)
        return;
    ++m_generation;
    m_offer->close();
    saveApart(std::move(m_keeper), *this);
    letGo();
    m_signing = false;
}

/// The draft in the store is another one than the one on the screen.
void NoteEditor::reread()
{
    m_desk.ask(
        this,
        [person = m_writing.person, id = m_writing.draft.id](UseCases& use, const app::Session& session) {
            return use.notes.draft(session, person, id);
        },
        [this, generation = m_generation](const Result<app::NoteDraft>& draft) {
            if (generation != m_generation || !m_keeper)
                return;
            if (!draft)
                return failed(draft.error());
            if (m_keeper->isInConflict())
                return m_keeper->settle(draft->version,
                                        content());  // a draft is one worker's: the newest typing counts
            m_writing.draft = *draft;
            fill(*draft);
            m_keeper->start(*draft);
        });
}

NoteContent NoteEditor::content() const
{
    NoteContent content = m_writing.draft.content;
    content.text = m_text->toPlainText().toStdString();
    content.whyAmended = m_whyAmended->text().toStdString();
    if (!content.amends.empty())
        return content;
    content.kind = static_cast<NoteKind>(m_kind->value().toInt());
    content.need = static_cast<NeedScope>(m_need->value().toInt());
    content.audience = static_cast<NoteAudience>(m_audience->value().toInt());
    content.whyLimited = m_why->toPlainText().toStdString();
    const std::string link = m_link->value().toString().toStdString();
    const auto space = link.find(' ');
    content.link = {};
    if (space != std::string::npos)
        content.link = {named<NoteLinkKind>(link.substr(0, space)).value_or(NoteLinkKind::none),
                        link.substr(space + 1)};
    const auto minutes = readTime(m_time->text());
    if (m_day->day() && minutes)
        content.happenedAt = londonInstant(*m_day->day(), std::chrono::minutes{*minutes});
    return content;
}

void NoteEditor::typed()
{
    if (m_filling || !m_keeper)
        return;
    followChoices();
    m_offer->typedOn();
    m_keeper->touch(content());
}

void NoteEditor::followChoices()
{
    const auto audience = static_cast<NoteAudience>(m_audience->value().toInt());
    m_audienceBox->setHint(explain(audience));
    m_whyBox->setVisible(audience != NoteAudience::everyone && m_writing.draft.content.amends.empty());
}

void NoteEditor::setTemplates(const std::vector<NoteTemplate>& templates)
{
    m_writing.templates = templates;
    m_templates->clear();
    for (const NoteTemplate& made : templates) {
        auto* entry = m_templates->addAction(
            tr("%1   ;%2").arg(text(made.title), text(made.shortcut)).replace(u'&', QStringLiteral("&&")));
        connect(entry, &QAction::triggered, this, [this, made] { useTemplate(made); });
    }
    if (templates.empty())
        m_templates->addAction(tr("Your team has no texts yet"))->setEnabled(false);
    m_templates->addSeparator();
    auto* list = m_templates->addAction(m_writing.mayEditTemplates ? tr("Change your team's texts")
                                                                   : tr("See your team's texts"));
    list->setObjectName(QStringLiteral("noteTemplatesList"));
    connect(list, &QAction::triggered, this, &NoteEditor::templatesRequested);
    m_text->setExpand([this](const QString& shortcut) -> std::optional<QString> {
        for (const NoteTemplate& made : m_writing.templates)
            if (text(made.shortcut) == shortcut)
                return text(filled(made.text, m_writing.gaps));
        return std::nullopt;
    });
}

/// A note that begins with a text of the team takes its kind too.
void NoteEditor::useTemplate(const NoteTemplate& made)
{
    if (made.kind && m_text->toPlainText().trimmed().isEmpty() && m_writing.draft.content.amends.empty())
        m_kind->setValueQuietly(static_cast<int>(*made.kind));
    m_text->insertText(text(filled(made.text, m_writing.gaps)));
}

}  // namespace holdfast::ui
