// What a person has agreed to share with whom, and the one answer to "may this be shared?". Between services that treat
// somebody, sharing rests on direct care and needs no tick; a carer, an employer or a researcher needs the person's word
// (domain.md 7.1, 7.2). Listening to a carer needs nothing at all.
#pragma once

#include "domain/carer.h"
#include "domain/worker.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdfast {

using ConsentId = Id<struct ConsentTag>;
using ShareExceptionId = Id<struct ShareExceptionTag>;

enum class ShareKind : std::uint8_t { betweenServices, gp, socialCare, carer, housing, employer, police, research };
inline constexpr std::array allShareKinds{ShareKind::betweenServices, ShareKind::gp,      ShareKind::socialCare,
                                          ShareKind::carer,           ShareKind::housing, ShareKind::employer,
                                          ShareKind::police,          ShareKind::research};

/// What sharing of this kind rests on when nobody was asked.
enum class LegalGround : std::uint8_t {
    directCare,  ///< UK GDPR 6(1)(e) with 9(2)(h), implied consent at common law, section 251B
    explicitWord,
    lawTest,  ///< DPA 2018 schedules 2 and 3
};
LegalGround groundOf(ShareKind kind);

enum class ConsentDecision : std::uint8_t { given, refused, withdrawn, notAsked };
enum class ConsentHow : std::uint8_t { spoken, inWriting, message, throughSomebody };
enum class CapacityNote : std::uint8_t { presumed, assessedHas, assessedLacks };
enum class TopicAnswer : std::uint8_t { notAsked, yes, no, askFirst };

using TopicAnswers = std::map<CarerTopic, TopicAnswer>;  ///< those not asked are left out

/// One answer of the person. It never changes: the next one supersedes it, and what was entered in error stays visible.
struct Consent {
    ConsentId id;
    PersonId person;
    ShareKind with = ShareKind::betweenServices;
    CarerId carer;  ///< with a carer: which
    ConsentDecision decision = ConsentDecision::given;
    std::string words;    ///< the person's: what they agree to, or what they said when they did not
    TopicAnswers topics;  ///< of a carer what may be told; of anybody else a "no" is what to leave out
    Date on{};            ///< the day they said so
    std::optional<Date> reviewBy;
    std::optional<Date> endsOn;  ///< the last day it holds
    ConsentHow how = ConsentHow::spoken;
    CapacityNote capacity = CapacityNote::presumed;
    std::string capacityWords;  ///< what was found, and what was decided in their best interests
    WorkerId worker;
    Role role = Role::keyworker;
    ServiceId service;
    Instant recordedAt{};
    CommandId command;
    friend bool operator==(const Consent&, const Consent&) = default;
};

struct ConsentInError {
    ConsentId consent;
    PersonId person;
    std::string reason;
    WorkerId worker;
    Instant at{};
    CommandId command;
    friend bool operator==(const ConsentInError&, const ConsentInError&) = default;
};

struct ConsentRecord {
    Consent consent;
    std::optional<ConsentInError> inError;
    friend bool operator==(const ConsentRecord&, const ConsentRecord&) = default;
};

/// asked: the person was asked that day and said yes; overridden: shared against or without their word, for a reason.
enum class ExceptionGrounds : std::uint8_t { asked, overridden };

/// Shared outside the consent, for one day.
struct ShareException {
    ShareExceptionId id;
    PersonId person;
    ShareKind with = ShareKind::carer;
    CarerId carer;
    std::vector<CarerTopic> topics;
    ExceptionGrounds grounds = ExceptionGrounds::overridden;
    std::string reason;
    Date on{};
    WorkerId worker;
    Role role = Role::keyworker;
    ServiceId service;
    Instant at{};
    CommandId command;
    friend bool operator==(const ShareException&, const ShareException&) = default;
};

enum class ConsentStanding : std::uint8_t { notAsked, given, refused, withdrawn, expired };

/// The answer that counts: the latest of that kind (and carer) that is not in error; nullptr when nobody was asked.
const Consent* standingConsent(const std::vector<ConsentRecord>& records, ShareKind with, const CarerId& carer);
ConsentStanding standingOf(const Consent* consent, Date on);

enum class ConsentDue : std::uint8_t { none, soon, over };
inline constexpr std::chrono::days consentReviewSoon{14};

/// The day to ask again: the review date or the last day, whichever is first; nothing when there is neither.
std::optional<Date> reviewDayOf(const Consent& consent);

/// Whether it is time to ask again: the review date, or the last day, is near or past.
ConsentDue dueOf(const Consent& consent, Date today);

struct ShareQuestion {
    ShareKind with = ShareKind::betweenServices;
    CarerId carer;
    std::vector<CarerTopic> topics;  ///< what would be said of the person; nothing: general information only
    Date on{};
};

/// For whom something is taken out of the program: the person themselves unless a kind is named.
struct Recipient {
    std::optional<ShareKind> with{};
    CarerId carer{};
    friend bool operator==(const Recipient&, const Recipient&) = default;
};

enum class ShareAnswer : std::uint8_t { allowed, askFirst, blocked };
enum class ShareBasis : std::uint8_t { none, directCare, consent, generalOnly, exception };
enum class ShareReason : std::uint8_t {
    none,
    notAsked,
    refused,
    withdrawn,
    expired,
    topicNo,
    topicNotAsked,
    topicAskFirst,
    needsLawTest,
};

struct ShareVerdict {
    ShareAnswer answer = ShareAnswer::allowed;
    ShareBasis basis = ShareBasis::none;
    ShareReason reason = ShareReason::none;
    std::vector<CarerTopic> notCovered;  ///< of the topics asked about, those it is not allowed for
    ConsentId rests;                     ///< the consent that decided; empty when there is none
    friend bool operator==(const ShareVerdict&, const ShareVerdict&) = default;
};

/// The one rule of sharing. Everything that leaves the services asks here.
ShareVerdict mayShare(const std::vector<ConsentRecord>& records, const std::vector<ShareException>& exceptions,
                      const ShareQuestion& question);

inline constexpr std::size_t longestConsentWords = 4'000;

/// ErrorCode::invalid with `where` "words", "on", "ends_on", "review_by", "capacity", "topics" or "carer".
Result<Done> checkConsent(const Consent& consent, Date today);

// clang-format off
template <> struct Names<ShareKind> { static constexpr std::array<std::string_view, 8> list{
    "between_services", "gp", "social_care", "carer", "housing", "employer", "police", "research"}; };
template <> struct Names<ConsentDecision> { static constexpr std::array<std::string_view, 4> list{"given", "refused", "withdrawn", "not_asked"}; };
template <> struct Names<ConsentHow> { static constexpr std::array<std::string_view, 4> list{"spoken", "in_writing", "message", "through_somebody"}; };
template <> struct Names<CapacityNote> { static constexpr std::array<std::string_view, 3> list{"presumed", "assessed_has", "assessed_lacks"}; };
template <> struct Names<TopicAnswer> { static constexpr std::array<std::string_view, 4> list{"not_asked", "yes", "no", "ask_first"}; };
template <> struct Names<ExceptionGrounds> { static constexpr std::array<std::string_view, 2> list{"asked", "overridden"}; };
template <> struct Names<ShareReason> { static constexpr std::array<std::string_view, 9> list{
    "none", "not_asked", "refused", "withdrawn", "expired", "topic_no", "topic_not_asked", "topic_ask_first", "needs_law_test"}; };
// clang-format on

}  // namespace holdfast
