#include "app/find_index.h"

#include "app/unit_of_work.h"
#include "base/log.h"
#include "exchange/letter_json.h"
#include "store/found_index.h"
#include "store/person_repository.h"

namespace holdfast::app {

std::string wordsOfLetter(const std::string& source)
{
    const auto draft = exchange::readLetterDraft(source);
    return draft ? letters::plainText(draft->document) : std::string{};
}

void buildFound(db::Connection& connection)
{
    store::FoundIndex{connection}.rebuild(wordsOfLetter);
}

Result<Done> buildFoundIfNeeded(db::Connection& connection)
{
    const auto built = inTransaction(connection, db::Access::read,
                                     [&]() -> Result<bool> { return store::FoundIndex{connection}.isBuilt(); });
    if (!built)
        return built.error();
    if (*built)
        return Done{};
    return inTransaction(connection, db::Access::write, [&]() -> Result<Done> {
        if (store::FoundIndex{connection}.isBuilt())  // somebody else was quicker
            return Done{};
        buildFound(connection);
        store::PersonRepository{connection}.addEverybodysSpellings();
        log::info("found.built");
        return Done{};
    });
}

}  // namespace holdfast::app
