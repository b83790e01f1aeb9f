// A team's list of words that hurt. It begins as it comes with the program; coordinators and supervisors of the team
// change it, and nothing of it is ever lost.
#pragma once

#include "app/session.h"
#include "app/workspace.h"
#include "domain/guidance.h"
#include "domain/kind_words.h"

#include <map>
#include <string>
#include <vector>

namespace holdfast::app {

struct KindWordList {
    std::vector<ListedKindWord> words;
    std::map<WorkerId, std::string> workers;  ///< who changed something
};

class KindWords {
public:
    explicit KindWords(Workspace& workspace) : m_workspace{workspace} {}

    /// Of the worker's own service.
    Result<KindWordList> list(const Session& session);
    /// Those that are underlined; no entry in the audit, for they say nothing of anybody.
    Result<std::vector<KindWord>> inUse(const Session& session);
    /// An empty id adds one. `version` is that of the list; ErrorCode::conflict when it moved on.
    Result<ListedKindWord> save(const Session& session, const KindWord& word, std::int64_t version);
    Result<ListedKindWord> setOn(const Session& session, const KindWordId& word, bool on, std::int64_t version);
    /// One of those that came with the program, as it came.
    Result<ListedKindWord> asItCame(const Session& session, const KindWordId& word, std::int64_t version);

    static std::vector<GuidanceCard> guidance();  ///< those that came with the program

private:
    Workspace& m_workspace;
};

}  // namespace holdfast::app
