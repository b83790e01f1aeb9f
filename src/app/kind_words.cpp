#include "app/kind_words.h"

#include "app/use_case.h"
#include "base/text.h"
#include "exchange/guidance_json.h"
#include "exchange/kind_words_json.h"
#include "store/word_list_repository.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr Action editing = Action::editWordList;

/// A test reads what is built in: it is sound.
std::vector<KindWord> shipped()
{
    auto read = exchange::shippedKindWords();
    return read ? *std::move(read) : std::vector<KindWord>{};
}

ServiceId serviceOf(Workspace& workspace, const Session& session)
{
    const auto worker = store::WorkerRepository{workspace.connection()}.find(session.worker.id);
    return worker ? worker->service : session.worker.service;
}

std::vector<ListedKindWord> listNow(Workspace& workspace, const ServiceId& service)
{
    return kindWordList(shipped(), store::WordListRepository{workspace.connection()}.of(service));
}

Result<ListedKindWord> listed(Workspace& workspace, const ServiceId& service, const KindWordId& word)
{
    for (ListedKindWord& each : listNow(workspace, service))
        if (each.word.id == word)
            return std::move(each);
    return Error{ErrorCode::notFound, "word", {}};
}

/// Adds the row and answers as the list stands then.
Result<ListedKindWord> put(Workspace& workspace, const Session& session, const ServiceId& service, KindWord word,
                           bool on, std::int64_t version)
{
    const KindWordId id = word.id;
    auto added = store::WordListRepository{workspace.connection()}.add(
        service, {std::move(word), on, version, session.worker.id, workspace.clock().now()});
    if (!added)
        return std::move(added).error();
    return listed(workspace, service, id);
}

}  // namespace

std::vector<GuidanceCard> KindWords::guidance()
{
    auto read = exchange::shippedGuidance();
    return read ? *std::move(read) : std::vector<GuidanceCard>{};
}

Result<KindWordList> KindWords::list(const Session& session)
{
    return unsaved(m_workspace, session, Action::viewWordList, {}, [&]() -> Result<KindWordList> {
        KindWordList list{listNow(m_workspace, serviceOf(m_workspace, session)), {}};
        const store::WorkerRepository workers{m_workspace.connection()};
        for (const ListedKindWord& each : list.words)
            if (each.by && !list.workers.contains(*each.by))
                if (const auto worker = workers.find(*each.by))
                    list.workers.emplace(*each.by, worker->name);
        return list;
    });
}

Result<std::vector<KindWord>> KindWords::inUse(const Session& session)
{
    return unsaved(m_workspace, session, Action::viewWordList, {}, [&]() -> Result<std::vector<KindWord>> {
        return kindWordsInUse(listNow(m_workspace, serviceOf(m_workspace, session)));
    });
}

Result<ListedKindWord> KindWords::save(const Session& session, const KindWord& given, std::int64_t version)
{
    return audited(m_workspace, session, editing, given.id.str(), [&](AuditNote& note) -> Result<ListedKindWord> {
        KindWord word = given;
        word.why = tidied(word.why);
        if (auto fine = checkKindWord(word); !fine)
            return std::move(fine).error();
        const ServiceId service = serviceOf(m_workspace, session);
        const auto now = listNow(m_workspace, service);
        if (word.id.empty()) {
            if (std::ranges::count(now, true, &ListedKindWord::own) >= static_cast<std::ptrdiff_t>(mostOwnKindWords))
                return Error{ErrorCode::invalid, "lines", "full"};
            word.id = m_workspace.ids().make<KindWordId>();
            note = {word.id.str(), "added"};
            return put(m_workspace, session, service, std::move(word), true, 0);
        }
        const auto before = std::ranges::find(now, word.id, [](const ListedKindWord& each) { return each.word.id; });
        if (before == now.end())
            return Error{ErrorCode::notFound, "word", {}};
        note.detail = "changed";
        return put(m_workspace, session, service, std::move(word), before->on, version);
    });
}

Result<ListedKindWord> KindWords::setOn(const Session& session, const KindWordId& word, bool on, std::int64_t version)
{
    return audited(m_workspace, session, editing, word.str(), [&](AuditNote& note) -> Result<ListedKindWord> {
        note.detail = on ? "put back" : "switched off";
        const ServiceId service = serviceOf(m_workspace, session);
        auto before = listed(m_workspace, service, word);
        if (!before || before->on == on)
            return before;
        return put(m_workspace, session, service, before->word, on, version);
    });
}

Result<ListedKindWord> KindWords::asItCame(const Session& session, const KindWordId& word, std::int64_t version)
{
    return audited(m_workspace, session, editing, word.str(), [&](AuditNote& note) -> Result<ListedKindWord> {
        note.detail = "as it came";
        const auto all = shipped();
        const auto came = std::ranges::find(all, word, &KindWord::id);
        if (came == all.end())
            return Error{ErrorCode::notFound, "word", {}};
        return put(m_workspace, session, serviceOf(m_workspace, session), *came, true, version);
    });
}

}  // namespace holdfast::app
