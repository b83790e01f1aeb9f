#include "mdt/outcome_form.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/draft_offer.h"
#include "mdt/meeting_actions.h"
#include "mdt/meeting_words.h"
#include "person/person_view.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

namespace holdfast::ui {
namespace {

using std::chrono::days;

constexpr days untilReview{14};
constexpr days untilTold{1};

}  // namespace

OutcomeForm::OutcomeForm(Theme& theme, Desk& desk, QWidget* parent) : QWidget{parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("outcomeForm"));
    setAccessibleName(tr("The person now"));
    build();
    const auto shortcut = [this](const char* keys, auto then) {
        auto* made = new QShortcut{QKeySequence{QLatin1String{keys}}, this};
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, then);
    };
    shortcut("Ctrl+Return", &OutcomeForm::save);
    shortcut("Ctrl+Enter", &OutcomeForm::save);
    shortcut("Alt+A", &OutcomeForm::addAction);
}

OutcomeForm::~OutcomeForm() = default;

MeetingOutcome OutcomeForm::firstOutcome(const AgendaItem& item, const QString& name, Date today, const WorkerId& me)
{
    MeetingOutcome outcome;
    outcome.question = questionFor(item, name).toStdString();
    outcome.reviewOn = today + untilReview;
    outcome.teller = me;
    outcome.tellingHow = TellingHow::call;
    outcome.tellBy = today + untilTold;
    return outcome;
}

void OutcomeForm::open(const OutcomeWriting& writing)
{
    leave();
    ++m_generation;
    m_writing = writing;
    m_command = {};
    m_saving = false;
    m_save->setBusy(false);
    m_save->setText(writing.isLast ? tr("Save, last person") : tr("Save, next person"));
    const Person& person = writing.file.person;
    m_name->setRuns({{text(displayName(person)), Color::ink, 600}});
    m_why->setText(writing.reasons, Color::ink2);
    clearLayout(*m_lanes);
    m_lanes->addWidget(lanes());
    m_filling = true;
    const Date today = londonDate(m_desk.clock().now());
    m_actions->setPeople(writing.workers, today, today + days{7});
    offerWorkers(*m_lead, writing.workers, tr("Choose the lead"));
    offerWorkers(*m_deputy, writing.workers, tr("Nobody named"));
    offerWorkers(*m_teller, writing.workers, tr("Choose who"));
    m_filling = false;
    fill(writing.draft.outcome);
    startKeeper(writing.draft);
    m_offer->look(person.id, app::Meetings::textOf(person.id, writing.draft).kind);
    m_scroll->verticalScrollBar()->setValue(0);
    m_view->setFocus();
}

void OutcomeForm::fill(const MeetingOutcome& outcome)
{
    m_filling = true;
    m_question->setTextQuietly(text(outcome.question));
    m_view->setTextQuietly(text(outcome.personsView));
    m_decision->setExclusive(false);
    for (QAbstractButton* card : m_decision->buttons())
        card->setChecked(outcome.decision && m_decision->id(card) == static_cast<int>(*outcome.decision));
    m_decision->setExclusive(true);
    chooseWorker(*m_lead, outcome.lead);
    chooseWorker(*m_deputy, outcome.deputy);
    m_review->setDayQuietly(outcome.reviewOn);
    m_plain->setTextQuietly(text(outcome.plainWords));
    m_actions->setActions(outcome.actions);
    chooseWorker(*m_teller, outcome.teller);
    m_how->setValueQuietly(outcome.tellingHow ? static_cast<int>(*outcome.tellingHow) : 0);
    m_tellBy->setDayQuietly(outcome.tellBy);
    m_dissentRows.clear();
    clearLayout(*m_dissents);
    for (const Dissent& dissent : outcome.dissents)
        addDissent(dissent);
    m_filling = false;
    m_fault->setText({});
    followPresence();
}

