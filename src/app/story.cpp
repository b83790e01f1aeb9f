#include "app/story.h"

#include "app/letter_case.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/use_case.h"
#include "base/text.h"
#include "exchange/story_json.h"
#include "store/command_log.h"
#include "store/story_repository.h"

#include <algorithm>
#include <set>

namespace holdfast::app {
namespace {

constexpr std::size_t briefBytes = 220;

Result<StoryVersion> versionOf(store::StoryRow row)
{
    auto story = exchange::readStory(row.body);
    if (!story)
        return Error{ErrorCode::damaged, "story" + story.error().where, story.error().detail};
    row.version.story = *std::move(story);
    return std::move(row.version);
}

void addOnce(std::vector<WorkerId>& workers, const WorkerId& worker)
{
    if (!worker.empty() && std::ranges::find(workers, worker) == workers.end())
        workers.push_back(worker);
}

/// Everybody who held a need, in order: each of them heard the story, or should have read it.
Result<std::vector<WorkerId>> holdersSoFar(Workspace& workspace, const Person& person, const History& history)
{
    const engine::Context context = contextOf(workspace);
    engine::Case folded{context, factsOf(person)};
    std::vector<WorkerId> workers;
    for (const Event& event : history.events()) {
        if (auto applied = folded.apply(event); !applied)
            return std::move(applied).error();
        const engine::Snapshot now = folded.snapshot(event.at, engine::Explain::no);
        for (const Need need : allNeeds)
            if (const auto& holder = now.needs[need].holder)
                addOnce(workers, holder->worker);
    }
    return workers;
}

std::vector<Retelling> standing(std::vector<Retelling> retellings)
{
    std::erase_if(retellings, &Retelling::takenBack);
    return retellings;
}

PassportChoice chosenBefore(store::StoryRepository& stories, const PersonId& person)
{
    PassportChoice choice;
    const auto row = stories.passport(person);
    if (!row)
        return choice;
    // A section that a later program knew is not known here: then all of them.
    if (auto sections = exchange::readSections(row->sections))
        choice.sections = *std::move(sections);
    choice.reader = row->reader;
    choice.largePrint = row->largePrint;
    return choice;
}

/// What a version is besides the story: made by one worker now.
store::StoryRow rowBy(Workspace& workspace, const Session& session, const WriteStoryInput& input)
{
    const Worker worker = workerNow(workspace, session);
    store::StoryRow row;
    row.version.person = input.person;
    row.version.number = input.seenNumber;
    row.version.author = worker.id;
    row.version.role = worker.role;
    row.version.service = worker.service;
    row.version.writtenAt = workspace.clock().now();
    row.version.command = input.command;
    row.body = exchange::writeStory(input.story);
    return row;
}

Result<letters::PassportPaper> paperOf(Workspace& workspace, const Session& session, const PersonId& person,
                                       const PassportChoice& choice)
{
    auto of = LetterCase::load(workspace, session, person);
    if (!of)
        return std::move(of).error();
    auto now = storyNow(workspace, person);
    if (!now)
        return std::move(now).error();
    auto facts = of->facts({});
    NameBook names;
    addName(workspace, names, now->author);
    facts.workers.insert(names.workers.begin(), names.workers.end());
    return letters::passportPaper(facts, *now, choice);
}

}  // namespace

Result<StoryVersion> storyNow(Workspace& workspace, const PersonId& person)
{
    auto rows = store::StoryRepository{workspace.connection()}.of(person);
    if (rows.empty())
        return StoryVersion{};
    return versionOf(std::move(rows.front()));
}

Result<StoryFile> Stories::open(const Session& session, const PersonId& id)
{
    return audited(m_workspace, session, Action::viewStory, id.str(), [&](AuditNote&) -> Result<StoryFile> {
        auto of = LetterCase::load(m_workspace, session, id);
        if (!of)
            return std::move(of).error();
        StoryFile file;
        file.person = of->person();
        store::StoryRepository stories{m_workspace.connection()};
        for (store::StoryRow& row : stories.of(id)) {
            auto version = versionOf(std::move(row));
            if (!version)
                return std::move(version).error();
            if (file.current.number == 0)
                file.current = *std::move(version);
            else
                file.earlier.push_back(*std::move(version));
        }
        file.readings = stories.readings(id);
        file.retellings = standing(stories.retellings(id));
        auto workers = holdersSoFar(m_workspace, of->person(), of->history());
        if (!workers)
            return std::move(workers).error();
        file.workersSoFar = *std::move(workers);
        file.owed = isOwed(file.current, file.earlier, file.readings, session.worker.id);
        file.passport = chosenBefore(stories, id);
        file.names = nameBook(m_workspace, of->history(), of->now());
        addName(m_workspace, file.names, file.current.author);
        for (const StoryVersion& version : file.earlier) {
            addName(m_workspace, file.names, version.author);
            addOnce(file.workersSoFar, version.author);
        }
        addOnce(file.workersSoFar, file.current.author);
        for (const StoryReading& reading : file.readings)
            addName(m_workspace, file.names, reading.worker);
        for (const Retelling& retelling : file.retellings)
            addName(m_workspace, file.names, retelling.worker);
        return file;
    });
}

Result<StoryBrief> Stories::brief(const Session& session, const PersonId& person)
{
    auto file = open(session, person);
    if (!file)
        return std::move(file).error();
    StoryBrief brief;
    brief.number = file->current.number;
    brief.words = inBrief(file->current.story, briefBytes);
    brief.writtenAt = file->current.writtenAt;
    brief.workersSoFar = static_cast<int>(file->workersSoFar.size());
    brief.readBy = static_cast<int>(std::ranges::count(file->readings, brief.number, &StoryReading::number));
    brief.toldAgain = static_cast<int>(file->retellings.size());
    brief.owed = file->owed;
    return brief;
}

Result<StoryVersion> Stories::write(const Session& session, const WriteStoryInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    if (auto fine = checkStory(input.story); !fine)
        return std::move(fine).error();
    const Action action = Action::writeStory;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<StoryVersion> {
        store::StoryRepository stories{m_workspace.connection()};
        if (auto before = stories.byCommand(input.command)) {
            note.detail = "repeated";
            return versionOf(*std::move(before));
        }
        if (auto known = Recorder{m_workspace}.person(input.person); !known)
            return std::move(known).error();
        auto now = storyNow(m_workspace, input.person);
        if (!now)
            return std::move(now).error();
        if (now->number == input.seenNumber && now->story == input.story)
            return Error{ErrorCode::invalid, "story", "unchanged"};
        if (!store::CommandLog{m_workspace.connection()}.remember({input.command, std::string{nameOf(action)},
                                                                   input.person.str(), session.worker.id,
                                                                   m_workspace.clock().now()}))
            return commandUsed();
        auto added = stories.add(rowBy(m_workspace, session, input));
        if (!added)
            return std::move(added).error();
        const StoryVersion& version = added->version;
        stories.addReading({version.person, version.number, version.author, version.writtenAt});
        note.detail = "version " + std::to_string(version.number);
        return versionOf(*std::move(added));
    });
}

