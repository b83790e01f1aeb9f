#include "story/story_words.h"

#include "domain/calendar.h"
#include "domain/note_text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

struct StoryWords {
    Q_DECLARE_TR_FUNCTIONS(StoryWords)
};

}  // namespace

QString words(StoryPart part)
{
    switch (part) {
    case StoryPart::ownWords: return StoryWords::tr("What I want workers to know");
    case StoryPart::mentalHealth: return StoryWords::tr("My mental health, in my words");
    case StoryPart::substanceUse: return StoryWords::tr("Drugs and alcohol, in my words");
    case StoryPart::helps: return StoryWords::tr("What helps");
    case StoryPart::worse: return StoryWords::tr("What makes it worse");
    case StoryPart::doNotRepeat: return StoryWords::tr("What I do not want to be asked again");
    case StoryPart::name: return StoryWords::tr("The name I like");
    case StoryPart::language: return StoryWords::tr("Language and access");
    case StoryPart::uses: return StoryWords::tr("What I use, and how");
    case StoryPart::medication: return StoryWords::tr("Medication and allergies");
    case StoryPart::history: return StoryWords::tr("My history in brief");
    case StoryPart::supports: return StoryWords::tr("Who is there for me");
    }
    return {};
}

QString hint(StoryPart part)
{
    switch (part) {
    case StoryPart::ownWords: return StoryWords::tr("As they say it. It stands at the top of their page.");
    case StoryPart::mentalHealth:
    case StoryPart::substanceUse: return StoryWords::tr("As they say it");
    case StoryPart::helps: return StoryWords::tr("On a bad day, in a waiting room, with a new worker");
    case StoryPart::worse: return StoryWords::tr("What workers should leave out");
    case StoryPart::doNotRepeat: return StoryWords::tr("What was told and need not be told again");
    case StoryPart::name: return StoryWords::tr("And how it is said");
    case StoryPart::language: return StoryWords::tr("Beside what their details say");
    case StoryPart::uses: return StoryWords::tr("All of it, not only one; how much, and when");
    case StoryPart::medication: return StoryWords::tr("And who holds it");
    case StoryPart::history: return StoryWords::tr("A few lines; a handover pack begins with them");
    case StoryPart::supports: return StoryWords::tr("And what they may be told");
    }
    return {};
}

QString words(StorySharing sharing)
{
    switch (sharing) {
    case StorySharing::anyone: return StoryWords::tr("With anyone I show it to");
    case StorySharing::services: return StoryWords::tr("With services that help me");
    case StorySharing::askFirst: return StoryWords::tr("Ask me first");
    }
    return {};
}

QString words(PromiseState state)
{
    switch (state) {
    case PromiseState::open: return StoryWords::tr("Open");
    case PromiseState::kept: return StoryWords::tr("Kept");
    case PromiseState::notKept: return StoryWords::tr("Not kept");
    }
    return {};
}

QString words(PassportReader reader)
{
    switch (reader) {
    case PassportReader::person: return StoryWords::tr("The person: everything, it is theirs");
    case PassportReader::services: return StoryWords::tr("Services that help them");
    case PassportReader::anyone: return StoryWords::tr("Whoever they show it to");
    }
    return {};
}

QString promiseWords(const StoryPromise& promise)
{
    QString said = text(withoutMarks(promise.what));
    if (!promise.by.empty())
        said += StoryWords::tr(", by %1").arg(text(promise.by));
    if (promise.madeOn)
        said += StoryWords::tr(", said %1").arg(birthDateWords(*promise.madeOn));
    if (promise.dueOn)
        said += StoryWords::tr(", for %1").arg(birthDateWords(*promise.dueOn));
    return said;
}

