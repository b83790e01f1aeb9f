#include "app/local_drafts.h"

#include "base/log.h"
#include "base/platform.h"
#include "db/sealed.h"
#include "exchange/json_input.h"
#include "exchange/json_output.h"

#include <algorithm>
#include <filesystem>
#include <mutex>

namespace holdfast::app {
namespace {

constexpr std::size_t largestFile = 4'000'000;
constexpr std::size_t longestBody = 2'000'000;
constexpr std::string_view ending = ".drafts";

std::string written(const std::vector<LocalDraft>& drafts)
{
    exchange::JsonOut out;
    out.beginArray();
    for (const LocalDraft& draft : drafts) {
        out.beginObject()
            .member("kind", draft.text.kind)
            .member("person", draft.text.person.str())
            .member("worker", draft.worker.str())
            .member("sitting", draft.sitting);
        out.key("version").number(draft.text.version);
        out.key("saved_at").number(toMillis(draft.savedAt));
        out.member("body", draft.text.body).endObject();
    }
    out.endArray();
    return std::move(out).str();
}

LocalDraft readDraft(const exchange::JsonIn& in)
{
    LocalDraft draft;
    draft.text.kind = in.at("kind").someText();
    if (const std::string& person = in.at("person").text(); !person.empty())
        draft.text.person = in.at("person").id<PersonId>();
    draft.worker = in.at("worker").id<WorkerId>();
    draft.sitting = in.at("sitting").text();
    draft.text.version = in.at("version").value().integer;
    draft.savedAt = instantFromMillis(in.at("saved_at").value().integer);
    draft.text.body = in.at("body").text(longestBody);
    return draft;
}

bool isSame(const LocalDraft& draft, const std::string& kind, const PersonId& person)
{
    return draft.text.kind == kind && draft.text.person == person;
}

}  // namespace

struct LocalDrafts::Parts {
    std::string folder;
    std::string prefix;  ///< of the names of this store's files
    std::string sitting;
    db::Secret key;
    std::vector<LocalDraft> kept;  ///< of this sitting
    std::unique_ptr<platform::FileLock> alive{};
    mutable std::mutex mutex{};

    std::string pathOf(const std::string& ofSitting) const
    {
        return (std::filesystem::path{folder} / (prefix + ofSitting + std::string{ending})).string();
    }

    Result<std::vector<LocalDraft>> read(const std::string& ofSitting) const
    {
        const auto sealed = platform::readFile(pathOf(ofSitting), largestFile);
        if (!sealed)
            return sealed.error();
        const auto plain = db::unseal(key, *sealed, ofSitting);
        if (!plain)
            return Error{ErrorCode::damaged, "kept drafts", "a file of kept drafts does not open"};
        return exchange::readJson(*plain, [](const exchange::JsonIn& in) { return listOf(in, readDraft); });
    }

    Result<Done> write(const std::string& ofSitting, const std::vector<LocalDraft>& drafts) const
    {
        const std::string path = pathOf(ofSitting);
        if (drafts.empty()) {
            std::error_code gone;
            std::filesystem::remove(path, gone);
            std::filesystem::remove(path + ".lock", gone);
            return platform::syncFolder(folder);
        }
        return platform::writeFileAtomically(path, db::seal(key, written(drafts), ofSitting));
    }

    /// Sittings of this store that left a file here, the oldest id first.
    std::vector<std::string> others() const
    {
        std::vector<std::string> found;
        std::error_code problem;
        for (const auto& entry : std::filesystem::directory_iterator{folder, problem}) {
            const std::string name = entry.path().filename().string();
            if (!name.starts_with(prefix) || !name.ends_with(ending))
                continue;
            const std::string theirs = name.substr(prefix.size(), name.size() - prefix.size() - ending.size());
            if (theirs != sitting)
                found.push_back(theirs);
        }
        std::ranges::sort(found);
        return found;
    }
};

LocalDrafts::LocalDrafts(std::string folder, std::string store, std::string sitting, db::Secret key)
    : m_parts{new Parts{std::move(folder), "kept-" + store + "-", std::move(sitting), std::move(key), {}}}
{}

LocalDrafts::~LocalDrafts() = default;

Result<Done> LocalDrafts::keep(const DraftText& text, const WorkerId& worker, Instant now)
{
    const std::scoped_lock alone{m_parts->mutex};
    if (!m_parts->alive) {
        auto lock = platform::lockFile(m_parts->pathOf(m_parts->sitting) + ".lock");
        if (!lock)
            return std::move(lock).error();
        m_parts->alive = *std::move(lock);
    }
    std::erase_if(m_parts->kept, [&](const LocalDraft& each) { return isSame(each, text.kind, text.person); });
    m_parts->kept.push_back({text, worker, now, m_parts->sitting});
    return m_parts->write(m_parts->sitting, m_parts->kept);
}

Result<Done> LocalDrafts::forget(const std::string& kind, const PersonId& person)
{
    const std::scoped_lock alone{m_parts->mutex};
    const auto gone = std::erase_if(m_parts->kept, [&](const LocalDraft& each) { return isSame(each, kind, person); });
    if (gone == 0)
        return Done{};
    if (m_parts->kept.empty())
        m_parts->alive.reset();
    return m_parts->write(m_parts->sitting, m_parts->kept);
}

std::vector<LocalDraft> LocalDrafts::leftBehind() const
{
    const std::scoped_lock alone{m_parts->mutex};
    std::vector<LocalDraft> left;
    for (const std::string& sitting : m_parts->others()) {
        if (const auto lock = platform::lockFile(m_parts->pathOf(sitting) + ".lock"); !lock)
            continue;  // another program of this account is still writing there
        const auto drafts = m_parts->read(sitting);
        if (drafts)
            left.insert(left.end(), drafts->begin(), drafts->end());
        else
            log::warn("drafts.kept_here_unreadable", drafts.error().code);
    }
    return left;
}

Result<Done> LocalDrafts::broughtHome(const LocalDraft& draft)
{
    const std::scoped_lock alone{m_parts->mutex};
    auto drafts = m_parts->read(draft.sitting);
    if (!drafts)
        return std::move(drafts).error();
    std::erase_if(drafts.value(), [&](const LocalDraft& each) { return each == draft; });
    return m_parts->write(draft.sitting, *drafts);
}

}  // namespace holdfast::app
