// What the editor of a note is made of.
#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "notes/note_editor.h"
#include "notes/note_text_edit.h"
#include "notes/note_text_view.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QMenu>

namespace holdfast::ui {
namespace {

constexpr int compactText = 84;

}  // namespace

void NoteEditor::buildHead(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(12));
    m_title = new RunLabel{m_theme, Type::h2};
    row->addWidget(m_title, 1);
    m_kept = new KeptLine;
    row->addWidget(m_kept, 0, Qt::AlignVCenter);
    auto* versions = new Button{m_theme, tr("Earlier versions"), ButtonKind::quiet, {}, ButtonSize::small};
    connect(versions, &QPushButton::clicked, this, &NoteEditor::openVersions);
    row->addWidget(versions);
    m_more << versions;
    column.addLayout(row);
    m_trouble = new Banner{m_theme, Banner::Kind::stop};
    m_trouble->setObjectName(QStringLiteral("noteTrouble"));
    m_trouble->hide();
    column.addWidget(m_trouble);
    m_offer = new DraftOffer{m_theme, m_desk, this};
    connect(m_offer, &DraftOffer::draftChanged, this, &NoteEditor::reread);
    connect(m_offer, &DraftOffer::failed, this, &NoteEditor::said);
    column.addWidget(m_offer);
}

void NoteEditor::buildFields(QVBoxLayout& column)
{
    m_kind = new Choice{tr("Kind of note")};
    m_kind->setObjectName(QStringLiteral("noteKind"));
    for (const NoteKind kind : allNoteKinds)
        m_kind->addChoice(words(kind), static_cast<int>(kind));
    m_need = new Choice{tr("About which need")};
    for (const NeedScope need : {NeedScope::both, NeedScope::mentalHealth, NeedScope::substanceUse})
        m_need->addChoice(words(need), static_cast<int>(need));
    m_audience = new Choice{tr("Who may read it")};
    m_audience->setObjectName(QStringLiteral("noteAudience"));
    for (const NoteAudience audience : {NoteAudience::everyone, NoteAudience::ownService, NoteAudience::leads})
        m_audience->addChoice(words(audience), static_cast<int>(audience));
    m_link = new Choice{tr("Belongs to")};
    m_link->setObjectName(QStringLiteral("noteBelongs"));
    m_link->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_day = new DayEdit{m_theme, tr("Day it happened"), londonDate(m_desk.clock().now())};
    m_time = new QLineEdit;
    m_time->setObjectName(QStringLiteral("noteTime"));
    m_fields = new QWidget;
    auto* columns = new ColumnsLayout{m_theme, 170, 3};
    m_fields->setLayout(columns);
    m_audienceBox = new FieldBox{m_theme, tr("Who may read it"), m_audience};
    m_dayBox = new FieldBox{m_theme, tr("Day it happened"), m_day};
    m_timeBox = new FieldBox{m_theme, tr("Time"), m_time};
    auto* about = new FieldBox{m_theme, tr("About"), m_need};
    auto* belongs = new FieldBox{m_theme, tr("Belongs to"), m_link};
    for (FieldBox* box :
         {new FieldBox{m_theme, tr("Kind"), m_kind}, about, m_audienceBox, m_dayBox, m_timeBox, belongs})
        columns->addWidget(box);
    m_more << about << belongs << m_dayBox << m_timeBox;
    column.addWidget(m_fields);
    m_why = new GrowingText{m_theme, tr("Why not everybody may read it"), 1, 3};
    m_why->setObjectName(QStringLiteral("noteWhyLimited"));
    m_whyBox = new FieldBox{m_theme, tr("Why not everybody may read it"), m_why,
                            tr("Sharing is what notes are for. What the person asked not to be shared is a reason.")};
    column.addWidget(m_whyBox);
    m_original = new Card{m_theme};
    auto* inside = new QVBoxLayout{m_original};
    inside->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(14), m_theme.px(12));
    inside->addWidget(
        strongLabel(tr("As it stands. It stays as it is; your amendment is shown beside it."), Type::small));
    m_originalText = new NoteTextView{m_theme, tr("The note as it stands")};
    inside->addWidget(m_originalText);
    column.addWidget(m_original);
    m_whyAmended = new QLineEdit;
    m_whyAmended->setObjectName(QStringLiteral("noteWhyAmended"));
    m_whyAmended->setMaxLength(static_cast<int>(longestNoteReason) / 4);
    m_whyAmendedBox = new FieldBox{m_theme, tr("Why you amend it (may stay empty)"), m_whyAmended};
    column.addWidget(m_whyAmendedBox);
    for (Choice* choice : {m_kind, m_need, m_audience, m_link})
        connect(choice, &QComboBox::activated, this, &NoteEditor::typed);
    for (QLineEdit* line : {static_cast<QLineEdit*>(m_day), m_time, m_whyAmended})
        connect(line, &QLineEdit::textChanged, this, &NoteEditor::typed);
    connect(m_why, &QPlainTextEdit::textChanged, this, &NoteEditor::typed);
}

