#include "exchange/event_json.h"
#include "exchange/instrument_reader.h"
#include "exchange/shipped.h"

using namespace holdfast;
using namespace holdfast::exchange;

namespace {

/// One canonical body, or more, for each kind of event.
const std::vector<std::string> bodies{
    R"({"at":"2026-03-02T10:00:00Z","type":"attempt","need":"mental_health","source":"gp","reason":"N08","worker":"w1","service":"lantern","happened_at":"2026-01-02T10:00:00Z"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"attempt","need":"substance_use","source":"emergency_department"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"assessment_signed","worker":"w1","service":"lantern","mental_health":{"status":"present","severity":"moderate","conditions":["depression"]},"substance_use":{"status":"not_asked"},"instruments":{"PHQ-9":[2,2,2,2,1,2,1,1,0],"AUDIT":[3,null,2,2,1,1,2,1,0,2]},"barriers":["travel"],"safety":{"suicidal_thoughts":false,"pregnant":true},"words":"said \"no\"\nand left"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"referral_sent","legs":[{"need":"mental_health","service":"cmht"},{"need":"substance_use","service":"lantern"}]})",
    R"({"at":"2026-03-02T10:00:00.250Z","type":"response","need":"mental_health","service":"cmht","response":"declined","reason":"N02","abstinence_weeks":13,"points_to":"lantern","worker":"w2","words":"must be sober three months"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"response","need":"mental_health","service":"cmht","response":"acknowledged"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"challenge_sent","need":"mental_health","service":"cmht"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"challenge_answered","need":"mental_health","service":"cmht","outcome":"overturned","accepted":true,"worker":"w2"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"challenge_answered","need":"mental_health","service":"cmht","outcome":"upheld","reason":"N02"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"challenge_answered","need":"mental_health","service":"cmht","outcome":"upheld"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"challenge_withdrawn","need":"mental_health","service":"cmht","reason":"person chose another service"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"handover_accepted","need":"mental_health","service":"cmht","worker":"w2"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"worker_changed","service":"lantern","worker":null})",
    R"({"at":"2026-03-02T10:00:00Z","type":"worker_changed","service":"lantern","worker":"w3"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"person_declined","need":"substance_use","re_offer_on":"2026-04-02","capacity":true})",
    R"({"at":"2026-03-02T10:00:00Z","type":"person_declined","need":"substance_use","re_offer_on":"2026-03-03"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"aftercare_planned","need":"substance_use","until":"2026-06-01"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"aftercare_planned","need":"substance_use","choice":"declined"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"joint_closure","reason":"both finished","agreed_by":["w1","w2"],"persons_view":"glad","needs":["mental_health","substance_use"]})",
    R"({"at":"2026-03-02T10:00:00Z","type":"mdt","attended":["w1","w2","cmht"],"decision":"both treat","lead":"w1","actions":[{"need":"both","what":"write the plan","owner":"supervisor:lantern","due":"2026-03-09T17:00:00Z"}]})",
    R"({"at":"2026-03-02T10:00:00Z","type":"contact","service":"cmht","direction":"in","outcome":"left_message"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"reopened","need":"mental_health","worker":"w1","service":"lantern","reason":"low again"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"second_look","event":3,"class":"handover","reason":"acute illness","worker":"w9"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"second_look","event":"0190f3b0-7e2c-7000-8000-000000000001","class":"never","reason":"as recorded","worker":"w9"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"entered_in_error","event":1,"reason":"wrong person"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"person_died","on":"2026-03-01"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"letter_sent","need":"both","kind":"joint_referral","to":"cmht","method":"post","document":"0190f3b0-7e2c-7000-8000-000000000007"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"letter_sent","need":"mental_health","kind":"person","to":"person","method":"handed_over"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"protocol_applied","need":"mental_health","service":"cmht","applied":false,"reason":"nobody knew of it","protocol":"joint protocol 2025"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"protocol_applied","need":"mental_health","service":"cmht","applied":true})",
    R"({"at":"2026-03-02T10:00:00Z","type":"second_opinion_requested","need":"mental_health","service":"cmht"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"outcome_fed_back","to":"gp","how":"rang the practice"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"support_check_in","need":"both","worker":"w1","outcome":"spoke","change":"worse"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"support_check_in","need":"both","worker":"w1","outcome":"no_answer"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"worker_changed","service":"lantern","worker":"w3","need":"substance_use"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"step_handed_on","need":"mental_health","service":"cmht","worker":"w1","reason":"on leave"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"good_experience","need":"both","service":"cmht","worker":"w1","held_both":true,"what":"saw us together"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"good_experience","need":"substance_use","service":"lantern","held_both":false,"what":"rang back within the hour"})",
    R"({"at":"2026-03-02T10:00:00Z","type":"cost_borne","need":"mental_health","service":"cmht","for":"travel","pence":460})",
    R"({"at":"2026-03-02T10:00:00Z","type":"cost_borne","need":"both","service":"lantern","for":"care_of_others","pence":1000000})",
    R"({"at":"2026-03-02T10:00:00Z","type":"now"})",
};

