#include "domain/consent.h"

#include "base/text.h"

#include <algorithm>
#include <tuple>

namespace holdfast {
namespace {

Error invalid(const char* where, const char* detail)
{
    return {ErrorCode::invalid, where, detail};
}

TopicAnswer answerTo(const Consent* consent, CarerTopic topic)
{
    if (consent == nullptr)
        return TopicAnswer::notAsked;
    const auto found = consent->topics.find(topic);
    return found == consent->topics.end() ? TopicAnswer::notAsked : found->second;
}

ShareVerdict allowedOn(ShareBasis basis)
{
    ShareVerdict verdict;
    verdict.basis = basis;
    return verdict;
}

ShareVerdict held(ShareAnswer answer, ShareReason reason, std::vector<CarerTopic> topics)
{
    return {answer, ShareBasis::none, reason, std::move(topics), {}};
}

/// The worst answer to any of the topics decides; `reasonOf` says what stands against one.
template <class ReasonOf>
ShareVerdict byTopics(const ShareQuestion& question, ShareBasis basis, ReasonOf reasonOf)
{
    ShareVerdict verdict = allowedOn(basis);
    for (const CarerTopic topic : question.topics) {
        const ShareReason reason = reasonOf(topic);
        if (reason == ShareReason::none)
            continue;
        verdict.notCovered.push_back(topic);
        const bool asks = reason == ShareReason::topicAskFirst || reason == ShareReason::expired;
        const ShareAnswer answer = asks ? ShareAnswer::askFirst : ShareAnswer::blocked;
        if (answer > verdict.answer) {
            verdict.answer = answer;
            verdict.reason = reason;
        }
    }
    if (verdict.answer != ShareAnswer::allowed)
        verdict.basis = ShareBasis::none;
    return verdict;
}

/// No tick is needed. What the person asked to keep back is kept back; once that has run out they are asked again.
ShareVerdict forDirectCare(const Consent* consent, ConsentStanding standing, const ShareQuestion& question)
{
    if (standing == ConsentStanding::refused)
        return held(ShareAnswer::blocked, ShareReason::refused, question.topics);
    if (standing == ConsentStanding::withdrawn)
        return held(ShareAnswer::blocked, ShareReason::withdrawn, question.topics);
    const bool over = standing == ConsentStanding::expired;
    if (over && consent->decision != ConsentDecision::given)
        return held(ShareAnswer::askFirst, ShareReason::expired, question.topics);
    return byTopics(question, ShareBasis::directCare, [&](CarerTopic topic) {
        switch (answerTo(consent, topic)) {
        case TopicAnswer::no: return over ? ShareReason::expired : ShareReason::topicNo;
        case TopicAnswer::askFirst: return ShareReason::topicAskFirst;
        case TopicAnswer::notAsked:
        case TopicAnswer::yes: break;
        }
        return ShareReason::none;
    });
}

ShareReason againstTopic(const Consent* consent, const ShareQuestion& question, CarerTopic topic)
{
    switch (answerTo(consent, topic)) {
    case TopicAnswer::no: return ShareReason::topicNo;
    case TopicAnswer::askFirst: return ShareReason::topicAskFirst;
    case TopicAnswer::notAsked:
        return question.with == ShareKind::carer ? ShareReason::topicNotAsked : ShareReason::none;
    case TopicAnswer::yes: break;
    }
    return ShareReason::none;
}

ShareVerdict byTheirWord(const Consent* consent, ConsentStanding standing, const ShareQuestion& question)
{
    switch (standing) {
    case ConsentStanding::notAsked:
        return held(ShareAnswer::blocked,
                    groundOf(question.with) == LegalGround::lawTest ? ShareReason::needsLawTest : ShareReason::notAsked,
                    question.topics);
    case ConsentStanding::refused: return held(ShareAnswer::blocked, ShareReason::refused, question.topics);
    case ConsentStanding::withdrawn: return held(ShareAnswer::blocked, ShareReason::withdrawn, question.topics);
    case ConsentStanding::expired: return held(ShareAnswer::blocked, ShareReason::expired, question.topics);
    case ConsentStanding::given: break;
    }
    return byTopics(question, ShareBasis::consent,
                    [&](CarerTopic topic) { return againstTopic(consent, question, topic); });
}

/// Being asked that day answers "ask first" only; the rest takes somebody who may override.
bool cures(const ShareException& exception, const ShareQuestion& question, const ShareVerdict& verdict)
{
    const bool grounds = exception.grounds == ExceptionGrounds::overridden || verdict.answer == ShareAnswer::askFirst;
    return grounds && exception.with == question.with && exception.carer == question.carer &&
           exception.on == question.on && std::ranges::all_of(verdict.notCovered, [&](CarerTopic topic) {
               return std::ranges::find(exception.topics, topic) != exception.topics.end();
           });
}

Result<Done> checkDates(const Consent& consent, Date today)
{
    if (consent.on > today)
        return invalid("on", "in_the_future");
    if (consent.endsOn && *consent.endsOn < consent.on)
        return invalid("ends_on", "expected a day after it was said");
    if (consent.reviewBy && *consent.reviewBy < consent.on)
        return invalid("review_by", "expected a day after it was said");
    return Done{};
}

}  // namespace

LegalGround groundOf(ShareKind kind)
{
    switch (kind) {
    case ShareKind::betweenServices:
    case ShareKind::gp:
    case ShareKind::socialCare: return LegalGround::directCare;
    case ShareKind::police: return LegalGround::lawTest;
    case ShareKind::carer:
    case ShareKind::housing:
    case ShareKind::employer:
    case ShareKind::research: break;
    }
    return LegalGround::explicitWord;
}

const Consent* standingConsent(const std::vector<ConsentRecord>& records, ShareKind with, const CarerId& carer)
{
    const auto when = [](const Consent& each) { return std::tie(each.on, each.recordedAt, each.id); };
    const Consent* last = nullptr;
    for (const ConsentRecord& record : records) {
        const Consent& each = record.consent;
        if (!record.inError && each.with == with && each.carer == carer && (!last || when(*last) < when(each)))
            last = &each;
    }
    return last;
}

ConsentStanding standingOf(const Consent* consent, Date on)
{
    if (consent == nullptr || consent->decision == ConsentDecision::notAsked)
        return ConsentStanding::notAsked;
    if (consent->endsOn && *consent->endsOn < on)
        return ConsentStanding::expired;
    switch (consent->decision) {
    case ConsentDecision::given: return ConsentStanding::given;
    case ConsentDecision::refused: return ConsentStanding::refused;
    case ConsentDecision::withdrawn: return ConsentStanding::withdrawn;
    case ConsentDecision::notAsked: break;
    }
    return ConsentStanding::notAsked;
}

std::optional<Date> reviewDayOf(const Consent& consent)
{
    if (consent.endsOn && (!consent.reviewBy || *consent.endsOn < *consent.reviewBy))
        return consent.endsOn;
    return consent.reviewBy;
}

ConsentDue dueOf(const Consent& consent, Date today)
{
    const std::optional<Date> by = reviewDayOf(consent);
    if (!by || *by > today + consentReviewSoon)
        return ConsentDue::none;
    return *by < today ? ConsentDue::over : ConsentDue::soon;
}

ShareVerdict mayShare(const std::vector<ConsentRecord>& records, const std::vector<ShareException>& exceptions,
                      const ShareQuestion& question)
{
    if (question.with == ShareKind::carer && question.topics.empty())
        return allowedOn(ShareBasis::generalOnly);
    const Consent* consent = standingConsent(records, question.with, question.carer);
    const ConsentStanding standing = standingOf(consent, question.on);
    ShareVerdict verdict = groundOf(question.with) == LegalGround::directCare
                               ? forDirectCare(consent, standing, question)
                               : byTheirWord(consent, standing, question);
    if (consent != nullptr)
        verdict.rests = consent->id;
    if (verdict.answer != ShareAnswer::allowed &&
        std::ranges::any_of(exceptions, [&](const auto& each) { return cures(each, question, verdict); })) {
        verdict.answer = ShareAnswer::allowed;
        verdict.basis = ShareBasis::exception;
    }
    return verdict;
}

Result<Done> checkConsent(const Consent& consent, Date today)
{
    if ((consent.with == ShareKind::carer) == consent.carer.empty())
        return invalid("carer", "expected a carer exactly when it is about one");
    if (auto dates = checkDates(consent, today); !dates)
        return dates;
    const bool needsWords =
        consent.decision == ConsentDecision::given || consent.decision == ConsentDecision::withdrawn;
    if (needsWords && isBlank(consent.words))
        return invalid("words", "empty");
    if (consent.words.size() > longestConsentWords || !isValidUtf8(consent.words))
        return invalid("words", "too_long");
    if (consent.capacityWords.size() > longestConsentWords || !isValidUtf8(consent.capacityWords))
        return invalid("capacity", "too_long");
    if (consent.capacity == CapacityNote::assessedLacks && isBlank(consent.capacityWords))
        return invalid("capacity", "empty");
    const bool something = std::ranges::any_of(consent.topics, [](const auto& each) {
        return each.second == TopicAnswer::yes || each.second == TopicAnswer::askFirst;
    });
    if (consent.decision == ConsentDecision::given && consent.with == ShareKind::carer && !something)
        return invalid("topics", "expected something that may be told");
    return Done{};
}

}  // namespace holdfast
