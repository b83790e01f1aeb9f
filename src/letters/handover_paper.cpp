#include "letters/handover_paper.h"

#include "base/text.h"
#include "domain/calendar.h"
#include "domain/note_text.h"
#include "letters/parts.h"
#include "letters/words.h"

#include <algorithm>

namespace holdfast::letters {
namespace {

std::string told(const Story& story, StoryPart part)
{
    return tidied(withoutThirdParty(story[part].text, thirdPartyLeftOut));
}

void addLine(std::string& text, const std::string& line)
{
    if (!line.empty())
        text += (text.empty() ? "" : "\n") + line;
}

void addLabelled(std::string& text, const std::string& label, const std::string& what)
{
    if (!what.empty())
        addLine(text, label + ": " + what);
}

std::string whatMatters(const Facts& facts, const Story& story)
{
    std::string text;
    addLine(text, told(story, StoryPart::ownWords));
    addLabelled(text, "What helps", told(story, StoryPart::helps));
    addLabelled(text, "What makes it worse", told(story, StoryPart::worse));
    addLabelled(text, "Not to be asked again", told(story, StoryPart::doNotRepeat));
    addLabelled(text, "Wishes", tidied(facts.person.wishes));
    return text;
}

std::string openPromises(const Facts& facts, const Story& story)
{
    std::string text;
    for (const StoryPromise& promise : story.promises) {
        if (promise.state != PromiseState::open)
            continue;
        std::string line = tidied(withoutThirdParty(promise.what, thirdPartyLeftOut));
        if (!promise.by.empty())
            line += ", by " + promise.by;
        if (promise.dueOn)
            line += ", for " + shortDay(*promise.dueOn);
        addLine(text, line);
    }
    for (const PlannedStep& step : stepsForPerson(facts))
        addLine(text, step.words + ", by " + shortDay(step.due));
    return text;
}

std::string whatWasTried(const Facts& facts)
{
    std::string text;
    for (const Need need : openNeeds(facts))
        if (const auto& leg = facts.now.needs[need].leg)
            addLine(text, capital(needWords(need)) + ": " + serviceName(facts, leg->service) + ", " +
                              legWords(leg->state) + " since " + shortDay(leg->since));
    for (const engine::Bounce& bounce : facts.now.bounces)
        addLine(text, shortDay(bounce.at) + ": " + serviceName(facts, std::string_view{bounce.service}) + ", " +
                          reasonLabel(facts.policy, bounce.code) + " (" + needWords(bounce.need) + ")");
    return text;
}

std::string whoToRing(const Facts& facts)
{
    std::string text;
    std::vector<ServiceId> named;
    const auto add = [&](const ServiceId& id, const std::string& about) {
        const Service* service = facts.directory.find(id);
        if (service == nullptr || service->phone.empty() || std::ranges::find(named, id) != named.end())
            return;
        named.push_back(id);
        addLine(text, service->name + ", " + service->phone + " (" + about + ")");
    };
    for (const Need need : openNeeds(facts)) {
        if (const auto& holder = facts.now.needs[need].holder)
            add(holder->service, "holds " + needWords(need));
        if (const auto& leg = facts.now.needs[need].leg)
            add(leg->service, needWords(need));
    }
    addLabelled(text, "Comes along", facts.person.companion);
    for (const std::string& line : crisisLines(facts))
        addLine(text, line);
    return text;
}

std::string tenLines(const Facts& facts, const Story& story)
{
    std::vector<std::string> lines;
    std::string who = fullName(facts.person);
    if (facts.person.born)
        who += ", " + std::to_string(yearsBetween(*facts.person.born, londonDate(facts.at)));
    if (!facts.person.pronouns.empty())
        who += ", " + facts.person.pronouns;
    lines.push_back(who + ".");
    for (const StoryPart part : {StoryPart::history, StoryPart::mentalHealth, StoryPart::substanceUse})
        if (const std::string text = told(story, part); !text.empty())
            lines.push_back(text);
    for (const Need need : openNeeds(facts)) {
        const engine::NeedSnapshot& now = facts.now.needs[need];
        std::string line = capital(needWords(need)) + ": " + statusWords(now.status);
        if (now.firstAskedAt)
            line += ", asked for help first on " + shortDay(*now.firstAskedAt);
        lines.push_back(line + ".");
    }
    if (!facts.now.bounces.empty())
        lines.push_back("Turned away or left waiting " + std::to_string(facts.now.bounces.size()) +
                        (facts.now.bounces.size() == 1 ? " time so far." : " times so far."));
    lines.resize(std::min<std::size_t>(lines.size(), mostStoryLines));
    std::string text;
    for (const std::string& line : lines)
        addLine(text, line);
    return text;
}

void addPart(Document& document, const std::string& heading, const std::string& text)
{
    document.heading(heading);
    if (isBlank(text)) {
        document.paragraph("Nothing was written.");
        return;
    }
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (const std::string line = tidied(text.substr(from, end - from)); !line.empty())
            document.paragraph(withoutThirdParty(line, thirdPartyLeftOut));
        from = end + 1;
    }
}

std::string scopeWords(NeedScope scope)
{
    switch (scope) {
    case NeedScope::mentalHealth: return needWords(Need::mentalHealth);
    case NeedScope::substanceUse: return needWords(Need::substanceUse);
    case NeedScope::both: return "both needs";
    }
    return {};
}

std::string answerLine(const Facts& facts, const HandoverRecord& record)
{
    if (!record.answer)
        return workerName(facts, record.pack.to) + " has not agreed yet. Until then nothing changes.";
    const std::string who = workerName(facts, record.answer->worker);
    const std::string when = dueWords(record.answer->at);
    switch (record.answer->kind) {
    case HandoverAnswerKind::agreed: return "Agreed by " + who + " at " + when + ".";
    case HandoverAnswerKind::declined: return "Not agreed by " + who + " at " + when + ": " + record.answer->reason;
    case HandoverAnswerKind::withdrawn: return "Taken back by " + who + " at " + when + ".";
    }
    return {};
}

}  // namespace

HandoverText handoverDraft(const Facts& facts, const Story& story)
{
    HandoverText text;
    text.matters = whatMatters(facts, story);
    text.promises = openPromises(facts, story);
    text.tried = whatWasTried(facts);
    text.ring = whoToRing(facts);
    text.story = tenLines(facts, story);
    return text;
}

Document handoverPaper(const Facts& facts, const HandoverRecord& record)
{
    const HandoverPack& pack = record.pack;
    Document document;
    document.title = "Handover pack";
    document.letterhead = false;
    document.add(BlockStyle::title, "Handover: " + fullName(facts.person));
    document.paragraph("From " + workerName(facts, pack.from) + " to " + workerName(facts, pack.to) + ", " +
                       scopeWords(pack.need) + ".");
    addPart(document, "What matters to " + firstName(facts.person), pack.text.matters);
    addPart(document, "What was promised", pack.text.promises);
    addPart(document, "What has been tried", pack.text.tried);
    addPart(document, "Whom to ring", pack.text.ring);
    addPart(document, "The story in ten lines", pack.text.story);
    document.add(BlockStyle::note, pack.text.storyAgreed
                                       ? firstName(facts.person) + " has read these lines and agrees with them."
                                       : firstName(facts.person) + " has not agreed them: " + pack.text.whyNotAgreed);
    document.heading("Signed");
    document.paragraph("Written by " + workerName(facts, pack.from) + " at " + dueWords(pack.writtenAt) + ".");
    document.paragraph(answerLine(facts, record));
    return document;
}

}  // namespace holdfast::letters
