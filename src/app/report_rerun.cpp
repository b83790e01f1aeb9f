#include "app/report_rerun.h"

#include "app/full_report.h"
#include "app/recorder.h"
#include "app/report_period.h"
#include "app/use_case.h"
#include "base/random.h"
#include "report/bounce_document.h"
#include "store/as_at.h"
#include "store/meta_repository.h"
#include "store/person_repository.h"
#include "store/record_parts.h"

namespace holdfast::app {
namespace {

constexpr int pageOfPeople = 500;

class StoppedClock final : public Clock {
public:
    explicit StoppedClock(Instant at) : m_at{at} {}
    Instant now() const override { return m_at; }

private:
    Instant m_at;
};

Result<Done> foldEverybody(Workspace& workspace)
{
    return inTransaction(workspace.connection(), db::Access::write, [&]() -> Result<Done> {
        Recorder recorder{workspace};
        for (PersonId after;;) {
            const auto ids = store::PersonRepository{workspace.connection()}.ids(after, pageOfPeople);
            if (ids.empty())
                return Done{};
            for (const PersonId& id : ids)
                if (store::recordOf(workspace.connection(), id) == id)
                    if (auto folded = recorder.refresh(id); !folded)
                        return std::move(folded).error();
            after = ids.back();
        }
    });
}

}  // namespace

Result<ReportAsAt> reportAsAt(Workspace& workspace, const Session& session, const ReportRequest& request,
                              const ReportOrigin& origin)
{
    const report::MeasureQuery& query = request.query;
    const auto asked =
        audited(workspace, session, Action::exportReports, "bounces", [&](AuditNote& note) -> Result<Done> {
            note.detail = "rerun " + periodWords(query.from, query.to) + ", " + std::to_string(origin.events) +
                          " events" + (request.rule.hides() ? "" : " exact");
            if (store::MetaRepository{workspace.connection()}.get(store::metaStoreId) != origin.store)
                return Error{ErrorCode::notFound, "store", "the report was made from another store; choose that one"};
            return checkPeriod(query.from, query.to);
        });
    if (!asked)
        return asked.error();
    auto then = inTransaction(workspace.connection(), db::Access::read, [&]() -> Result<store::StoreAsAt> {
        return store::openAsAt(workspace.connection(), origin.events, origin.at);
    });
    if (!then)
        return std::move(then).error();
    const StoppedClock clock{origin.at};
    SystemRandom random;
    StoreFacts facts = workspace.facts();
    facts.encrypted = false;
    facts.server = false;
    const auto old = Workspace::make(std::move(then.value().connection), std::move(facts), clock, random);
    if (!old)
        return old.error();
    if (auto folded = foldEverybody(**old); !folded)
        return std::move(folded).error();
    return inTransaction((*old)->connection(), db::Access::write, [&]() -> Result<ReportAsAt> {
        return ReportAsAt{report::bounceDocument(fullReport(**old, query, request.comparePrevious), request.rule),
                          then->missing, then->disposed, then->alike};
    });
}

}  // namespace holdfast::app
