#include "app/travel.h"

#include "app/csv_import.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "base/log.h"
#include "domain/postcode.h"
#include "exchange/outward_csv.h"
#include "store/distance_repository.h"
#include "store/outward_repository.h"
#include "store/service_repository.h"

namespace holdfast::app {
namespace {

constexpr int mostMissing = 500;

CsvImport<OutwardPlace> compared(const store::OutwardRepository& places, const std::string& csv)
{
    exchange::OutwardCsv read = exchange::readOutwardCsv(csv);
    return comparedWithKept(
        std::move(read.places), std::move(read.problems), read.rows,
        [&](const OutwardPlace& place) { return places.find(place.outward); },
        [](OutwardPlace& place, const OutwardPlace& known) { place.version = known.version; });
}

}  // namespace

Result<OutwardList> Travel::outwardCodes(const Session& session)
{
    return audited(m_workspace, session, Action::viewDirectory, {}, [&](AuditNote& note) -> Result<OutwardList> {
        const store::OutwardRepository places{m_workspace.connection()};
        OutwardList list{places.all(), places.missing(mostMissing)};
        note.detail = std::to_string(list.places.size()) + " outward codes";
        return list;
    });
}

Result<OutwardPlace> Travel::save(const Session& session, const OutwardPlace& given)
{
    auto result =
        audited(m_workspace, session, Action::editPlaces, parseOutward(given.outward).value_or(""),
                [&](AuditNote& note) -> Result<OutwardPlace> {
                    const auto outward = parseOutward(given.outward);
                    if (!outward)
                        return Error{ErrorCode::invalid, "outward", "expected the first half of a postcode, as AL1"};
                    OutwardPlace place = given;
                    place.outward = *outward;
                    const bool isNew = place.version == 0;
                    store::OutwardRepository places{m_workspace.connection()};
                    auto saved = isNew ? places.insert(std::move(place)) : places.save(std::move(place));
                    if (!saved)
                        return std::move(saved).error();
                    note = {saved->outward, isNew ? "added" : "saved"};
                    log::info("outward.saved", saved->version);
                    return *std::move(saved);
                });
    m_workspace.forgetDirectory();
    return result;
}

Result<Done> Travel::remove(const Session& session, const OutwardPlace& place)
{
    auto result = audited(m_workspace, session, Action::editPlaces, place.outward, [&](AuditNote& note) {
        note.detail = "removed";
        return store::OutwardRepository{m_workspace.connection()}.remove(place);
    });
    m_workspace.forgetDirectory();
    return result;
}

Result<ImportReport> Travel::previewImport(const Session& session, const std::string& csv)
{
    return unsaved(m_workspace, session, Action::editPlaces, {}, [&]() -> Result<ImportReport> {
        return compared(store::OutwardRepository{m_workspace.connection()}, csv).report;
    });
}

Result<ImportReport> Travel::import(const Session& session, const std::string& csv, const CommandId& command)
{
    const auto action = Action::editPlaces;
    auto result = audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<ImportReport> {
        store::OutwardRepository places{m_workspace.connection()};
        const auto import = compared(places, csv);
        note.detail = "import, " + std::to_string(import.report.rows) + " rows";
        return carryOut(import, places, m_workspace,
                        {command, std::string{nameOf(action)}, {}, session.worker.id, m_workspace.clock().now()}, note,
                        "outward.imported");
    });
    m_workspace.forgetDirectory();
    return result;
}

Result<std::string> Travel::exportCsv(const Session& session)
{
    return audited(m_workspace, session, Action::viewDirectory, {}, [&](AuditNote& note) -> Result<std::string> {
        const auto places = store::OutwardRepository{m_workspace.connection()}.all();
        note.detail = "export, " + std::to_string(places.size()) + " outward codes";
        return exchange::writeOutwardCsv(places);
    });
}

Result<Done> Travel::typeDistance(const Session& session, const PersonId& person, const ServiceId& service,
                                  const std::optional<int>& tenths)
{
    return audited(m_workspace, session, Action::editPerson, person.str(), [&](AuditNote& note) -> Result<Done> {
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        if (!store::ServiceRepository{m_workspace.connection()}.find(service))
            return Error{ErrorCode::notFound, "service", "no service has that id"};
        if (tenths && (*tenths < 0 || *tenths > longestDistance))
            return Error{ErrorCode::invalid, "miles", "expected 0 to 700 miles"};
        note.detail = (tenths ? "distance typed, " : "typed distance removed, ") + service.str();
        store::DistanceRepository distances{m_workspace.connection()};
        if (tenths)
            distances.set(person, {service, *tenths}, session.worker.id, m_workspace.clock().now());
        else
            distances.remove(person, service);
        return Done{};
    });
}

}  // namespace holdfast::app
