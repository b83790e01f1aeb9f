#include "app/record_person.h"

#include "domain/calendar.h"
#include "store/disposal_repository.h"
#include "store/merge_repository.h"
#include "store/person_repository.h"
#include "store/record_parts.h"

#include <algorithm>

namespace holdfast::app {
namespace {

/// Of this id with those merged into it, which may have others merged into them.
std::optional<Person> filled(const store::PersonRepository& people, const std::vector<MergeRecord>& merges,
                             const PersonId& id)
{
    auto person = people.find(id);
    for (const MergeRecord& each : merges) {
        if (!person || each.undone || each.merge.kept != id)
            continue;
        const auto other = filled(people, merges, each.merge.merged);
        if (!other)
            continue;
        if (person->version == each.merge.keptVersion) {
            *person = filledFrom(*std::move(person), *other);
        } else if (person->nhsNumber.empty() && !other->nhsNumber.empty()) {
            person->nhsNumber = other->nhsNumber;  // it cannot be saved under two ids
            person->nhsNumberMissing = NhsNumberMissing::none;
        }
    }
    return person;
}

}  // namespace

Error noSuchPerson(db::Connection& connection, const PersonId& id)
{
    if (const auto gone = store::DisposalRepository{connection}.disposedAt(id))
        return {ErrorCode::notFound, "disposed", formatDate(londonDate(*gone))};
    return {ErrorCode::notFound, "person", {}};
}

std::optional<Person> personOfRecord(db::Connection& connection, const PersonId& id)
{
    const store::PersonRepository people{connection};
    const auto parts = store::partsOf(connection, id);
    if (parts.size() == 1)
        return people.find(parts.front());
    return filled(people, store::MergeRepository{connection}.into(parts), parts.front());
}

}  // namespace holdfast::app
