#include "app/retention_csv.h"

#include "domain/calendar.h"
#include "exchange/csv.h"

namespace holdfast::app {
namespace {

std::string dayOf(const std::optional<Date>& day)
{
    return day ? formatDate(*day) : std::string{};
}

std::string rulesOf(const RetentionReview& review)
{
    std::string rules;
    for (const RetentionReason& each : review.reasons)
        rules += (rules.empty() ? "" : "; ") + std::string{nameOf(each.rule)} + ' ' + formatDate(each.until);
    return rules;
}

}  // namespace

std::string retentionCsv(const RetentionList& list)
{
    exchange::CsvWriter csv;
    for (const char* title : {"person", "name", "nhs_number", "born", "last_contact", "due", "rules", "kept_until",
                              "kept_by", "kept_because"})
        csv.text(title);
    csv.endRow();
    for (const RetentionLine& line : list.lines)
        csv.text(line.person.str())
            .text(line.name)
            .text(line.nhsNumber)
            .text(dayOf(line.born))
            .text(dayOf(line.lastContact))
            .text(dayOf(line.review.due))
            .text(rulesOf(line.review))
            .text(line.keep ? dayOf(line.keep->until) : std::string{})
            .text(line.keptBy)
            .text(line.keep ? line.keep->reason : std::string{})
            .endRow();
    return csv.take();
}

}  // namespace holdfast::app
