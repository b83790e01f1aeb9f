#include "app/drafts_left.h"

#include "db/sealed.h"
#include "store/draft_repository.h"
#include "store/meta_repository.h"
#include "support/must.h"

namespace holdfast::test {

void leaveCutOff(AppWorld& world, const PersonId& person, const std::string& words, const std::string& kind,
                 const std::string& sitting)
{
    store::DraftRepository drafts{world.workspace->connection()};
    const auto now = drafts.find(kind, person);
    must(drafts.save({kind, person, R"({"what_matters":")" + words + R"("})", now ? now->version : 0, world.clock.now(),
                      world.priya.worker.id, sitting}));
}

std::unique_ptr<app::LocalDrafts> deadSitting(AppWorld& world, const TempFolder& folder)
{
    const std::string known = store::MetaRepository{world.workspace->connection()}.get("local_drafts").value();
    std::string key;
    for (std::size_t i = 16; i + 1 < known.size(); i += 2)
        key += static_cast<char>(std::stoi(known.substr(i, 2), nullptr, 16));
    return std::make_unique<app::LocalDrafts>(folder.path().string(), known.substr(0, 16), "dead",
                                              db::Secret::copyOf(key));
}

}  // namespace holdfast::test
