// Which guidance a letter quotes, and why it fits the person it is about.
#include "app/letter_case.h"
#include "app/letters.h"
#include "app/use_case.h"
#include "exchange/letter_json.h"
#include "store/document_repository.h"
#include "store/draft_repository.h"
#include "store/record_parts.h"

#include <algorithm>

namespace holdfast::app {
namespace {

/// What the text says counts: a worker may have taken a quotation out, and nobody may have signed one off then.
Result<std::vector<engine::VerdictCitation>> quotedIn(Workspace& workspace, const Session& session,
                                                      const PersonId& person, const std::string& source)
{
    const auto letter = exchange::readLetterDraft(source);
    if (!letter)
        return Error{ErrorCode::damaged, "draft" + letter.error().where, letter.error().detail};
    const auto of = LetterCase::load(workspace, session, person);
    if (!of)
        return of.error();
    auto verdict = of->facts(letter->request).verdict;
    if (!verdict)
        return std::vector<engine::VerdictCitation>{};
    const std::string text = letters::plainText(letter->document);
    std::erase_if(verdict->citations, [&](const engine::VerdictCitation& citation) {
        return text.find(citation.key + ':') == std::string::npos;
    });
    return std::move(verdict->citations);
}

}  // namespace

Result<std::vector<engine::VerdictCitation>> Letters::quoted(const Session& session, const PersonId& person,
                                                             const std::string& draft)
{
    using Quoted = Result<std::vector<engine::VerdictCitation>>;
    return audited(m_workspace, session, Action::viewLetters, person.str(), [&](AuditNote& note) -> Quoted {
        note.detail = "quoted";
        const auto row = store::DraftRepository{m_workspace.connection()}.find("letter:" + draft, person);
        if (!row)
            return Error{ErrorCode::notFound, "draft", {}};
        return quotedIn(m_workspace, session, person, row->body);
    });
}

Result<std::vector<engine::VerdictCitation>> Letters::quoted(const Session& session, const PersonId& person,
                                                             const DocumentId& document)
{
    using Quoted = Result<std::vector<engine::VerdictCitation>>;
    return audited(m_workspace, session, Action::viewLetters, person.str(), [&](AuditNote& note) -> Quoted {
        note.detail = "quoted";
        const auto kept = store::DocumentRepository{m_workspace.connection()}.find(document);
        if (!kept || !store::isSameRecord(m_workspace.connection(), kept->person, person))
            return Error{ErrorCode::notFound, "document", {}};
        if (kept->role != DocumentRole::letter)
            return std::vector<engine::VerdictCitation>{};
        return quotedIn(m_workspace, session, person, kept->source);
    });
}

}  // namespace holdfast::app
