#include "app/merges.h"

#include "app/note_case.h"
#include "app/record_person.h"
#include "app/recorder.h"
#include "app/restrictions.h"
#include "app/use_case.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/name_likeness.h"
#include "engine/joining.h"
#include "store/carer_repository.h"
#include "store/case_cache.h"
#include "store/command_log.h"
#include "store/consent_repository.h"
#include "store/document_repository.h"
#include "store/draft_repository.h"
#include "store/merge_repository.h"
#include "store/note_repository.h"
#include "store/person_repository.h"
#include "store/plan_repository.h"
#include "store/record_parts.h"

#include <algorithm>

namespace holdfast::app {
namespace {

const EventId marker{"joined"};

/// One of the two records, with all that its part in the joined one is decided from.
struct Loaded {
    Person person;
    History history;
};

Result<Loaded> load(Workspace& workspace, const PersonId& id, const char* where)
{
    if (store::recordOf(workspace.connection(), id) != id)
        return Error{ErrorCode::conflict, where, "this record was joined to another"};
    auto person = personOfRecord(workspace.connection(), id);
    if (!person)
        return Error{ErrorCode::notFound, where, {}};
    auto history = History::load(workspace.connection(), id);
    if (!history)
        return std::move(history).error();
    return Loaded{*std::move(person), *std::move(history)};
}

bool isNameAlike(const Person& a, const Person& b)
{
    const auto wordsOf = [](const Person& person) {
        return splitWords(folded(person.givenName + ' ' + person.familyName + ' ' + person.preferredName));
    };
    const auto others = wordsOf(b);
    return std::ranges::any_of(wordsOf(a), [&](const std::string& word) {
        return std::ranges::any_of(others,
                                   [&](const std::string& other) { return likenessOf(word, other).has_value(); });
    });
}

std::vector<MergeDoubt> doubtsOf(const Person& kept, const Person& merged)
{
    std::vector<MergeDoubt> doubts;
    if (!kept.nhsNumber.empty() && !merged.nhsNumber.empty() && kept.nhsNumber != merged.nhsNumber)
        doubts.push_back(MergeDoubt::numbersDiffer);
    if (kept.born && merged.born && kept.born != merged.born)
        doubts.push_back(MergeDoubt::birthsDiffer);
    if (!isNameAlike(kept, merged))
        doubts.push_back(MergeDoubt::namesDiffer);
    return doubts;
}

bool needReason(const std::vector<MergeDoubt>& doubts)
{
    return std::ranges::any_of(doubts, [](MergeDoubt doubt) {
        return doubt == MergeDoubt::numbersDiffer || doubt == MergeDoubt::birthsDiffer;
    });
}

bool isSentence(const std::string& text)
{
    return !isBlank(text) && text.size() <= longestMergeReason && isValidUtf8(text);
}

/// Two records on their way to become one.
class Two {
public:
    static Result<Two> load(Workspace& workspace, const PersonId& kept, const PersonId& merged)
    {
        if (kept == merged)
            return Error{ErrorCode::invalid, "merged", "expected two records"};
        auto one = app::load(workspace, kept, "kept");
        if (!one)
            return std::move(one).error();
        auto other = app::load(workspace, merged, "merged");
        if (!other)
            return std::move(other).error();
        return Two{workspace, *std::move(one), *std::move(other)};
    }

    const Loaded& kept() const { return m_kept; }
    const Loaded& merged() const { return m_merged; }
    Instant at() const { return m_at; }
    PersonFacts facts() const { return factsOf(filledFrom(m_kept.person, m_merged.person)); }

