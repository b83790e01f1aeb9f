#include "app/sharing.h"

#include "domain/service.h"
#include "store/carer_repository.h"
#include "store/consent_repository.h"

namespace holdfast::app {

ShareVerdict sharingNow(Workspace& workspace, const PersonId& person, ShareKind with, const CarerId& carer,
                        std::vector<CarerTopic> topics)
{
    const store::ConsentRepository consents{workspace.connection()};
    return mayShare(consents.records(person), consents.exceptions(person),
                    {with, carer, std::move(topics), londonDate(workspace.clock().now())});
}

Result<Done> requireSharing(const ShareVerdict& verdict)
{
    if (verdict.answer == ShareAnswer::allowed)
        return Done{};
    return Error{ErrorCode::refused, "share", std::string{nameOf(verdict.reason)}};
}

std::optional<Sharing> sharingOf(const letters::Request& request, const Directory& directory)
{
    switch (letters::audienceOf(request.kind)) {
    case letters::Audience::service: {
        const Service* service = directory.find(request.service);
        const bool gp = service != nullptr && service->kind == ServiceKind::gp;
        return Sharing{
            gp ? ShareKind::gp : ShareKind::betweenServices, {}, {CarerTopic::mentalHealth, CarerTopic::substanceUse}};
    }
    case letters::Audience::carer: return Sharing{ShareKind::carer, request.carer.id, request.carer.topics};
    case letters::Audience::person:
    case letters::Audience::partner: break;
    }
    return std::nullopt;
}

std::vector<CarerTopic> topicsAbout(NeedScope need)
{
    switch (need) {
    case NeedScope::mentalHealth: return {CarerTopic::mentalHealth};
    case NeedScope::substanceUse: return {CarerTopic::substanceUse};
    case NeedScope::both: break;
    }
    return {CarerTopic::mentalHealth, CarerTopic::substanceUse};
}

Result<Done> requireSharing(Workspace& workspace, const PersonId& person, const Recipient& to,
                            std::vector<CarerTopic> topics)
{
    if (!to.with)
        return Done{};
    return requireSharing(sharingNow(workspace, person, *to.with, to.carer, std::move(topics)));
}

std::string nameOf(const Recipient& to)
{
    return to.with ? std::string{holdfast::nameOf(*to.with)} : "person";
}

Result<Done> requireSharing(Workspace& workspace, const PersonId& person, const letters::Request& request)
{
    const auto sharing = sharingOf(request, workspace.directory());
    if (!sharing)
        return Done{};
    return requireSharing(sharingNow(workspace, person, sharing->with, sharing->carer, sharing->topics));
}

Result<Done> requireReferralSharing(Workspace& workspace, const PersonId& person)
{
    return requireSharing(sharingNow(workspace, person, ShareKind::betweenServices, {},
                                     {CarerTopic::mentalHealth, CarerTopic::substanceUse}));
}

Result<letters::Request> withAgreedTopics(Workspace& workspace, const PersonId& person, letters::Request request)
{
    if (letters::audienceOf(request.kind) != letters::Audience::carer)
        return request;
    const store::CarerRepository carers{workspace.connection()};
    const auto carer = carers.find(request.carer.id);
    const auto link = carers.link(request.carer.id, person);
    if (!carer || !link || link->endedOn)
        return Error{ErrorCode::invalid, "carer", "expected a carer of this person"};
    request.carer.name = carer->name;
    request.carer.topics.clear();
    for (const CarerTopic topic : letters::topicsOfLetter)
        if (sharingNow(workspace, person, ShareKind::carer, carer->id, {topic}).answer == ShareAnswer::allowed)
            request.carer.topics.push_back(topic);
    return request;
}

}  // namespace holdfast::app
