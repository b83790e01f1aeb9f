#include "app/policy_shelf.h"

#include "app/unit_of_work.h"
#include "base/log.h"
#include "exchange/policy_overlay.h"
#include "exchange/policy_reader.h"
#include "exchange/shipped.h"
#include "store/policy_repository.h"

#include <algorithm>
#include <map>

namespace holdfast::app {
namespace {

/// Other words than those that were signed need another sign-off.
void sign(Policy& policy, const std::vector<store::SignOffRow>& signOffs)
{
    for (policy::Citation& citation : policy.citations)
        for (const store::SignOffRow& row : signOffs)
            if (row.citation == citation.key && row.words == citation.text)
                citation.signedOffBy = row.name;
}

store::PolicyRow shippedRow(const Policy& shipped, Instant now)
{
    store::PolicyRow row;
    row.id = shipped.id;
    row.version = shipped.version;
    row.title = shipped.title;
    row.whole = std::string{exchange::shippedPolicy()};
    row.loadedAt = now;
    return row;
}

Result<Done> keepShipped(db::Connection& connection, const Policy& shipped, Instant now)
{
    store::PolicyRepository policies{connection};
    const auto kept = policies.find(shipped.id, shipped.version);
    const std::int64_t number = kept ? kept->number : policies.insert(shippedRow(shipped, now));
    if (policies.inForce().empty())
        policies.putInForce({0, number, Instant{}, now, {}});
    return Done{};
}

}  // namespace

Result<Policy> policyOf(const store::PolicyRow& row)
{
    auto policy = exchange::readKeptPolicy(row.whole, exchange::shippedPolicy());
    if (!policy)
        return Error{ErrorCode::damaged, "policy " + row.id + ' ' + row.version + policy.error().where,
                     policy.error().detail};
    return policy;
}

std::int64_t policyStamp(db::Connection& connection)
{
    return store::PolicyRepository{connection}.stamp();
}

Result<Shelf> readShelf(db::Connection& connection)
{
    const store::PolicyRepository policies{connection};
    const auto signOffs = policies.signOffs();
    std::vector<PolicyPage> pages;
    std::map<std::int64_t, std::size_t> pageOf;  // a policy that came back is not read twice
    for (const store::InForceRow& row : policies.inForce()) {
        if (const auto known = pageOf.find(row.policy); known != pageOf.end()) {
            PolicyPage again = pages[known->second];
            again.from = row.from;
            pages.push_back(std::move(again));
            continue;
        }
        const auto kept = policies.find(row.policy);
        auto policy = kept ? policyOf(*kept) : Error{ErrorCode::damaged, "policy", "is missing"};
        if (!policy)
            return std::move(policy).error();
        sign(policy.value(), signOffs);
        auto days = exchange::workingDaysUnder(*policy);
        if (!days)
            return std::move(days).error();
        pageOf[row.policy] = pages.size();
        pages.push_back({row.from, *std::move(policy), *std::move(days)});
    }
    if (pages.empty())
        return Error{ErrorCode::damaged, "policy", "none is in force"};
    return Shelf{PolicyBook{std::move(pages)}, policies.stamp()};
}

Result<Shelf> firstShelf(db::Connection& connection, Instant now)
{
    const auto shipped = exchange::readPolicy(exchange::shippedPolicy());
    if (!shipped)
        return shipped.error();
    const auto isKept = inTransaction(connection, db::Access::read, [&]() -> Result<bool> {
        const store::PolicyRepository policies{connection};
        return policies.find(shipped->id, shipped->version).has_value() && policies.stamp() > 0;
    });
    if (!isKept)
        return isKept.error();
    if (!*isKept) {
        const auto kept =
            inTransaction(connection, db::Access::write, [&] { return keepShipped(connection, *shipped, now); });
        if (kept)
            log::info("policy.shipped_kept");
        else  // somebody who opened the store at the same moment kept it; what they kept is read below
            log::warn("policy.shipped_not_kept", kept.error().code);
    }
    return inTransaction(connection, db::Access::read, [&] { return readShelf(connection); });
}

}  // namespace holdfast::app
