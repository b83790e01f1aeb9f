// What the form of a meeting is made of.
#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "mdt/meeting_actions.h"
#include "mdt/meeting_words.h"
#include "mdt/outcome_form.h"
#include "people/leg_look.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/actions.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLineEdit>
#include <QScrollArea>

namespace holdfast::ui {
namespace {

QWidget* columnsOf(const Theme& theme, int least, int most, std::initializer_list<QWidget*> widgets)
{
    auto* box = new QWidget;
    auto* columns = new ColumnsLayout{theme, least, most};
    box->setLayout(columns);
    for (QWidget* widget : widgets)
        columns->addWidget(widget);
    return box;
}

}  // namespace

void OutcomeForm::build()
{
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins({});
    outer->setSpacing(0);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(m_theme.px(18), m_theme.px(12), m_theme.px(18), m_theme.px(12));
    column->setSpacing(m_theme.px(10));
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(10));
    auto* names = new QVBoxLayout;
    names->setSpacing(m_theme.px(1));
    m_name = new RunLabel{m_theme, Type::h2};
    names->addWidget(m_name);
    m_why = new RunLabel{m_theme, Type::small};
    names->addWidget(m_why);
    head->addLayout(names, 1);
    m_kept = new KeptLine;
    head->addWidget(m_kept, 0, Qt::AlignTop);
    auto* see = new Button{m_theme, tr("Open person"), ButtonKind::secondary, QStringLiteral("out"), ButtonSize::small};
    see->setFocusPolicy(Qt::ClickFocus);  // the keys of a meeting go through what is decided; Alt+O opens the person
    see->setShortcut(QKeySequence{QStringLiteral("Alt+O")});
    connect(see, &QPushButton::clicked, this, [this] { emit personRequested(person()); });
    head->addWidget(see, 0, Qt::AlignTop);
    column->addLayout(head);
    m_offer = new DraftOffer{m_theme, m_desk, this};
    connect(m_offer, &DraftOffer::draftChanged, this, &OutcomeForm::reread);
    connect(m_offer, &DraftOffer::failed, this, &OutcomeForm::said);
    column->addWidget(m_offer);
    m_lanes = new QVBoxLayout;
    column->addLayout(m_lanes);
    buildTalk(*column);
    buildDecision(*column);
    m_actions = new MeetingActions{m_theme};
    connect(m_actions, &MeetingActions::edited, this, &OutcomeForm::typed);
    column->addWidget(m_actions);
    buildTelling(*column);
    m_dissents = new QVBoxLayout;
    column->addLayout(m_dissents);
    column->addStretch();
    m_scroll->setWidget(page);
    outer->addWidget(m_scroll, 1);
    buildFoot(*outer);
}

/// Both lanes in short, the same size, with the hold between them.
QWidget* OutcomeForm::lanes() const
{
    const auto lane = [this](Need need) {
        const auto& now = m_writing.file.now.needs[need];
        auto* card = new Card{m_theme};
        const bool mental = need == Need::mentalHealth;
        card->setRole(mental ? Role::mh : Role::da, mental ? Card::Spine::left : Card::Spine::right, true);
        auto* row = new QVBoxLayout{card};
        row->setContentsMargins(m_theme.px(12), m_theme.px(8), m_theme.px(12), m_theme.px(8));
        row->setSpacing(m_theme.px(3));
        const QString service = now.leg      ? serviceName(now.leg->service, m_writing.file.names)
                                : now.holder ? serviceName(now.holder->service, m_writing.file.names)
                                             : words(now.status);
        row->addWidget(new RunLabel{m_theme, Type::dense, {{service, mental ? Color::mh : Color::da, 600}}});
        QString who =
            now.holder ? tr("Held by %1").arg(workerName(now.holder->worker, m_writing.file.names)) : words(now.status);
        const auto& bounces = m_writing.file.now.bounces;
        const auto refusal = std::find_if(bounces.rbegin(), bounces.rend(), [&](const auto& bounce) {
            return bounce.need == need && bounce.refusal && !bounce.overturned;
        });
        if (refusal != bounces.rend())
            for (const auto& entry : m_writing.file.history)
                if (entry.event.id == refusal->event && !entry.event.words.empty())
                    who += tr(". They said “%1”").arg(text(entry.event.words));
        row->addWidget(new RunLabel{m_theme, Type::small, {{who, Color::ink2, 400}}});
        if (now.leg) {
            TagLook look = stateLook(legTagState(now.status, now.leg->state, false),
                                     legTagText(now.status, now.leg->state, false));
            look.density = TagLook::Density::compact;
            row->addWidget(new Tag{m_theme, look}, 0, Qt::AlignLeft);
        }
        row->addStretch();
        return card;
    };
    return columnsOf(m_theme, 230, 2, {lane(Need::mentalHealth), lane(Need::substanceUse)});
}