QString storyErrorWords(const Error& error)
{
    if (error.code == ErrorCode::conflict && error.where == "version")
        return StoryWords::tr("Somebody wrote a newer version meanwhile. Nothing of either is lost.");
    if (error.code == ErrorCode::notFound && error.where == "story")
        return StoryWords::tr("Nothing was told yet, so there is nothing to have read.");
    if (error.code != ErrorCode::invalid)
        return words(error);
    if (error.where == "story")
        return error.detail == "unchanged" ? StoryWords::tr("Nothing was changed, so there is no new version to keep.")
                                           : StoryWords::tr("Write down at least one thing they told you.");
    if (error.where == "promises")
        return StoryWords::tr("A promise needs what was promised, and its day cannot lie before it was made.");
    if (error.where == "to_whom")
        return StoryWords::tr("Say to whom they had to tell it again.");
    if (const auto part = named<StoryPart>(error.where))
        return StoryWords::tr("“%1” is too long: at most about 6,000 letters.").arg(words(*part));
    return words(error);
}

QString handoverErrorWords(const Error& error)
{
    const std::string& rule = error.detail;
    if (rule == "handover.same")
        return StoryWords::tr("Choose somebody else than yourself.");
    if (rule == "handover.not_here")
        return StoryWords::tr("Choose a colleague who is here now and may see the person.");
    if (rule == "handover.other_service")
        return StoryWords::tr(
            "Another service must accept a person by a referral. Choose a colleague of the service that "
            "holds the need.");
    if (rule == "handover.holds_nothing")
        return StoryWords::tr("You hold none of these needs, so there is nothing to hand over.");
    if (rule == "handover.leaves_need")
        return StoryWords::tr("Then a need would have nobody. Hand over both, or name who holds the other one first.");
    if (rule == "handover.waits")
        return StoryWords::tr("A pack of yours waits already. Take it back before you write another.");
    if (rule == "handover.not_receiver")
        return StoryWords::tr("Only the colleague it was written for can agree or decline.");
    if (rule == "handover.not_giver")
        return StoryWords::tr("Only the colleague who wrote it can take it back.");
    if (error.code == ErrorCode::conflict && error.where == "pack")
        return StoryWords::tr("It was answered meanwhile. Look at it again.");
    if (error.code == ErrorCode::conflict)
        return StoryWords::tr("Somebody recorded something about this person a moment ago. Try again.");
    return words(error);
}

std::vector<app::Passage> storyPassages(const Story& story)
{
    std::vector<app::Passage> passages;
    for (const StoryPart part : allStoryParts)
        passages.push_back({words(part).toStdString(), story[part].text});
    std::string promises;
    for (const StoryPromise& promise : story.promises)
        promises += (promises.empty() ? "" : "\n") +
                    (promiseWords(promise) + QStringLiteral(": ") + words(promise.state)).toStdString();
    passages.push_back({StoryWords::tr("Promises").toStdString(), promises});
    return passages;
}

QString workerNamed(const WorkerId& worker, const app::NameBook& names)
{
    const auto found = names.workers.find(worker);
    return found == names.workers.end() ? text(worker.text()) : text(found->second);
}

QString handoverWords(const HandoverRecord& record, const app::NameBook& names, const WorkerId& me, Instant now)
{
    const HandoverPack& pack = record.pack;
    const QString from = pack.from == me ? StoryWords::tr("You") : workerNamed(pack.from, names);
    const QString to = pack.to == me ? StoryWords::tr("you") : workerNamed(pack.to, names);
    const QString when = recordedWords(pack.writtenAt, now);
    if (!record.answer)
        return StoryWords::tr("%1 wrote it for %2, %3. It waits for their agreement; until then nothing changes.")
            .arg(from, to, when);
    const QString then = recordedWords(record.answer->at, now);
    switch (record.answer->kind) {
    case HandoverAnswerKind::agreed: return StoryWords::tr("%1 wrote it, %2; %3 agreed, %4.").arg(from, when, to, then);
    case HandoverAnswerKind::declined:
        return StoryWords::tr("%1 wrote it, %2; %3 did not agree, %4: %5")
            .arg(from, when, to, then, text(record.answer->reason));
    case HandoverAnswerKind::withdrawn:
        return StoryWords::tr("%1 wrote it for %2, %3, and took it back.").arg(from, to, when);
    }
    return {};
}

}  // namespace holdfast::ui