Result<Done> Stories::confirmRead(const Session& session, const PersonId& person, int number)
{
    const Action action = Action::confirmStoryRead;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<Done> {
        auto now = storyNow(m_workspace, person);
        if (!now)
            return std::move(now).error();
        if (now->number == 0)
            return Error{ErrorCode::notFound, "story", {}};
        if (now->number != number)
            return Error{ErrorCode::conflict, "version", "it was written since it was read"};
        const bool fresh = store::StoryRepository{m_workspace.connection()}.addReading(
            {person, number, session.worker.id, m_workspace.clock().now()});
        note.detail = (fresh ? "version " : "again version ") + std::to_string(number);
        return Done{};
    });
}

Result<Retelling> Stories::toldAgain(const Session& session, const PersonId& person, const std::string& toWhom)
{
    const Action action = Action::writeStory;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<Retelling> {
        if (auto known = Recorder{m_workspace}.person(person); !known)
            return std::move(known).error();
        const std::string whom = tidied(toWhom);
        if (whom.empty() || whom.size() > longestToWhom || !isValidUtf8(whom))
            return Error{ErrorCode::invalid, "to_whom", "expected at most 200 bytes"};
        const Retelling retelling{
            m_workspace.ids().make<RetellingId>(), person, whom, session.worker.id, m_workspace.clock().now(), false};
        store::StoryRepository{m_workspace.connection()}.addRetelling(retelling);
        note.detail = "told again " + retelling.id.str();
        return retelling;
    });
}

Result<Done> Stories::takeBack(const Session& session, const PersonId& person, const RetellingId& retelling)
{
    const Action action = Action::writeStory;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<Done> {
        note.detail = "taken back " + retelling.str();
        if (!store::StoryRepository{m_workspace.connection()}.takeBackRetelling(retelling, person))
            return Error{ErrorCode::notFound, "retelling", {}};
        return Done{};
    });
}

Result<letters::PassportPaper> Stories::previewPassport(const Session& session, const PersonId& person,
                                                        const PassportChoice& choice)
{
    return unsaved(m_workspace, session, Action::exportPassport, person.str(),
                   [&] { return paperOf(m_workspace, session, person, choice); });
}

Result<letters::PassportPaper> Stories::passport(const Session& session, const PersonId& person,
                                                 const PassportChoice& choice)
{
    using letters::PassportPaper;
    const Action action = Action::exportPassport;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<PassportPaper> {
        auto paper = paperOf(m_workspace, session, person, choice);
        if (!paper)
            return paper;
        store::StoryRepository{m_workspace.connection()}.rememberPassport(
            person, {exchange::writeSections(choice.sections), choice.reader, choice.largePrint, session.worker.id,
                     m_workspace.clock().now()});
        note.detail = "for " + std::string{holdfast::nameOf(choice.reader)} + ", " +
                      std::to_string(choice.sections.size()) + " sections";
        return paper;
    });
}

}  // namespace holdfast::app
