// Keeping what a meeting types, and recording it once nothing is missing.
#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/difference_sheet.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "drafts/parting.h"
#include "mdt/meeting_actions.h"
#include "mdt/meeting_words.h"
#include "mdt/outcome_form.h"
#include "person/person_view.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/known_names.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QScrollArea>

namespace holdfast::ui {

void OutcomeForm::startKeeper(const app::MeetingDraft& draft)
{
    m_keeper = std::make_unique<MeetingKeeper>(
        [this, person = person()](const app::MeetingDraft& changed, const MeetingKeeper::Answer& answer) {
            m_desk.keep(
                [person, changed](UseCases& use, const app::Session& session) {
                    return use.meetings.saveDraft(session, person, changed);
                },
                answer);
        });
    const std::string kind = app::Meetings::textOf(person(), draft).kind;
    m_keeper->setHere(
        [this, person = person()](const app::MeetingDraft& changed, const auto& answer) {
            m_desk.keepHere(app::Meetings::textOf(person, changed), answer);
        },
        [this, person = person(), kind] { m_desk.forgetHere(kind, person); });
    connect(m_keeper.get(), &MeetingKeeper::failed, this, &OutcomeForm::failed);
    connect(m_keeper.get(), &MeetingKeeper::conflicted, this, [this] {
        failed({ErrorCode::conflict, "version", {}});
        chooseText();
    });
    connect(m_keeper.get(), &MeetingKeeper::settled, this, [this] {
        if (m_saving)
            recordNow();
    });
    m_kept->follow(*m_keeper);
    m_keeper->start(draft);
}

void OutcomeForm::letGo()
{
    endWriting(m_desk, person(), app::Meetings::textOf(person(), m_writing.draft).kind);
}

void OutcomeForm::pause()
{
    if (!m_keeper)
        return;
    m_keeper->flush();
    letGo();
}

void OutcomeForm::leave()
{
    if (!m_keeper)
        return;
    ++m_generation;
    m_offer->close();
    saveApart(std::move(m_keeper), *this);
    letGo();
    m_saving = false;
}

/// The draft as the store has it, as long as this one is still open.
void OutcomeForm::askDraft(std::function<void(const Result<app::MeetingDraft>&)> take)
{
    m_desk.ask(
        this,
        [person = person(), meeting = m_writing.draft.meeting, first = m_writing.draft.outcome](
            UseCases& use, const app::Session& session) { return use.meetings.begin(session, meeting, person, first); },
        [this, generation = m_generation, take = std::move(take)](const Result<app::MeetingDraft>& draft) {
            if (generation == m_generation && m_keeper)
                take(draft);
        });
}

void OutcomeForm::take(const app::MeetingDraft& draft)
{
    m_writing.draft = draft;
    fill(draft.outcome);
    m_keeper->start(draft);
}

void OutcomeForm::reread()
{
    askDraft([this](const Result<app::MeetingDraft>& draft) {
        if (!draft)
            return failed(draft.error());
        take(*draft);
    });
}

/// Theirs beside mine, word by word; the other stays in the history of the draft.
void OutcomeForm::chooseText()
{
    askDraft([this](const Result<app::MeetingDraft>& theirs) {
        if (!m_keeper->isInConflict())
            return;
        if (!theirs)
            return failed(theirs.error());
        const app::NameBook names = withWorkers(m_writing.file.names, m_writing.workers);
        auto* sheet = new DifferenceSheet{m_theme,
                                          tr("A colleague saved first"),
                                          tr("Struck through: only in theirs. Underlined: only in yours."),
                                          passagesOf(theirs->outcome, names),
                                          passagesOf(outcome(), names),
                                          *window()};
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->addChoice(tr("Leave theirs"), false, [this, theirs = *theirs] { take(theirs); });
        sheet->addChoice(tr("Put mine in"), true, [this, version = theirs->version] {
            m_fault->setText({});
            m_keeper->settle(version, outcome());
        });
        sheet->open();
    });
}

/// What is missing is said at the field and at the foot, and the cursor goes there.
void OutcomeForm::showFault(const Error& error)
{
    const QString said = meetingErrorWords(error);
    m_fault->setText(said, Color::late, 600);
    const QStringList where = text(error.where).split(u'/');
    if (where.front() == QStringLiteral("actions") && where.size() == 3)
        return m_actions->setError(static_cast<std::size_t>(where[1].toUInt()), where[2], said);
    if (where.front() == QStringLiteral("dissents") && where.size() == 3) {
        const DissentRow& row = m_dissentRows.at(static_cast<std::size_t>(where[1].toUInt()));
        FieldBox* box = where[2] == QStringLiteral("who") ? row.whoBox : row.wordsBox;
        box->setError(said);
        return box->editor()->setFocus();
    }
    if (where.front() == QStringLiteral("decision")) {
        m_scroll->ensureWidgetVisible(m_decisions);
        return m_decision->button(0)->setFocus();
    }
    const std::pair<const char*, FieldBox*> boxes[] = {
        {"question", m_questionBox}, {"persons_view", m_viewBox}, {"lead", m_leadBox},
        {"deputy", m_deputyBox},     {"review_on", m_reviewBox},  {"plain_words", m_plainBox},
        {"teller", m_tellerBox},     {"telling_how", m_howBox},   {"tell_by", m_tellByBox}};
    for (const auto& [name, box] : boxes)
        if (where.front() == QLatin1String{name}) {
            box->setError(said);
            box->editor()->setFocus();
            m_scroll->ensureWidgetVisible(box);
        }
}

bool OutcomeForm::isComplete()
{
    m_fault->setText({});
    for (FieldBox* box : {m_questionBox, m_viewBox, m_leadBox, m_deputyBox, m_reviewBox, m_plainBox, m_tellerBox,
                          m_howBox, m_tellByBox})
        box->setError({});
    for (const DissentRow& row : m_dissentRows) {
        row.whoBox->setError({});
        row.wordsBox->setError({});
    }
    m_actions->clearErrors();
    const auto checked = checkOutcome(outcome(), londonDate(m_desk.clock().now()));
    if (!checked)
        showFault(checked.error());
    return checked.has_value();
}

void OutcomeForm::save()
{
    if (m_keeper && m_keeper->isInConflict())
        return chooseText();
    if (!m_keeper || m_saving)
        return;
    // An action that says nothing and is nobody's was only offered.
    auto actions = m_actions->actions();
    const auto empty = std::erase_if(actions, [](const MeetingAction& action) {
        return text(action.what).trimmed().isEmpty() && action.owner.empty();
    });
    if (empty > 0)
        m_actions->setActions(actions);
    if (!isComplete())
        return;
    if (m_command.empty())
        m_command = m_desk.newCommand();
    m_saving = true;
    m_save->setBusy(true);
    m_keeper->touch(outcome());
    m_keeper->flush();
}

void OutcomeForm::recordNow()
{
    const MeetingOutcome now = outcome();
    const QString name = firstName(m_writing.file.person);
    app::MeetingRecordInput input;
    input.meeting = m_writing.draft.meeting;
    input.person = person();
    input.version = m_keeper->version();
    input.command = m_command;
    input.decisionWords = (sentence(words(*now.decision))).toStdString();
    input.tellingWords = tellingWords(name, *now.tellingHow).toStdString();
    input.reviewWords = reviewWords(name).toStdString();
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.meetings.record(session, input); },
        [this, generation = m_generation](const Result<app::MeetingRecorded>& recorded) {
            if (generation != m_generation)
                return;
            m_saving = false;
            m_save->setBusy(false);
            if (!recorded)
                return recorded.error().code == ErrorCode::invalid ? showFault(recorded.error())
                                                                   : failed(recorded.error());
            m_command = {};
            m_keeper->stop();
            m_keeper.reset();
            emit this->recorded(person(), recorded->stands);
        });
}

void OutcomeForm::failed(const Error& error)
{
    m_saving = false;
    m_save->setBusy(false);
    m_fault->setText(meetingErrorWords(error), Color::late, 600);
}

}  // namespace holdfast::ui
