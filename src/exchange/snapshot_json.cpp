#include "exchange/snapshot_json.h"

#include "exchange/json_output.h"

#include <array>

namespace holdfast::exchange {
namespace {

using namespace engine;

constexpr std::array<std::string_view, 5> roleNames{"worker", "coordinator", "supervisor", "strategic_lead", "duty"};

void writeTexts(JsonOut& out, std::string_view name, const std::vector<std::string>& texts)
{
    out.key(name).beginArray();
    for (const std::string& text : texts)
        out.text(text);
    out.endArray();
}

void writeHolders(JsonOut& out, const PerNeed<NeedSnapshot>& needs)
{
    out.key("holder").beginObject();
    for (const Need need : allNeeds) {
        const auto& holder = needs[need].holder;
        out.key(nameOf(need));
        if (!holder || !isOpen(needs[need].status)) {
            out.null();
            continue;
        }
        out.beginObject()
            .member("service", holder->service.text())
            .member("worker", holder->worker.text())
            .member("since", formatInstant(holder->since))
            .member("acting", holder->acting)
            .endObject();
    }
    out.endObject();
}

void writeNeeds(JsonOut& out, const PerNeed<NeedSnapshot>& needs)
{
    out.key("needs").beginObject();
    for (const Need need : allNeeds) {
        const NeedSnapshot& state = needs[need];
        out.key(nameOf(need)).beginObject().member("status", nameOf(state.status)).key("first_asked_at");
        state.firstAskedAt ? out.text(formatInstant(*state.firstAskedAt)) : out.null();
        out.member("days_since_asked", state.daysSinceAsked).endObject();
    }
    out.endObject();
}

void writeLegs(JsonOut& out, const PerNeed<NeedSnapshot>& needs)
{
    out.key("legs").beginObject();
    for (const Need need : allNeeds)
        if (const auto& leg = needs[need].leg)
            out.key(nameOf(need))
                .beginObject()
                .member("state", nameOf(leg->state))
                .member("service", leg->service.text())
                .endObject();
    out.endObject();
}

void writeBounces(JsonOut& out, const std::vector<Bounce>& bounces)
{
    out.key("bounces").beginArray();
    for (const Bounce& bounce : bounces) {
        out.beginObject()
            .member("code", bounce.code.text())
            .member("class", nameOf(bounce.cls))
            .member("service", bounce.service)
            .member("need", nameOf(bounce.need))
            .key("points_to");
        bounce.pointsTo ? out.text(bounce.pointsTo->text()) : out.null();
        out.member("at", formatInstant(bounce.at)).member("days_lost", bounce.daysLost).endObject();
    }
    out.endArray();
}

void writeActions(JsonOut& out, const std::vector<NextAction>& actions)
{
    out.key("next_actions").beginArray();
    for (const NextAction& action : actions)
        out.beginObject()
            .member("need", nameOf(action.need))
            .member("what", action.what)
            .member("owner", ownerText(action.owner))
            .member("due", formatInstant(action.due))
            .member("rule", action.rule.text())
            .member("escalation_level", action.escalationLevel)
            .endObject();
    out.endArray();
}

void writeLetters(JsonOut& out, const std::vector<LetterDraft>& letters)
{
    out.key("letters").beginArray();
    for (const LetterDraft& letter : letters) {
        out.beginObject().member("kind", letter.kind).member("to", letter.to);
        writeTexts(out, "citations", letter.citations);
        out.endObject();
    }
    out.endArray();
}

void writeBand(JsonOut& out, const std::string& band)
{
    band.empty() ? out.null() : out.text(band);
}

void writePositive(JsonOut& out, const std::optional<bool>& positive)
{
    positive ? out.boolean(*positive) : out.null();
}

/// With sex not recorded and cut-offs by sex: `positive` has both readings, `band` too when they differ.
void writeReadings(JsonOut& out, const Score& score)
{
    const bool both = score.female && score.male;
    out.key("band");
    if (both && score.female->band != score.male->band) {
        writeBand(out.beginObject().key("female"), score.female->band);
        writeBand(out.key("male"), score.male->band);
        out.endObject();
    } else {
        writeBand(out, both ? score.female->band : score.reading.band);
    }
    out.key("positive");
    if (both) {
        writePositive(out.beginObject().key("female"), score.female->positive);
        writePositive(out.key("male"), score.male->positive);
        out.endObject();
    } else {
        writePositive(out, score.reading.positive);
    }
}

void writeScores(JsonOut& out, const std::vector<Score>& scores)
{
    out.key("scores").beginObject();
    for (const Score& score : scores) {
        out.key(score.instrument.text()).beginObject().member("total", score.total);
        writeReadings(out, score);
        out.member("missing", score.missing).endObject();
    }
    out.endObject();
}

/// Facts that have the same name are put into one text, for a JSON object has each name once.
void writeFacts(JsonOut& out, const Why& why)
{
    out.key("facts").beginObject();
    for (std::size_t i = 0; i < why.facts.size(); ++i) {
        const std::string& name = why.facts[i].first;
        bool seen = false;
        for (std::size_t earlier = 0; earlier < i; ++earlier)
            seen = seen || why.facts[earlier].first == name;
        if (seen)
            continue;
        std::string value = why.facts[i].second;
        for (std::size_t later = i + 1; later < why.facts.size(); ++later)
            if (why.facts[later].first == name)
                value += ", " + why.facts[later].second;
        out.member(name, value);
    }
    out.endObject();
}

void writeWhy(JsonOut& out, const std::vector<Why>& reasons)
{
    out.key("why").beginArray();
    for (const Why& why : reasons) {
        out.beginObject().member("rule", why.rule.text());
        writeFacts(out, why);
        out.member("sentence", why.sentence).endObject();
    }
    out.endArray();
}

}  // namespace

std::string ownerText(const Owner& owner)
{
    if (owner.role == OwnerRole::worker)
        return owner.worker.str();
    std::string text{roleNames.at(static_cast<std::size_t>(owner.role))};
    if (!owner.service.empty())
        text.append(":").append(owner.service.text());
    return text;
}

std::string writeSnapshot(const Snapshot& snapshot)
{
    JsonOut out;
    out.beginObject().member("at", formatInstant(snapshot.at));
    writeHolders(out, snapshot.needs);
    writeNeeds(out, snapshot.needs);
    writeLegs(out, snapshot.needs);
    out.member("clasp", nameOf(snapshot.clasp));
    writeBounces(out, snapshot.bounces);
    writeTexts(out, "flags", snapshot.flags);
    writeActions(out, snapshot.nextActions);
    writeLetters(out, snapshot.letters);
    writeScores(out, snapshot.scores);
    writeWhy(out, snapshot.why);
    out.endObject();
    return std::move(out).str();
}

std::string writeSnapshots(std::span<const Snapshot> snapshots)
{
    std::string text = "[";
    for (const Snapshot& snapshot : snapshots)
        text.append(text.size() > 1 ? ",\n" : "\n").append(writeSnapshot(snapshot));
    return text + "\n]\n";
}

}  // namespace holdfast::exchange
