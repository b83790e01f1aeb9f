#include "plans/plan_editor.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "kindwords/own_words.h"
#include "plans/plan_lines_edit.h"
#include "plans/plan_words.h"
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
#include <QScrollArea>
#include <QShortcut>

namespace holdfast::ui {

PlanEditor::PlanEditor(Theme& theme, Desk& desk, QWidget* parent) : QWidget{parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("planEditor"));
    setAccessibleName(tr("Write a plan"));
    build();
    const auto shortcut = [this](const QKeySequence& keys, auto then) {
        auto* made = new QShortcut{keys, this};
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, then);
    };
    shortcut(QKeySequence{QStringLiteral("Ctrl+Return")}, &PlanEditor::agree);
    shortcut(QKeySequence{QStringLiteral("Ctrl+Enter")}, &PlanEditor::agree);
    shortcut(QKeySequence{Qt::Key_Escape}, &PlanEditor::closed);
}

PlanEditor::~PlanEditor() = default;

void PlanEditor::build()
{
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    outer->setSpacing(m_theme.px(8));
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(m_theme.px(4), 0, m_theme.px(12), m_theme.px(8));
    column->setSpacing(m_theme.px(12));
    buildHead(*column);
    m_sections = new QWidget;
    m_sections->setLayout(new QVBoxLayout);
    m_sections->layout()->setContentsMargins({});
    m_sections->layout()->setSpacing(m_theme.px(10));
    column->addWidget(m_sections);
    column->addWidget(strongLabel(tr("Who does what by when"), Type::h2));
    column->addWidget(new RunLabel{
        m_theme, Type::small, {{tr("What a worker does stands on their Today until it is done."), Color::ink3, 400}}});
    m_lines = new PlanLinesEdit{m_theme, [this] { return m_desk.newCommand().str(); }};
    connect(m_lines, &PlanLinesEdit::edited, this, &PlanEditor::typed);
    column->addWidget(m_lines);
    buildEnd(*column);
    column->addStretch();
    m_scroll->setWidget(page);
    outer->addWidget(m_scroll, 1);
    buildFoot(*outer);
}

void PlanEditor::buildHead(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(12));
    m_title = new RunLabel{m_theme, Type::h2};
    row->addWidget(m_title, 1);
    m_kept = new KeptLine;
    row->addWidget(m_kept, 0, Qt::AlignVCenter);
    auto* versions = new Button{m_theme, tr("Earlier versions"), ButtonKind::quiet, {}, ButtonSize::small};
    connect(versions, &QPushButton::clicked, this, &PlanEditor::openVersions);
    row->addWidget(versions);
    column.addLayout(row);
    m_trouble = new Banner{m_theme, Banner::Kind::stop};
    m_trouble->setObjectName(QStringLiteral("planTrouble"));
    m_trouble->hide();
    connect(m_trouble, &Banner::actionTriggered, this, &PlanEditor::chooseText);
    column.addWidget(m_trouble);
    m_offer = new DraftOffer{m_theme, m_desk, this};
    connect(m_offer, &DraftOffer::draftChanged, this, &PlanEditor::reread);
    connect(m_offer, &DraftOffer::settled, this, [this] { m_trouble->hide(); });
    connect(m_offer, &DraftOffer::failed, this, &PlanEditor::said);
    column.addWidget(m_offer);
    m_need = new Choice{tr("Which need it follows")};
    for (const NeedScope need : {NeedScope::both, NeedScope::mentalHealth, NeedScope::substanceUse})
        m_need->addChoice(words(need), static_cast<int>(need));
    connect(m_need, &QComboBox::currentIndexChanged, this, &PlanEditor::typed);
    m_needBox = new FieldBox{m_theme, tr("Which need it follows"), m_need,
                             tr("Once agreed it is recorded for this need, and the rules of closing see it.")};
    column.addWidget(m_needBox);
}

