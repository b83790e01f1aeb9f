// The bytes of a report page: short rows of a few people in one month. Only for report_pages.cpp and its tests.
#pragma once

#include "report/person_rows.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::store {

/// Texts by their numbers and back; nothing is number 0.
class WordNumbers {
public:
    virtual std::uint32_t numberOf(std::string_view word) = 0;
    /// Throws when there is none of that number.
    virtual std::string_view wordOf(std::uint32_t number) const = 0;

protected:
    ~WordNumbers() = default;
};

/// A bounce with what its days lost are counted on from.
struct PagedBounce {
    report::BounceRow row;
    std::optional<Instant> runningFrom;
};

// ---- writing

std::string encoded(const PagedBounce& bounce, WordNumbers& words);
std::string encoded(const report::ReferralRow& referral, WordNumbers& words);
std::string encoded(const report::Fact& fact, WordNumbers& words);

/// How a person's id stands in a page: shorter where it is a UUID.
std::string encoded(const PersonId& person);

/// A person's part of a page: the rows in an order of their own, so that the same rows are the same bytes.
std::string encodedPart(const std::string& person, std::vector<std::string> rows);

// ---- reading

/// One person's part of a page.
struct PagePart {
    std::string_view person;  ///< as it stands there
    std::string_view rows;
};

/// Takes the next part off the front; nothing at the end. Throws when the page is damaged, as the others do.
std::optional<PagePart> takePart(std::string_view& page);

PersonId personOf(std::string_view part);

/// Adds the rows to the person's. `first` is the first day of the page's month, and days lost are counted up to `now`.
void addRows(std::string_view rows, Date first, Instant now, const WordNumbers& words, report::PersonRows& into);

/// The page with this part in the place of the person's old one; an empty part takes it out.
std::string withPart(std::string_view page, std::string_view person, std::string_view part);

}  // namespace holdfast::store
