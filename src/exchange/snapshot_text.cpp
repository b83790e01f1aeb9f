#include "exchange/snapshot_text.h"

#include "exchange/snapshot_json.h"

#include <algorithm>

namespace holdfast::exchange {
namespace {

using namespace engine;

/// "mental_health" as "mental health".
std::string plain(std::string_view code)
{
    std::string text{code};
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string counted(int number, const std::string& thing)
{
    return std::to_string(number) + ' ' + thing + (number == 1 ? "" : "s");
}

void line(std::string& text, std::string_view heading, const std::string& content)
{
    std::string label{heading};
    label.resize(std::max<std::size_t>(label.size(), 16), ' ');
    text.append("  ").append(label).append(content).append("\n");
}

std::string needLine(const NeedSnapshot& need)
{
    std::string text = plain(nameOf(need.status));
    if (need.firstAskedAt)
        text +=
            ", first asked " + formatInstant(*need.firstAskedAt) + ", " + counted(need.daysSinceAsked, "day") + " ago";
    if (need.holder && isOpen(need.status)) {
        text += "; held by " + need.holder->service.str() + " (" + need.holder->worker.str() +
                (need.holder->acting ? ", acting" : "") + ") since " + formatInstant(need.holder->since);
    }
    if (need.leg)
        text += "; referral to " + need.leg->service.str() + ": " + plain(nameOf(need.leg->state));
    return text;
}

std::string bounceLine(const Bounce& bounce)
{
    std::string text = bounce.code.str() + " (" + std::string{nameOf(bounce.cls)} + ") by " + bounce.service + ", " +
                       plain(nameOf(bounce.need)) + ", " + formatInstant(bounce.at) + ", " +
                       counted(bounce.daysLost, "day") + " lost";
    if (bounce.pointsTo)
        text += ", points to " + bounce.pointsTo->str();
    return text;
}

std::string actionLine(const NextAction& action)
{
    return "by " + formatInstant(action.due) + ": " + plain(action.what) + " (" + plain(nameOf(action.need)) + "), " +
           ownerText(action.owner) + ", level " + std::to_string(action.escalationLevel) + ", rule " +
           action.rule.str();
}

std::string letterLine(const LetterDraft& letter)
{
    std::string text = plain(letter.kind) + " to " + letter.to;
    for (const std::string& citation : letter.citations)
        text += "\n                    " + citation;
    return text;
}

std::string readingText(const Score::Reading& reading)
{
    std::string text = reading.band;
    if (reading.positive)
        text += std::string{text.empty() ? "" : ", "} + (*reading.positive ? "positive" : "not positive");
    return text.empty() ? "no band" : text;
}

std::string scoreLine(const Score& score)
{
    if (!score.total)
        return score.instrument.str() + ": no total, " + counted(score.missing, "item") + " missing";
    std::string text = score.instrument.str() + ": " + std::to_string(*score.total) + ", ";
    if (score.female && score.male)
        return text + "women: " + readingText(*score.female) + "; men: " + readingText(*score.male);
    return text + readingText(score.reading);
}

std::string whyLine(const Why& why)
{
    return why.rule.str() + (why.sentence.empty() ? "" : ": " + why.sentence) +
           (why.policy.empty() ? "" : " [" + why.policy + ']');
}

template <class Items, class Describe>
void lines(std::string& text, std::string_view heading, const Items& items, Describe&& describe)
{
    bool first = true;
    for (const auto& item : items) {
        line(text, first ? heading : "", describe(item));
        first = false;
    }
}

std::string described(const Snapshot& snapshot)
{
    std::string text = formatInstant(snapshot.at) + "  clasp " + std::string{nameOf(snapshot.clasp)} + '\n';
    for (const Need need : allNeeds)
        line(text, plain(nameOf(need)), needLine(snapshot.needs[need]));
    lines(text, "bounces", snapshot.bounces, bounceLine);
    lines(text, "flags", snapshot.flags, [](const std::string& flag) { return flag; });
    lines(text, "next", snapshot.nextActions, actionLine);
    lines(text, "letters", snapshot.letters, letterLine);
    lines(text, "scores", snapshot.scores, scoreLine);
    lines(text, "why", snapshot.why, whyLine);
    return text;
}

}  // namespace

std::string describeSnapshots(std::span<const Snapshot> snapshots)
{
    std::string text;
    for (std::size_t i = 0; i < snapshots.size(); ++i)
        text += (i == 0 ? "" : "\n") + std::to_string(i + 1) + ". " + described(snapshots[i]);
    return text;
}

}  // namespace holdfast::exchange