void NoteEditor::buildText(QVBoxLayout& column)
{
    m_text = new NoteTextEdit{m_theme};
    m_text->setMinimumHeight(m_theme.px(150));
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteEditor::typed);
    connect(&m_theme, &Theme::themeChanged, m_text,
            [this] { m_text->setMinimumHeight(m_theme.px(m_isCompact ? compactText : 150)); });
    m_textBox = new FieldBox{m_theme, tr("What happened"), m_text};
    column.addWidget(m_textBox, 1);
    auto* row = new QWidget;
    auto* tools = new FlowLayout{m_theme.px(8), m_theme.px(6), row};
    m_thirdParty = new Button{m_theme, tr("About somebody else"), ButtonKind::secondary, QStringLiteral("eyeoff"),
                              ButtonSize::small};
    m_thirdParty->setObjectName(QStringLiteral("noteThirdParty"));
    m_thirdParty->setToolTip(plainToolTip(tr("Ctrl+T. Marks what is chosen, or what you type next, as told by somebody "
                                             "else or about them. Prints leave it out.")));
    connect(m_thirdParty, &QPushButton::clicked, this, [this] { m_text->toggleThirdParty(); });
    tools->addWidget(m_thirdParty);
    m_templates = new QMenu{this};
    auto* templates =
        new Button{m_theme, tr("Your team's texts"), ButtonKind::secondary, QStringLiteral("note"), ButtonSize::small};
    templates->setObjectName(QStringLiteral("noteTemplates"));
    templates->setPopup(m_templates);
    tools->addWidget(templates);
    auto* undo = new Button{m_theme, tr("Undo"), ButtonKind::quiet, QStringLiteral("undo"), ButtonSize::small};
    connect(undo, &QPushButton::clicked, this, [this] { m_text->undo(); });
    tools->addWidget(undo);
    column.addWidget(row);
    m_more << row;
}

void NoteEditor::setCompact()
{
    for (QWidget* each : m_more)
        each->hide();
    m_isCompact = true;
    m_text->setMinimumHeight(m_theme.px(compactText));
}

void NoteEditor::buildFoot(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(m_theme.px(4), 0, m_theme.px(12), m_theme.px(8));
    row->setSpacing(m_theme.px(8));
    auto* discard = new Button{m_theme, tr("Discard"), ButtonKind::quiet, QStringLiteral("x")};
    discard->setObjectName(QStringLiteral("noteDiscard"));
    connect(discard, &QPushButton::clicked, this, &NoteEditor::discard);
    row->addWidget(discard);
    row->addStretch(1);
    auto* close = new Button{m_theme, tr("Later"), ButtonKind::secondary};
    close->setObjectName(QStringLiteral("noteLater"));
    close->setToolTip(plainToolTip(tr("Esc. The draft stays at the head of the list, for you alone.")));
    connect(close, &QPushButton::clicked, this, &NoteEditor::closed);
    row->addWidget(close);
    m_sign = new Button{m_theme, tr("Sign"), ButtonKind::primary, QStringLiteral("check")};
    m_sign->setObjectName(QStringLiteral("noteSign"));
    connect(m_sign, &QPushButton::clicked, this, &NoteEditor::sign);
    row->addWidget(m_sign);
    column.addLayout(row);
}

}  // namespace holdfast::ui