void PlanEditor::buildEnd(QVBoxLayout& column)
{
    const Date today = londonDate(m_desk.clock().now());
    m_review = new DayEdit{m_theme, tr("Look at it again on"), today};
    m_review->setObjectName(QStringLiteral("planReview"));
    m_until = new DayEdit{m_theme, tr("It runs until"), today};
    m_copies = new QLineEdit;
    m_copies->setObjectName(QStringLiteral("planCopies"));
    m_copies->setMaxLength(static_cast<int>(longestPlanLine) / 4);
    auto* fields = new QWidget;
    auto* columns = new ColumnsLayout{m_theme, 200, 3};
    fields->setLayout(columns);
    m_reviewBox = new FieldBox{m_theme, tr("Look at it again on"), m_review};
    m_untilBox = new FieldBox{m_theme, tr("It runs until"), m_until};
    m_copiesBox = new FieldBox{m_theme, tr("Copies to (may stay empty)"), m_copies};
    for (FieldBox* box : {m_reviewBox, m_untilBox, m_copiesBox})
        columns->addWidget(box);
    column.addWidget(fields);
    auto* card = new Card{m_theme};
    card->setRole(Role::joint, Card::Spine::left, true);
    auto* inside = new QVBoxLayout{card};
    inside->setContentsMargins(m_theme.px(16), m_theme.px(10), m_theme.px(14), m_theme.px(12));
    inside->setSpacing(m_theme.px(8));
    m_accord = new Choice{tr("Does the person agree")};
    m_accord->setObjectName(QStringLiteral("planAccord"));
    m_accord->addChoice(tr("Not asked yet"), -1);
    for (const PlanAccord accord : {PlanAccord::agreed, PlanAccord::agreedInPart, PlanAccord::didNotAgree})
        m_accord->addChoice(words(accord), static_cast<int>(accord));
    m_accordBox = new FieldBox{m_theme, tr("Does the person agree"), m_accord};
    inside->addWidget(m_accordBox);
    m_view = new GrowingText{m_theme, tr("What they say to it"), 2, 6};
    m_view->setObjectName(QStringLiteral("planView"));
    holdsOwnWords(*m_view);
    m_viewBox = new FieldBox{m_theme, tr("What they say to it"), m_view, tr("Their own words")};
    inside->addWidget(m_viewBox);
    column.addWidget(card);
    connect(m_accord, &QComboBox::currentIndexChanged, this, &PlanEditor::typed);
    connect(m_view, &QPlainTextEdit::textChanged, this, &PlanEditor::typed);
    for (QLineEdit* line : {static_cast<QLineEdit*>(m_review), static_cast<QLineEdit*>(m_until), m_copies})
        connect(line, &QLineEdit::textChanged, this, &PlanEditor::typed);
}

void PlanEditor::buildFoot(QVBoxLayout& column)
{
    auto* box = new QWidget;
    auto* row = new FlowLayout{m_theme.px(8), m_theme.px(6), box};
    row->setContentsMargins(m_theme.px(4), 0, m_theme.px(12), m_theme.px(8));
    m_agree = new Button{m_theme, tr("Agree this plan"), ButtonKind::primary, QStringLiteral("check")};
    m_agree->setObjectName(QStringLiteral("planAgree"));
    connect(m_agree, &QPushButton::clicked, this, &PlanEditor::agree);
    row->addWidget(m_agree);
    auto* later = new Button{m_theme, tr("Later"), ButtonKind::secondary};
    later->setObjectName(QStringLiteral("planLater"));
    later->setToolTip(plainToolTip(tr("Esc. The draft stays here for both services.")));
    connect(later, &QPushButton::clicked, this, &PlanEditor::closed);
    row->addWidget(later);
    m_changes = new Button{m_theme, tr("What changes"), ButtonKind::secondary, QStringLiteral("eye")};
    connect(m_changes, &QPushButton::clicked, this, &PlanEditor::showChanges);
    row->addWidget(m_changes);
    auto* discard = new Button{m_theme, tr("Discard"), ButtonKind::quiet, QStringLiteral("x")};
    discard->setObjectName(QStringLiteral("planDiscard"));
    connect(discard, &QPushButton::clicked, this, &PlanEditor::discard);
    row->addWidget(discard);
    column.addWidget(box);
}

