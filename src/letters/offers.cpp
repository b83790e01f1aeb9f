#include "letters/offers.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

Request about(LetterKind kind, const ServiceId& service, std::optional<Need> need, const EventId& event = {})
{
    Request request;
    request.kind = kind;
    request.service = service;
    request.need = need;
    request.event = event;
    return request;
}

void offerChallenges(const engine::Snapshot& now, std::vector<Offer>& list)
{
    for (const engine::LetterDraft& draft : now.letters) {
        const auto bounce = std::ranges::find(now.bounces, draft.event, &engine::Bounce::event);
        if (draft.kind != "challenge" || draft.sentAt || bounce == now.bounces.end() || !ServiceId::fits(draft.to))
            continue;
        list.push_back(
            {about(LetterKind::challenge, ServiceId{draft.to}, bounce->need, draft.event), "refused", bounce->at});
    }
}

void offerHandovers(const engine::Snapshot& now, std::vector<Offer>& list)
{
    for (const engine::Bounce& bounce : now.bounces) {
        const auto& leg = now.needs[bounce.need].leg;
        if (leg && leg->state == LegState::handoverPending && bounce.cls == BounceClass::handover && bounce.pointsTo &&
            bounce.service == leg->service.text())
            list.push_back(
                {about(LetterKind::handover, *bounce.pointsTo, bounce.need, bounce.event), "handover_owed", bounce.at});
    }
}

bool mayStillAnswer(LegState state)
{
    return state == LegState::sent || state == LegState::acknowledged || state == LegState::informationRequested;
}

void offerForLegs(const engine::Snapshot& now, std::vector<Offer>& list)
{
    for (const Need need : allNeeds) {
        const auto& leg = now.needs[need].leg;
        if (!leg || !isOpen(now.needs[need].status))
            continue;
        if (leg->sentAt && leg->silentFrom && *leg->silentFrom <= now.at && leg->state != LegState::challenged)
            list.push_back({about(LetterKind::chase, leg->service, need), "silent", leg->silentFrom});
        if (leg->state == LegState::draft || mayStillAnswer(leg->state))
            list.push_back({about(LetterKind::jointReferral, leg->service, std::nullopt), "referred", leg->sentAt});
    }
}

}  // namespace

std::vector<Offer> offers(const engine::Snapshot& now)
{
    std::vector<Offer> list;
    if (!now.died) {
        offerChallenges(now, list);
        offerHandovers(now, list);
        offerForLegs(now, list);
        list.push_back({about(LetterKind::toPerson, {}, std::nullopt), {}, {}});
        list.push_back({about(LetterKind::rightsCard, {}, std::nullopt), {}, {}});
    }
    list.push_back({about(LetterKind::partnerSheet, {}, std::nullopt), {}, {}});
    return list;
}

}  // namespace holdfast::letters
