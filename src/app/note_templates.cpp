#include "app/note_templates.h"

#include "app/note_case.h"
#include "app/use_case.h"
#include "base/text.h"
#include "store/note_repository.h"

namespace holdfast::app {
namespace {

constexpr std::size_t mostTemplates = 300;

}  // namespace

Result<std::vector<NoteTemplate>> NoteTemplates::list(const Session& session)
{
    return unsaved(m_workspace, session, Action::viewNoteTemplates, {}, [&]() -> Result<std::vector<NoteTemplate>> {
        return store::NoteTemplateRepository{m_workspace.connection()}.of(workerNow(m_workspace, session).service);
    });
}

Result<NoteTemplate> NoteTemplates::save(const Session& session, const NoteTemplate& made)
{
    const auto action = Action::editNoteTemplates;
    return audited(m_workspace, session, action, made.id.str(), [&](AuditNote& audit) -> Result<NoteTemplate> {
        store::NoteTemplateRepository templates{m_workspace.connection()};
        NoteTemplate own = made;
        own.service = workerNow(m_workspace, session).service;
        own.title = tidied(own.title);
        if (auto fine = checkTemplate(own); !fine)
            return std::move(fine).error();
        if (own.id.empty()) {
            if (templates.of(own.service).size() >= mostTemplates)
                return Error{ErrorCode::invalid, "title", "at most 300 texts for a team"};
            own.id = m_workspace.ids().make<NoteTemplateId>();
            own.version = 0;
        } else if (const auto there = templates.find(own.id); !there || there->service != own.service) {
            return Error{ErrorCode::notFound, "template", {}};
        }
        audit.subject = own.id.str();
        audit.detail = own.version == 0 ? "added" : "changed";
        return templates.save(std::move(own));
    });
}

Result<Done> NoteTemplates::remove(const Session& session, const NoteTemplateId& id, std::int64_t version)
{
    const auto action = Action::editNoteTemplates;
    return audited(m_workspace, session, action, id.str(), [&](AuditNote& audit) -> Result<Done> {
        audit.detail = "removed";
        store::NoteTemplateRepository templates{m_workspace.connection()};
        const auto there = templates.find(id);
        if (!there || there->service != workerNow(m_workspace, session).service)
            return Error{ErrorCode::notFound, "template", {}};
        return templates.remove(id, version);
    });
}

}  // namespace holdfast::app
