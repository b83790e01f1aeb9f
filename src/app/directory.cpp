#include "app/directory.h"

#include "app/csv_import.h"
#include "app/service_id.h"
#include "app/use_case.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/postcode.h"
#include "exchange/directory_csv.h"
#include "store/command_log.h"
#include "store/service_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

Error invalid(const char* field, std::string detail)
{
    return {ErrorCode::invalid, field, std::move(detail)};
}

Result<Service> checkedService(Service service)
{
    service.name = tidied(service.name);
    if (service.name.empty() || service.name.size() > 200 || !isValidUtf8(service.name))
        return invalid("name", "expected a name of at most 200 bytes");
    if (service.needs.empty())
        return invalid("needs", "expected at least one need");
    if (service.minAge && (*service.minAge < 0 || *service.minAge > 120))
        return invalid("minAge", "expected 0 to 120");
    if (service.maxAge && (*service.maxAge < 1 || *service.maxAge > 120))
        return invalid("maxAge", "expected 1 to 120");
    if (service.minAge && service.maxAge && *service.minAge >= *service.maxAge)
        return invalid("maxAge", "expected more than the youngest age");
    if (service.waitDays && (*service.waitDays < 0 || *service.waitDays > 3650))
        return invalid("waitDays", "expected 0 to 3650 days");
    if (service.postcode) {
        const auto postcode = Postcode::parse(*service.postcode);
        if (!postcode)
            return invalid("postcode", postcode.error().detail);
        service.postcode = postcode->text();
    }
    for (const std::string* text : {&service.phone, &service.email, &service.address, &service.website, &service.notes})
        if (!isValidUtf8(*text) || text->size() > 10'000)
            return invalid("notes", "expected at most 10000 bytes of text");
    return service;
}

CsvImport<Service> compared(const store::ServiceRepository& services, const std::string& csv)
{
    exchange::DirectoryCsv read = exchange::readDirectoryCsv(csv);
    return comparedWithKept(
        std::move(read.services), std::move(read.problems), read.rows,
        [&](const Service& service) { return services.find(service.id); },
        [](Service& service, const Service& known) {
            service.active = known.active;
            service.version = known.version;
        });
}

}  // namespace

Result<std::vector<Service>> DirectoryOfServices::list(const Session& session, bool withInactive)
{
    const auto action = Action::viewDirectory;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<std::vector<Service>> {
        auto services = store::ServiceRepository{m_workspace.connection()}.all();
        if (!withInactive)
            std::erase_if(services, [](const Service& service) { return !service.active; });
        note.detail = std::to_string(services.size()) + " rows";
        return services;
    });
}

Result<Service> DirectoryOfServices::save(const Session& session, const Service& given, const CommandId& command)
{
    const auto action = Action::editDirectory;
    auto result = audited(m_workspace, session, action, given.id.str(), [&](AuditNote& note) -> Result<Service> {
        store::ServiceRepository services{m_workspace.connection()};
        store::CommandLog commands{m_workspace.connection()};
        if (const auto known = commands.find(command)) {
            const auto service = services.find(ServiceId{known->subject});
            if (known->action != nameOf(action) || !service)
                return commandUsed();
            note = {known->subject, "repeated"};
            return *service;
        }
        auto checked = checkedService(given);
        if (!checked)
            return std::move(checked).error();
        const bool isNew = checked->version == 0;
        const auto before = isNew ? std::nullopt : services.find(checked->id);
        if (checked->place != (before ? before->place : std::nullopt))
            if (auto allowed = permitted(m_workspace, session, Action::editPlaces); !allowed)
                return std::move(allowed).error();
        if (isNew && checked->id.empty())
            checked.value().id = serviceIdFor(checked->name, services);
        auto saved = isNew ? services.insert(*std::move(checked)) : services.save(*std::move(checked));
        if (!saved)
            return std::move(saved).error();
        note = {saved->id.str(), isNew ? "added" : "saved"};
        commands.remember(
            {command, std::string{nameOf(action)}, saved->id.str(), session.worker.id, m_workspace.clock().now()});
        log::info("service.saved", saved->id);
        return *std::move(saved);
    });
    m_workspace.forgetDirectory();
    return result;
}

Result<ImportReport> DirectoryOfServices::previewImport(const Session& session, const std::string& csv)
{
    return unsaved(m_workspace, session, Action::importDirectory, {}, [&]() -> Result<ImportReport> {
        return compared(store::ServiceRepository{m_workspace.connection()}, csv).report;
    });
}

Result<ImportReport> DirectoryOfServices::import(const Session& session, const std::string& csv,
                                                 const CommandId& command)
{
    const auto action = Action::importDirectory;
    auto result = audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<ImportReport> {
        store::ServiceRepository services{m_workspace.connection()};
        const auto import = compared(services, csv);
        note.detail = std::to_string(import.report.rows) + " rows";
        return carryOut(import, services, m_workspace,
                        {command, std::string{nameOf(action)}, {}, session.worker.id, m_workspace.clock().now()}, note,
                        "directory.imported");
    });
    m_workspace.forgetDirectory();
    return result;
}

Result<std::string> DirectoryOfServices::exportCsv(const Session& session)
{
    const auto action = Action::viewDirectory;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<std::string> {
        const auto services = store::ServiceRepository{m_workspace.connection()}.all();
        note.detail = "export, " + std::to_string(services.size()) + " rows";
        return exchange::writeDirectoryCsv(services);
    });
}

}  // namespace holdfast::app