void OutcomeForm::buildTalk(QVBoxLayout& column)
{
    m_question = new GrowingText{m_theme, tr("Question for the meeting"), 2, 5};
    m_question->setObjectName(QStringLiteral("meetingQuestion"));
    m_view = new GrowingText{m_theme, tr("What the person says"), 2, 6};
    m_view->setObjectName(QStringLiteral("meetingView"));
    m_questionBox = new FieldBox{m_theme, tr("Question for the meeting"), m_question};
    m_viewBox = new FieldBox{m_theme, tr("What the person says"), m_view};
    auto* words = new Card{m_theme};
    words->setRole(Role::joint, Card::Spine::left, true);
    auto* inside = new QVBoxLayout{words};
    inside->setContentsMargins(m_theme.px(12), m_theme.px(6), m_theme.px(12), m_theme.px(10));
    inside->addWidget(m_viewBox);
    auto* question = new Card{m_theme};
    auto* asked = new QVBoxLayout{question};
    asked->setContentsMargins(m_theme.px(12), m_theme.px(6), m_theme.px(12), m_theme.px(10));
    asked->addWidget(m_questionBox);
    column.addWidget(columnsOf(m_theme, 230, 2, {question, words}));
    for (GrowingText* edit : {m_question, m_view})
        connect(edit, &QPlainTextEdit::textChanged, this, &OutcomeForm::typed);
}

void OutcomeForm::buildDecision(QVBoxLayout& column)
{
    auto* head = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(16), m_theme.px(2), head};
    flow->addWidget(strongLabel(tr("Decision"), Type::dense));
    m_stands = new RunLabel{m_theme, Type::small};
    m_stands->setObjectName(QStringLiteral("decisionStands"));
    m_stands->setWordWrap(false);
    flow->addWidget(m_stands);
    column.addWidget(head);
    m_decision = new QButtonGroup{this};
    m_decisions = new QWidget;
    m_decisions->setAccessibleName(tr("Decision"));
    auto* cards = new ColumnsLayout{m_theme, 220, 4};
    m_decisions->setLayout(cards);
    for (const MeetingDecision decision : {MeetingDecision::mentalHealthLeads, MeetingDecision::substanceUseLeads,
                                           MeetingDecision::changePlan, MeetingDecision::notDecided}) {
        auto* card = new ChoiceCard{m_theme, words(decision)};
        card->setObjectName(QStringLiteral("decision"));
        card->setCheckable(true);
        card->setShortcut({});  // "D&A" is a word, not a key
        card->installEventFilter(this);
        m_decision->addButton(card, static_cast<int>(decision));
        cards->addWidget(card);
    }
    connect(m_decision, &QButtonGroup::idClicked, this, &OutcomeForm::decide);
    column.addWidget(m_decisions);
    m_lead = new Choice{tr("Named lead")};
    m_lead->setObjectName(QStringLiteral("meetingLead"));
    m_deputy = new Choice{tr("Who covers")};
    m_review = new DayEdit{m_theme, tr("Review on"), londonDate(m_desk.clock().now())};
    m_review->setObjectName(QStringLiteral("meetingReview"));
    m_leadBox = new FieldBox{m_theme, tr("Named lead"), m_lead};
    m_deputyBox = new FieldBox{m_theme, tr("If they are away"), m_deputy};
    m_reviewBox = new FieldBox{m_theme, tr("Review on"), m_review};
    column.addWidget(columnsOf(m_theme, 170, 3, {m_leadBox, m_deputyBox, m_reviewBox}));
    m_plain = new GrowingText{m_theme, tr("In plain words"), 2, 6};
    m_plain->setObjectName(QStringLiteral("meetingPlain"));
    m_plainBox = new FieldBox{m_theme, tr("In plain words"), m_plain};
    column.addWidget(m_plainBox);
    for (Choice* choice : {m_lead, m_deputy})
        connect(choice, &QComboBox::currentIndexChanged, this, &OutcomeForm::typed);
    connect(m_review, &QLineEdit::textChanged, this, &OutcomeForm::typed);
    connect(m_plain, &QPlainTextEdit::textChanged, this, &OutcomeForm::typed);
}

