#include "domain/consent.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;

namespace {

constexpr Date today{std::chrono::days{20'000}};
constexpr std::chrono::days day{1};
const CarerId grace{"grace"};

struct Book {
    std::vector<ConsentRecord> records;
    std::vector<ShareException> exceptions;

    Consent& add(ShareKind with, ConsentDecision decision, Date on = today - 10 * day)
    {
        Consent consent;
        consent.id = ConsentId{"c" + std::to_string(records.size() + 1)};
        consent.with = with;
        consent.carer = with == ShareKind::carer ? grace : CarerId{};
        consent.decision = decision;
        consent.words = "Said so";
        consent.on = on;
        records.push_back({consent, {}});
        return records.back().consent;
    }

    ShareVerdict ask(ShareKind with, std::vector<CarerTopic> topics = {CarerTopic::substanceUse}, Date on = today) const
    {
        return mayShare(records, exceptions,
                        {with, with == ShareKind::carer ? grace : CarerId{}, std::move(topics), on});
    }
};

constexpr std::array direct{ShareKind::betweenServices, ShareKind::gp, ShareKind::socialCare};
constexpr std::array byWord{ShareKind::carer, ShareKind::housing, ShareKind::employer, ShareKind::research};

}  // namespace

TEST_CASE("without a tick direct care goes on, and everybody else waits for the person's word")
{
    const Book nothing;
    for (const ShareKind with : direct) {
        INFO(nameOf(with));
        CHECK(nothing.ask(with).answer == ShareAnswer::allowed);
        CHECK(nothing.ask(with).basis == ShareBasis::directCare);
    }
    for (const ShareKind with : byWord) {
        INFO(nameOf(with));
        CHECK(nothing.ask(with).answer == ShareAnswer::blocked);
        CHECK(nothing.ask(with).reason == ShareReason::notAsked);
    }
    CHECK(nothing.ask(ShareKind::police).reason == ShareReason::needsLawTest);

    Book putOff;
    for (const ShareKind with : allShareKinds)
        putOff.add(with, ConsentDecision::notAsked);
    CHECK(putOff.ask(ShareKind::gp).answer == ShareAnswer::allowed);
    CHECK(putOff.ask(ShareKind::housing).reason == ShareReason::notAsked);
}

TEST_CASE("what was given, refused or withdrawn decides, and an answer that has run out is no answer")
{
    for (const ShareKind with : allShareKinds) {
        INFO(nameOf(with));
        Book book;
        Consent& given = book.add(with, ConsentDecision::given);
        given.topics = {{CarerTopic::substanceUse, TopicAnswer::yes}};
        given.endsOn = today + 3 * day;
        CHECK(book.ask(with).answer == ShareAnswer::allowed);
        CHECK(book.ask(with).rests == ConsentId{"c1"});
        CHECK(book.ask(with, {CarerTopic::substanceUse}, today + 3 * day).answer == ShareAnswer::allowed);
        const auto after = book.ask(with, {CarerTopic::substanceUse}, today + 4 * day);
        const bool directCare = groundOf(with) == LegalGround::directCare;
        CHECK(after.answer == (directCare ? ShareAnswer::allowed : ShareAnswer::blocked));
        CHECK(after.reason == (directCare ? ShareReason::none : ShareReason::expired));
        book.add(with, ConsentDecision::withdrawn, today - day);
        CHECK(book.ask(with).answer == ShareAnswer::blocked);
        CHECK(book.ask(with).reason == ShareReason::withdrawn);
        CHECK(book.ask(with).notCovered == std::vector{CarerTopic::substanceUse});
        book.add(with, ConsentDecision::refused, today);
        CHECK(book.ask(with).reason == ShareReason::refused);
        book.records.back().inError = ConsentInError{};
        CHECK(book.ask(with).reason == ShareReason::withdrawn);
    }
}

TEST_CASE("the day it was said orders the answers, not the day somebody got round to writing it down")
{
    Book book;
    book.add(ShareKind::housing, ConsentDecision::withdrawn, today - day).recordedAt = Instant{today};
    book.add(ShareKind::housing, ConsentDecision::given, today - 5 * day).recordedAt = Instant{today + day};
    CHECK(book.ask(ShareKind::housing).reason == ShareReason::withdrawn);
    book.add(ShareKind::housing, ConsentDecision::given, today - day).recordedAt = Instant{today + day};
    CHECK(book.ask(ShareKind::housing).answer == ShareAnswer::allowed);
}

TEST_CASE("a carer hears topic by topic, the worst topic decides, and general information needs nothing")
{
    Book book;
    CHECK(book.ask(ShareKind::carer, {}).basis == ShareBasis::generalOnly);
    CHECK(book.ask(ShareKind::carer, {}).answer == ShareAnswer::allowed);
    book.add(ShareKind::carer, ConsentDecision::given).topics = {{CarerTopic::appointments, TopicAnswer::yes},
                                                                 {CarerTopic::crisis, TopicAnswer::askFirst},
                                                                 {CarerTopic::medication, TopicAnswer::no}};
    using Topics = std::vector<CarerTopic>;
    CHECK(book.ask(ShareKind::carer, {CarerTopic::appointments}).basis == ShareBasis::consent);
    const auto both = book.ask(ShareKind::carer, {CarerTopic::appointments, CarerTopic::crisis});
    CHECK(both.answer == ShareAnswer::askFirst);
    CHECK(both.notCovered == Topics{CarerTopic::crisis});
    const auto all = book.ask(ShareKind::carer, {CarerTopic::crisis, CarerTopic::medication});
    CHECK(all.answer == ShareAnswer::blocked);
    CHECK(all.reason == ShareReason::topicNo);
    CHECK(all.notCovered == Topics{CarerTopic::crisis, CarerTopic::medication});
    CHECK(book.ask(ShareKind::carer, {CarerTopic::money}).reason == ShareReason::topicNotAsked);
    CHECK(mayShare(book.records, {}, {ShareKind::carer, CarerId{"sam"}, {CarerTopic::appointments}, today}).reason ==
          ShareReason::notAsked);
}

TEST_CASE("what the person asks to keep back between services is kept back, and asked again once that has run out")
{
    Book book;
    Consent& given = book.add(ShareKind::betweenServices, ConsentDecision::given);
    given.topics = {{CarerTopic::substanceUse, TopicAnswer::no}};
    given.endsOn = today;
    CHECK(book.ask(ShareKind::betweenServices, {CarerTopic::mentalHealth}).answer == ShareAnswer::allowed);
    CHECK(book.ask(ShareKind::betweenServices).reason == ShareReason::topicNo);
    const auto later = book.ask(ShareKind::betweenServices, {CarerTopic::substanceUse}, today + day);
    CHECK(later.answer == ShareAnswer::askFirst);
    CHECK(later.reason == ShareReason::expired);

    Book objection;
    objection.add(ShareKind::gp, ConsentDecision::refused).endsOn = today;
    CHECK(objection.ask(ShareKind::gp).answer == ShareAnswer::blocked);
    CHECK(objection.ask(ShareKind::gp, {}, today + day).answer == ShareAnswer::askFirst);
}

TEST_CASE("an exception holds for its day, its topics and its grounds only")
{
    Book book;
    book.add(ShareKind::carer, ConsentDecision::given).topics = {{CarerTopic::crisis, TopicAnswer::askFirst},
                                                                 {CarerTopic::medication, TopicAnswer::no}};
    ShareException asked;
    asked.carer = grace;
    asked.topics = {CarerTopic::crisis, CarerTopic::medication};
    asked.grounds = ExceptionGrounds::asked;
    asked.on = today;
    book.exceptions = {asked};
    CHECK(book.ask(ShareKind::carer, {CarerTopic::crisis}).basis == ShareBasis::exception);
    CHECK(book.ask(ShareKind::carer, {CarerTopic::crisis}, today + day).answer == ShareAnswer::askFirst);
    CHECK(book.ask(ShareKind::carer, {CarerTopic::medication}).answer == ShareAnswer::blocked);
    book.exceptions.front().grounds = ExceptionGrounds::overridden;
    CHECK(book.ask(ShareKind::carer, {CarerTopic::medication}).answer == ShareAnswer::allowed);
    CHECK(book.ask(ShareKind::carer, {CarerTopic::money}).answer == ShareAnswer::blocked);
    CHECK(book.ask(ShareKind::housing).answer == ShareAnswer::blocked);
}

TEST_CASE("an answer is asked again when its review or its end comes near")
{
    Consent consent;
    CHECK(dueOf(consent, today) == ConsentDue::none);
    consent.reviewBy = today + 15 * day;
    CHECK(dueOf(consent, today) == ConsentDue::none);
    CHECK(dueOf(consent, today + day) == ConsentDue::soon);
    CHECK(dueOf(consent, today + 15 * day) == ConsentDue::soon);
    CHECK(dueOf(consent, today + 16 * day) == ConsentDue::over);
    consent.endsOn = today + 2 * day;
    CHECK(dueOf(consent, today) == ConsentDue::soon);
    consent.reviewBy.reset();
    CHECK(dueOf(consent, today + 3 * day) == ConsentDue::over);
}

TEST_CASE("an answer is refused until it says what it must")
{
    Consent fine;
    fine.words = "Both services, yes";
    fine.on = today;
    CHECK(checkConsent(fine, today));
    const auto where = [](Consent consent) { return checkConsent(consent, today).error().where; };
    Consent wrong = fine;
    wrong.words = " ";
    CHECK(where(wrong) == "words");
    wrong.decision = ConsentDecision::refused;
    CHECK(checkConsent(wrong, today));
    wrong = fine;
    wrong.on = today + day;
    CHECK(where(wrong) == "on");
    wrong = fine;
    wrong.endsOn = today - day;
    CHECK(where(wrong) == "ends_on");
    wrong = fine;
    wrong.reviewBy = today - day;
    CHECK(where(wrong) == "review_by");
    wrong = fine;
    wrong.capacity = CapacityNote::assessedLacks;
    CHECK(where(wrong) == "capacity");
    wrong = fine;
    wrong.carer = grace;
    CHECK(where(wrong) == "carer");
    wrong.with = ShareKind::carer;
    wrong.topics = {{CarerTopic::money, TopicAnswer::no}};
    CHECK(where(wrong) == "topics");
    wrong.topics[CarerTopic::crisis] = TopicAnswer::askFirst;
    CHECK(checkConsent(wrong, today));
    wrong.words = std::string(longestConsentWords + 1, 'x');
    CHECK(where(wrong) == "words");
}
