#include "circle/circle_words.h"

#include "words/codes.h"
#include "words/share_words.h"

#include <catch2/catch_test_macros.hpp>

using namespace holdfast;
using namespace holdfast::ui;

namespace {

constexpr Date today = Date{std::chrono::year{2026} / 11 / 18};

app::ConsentLine between(ConsentStanding standing)
{
    app::ConsentLine line;
    line.standing = standing;
    if (standing != ConsentStanding::notAsked)
        line.now = Consent{};
    return line;
}

Circle with(const app::ConsentLine& line)
{
    Circle circle;
    circle.consents.today = today;
    circle.consents.lines = {line};
    return circle;
}

app::CarerView grace(std::initializer_list<CarerTopic> green)
{
    app::CarerView view;
    view.carer.name = "Grace Okafor";
    view.link.relationship = "mum";
    for (const CarerTopic topic : allCarerTopics)
        view.mayTell[topic].answer = ShareAnswer::blocked;
    for (const CarerTopic topic : green)
        view.mayTell[topic].answer = ShareAnswer::allowed;
    return view;
}

}  // namespace

TEST_CASE("the head of the page says what stops sharing as a safety alert, and a missing tick as what it is")
{
    const auto alert = [](const app::ConsentLine& line) { return circleAlerts(with(line)).front(); };
    CHECK_FALSE(alert(between(ConsentStanding::notAsked)).safety);
    CHECK(alert(between(ConsentStanding::notAsked)).rest == QStringLiteral("direct care goes on"));
    CHECK_FALSE(alert(between(ConsentStanding::given)).safety);
    CHECK(alert(between(ConsentStanding::refused)).safety);
    CHECK(alert(between(ConsentStanding::withdrawn)).safety);
    auto part = between(ConsentStanding::given);
    part.now->topics[CarerTopic::substanceUse] = TopicAnswer::no;
    CHECK(alert(part).safety);
    CHECK(alert(part).rest == QStringLiteral("Drug or alcohol use"));
    CHECK(keptBackWords(with(part)) == QStringLiteral("Drug or alcohol use"));
}

TEST_CASE("a carer stands in the head of the page with what they may be told, until they care no longer")
{
    Circle circle = with(between(ConsentStanding::given));
    circle.carers.carers = {grace({CarerTopic::appointments, CarerTopic::whatHappensNext})};
    auto alerts = circleAlerts(circle);
    REQUIRE(alerts.size() == 2);
    CHECK(alerts[1].strong == QStringLiteral("Carer: Grace, mum"));
    CHECK(alerts[1].rest == QStringLiteral("the plan, appointments only"));
    circle.carers.carers.front().young = true;
    CHECK(circleAlerts(circle)[1].strong == QStringLiteral("Young carer: Grace, mum"));
    circle.carers.carers.front().link.endedOn = today;
    CHECK(circleAlerts(circle).size() == 1);
    CHECK(mayTellWords(grace({})) == QStringLiteral("listen, tell nothing"));
}

TEST_CASE(
    "an assessment of a carer's own needs says when it is to be offered, that it is late, and how it was answered")
{
    Carer carer;
    carer.knownSince = today - std::chrono::days{10};
    CHECK(assessmentWords(carer, today) == QStringLiteral("Offer by 6 Dec"));
    CHECK(assessmentWords(carer, today + std::chrono::days{30}) == QStringLiteral("Not offered yet, due 6 Dec"));
    carer.offeredOn = today;
    CHECK(assessmentWords(carer, today) == QStringLiteral("Offered 18 Nov, no answer yet"));
    carer.answer = AssessmentAnswer::accepted;
    carer.answeredOn = today;
    CHECK(assessmentWords(carer, today) == QStringLiteral("Accepted 18 Nov"));
}

TEST_CASE("every reason that stops sharing says why and what to do")
{
    for (const std::string_view reason : Names<ShareReason>::list) {
        INFO(reason);
        CHECK(shareRefusal(reason).size() > 40);
        CHECK(words(Error{ErrorCode::refused, "share", std::string{reason}}) == shareRefusal(reason));
    }
    CHECK(words(Error{ErrorCode::refused, "elsewhere", "refused"}) != shareRefusal("refused"));
}