void OutcomeForm::buildTelling(QVBoxLayout& column)
{
    column.addWidget(strongLabel(tr("Telling the person"), Type::dense));
    m_teller = new Choice{tr("Who tells them")};
    m_teller->setObjectName(QStringLiteral("meetingTeller"));
    m_how = new Choice{tr("How they are told")};
    for (const TellingHow how : {TellingHow::call, TellingHow::visit, TellingHow::letter, TellingHow::carer})
        m_how->addChoice(words(how), static_cast<int>(how));
    m_tellBy = new DayEdit{m_theme, tr("Told by"), londonDate(m_desk.clock().now())};
    m_tellerBox = new FieldBox{m_theme, tr("Who tells them"), m_teller};
    m_howBox = new FieldBox{m_theme, tr("How"), m_how};
    m_tellByBox = new FieldBox{m_theme, tr("By"), m_tellBy};
    column.addWidget(columnsOf(m_theme, 170, 3, {m_tellerBox, m_howBox, m_tellByBox}));
    for (Choice* choice : {m_teller, m_how})
        connect(choice, &QComboBox::currentIndexChanged, this, &OutcomeForm::typed);
    connect(m_tellBy, &QLineEdit::textChanged, this, &OutcomeForm::typed);
}

void OutcomeForm::buildFoot(QVBoxLayout& column)
{
    auto* foot = new QWidget;
    auto* outer = new QVBoxLayout{foot};
    outer->setContentsMargins(m_theme.px(18), m_theme.px(8), m_theme.px(18), m_theme.px(10));
    outer->setSpacing(m_theme.px(6));
    m_fault = new RunLabel{m_theme, Type::small};
    m_fault->setObjectName(QStringLiteral("meetingFault"));
    outer->addWidget(m_fault);
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout{m_theme.px(8), m_theme.px(6), buttons};
    m_save = new Button{m_theme, tr("Save, next person"), ButtonKind::primary, QStringLiteral("arrow-r")};
    m_save->setObjectName(QStringLiteral("meetingSave"));
    m_save->setToolTip(plainToolTip(tr("Ctrl+Enter")));
    connect(m_save, &QPushButton::clicked, this, &OutcomeForm::save);
    flow->addWidget(m_save);
    auto* dissent = new Button{m_theme, tr("Record a disagreement"), ButtonKind::secondary};
    dissent->setObjectName(QStringLiteral("addDissent"));
    connect(dissent, &QPushButton::clicked, this, [this] {
        addDissent({});
        m_dissentRows.back().who->setFocus();
        typed();
    });
    flow->addWidget(dissent);
    outer->addWidget(buttons);
    column.addWidget(foot);
}

}  // namespace holdfast::ui
