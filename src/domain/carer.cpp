#include "domain/carer.h"

#include "base/text.h"
#include "domain/note_text.h"

namespace holdfast {
namespace {

Error invalid(const char* where, const char* detail)
{
    return {ErrorCode::invalid, where, detail};
}

bool isLine(const std::string& text)
{
    return text.size() <= longestCarerLine && isValidUtf8(text) && text.find('\n') == std::string::npos;
}

bool isText(const std::string& text)
{
    return text.size() <= longestCarerText && isValidUtf8(text);
}

Result<Done> checkAssessment(const Carer& carer, Date today)
{
    if (carer.offeredOn && *carer.offeredOn > today)
        return invalid("offered_on", "in_the_future");
    const bool answered = carer.answer != AssessmentAnswer::none;
    if (answered && !carer.offeredOn)
        return invalid("offered_on", "expected the day it was offered");
    if (answered != carer.answeredOn.has_value())
        return invalid("answered_on", "expected the day of the answer, and an answer");
    if (answered && (*carer.answeredOn < *carer.offeredOn || *carer.answeredOn > today))
        return invalid("answered_on", "expected a day since the offer, not after today");
    return Done{};
}

}  // namespace

Result<Done> checkCarer(const Carer& carer, Date today)
{
    if (isBlank(carer.name) || !isLine(carer.name))
        return invalid("name", "expected a name of at most 200 bytes");
    if (!isLine(carer.likedName))
        return invalid("liked_name", "expected at most 200 bytes");
    if (carer.born && (*carer.born > today || yearsBetween(*carer.born, today) > 120))
        return invalid("born", "expected a day of a lifetime");
    if (!isLine(carer.contact.phone) || !isLine(carer.contact.email) || !isLine(carer.contact.preference))
        return invalid("contact", "expected at most 200 bytes");
    if (!isText(carer.address) || !isText(carer.ownNeeds) || !isText(carer.lookedAfterBy))
        return invalid("own_needs", "too_long");
    if (carer.knownSince > today)
        return invalid("known_since", "in_the_future");
    if (isYoungCarer(carer, today) && isBlank(carer.lookedAfterBy))
        return invalid("looked_after_by", "expected who looks after a young carer");
    return checkAssessment(carer, today);
}

Result<Done> checkLink(const CarerLink& link, Date today)
{
    if (isBlank(link.relationship) || !isLine(link.relationship))
        return invalid("relationship", "expected what they are to the person");
    if (link.endedOn && *link.endedOn > today)
        return invalid("ended_on", "in_the_future");
    return Done{};
}

std::string shortName(const Carer& carer)
{
    return carer.likedName.empty() ? carer.name.substr(0, carer.name.find(' ')) : carer.likedName;
}

bool isYoungCarer(const Carer& carer, Date on)
{
    return carer.born && yearsBetween(*carer.born, on) < adultAge;
}

std::optional<Date> assessmentOfferDue(const Carer& carer)
{
    if (carer.offeredOn)
        return std::nullopt;
    return carer.knownSince + assessmentOfferWithin;
}

std::string callNoteText(const std::string& summary, const std::string& said, bool inConfidence,
                         const std::string& told)
{
    std::string text = summary;
    if (!isBlank(said)) {
        const std::string plain = withoutMarks(said);
        text += '\n';
        text += inConfidence ? std::string{thirdPartyBegins} + plain + std::string{thirdPartyEnds} : plain;
    }
    if (!isBlank(told))
        text += '\n' + withoutMarks(told);
    return text;
}

}  // namespace holdfast