    Result<engine::Snapshot> now(const Loaded& side) const
    {
        return evaluated(factsOf(side.person), side.history.events());
    }
    Result<Joining> plan(const Worker& worker) const
    {
        const auto kept = m_kept.history.events();
        const auto merged = m_merged.history.events();
        const auto together = m_together.events();
        return engine::planJoining(contextOf(m_workspace), facts(), {kept, merged, together}, m_at,
                                   {worker.service, worker.id});
    }
    Result<engine::Snapshot> after(const Joining& joining) const
    {
        return evaluated(facts(), engine::withJoining(m_together.events(), joining, m_at, marker));
    }

private:
    Two(Workspace& workspace, Loaded kept, Loaded merged)
        : m_workspace{workspace},
          m_kept{std::move(kept)},
          m_merged{std::move(merged)},
          m_together{History::together(m_kept.history, m_merged.history)},
          m_at{asOf(m_together, workspace.clock().now())}
    {}

    Result<engine::Snapshot> evaluated(const PersonFacts& facts, const std::vector<Event>& events) const
    {
        return engine::evaluate(contextOf(m_workspace), facts, events, m_at, engine::Explain::yes);
    }

    Workspace& m_workspace;
    Loaded m_kept;
    Loaded m_merged;
    History m_together;
    Instant m_at;
};

int referralsIn(const History& history)
{
    return static_cast<int>(std::ranges::count_if(history.entries(), [&](const Entry& entry) {
        return std::holds_alternative<event::ReferralSent>(entry.event.body) && !history.isVoided(entry.event.id);
    }));
}

MergeSide sideOf(db::Connection& connection, const Loaded& loaded, engine::Snapshot now)
{
    const PersonId& id = loaded.person.id;
    const auto size = [](const auto& rows) { return static_cast<int>(rows.size()); };
    const auto notes = store::NoteRepository{connection}.forPerson(id);
    MergeSide side;
    side.person = loaded.person;
    side.now = std::move(now);
    side.version = loaded.history.version();
    side.referrals = referralsIn(loaded.history);
    side.notes = size(notes);
    side.limitedNotes = static_cast<int>(
        std::ranges::count_if(notes, [](const Note& note) { return note.audience != NoteAudience::everyone; }));
    side.letters = size(store::DocumentRepository{connection}.forPerson(id));
    side.carers = size(store::CarerRepository{connection}.of(id));
    side.consents = size(store::ConsentRepository{connection}.records(id));
    side.plans = size(store::PlanRepository{connection}.forPerson(id));
    side.drafts = store::DraftRepository{connection}.count(id);
    if (!loaded.history.entries().empty())
        side.lastEvent = loaded.history.entries().back().event.at;
    return side;
}

void addDoubts(MergePreview& preview)
{
    for (const Need need : allNeeds) {
        const auto& kept = preview.kept.now.needs[need].holder;
        const auto& merged = preview.merged.now.needs[need].holder;
        if (kept && merged && (kept->service != merged->service || kept->worker != merged->worker)) {
            preview.doubts.push_back(MergeDoubt::bothHold);
            break;
        }
    }
    if (!preview.joining.setAside.empty())
        preview.doubts.push_back(MergeDoubt::answersSetAside);
    if (!preview.joining.reopened.empty())
        preview.doubts.push_back(MergeDoubt::needReopened);
    const auto lost = [](const engine::Snapshot& now) { return now.noLongerApplies.size(); };
    if (preview.after && lost(*preview.after) > lost(preview.kept.now) + lost(preview.merged.now))
        preview.doubts.push_back(MergeDoubt::eventsWithoutGround);
}

Result<MergePreview> previewOf(Workspace& workspace, const Worker& worker, const PersonId& kept, const PersonId& merged)
{
    auto two = Two::load(workspace, kept, merged);
    if (!two)
        return std::move(two).error();
    auto one = two->now(two->kept());
    auto other = two->now(two->merged());
    if (!one || !other)
        return one ? std::move(other).error() : std::move(one).error();
    MergePreview preview;
    preview.names = nameBook(workspace, two->kept().history, *one);
    preview.names.workers.merge(nameBook(workspace, two->merged().history, *other).workers);
    preview.kept = sideOf(workspace.connection(), two->kept(), *std::move(one));
    preview.merged = sideOf(workspace.connection(), two->merged(), *std::move(other));
    preview.doubts = doubtsOf(two->kept().person, two->merged().person);
    auto joining = two->plan(worker);
    if (!joining && joining.error().code == ErrorCode::refused) {
        preview.doubts.push_back(joining.error().where == "died" ? MergeDoubt::oneHasDied : MergeDoubt::cannotHold);
        return preview;
    }
    if (!joining)
        return std::move(joining).error();
    auto after = two->after(*joining);
    if (!after)
        return std::move(after).error();
    preview.joining = *std::move(joining);
    preview.after = *std::move(after);
    addDoubts(preview);
    return preview;
}

/// Others who would change one of the two wait; always in the same order.
void lockBoth(db::Connection& connection, PersonId one, PersonId other)
{
    if (other < one)
        std::swap(one, other);
    store::EventRepository events{connection};
    events.lockCase(one);
    events.lockCase(other);
}

Result<PersonMerge> checked(Workspace& workspace, const Session& session, const MergeInput& input, const Two& two)
{
    if (two.kept().history.version() != input.seenKept || two.merged().history.version() != input.seenMerged)
        return Error{ErrorCode::conflict, "version", "one of the two moved on since they were compared"};
    if (!isSentence(input.reason))
        return Error{ErrorCode::invalid, "reason", "expected why it is the same person, in at most 1000 bytes"};
    const bool despite = needReason(doubtsOf(two.kept().person, two.merged().person));
    if (despite && !isSentence(input.despite))
        return Error{ErrorCode::invalid, "despite", "expected why they are one person although they differ"};
    const Worker worker = workerNow(workspace, session);
    auto joining = two.plan(worker);
    if (!joining)
        return std::move(joining).error();
    PersonMerge merge;
    merge.id = workspace.ids().make<MergeId>();
    merge.kept = input.kept;
    merge.merged = input.merged;
    merge.reason = input.reason;
    merge.despite = despite ? input.despite : std::string{};
    merge.joining = *std::move(joining);
    merge.worker = worker.id;
    merge.role = worker.role;
    merge.service = worker.service;
    merge.at = two.at();
    merge.command = input.command;
    return merge;
}

bool isRemembered(Workspace& workspace, const Session& session, Action action, const PersonId& person,
                  const CommandId& command)
{
    return store::CommandLog{workspace.connection()}.remember(
        {command, std::string{nameOf(action)}, person.str(), session.worker.id, workspace.clock().now()});
}

/// Whether the kept record, without what the merge brought in, has entries that stood on the other record alone.
Result<bool> leavesEventsWithoutGround(Workspace& workspace, const PersonMerge& merge)
{
    db::Connection& connection = workspace.connection();
    const auto history = History::without(connection, merge.kept, merge);
    if (!history)
        return history.error();
    const auto person = store::PersonRepository{connection}.find(store::recordOf(connection, merge.kept));
    if (!person)
        return Error{ErrorCode::notFound, "person", {}};
    return !engine::evaluate(contextOf(workspace), factsOf(*person), history->events(),
                             asOf(*history, workspace.clock().now()), engine::Explain::no);
}

}  // namespace

bool MergePreview::has(MergeDoubt doubt) const
{
    return std::ranges::find(doubts, doubt) != doubts.end();
}

bool MergePreview::needsReason() const
{
    return needReason(doubts);
}

Result<MergePreview> Merges::compare(const Session& session, const PersonId& kept, const PersonId& merged)
{
    const auto action = Action::mergePeople;
    return audited(m_workspace, session, action, kept.str(), [&](AuditNote& note) -> Result<MergePreview> {
        note.detail = "compared with " + merged.str();
        if (auto seen = visible(m_workspace, merged.str()); !seen)
            return std::move(seen).error();
        writeAudit(m_workspace, session.worker.id, action, {merged.str(), "compared with " + kept.str()});
        return previewOf(m_workspace, workerNow(m_workspace, session), kept, merged);
    });
}

Result<MergeId> Merges::join(const Session& session, const MergeInput& input)
{
    if (input.command.empty())
        return commandNeeded();
    const auto action = Action::mergePeople;
    return audited(m_workspace, session, action, input.kept.str(), [&](AuditNote& note) -> Result<MergeId> {
        db::Connection& connection = m_workspace.connection();
        store::MergeRepository merges{connection};
        if (const auto known = merges.byCommand(input.command)) {
            note.detail = "repeated " + known->merge.id.str();
            return known->merge.id;
        }
        lockBoth(connection, input.kept, input.merged);
        if (auto free = mayBeJoined(m_workspace, input.kept, input.merged); !free)
            return std::move(free).error();
        auto two = Two::load(m_workspace, input.kept, input.merged);
        if (!two)
            return std::move(two).error();
        auto merge = checked(m_workspace, session, input, *two);
        if (!merge)
            return std::move(merge).error();
        const auto stored = store::PersonRepository{connection}.find(input.kept);
        merge.value().keptVersion = stored ? stored->version : 0;
        merge.value().mergedEvents = store::EventRepository{connection}.countOwn(input.merged);
        if (!isRemembered(m_workspace, session, action, input.kept, input.command))
            return commandUsed();
        if (auto joined = merges.join(*merge); !joined)
            return std::move(joined).error();
        store::CaseCache{connection}.remove(input.merged);
        if (auto cached = Recorder{m_workspace}.refresh(input.kept); !cached)
            return std::move(cached).error();
        note.detail = "joined " + input.merged.str() + " by " + merge->id.str();
        writeAudit(m_workspace, session.worker.id, action,
                   {input.merged.str(), "joined to " + input.kept.str() + " by " + merge->id.str()});
        log::info("people.joined", input.kept, input.merged);
        return merge->id;
    });
}

Result<Done> Merges::takeApart(const Session& session, const MergeId& id, const std::string& reason,
                               const CommandId& command)
{
    if (command.empty())
        return commandNeeded();
    if (reason.size() > longestMergeReason || !isValidUtf8(reason))
        return Error{ErrorCode::invalid, "reason", "expected at most 1000 bytes"};
    const auto action = Action::takePeopleApart;
    return audited(m_workspace, session, action, {}, [&](AuditNote& note) -> Result<Done> {
        db::Connection& connection = m_workspace.connection();
        store::MergeRepository merges{connection};
        const auto known = merges.find(id);
        if (!known)
            return Error{ErrorCode::notFound, "merge", {}};
        const PersonMerge& merge = known->merge;
        note.subject = merge.kept.str();
        note.detail = "apart from " + merge.merged.str() + " by " + id.str();
        if (known->undone) {
            note.detail = "repeated " + id.str();
            return known->undone->command == command
                       ? Result<Done>{Done{}}
                       : Error{ErrorCode::conflict, "merge", "the records were taken apart already"};
        }
        const PersonId record = store::recordOf(connection, merge.kept);
        if (auto free = mayBeJoined(m_workspace, record, merge.merged); !free)
            return free;
        lockBoth(connection, record, merge.merged);
        const auto uneven = leavesEventsWithoutGround(m_workspace, merge);
        if (!uneven)
            return uneven.error();
        if (!isRemembered(m_workspace, session, action, record, command))
            return commandUsed();
        const Instant now = std::max(m_workspace.clock().now(), merge.at);
        if (auto apart = merges.takeApart({id, reason, *uneven, session.worker.id, now, command}); !apart)
            return apart;
        Recorder recorder{m_workspace};
        for (const PersonId& person : {record, merge.merged})
            if (auto cached = recorder.refresh(person); !cached)
                return std::move(cached).error();
        writeAudit(m_workspace, session.worker.id, action,
                   {merge.merged.str(), "apart from " + merge.kept.str() + " by " + id.str()});
        log::info("people.taken_apart", merge.kept, merge.merged);
        return Done{};
    });
}

}  // namespace holdfast::app
