#include "app/practice_writer.h"

#include "app/case_cache.h"
#include "app/event_rules.h"
#include "app/person_rules.h"
#include "domain/policy_book.h"
#include "exchange/assessment_form_json.h"
#include "record/assessment_form.h"
#include "store/assessment_repository.h"
#include "store/command_log.h"
#include "store/draft_repository.h"
#include "store/person_repository.h"

#include <algorithm>
#include <map>
#include <utility>

namespace holdfast::app {
namespace {

/// Events speak of each other by position until they have ids.
void putIds(EventBody& body, const std::map<EventId, EventId>& ids)
{
    const auto real = [&](EventId& id) { id = ids.at(id); };
    if (auto* look = std::get_if<event::SecondLook>(&body))
        real(look->event);
    if (auto* voids = std::get_if<event::EnteredInError>(&body))
        real(voids->event);
}

/// The form that such a signed assessment was made from.
record::AssessmentForm formOf(const Event& event, const event::AssessmentSigned& assessed)
{
    record::AssessmentForm form;
    form.whatMatters = event.words;
    form.askedAboutBoth = true;
    for (const Need need : allNeeds) {
        form.status[need] = assessed.found[need].status;
        form.severity[need] = assessed.found[need].severity;
    }
    form.conditions = assessed.found.mentalHealth.detail;
    for (const std::string& substance : assessed.found.substanceUse.detail)
        form.substances.push_back({substance, "most days", {}, {}, {}, {}});
    for (const InstrumentAnswers& answers : assessed.instruments)
        form.answers[answers.instrument] = answers.items;
    form.safety = event.safety;
    for (const std::string& barrier : assessed.barriers)
        form.barriers.push_back({"other", barrier});
    return form;
}

record::AssessmentForm unfinishedForm()
{
    using Items = std::vector<std::optional<int>>;
    record::AssessmentForm form;
    form.whatMatters = "I want to sleep without drinking. I want to keep my job and see my daughter on Sundays. "
                       "Please do not send me to start again somewhere else.";
    form.present = "Samir Haddad, Priya Raman and a Polish interpreter";
    form.askedAboutBoth = true;
    form.status = {NeedStatus::present, NeedStatus::present};
    form.severity = {Severity::moderate, Severity::moderate};
    form.conditions = {"depression"};
    form.substances = {{"alcohol", "most evenings after work", "about 8 units", "drink", "yesterday", "17"}};
    form.answers[InstrumentId{"PHQ-9"}] = Items{2, 2, 3, 2, 1, 2, 2, 2, 1};
    form.answers[InstrumentId{"GAD-7"}] = Items{2, 2, 2, 2, 2, 2, 2};
    form.answers[InstrumentId{"AUDIT"}] = Items{4, 3, 3, 2, 2, 1, 2, 2, 2, 2};
    form.safety.withdrawalRisk = true;
    form.safety.overdose = false;
    form.safetyNotes["withdrawal_risk"] = "Some signs in the morning. Must not stop suddenly.";
    form.adultsAndChildren = "Daughter, 9, lives with her mother.";
    form.whatUseDoes = "It switches the day off.";
    form.lifeEvents = "Separation last winter.";
    form.readiness = record::Readiness::ready;
    form.disclosure = record::Disclosure::oneToOne;
    form.barriers = {{"travel", "Two buses, 55 minutes: offer Mill Street"},
                     {"work_hours", "06:00 to 14:00: visits after 15:00"},
                     {"recognised_locally", "Not in his part of town"}};
    return form;
}

}  // namespace

PracticeWriter::PracticeWriter(Workspace& workspace, Random& random, Instant now, const std::vector<Worker>& workers,
                               const WorkerId& author)
    : m_workspace{workspace}, m_clock{now - std::chrono::days{30}}, m_ids{m_clock, random}, m_now{now}, m_author{author}
{
    for (const Worker& worker : workers)
        m_workers.insert(worker.id);
}

Result<History> PracticeWriter::historyOf(const Person& person, std::vector<Planned> planned, const CommandId& command)
{
    std::map<EventId, EventId> ids;  // from positions
    for (Planned& each : planned) {
        each.event.recordedAt = std::min(each.event.recordedAt, m_now);
        const auto id = m_ids.make<EventId>();
        ids[std::exchange(each.event.id, id)] = id;
        putIds(each.event.body, ids);
    }
    std::ranges::stable_sort(planned, {}, [](const Planned& each) { return each.event.recordedAt; });
    History history;
    for (Planned& each : planned) {
        const auto isWorker = [this](const WorkerId& id) { return m_workers.contains(id); };
        if (auto checked =
                checkEvent({person, history, m_workspace.directory(), m_workspace.policyBook().at(each.event.at).policy,
                            m_workspace.instruments(), m_now, isWorker},
                           each.event);
            !checked)
            return std::move(checked).error();
        const std::int64_t seq = history.version() + 1;
        history.insert(
            {std::move(each.event), seq, each.author, command, std::move(each.channel), std::move(each.toldBy), {}});
    }
    return history;
}

void PracticeWriter::keepForms(const PersonId& person, const History& history)
{
    store::AssessmentRepository assessments{m_workspace.connection()};
    for (const Entry& entry : history.entries())
        if (const auto* assessed = std::get_if<event::AssessmentSigned>(&entry.event.body))
            assessments.insert({entry.event.id, person, entry.event.at, entry.author,
                                exchange::writeAssessmentForm(formOf(entry.event, *assessed))});
}

Result<Done> PracticeWriter::write(Person given, std::vector<Planned> planned)
{
    auto person = checkedPerson(std::move(given), londonDate(m_now));
    if (!person)
        return std::move(person).error();
    person.value().id = m_ids.make<PersonId>();
    person.value().fit.id = person->id;
    const auto command = m_ids.make<CommandId>();
    auto inserted = store::PersonRepository{m_workspace.connection()}.insertWithoutWords(*std::move(person));
    if (!inserted)
        return std::move(inserted).error();
    auto history = historyOf(*inserted, std::move(planned), command);
    if (!history)
        return std::move(history).error();
    db::Connection& connection = m_workspace.connection();
    store::CommandLog{connection}.remember({command, "make_practice", inserted->id.str(), m_author, m_now});
    store::EventRepository events{connection};
    std::vector<store::EventRow> rows;
    for (const Entry& entry : history->entries()) {
        const Policy& policy = m_workspace.policyBook().at(entry.event.at).policy;
        rows.push_back(rowOf(inserted->id, entry, policy.id + ' ' + policy.version));
    }
    std::ranges::sort(rows, {}, &store::EventRow::seq);
    for (const store::EventRow& row : rows)
        if (auto appended = events.appendWithoutWords(row); !appended)
            return appended;
    keepForms(inserted->id, *history);
    const auto cached = cacheRows(contextOf(m_workspace), *inserted, *history, m_now);
    if (!cached)
        return Error{cached.error().code, cached.error().where, cached.error().detail};
    store::CaseCache{connection}.insert(*cached);
    for (const store::BounceCache& bounce : cached->bounces)
        m_reasons.insert(bounce.code.str());
    m_last = inserted->id;
    ++m_people;
    m_events += static_cast<int>(history->version());
    return Done{};
}

Result<Done> PracticeWriter::writeDraft(const PersonId& person, const WorkerId& worker)
{
    auto saved = store::DraftRepository{m_workspace.connection()}.save({"assessment", person,
                                                                        exchange::writeAssessmentForm(unfinishedForm()),
                                                                        0, m_now - std::chrono::hours{8}, worker});
    if (!saved)
        return std::move(saved).error();
    return Done{};
}

}  // namespace holdfast::app
