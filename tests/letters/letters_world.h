// A person with a refusal behind them, and the letters that follow: a story told as in the engine's tests.
#pragma once

#include "engine/verdict.h"
#include "engine/world.h"
#include "letters/compose.h"

#include <catch2/catch_test_macros.hpp>

namespace holdfast::test {

/// Dani, who can be written to at home.
inline Person dani()
{
    Person person;
    person.givenName = "Danielle";
    person.familyName = "Okafor";
    person.preferredName = "Dani";
    person.nhsNumber = "9995260182";
    person.addressStatus = AddressStatus::known;
    person.address = "4 Mill Lane\nWrenfield";
    person.contact.mayWrite = true;
    person.contact.email = "dani@example.org";
    return person;
}

/// A case at one moment with a fuller directory than the engine's.
class LetterWorld {
public:
    LetterWorld() : LetterWorld{refused()} {}
    explicit LetterWorld(Story story) : m_story{std::move(story)}, m_events{m_story.events()}
    {
        m_person.id = m_story.person().id;
        m_person.born = m_story.person().born;
    }

    /// Assessed and referred on Monday 2 March 2026; what came before may have been told already.
    static Story referred(const event::AssessmentSigned& assessed = bothNeeds(), Story story = Story{})
    {
        story.then("2026-03-02T10:00:00Z", assessed);
        story.then("2026-03-02T11:00:00Z",
                   event::ReferralSent{{{Need::mentalHealth, cmht}, {Need::substanceUse, lantern}}});
        return story;
    }

    /// Then refused by the community team until sober for 13 weeks.
    static Story refused(std::string_view reason = "N02", const event::AssessmentSigned& assessed = bothNeeds())
    {
        Story story = referred(assessed);
        auto no = declined(Need::mentalHealth, cmht, reason);
        no.abstinenceWeeks = 13;
        story.then("2026-03-09T09:00:00Z", no);
        return story;
    }

    static Story died()
    {
        Story story = refused();
        story.then("2026-03-09T12:00:00Z", event::PersonDied{*parseDate("2026-03-09")});
        return story;
    }

    Person& person() { return m_person; }
    std::vector<Event>& events() { return m_events; }
    Policy& policy() { return m_policy; }
    Instant when = at("2026-03-10T10:00:00Z");
    std::vector<std::string> interim;
    bool enclosed = false;
    ServiceId authorsService = lantern;

    letters::Facts facts(const EventId& about = {})
    {
        m_now = *engine::evaluate(context(), m_story.person(), m_events, when, engine::Explain::no);
        Worker author;
        author.id = ada;
        author.name = "Ada Lind";
        author.role = Role::keyworker;
        author.service = authorsService;
        letters::Facts facts{m_person, m_now, m_events, m_policy, m_directory, world().days, {{ada, "Ada Lind"}},
                             author,   when,  {},       interim,  enclosed};
        for (std::size_t i = 0; i < m_events.size(); ++i)
            if (m_events[i].id == about)
                if (auto verdict =
                        engine::judge(context(), m_story.person(), std::span{m_events}.first(i), m_events[i]))
                    facts.verdict = *verdict;
        return facts;
    }

    Result<letters::Document> compose(const letters::Request& request)
    {
        return letters::compose(facts(request.event), request);
    }

    /// The words of the letter, as they are read aloud.
    std::string text(const letters::Request& request)
    {
        const auto made = compose(request);
        INFO((made ? std::string{} : made.error().detail));
        REQUIRE(made);
        return letters::plainText(*made);
    }

    static letters::Request challenge()
    {
        letters::Request request;
        request.kind = letters::LetterKind::challenge;
        request.service = cmht;
        request.need = Need::mentalHealth;
        request.event = EventId{"#3"};
        return request;
    }

    static letters::Request of(letters::LetterKind kind, const ServiceId& service = {})
    {
        letters::Request request;
        request.kind = kind;
        request.service = service;
        return request;
    }

private:
    engine::Context context() const { return {m_policy, m_directory, world().days, world().instruments}; }

    static Directory directory()
    {
        std::vector<Service> services = world().directory.services();
        for (Service& each : services) {
            if (each.id == cmht) {
                each.name = "Wrenfield CMHT";
                each.address = "1 Station Road\nWrenfield";
            }
            if (each.id == lantern) {
                each.name = "Lantern Drug and Alcohol";
                each.phone = "01632 960 222";
            }
            if (each.id == crisis) {
                each.name = "Wren Crisis Line";
                each.phone = "01632 960 111";
            }
        }
        return Directory{services};
    }

    Story m_story;
    std::vector<Event> m_events;
    Person m_person = dani();
    Policy m_policy = world().policy;
    Directory m_directory = directory();
    engine::Snapshot m_now;
};

inline bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace holdfast::test
