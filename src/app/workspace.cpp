#include "app/workspace.h"

#include "db/connection.h"
#include "domain/policy.h"
#include "domain/service.h"
#include "exchange/calendar_reader.h"
#include "exchange/instrument_reader.h"
#include "exchange/policy_reader.h"
#include "exchange/shipped.h"
#include "store/service_repository.h"

#include <optional>

namespace holdfast::app {

struct Workspace::Parts {
    std::unique_ptr<db::Connection> connection;
    StoreFacts facts;
    const Clock& clock;
    IdSource ids;
    Policy policy;
    InstrumentSet instruments;
    WorkingDays days;
    std::optional<Directory> directory;
};

Result<std::unique_ptr<Workspace>> Workspace::make(std::unique_ptr<db::Connection> connection, StoreFacts facts,
                                                   const Clock& clock, Random& random)
{
    auto policy = exchange::readPolicy(exchange::shippedPolicy());
    if (!policy)
        return std::move(policy).error();
    auto instruments = exchange::readInstruments(exchange::shippedInstruments());
    if (!instruments)
        return std::move(instruments).error();
    auto special = exchange::readCalendar(exchange::shippedCalendar());
    if (!special)
        return std::move(special).error();
    for (const SpecialDay& day : policy->specialDays)
        special.value().push_back(day);
    facts.policyName = policy->title;
    facts.policyVersion = policy->version;
    WorkingDays days{*special};
    auto parts = std::make_unique<Parts>(Parts{std::move(connection),
                                               std::move(facts),
                                               clock,
                                               IdSource{clock, random},
                                               *std::move(policy),
                                               *std::move(instruments),
                                               std::move(days),
                                               {}});
    return std::unique_ptr<Workspace>{new Workspace{std::move(parts)}};
}

Workspace::Workspace(std::unique_ptr<Parts> parts) : m_parts{std::move(parts)} {}
Workspace::~Workspace() = default;

const StoreFacts& Workspace::facts() const
{
    return m_parts->facts;
}

const Clock& Workspace::clock() const
{
    return m_parts->clock;
}

IdSource& Workspace::ids()
{
    return m_parts->ids;
}

const Policy& Workspace::policy() const
{
    return m_parts->policy;
}

const InstrumentSet& Workspace::instruments() const
{
    return m_parts->instruments;
}

const WorkingDays& Workspace::days() const
{
    return m_parts->days;
}

db::Connection& Workspace::connection()
{
    return *m_parts->connection;
}

const Directory& Workspace::directory()
{
    if (!m_parts->directory)
        m_parts->directory.emplace(store::ServiceRepository{connection()}.all());
    return *m_parts->directory;
}

void Workspace::forgetDirectory()
{
    m_parts->directory.reset();
}

}  // namespace holdfast::app
