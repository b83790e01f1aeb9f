// The shipped policy, a small directory, and builders for events: a history reads like a story.
#pragma once

#include "domain/calendar.h"
#include "domain/event.h"
#include "domain/instrument.h"
#include "domain/person.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "engine/evaluate.h"

#include <string>
#include <vector>

namespace holdfast::test {

/// Everything an evaluation reads. One for the whole program: it is read only.
struct World {
    Policy policy;
    Directory directory;
    WorkingDays days;
    InstrumentSet instruments;
    engine::Context context{policy, directory, days, instruments};
};

const World& world();

Instant at(std::string_view text);
PersonFacts somebody();  ///< born 1984, SG1
PersonFacts aged(std::string_view born);

inline const ServiceId cmht{"cmht"}, lantern{"lantern"}, crisis{"crisis"}, camhs{"camhs"}, harbour{"harbour"};
inline const WorkerId ada{"ada"}, ben{"ben"}, cleo{"cleo"};

/// Both needs present and moderate, held by ada at lantern.
event::AssessmentSigned bothNeeds();
event::Response reply(Need need, const ServiceId& service, ResponseKind kind);
event::Response declined(Need need, const ServiceId& service, std::string_view reason);

/// A case told event by event; every event must be taken, and HELD and NEXT are checked after each.
class Story {
public:
    explicit Story(const PersonFacts& person = somebody()) : m_person{person}, m_case{world().context, person} {}

    Story& then(std::string_view when, EventBody body, SafetyFacts safety = {});

    /// Assessed on Monday 2 March 2026 at 10:00, both legs sent at 11:00: mental health to cmht, substance use to lantern.
    Story& assessedAndReferred();

    Result<Done> tryThen(std::string_view when, EventBody body, SafetyFacts safety = {});
    engine::Snapshot now(std::string_view when) const;
    engine::Snapshot latest() const { return m_case.snapshot(m_events.back().at, engine::Explain::yes); }
    const std::vector<Event>& events() const { return m_events; }
    const PersonFacts& person() const { return m_person; }

private:
    PersonFacts m_person;
    engine::Case m_case;
    std::vector<Event> m_events;
};

Event eventAt(std::string_view when, EventBody body, std::size_t number, SafetyFacts safety = {});

const engine::NextAction* actionOf(const engine::Snapshot& snapshot, std::string_view what);
bool hasFlag(const engine::Snapshot& snapshot, std::string_view flag);
std::string holderOf(const engine::Snapshot& snapshot, Need need);  ///< "lantern/ada", "" when nobody
std::string stateOf(const engine::Snapshot& snapshot, Need need);   ///< "sent", "" without a leg
std::string ownerOf(const engine::NextAction& action);
std::vector<std::string> codes(const engine::Snapshot& snapshot);  ///< of the bounces

/// What must hold of any snapshot whatever happened; empty when it does, else the invariant that broke.
std::string broken(const engine::Snapshot& snapshot);

}  // namespace holdfast::test