void PlanEditor::buildSections()
{
    m_answers.clear();
    clearLayout(*m_sections->layout());
    for (const PlanSection& section : sectionsOf(kind())) {
        const QString title = sectionTitle(kind(), section.code);
        auto* edit = new GrowingText{m_theme, title, section.required ? 2 : 1, 12};
        edit->setObjectName(QStringLiteral("plan_") + text(section.code));
        connect(edit, &QPlainTextEdit::textChanged, this, &PlanEditor::typed);
        auto* box = new FieldBox{m_theme, title, edit, sectionHint(kind(), section.code)};
        m_sections->layout()->addWidget(box);
        m_answers.push_back({std::string{section.code}, edit, box});
    }
}

std::string PlanEditor::kindOfDraft() const
{
    return app::Plans::textOf(m_writing.person, m_writing.draft).kind;
}

void PlanEditor::open(const PlanWriting& writing)
{
    leave();
    ++m_generation;
    m_writing = writing;
    m_command = {};
    m_agreeing = false;
    m_agree->setBusy(false);
    m_trouble->hide();
    m_title->setText(words(kind()), Color::ink, 600);
    m_lines->setChoices({writing.workers, writing.calledName, londonDate(m_desk.clock().now())});
    m_filling = true;
    buildSections();
    m_filling = false;
    fill(writing.draft.content);
    startKeeper(writing.draft);
    m_changes->setVisible(writing.standing.has_value());
    m_offer->look(writing.person, kindOfDraft());
    m_answers.front().edit->setFocus();
}

void PlanEditor::fill(const PlanContent& content)
{
    m_filling = true;
    m_need->setValueQuietly(static_cast<int>(content.need));
    for (const Section& section : m_answers) {
        const auto answer = content.answers.find(section.code);
        section.edit->setTextQuietly(answer == content.answers.end() ? QString{} : text(answer->second));
        section.box->setError({});
    }
    m_lines->setLines(content.lines);
    m_review->setDayQuietly(content.reviewOn);
    m_until->setDayQuietly(content.until);
    m_copies->setText(text(content.copiesTo));
    m_accord->setValueQuietly(content.accord ? static_cast<int>(*content.accord) : -1);
    m_view->setTextQuietly(text(content.personsView));
    for (FieldBox* box : {m_reviewBox, m_untilBox, m_copiesBox, m_accordBox, m_viewBox})
        box->setError({});
    m_filling = false;
    m_needBox->setVisible(content.kind == PlanKind::aftercare);
    m_untilBox->setVisible(content.kind == PlanKind::aftercare);
    followNeed();
}

PlanContent PlanEditor::content() const
{
    PlanContent content;
    content.kind = kind();
    content.need =
        content.kind == PlanKind::aftercare ? static_cast<NeedScope>(m_need->value().toInt()) : NeedScope::both;
    for (const Section& section : m_answers)
        if (const QString said = section.edit->toPlainText(); !said.isEmpty())
            content.answers[section.code] = said.toStdString();
    content.lines = m_lines->lines();
    content.reviewOn = m_review->day();
    content.until = content.kind == PlanKind::aftercare ? m_until->day() : std::nullopt;
    content.copiesTo = m_copies->text().toStdString();
    if (const int accord = m_accord->value().toInt(); accord >= 0)
        content.accord = static_cast<PlanAccord>(accord);
    content.personsView = m_view->toPlainText().toStdString();
    return content;
}

void PlanEditor::typed()
{
    if (m_filling || !m_keeper)
        return;
    followNeed();
    m_offer->typedOn();
    m_keeper->touch(content());
}

/// The signs of a need that goes on are no part of its aftercare.
void PlanEditor::followNeed()
{
    const auto need = static_cast<NeedScope>(m_need->value().toInt());
    for (const Section& section : m_answers)
        for (const PlanSection& known : sectionsOf(kind()))
            if (known.code == section.code && known.only)
                section.box->setVisible(covers(need, *known.only));
}

}  // namespace holdfast::ui
