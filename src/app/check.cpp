#include "app/check.h"

#include "app/case_cache.h"
#include "app/find_index.h"
#include "app/record_person.h"
#include "app/recorder.h"
#include "app/sha256.h"
#include "app/use_case.h"
#include "store/consistency.h"
#include "store/document_repository.h"
#include "store/found_index.h"
#include "store/person_repository.h"
#include "store/record_parts.h"
#include "store/report_pages.h"

namespace holdfast::app {
namespace {

constexpr int pageOfPeople = 500;
constexpr std::size_t mostFindings = 1000;

class Checker {
public:
    Checker(Workspace& workspace, bool rebuild) : m_workspace{workspace}, m_rebuild{rebuild} {}

    Result<CheckReport> run()
    {
        db::Connection& connection = m_workspace.connection();
        if (m_rebuild) {
            store::CaseCache{connection}.clear();
            buildFound(connection);
            store::PersonRepository{connection}.addEverybodysSpellings();
        }
        const store::PersonRepository people{connection};
        for (PersonId after;;) {
            const auto ids = people.ids(after, pageOfPeople);
            if (ids.empty())
                break;
            for (const PersonId& id : ids)
                checkPerson(id);
            after = ids.back();
        }
        if (m_rebuild)
            store::ReportPages{connection}.build();
        for (std::string& fault : store::ReportPages{connection}.faults(mostFindings))
            find("report", std::move(fault));
        checkDocuments();
        for (std::string& fault : store::FoundIndex{connection}.faults(wordsOfLetter, mostFindings))
            find("found", std::move(fault));
        if (const int words = people.wordsWithoutSpellings(); words > 0)
            find("found", "names without their spellings: " + std::to_string(words));
        for (const store::Inconsistency& fault : store::findInconsistencies(connection))
            find(fault.what, fault.detail);
        return std::move(m_report);
    }

private:
    void find(std::string what, std::string detail)
    {
        if (m_report.findings.size() < mostFindings)
            m_report.findings.push_back({std::move(what), std::move(detail)});
    }

    void checkPerson(const PersonId& id)
    {
        if (store::recordOf(m_workspace.connection(), id) != id)
            return;  // a part of another record, which is looked at as a whole
        ++m_report.people;
        const auto person = personOfRecord(m_workspace.connection(), id);
        auto history = History::load(m_workspace.connection(), id);
        if (!person || !history)
            return find("event", "cannot be read: " + (history ? id.str() : history.error().where));
        m_report.events += static_cast<int>(history->version());
        store::CaseCache cache{m_workspace.connection()};
        const auto kept = m_rebuild ? std::nullopt : cache.find(id);
        const Instant asOfInstant = kept ? kept->computedAt : asOf(*history, m_workspace.clock().now());
        const auto made = cacheRows(contextOf(m_workspace), *person, *history, asOfInstant);
        if (!made)
            return find("cache", "does not fold: " + id.str() + made.error().where);
        checkInvariants(*made);
        if (m_rebuild) {
            cache.insert(*made);
            ++m_report.rebuilt;
        } else if (!kept) {
            find("cache", "missing: " + id.str());
        } else if (*kept != *made) {
            find("cache", "differs from the events: " + id.str());
        }
    }

    /// Every paper is still the one that was kept: its length and its hash.
    void checkDocuments()
    {
        const store::DocumentRepository documents{m_workspace.connection()};
        for (DocumentId after;;) {
            const auto ids = documents.ids(after, pageOfPeople);
            if (ids.empty())
                return;
            for (const DocumentId& id : ids) {
                const auto kept = documents.find(id);
                const auto bytes = documents.content(id);
                ++m_report.documents;
                if (!kept || !bytes || bytes->size() != static_cast<std::size_t>(kept->size) ||
                    sha256Of(*bytes) != kept->sha256)
                    find("document", "differs from its hash: " + id.str());
            }
            after = ids.back();
        }
    }

    void checkInvariants(const store::CaseCacheRows& rows)
    {
        for (const Need need : allNeeds) {
            const store::NeedCache& now = rows.needs[need];
            if (!isOpen(now.status))
                continue;
            const std::string where = rows.person.str() + ' ' + std::string{nameOf(need)};
            if (now.holderService.empty() || now.holderWorker.empty())
                find("held", where);
            if (!now.nextDue)
                find("next", where);
        }
    }

    Workspace& m_workspace;
    bool m_rebuild;
    CheckReport m_report;
};

}  // namespace

Result<CheckReport> checkStore(Workspace& workspace, const Session& session, bool rebuild)
{
    return audited(workspace, session, Action::checkStore, {}, [&](AuditNote& note) -> Result<CheckReport> {
        auto report = Checker{workspace, rebuild}.run();
        if (report)
            note.detail = (rebuild ? "rebuild, " : "") + std::to_string(report->findings.size()) + " findings";
        return report;
    });
}

}  // namespace holdfast::app
