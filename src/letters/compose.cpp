#include "letters/compose.h"

#include "letters/kinds.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

Error invalid(const char* where, const char* expected)
{
    return {ErrorCode::invalid, where, expected};
}

/// What may not be written whatever the kind.
Result<Done> check(const Facts& facts, const Request& request)
{
    const auto variants = variantsOf(request.kind);
    if (std::ranges::find(variants, request.variant) == variants.end())
        return invalid("variant", "expected a form that this letter exists in");
    if (isAboutOneService(request.kind) && facts.directory.find(request.service) == nullptr)
        return invalid("service", "expected a service of the directory");
    const bool toPerson = audienceOf(request.kind) == Audience::person;
    if (facts.now.died && (toPerson || isAboutOneService(request.kind)))
        return Error{ErrorCode::refused, "died", "no letter is written to or about help for somebody who has died"};
    if (request.kind == LetterKind::toCarer && request.carer.name.empty())
        return invalid("carer", "expected the name of the carer");
    return Done{};
}

std::string titleOf(LetterKind kind)
{
    switch (kind) {
    case LetterKind::jointReferral: return "Joint referral";
    case LetterKind::challenge: return "Request to reconsider";
    case LetterKind::chase: return "Request for an answer";
    case LetterKind::handover: return "Hand-over";
    case LetterKind::toPerson: return "Letter";
    case LetterKind::toCarer: return "Letter";
    case LetterKind::rightsCard: return "Your rights";
    case LetterKind::partnerSheet: return "For partner agencies";
    }
    return {};
}

}  // namespace

bool CarerAgreement::covers(CarerTopic topic) const
{
    return std::ranges::find(topics, topic) != topics.end();
}

Result<Document> compose(const Facts& facts, const Request& request)
{
    if (auto may = check(facts, request); !may)
        return std::move(may).error();
    Document document;
    document.title = titleOf(request.kind);
    document.variant = request.variant;
    Result<Done> written = Done{};
    switch (request.kind) {
    case LetterKind::jointReferral: written = writeJointReferral(document, facts, request); break;
    case LetterKind::challenge: written = writeChallenge(document, facts, request); break;
    case LetterKind::chase: written = writeChase(document, facts, request); break;
    case LetterKind::handover: written = writeHandover(document, facts, request); break;
    case LetterKind::toPerson: written = writeToPerson(document, facts, request); break;
    case LetterKind::toCarer: written = writeToCarer(document, facts, request); break;
    case LetterKind::rightsCard: written = writeRightsCard(document, facts, request); break;
    case LetterKind::partnerSheet: written = writePartnerSheet(document, facts); break;
    }
    if (!written)
        return std::move(written).error();
    return document;
}

}  // namespace holdfast::letters
