// Finding people as somebody types: starts of any words of their names in any order, of the NHS number, or a date of
// birth. Without text, everybody by family name.
#pragma once

#include "domain/name_likeness.h"
#include "domain/need.h"
#include "store/person_brief.h"
#include "store/unseen.h"

#include <vector>

namespace holdfast::db {
class Connection;
}

namespace holdfast::store {

enum class CaseFilter : std::uint8_t { all, held, joined, bounced, overdue, released };

/// One of the two may be set; both empty: everyone.
struct HeldBy {
    WorkerId worker;    ///< people with an open need this worker holds
    ServiceId service;  ///< people with an open need this service holds
    friend bool operator==(const HeldBy&, const HeldBy&) = default;
};

struct PersonSearchQuery {
    std::string text;
    CaseFilter filter = CaseFilter::all;
    HeldBy heldBy;
    bool alike = false;  ///< when few are found, also those whose names are spelled otherwise
    Instant now;         ///< for what is overdue and silent
    std::string after;   ///< cursor of the page before, empty for the first page; opaque
    int limit = 50;
};

struct PersonSearchRow {
    PersonBrief person;
    PerNeed<NeedStatus> status;
    PerNeed<std::string> detail;
    PerNeed<std::optional<LegState>> leg;
    PerNeed<bool> silent;
    ClaspState clasp = ClaspState::released;
    int bounces = 0;
    std::optional<Instant> nextDue;
    std::string holderName;  ///< the accountable worker
    bool died = false;
    NameLikeness likeness = NameLikeness::same;  ///< how one typed word fits, when it does not begin any of theirs
    std::string alike;                           ///< then the word of theirs that it is like, folded

    friend bool operator==(const PersonSearchRow&, const PersonSearchRow&) = default;
};

struct PersonSearchPage {
    std::vector<PersonSearchRow> rows;  ///< with text: by the word that matched, then by name; those alike last
    std::string next;                   ///< empty on the last page
};

class PersonSearch {
public:
    PersonSearch(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    PersonSearchPage page(const PersonSearchQuery& query) const;

    /// The words of names in the store that are like this one, the likest first; never one that begins with it.
    std::vector<std::string> wordsLike(std::string_view word, std::size_t most) const;

private:
    PersonSearchPage exactPage(const PersonSearchQuery& query, const std::vector<std::string>& terms) const;
    void addAlike(PersonSearchPage& page, const PersonSearchQuery& query, const std::vector<std::string>& terms) const;

    db::Connection& m_connection;
    Unseen m_unseen;
};

}  // namespace holdfast::store