MeetingOutcome OutcomeForm::outcome() const
{
    MeetingOutcome outcome;
    outcome.question = m_question->toPlainText().toStdString();
    outcome.personsView = m_view->toPlainText().toStdString();
    if (const int decision = m_decision->checkedId(); decision >= 0)
        outcome.decision = static_cast<MeetingDecision>(decision);
    outcome.lead = WorkerId{m_lead->value().toString().toStdString()};
    outcome.deputy = WorkerId{m_deputy->value().toString().toStdString()};
    outcome.reviewOn = m_review->day();
    outcome.plainWords = m_plain->toPlainText().toStdString();
    outcome.actions = m_actions->actions();
    for (const DissentRow& row : m_dissentRows)
        outcome.dissents.push_back({row.who->text().toStdString(), row.words->toPlainText().toStdString()});
    outcome.teller = WorkerId{m_teller->value().toString().toStdString()};
    outcome.tellingHow = static_cast<TellingHow>(m_how->value().toInt());
    outcome.tellBy = m_tellBy->day();
    return outcome;
}

void OutcomeForm::typed()
{
    if (m_filling || !m_keeper)
        return;
    m_offer->typedOn();
    m_keeper->touch(outcome());
}

/// Who leads follows from the decision where somebody holds that need; both can be changed.
void OutcomeForm::decide(int decision)
{
    const auto& needs = m_writing.file.now.needs;
    const auto holder = [&](Need need) { return needs[need].holder ? needs[need].holder->worker : WorkerId{}; };
    const auto chosen = static_cast<MeetingDecision>(decision);
    if (chosen == MeetingDecision::mentalHealthLeads || chosen == MeetingDecision::substanceUseLeads) {
        const Need leads = chosen == MeetingDecision::mentalHealthLeads ? Need::mentalHealth : Need::substanceUse;
        const WorkerId lead = holder(leads);
        const WorkerId deputy = holder(other(leads));
        if (!lead.empty())
            chooseWorker(*m_lead, lead);
        chooseWorker(*m_deputy, deputy == lead ? WorkerId{} : deputy);
    }
    followPresence();
    typed();
}

void OutcomeForm::setBothPresent(bool both)
{
    m_writing.bothPresent = both;
    followPresence();
}

void OutcomeForm::followPresence()
{
    const int decision = m_decision->checkedId();
    const bool undecided = decision == static_cast<int>(MeetingDecision::notDecided);
    if (!m_writing.bothPresent)
        m_stands->setText(tr("One service is missing: this is kept as not decided."), Color::late, 600);
    else if (undecided)
        m_stands->setText(tr("The person stays on the agenda. The clocks run on."), Color::ink2);
    else
        m_stands->setText(tr("MH and D&A are both here: it stands."), Color::joint, 600);
}

void OutcomeForm::addAction()
{
    m_actions->addAction();
    m_scroll->ensureWidgetVisible(m_actions);
}

void OutcomeForm::addDissent(const Dissent& dissent)
{
    auto* card = new Card{m_theme};
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(m_theme.px(12), m_theme.px(8), m_theme.px(12), m_theme.px(10));
    column->setSpacing(m_theme.px(6));
    DissentRow row{};
    row.who = new QLineEdit{text(dissent.who)};
    row.who->setObjectName(QStringLiteral("dissentWho"));
    row.who->setMaxLength(static_cast<int>(longestMeetingLine) / 4);
    row.whoBox = new FieldBox{m_theme, tr("Who sees it differently"), row.who};
    row.words = new GrowingText{m_theme, tr("What they say"), 1, 5};
    row.words->setTextQuietly(text(dissent.words));
    row.wordsBox = new FieldBox{m_theme, tr("What they say"), row.words};
    column->addWidget(row.whoBox);
    column->addWidget(row.wordsBox);
    connect(row.who, &QLineEdit::textChanged, this, &OutcomeForm::typed);
    connect(row.words, &QPlainTextEdit::textChanged, this, &OutcomeForm::typed);
    m_dissents->addWidget(card);
    m_dissentRows.push_back(row);
}

/// On the cards of the decision a digit chooses.
bool OutcomeForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_decisions->isAncestorOf(qobject_cast<QWidget*>(watched))) {
        const int digit = static_cast<QKeyEvent*>(event)->key() - Qt::Key_1;
        if (QAbstractButton* card = digit >= 0 && digit < 4 ? m_decision->button(digit) : nullptr) {
            card->setFocus();
            card->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace holdfast::ui
