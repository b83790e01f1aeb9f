#include "exchange/snapshot_json.h"

#include "exchange/json_value.h"
#include "exchange/snapshot_builder.h"
#include "exchange/snapshot_text.h"

using namespace holdfast;
using namespace holdfast::exchange;

TEST_CASE("a snapshot is written with every key, the same bytes every time")
{
    const std::string expected =
        R"({"at":"2026-03-09T09:00:00Z","holder":{"mental_health":{"service":"lantern","worker":"keyworker-1","since":"2026-03-02T10:00:00Z","acting":false},"substance_use":null},)"
        R"("needs":{"mental_health":{"status":"present","first_asked_at":"2026-03-02T10:00:00Z","days_since_asked":6},"substance_use":{"status":"not_asked","first_asked_at":null,"days_since_asked":0}},)"
        R"("legs":{"mental_health":{"state":"challenged","service":"cmht"}},"clasp":"held",)"
        R"("bounces":[{"code":"N02","class":"never","service":"cmht","need":"mental_health","points_to":"lantern","at":"2026-03-09T09:00:00Z","days_lost":0},)"
        R"({"code":"S01","class":"soft","service":"gp","need":"mental_health","points_to":null,"at":"2026-03-02T10:00:00Z","days_lost":2}],)"
        R"("flags":["safety","tennis"],)"
        R"("next_actions":[{"need":"mental_health","what":"keyworker_query","owner":"keyworker-1","due":"2026-03-10T17:00:00Z","rule":"challenge.rung0","escalation_level":0},)"
        R"({"need":"both","what":"hold_mdt","owner":"supervisor:lantern","due":"2026-03-23T17:00:00Z","rule":"tennis.mdt","escalation_level":3}],)"
        R"("letters":[{"kind":"challenge","to":"cmht","citations":["QS188 st.2 equal access"]}],)"
        R"("scores":{"PHQ-9":{"total":13,"band":"moderate","positive":null,"missing":0},)"
        R"("DUDIT":{"total":4,"band":{"female":"probable drug problem","male":null},"positive":{"female":true,"male":false},"missing":0},)"
        R"("GAD-7":{"total":null,"band":null,"positive":null,"missing":2}},)"
        R"("why":[{"rule":"challenge.open","facts":{"reason":"N02","service":"cmht, lantern"},"sentence":"A \"never\" reason."}]})";
    CHECK(writeSnapshot(samples::aSnapshot()) == expected);
    CHECK(writeSnapshot(samples::aSnapshot()) == writeSnapshot(samples::aSnapshot()));
}

TEST_CASE("nothing known is written with every key all the same")
{
    CHECK(
        writeSnapshot({}) ==
        R"({"at":"1970-01-01T00:00:00Z","holder":{"mental_health":null,"substance_use":null},)"
        R"("needs":{"mental_health":{"status":"not_asked","first_asked_at":null,"days_since_asked":0},"substance_use":{"status":"not_asked","first_asked_at":null,"days_since_asked":0}},)"
        R"("legs":{},"clasp":"released","bounces":[],"flags":[],"next_actions":[],"letters":[],"scores":{},"why":[]})");
}

TEST_CASE("a need that is not open prints no holder even when somebody held it last")
{
    engine::Snapshot snapshot = samples::aSnapshot();
    snapshot.needs.mentalHealth.status = NeedStatus::met;
    CHECK(writeSnapshot(snapshot).find(R"("holder":{"mental_health":null,)") != std::string::npos);
}

TEST_CASE("with equal bands for both sexes the band is one word and positive has both")
{
    engine::Snapshot snapshot;
    engine::Score score;
    score.instrument = InstrumentId{"DUDIT"};
    score.total = 30;
    score.female = score.male = engine::Score::Reading{"probable dependence", true};
    snapshot.scores = {score};
    CHECK(writeSnapshot(snapshot).find(
              R"({"total":30,"band":"probable dependence","positive":{"female":true,"male":true},"missing":0})") !=
          std::string::npos);
}

TEST_CASE("owners are a worker, a role, or a role of a service")
{
    using engine::OwnerRole;
    CHECK(ownerText({OwnerRole::worker, WorkerId{"w1"}, {}}) == "w1");
    CHECK(ownerText({OwnerRole::coordinator, {}, {}}) == "coordinator");
    CHECK(ownerText({OwnerRole::supervisor, {}, ServiceId{"cmht"}}) == "supervisor:cmht");
    CHECK(ownerText({OwnerRole::strategicLead, {}, {}}) == "strategic_lead");
    CHECK(ownerText({OwnerRole::duty, {}, {}}) == "duty");
}

TEST_CASE("a document is one array with a snapshot a line, and is JSON")
{
    const std::vector<engine::Snapshot> two{samples::aSnapshot(), {}};
    const std::string text = writeSnapshots(two);
    CHECK(text.starts_with("[\n{\"at\":"));
    CHECK(text.ends_with("}\n]\n"));
    REQUIRE(parseJson(text));
    CHECK(parseJson(text).value().items.size() == 2);
    CHECK(writeSnapshots({}) == "[\n]\n");
}

TEST_CASE("the text for reading says the same")
{
    const std::string text = describeSnapshots(std::vector{samples::aSnapshot()});
    for (const char* part :
         {"1. 2026-03-09T09:00:00Z  clasp held\n",
          "mental health   present, first asked 2026-03-02T10:00:00Z, 6 days ago; held by lantern (keyworker-1)",
          "referral to cmht: challenged", "substance use   not asked\n", "N02 (never) by cmht", "points to lantern",
          "tennis",
          "by 2026-03-10T17:00:00Z: keyworker query (mental health), keyworker-1, level 0, rule challenge.rung0",
          "challenge to cmht", "QS188 st.2", "PHQ-9: 13, moderate\n",
          "DUDIT: 4, women: probable drug problem, positive; men: not positive\n", "GAD-7: no total, 2 items missing",
          "challenge.open: A \"never\" reason.\n"}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
}
