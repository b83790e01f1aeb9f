#include "app/report_names.h"

#include "domain/service.h"
#include "store/worker_repository.h"

namespace holdfast::app {

std::string nameOfService(Workspace& workspace, const std::string& id)
{
    const Service* service = ServiceId::fits(id) ? workspace.directory().find(ServiceId{id}) : nullptr;
    return service == nullptr ? id : service->name;
}

Recorders::Recorders(Workspace& workspace)
{
    for (const Worker& worker : store::WorkerRepository{workspace.connection()}.all())
        m_known[worker.id] = {worker.team, worker.service.str()};
}

const report::Recorder& Recorders::of(const WorkerId& worker) const
{
    if (worker.empty())
        return m_nobody;
    const auto known = m_known.find(worker);
    return known == m_known.end() ? m_nobody : known->second;
}

}  // namespace holdfast::app
