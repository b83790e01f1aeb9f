// Whose record may be due for review: closed ones with nothing since a day, by index, and for each the facts that
// domain/retention.h asks for. What is due is decided there.
#pragma once

#include "domain/retention.h"
#include "store/person_brief.h"
#include "store/unseen.h"

#include <optional>
#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

struct RetentionRow {
    PersonBrief person;
    RetentionFacts facts;
    friend bool operator==(const RetentionRow&, const RetentionRow&) = default;
};

/// Where a page ended: the next one goes on behind it.
struct RetentionCursor {
    Instant lastEventAt;
    PersonId person;
    friend bool operator==(const RetentionCursor&, const RetentionCursor&) = default;
};

struct RetentionPage {
    std::vector<RetentionRow> rows;
    std::optional<RetentionCursor> next;  ///< nothing: that was all
};

class RetentionQuery {
public:
    RetentionQuery(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    /// Closed records whose last event was before `before`, the longest quiet first. Something else may have been done
    /// with them later: `facts.lastContact` knows.
    RetentionPage page(Instant before, const std::optional<RetentionCursor>& after, int limit) const;

    /// Of this record, open or closed; nothing for an id that leads none or whom the reader may not see.
    std::optional<RetentionRow> find(const PersonId& record) const;

private:
    db::Connection& m_connection;
    Unseen m_unseen;
};

}  // namespace holdfast::store