const Known& knownWorld()
{
    static const InstrumentSet instruments = readInstruments(shippedInstruments()).value();
    static const Directory directory = [] {
        Service cmht;
        cmht.id = ServiceId{"cmht"};
        Service lantern;
        lantern.id = ServiceId{"lantern"};
        return Directory{{cmht, lantern}};
    }();
    static const Known known{&directory, &instruments,
                             [](const ReasonCode& code) { return code.text().starts_with('N'); }};
    return known;
}

Error refusalOf(const std::string& fields)
{
    const auto event = readEvent(R"({"at":"2026-03-02T10:00:00Z",)" + fields + '}', EventId{"#9"}, {}, knownWorld());
    return event ? Error{ErrorCode::cancelled, "", "was accepted"} : event.error();
}

}  // namespace

TEST_CASE("every kind of event comes back as it was written, byte for byte")
{
    std::vector<bool> seen(eventKindNames.size());
    for (const std::string& body : bodies) {
        INFO(body);
        const auto event = readEvent(body, EventId{"#5"}, instantFromMillis(77), knownWorld());
        if (!event)
            FAIL(event.error().where << ": " << event.error().detail);
        CHECK(writeEventBody(*event) == body);
        CHECK(event->id == EventId{"#5"});
        CHECK(event->recordedAt == instantFromMillis(77));
        seen.at(event->body.index()) = true;
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        INFO(eventKindNames.at(i));
        CHECK(seen[i]);
    }
}

TEST_CASE("an event built in the program comes back equal, whatever its words hold")
{
    Event event;
    event.id = EventId{"a"};
    event.at = instantFromMillis(1772445600123);
    event.words = "\"}\\ \x01\x1f <b> =1+1 é \xe2\x80\xae";
    event.safety.overdose = true;
    event.body = event::JointClosure{"r", {}, "v", {Need::substanceUse}};
    const auto back = readEvent(writeEventBody(event), event.id, event.recordedAt);
    REQUIRE(back);
    CHECK(*back == event);
}

TEST_CASE("what may be left out has its meaning")
{
    const auto closure = readEvent(
        R"({"at":"2026-03-02T10:00:00Z","type":"joint_closure","reason":"r","agreed_by":[],"persons_view":"v"})", {},
        {});
    CHECK(std::get<event::JointClosure>(closure.value().body).needs.size() == 2);
    const auto assessed = readEvent(
        R"({"at":"2026-03-02T10:00:00Z","type":"assessment_signed","worker":"w","service":"s","safety":{"pregnant":null}})",
        {}, {});
    CHECK(std::get<event::AssessmentSigned>(assessed.value().body).found.mentalHealth.status == NeedStatus::notAsked);
    CHECK_FALSE(assessed.value().safety.pregnant);
    const auto declined = readEvent(
        R"({"at":"2026-03-02T10:00:00Z","type":"person_declined","need":"mental_health","re_offer_on":"2026-03-09","capacity":null})",
        {}, {});
    CHECK_FALSE(std::get<event::PersonDeclined>(declined.value().body).capacity);
}

