#include "app/letter_case.h"

#include "app/recorder.h"
#include "app/workspace.h"
#include "engine/advice.h"
#include "engine/verdict.h"
#include "letters/words.h"
#include "store/document_repository.h"

#include <algorithm>

namespace holdfast::app {

LetterCase::LetterCase(Workspace& workspace, Person person, History history)
    : m_workspace{&workspace}, m_person{std::move(person)}, m_history{std::move(history)}
{}

Result<LetterCase> LetterCase::load(Workspace& workspace, const Session& session, const PersonId& id)
{
    auto person = Recorder{workspace}.person(id);
    if (!person)
        return std::move(person).error();
    auto history = History::load(workspace.connection(), id);
    if (!history)
        return std::move(history).error();
    LetterCase made{workspace, *std::move(person), *std::move(history)};
    auto now = engine::evaluate(contextOf(workspace), factsOf(made.m_person), made.m_history.events(),
                                asOf(made.m_history, workspace.clock().now()), engine::Explain::no);
    if (!now)
        return std::move(now).error();
    made.m_now = *std::move(now);
    made.m_events = made.m_history.standingBefore(made.m_history.entries().size());
    made.m_workers = nameBook(workspace, made.m_history, made.m_now).workers;
    made.m_author = session.worker;
    made.m_workers.emplace(session.worker.id, session.worker.name);
    return made;
}

std::vector<std::string> LetterCase::interimSupport() const
{
    const event::AssessmentSigned* last = nullptr;
    for (const Event& event : m_events)
        if (const auto* assessed = std::get_if<event::AssessmentSigned>(&event.body))
            last = assessed;
    if (last == nullptr)
        return {};
    const PersonFacts person = factsOf(m_person);
    std::vector<std::string> support;
    for (const engine::Advice& advice :
         engine::adviceFor(m_workspace->policy().interimSupport,
                           {person, *last, m_now.safety, m_now.safety.suicidalThoughts.value_or(false), m_now.scores}))
        support.push_back(advice.text);
    return support;
}

std::optional<engine::Verdict> LetterCase::verdictOf(const EventId& id) const
{
    const auto found = std::ranges::find(m_events, id, &Event::id);
    if (id.empty() || found == m_events.end() || !std::holds_alternative<event::Response>(found->body))
        return std::nullopt;
    const auto before = std::span{m_events}.first(static_cast<std::size_t>(found - m_events.begin()));
    auto verdict = engine::judge(contextOf(*m_workspace), factsOf(m_person), before, *found);
    return verdict ? std::optional{*std::move(verdict)} : std::nullopt;
}

letters::Facts LetterCase::facts(const letters::Request& request) const
{
    letters::Facts facts{m_person,
                         m_now,
                         m_events,
                         m_workspace->policy(),
                         m_workspace->directory(),
                         m_workspace->days(),
                         m_workers,
                         m_author,
                         m_workspace->clock().now(),
                         verdictOf(request.event),
                         interimSupport(),
                         false};
    if (!request.event.empty())
        for (const KeptDocument& kept : store::DocumentRepository{m_workspace->connection()}.forPerson(m_person.id))
            facts.enclosed =
                facts.enclosed || (kept.role == DocumentRole::attachment && kept.about == request.event.text());
    return facts;
}

std::string LetterCase::recipientName(const letters::Request& request) const
{
    switch (letters::audienceOf(request.kind)) {
    case letters::Audience::service: {
        const Service* service = m_workspace->directory().find(request.service);
        return service ? service->name : request.service.str();
    }
    case letters::Audience::person: return letters::firstName(m_person);
    case letters::Audience::carer: return request.carer.name;
    case letters::Audience::partner: return {};
    }
    return {};
}

}  // namespace holdfast::app
