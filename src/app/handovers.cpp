#include "app/handovers.h"

#include "app/letter_case.h"
#include "app/note_case.h"
#include "app/recorder.h"
#include "app/story.h"
#include "app/use_case.h"
#include "app/worker_change.h"
#include "base/text.h"
#include "exchange/story_json.h"
#include "letters/handover_paper.h"
#include "store/command_log.h"
#include "store/handover_repository.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

constexpr std::size_t longestRefusal = 1'000;

Result<HandoverRecord> recordOf(store::HandoverRow row)
{
    auto text = exchange::readHandoverText(row.body);
    if (!text)
        return Error{ErrorCode::damaged, "handover" + text.error().where, text.error().detail};
    row.pack.text = *std::move(text);
    return HandoverRecord{std::move(row.pack), std::move(row.answer)};
}

std::vector<OpenNeed> openNeedsOf(const engine::Snapshot& now, const store::WorkerRepository& workers)
{
    std::vector<OpenNeed> open;
    for (const Need need : allNeeds) {
        if (!isOpen(now.needs[need].status))
            continue;
        OpenNeed& each = open.emplace_back();
        each.need = need;
        if (const auto& holder = now.needs[need].holder) {
            const auto worker = workers.find(holder->worker);
            each.service = holder->service;
            each.worker = holder->worker;
            each.acting = holder->acting;
            each.here = worker && worker->active;
        }
    }
    return open;
}

/// Agreeing and declining is for the receiver, taking back for the giver.
Result<Done> mayAnswer(const HandoverPack& pack, HandoverAnswerKind kind, const WorkerId& worker)
{
    const bool withdrawing = kind == HandoverAnswerKind::withdrawn;
    if ((withdrawing ? pack.from : pack.to) != worker)
        return Error{ErrorCode::refused, "worker", withdrawing ? "handover.not_giver" : "handover.not_receiver"};
    return Done{};
}

/// Names of everybody that these packs speak of.
HandoverLines linesOf(Workspace& workspace, std::vector<HandoverRecord> records)
{
    HandoverLines lines;
    for (HandoverRecord& record : records) {
        addName(workspace, lines.names, record.pack.from);
        addName(workspace, lines.names, record.pack.to);
        const auto person = Recorder{workspace}.person(record.pack.person);
        lines.lines.push_back({std::move(record), person ? displayName(*person) : std::string{}});
    }
    return lines;
}

Result<std::vector<HandoverRecord>> recordsOf(std::vector<store::HandoverRow> rows)
{
    std::vector<HandoverRecord> records;
    for (store::HandoverRow& row : rows) {
        auto record = recordOf(std::move(row));
        if (!record)
            return std::move(record).error();
        records.push_back(*std::move(record));
    }
    return records;
}

/// What agreeing does to the case: only the needs of the pack, each by the same way in as any change of worker.
Result<Done> recordChange(Workspace& workspace, const HandoverPack& pack, const LetterCase& of,
                          const CommandId& command)
{
    std::vector<event::WorkerChanged> changes;
    for (const Need need : allNeeds) {
        const auto& holder = of.now().needs[need].holder;
        if (holder && holder->worker == pack.from && covers(pack.need, need) && isOpen(of.now().needs[need].status))
            changes.push_back({holder->service, pack.to, need});
    }
    Recorder recorder{workspace};
    const auto submissions =
        submissionsOf(std::move(changes), workspace.clock().now(), "Handover pack agreed by both.");
    auto folded = recorder.fold(pack.person, of.history().version(), pack.to, command, submissions);
    if (!folded)
        return std::move(folded).error();
    return recorder.save(*folded, pack.to, command, nameOf(Action::agreeHandover));
}

}  // namespace

Result<HandoverBeginning> Handovers::begin(const Session& session, const PersonId& person)
{
    const Action action = Action::writeHandover;
    return audited(m_workspace, session, action, person.str(), [&](AuditNote& note) -> Result<HandoverBeginning> {
        note.detail = "begun";
        auto of = LetterCase::load(m_workspace, session, person);
        if (!of)
            return std::move(of).error();
        auto story = storyNow(m_workspace, person);
        if (!story)
            return std::move(story).error();
        const store::WorkerRepository workers{m_workspace.connection()};
        HandoverBeginning beginning;
        beginning.person = of->person();
        beginning.text = letters::handoverDraft(of->facts({}), story->story);
        beginning.open = openNeedsOf(of->now(), workers);
        for (const OpenNeed& need : beginning.open)
            if (need.worker == session.worker.id)
                beginning.mine.push_back(need.need);
        const ServiceId service = workerNow(m_workspace, session).service;
        for (Worker& worker : workers.all())
            if (worker.active && worker.id != session.worker.id && worker.service == service &&
                authorise(worker, Action::agreeHandover))
                beginning.receivers.push_back(std::move(worker));
        beginning.names = nameBook(m_workspace, of->history(), of->now());
        return beginning;
    });
}