TEST_CASE("an event that cannot be is refused at its place")
{
    struct Refusal {
        const char* fields;
        const char* where;
        const char* detail;
    };
    for (
        const Refusal& refusal : std::vector<Refusal>{
            {R"("type":"respones")", "/type", "found \"respones\""},
            {R"("typ":"now")", "/type", "found nothing"},
            {R"("type":7)", "/type", "found 7"},
            {R"("type":"now","worker":"w")", "/worker", "expected only at, type, safety, words, found another name"},
            {R"("type":"now","words":3)", "/words", "expected a text"},
            {R"("type":"now","safety":[])", "/safety", "expected an object"},
            {R"("type":"now","safety":{"suicidal":true})", "/safety/suicidal", "expected only suicidal_thoughts"},
            {R"("type":"now","safety":{"overdose":"yes"})", "/safety/overdose", "expected true or false"},
            {R"("type":"attempt","source":"gp","reason":"N01")", "/need", "found nothing"},
            {R"("type":"letter_sent","need":"both","kind":"A letter","to":"cmht","method":"post")", "/kind",
             "a code of small letters"},
            {R"("type":"letter_sent","need":"both","kind":"chase","to":"nowhere","method":"post")", "/to",
             "found \"nowhere\""},
            {R"("type":"letter_sent","need":"both","kind":"challenge","to":"person","method":"post")", "/to",
             "the service that is challenged"},
            {R"("type":"letter_sent","need":"both","kind":"chase","to":"cmht","method":"pigeon")", "/method",
             "found \"pigeon\""},
            {R"("type":"protocol_applied","need":"mental_health","service":"cmht","applied":false)", "/reason",
             "found nothing"},
            {R"("type":"outcome_fed_back","to":" ","how":"rang")", "/to", "found a blank one"},
            {R"("type":"support_check_in","need":"both","worker":"w","outcome":"spoke","change":"bad")", "/change",
             "found \"bad\""},
            {R"("type":"attempt","need":"both","source":"gp")", "/need",
             "expected one of mental_health, substance_use, found \"both\""},
            {R"("type":"attempt","need":"mental_health","source":" ")", "/source", "found a blank one"},
            {R"("type":"attempt","need":"mental_health","source":"gp","reason":"X99")", "/reason", "found \"X99\""},
            {R"("type":"attempt","need":"mental_health","source":"gp","reason":"far too long a code")", "/reason",
             "found a text of 19 bytes"},
            {R"("type":"attempt","need":"mental_health","source":"gp","happened_at":"2026-03-03T00:00:00Z")",
             "/happened_at", "no later than"},
            {R"("type":"attempt","need":"mental_health","source":"gp","happened_at":"2026-03-01")", "/happened_at",
             "expected an instant"},
            {R"("type":"assessment_signed","service":"cmht")", "/worker", "found nothing"},
            {R"("type":"assessment_signed","worker":"w","service":"nowhere")", "/service", "found \"nowhere\""},
            {R"("type":"assessment_signed","worker":"","service":"cmht")", "/worker", "expected an id"},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","mental_health":{"status":"perhaps"})",
             "/mental_health/status", "found \"perhaps\""},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","mental_health":{"status":"met"})",
             "/mental_health/status", "found \"met\""},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","mental_health":{"status":"none","substances":[]})",
             "/mental_health/substances", "another name"},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","substance_use":{"severity":"mild"})",
             "/substance_use/status", "found nothing"},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","substance_use":{"status":"none","severity":"huge"})",
             "/substance_use/severity", "found \"huge\""},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","instruments":{"PHQ-9":[0,0,0,0,4,0,0,0,0]})",
             "/instruments/PHQ-9/4", "expected one of 0, 1, 2, 3 or null, found 4"},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","instruments":{"PHQ-9":[0,0,0]})",
             "/instruments/PHQ-9", "expected 9 or 10 answers, found 3"},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","instruments":{"PHQ-9":["a"]})",
             "/instruments/PHQ-9/0", "expected a whole number"},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","instruments":{"PHQ-10":[0]})",
             "/instruments/PHQ-10", "expected the name of an instrument"},
            {R"("type":"assessment_signed","worker":"w","service":"cmht","barriers":"travel")", "/barriers",
             "expected an array"},
            {R"("type":"referral_sent","legs":[])", "/legs", "one or two legs"},
            {R"("type":"referral_sent","legs":[{"need":"mental_health","service":"cmht"},{"need":"mental_health","service":"cmht"}])",
             "/legs/1/need", "the other need"},
            {R"("type":"referral_sent","legs":[{"need":"mental_health","service":"x"}])", "/legs/0/service",
             "found \"x\""},
            {R"("type":"referral_sent","legs":[{"need":"mental_health","service":"cmht","to":"x"}])", "/legs/0/to",
             "another name"},
            {R"("type":"response","need":"mental_health","service":"cmht","response":"refused","reason":"N01")",
             "/response", "found \"refused\""},
            {R"("type":"response","need":"mental_health","service":"cmht","response":"declined")", "/reason",
             "found nothing"},
            {R"("type":"response","need":"mental_health","service":"cmht","response":"declined","reason":null)",
             "/reason", "found null"},
            {R"("type":"response","need":"mental_health","service":"cmht","response":"declined","reason":"N02","abstinence_weeks":-1)",
             "/abstinence_weeks", "found -1"},
            {R"("type":"response","need":"mental_health","service":"cmht","response":"declined","reason":"N02","abstinence_weeks":1.5)",
             "/abstinence_weeks", "not whole"},
            {R"("type":"response","need":"mental_health","service":"cmht","response":"accepted","points_to":"x")",
             "/points_to", "found \"x\""},
            {R"("type":"challenge_answered","need":"mental_health","service":"cmht","outcome":"won")", "/outcome",
             "found \"won\""},
            {R"("type":"challenge_withdrawn","need":"mental_health","service":"cmht","reason":"")", "/reason", "blank"},
            {R"("type":"handover_accepted","need":"mental_health","service":"cmht")", "/worker", "found nothing"},
            {R"("type":"worker_changed","service":"cmht")", "/worker", "found nothing"},
            {R"("type":"person_declined","need":"mental_health","re_offer_on":"2026-03-02")", "/re_offer_on",
             "later than"},
            {R"("type":"person_declined","need":"mental_health","re_offer_on":"2026-02-30")", "/re_offer_on",
             "expected a date"},
            {R"("type":"aftercare_planned","need":"mental_health")", "", "either"},
            {R"("type":"aftercare_planned","need":"mental_health","until":"2026-05-01","choice":"declined")", "",
             "either"},
            {R"("type":"aftercare_planned","need":"mental_health","choice":"no")", "/choice", "found \"no\""},
            {R"("type":"joint_closure","reason":"r","agreed_by":["w"])", "/persons_view", "found nothing"},
            {R"("type":"joint_closure","reason":"r","agreed_by":["w"],"persons_view":"v","needs":[])", "/needs",
             "one or both"},
            {R"("type":"joint_closure","reason":"r","agreed_by":["w"],"persons_view":"v","needs":["mental_health","mental_health"])",
             "/needs/1", "other need"},
            {R"("type":"joint_closure","reason":"r","agreed_by":[5],"persons_view":"v")", "/agreed_by/0",
             "expected an id"},
            {R"("type":"mdt","attended":["a"],"decision":"d","lead":"w","actions":[{"need":"both","what":"x","owner":"w"}])",
             "/actions/0/due", "found nothing"},
            {R"("type":"mdt","attended":["a"],"decision":"d","actions":[])", "/lead", "found nothing"},
            {R"("type":"contact","service":"cmht","direction":"up","outcome":"spoke")", "/direction", "found \"up\""},
            {R"("type":"contact","service":"cmht","direction":"in","outcome":"chat")", "/outcome", "found \"chat\""},
            {R"("type":"second_look","event":0,"class":"never","reason":"r","worker":"w")", "/event", "found 0"},
            {R"("type":"second_look","event":1,"class":"N","reason":"r","worker":"w")", "/class", "found \"N\""},
            {R"("type":"entered_in_error","event":true,"reason":"r")", "/event", "found true"},
            {R"("type":"person_died","on":"2026-03-03")", "/on", "no later than"},
        }) {
        INFO(refusal.fields);
        const Error error = refusalOf(refusal.fields);
        CHECK(error.code == ErrorCode::invalid);
        CHECK(error.where == refusal.where);
        CHECK(error.detail.find(refusal.detail) != std::string::npos);
        INFO(error.detail);
        CHECK(error.detail.starts_with("expected "));
    }
}

TEST_CASE("an event without a proper instant is refused")
{
    for (const char* at : {"\"2026-03-02\"", "\"2026-02-29T10:00:00Z\"", "\"2026-03-02T10:00:00\"",
                           "\"2026-03-02T10:00:00+01:00\"", "0", "null"}) {
        const auto event = readEvent(R"({"at":)" + std::string{at} + R"(,"type":"now"})", {}, {});
        REQUIRE_FALSE(event);
        CHECK(event.error().where == "/at");
    }
    CHECK(readEvent(R"({"type":"now"})", {}, {}).error().where == "/at");
    CHECK(readEvent("[]", {}, {}).error().where.empty());
}

TEST_CASE("words of the wrong kind or length are refused without being repeated")
{
    const Error error = refusalOf(R"("type":"now","words":")" + std::string(10'001, 'q') + '"');
    CHECK(error.where == "/words");
    CHECK(error.detail == "expected a text of at most 10000 bytes, found a text of 10001 bytes");
}
