#include "app/event_export.h"

#include "app/growing_folder.h"
#include "app/history.h"
#include "app/pseudonyms.h"
#include "app/record_person.h"
#include "app/report_period.h"
#include "app/use_case.h"
#include "domain/policy_book.h"
#include "domain/service.h"
#include "exchange/event_json.h"
#include "exchange/event_sheets.h"
#include "exchange/standing_sheets.h"
#include "store/event_repository.h"
#include "store/export_query.h"
#include "store/merge_repository.h"
#include "store/meta_repository.h"
#include "store/person_repository.h"
#include "store/worker_repository.h"

#include <algorithm>
#include <set>

namespace holdfast::app {
namespace {

constexpr int peopleAtOnce = 500;
constexpr std::size_t textAtOnce = 1U << 20U;

class EventExporter {
public:
    EventExporter(Workspace& workspace, const EventExportRequest& request, GrowingFolder& folder)
        : m_workspace{workspace}, m_request{request}, m_folder{folder}, m_names{workspace.ids()}
    {
        m_naming.pseudonymous = request.pseudonymous;
        m_naming.pseudonym = [this](std::string_view id) { return m_names.of(id); };
    }

    Result<EventExported> write()
    {
        m_workspace.refreshPolicies();
        exchange::EventSheets events{m_naming, m_workspace.policyBook()};
        exchange::PeopleSheets people{m_naming};
        const store::PersonRepository known{m_workspace.connection()};
        PersonId after;
        for (;;) {
            const auto page = known.ids(after, peopleAtOnce);
            if (page.empty())
                break;
            if (auto written = writeStretch(after, page, events, people); !written)
                return std::move(written).error();
            after = page.back();
        }
        if (auto written = empty(events, people, 0); !written)
            return std::move(written).error();
        if (auto written = writeStanding(); !written)
            return std::move(written).error();
        return m_done;
    }

private:
    Result<Done> writeStretch(const PersonId& after, const std::vector<PersonId>& page, exchange::EventSheets& events,
                              exchange::PeopleSheets& people)
    {
        const store::ExportStretch stretch{after, page.back(), londonInstant(m_request.from, {}),
                                           londonInstant(m_request.to + std::chrono::days{1}, {})};
        const store::ExportQuery query{m_workspace.connection(), m_workspace.unseen()};
        std::set<PersonId> seen;
        for (const store::EventRow& row : query.events(stretch)) {
            auto event = exchange::readEvent(row.body, row.id, row.recordedAt);
            if (!event)
                return Error{ErrorCode::damaged, row.id.str() + event.error().where, event.error().detail};
            event.value().words = row.words;
            events.add({event.value(), row.person.text(), row.seq, row.author.text(), row.policyVersion, row.channel,
                        row.toldBy, row.whyNotChallenged});
            seen.insert(row.person);
            ++m_done.events;
        }
        for (const store::CarerContactRow& row : query.carerContacts(stretch)) {
            people.add(exchange::CarerContact{row.person, row.at, row.direction, row.outcome, row.undone});
            seen.insert(row.person);
        }
        for (const store::RetellingRow& row : query.retellings(stretch)) {
            people.add(exchange::Retold{row.person, row.at, row.takenBack});
            seen.insert(row.person);
        }
        for (const PersonId& person : seen) {
            if (const auto record = personOfRecord(m_workspace.connection(), person))
                people.add(person, *record);
            ++m_done.people;
        }
        addMerges(query.everMerged(stretch), people);
        return empty(events, people, textAtOnce);
    }

    void addMerges(const std::vector<PersonId>& merged, exchange::PeopleSheets& people)
    {
        if (merged.empty())
            return;
        for (const MergeRecord& merge : store::MergeRepository{m_workspace.connection()}.of(merged))
            if (std::ranges::find(merged, merge.merge.merged) != merged.end())
                people.add(merge);
    }

    /// Sends on what has grown beyond so much.
    Result<Done> empty(exchange::EventSheets& events, exchange::PeopleSheets& people, std::size_t beyond)
    {
        std::vector<exchange::Sheet*> sheets;
        std::ranges::copy(events.all(), std::back_inserter(sheets));
        std::ranges::copy(people.all(), std::back_inserter(sheets));
        for (exchange::Sheet* sheet : sheets)
            if (sheet->size() > beyond)
                if (auto written = m_folder.append(std::string{sheet->file()}, sheet->take()); !written)
                    return written;
        return Done{};
    }

    Result<Done> writeStanding()
    {
        const PolicyBook& policies = m_workspace.policyBook();
        // Clocks that were running at the end run out later.
        const Date lastDay = m_request.to + std::chrono::days{366};
        for (const auto& [file, text] :
             {exchange::workersFile(store::WorkerRepository{m_workspace.connection()}.all(), m_naming),
              exchange::servicesFile(m_workspace.directory().services()), exchange::reasonsFile(policies),
              exchange::clocksFile(policies), exchange::leadRulesFile(policies),
              exchange::holidaysFile(policies, m_request.from, lastDay), exchange::aboutFile(about())})
            if (auto written = m_folder.append(file, text); !written)
                return written;
        return Done{};
    }

    std::vector<std::pair<std::string, std::string>> about()
    {
        db::Connection& connection = m_workspace.connection();
        return {{"schema", "1"},
                {"from", formatDate(m_request.from)},
                {"to", formatDate(m_request.to)},
                {"data_as_of", formatInstant(m_workspace.clock().now())},
                {"store", store::MetaRepository{connection}.get(store::metaStoreId).value_or("")},
                {"events_in_store", std::to_string(store::EventRepository{connection}.countAll())},
                {"events_here", std::to_string(m_done.events)},
                {"people_here", std::to_string(m_done.people)},
                {"policy", m_workspace.policy().id + ' ' + m_workspace.policy().version},
                {"program", "Holdfast " HOLDFAST_VERSION},
                {"practice", m_workspace.facts().practice ? "yes" : "no"},
                {"pseudonymous", m_request.pseudonymous ? "yes" : "no"}};
    }

    Workspace& m_workspace;
    const EventExportRequest& m_request;
    GrowingFolder& m_folder;
    Pseudonyms m_names;
    exchange::Naming m_naming;
    EventExported m_done;
};

}  // namespace

Result<EventExported> EventExport::write(const Session& session, const EventExportRequest& request)
{
    if (request.to < request.from)
        return Error{ErrorCode::invalid, "to", "expected a day on or after the first day"};
    std::unique_ptr<GrowingFolder> folder;
    auto written = unsaved(m_workspace, session, Action::exportEvents, {}, [&]() -> Result<EventExported> {
        folder.reset();
        auto begun = GrowingFolder::beside(request.folder);
        if (!begun)
            return std::move(begun).error();
        folder = *std::move(begun);
        return EventExporter{m_workspace, request, *folder}.write();
    });
    if (!written) {
        if (written.error().code == ErrorCode::forbidden)
            noteRefusal(m_workspace, session, Action::exportEvents, "events");
        return written;
    }
    // Nothing leaves before the audit knows of it.
    auto noted = audited(m_workspace, session, Action::exportEvents, "events", [&](AuditNote& note) -> Result<Done> {
        note.detail = periodWords(request.from, request.to) + ' ' + std::to_string(written->events) +
                      (request.pseudonymous ? " pseudonymous" : " named");
        return Done{};
    });
    if (!noted)
        return std::move(noted).error();
    if (auto finished = folder->finish(); !finished)
        return std::move(finished).error();
    return written;
}

}  // namespace holdfast::app