Result<HandoverRecord> Handovers::write(const Session& session, const WriteHandoverInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    if (auto fine = checkHandoverText(input.text); !fine)
        return std::move(fine).error();
    const Action action = Action::writeHandover;
    return audited(m_workspace, session, action, input.person.str(), [&](AuditNote& note) -> Result<HandoverRecord> {
        store::HandoverRepository packs{m_workspace.connection()};
        if (auto before = packs.byCommand(input.command)) {
            note.detail = "repeated";
            return recordOf(*std::move(before));
        }
        auto of = LetterCase::load(m_workspace, session, input.person);
        if (!of)
            return std::move(of).error();
        const store::WorkerRepository workers{m_workspace.connection()};
        const HandoverPack pack{m_workspace.ids().make<HandoverPackId>(),
                                input.person,
                                session.worker.id,
                                input.to,
                                input.need,
                                input.leaving,
                                input.text,
                                m_workspace.clock().now(),
                                input.command};
        const auto to = workers.find(input.to);
        if (auto fine = checkHandover(openNeedsOf(of->now(), workers), pack, to.value_or(Worker{})); !fine)
            return std::move(fine).error();
        for (const store::HandoverRow& row : packs.of(input.person))
            if (!row.answer && row.pack.from == pack.from)
                return Error{ErrorCode::refused, "pack", "handover.waits"};
        if (!store::CommandLog{m_workspace.connection()}.remember(
                {input.command, std::string{nameOf(action)}, input.person.str(), session.worker.id, pack.writtenAt}))
            return commandUsed();
        packs.add(pack, exchange::writeHandoverText(input.text));
        note.detail = "written " + pack.id.str();
        return HandoverRecord{pack, std::nullopt};
    });
}

Result<HandoverRecord> Handovers::answer(const Session& session, const AnswerHandoverInput& input)
{
    const Action action = input.kind == HandoverAnswerKind::withdrawn ? Action::writeHandover : Action::agreeHandover;
    if (input.command.empty())
        return commandNeeded();
    if (input.kind == HandoverAnswerKind::declined && isBlank(input.reason))
        return Error{ErrorCode::invalid, "reason", "empty"};
    if (input.reason.size() > longestRefusal || !isValidUtf8(input.reason))
        return Error{ErrorCode::invalid, "reason", "too_long"};
    return audited(m_workspace, session, action, input.pack.str(), [&](AuditNote& note) -> Result<HandoverRecord> {
        store::HandoverRepository packs{m_workspace.connection()};
        auto row = packs.find(input.pack);
        if (!row)
            return Error{ErrorCode::notFound, "pack", {}};
        note.subject = row->pack.person.str();
        if (auto seen = visible(m_workspace, note.subject); !seen)
            return std::move(seen).error();
        note.detail = std::string{holdfast::nameOf(input.kind)} + ' ' + input.pack.str();
        if (auto may = mayAnswer(row->pack, input.kind, session.worker.id); !may)
            return std::move(may).error();
        if (row->answer) {
            if (row->answer->command == input.command)
                return recordOf(*std::move(row));
            return Error{ErrorCode::conflict, "pack", "it has an answer already"};
        }
        const Instant now = m_workspace.clock().now();
        if (input.kind == HandoverAnswerKind::agreed) {
            auto of = LetterCase::load(m_workspace, session, row->pack.person);
            if (!of)
                return std::move(of).error();
            const store::WorkerRepository workers{m_workspace.connection()};
            const auto to = workers.find(row->pack.to);
            // The case may have moved on since it was written.
            if (auto fine = checkHandover(openNeedsOf(of->now(), workers), row->pack, to.value_or(Worker{})); !fine)
                return std::move(fine).error();
            if (auto changed = recordChange(m_workspace, row->pack, *of, input.command); !changed)
                return std::move(changed).error();
        } else {
            store::CommandLog{m_workspace.connection()}.remember(
                {input.command, std::string{nameOf(action)}, row->pack.person.str(), session.worker.id, now});
        }
        if (!packs.answer({input.pack, input.kind, tidied(input.reason), session.worker.id, now, input.command}))
            return Error{ErrorCode::conflict, "pack", "it has an answer already"};
        return recordOf(packs.find(input.pack).value());
    });
}

Result<HandoverLines> Handovers::of(const Session& session, const PersonId& person)
{
    return audited(m_workspace, session, Action::viewStory, person.str(),
                   [&](AuditNote& note) -> Result<HandoverLines> {
                       note.detail = "handovers";
                       auto records = recordsOf(store::HandoverRepository{m_workspace.connection()}.of(person));
                       if (!records)
                           return std::move(records).error();
                       return linesOf(m_workspace, *std::move(records));
                   });
}

Result<HandoverLines> Handovers::waiting(const Session& session)
{
    return audited(m_workspace, session, Action::viewStory, {}, [&](AuditNote& note) -> Result<HandoverLines> {
        auto records = recordsOf(store::HandoverRepository{m_workspace.connection()}.waiting(session.worker.id));
        if (!records)
            return std::move(records).error();
        std::erase_if(records.value(),
                      [&](const HandoverRecord& each) { return m_workspace.unseen().contains(each.pack.person); });
        note.detail = std::to_string(records->size()) + " handovers waiting";
        return linesOf(m_workspace, *std::move(records));
    });
}

Result<letters::Document> Handovers::onPaper(const Session& session, const HandoverPackId& pack)
{
    const Action action = Action::exportPassport;
    return audited(m_workspace, session, action, pack.str(), [&](AuditNote& note) -> Result<letters::Document> {
        auto row = store::HandoverRepository{m_workspace.connection()}.find(pack);
        if (!row)
            return Error{ErrorCode::notFound, "pack", {}};
        note = {row->pack.person.str(), "handover pack " + pack.str()};
        if (auto seen = visible(m_workspace, note.subject); !seen)
            return std::move(seen).error();
        auto of = LetterCase::load(m_workspace, session, row->pack.person);
        if (!of)
            return std::move(of).error();
        auto record = recordOf(*std::move(row));
        if (!record)
            return std::move(record).error();
        auto facts = of->facts({});
        NameBook names;
        addName(m_workspace, names, record->pack.from);
        addName(m_workspace, names, record->pack.to);
        facts.workers.insert(names.workers.begin(), names.workers.end());
        return letters::handoverPaper(facts, *record);
    });
}

}  // namespace holdfast::app
